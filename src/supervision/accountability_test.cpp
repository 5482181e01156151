// Calling to account: who may see it and who may record it, what a record must say, how it is
// counted and revoked, and that nobody else can tell whether there is one.
#include <gtest/gtest.h>

#include "base/test_contract.hpp"
#include "ledger/bin_actions.hpp"
#include "ledger/test_ledger.hpp"
#include "supervision/accountability_json.hpp"
#include "supervision/supervision_routes.hpp"

namespace supervision {
namespace {

using accounts::Role;
using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::TestLedger;

base::Actor cleared(base::Actor actor) {
    actor.scope.cleared = base::Guards{base::Guard::accountability};
    return actor;
}

Accountability plain() {
    Accountability one;
    one.triggers = {Trigger::overdue};
    one.person = "钱立";
    one.facts = "采购制度逾期两个月没有修订，造成重复采购。";
    one.decided_by = "区财政局党组";
    one.decided_on = day("2024-06-28");
    return one;
}

TEST(AccountabilityRules, say_what_a_record_must_hold) {
    const auto today = day("2024-06-30");
    const auto refused = [&](auto change) {
        auto one = plain();
        change(one);
        return code_of(check(one, today));
    };
    EXPECT_EQ(refused([](auto&) {}), "accepted");
    EXPECT_EQ(refused([](auto& one) { one.triggers.clear(); }), "trigger_missing");
    EXPECT_EQ(refused([](auto& one) { one.person.clear(); }), "form_is_for_persons");
    EXPECT_EQ(refused([](auto& one) { one.form = Form::circular; }), "decision_document_missing");
    EXPECT_EQ(refused([](auto& one) { one.facts = "未改"; }), "facts_too_short");
    EXPECT_EQ(refused([](auto& one) { one.decided_by.clear(); }), "decided_by_missing");
    EXPECT_EQ(refused([](auto& one) { one.decided_on = day("2024-07-01"); }),
              "decided_in_the_future");
    EXPECT_EQ(refused([](auto& one) {
                  one.person.clear();
                  one.form = Form::interview;
              }),
              "accepted");
    auto nothing = Accountability{};
    nothing.decided_on = today;
    EXPECT_EQ(check(nothing, today).error().also.size(), 3u) << "all faults of a form together";
}

TEST(AccountabilityRules, know_which_forms_suit_units_and_which_rest_on_a_document) {
    std::string of_units, documented;
    for (const auto form : forms) {
        if (suits_units(form)) of_units += std::string(name_of(form)) + " ";
        if (needs_document(form)) documented += std::string(name_of(form)) + " ";
        EXPECT_EQ(form_of(name_of(form)), form);
    }
    for (const auto trigger : triggers) EXPECT_EQ(trigger_of(name_of(trigger)), trigger);
    EXPECT_EQ(of_units, "ordered_examination interview circular appraisal ");
    EXPECT_EQ(documented, "circular organisational party_discipline government_discipline ");
}

class CallingToAccount : public ledger::testing::OneLedger {
  protected:
    Accountability wanted() {
        auto one = plain();
        one.id = ledger.here.make_id<AccountabilityId>();
        one.programme = ledger.programme;
        one.problem = row.problem.id;
        one.unit = ledger.procurement;
        return one;
    }
    Accountability recorded(const Accountability& one) {
        const auto made = record_accountability(needs, office, one);
        EXPECT_EQ(code_of(made), "accepted");
        return *made;
    }
    base::Result<AccountabilityView> view(const base::Actor& who,
                                          AccountabilityFilter filter = {}) {
        filter.programme = ledger.programme;
        return view_accountability(needs, who, filter);
    }
    std::int64_t noted(std::string_view act) {
        return database().read([&](db::Transaction& transaction) {
            return transaction
                .first("SELECT count(*) FROM journal_entry WHERE act = $1", {act},
                       [](const db::Row& found) { return found.integer(0); })
                .value_or(0);
        });
    }

