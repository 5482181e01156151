// Evidence at measures and problems: who may bring it, where it is seen, what is kept of it.
#include <algorithm>
#include <boost/json.hpp>

#include "base/test_contract.hpp"
#include "evidence/blob_folder.hpp"
#include "evidence/evidence_store.hpp"
#include "ledger/evidence_json.hpp"
#include "ledger/ledger_routes.hpp"
#include "ledger/test_ledger.hpp"
#include "office/sample_files.hpp"

namespace ledger {
namespace {

using evidence::EvidenceId;
using http::Method;
using testing::code_of;
using testing::TestLedger;

class Proofs : public testing::OneLedger {
  protected:
    EvidenceUpload upload(const std::string& name, std::string_view bytes) {
        evidence::Claim claim;
        claim.id = ledger.here.make_id<EvidenceId>();
        claim.name = name;
        claim.kind = evidence::EvidenceKind::minutes;
        return {claim, folder_.write("upload", bytes)};
    }
    /// Brings a file and gives the id under which it stands.
    EvidenceId add(const ProvenId& at, const std::string& name, std::string_view bytes,
                   const base::Actor& who) {
        const auto wanted = upload(name, bytes);
        EXPECT_EQ(code_of(add_evidence(proofs, who, at, wanted)), "accepted");
        ledger.here.pass(1000);
        return wanted.claim.id;
    }
    std::vector<std::string> names(const ProvenId& at, const base::Actor& who) {
        std::vector<std::string> found;
        const auto list = list_evidence(proofs, who, at);
        EXPECT_EQ(code_of(list), "accepted");
        if (list)
            for (const auto& row : list->rows) found.push_back(row.newest.item.evidence.name);
        return found;
    }
    std::vector<std::string> acts_in_history(MeasureId id) {
        std::vector<std::string> acts;
        for (const auto& change : *history_of_measure(needs, ledger.zhang_min, id))
            acts.push_back(change.act);
        return acts;
    }
    std::int64_t noted(const std::string& act) {
        return ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = '" + act + "'");
    }
    base::Actor cleared(base::Actor actor) {
        actor.scope.cleared = base::subject_guards;
        return actor;
    }

