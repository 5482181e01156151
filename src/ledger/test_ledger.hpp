// Test support: an invented district with its people and one programme, and what they do as one
// call each. What a call expects to succeed is a test failure when it is refused. Made for one
// test, used by one thread.
#pragma once

#include <gtest/gtest.h>

#include "accounts/role.hpp"
#include "accounts/test_installation.hpp"
#include "db/test_database.hpp"
#include "journal/verify.hpp"
#include "ledger/ledger_actions.hpp"
#include "ledger/programme_actions.hpp"
#include "ledger/review_actions.hpp"

namespace ledger::testing {

inline base::Date day(std::string_view text) {
    return *base::parse_date(text);
}

/// The refusal's code, "accepted" where there is none.
template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "accepted" : result.error().code;
}

struct TestLedger {
    explicit TestLedger(db::Database& database) : here(database) {}

    accounts::testing::TestInstallation here;  // On 30 June 2024.
    Needs needs{here.database, here.clock, here.random, here.journal};

    // 青云区 over 财政局 (inspected) with two sections, and 审计局 beside it.
    base::UnitId district = here.unit("青云区"), finance = here.unit("财政局", district),
                 procurement = here.unit("采购科", finance), budget = here.unit("预算科", finance),
                 audit = here.unit("审计局", district);
    // The office has two, so that one can review what the other did.
    base::Actor zhang_min = office("整改办张敏"), wang_fang = office("整改办王芳");
    base::Actor zhou_guifang = of_unit("财政局周桂芳", finance),
                li_qiang = of_unit("采购科李强", procurement),
                zhao_li = of_unit("预算科赵立", budget), sun_li = of_unit("审计局孙丽", audit);

    base::Actor office(const std::string& name) {
        base::Actor actor;
        actor.id = here.make_id<base::AccountId>();
        actor.name = name;
        return seated(actor, accounts::Role::rectification_office);
    }
    /// Somebody who sees everything, in the seat of the role.
    static base::Actor seated(base::Actor actor, accounts::Role role) {
        actor.acts = accounts::acts_of(role);
        actor.seat = accounts::seat_of(role);
        actor.scope = base::Scope::everything();
        return actor;
    }
    base::Actor of_unit(const std::string& name, base::UnitId unit) {
        const auto path = here.database.read([&](db::Transaction& transaction) {
            return *accounts::load_unit_path(transaction, unit);
        });
        base::Actor actor;
        actor.id = here.make_id<base::AccountId>();
        actor.name = name;
        actor.unit = unit;
        actor.acts = accounts::acts_of(accounts::Role::responsible_unit);
        actor.scope = accounts::scope_of(accounts::Role::responsible_unit, path);
        return actor;
    }
    static Responsibility held_by(const std::string& name, base::UnitId unit,
                                  HolderRole role = HolderRole::responsible_unit) {
        return {{role, name, unit, std::nullopt}};
    }
    static Deadline by(std::string_view date) {
        return {DeadlineKind::date, std::string(date) + "前", day(date)};
    }

    Programme wanted_programme(const std::string& title) {
        Programme wanted;
        wanted.id = here.make_id<ProgrammeId>();
        wanted.title = title;
        wanted.inspection = {
            {}, "五届区委第三轮巡察", "区委常规巡察", InspectionKind::regular, "区委第二巡察组"};
        wanted.inspected_unit = finance;
        wanted.feedback_on = day("2024-05-13");
        wanted.concentrated_end_on = day("2024-11-13");
        return wanted;
    }
    ProgrammeId open(const std::string& title = "青云区财政局巡察整改") {
        const auto wanted = wanted_programme(title);
        EXPECT_EQ(code_of(open_programme(needs, zhang_min, wanted)), "accepted");
        return wanted.id;
    }
    ProgrammeId programme = open();

    ProblemRow add(const std::string& text, const Responsibility& held = {},
                   const Deadline& deadline = {}, std::optional<ProgrammeId> under = {}) {
        return *add_problem(
            needs, zhang_min, under.value_or(programme),
            {here.make_id<ProblemId>(), std::nullopt, "党的建设方面", text, "", held, deadline});
    }
    MeasureRow add(const ProblemRow& problem, const std::string& text,
                   const Responsibility& held = {}, const Deadline& deadline = {}) {
        return *add_measure(needs, zhang_min, problem.problem.id,
                            {here.make_id<MeasureId>(), text, held, deadline, {}});
    }
    ProgressEntry entry(const std::string& text, int percent) {
        ProgressEntry entry;
        entry.id = here.make_id<EntryId>();
        entry.text = text;
        entry.percent = percent;
        return entry;
    }
    static StrikeOffApplication complete() {
        return {"措施全部落实",
                "已对照排查，无同类问题",
                true,
                true,
                Pursuit::not_needed,
                "属历史遗留，不需追责",
                {"陈立新", day("2024-06-28")},
                {"周桂芳", day("2024-06-29")}};
    }

    /// Looked at again half a year on.
    static LongTerm goes_on() { return {"每半年抽查一次，无反弹", 6, day("2024-12-30")}; }

    Problem problem(ProblemId id) { return view_problem(needs, zhang_min, id)->row.problem; }
    Measure measure(MeasureId id) { return view_measure(needs, zhang_min, id)->row.measure; }
    Seen<ProblemId> seen(ProblemId id) { return {id, problem(id).version}; }
    Seen<MeasureId> seen(MeasureId id) { return {id, measure(id).version}; }
    void claim(ProblemId id, const base::Actor& who) {
        EXPECT_EQ(code_of(claim_problem(needs, who, seen(id))), "accepted");
    }
    void report(MeasureId id, const base::Actor& who, int percent = 50) {
        const auto sent = entry("已开展", percent);
        EXPECT_EQ(code_of(report_progress(needs, who, id, sent)), "accepted");
    }
    /// Reported, submitted and accepted by the office.
    void finish(MeasureId id, const base::Actor& who, MeasureStatus outcome = MeasureStatus::done) {
        report(id, who, 100);
        EXPECT_EQ(code_of(submit_measure(needs, who, seen(id))), "accepted");
        EXPECT_EQ(code_of(accept_measure(needs, zhang_min, seen(id), {outcome, goes_on()}, "同意")),
                  "accepted");
    }
    void strike_off(ProblemId id, const base::Actor& who) {
        EXPECT_EQ(code_of(apply_for_strike_off(needs, who, seen(id), complete())), "accepted");
        EXPECT_EQ(code_of(strike_off_problem(needs, zhang_min, seen(id), "同意销号")), "accepted");
    }

    ProgrammeCounts counts(const base::Actor& who) {
        return view_programme(needs, who, programme)->counts;
    }
    MeasurePage measures(const LedgerFilter& filter, const base::Actor& who) {
        return *list_measure_page(needs, who, {filter, {}});
    }
    ProblemPage problems(const LedgerFilter& filter, const base::Actor& who) {
        return *list_problem_page(needs, who, {filter, {}});
    }
    std::int64_t number_in(std::string_view sql) {
        return here.database.read([&](db::Transaction& transaction) {
            return *transaction.first(sql, {}, [](const db::Row& row) { return row.integer(0); });
        });
    }
    void expect_sound_journal() {
        const auto report = journal::verify(here.database, here.journal.key());
        for (const auto& chain : report.chains)
            EXPECT_FALSE(chain.fault) << chain.chain << ' ' << chain.fault->what;
    }
};

class OneLedger : public db::testing::OnBothEngines {
  protected:
    TestLedger ledger{database()};
    const Needs& needs = ledger.needs;
};

}  // namespace ledger::testing
