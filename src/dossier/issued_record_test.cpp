// What was issued or published in the dossier, on both engines: as it went out, for those who are
// cleared for all of it, and not once it was altered.
#include <gtest/gtest.h>

#include <fstream>

#include "disclosure/beginning_actions.hpp"
#include "disclosure/publishing_actions.hpp"
#include "dossier/piece_store.hpp"
#include "dossier/record_actions.hpp"
#include "ledger/test_ledger.hpp"
#include "narrative/edition_store.hpp"
#include "narrative/narrative_actions.hpp"
#include "office/document.hpp"
#include "office/sample_files.hpp"

namespace dossier {
namespace {

using ledger::testing::code_of;
using ledger::testing::day;
using narrative::LineKind;
using narrative::NarrativeKind;
using narrative::Part;

class IssuedRecords : public ledger::testing::OneLedger {
  protected:
    void issue(NarrativeKind kind, base::Guards guards, std::int64_t number = 1) {
        const auto begun = narrative::begin_narrative(
            needs, ledger.zhang_min,
            {ledger.here.make_id<narrative::NarrativeId>(), ledger.programme, kind, "", "周桂芳"});
        ASSERT_EQ(code_of(begun), "accepted");
        narrative::EditionContent content;
        auto& edition = content.edition;
        edition.id = ledger.here.make_id<narrative::EditionId>();
        edition.narrative = begun->narrative.id;
        edition.programme = ledger.programme;
        edition.kind = kind;
        edition.number = number;
        edition.title = begun->narrative.title;
        edition.issue = {"青财党〔2024〕" + std::to_string(++issued_) + "号", day("2024-06-30"),
                         "财政局党组", "区委巡察办", "周桂芳"};
        edition.guards = guards;
        edition.issued_by = "张敏";
        edition.issued_at = ledger.here.clock.now();
        content.document = {
            {Part::opening, "", {{LineKind::body, "现将整改情况报告如下。", "", "", {}}}},
            {Part::statistics,
             "整改情况统计表",
             {{LineKind::body, "共反馈问题一个。", "", "", {}}}}};
        if (!guards.empty())
            content.document.push_back({Part::cadres,
                                        "处理干部情况汇总表",
                                        {{LineKind::body, "没有处理干部。", "", "", guards}}});
        edition.digest = narrative::digest_of(content);
        change(
            [&](db::Transaction& transaction) { narrative::insert_edition(transaction, content); });
        ledger.here.pass(1000);
    }
    void publish(disclosure::Audience audience, const std::string& title) {
        const reports::Needs of_release{needs, folder_ / "temporary"};
        disclosure::NewRelease wanted;
        wanted.id = ledger.here.make_id<disclosure::ReleaseId>();
        wanted.programme = ledger.programme;
        wanted.audience = audience;
        wanted.source = disclosure::Source::text;
        wanted.title = title;
        wanted.text = "整改工作有序推进。";
        const auto& office = ledger.zhang_min;
        const auto seen = [&](const disclosure::ReleaseView& view) {
            return disclosure::SeenRelease{view.release.id, view.release.version};
        };
        auto now = *disclosure::begin_release(of_release, office, wanted);
        now = *disclosure::submit_release(of_release, office, seen(now));
        now = *disclosure::approve_release(of_release, ledger.wang_fang, seen(now), {});
        const auto before = pieces({}).size();
        ASSERT_EQ(
            code_of(disclosure::publish_release(of_release, office, seen(now),
                                                {day("2024-06-30"), "门户网站", "", "", {}, ""})),
            "accepted");
        EXPECT_EQ(pieces({}).size(), before + 1) << "not before it was published";
    }
    template <class Do>
    void change(Do act) {
        ASSERT_TRUE(database().write([&](db::Transaction& transaction) -> base::Result<void> {
            act(transaction);
            return {};
        }));
    }
    std::vector<Piece> pieces(base::Guards withheld) {
        return database().read([&](db::Transaction& transaction) {
            PieceQuery query;
            query.programme = ledger.programme;
            query.withheld = withheld;
            query.page = {1, 200};
            std::vector<Piece> issued;
            for (auto& piece : list_waiting_pieces(transaction, lines_of({}), query).rows)
                if (piece.stage == Stage::reports || piece.stage == Stage::results)
                    issued.push_back(std::move(piece));
            return issued;
        });
    }
    base::Result<std::string> written(const Piece& piece) {
        return database().read([&](db::Transaction& transaction) -> base::Result<std::string> {
            const auto programme =
                *ledger::load_programme(transaction, ledger.programme, base::unbounded());
            const auto record =
                write_record(transaction, piece, {programme, needs.clock.now(), folder_ / "."});
            if (!record) return record.error();
            EXPECT_EQ(record->ending, "docx");
            EXPECT_EQ(record->type, evidence::FileType::docx);
            const auto document = office::read_document(record->file);
            EXPECT_EQ(code_of(document), "accepted");
            std::string all;
            for (const auto& block : document->blocks) all += block.text + "\n";
            return all;
        });
    }