    office::sample::Folder folder_;
    evidence::BlobFolder files{folder_ / "evidence", base::Algorithm::sha256};
    EvidenceNeeds proofs{needs, files, 1u << 20};
    Responsibility procurement = TestLedger::held_by("采购科", ledger.procurement);
    Responsibility budget = TestLedger::held_by("预算科", ledger.budget);
    ProblemRow one = ledger.add("采购管理不规范", procurement);
    MeasureRow first = ledger.add(one, "修订采购制度"), second = ledger.add(one, "开展采购培训");
    ProblemRow two = ledger.add("预算编制粗放", budget);
    MeasureRow other = ledger.add(two, "细化预算编制");
    ProvenId at_first = first.measure.id, at_second = second.measure.id, at_one = one.problem.id,
             at_other = other.measure.id;
};
ZHENGGAI_ON_BOTH_ENGINES(Proofs);

TEST_P(Proofs, stand_at_the_row_they_were_brought_to) {
    const auto sent = upload("纪要.txt", "会议纪要");
    ASSERT_EQ(code_of(add_evidence(proofs, ledger.li_qiang, at_first, sent)), "accepted");
    const auto list = list_evidence(proofs, ledger.zhang_min, at_first);
    ASSERT_TRUE(list);
    ASSERT_EQ(list->rows.size(), 1u);
    const auto& item = list->rows[0].newest.item;
    EXPECT_EQ(item.evidence.id, sent.claim.id);
    EXPECT_EQ(item.evidence.by, "采购科李强");
    EXPECT_EQ(item.file.type, evidence::FileType::text);
    EXPECT_EQ(item.file.bytes, 12);
    EXPECT_TRUE(files.open(item.file.digest));
    EXPECT_TRUE(names(at_second, ledger.zhang_min).empty());
    EXPECT_EQ(acts_in_history(first.measure.id),
              (std::vector<std::string>{"add_evidence", "add_measure"}));
    EXPECT_EQ(noted("add_evidence"), 1);
    // Sent again: once; with other content: a conflict.
    EXPECT_EQ(code_of(add_evidence(proofs, ledger.li_qiang, at_first, sent)), "accepted");
    EXPECT_EQ(names(at_first, ledger.zhang_min).size(), 1u);
    EXPECT_EQ(noted("add_evidence"), 1);
    auto changed = sent;
    changed.file = folder_.write("upload", "另一份");
    EXPECT_EQ(code_of(add_evidence(proofs, ledger.li_qiang, at_first, changed)),
              "same_id_other_content");
    EXPECT_EQ(code_of(add_evidence(proofs, ledger.li_qiang, at_one, sent)),
              "same_id_other_content");
    ledger.expect_sound_journal();
}

TEST_P(Proofs, are_brought_by_those_who_work_there) {
    const auto sent = upload("纪要.txt", "会议纪要");
    EXPECT_EQ(code_of(add_evidence(proofs, ledger.zhao_li, at_first, sent)), "measure_not_found");
    EXPECT_EQ(code_of(add_evidence(proofs, ledger.zhao_li, at_one, sent)), "problem_not_found");
    EXPECT_EQ(code_of(list_evidence(proofs, ledger.zhao_li, at_first)), "measure_not_found");
    auto reader = ledger.li_qiang;
    reader.acts = {base::Act::read_ledger};
    EXPECT_EQ(code_of(add_evidence(proofs, reader, at_first, sent)),
              "only_responsible_units_prove");
    EXPECT_TRUE(list_evidence(proofs, reader, at_first)->may.empty());
    auto editor = ledger.zhang_min;
    editor.acts = {base::Act::read_ledger, base::Act::edit_ledger};
    EXPECT_EQ(code_of(add_evidence(proofs, editor, at_first, sent)), "accepted");
    auto bad = upload("程序.pdf", std::string_view("MZ\x90\0\x03", 5));
    EXPECT_EQ(code_of(add_evidence(proofs, ledger.li_qiang, at_first, bad)),
              "evidence_type_not_accepted");
}

TEST_P(Proofs, of_one_file_tell_of_each_other_as_far_as_seen) {
    add(at_first, "纪要.txt", "同一份", ledger.li_qiang);
    add(at_other, "同样.txt", "同一份", ledger.zhao_li);
    add(at_one, "问题.txt", "同一份", ledger.li_qiang);
    const auto seen_by = [&](const base::Actor& who) {
        return list_evidence(proofs, who, at_first)->rows.at(0).newest;
    };
    const auto all = seen_by(ledger.zhang_min);
    ASSERT_EQ(all.elsewhere.size(), 2u);
    EXPECT_EQ(all.elsewhere[0].id, other.measure.id.text());
    EXPECT_EQ(all.elsewhere[1].kind, "problem");
    EXPECT_EQ(all.elsewhere_unseen, 0);
    const auto part = seen_by(ledger.li_qiang);
    ASSERT_EQ(part.elsewhere.size(), 1u);
    EXPECT_EQ(part.elsewhere[0].id, one.problem.id.text());
    EXPECT_EQ(part.elsewhere_unseen, 1);
    // Behind a guard, nobody who is not cleared learns of it, not even as a number.
    const auto chief = cleared(ledger.zhang_min);
    ASSERT_EQ(
        code_of(guard_problem(needs, chief, ledger.seen(two.problem.id), {base::Guard::clues})),
        "accepted");
    EXPECT_EQ(seen_by(ledger.li_qiang).elsewhere_unseen, 0);
    EXPECT_EQ(seen_by(ledger.zhang_min).elsewhere.size(), 1u);
    EXPECT_EQ(seen_by(chief).elsewhere.size(), 2u);
}

TEST_P(Proofs, serve_several_rows) {
    const auto id = add(at_first, "纪要.txt", "会议纪要", ledger.li_qiang);
    EXPECT_EQ(code_of(link_evidence(proofs, ledger.zhao_li, at_other, id)), "evidence_not_found");
    ASSERT_EQ(code_of(link_evidence(proofs, ledger.li_qiang, at_second, id)), "accepted");
    ASSERT_EQ(code_of(link_evidence(proofs, ledger.li_qiang, at_second, id)), "accepted");
    EXPECT_EQ(names(at_second, ledger.li_qiang), std::vector<std::string>{"纪要.txt"});
    EXPECT_EQ(noted("link_evidence"), 1);
    const auto elsewhere =
        list_evidence(proofs, ledger.li_qiang, at_second)->rows[0].newest.elsewhere;
    ASSERT_EQ(elsewhere.size(), 1u);
    EXPECT_EQ(elsewhere[0].series, id);
    EXPECT_EQ(search_evidence(proofs, ledger.li_qiang, ledger.programme, "纪要")->size(), 1u);
    EXPECT_EQ(search_evidence(proofs, ledger.li_qiang, ledger.programme, "通报")->size(), 0u);
    EXPECT_EQ(search_evidence(proofs, ledger.zhao_li, ledger.programme, "")->size(), 0u);
    // Taken from one row it stands at the other; taken from both it is gone, its file is not.
    ledger.here.pass(1000);
    ASSERT_EQ(code_of(remove_evidence(proofs, ledger.li_qiang, at_first, id, "放错了地方")),
              "accepted");
    EXPECT_TRUE(names(at_first, ledger.li_qiang).empty());
    EXPECT_EQ(code_of(fetch_evidence(proofs, ledger.li_qiang, id)), "accepted");
    ASSERT_EQ(code_of(remove_evidence(proofs, ledger.li_qiang, at_second, id, "与措施无关")),
              "accepted");
    EXPECT_EQ(code_of(fetch_evidence(proofs, ledger.li_qiang, id)), "evidence_not_found");
    const auto stored = ledger.here.database.read(
        [&](db::Transaction& transaction) { return evidence::find_item(transaction, id); });
    ASSERT_TRUE(stored && stored->evidence.removed);
    EXPECT_EQ(stored->evidence.removed->reason, "与措施无关");
    EXPECT_TRUE(files.open(stored->file.digest));
    EXPECT_EQ(acts_in_history(first.measure.id),
              (std::vector<std::string>{"remove_evidence", "add_evidence", "add_measure"}));
    EXPECT_EQ(code_of(link_evidence(proofs, ledger.li_qiang, at_first, id)), "evidence_not_found");
}

TEST_P(Proofs, keep_their_old_versions) {
    const auto id = add(at_first, "一稿.txt", "一稿", ledger.li_qiang);
    ASSERT_EQ(code_of(link_evidence(proofs, ledger.li_qiang, at_second, id)), "accepted");
    ledger.here.pass(1000);
    const auto next = upload("二稿.txt", "二稿");
    ASSERT_EQ(code_of(replace_evidence(proofs, ledger.li_qiang, at_first, id, next)), "accepted");
    ASSERT_EQ(code_of(replace_evidence(proofs, ledger.li_qiang, at_first, id, next)), "accepted");
    const auto list = list_evidence(proofs, ledger.li_qiang, at_second);
    ASSERT_EQ(list->rows.size(), 1u);
    EXPECT_EQ(list->rows[0].newest.item.evidence.version, 2);
    EXPECT_EQ(list->rows[0].newest.item.evidence.replaces, id);
    ASSERT_EQ(list->rows[0].earlier.size(), 1u);
    EXPECT_EQ(list->rows[0].earlier[0].item.evidence.name, "一稿.txt");
    EXPECT_EQ(code_of(fetch_evidence(proofs, ledger.li_qiang, id)), "accepted");
    EXPECT_EQ(code_of(replace_evidence(proofs, ledger.li_qiang, at_first, id,
                                       upload("三稿.txt", "三稿"))),
              "evidence_has_a_newer_version");
    EXPECT_EQ(noted("replace_evidence"), 2);  // at either row
    EXPECT_EQ(code_of(replace_evidence(proofs, ledger.zhang_min, at_other, next.claim.id,
                                       upload("三稿.txt", "三稿"))),
              "evidence_not_found");
    EXPECT_EQ(search_evidence(proofs, ledger.li_qiang, ledger.programme, "")->size(), 1u);
    ledger.expect_sound_journal();
}

TEST_P(Proofs, are_corrected_in_what_is_said_of_them_and_keep_what_was_said) {
    using evidence::EvidenceKind;
    const auto id = add(at_first, "纪要.txt", "会议纪要", ledger.li_qiang);
    ASSERT_EQ(code_of(link_evidence(proofs, ledger.li_qiang, at_second, id)), "accepted");
    ledger.here.pass(1000);
    const evidence::Correction circular{ledger.here.make_id<EvidenceId>(), EvidenceKind::circular,
                                        " 局发〔2024〕9号 "};
    const auto correct = [&](const base::Actor& who, const ProvenId& at, EvidenceId which,
                             const evidence::Correction& said) {
        return code_of(correct_evidence(proofs, who, at, which, said));
    };
    EXPECT_EQ(correct(ledger.zhao_li, at_first, id, circular), "measure_not_found");
    EXPECT_EQ(correct(ledger.zhang_min, at_other, id, circular), "evidence_not_found");
    EXPECT_EQ(correct(ledger.li_qiang, at_first, id, {circular.id, EvidenceKind::minutes, ""}),
              "nothing_is_corrected");
    EXPECT_EQ(correct(ledger.li_qiang, at_first, id,
                      {circular.id, EvidenceKind::minutes, std::string(501, 'a')}),
              "text_too_long");
    ASSERT_EQ(correct(ledger.zhang_min, at_first, id, circular), "accepted");
    ASSERT_EQ(correct(ledger.zhang_min, at_first, id, circular), "accepted") << "sent again";
    EXPECT_EQ(correct(ledger.zhang_min, at_first, id, {circular.id, EvidenceKind::other, ""}),
              "same_id_other_content");
    EXPECT_EQ(correct(ledger.zhang_min, at_first, id,
                      {ledger.here.make_id<EvidenceId>(), EvidenceKind::other, ""}),
              "evidence_has_a_newer_version");
    const auto row = list_evidence(proofs, ledger.li_qiang, at_second)->rows.at(0);
    EXPECT_TRUE(row.newest.corrected);
    EXPECT_EQ(row.newest.item.evidence.kind, EvidenceKind::circular);
    EXPECT_EQ(row.newest.item.evidence.description, "局发〔2024〕9号");
    EXPECT_EQ(row.newest.item.evidence.name, "纪要.txt");
    EXPECT_EQ(row.newest.item.evidence.by, "整改办张敏");
    ASSERT_EQ(row.earlier.size(), 1u);
    EXPECT_EQ(row.earlier[0].item.evidence.kind, EvidenceKind::minutes);
    EXPECT_EQ(row.earlier[0].item.evidence.by, "采购科李强");
    EXPECT_EQ(noted("correct_evidence"), 2);  // at either row
    const auto history = *history_of_measure(needs, ledger.zhang_min, first.measure.id);
    ASSERT_EQ(history[0].act, "correct_evidence");
    ASSERT_EQ(history[0].changes.size(), 3u);
    EXPECT_EQ(history[0].changes[1].old_value, "会议记录");
    EXPECT_EQ(history[0].changes[1].new_value, "通报文件");
    EXPECT_EQ(history[0].changes[2].new_value, "局发〔2024〕9号");
    ledger.expect_sound_journal();
}

TEST_P(Proofs, are_asked_for_by_the_programme_before_a_review) {
    using evidence::EvidenceKind;
    const auto programme = view_programme(needs, ledger.zhang_min, ledger.programme)->programme;
    EXPECT_EQ(programme.required_evidence, RequiredEvidence{}) << "nothing unless it is set";
    const ProgrammeChange asking{
        .required_evidence =
            RequiredEvidence{{EvidenceKind::voucher, EvidenceKind::minutes, EvidenceKind::voucher},
                             {EvidenceKind::decision}}};
    EXPECT_EQ(code_of(change_programme(needs, ledger.li_qiang, ledger.programme, programme.version,
                                       asking)),
              "only_the_office_edits");
    const auto set =
        change_programme(needs, ledger.zhang_min, ledger.programme, programme.version, asking);
    ASSERT_TRUE(set);
    EXPECT_EQ(set->programme.required_evidence.measure,
              (EvidenceKinds{EvidenceKind::minutes, EvidenceKind::voucher}));
    ledger.claim(one.problem.id, ledger.li_qiang);
    ledger.report(first.measure.id, ledger.li_qiang);
    const auto submitted = [&] {
        return submit_measure(needs, ledger.li_qiang, ledger.seen(first.measure.id));
    };
    ASSERT_EQ(code_of(submitted()), "evidence_missing");
    EXPECT_EQ(submitted().error().args[0].second, "会议记录、财务凭证");
    const auto minutes = add(at_first, "纪要.txt", "会议纪要", ledger.li_qiang);
    EXPECT_EQ(submitted().error().args[0].second, "财务凭证");
    const auto list = list_evidence(proofs, ledger.li_qiang, at_first);
    ASSERT_EQ(list->required.size(), 2u);
    EXPECT_TRUE(list->required[0].stands);
    EXPECT_FALSE(list->required[1].stands);
    EXPECT_EQ(list_evidence(proofs, ledger.li_qiang, at_one)->required.size(), 1u);
    // The kind that is said last counts, and what was taken away does not.
    add(at_first, "凭证.txt", "凭证", ledger.li_qiang);
    const auto second_one = list_evidence(proofs, ledger.li_qiang, at_first)->rows[1];
    const auto voucher = ledger.here.make_id<EvidenceId>();
    ASSERT_EQ(code_of(correct_evidence(proofs, ledger.li_qiang, at_first,
                                       second_one.newest.item.evidence.id,
                                       {voucher, EvidenceKind::voucher, ""})),
              "accepted");
    ASSERT_EQ(code_of(remove_evidence(proofs, ledger.li_qiang, at_first, minutes, "放错了地方")),
              "accepted");
    EXPECT_EQ(submitted().error().args[0].second, "会议记录");
    add(at_first, "纪要二.txt", "会议纪要二", ledger.li_qiang);
    ASSERT_EQ(code_of(submitted()), "accepted");
    ASSERT_EQ(code_of(accept_measure(needs, ledger.zhang_min, ledger.seen(first.measure.id),
                                     {MeasureStatus::done}, "同意")),
              "accepted");
    ASSERT_EQ(code_of(link_evidence(proofs, ledger.li_qiang, at_second, voucher)), "accepted");
    add(at_second, "纪要.txt", "会议纪要", ledger.li_qiang);
    ledger.finish(second.measure.id, ledger.li_qiang);
    EXPECT_EQ(code_of(apply_for_strike_off(needs, ledger.li_qiang, ledger.seen(one.problem.id),
                                           TestLedger::complete())),
              "evidence_missing");
    auto decision = upload("决定.txt", "处理决定");
    decision.claim.kind = EvidenceKind::decision;
    ASSERT_EQ(code_of(add_evidence(proofs, ledger.li_qiang, at_one, decision)), "accepted");
    ledger.strike_off(one.problem.id, ledger.li_qiang);
    ledger.expect_sound_journal();
}

TEST_P(Proofs, stay_as_they_are_while_somebody_judges_them) {
    const auto id = add(at_first, "纪要.txt", "会议纪要", ledger.li_qiang);
    ASSERT_EQ(code_of(link_evidence(proofs, ledger.li_qiang, at_second, id)), "accepted");
    ledger.claim(one.problem.id, ledger.li_qiang);
    ledger.report(first.measure.id, ledger.li_qiang);
    ASSERT_EQ(code_of(submit_measure(needs, ledger.li_qiang, ledger.seen(first.measure.id))),
              "accepted");
    const auto next = upload("二稿.txt", "二稿");
    const auto why = "与措施没有关系";
    EXPECT_EQ(code_of(remove_evidence(proofs, ledger.li_qiang, at_first, id, why)),
              "evidence_is_under_review");
    EXPECT_EQ(code_of(replace_evidence(proofs, ledger.li_qiang, at_first, id, next)),
              "evidence_is_under_review");
    EXPECT_EQ(code_of(correct_evidence(
                  proofs, ledger.li_qiang, at_first, id,
                  {ledger.here.make_id<EvidenceId>(), evidence::EvidenceKind::other, ""})),
              "evidence_is_under_review");
    // Nor through the other row where it stands; from there alone it may be taken.
    EXPECT_EQ(code_of(replace_evidence(proofs, ledger.li_qiang, at_second, id, next)),
              "evidence_is_under_review");
    EXPECT_EQ(list_evidence(proofs, ledger.li_qiang, at_second)->rows[0].may,
              std::vector{EvidenceAct::remove});
    add(at_first, "补充.txt", "补充", ledger.li_qiang);
    ASSERT_EQ(code_of(accept_measure(needs, ledger.zhang_min, ledger.seen(first.measure.id),
                                     {MeasureStatus::done}, "同意")),
              "accepted");
    EXPECT_EQ(code_of(remove_evidence(proofs, ledger.li_qiang, at_first, id, why)),
              "evidence_was_accepted");
    ledger.finish(second.measure.id, ledger.li_qiang);
    ledger.strike_off(one.problem.id, ledger.li_qiang);
    EXPECT_EQ(code_of(add_evidence(proofs, ledger.li_qiang, at_first, next)),
              "struck_off_problems_never_change");
    EXPECT_EQ(code_of(add_evidence(proofs, ledger.li_qiang, at_one, next)),
              "struck_off_problems_never_change");
    EXPECT_EQ(names(at_first, ledger.zhang_min).size(), 2u);
}

TEST_P(Proofs, behind_a_guard_are_for_those_cleared_and_their_reading_is_noted) {
    const auto id = add(at_other, "线索.txt", "线索", ledger.zhao_li);
    const auto chief = cleared(ledger.zhang_min);
    ASSERT_EQ(
        code_of(guard_problem(needs, chief, ledger.seen(two.problem.id), {base::Guard::clues})),
        "accepted");
    EXPECT_EQ(code_of(fetch_evidence(proofs, ledger.zhang_min, id)), "evidence_not_found");
    EXPECT_EQ(code_of(list_evidence(proofs, ledger.zhang_min, at_other)), "measure_not_found");
    EXPECT_TRUE(search_evidence(proofs, ledger.zhang_min, ledger.programme, "")->empty());
    EXPECT_EQ(noted("read_restricted"), 0);
    EXPECT_EQ(code_of(fetch_evidence(proofs, chief, id)), "accepted");
    EXPECT_EQ(noted("read_restricted"), 1);
}

evidence::Item version(std::int64_t number, const std::string& name, const std::string& last) {
    evidence::Item item;
    item.evidence.id = *EvidenceId::parse("01900000-0000-7000-8000-0000000000" + last);
    item.evidence.series = *EvidenceId::parse("01900000-0000-7000-8000-0000000000e1");
    item.evidence.name = name;
    item.evidence.version = number;
    item.evidence.by = "李强";
    item.evidence.at = {1'719'735'300'000};
    return item;
}

TEST(EvidenceMessages, are_as_the_contract_has_them) {
    auto newest = version(2, "采购管理办法（修订）.docx", "e2"),
         earlier = version(1, "采购管理办法.txt", "e1");
    newest.evidence.kind = evidence::EvidenceKind::system_document;
    newest.evidence.description = "局发〔2024〕17号";
    newest.evidence.document_date = testing::day("2024-06-20");
    newest.file = {"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                   base::Algorithm::sha256,
                   18'432,
                   evidence::FileType::docx,
                   {testing::day("2024-06-25"), testing::day("2024-06-26"), "李强", "张敏"}};
    earlier.file = {"66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
                    base::Algorithm::sm3,
                    12,
                    evidence::FileType::text,
                    {}};
    const EvidencePlace place{newest.file.digest,
                              {},
                              "problem",
                              "01900000-0000-7000-8000-000000000021",
                              3,
                              *ProgrammeId::parse("01900000-0000-7000-8000-000000000001"),
                              "青云区财政局巡察整改"};
    const auto hints = evidence::hints_of(newest, testing::day("2024-05-13"));
    const EvidenceList list{{{{newest, false, hints, {place}, 1},
                              {{earlier, false, {}, {}, 0}},
                              {EvidenceAct::replace, EvidenceAct::correct, EvidenceAct::remove}}},
                            {EvidenceAct::add, EvidenceAct::link},
                            {{evidence::EvidenceKind::minutes, false},
                             {evidence::EvidenceKind::system_document, true}}};
    base::Actor reader;
    reader.acts = {base::Act::read_names};
    base::testing::Contract{"ledger"}.expect(
        to_json(list, 200u << 20, {reader, testing::day("2024-06-30")}), "evidence");
    const base::Actor looker_on;
    const auto masked = to_json(list, 0, {looker_on, testing::day("2024-06-30")});
    EXPECT_EQ(masked.find("李强"), std::string::npos) << masked;
    EXPECT_EQ(masked.find("张敏"), std::string::npos) << masked;
    EXPECT_NE(masked.find(R"("author":"")"), std::string::npos) << masked;
}

TEST_P(Proofs, are_behind_a_door_that_either_of_two_acts_opens) {
    base::Actor asking;
    const http::Router router(evidence_routes(proofs), [&](const http::Request&) {
        return base::Result<std::optional<base::Actor>>(asking);
    });
    const auto status = [&](base::Acts acts) {
        asking = ledger.li_qiang;
        asking.acts = acts;
        http::Request request;
        request.method = Method::post;
        request.path = "/api/v1/measures/" + first.measure.id.text() + "/evidence";
        return router.dispatch(request).status;
    };
    EXPECT_EQ(status({base::Act::read_ledger, base::Act::review}), 403);
    EXPECT_EQ(status({base::Act::report_progress}), 422);
    EXPECT_EQ(status({base::Act::edit_ledger}), 422);
}

TEST_P(Proofs, leave_as_what_they_are) {
    const base::Actor* asking = &ledger.li_qiang;
    const http::Router router(evidence_routes(proofs), [&](const http::Request&) {
        return base::Result<std::optional<base::Actor>>(*asking);
    });
    const auto get = [&](const std::string& path) {
        http::Request request;
        request.path = path;
        return router.dispatch(request);
    };
    http::Request sent;
    sent.method = Method::post;
    sent.path = "/api/v1/measures/" + first.measure.id.text() + "/evidence";
    const auto id = ledger.here.make_id<EvidenceId>();
    sent.query = {{"id", id.text()},
                  {"name", "../记录.bat"},
                  {"kind", "minutes"},
                  {"document_date", "2024-05-01"}};
    sent.body_file = folder_.write("upload", "\xbc\xc7\xc2\xbc");  // GB18030
    const auto created = router.dispatch(sent);
    ASSERT_EQ(created.status, 201) << std::get<std::string>(created.body);
    const auto row =
        boost::json::parse(std::get<std::string>(created.body)).at("rows").at(0).as_object();
    EXPECT_EQ(row.at("name").as_string(), "记录.bat");
    EXPECT_EQ(row.at("type").as_string(), "text");
    EXPECT_EQ(boost::json::serialize(row.at("hints")),
              R"(["named_otherwise","older_than_feedback"])");
    const auto file = get("/api/v1/evidence/" + id.text() + "/file");
    const auto header = [](const http::Response& response, std::string_view name) {
        for (const auto& [key, value] : response.headers)
            if (key == name) return value;
        return std::string();
    };
    EXPECT_TRUE(std::holds_alternative<http::FileBody>(file.body));
    EXPECT_TRUE(header(file, "Content-Disposition").starts_with("attachment"));
    EXPECT_TRUE(header(file, "Content-Disposition").ends_with(".bat.txt"));
    EXPECT_NE(header(file, "Content-Security-Policy").find("sandbox"), std::string::npos);
    const auto view = get("/api/v1/evidence/" + id.text() + "/view");
    EXPECT_EQ(std::get<std::string>(view.body), "记录");
    EXPECT_EQ(header(view, "Content-Type"), "text/plain; charset=utf-8");
    EXPECT_EQ(std::get<std::string>(get("/api/v1/evidence/" + id.text() + "/preview").body),
              R"({"cut":false,"blocks":[{"text":"记录","heading":false}]})");
    asking = &ledger.zhao_li;
    for (const auto* what : {"/file", "/view", "/preview"})
        EXPECT_EQ(get("/api/v1/evidence/" + id.text() + what).status, 404);
    sent.query[2].second = "something";
    EXPECT_EQ(router.dispatch(sent).status, 422);
}

}  // namespace
}  // namespace ledger
