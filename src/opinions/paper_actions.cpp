#include "opinions/paper_actions.hpp"

#include "opinions/gathered_actions.hpp"
#include "opinions/opinion_paper.hpp"
#include "opinions/opinion_report_paper.hpp"

namespace opinions {
namespace {

using base::ErrorKind;
using base::refuse;
using documents::Document;
using life_meetings::note_content_read;

/// More than any meeting collects on paper that is still read.
constexpr std::int64_t words_max = 5'000;

/// The words that this reader is told, or those for one participant.
std::vector<Opinion> words_for(db::Transaction& transaction, const Opened& opened) {
    const auto& standing = opened.standing;
    if (!standing.keeper && !standing.in_team()) return {};
    OpinionFilter filter{opened.meeting.id, false, {}, {}, {1, words_max}};
    if (!standing.keeper) filter.delivered_to = standing.own;
    std::vector<Opinion> words;
    for (auto& one : list_opinions(transaction, filter).rows)
        if (!one.opinion.strike) words.push_back(std::move(one.opinion));
    return words;
}

base::Result<OpinionReport> load_report(db::Transaction& transaction, const Opened& opened,
                                        base::Date today) {
    const auto view = show_collection(transaction, opened);
    if (!view.collection)
        return refuse(ErrorKind::illegal_transition, "opinions_are_not_collected_yet");
    OpinionReport report;
    report.meeting = opened.meeting;
    report.collection = *view.collection;
    report.sheets = view.sheets;
    report.blank_sheets = view.blank_sheets;
    report.of_persons = view.of_persons;
    for (const auto& one : view.about)
        if (!one.about) report.of_team = one.opinions;
    report.by_person = counts_by_person(opened.standing);
    report.about = view.about;
    report.words = opened.standing.keeper || opened.standing.in_team();
    report.opinions = words_for(transaction, opened);
    report.gathered = show_gathered(transaction, opened).rows;
    if (opened.standing.in_team()) report.own = opened.standing.own;
    report.today = today;
    return report;
}

/// The papers with words in them tell how many of them are guarded.
Document guarded(office::Paper paper, const OpinionReport& report) {
    Document document;
    document.paper = std::move(paper);
    document.guarded_rows =
        static_cast<std::int64_t>(report.opinions.size() + report.gathered.size());
    return document;
}

base::Result<Document> feedback_of(const Opened& opened, OpinionReport report,
                                   std::string_view which) {
    const auto id = ParticipantId::parse(which);
    const auto* person = id ? life_meetings::find_participant(opened.meeting, *id) : nullptr;
    if (person == nullptr || !person->is_of_team())
        return refuse(ErrorKind::not_found, "document_kind_unknown");
    if (!opened.standing.keeper && !opened.standing.is(*id))
        return refuse(ErrorKind::forbidden, "opinions_are_for_those_concerned");
    std::erase_if(report.opinions, [&](const Opinion& one) { return !is_for(one.line, *id); });
    report.gathered.clear();
    return guarded(opinion_feedback_paper(report, *person), report);
}

}  // namespace

life_meetings::PaperMaker opinion_papers(const base::Clock& clock) {
    return [&clock](db::Transaction& transaction, const Opened& opened,
                    std::string_view which) -> base::Result<Document> {
        auto report = load_report(transaction, opened, clock.today());
        if (!report) return report.error();
        if (which == "form")
            return Document{{}, opinion_form_paper(opened.meeting, report->collection), 0, {}};
        if (which == "report") {
            // Of persons nobody reads more here than of themselves.
            std::erase_if(report->opinions, [&](const Opinion& one) {
                return one.line.about && one.line.about != report->own;
            });
            report->gathered.clear();
            return guarded(opinion_report_paper(*report), *report);
        }
        if (which != "summary") return feedback_of(opened, std::move(*report), which);
        if (!report->words) return refuse(ErrorKind::forbidden, "opinions_are_for_those_concerned");
        return guarded(opinion_summary_paper(*report), *report);
    };
}

base::Result<void> note_paper_read(const Needs& needs, const base::Actor& actor,
                                   const life_meetings::AskedPaper& asked) {
    if (asked.which == "form") return {};
    const auto opened = needs.database.read([&](db::Transaction& transaction) {
        return life_meetings::open_meeting(transaction, actor, asked.meeting);
    });
    if (!opened) return opened.error();
    if (opened->standing.keeper) note_content_read(needs, actor, opened->meeting, "征求意见原话");
    return {};
}

}  // namespace opinions
