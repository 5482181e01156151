// Keeping templates: versions that never change, faults that are kept and shown, one version in
// use, and who may do what. Both engines.
#include <fstream>

#include "base/test_contract.hpp"
#include "evidence/blob_folder.hpp"
#include "evidence/keeping_actions.hpp"
#include "journal/journal_store.hpp"
#include "ledger/test_routes.hpp"
#include "office/template_samples.hpp"
#include "templates/field_paper.hpp"
#include "templates/starter_paper.hpp"
#include "templates/template_json.hpp"
#include "templates/template_routes.hpp"

namespace templates {
namespace {

using http::Method;
using ledger::testing::code_of;
using ledger::testing::day;

base::Actor office_actor() {
    base::Actor actor;
    actor.name = "张敏";
    actor.acts = accounts::acts_of(accounts::Role::rectification_office);
    return actor;
}
Version version_of(const std::string& digest, std::size_t faults = 0) {
    Version version;
    version.digest = digest;
    version.faults.resize(faults);
    return version;
}

TEST(TemplateRules, use_the_first_version_without_faults_and_no_other_by_themselves) {
    const auto office = office_actor();
    using office::TemplateKind;
    Template one;
    one.name = "台账";
    one = *with_version(one, TemplateKind::docx, version_of("a", 2), office);
    EXPECT_EQ(one.used, 0);
    EXPECT_EQ(code_of(use(one, 1, office)), "template_version_has_faults");
    EXPECT_EQ(code_of(version_to_fill(one, 0, office)), "template_has_no_version_in_use");
    one = *with_version(one, TemplateKind::docx, version_of("b"), office);
    EXPECT_EQ(one.used, 2);
    one = *with_version(one, TemplateKind::docx, version_of("c"), office);
    EXPECT_EQ(one.used, 2);
    EXPECT_EQ(with_version(one, TemplateKind::docx, version_of("c"), office)->versions.size(), 3u);
    EXPECT_EQ(code_of(with_version(one, TemplateKind::xlsx, version_of("d"), office)),
              "template_is_of_the_other_kind");
    EXPECT_EQ(use(one, 3, office)->used, 3);
    EXPECT_EQ(code_of(use(one, 9, office)), "template_version_unknown");
    base::Actor other;
    EXPECT_EQ(code_of(version_to_fill(one, 0, other)), "accepted");
    EXPECT_EQ(code_of(version_to_fill(one, 3, other)), "template_version_unknown");
    EXPECT_EQ(version_to_fill(one, 3, office)->digest, "c");
    EXPECT_EQ(code_of(use(one, 3, other)), "only_the_office_keeps_templates");
}

TEST(TemplateRules, keep_what_is_withdrawn_until_it_is_taken_back) {
    const auto office = office_actor();
    auto one = *with_version({}, office::TemplateKind::docx, version_of("a"), office);
    EXPECT_EQ(code_of(withdraw(one, "旧", office, {})), "reason_too_short");
    EXPECT_EQ(code_of(take_back(one, office)), "template_is_not_withdrawn");
    one = *withdraw(one, "格式已经改版", office, {});
    EXPECT_EQ(code_of(version_to_fill(one, 0, office)), "template_is_withdrawn");
    EXPECT_EQ(code_of(use(one, 1, office)), "template_is_withdrawn");
    EXPECT_EQ(code_of(with_version(one, office::TemplateKind::docx, version_of("b"), office)),
              "template_is_withdrawn");
    EXPECT_EQ(take_back(one, office)->used, 1);
}

TEST(Starters, are_templates_without_faults) {
    for (const auto starter : starters) {
        const auto bytes = bytes_of(starter);
        const auto read = office::read_template(bytes, field_table());
        ASSERT_TRUE(read) << name_of(starter) << read.error().code;
        EXPECT_EQ((*read)->kind(), kind_of(starter));
        EXPECT_GT((*read)->marks(), 10u);
        for (const auto& fault : (*read)->faults())
            ADD_FAILURE() << name_of(starter) << ' ' << fault.code << ' ' << fault.args[1].second;
        EXPECT_EQ(starter_of(name_of(starter)), starter);
    }
}

const base::testing::Contract contract{"templates"};

Template golden() {
    Template one;
    one.id = base::testing::golden_id<TemplateId>("c1");
    one.name = "区委巡察办台账";
    one.used = 1;
    one.version = 3;
    Version first = version_of("aa");
    first.number = 1;
    first.file_name = "台账.docx";
    first.bytes = 20'480;
    first.marks = 12;
    first.by = "张敏";
    first.at = base::Instant{1'719'735'300'000};
    auto second = first;
    second.number = 2;
    second.faults = {base::refuse(
        base::ErrorKind::invalid, "template_field_unknown", "file",
        {{"place", "表1第2行第1格"}, {"value", "{{问题.编码}}"}, {"accepted", "问题.编号"}})};
    one.versions = {first, second};
    return one;
}

TEST(TemplateMessages, are_those_of_the_contract) {
    const ledger::Reader reader{office_actor(), day("2024-06-30")};
    auto withdrawn = golden();
    withdrawn.withdrawn = Withdrawal{base::Instant{1'719'735'300'000}, "张敏", "格式已经改版"};
    withdrawn.versions.pop_back();
    contract.expect(to_json(std::vector<Template>{golden(), withdrawn}, reader), "templates");
    const auto order = read_use(contract.golden("use"));
    ASSERT_EQ(code_of(order), "accepted");
    EXPECT_EQ(order->number, 2);
    const auto withdrawal = read_withdrawal(contract.golden("withdrawal"));
    ASSERT_EQ(code_of(withdrawal), "accepted");
    EXPECT_EQ(withdrawal->reason, "格式已经改版");
    const office::RecordType few{
        "",
        "",
        {{"总数", office::FieldSort::number, "个数", "3"}},
        {{"问题", "反馈问题", {{"内容", office::FieldSort::text, "原文", "不规范"}}, {}}}};
    contract.expect(fields_json(few), "fields");
}

class Templates : public ledger::testing::RoutesOfLedger {
  protected:
    Templates()
        : RoutesOfLedger(
              [](const ledger::testing::TestLedger& one) { return routes(needs_of(one.needs)); }) {}

