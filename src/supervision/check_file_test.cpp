// Files at the rows of a check: brought by its team while it is under way, hidden with the finding
// until the check is concluded, never changed afterwards; the same file elsewhere is told.
#include <boost/json.hpp>

#include "evidence/blob_folder.hpp"
#include "office/sample_files.hpp"
#include "supervision/check_file_actions.hpp"
#include "supervision/supervision_routes.hpp"
#include "supervision/test_checks.hpp"

namespace supervision {
namespace {

using http::Method;
using testing::code_of;

class CheckFiles : public ledger::testing::OneLedger {
  protected:
    void SetUp() override {
        at.work();
        check = at.sampled();
        row = at.row_of(check.id, found).id;
    }
    ledger::EvidenceUpload upload(const std::string& name, const std::string& bytes) {
        evidence::Claim claim;
        claim.id = ledger.here.make_id<evidence::EvidenceId>();
        claim.name = name;
        claim.description = "财务室现场";
        claim.kind = evidence::EvidenceKind::photograph;
        return {claim, folder.write("upload", bytes)};
    }
    evidence::EvidenceId bring(const std::string& name, const std::string& bytes) {
        const auto one = upload(name, bytes);
        EXPECT_EQ(code_of(bring_check_file(kept, at.leader, row, one)), "accepted");
        ledger.here.pass(1000);
        return one.claim.id;
    }
    std::string remove(evidence::EvidenceId id, const std::string& reason = "照片拍糊了") {
        return code_of(remove_check_file(needs, at.leader, id, reason));
    }
    void conclude() {
        for (const auto& one : at.view(check.id).rows)
            ASSERT_TRUE(at.fill(check, one.subject.id, CheckResult::genuine));
        ASSERT_EQ(code_of(conclude_check(needs, at.leader, at.seen(check.id), "整改属实。")),
                  "accepted");
    }

