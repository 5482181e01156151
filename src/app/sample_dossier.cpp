#include "app/sample_dossier.hpp"

#include <fstream>

#include "dossier/dossier_actions.hpp"

namespace app {
namespace {

/// A document that somebody filed.
struct FiledLine {
    std::string_view line, title, responsible, document;
    int days;  // from today
    std::int64_t pages;
};
constexpr FiledLine filed[]{
    {"feedback_receipt", "反馈意见签收单", "云岭区财政局党组", "", -70, 1},
    {"leader_statement", "在巡察反馈会议上的表态发言", "周启明", "", -70, 5},
    {"plan_review", "关于财政局党组整改方案的审核意见", "区委巡察办", "云巡办函〔2026〕8号", -45,
     3},
};

class Filing {
  public:
    Filing(const SampleNeeds& needs, const SamplePeople& people, ledger::ProgrammeId programme)
        : needs_(needs), office_(people.actors.at("zhangjing")), programme_(programme) {}

    base::Result<void> file() {
        if (auto written = write_entry(); !written) return written;
        for (const auto& one : filed)
            if (auto done = file_one(one); !done) return done;
        const auto changed = dossier::change_line(
            needs_.dossier, office_, programme_, {"feedback_news", 0},
            {{}, dossier::LineState::not_applicable, "本轮反馈情况由区委巡察办统一发布"});
        if (!changed) return changed.error();
        return {};
    }

  private:
    base::Date day(int days) const { return base::add_days(needs_.accounts.clock.today(), days); }
    base::Result<void> write_entry() {
        chronology::Entry entry;
        entry.id = make_id<chronology::EntryId>(needs_.plan.ledger);
        entry.programme = programme_;
        entry.note = {day(-30), "区委书记高远",
                      "听取财政局党组巡察整改汇报，要求集中整改期内逐项销号",
                      "区委常委会会议纪要第6期", 3};
        const chronology::Needs needs{needs_.plan.ledger, needs_.dossier.temporary};
        const auto written = chronology::write_entry(needs, office_, entry);
        if (!written) return written.error();
        return {};
    }
    base::Result<void> file_one(const FiledLine& one) {
        dossier::FileClaim claim;
        claim.id = make_id<dossier::FileId>(needs_.plan.ledger);
        claim.line = one.line;
        claim.title = one.title;
        claim.responsible = one.responsible;
        claim.document = one.document;
        claim.dated_on = day(one.days);
        claim.pages = one.pages;
        claim.file_name = std::string(one.title) + ".txt";
        const auto path = needs_.dossier.temporary / claim.id.text();
        std::ofstream(path) << one.title << "\n\n（示例文件，内容从略）\n";
        const auto added = dossier::add_file(needs_.dossier, office_, programme_, claim, path);
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
        if (!added) return added.error();
        return {};
    }

    const SampleNeeds& needs_;
    const base::Actor& office_;
    ledger::ProgrammeId programme_;
};

}  // namespace

base::Result<void> file_sample_dossier(const SampleNeeds& needs, const SamplePeople& people,
                                       ledger::ProgrammeId programme) {
    return Filing(needs, people, programme).file();
}

}  // namespace app
