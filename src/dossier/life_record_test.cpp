// What a life meeting leaves in the dossier, on both engines: the record for those who are cleared,
// the report for all.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "dossier/piece_store.hpp"
#include "dossier/record_actions.hpp"
#include "sittings/follow_up_actions.hpp"
#include "sittings/test_sitting.hpp"

namespace dossier {
namespace {

class LifeDossier : public sittings::testing::OneSitting {
  protected:
    std::vector<Piece> pieces(base::Guards withheld) {
        return needs.database.read([&](db::Transaction& transaction) {
            PieceQuery query;
            query.programme = one.ledger.programme;
            query.withheld = withheld;
            query.page = {1, 200};
            std::vector<Piece> of_meetings;
            for (auto& piece : list_waiting_pieces(transaction, lines_of({}), query).rows)
                if (piece.stage == Stage::life_meeting) of_meetings.push_back(std::move(piece));
            return of_meetings;
        });
    }
    std::string written(const Piece& piece) {
        const auto folder =
            std::filesystem::temp_directory_path() / ("life-dossier-" + one_chain());
        std::filesystem::create_directories(folder);
        const auto text = needs.database.read([&](db::Transaction& transaction) {
            const auto programme =
                *ledger::load_programme(transaction, one.ledger.programme, base::unbounded());
            const auto record =
                write_record(transaction, piece, {programme, needs.clock.now(), folder});
            std::ifstream file(record->file);
            std::ostringstream all;
            all << file.rdbuf();
            return all.str();
        });
        std::filesystem::remove_all(folder);
        return text;
    }
};
ZHENGGAI_ON_BOTH_ENGINES(LifeDossier);

TEST_P(LifeDossier, holds_the_record_for_the_cleared_and_the_issued_report_for_all) {
    begin();
    ASSERT_TRUE(write(criticism(one.lin_xiao, one.zhou_yuan, "会签文件压了九天。"), one.recorder));
    EXPECT_TRUE(pieces({}).empty()) << "not while it runs";
    ASSERT_EQ(close(), "accepted");
    sittings::WrittenText report;
    report.text = "一、基本情况\n会议如期召开。";
    report.issued_on = sittings::testing::day("2024-06-30");
    ASSERT_TRUE(sittings::put_text(needs, one.keeper, id, report));
    const auto all = pieces({});
    ASSERT_EQ(all.size(), 2u);
    EXPECT_NE(written(all[0]).find("会签文件压了九天"), std::string::npos);
    EXPECT_NE(written(all[1]).find("会议如期召开"), std::string::npos);
    const auto open = pieces({base::Guard::life_meeting});
    ASSERT_EQ(open.size(), 1u) << "not the record for whoever is not cleared";
    EXPECT_EQ(open[0].source, Source::life_reports);
}

}  // namespace
}  // namespace dossier
