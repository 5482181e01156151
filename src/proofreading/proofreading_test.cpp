// Proof-reading against a programme's ledger, the dictionary as it is kept, what is set aside,
// every endpoint. Both engines.
#include <gtest/gtest.h>

#include <fstream>

#include "base/test_contract.hpp"
#include "journal/journal_store.hpp"
#include "ledger/test_routes.hpp"
#include "office/archive.hpp"
#include "office/file_bytes.hpp"
#include "proofreading/dictionary_json.hpp"
#include "proofreading/proofread_json.hpp"
#include "proofreading/proofread_routes.hpp"

namespace proofreading {
namespace {

using http::Method;
using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::TestLedger;

const auto temporary = std::filesystem::temp_directory_path();

class Proofreading : public ledger::testing::RoutesOfLedger {
  protected:
    Proofreading()
        : RoutesOfLedger([](const TestLedger& one) {
              return routes({one.needs, temporary});
          }) {}

    Reading read(const std::string& text, const base::Actor& who, bool within = true) {
        WantedText wanted;
        if (within) wanted.programme = ledger.programme;
        wanted.text = text;
        const auto reading = proofread_text(needs_, who, wanted);
        EXPECT_EQ(code_of(reading), "accepted");
        return reading ? *reading : Reading{};
    }
    static std::string marks(const Reading& reading) {
        std::string all;
        for (const auto& one : reading.findings)
            all += std::string(marked(reading.passages, one)) + "|";
        return all;
    }
    std::string last_act_on(const std::string& finding) {
        return database().read([&](db::Transaction& transaction) {
            return journal::list_records(transaction, "finding", finding).back().entry.act;
        });
    }