    office::sample::Folder folder;
    evidence::BlobFolder files{folder / "evidence", base::Algorithm::sha256};
    ledger::EvidenceNeeds kept{needs, files, 1u << 20};
    testing::TestChecks at{ledger};
    const std::string found = at.handed_in.measure.id.text();
    Check check;
    CheckRowId row;
};
ZHENGGAI_ON_BOTH_ENGINES(CheckFiles);

TEST_P(CheckFiles, are_brought_by_the_team_and_stand_at_the_row) {
    const auto id = bring("现场.txt", "照片");
    auto view = at.view(check.id);
    ASSERT_EQ(view.files[row].size(), 1u);
    EXPECT_EQ(view.files[row][0].item.evidence.id, id);
    EXPECT_EQ(view.files[row][0].item.evidence.name, "现场.txt");
    EXPECT_EQ(view.files[row][0].item.evidence.description, "财务室现场");
    EXPECT_EQ(code_of(bring_check_file(kept, at.other, row, upload("x.txt", "别的"))),
              "only_the_team_fills_in");
    EXPECT_EQ(code_of(bring_check_file(kept, ledger.li_qiang, row, upload("x.txt", "别的"))),
              "check_row_unknown");
    EXPECT_EQ(code_of(bring_check_file(kept, at.leader, row, upload("x.exe", "MZ\x90\x01\x02"))),
              "evidence_type_not_accepted");
    auto again = upload("现场.txt", "照片");
    again.claim.id = id;
    EXPECT_EQ(code_of(bring_check_file(kept, at.leader, row, again)), "accepted");
    again.file = folder.write("other", "另一张");
    EXPECT_EQ(code_of(bring_check_file(kept, at.leader, row, again)), "same_id_other_content");
    EXPECT_EQ(at.view(check.id).files[row].size(), 1u);
    ledger.expect_sound_journal();
}

TEST_P(CheckFiles, are_hidden_with_the_finding_until_the_check_is_concluded) {
    const auto id = bring("现场.txt", "照片");
    EXPECT_EQ(code_of(fetch_check_file(kept, at.other, id)), "accepted");
    EXPECT_EQ(code_of(fetch_check_file(kept, ledger.li_qiang, id)), "evidence_not_found");
    conclude();
    const auto fetched = fetch_check_file(kept, ledger.li_qiang, id);
    ASSERT_EQ(code_of(fetched), "accepted");
    EXPECT_EQ(fetched->blob->read(0, 100), "照片");
    EXPECT_EQ(code_of(fetch_check_file(kept, ledger.sun_li, id)), "evidence_not_found");
}

TEST_P(CheckFiles, are_removed_with_a_reason_while_the_check_is_open_only) {
    const auto blurred = bring("糊.txt", "糊"), sharp = bring("清.txt", "清");
    EXPECT_EQ(remove(blurred, "糊"), "removal_reason_says_nothing");
    EXPECT_EQ(code_of(remove_check_file(needs, at.other, blurred, "照片拍糊了")),
              "only_the_team_fills_in");
    EXPECT_EQ(remove(blurred), "accepted");
    EXPECT_EQ(remove(blurred), "evidence_not_found");
    EXPECT_EQ(code_of(fetch_check_file(kept, at.leader, blurred)), "evidence_not_found");
    EXPECT_EQ(at.view(check.id).files[row].size(), 1u);
    conclude();
    EXPECT_EQ(remove(sharp), "check_is_concluded");
    EXPECT_EQ(code_of(bring_check_file(kept, at.leader, row, upload("晚.txt", "晚到"))),
              "check_is_concluded");
}

TEST_P(CheckFiles, tell_where_the_same_file_stands_already) {
    evidence::Claim own;
    own.id = ledger.here.make_id<evidence::EvidenceId>();
    own.name = "单位自己的.txt";
    ASSERT_EQ(code_of(ledger::add_evidence(kept, ledger.li_qiang, at.rules.measure.id,
                                           {own, folder.write("upload", "旧照片")})),
              "accepted");
    bring("现场.txt", "旧照片");
    const auto other = at.row_of(check.id, at.accepted.measure.id.text());
    ASSERT_EQ(code_of(bring_check_file(kept, at.leader, other.id, upload("又一处.txt", "旧照片"))),
              "accepted");
    auto view = at.view(check.id);
    const auto& file = view.files[row].at(0);
    ASSERT_EQ(file.elsewhere.size(), 1u);
    EXPECT_EQ(file.elsewhere[0].id, at.rules.measure.id.text());
    EXPECT_EQ(file.again_at, std::vector{other.position});
}

TEST_P(CheckFiles, come_and_go_over_their_endpoints) {
    const base::Actor* asking = &at.leader;
    http::Router router{check_file_routes(kept),
                        [&](const http::Request&) -> base::Result<std::optional<base::Actor>> {
                            return asking ? std::optional(*asking) : std::nullopt;
                        }};
    const auto send = [&](Method method, const std::string& path, const std::string& body = {}) {
        http::Request request;
        request.method = method;
        request.path = "/api/v1/" + path;
        request.body = body;
        if (method == Method::post) {
            request.body_file = folder.write("sent", "现场记录");
            request.query = {{"id", ledger.here.make_id<evidence::EvidenceId>().text()},
                             {"name", "记录.txt"},
                             {"kind", "photograph"}};
        }
        return router.dispatch(request);
    };
    const auto rows = "check-rows/" + row.text() + "/files";
    const auto made = send(Method::post, rows);
    ASSERT_EQ(made.status, 201);
    const auto shown = boost::json::parse(std::get<std::string>(made.body));
    std::string id;
    for (const auto& one : shown.at("rows").as_array())
        for (const auto& file : one.at("files").as_array()) id = file.at("id").as_string();
    const auto file = "check-files/" + id;
    EXPECT_EQ(send(Method::get, file + "/file").status, 200);
    EXPECT_EQ(std::get<std::string>(send(Method::get, file + "/view").body), "现场记录");
    EXPECT_EQ(send(Method::get, file + "/preview").status, 200);
    asking = nullptr;
    EXPECT_EQ(send(Method::get, file + "/file").status, 401);
    asking = &ledger.li_qiang;
    EXPECT_EQ(send(Method::post, rows).status, 403);
    EXPECT_EQ(send(Method::put, file + "/removal", R"({"reason":"照片拍糊了"})").status, 403);
    EXPECT_EQ(send(Method::get, file + "/file").status, 404);
    asking = &at.leader;
    EXPECT_EQ(send(Method::put, file + "/removal", R"({"reason":"照片拍糊了"})").status, 200);
    EXPECT_EQ(send(Method::get, file + "/file").status, 404);
}

}  // namespace
}  // namespace supervision
