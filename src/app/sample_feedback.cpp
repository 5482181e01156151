#include "app/sample_feedback.hpp"

#include "inspections/feedback_actions.hpp"
#include "inspections/round_actions.hpp"
#include "ledger/programme_actions.hpp"
#include "office/file_bytes.hpp"

extern "C" {
extern const char sample_finance_feedback_begin[], sample_finance_feedback_end[];
}

namespace app {
namespace {

using inspections::Answer;
using inspections::CopyRole;

constexpr int begins_days = -150, ends_days = -95, delivered_days = -70;

struct CopyLine {
    CopyRole role;
    std::string_view name, receiver;
};
constexpr CopyLine copies[]{
    {CopyRole::leader_in_charge, "分管财政工作的区领导", ""},
    {CopyRole::competent_department, "区委办公室", "肖文"},
    {CopyRole::discipline, "区纪委监委", "郑青"},
    {CopyRole::organisation, "区委组织部", "钱岚"},
};

class FeedbackStory {
  public:
    FeedbackStory(const SampleNeeds& needs, const SamplePeople& people)
        : needs_(needs.plan.ledger), kept_(needs.dossier), people_(people) {}

    /// The team of the programme, which stands there already, with the days it took.
    base::Result<void> register_inspection(ledger::ProgrammeId id) {
        const auto view = ledger::view_programme(needs_, office(), id);
        if (!view) return view.error();
        const auto& inspection = view->programme.inspection;
        const auto rounds = inspections::view_rounds(needs_, office(), {});
        inspections::NewTeam team;
        team.team.id = make_id<ledger::InspectionId>(needs_);
        team.team.round = rounds.rows.at(0).round.id;
        team.team.terms = {inspection.name, inspection.kind, inspection.inspecting_body, "", ""};
        team.days = {day(begins_days), day(ends_days)};
        team.units = {view->programme.inspected_unit};
        const auto done = inspections::register_team(needs_, office(), team);
        if (!done) return done.error();
        return {};
    }

    base::Result<void> complete_round() {
        auto round = inspections::view_rounds(needs_, office(), {}).rows.at(0).round;
        round.terms.term = "五届云岭区委";
        round.terms.leading_office = "区委巡察办";
        round.terms.begins_on = day(begins_days);
        round.terms.ends_on = day(ends_days);
        const auto done = inspections::change_round(needs_, office(), round);
        if (!done) return done.error();
        return {};
    }

    base::Result<void> give_feedback(ledger::ProgrammeId programme) {
        inspections::NewFeedback wanted{make_id<inspections::FeedbackId>(needs_), programme, {}};
        wanted.paper.document =
            "云巡〔" + base::to_text(day(delivered_days)).substr(0, 4) + "〕12号";
        wanted.paper.document_on = day(delivered_days - 2);
        wanted.paper.text = {sample_finance_feedback_begin, sample_finance_feedback_end};
        auto view = inspections::register_feedback(needs_, office(), wanted);
        if (!view) return view.error();
        view = file(*view);
        if (!view) return view.error();
        const auto delivered = day(delivered_days);
        view = inspections::deliver_feedback(needs_, office(), seen(*view),
                                             {delivered, delivered, delivered});
        if (!view) return view.error();
        view = inspections::sign_for_feedback(needs_, people_.actors.at("hanzheng"), seen(*view));
        if (!view) return view.error();
        view = inspections::note_feedback_declaration(
            needs_, office(), seen(*view),
            {"韩征",
             delivered,
             "局党组诚恳接受、照单全收，坚决抓好整改。",
             {"主要负责人带头领办难点问题", "一个月内报送整改方案", "整改情况接受干部群众监督"}});
        if (!view) return view.error();
        view = inspections::set_feedback_copies(needs_, office(), seen(*view), told(delivered));
        if (!view) return view.error();
        const auto answered =
            inspections::answer_sentences(needs_, office(), view->feedback.id, answers_of(*view));
        if (!answered) return answered.error();
        return {};
    }

  private:
    /// The text as the document that came.
    base::Result<inspections::FeedbackView> file(const inspections::FeedbackView& view) {
        const auto path = kept_.temporary / view.feedback.id.text();
        office::write_bytes(path, view.feedback.paper.text);
        const auto filed = inspections::file_feedback(
            kept_.evidence, office(), seen(view), {"关于巡察财政局党组的反馈意见.txt", "", path});
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
        return filed;
    }
    const base::Actor& office() const { return people_.actors.at("zhangjing"); }
    base::Date day(int days) const { return base::add_days(needs_.clock.today(), days); }
    static inspections::SeenFeedback seen(const inspections::FeedbackView& view) {
        return {view.feedback.id, view.feedback.version};
    }
    static std::vector<inspections::Copy> told(base::Date on) {
        std::vector<inspections::Copy> all;
        for (const auto& line : copies) {
            const auto received = line.receiver.empty() ? std::nullopt : std::optional(on);
            all.push_back(
                {line.role, std::string(line.name), on, std::string(line.receiver), received});
        }
        return all;
    }
    /// What reads like a problem stands for it, the first sentences are general, one stays open.
    static std::vector<inspections::WantedAnswer> answers_of(
        const inspections::FeedbackView& view) {
        std::vector<inspections::WantedAnswer> answers;
        bool before_problems = true;
        for (std::size_t i = 0; i < view.sentences.size(); ++i) {
            const auto& sentence = view.sentences[i];
            if (sentence.piece.heading) continue;
            inspections::WantedAnswer wanted{sentence.id, sentence.version, {}, Answer::none, ""};
            if (!view.proposals[i].empty()) {
                wanted.problems = {view.proposals[i].front().problem};
                before_problems = false;
            } else if (before_problems) {
                wanted.answer = Answer::general;
                wanted.reason = "介绍巡察情况和总体评价，不涉及具体问题。";
            } else {
                continue;
            }
            answers.push_back(std::move(wanted));
        }
        return answers;
    }

    const ledger::Needs& needs_;
    const dossier::Needs& kept_;
    const SamplePeople& people_;
};

}  // namespace

base::Result<void> tell_sample_feedback(const SampleNeeds& needs, const SamplePeople& people,
                                        const std::vector<ledger::ProgrammeId>& programmes) {
    FeedbackStory story(needs, people);
    for (const auto programme : programmes)
        if (auto done = story.register_inspection(programme); !done) return done;
    if (auto done = story.complete_round(); !done) return done;
    return story.give_feedback(programmes.at(0));
}

}  // namespace app