    Needs needs_{{needs, temporary}};
    ledger::ProblemRow problem =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    ledger::MeasureRow measure = ledger.add(problem, "修订采购制度");
    Entry entry = [this] {
        Entry one;
        one.id = new_id();
        one.wording = {"老称谓", "新称谓", "本地已改称。"};
        return one;
    }();
};
ZHENGGAI_ON_BOTH_ENGINES(Proofreading);

TEST_P(Proofreading, holds_figures_names_and_days_against_the_programme) {
    const std::string text =
        "区委第三巡察组反馈问题2个，制定整改措施1条，2024年4月30日前完成，审计局和青云区配合。";
    EXPECT_EQ(marks(read(text, ledger.zhang_min)), "区委第三巡察组|2个|2024年4月30日|");
    EXPECT_EQ(marks(read(text, ledger.zhang_min, false)), "");
    // Who does not see the programme as a whole is told no totals.
    EXPECT_EQ(marks(read(text, ledger.li_qiang)), "区委第三巡察组|2024年4月30日|");
    WantedText wanted;
    wanted.programme = ledger.programme;
    EXPECT_EQ(code_of(proofread_text(needs_, ledger.sun_li, wanted)), "programme_not_found");
}

TEST_P(Proofreading, knows_units_of_other_programmes) {
    auto other = ledger.wanted_programme("审计局巡察整改");
    other.inspected_unit = ledger.here.unit("青云区城市管理局", ledger.district);
    ASSERT_TRUE(ledger::open_programme(needs, ledger.zhang_min, other));
    (void)ledger.here.unit("河东街道办事处", ledger.district);
    const auto reading = read("青云区城市管理局和河东街道办事处要对照整改。", ledger.zhang_min);
    ASSERT_EQ(marks(reading), "青云区城市管理局|河东街道办事处|");
    EXPECT_EQ(reading.findings[0].severity, Severity::should);
    EXPECT_EQ(reading.findings[1].severity, Severity::hint);
}

TEST_P(Proofreading, puts_right_before_it_reads) {
    WantedText wanted;
    wanted.text = "大部份落实,建立台帐。";
    wanted.fix_all = true;
    auto reading = *proofread_text(needs_, ledger.zhang_min, wanted);
    EXPECT_EQ(lines_of(reading.passages), "大部分落实，建立台账。");
    EXPECT_TRUE(reading.findings.empty());
    wanted.fix_all = false;
    wanted.fixes = {read(wanted.text, ledger.zhang_min, false).findings[0].key};
    reading = *proofread_text(needs_, ledger.zhang_min, wanted);
    EXPECT_EQ(lines_of(reading.passages), "大部分落实,建立台帐。");
}

TEST_P(Proofreading, leaves_a_finding_aside_for_the_same_text_only) {
    const auto reading = read("大部份落实。", ledger.li_qiang);
    const FindingPlace place{ledger.programme, reading.digest, reading.findings[0].key};
    EXPECT_TRUE(reading.may_set_aside);
    EXPECT_EQ(count_open(reading, Severity::must), 1u);
    EXPECT_EQ(code_of(set_finding_aside(needs_, ledger.li_qiang, place, "短")), "reason_too_short");
    EXPECT_EQ(code_of(set_finding_aside(needs_, ledger.sun_li, place, "引用原文如此")),
              "programme_not_found");
    auto looker = ledger.zhang_min;
    looker.acts = {base::Act::read_ledger};
    EXPECT_EQ(code_of(set_finding_aside(needs_, looker, place, "引用原文如此")),
              "only_who_works_sets_findings_aside");
    EXPECT_EQ(code_of(set_finding_aside(needs_, ledger.li_qiang, {ledger.programme, "x", "y"},
                                        "引用原文如此")),
              "finding_unknown");
    ASSERT_EQ(code_of(set_finding_aside(needs_, ledger.li_qiang, place, "引用原文如此")),
              "accepted");
    EXPECT_EQ(last_act_on(place.finding), "set_finding_aside");
    const auto again = read("大部份落实。", ledger.zhang_min);
    ASSERT_EQ(again.set_aside.count(place.finding), 1u);
    EXPECT_EQ(again.set_aside.at(place.finding).by, ledger.li_qiang.name);
    EXPECT_EQ(count_open(again, Severity::must), 0u);
    EXPECT_TRUE(read("大部份落实。\n另一段", ledger.zhang_min).set_aside.empty());
    ASSERT_EQ(code_of(take_back_set_aside(needs_, ledger.zhang_min, place)), "accepted");
    EXPECT_EQ(last_act_on(place.finding), "take_back_set_aside");
    EXPECT_EQ(code_of(take_back_set_aside(needs_, ledger.zhang_min, place)),
              "finding_is_not_set_aside");
    ledger.expect_sound_journal();
}

TEST_P(Proofreading, reads_within_the_transaction_of_another_module) {
    const auto reading = database().read([&](db::Transaction& transaction) {
        const auto loaded =
            *ledger::load_programme(transaction, ledger.programme, base::Scope::everything());
        return read_within(transaction, {ledger.zhang_min, day("2024-06-30")}, loaded,
                           passages_of("反馈问题9个。"));
    });
    EXPECT_EQ(marks(reading), "9个|");
}

TEST_P(Proofreading, keeps_every_version_of_the_dictionary) {
    EXPECT_EQ(code_of(add_entry(needs, ledger.li_qiang, entry)),
              "only_the_office_keeps_the_dictionary");
    const auto made = add_entry(needs, ledger.zhang_min, entry);
    ASSERT_EQ(code_of(made), "accepted");
    EXPECT_EQ(made->version, 1);
    EXPECT_EQ(code_of(add_entry(needs, ledger.zhang_min, entry)), "accepted") << "sent twice";
    EXPECT_EQ(marks(read("沿用老称谓。", ledger.li_qiang)), "老称谓|");
    auto twin = entry;
    twin.id = new_id();
    EXPECT_EQ(code_of(add_entry(needs, ledger.zhang_min, twin)), "wording_is_there_already");
    auto off = *made;
    off.wording.in_force = false;
    ASSERT_EQ(code_of(change_entry(needs, ledger.zhang_min, off)), "accepted");
    EXPECT_EQ(code_of(change_entry(needs, ledger.zhang_min, off)), "somebody_else_changed_it");
    EXPECT_EQ(marks(read("沿用老称谓。", ledger.li_qiang)), "");
    EXPECT_EQ(view_versions(needs, entry.id)->size(), 2u);
    EXPECT_EQ(code_of(view_versions(needs, "nothing")), "wording_unknown");

    auto standard = standard_dictionary().front();
    standard.wording.severity = Severity::hint;
    ASSERT_EQ(code_of(change_entry(needs, ledger.zhang_min, standard)), "accepted");
    EXPECT_EQ(read(standard.wording.wrong, ledger.zhang_min).findings[0].severity, Severity::hint);
    const auto versions = *view_versions(needs, standard.id);
    ASSERT_EQ(versions.size(), 2u);
    EXPECT_EQ(versions[1], standard_dictionary().front());
    const auto view = view_dictionary(needs, ledger.li_qiang);
    EXPECT_FALSE(view.may_keep);
    EXPECT_EQ(view.entries.size(), standard_dictionary().size() + 1);
    ledger.expect_sound_journal();
}

TEST_P(Proofreading, corrects_a_word_document_in_its_runs) {
    office::Paper paper;
    paper.sections.push_back(
        {office::Orientation::portrait,
         {office::paragraph(office::Style::title, "整改报告"),
          office::paragraph(office::Style::body, "大部份措施已经落实,台帐已建。")}});
    const auto path = temporary / ("proofreading-" + new_id() + ".docx");
    office::write_bytes(path, office::docx_of(paper));
    const WantedFile wanted{{}, "报告.docx", path};
    const auto reading = proofread_file(needs_, ledger.zhang_min, wanted);
    ASSERT_EQ(code_of(reading), "accepted");
    EXPECT_EQ(marks(*reading), "部份|,|台帐|") << "our own writer keeps to the standard";
    const auto made = correct_file(needs_, ledger.zhang_min, wanted, {{}, true});
    ASSERT_EQ(code_of(made), "accepted");
    EXPECT_EQ(made->name, "报告（校对）.docx");
    auto archive = *office::Archive::open_bytes(made->bytes);
    EXPECT_NE(archive.read("word/document.xml", 1u << 20)->find("w:ins"), std::string::npos);
    office::write_bytes(path, made->bytes);
    EXPECT_EQ(marks(*proofread_file(needs_, ledger.zhang_min, wanted)), "");
    EXPECT_EQ(code_of(correct_file(needs_, ledger.zhang_min, wanted, {{}, true})),
              "nothing_to_put_right");
    office::write_bytes(path, "大部份");
    EXPECT_EQ(marks(*proofread_file(needs_, ledger.zhang_min, {{}, "a.txt", path})), "部份|");
    EXPECT_EQ(code_of(correct_file(needs_, ledger.zhang_min, {{}, "a.txt", path}, {{}, true})),
              "only_word_is_corrected_in_place");
    std::filesystem::remove(path);
}

TEST_P(Proofreading, answers_those_who_may_and_nobody_else) {
    const auto texts = api + "/proofreading", wordings = api + "/wordings";
    const auto aside =
        programme + "/proofreading/" + std::string(64, 'a') + "/" + std::string(12, 'b');
    const auto first = wordings + "/" + standard_dictionary().front().id;
    expect_answers({
        {{Method::post, texts, R"({"text":"部份"})"}, 200, 200},
        {{Method::post, texts, R"({"text":"部份","programme":"x"})"}, 422, 422},
        {{Method::post, texts + "/files?name=a.txt", ""}, 422, 422},
        {{Method::post, texts + "/corrected-files?name=a.txt", ""}, 422, 422},
        {{Method::get, api + "/documents/ledger_table/" + ledger.programme.text() + "/proofreading",
          ""},
         200,
         200},
        {{Method::get, api + "/documents/nothing/" + ledger.programme.text() + "/proofreading", ""},
         404,
         404},
        {{Method::put, aside, R"({"reason":"引用原文如此"})"}, 200, 200},
        {{Method::del, aside, ""}, 204, 404},
        {{Method::get, wordings, ""}, 200, 200},
        {{Method::post, wordings, "{}"}, 403, 422},
        {{Method::get, first, ""}, 200, 200},
        {{Method::put, first, "{}"}, 403, 422},
    });
    const auto answer = expect(200, {Method::post, texts, R"({"text":"𠮷部份"})"}, ledger.li_qiang);
    const auto& finding = answer.at("findings").as_array()[0];
    EXPECT_EQ(finding.at("begin").as_int64(), 1) << "columns count characters";
    EXPECT_EQ(finding.at("end").as_int64(), 3);
    const auto surrogate = send({Method::post, texts, "{\"text\":\"\\ud800\"}"}, &ledger.li_qiang);
    EXPECT_EQ(surrogate.status, 422);
}

TEST(ProofreadingMessages, are_those_of_the_contract) {
    const base::testing::Contract contract{"proofreading"};
    base::Actor office;
    office.acts = accounts::acts_of(accounts::Role::rectification_office);
    const ledger::Reader reader{office, day("2024-06-30")};
    Reading reading;
    reading.programme = base::testing::golden_id<base::ProgrammeId>("a1");
    reading.format = "docx";
    reading.digest = std::string(64, '0');
    reading.passages = {{"大部份落实", 1, 0, 0, 0}, {"部份", 2, 1, 1, 2}};
    reading.findings = {
        {Kind::layout, Severity::should, 0, 0, 0, "纸张不是A4。", "改用A4。", {}, "k1"},
        {Kind::wording, Severity::must, 0, 3, 9, "错别字。", "改为“部分”。", "部分", "k2"},
        {Kind::wording, Severity::must, 1, 0, 6, "错别字。", "", {}, "k3"}};
    reading.set_aside["k3"] = {"引用原文如此", "李强", base::Instant{1'719'735'300'000}};
    reading.may_set_aside = true;
    contract.expect(to_json(reading, reader), "reading");
    const auto text = read_text(contract.golden("new_text"));
    ASSERT_TRUE(text);
    EXPECT_EQ(text->text, "大部份落实");
    EXPECT_TRUE(text->fixes.contains("k2"));
    const auto entry = read_new_entry(contract.golden("new_wording"));
    ASSERT_TRUE(entry);
    auto kept = *entry;
    kept.version = 1;
    kept.by = "张敏";
    kept.at = base::Instant{1'719'735'300'000};
    contract.expect(to_json(DictionaryView{{kept}, true}, reader), "wordings");
}

}  // namespace
}  // namespace proofreading