    office::sample::Folder folder_;
    int issued_ = 0;
};
ZHENGGAI_ON_BOTH_ENGINES(IssuedRecords);

TEST_P(IssuedRecords, are_reports_and_their_annexes_as_they_went_out) {
    EXPECT_TRUE(pieces({}).empty());
    issue(NarrativeKind::progress_report, {});
    issue(NarrativeKind::principal_report, {});
    issue(NarrativeKind::other_report, {});
    const auto all = pieces({});
    std::string lines;
    for (const auto& piece : all) lines += piece.line_name + ":" + piece.document + ";";
    EXPECT_EQ(
        lines,
        "集中整改进展情况报告:青财党〔2024〕1号;主要负责人组织落实整改情况报告:青财党〔2024〕2号;"
        "整改落实情况统计表:青财党〔2024〕1号;整改落实情况统计表:青财党〔2024〕2号;"
        "整改落实情况统计表:青财党〔2024〕3号;");
    EXPECT_EQ(all[0].responsible, "财政局党组");
    EXPECT_EQ(all[0].dated_on, day("2024-06-30"));
    const auto whole = *written(all[0]);
    EXPECT_NE(whole.find("现将整改情况报告如下。"), std::string::npos) << whole;
    EXPECT_NE(whole.find("共反馈问题一个。"), std::string::npos);
    EXPECT_NE(all[2].title.find("附件：整改落实情况统计表"), std::string::npos) << all[2].title;
    const auto annex = *written(all[2]);
    EXPECT_EQ(annex.find("现将整改情况报告如下。"), std::string::npos) << "the annex alone";
    EXPECT_NE(annex.find("共反馈问题一个。"), std::string::npos);
}

TEST_P(IssuedRecords, are_for_those_cleared_for_all_that_stands_in_them) {
    issue(NarrativeKind::progress_report, {base::Guard::accountability});
    const auto all = pieces({});
    ASSERT_EQ(all.size(), 3u) << "report, statistics, table of cadres";
    EXPECT_EQ(all[2].line_name, "处理干部情况汇总表");
    EXPECT_NE(written(all[2])->find("没有处理干部。"), std::string::npos);
    EXPECT_TRUE(pieces({base::Guard::accountability}).empty());
    EXPECT_EQ(pieces({base::Guard::clues}).size(), 3u);
}

TEST_P(IssuedRecords, are_texts_that_were_published) {
    publish(disclosure::Audience::society, "整改情况的通报");
    publish(disclosure::Audience::internal, "整改情况党内通报");
    const auto all = pieces({});
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].line_name, "整改情况党内通报");
    EXPECT_EQ(all[1].line_name, "整改情况向社会公开稿");
    EXPECT_EQ(all[1].title, "整改情况的通报");
    EXPECT_EQ(all[1].remark, "门户网站");
    EXPECT_NE(written(all[1])->find("整改工作有序推进。"), std::string::npos);
}

TEST_P(IssuedRecords, are_not_sealed_once_they_were_altered) {
    issue(NarrativeKind::progress_report, {});
    publish(disclosure::Audience::internal, "整改情况党内通报");
    const auto all = pieces({});
    ASSERT_EQ(all.size(), 3u);
    change([](db::Transaction& transaction) {
        transaction.execute("UPDATE edition_line SET text = '改动' WHERE kind = 'body'", {});
        transaction.execute("UPDATE public_release SET public_text = '改动'", {});
    });
    for (const auto& piece : all)
        EXPECT_EQ(code_of(written(piece)), "issued_text_is_altered") << piece.title;
}

}  // namespace
}  // namespace dossier