    static Needs needs_of(const ledger::Needs& of_ledger) {
        static const office::sample::Folder kept_in;
        static const evidence::BlobFolder files{kept_in / "evidence", base::Algorithm::sha256};
        return {{of_ledger, files, 1 << 20}, kept_in / "temporary"};
    }

    std::filesystem::path file_of(std::string_view text) {
        return folder.write("upload" + std::to_string(++uploads_),
                            office::sample::word_template(office::sample::paragraph(text)));
    }
    Template added(const std::string& name, std::string_view text) {
        const auto one =
            add_template(kept, ledger.zhang_min,
                         {ledger.here.make_id<TemplateId>(), name, "台账.docx", file_of(text)});
        EXPECT_EQ(code_of(one), "accepted");
        return one ? *one : Template{};
    }

    office::sample::Folder folder;
    Needs kept = needs_of(needs);
    int uploads_ = 0;
};
ZHENGGAI_ON_BOTH_ENGINES(Templates);

TEST_P(Templates, keep_every_version_with_what_is_wrong_with_it) {
    auto one = added("台账", "{{问题总数}}{{问题总述}}");
    ASSERT_EQ(one.versions.size(), 1u);
    ASSERT_EQ(one.versions[0].faults.size(), 1u);
    EXPECT_EQ(one.versions[0].faults[0].code, "template_field_unknown");
    EXPECT_EQ(one.versions[0].faults[0].args[0].second, "第1段");
    EXPECT_EQ(one.used, 0);
    const auto next =
        add_version(kept, ledger.zhang_min, {one.id, "", "台账二.docx", file_of("{{问题总数}}")});
    ASSERT_EQ(code_of(next), "accepted");
    EXPECT_EQ(next->used, 2);
    EXPECT_EQ(next->versions[1].file_name, "台账二.docx");
    EXPECT_EQ(list_templates(kept, ledger.zhang_min)[0].versions[0].faults.size(), 1u);
    const auto seen = list_templates(kept, ledger.li_qiang);
    ASSERT_EQ(seen.size(), 1u);
    EXPECT_EQ(seen[0].versions.size(), 1u) << "others see what is in use";
    const auto& files = kept.evidence.files;
    EXPECT_TRUE(evidence::check_files(database(), files).sound());
    static_cast<void>(
        evidence::remove_orphans(database(), files, base::Instant{4'102'444'800'000}));
    EXPECT_EQ(fetch_version(kept, ledger.zhang_min, one.id, 1)->blob->read(0, 2), "PK");
    EXPECT_EQ(code_of(fetch_version(kept, ledger.li_qiang, one.id, 1)), "template_version_unknown");
    ledger.expect_sound_journal();
}

TEST_P(Templates, refuse_twice_the_same_name_and_what_is_no_template) {
    const auto one = added("台账", "{{问题总数}}");
    const auto again = [&](const Upload& upload) {
        return code_of(add_template(kept, ledger.zhang_min, upload));
    };
    EXPECT_EQ(again({one.id, "台账", "台账.docx", file_of("{{问题总数}}")}), "accepted");
    EXPECT_EQ(again({one.id, "台账", "台账.docx", file_of("{{措施总数}}")}),
              "same_id_other_content");
    const auto other = ledger.here.make_id<TemplateId>();
    EXPECT_EQ(again({other, "台账", "a.docx", file_of("x")}), "template_name_is_used");
    EXPECT_EQ(again({other, "", "a.docx", file_of("x")}), "template_needs_a_name");
    EXPECT_EQ(again({other, "别的", "a.docx", folder.write("t", "文字")}),
              "template_is_no_office_file");
    EXPECT_EQ(code_of(add_template(kept, ledger.li_qiang, {other, "别的", "a", file_of("x")})),
              "only_the_office_keeps_templates");
}

TEST_P(Templates, are_withdrawn_and_taken_back_by_those_who_saw_them_last) {
    auto one = added("台账", "{{问题总数}}");
    EXPECT_EQ(code_of(use_version(kept, ledger.zhang_min, {one.id, 9}, 1)),
              "somebody_else_changed_it");
    const auto gone =
        withdraw_template(kept, ledger.zhang_min, {one.id, one.version}, "格式已经改版");
    ASSERT_EQ(code_of(gone), "accepted");
    EXPECT_EQ(gone->withdrawn->reason, "格式已经改版");
    EXPECT_TRUE(list_templates(kept, ledger.li_qiang).empty());
    EXPECT_EQ(list_templates(kept, ledger.zhang_min).size(), 1u);
    const auto back = take_back_template(kept, ledger.zhang_min, {one.id, gone->version});
    ASSERT_EQ(code_of(back), "accepted");
    EXPECT_FALSE(back->withdrawn);
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM journal_entry WHERE subject_kind = "
                               "'template'"),
              3);
}