    ledger::ProblemRow row =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    base::Actor office = cleared(ledger.zhang_min);
};
ZHENGGAI_ON_BOTH_ENGINES(CallingToAccount);

TEST_P(CallingToAccount, is_numbered_counted_and_shown_with_its_problem) {
    const auto first = recorded(wanted());
    EXPECT_EQ(first.number, 1);
    EXPECT_EQ(first.problem_text, "采购管理不规范");
    EXPECT_EQ(first.unit_name, "采购科");
    EXPECT_EQ(first.recorded_by_name, "整改办张敏");
    auto unit = wanted();
    unit.person.clear();
    unit.problem.reset();
    unit.form = Form::circular;
    unit.document = "青巡整〔2024〕8号";
    unit.decided_on = day("2024-06-29");
    EXPECT_EQ(recorded(unit).number, 2);
    const auto seen = view(office);
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->page.total, 2);
    EXPECT_EQ(seen->page.rows[0].number, 2) << "the latest decision first";
    EXPECT_EQ(seen->forms,
              (std::vector<FormCount>{{Form::criticism, 1, 0}, {Form::circular, 0, 1}}));
    AccountabilityFilter filter;
    filter.problem = row.problem.id;
    EXPECT_EQ(view(office, filter)->page.rows.at(0), first);
    filter = {};
    filter.form = Form::circular;
    EXPECT_EQ(view(office, filter)->page.total, 1);
    ledger.expect_sound_journal();
}

TEST_P(CallingToAccount, is_hidden_from_everybody_who_is_not_cleared_as_if_there_were_none) {
    const auto before = view(ledger.zhang_min);
    const auto one = recorded(wanted());
    const auto after = view(ledger.zhang_min);
    EXPECT_EQ(code_of(before), "accountability_is_restricted");
    EXPECT_EQ(before.error(), after.error());
    EXPECT_EQ(
        code_of(revoke_accountability(needs, ledger.zhang_min, one.id, 1, "登记有误，须撤销")),
        "accountability_is_restricted");
    const auto unknown = ledger.here.make_id<AccountabilityId>();
    EXPECT_EQ(
        code_of(revoke_accountability(needs, ledger.zhang_min, unknown, 1, "登记有误，须撤销")),
        "accountability_is_restricted");
}

TEST_P(CallingToAccount, keeps_to_the_scope_and_to_what_else_guards_the_problem) {
    recorded(wanted());
    EXPECT_EQ(view(cleared(ledger.li_qiang))->page.total, 1) << "of his own unit";
    const auto beside = view(cleared(ledger.zhao_li));
    EXPECT_TRUE(!beside || beside->page.total == 0) << "another section's";
    ASSERT_EQ(code_of(record_accountability(needs, cleared(ledger.li_qiang), wanted())),
              "only_reviewers_call_to_account");
    auto chief = office;
    chief.scope.cleared = base::every_guard;
    const auto guarded =
        ledger::guard_problem(needs, chief, ledger.seen(row.problem.id), {base::Guard::clues});
    ASSERT_EQ(code_of(guarded), "accepted");
    EXPECT_EQ(view(office)->page.total, 0);
    EXPECT_TRUE(view(office)->forms.empty());
}

TEST_P(CallingToAccount, names_only_what_is_in_sight) {
    auto one = wanted();
    one.unit = ledger.here.make_id<base::UnitId>();
    EXPECT_EQ(code_of(record_accountability(needs, office, one)), "unit_unknown");
    one = wanted();
    one.problem = ledger.here.make_id<ledger::ProblemId>();
    EXPECT_EQ(code_of(record_accountability(needs, office, one)), "problem_not_found");
    const auto other = ledger.open("另一单位整改");
    one = wanted();
    one.programme = other;
    EXPECT_EQ(code_of(record_accountability(needs, office, one)), "problem_not_found");
    EXPECT_EQ(view(office)->page.total, 0);
}

TEST_P(CallingToAccount, said_twice_is_recorded_once) {
    const auto one = wanted();
    recorded(one);
    EXPECT_EQ(recorded(one).number, 1);
    auto other = one;
    other.person = "赵平";
    EXPECT_EQ(code_of(record_accountability(needs, office, other)), "same_id_other_content");
    EXPECT_EQ(view(office)->page.total, 1);
}

TEST_P(CallingToAccount, is_revoked_with_a_reason_and_stays_on_record) {
    const auto one = recorded(wanted());
    const auto revoke_it = [&](std::int64_t version, std::string_view reason) {
        return revoke_accountability(needs, office, one.id, version, reason);
    };
    EXPECT_EQ(code_of(revoke_it(1, "误")), "reason_too_short");
    EXPECT_EQ(code_of(revoke_it(7, "登记了同名的另一人")), "somebody_else_changed_it");
    const auto revoked = revoke_it(1, "登记了同名的另一人");
    ASSERT_EQ(code_of(revoked), "accepted");
    EXPECT_EQ(revoked->revoked->reason, "登记了同名的另一人");
    EXPECT_EQ(code_of(revoke_it(2, "登记了同名的另一人")), "accepted") << "said twice";
    EXPECT_EQ(code_of(revoke_it(2, "还有别的理由要补充")), "accountability_is_revoked");
    const auto seen = view(office);
    EXPECT_EQ(seen->page.total, 1);
    EXPECT_TRUE(seen->forms.empty()) << "what is revoked does not count";
    EXPECT_EQ(noted("revoke_accountability"), 1);
    EXPECT_EQ(recorded(wanted()).number, 2) << "numbers are never given again";
}

TEST_P(CallingToAccount, keeps_its_problem_from_being_taken_away) {
    recorded(wanted());
    const auto removed = ledger::remove_problem(needs, ledger.zhang_min,
                                                ledger.seen(row.problem.id), "重复录入的问题");
    EXPECT_EQ(code_of(removed), "row_is_referred_to");
    EXPECT_EQ(view(office)->page.rows.at(0).problem, row.problem.id);
}

TEST_P(CallingToAccount, leaves_a_trace_of_who_looked) {
    recorded(wanted());
    EXPECT_EQ(noted("read_restricted"), 0);
    ASSERT_TRUE(view(office));
    ASSERT_TRUE(view(office));
    EXPECT_EQ(noted("read_restricted"), 1) << "once an hour";
}

const base::testing::Contract contract{"supervision"};

Accountability golden() {
    using base::testing::golden_id;
    auto one = plain();
    one.id = golden_id<AccountabilityId>("d1");
    one.number = 3;
    one.problem = golden_id<ledger::ProblemId>("e1");
    one.problem_number = 7;
    one.problem_text = "采购管理不规范";
    one.unit = golden_id<base::UnitId>("c2");
    one.unit_name = "采购科";
    one.post = "科长";
    one.triggers = {Trigger::overdue, Trigger::not_responsible};
    one.form = Form::admonition;
    one.stage = 1;
    one.double_inquiry = true;
    one.document = "青纪〔2024〕12号";
    one.recorded_by_name = "张敏";
    one.recorded_at = base::Instant{1'719'735'300'000};
    return one;
}

TEST(AccountabilityMessages, are_those_of_the_contract) {
    base::Actor office;
    office.acts = accounts::acts_of(Role::rectification_office);
    office = cleared(office);
    const ledger::Reader reader{office, day("2024-06-30")};
    auto revoked = golden();
    revoked.revoked = Revocation{"张敏", "登记了同名的另一人", base::Instant{1'719'738'900'000}};
    revoked.version = 2;
    const AccountabilityView view{{{golden(), revoked}, 2}, {{Form::admonition, 1, 0}}};
    contract.expect(to_json(view, {1, 50}, reader), "accountability_page");
    const auto read = read_new_accountability(contract.golden("new_accountability"));
    ASSERT_EQ(code_of(read), "accepted");
    EXPECT_EQ(read->person, "钱立");
    EXPECT_EQ(read->triggers, golden().triggers);
    EXPECT_EQ(read->form, Form::admonition);
    EXPECT_EQ(read->decided_on, golden().decided_on);
}

TEST(AccountabilityMessages, are_refused_by_field) {
    const auto read = read_new_accountability(
        R"({"id":"01900000-0000-7000-8000-0000000000d1","unit_id":"x","form":"fine","stage":5,
            "triggers":["tardy"],"decided_on":"2024-13-01"})");
    ASSERT_FALSE(read);
    std::string fields = read.error().field;
    for (const auto& one : read.error().also) fields += " " + one.field;
    EXPECT_EQ(fields, "unit_id triggers form stage decided_on");
}

}  // namespace
}  // namespace supervision