TEST_P(Templates, open_to_those_who_may_and_to_nobody_else) {
    const auto one = added("台账", "{{问题总数}}");
    static_cast<void>(ledger.add(
        "采购管理不规范", ledger::testing::TestLedger::held_by("采购科", ledger.procurement)));
    const auto all = api + "/templates", own = all + "/" + one.id.text();
    expect_answers({
        {{Method::get, all, ""}, 200, 200},
        {{Method::get, api + "/template-fields", ""}, 200, 200},
        {{Method::get, api + "/template-starters/ledger-docx", ""}, 200, 200},
        {{Method::get, api + "/template-starters/x", ""}, 404, 404},
        {{Method::post, all, ""}, 403, 422},
        {{Method::post, own + "/versions", ""}, 403, 422},
        {{Method::put, own + "/use", R"({"version":1,"number":7})"}, 403, 404},
        {{Method::put, own + "/withdrawal", R"({"version":1,"reason":"旧"})"}, 403, 422},
        {{Method::put, own + "/return", R"({"version":1})"}, 403, 409},
        {{Method::get, own + "/versions/1/file", ""}, 200, 200},
        {{Method::get, own + "/versions/x/file", ""}, 404, 404},
        {{Method::get, own + "/documents/" + ledger.programme.text(), ""}, 200, 200},
        {{Method::get, own + "/documents/" + new_id(), ""}, 404, 404},
    });
}

}  // namespace
}  // namespace templates
