// Taking away what was made by mistake and putting it back: everything comes back under the ids and
// numbers it had, what happened is never taken away, what lay too long is let go; on both engines.
#include "ledger/bin_actions.hpp"

#include "accounts/unit_tree_store.hpp"
#include "base/test_contract.hpp"
#include "evidence/evidence_store.hpp"
#include "ledger/bin_json.hpp"
#include "ledger/extension_actions.hpp"
#include "ledger/history_store.hpp"
#include "ledger/measure_actions.hpp"
#include "ledger/test_ledger.hpp"

namespace ledger {
namespace {

using testing::code_of;
using testing::day;
using testing::TestLedger;

constexpr std::int64_t day_ms = 24 * 60 * 60'000;
constexpr std::string_view reason = "方案误导入，与第二号问题重复";

class Bin : public testing::OneLedger {
  protected:
    ProblemRow problem =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement),
                   TestLedger::by("2024-12-31"));
    MeasureRow measure =
        ledger.add(problem, "修订采购制度", TestLedger::held_by("预算科", ledger.budget),
                   TestLedger::by("2024-09-30"));
    MeasureRow other = ledger.add(problem, "开展采购培训");

    base::Result<BinEntry> remove(MeasureId id, const base::Actor& who) {
        return remove_measure(needs, who, ledger.seen(id), reason);
    }
    base::Result<BinEntry> remove(ProblemId id, const base::Actor& who) {
        return remove_problem(needs, who, ledger.seen(id), reason);
    }
    template <class Id>
    std::string removing(Id id) {
        return code_of(remove(id, ledger.zhang_min));
    }
    base::Result<BinEntry> restore(BinId id) {
        return restore_removed(needs, ledger.zhang_min, id);
    }
    std::int64_t in_bin(const base::Actor& who) {
        return view_bin(needs, who, ledger.programme, {})->total;
    }
    std::string last_act(std::string_view row) {
        return ledger.here.database.read([&](db::Transaction& transaction) {
            return list_history(transaction, row).back().act;
        });
    }
    void write(std::string_view sql, std::initializer_list<db::Parameter> values) {
        const auto done = database().write([&](db::Transaction& transaction) -> base::Result<void> {
            transaction.execute(sql, values);
            return {};
        });
        ASSERT_TRUE(done);
    }
    /// The rows of a measure and of all that hangs on it, whoever counts them.
    std::int64_t rows_of(MeasureId id) {
        const auto quoted = "'" + id.text() + "'";
        return ledger.number_in(
            "SELECT (SELECT count(*) FROM measure WHERE id = " + quoted +
            ") + (SELECT count(*) FROM measure_unit WHERE measure_id = " + quoted +
            ") + (SELECT count(*) FROM measure_service WHERE measure_id = " + quoted +
            ") + (SELECT count(*) FROM progress_entry WHERE measure_id = " + quoted + ")");
    }
    /// But for the moment and the version, which a removal and a restoring move on by one each.
    static Measure as_before(Measure now, const Measure& before) {
        EXPECT_EQ(now.version, before.version + 2);
        now.version = before.version;
        now.updated_at = before.updated_at;
        return now;
    }
    /// As an import leaves a measure that a document reports on.
    void report_as_imported(MeasureId id) {
        const auto done = database().write([&](db::Transaction& transaction) -> base::Result<void> {
            auto now = *load_measure(transaction, id, base::unbounded());
            now.last_entry = "已修订三项制度";
            now.last_entry_at = ledger.here.clock.now();
            now.status = MeasureStatus::under_way;
            now.percent = 40;
            auto entry = ledger.entry(now.last_entry, 40);
            entry.at = *now.last_entry_at;
            entry.by = "整改办张敏";
            entry.evidence_note = "据《整改方案》导入";
            entry.percent_reason = "方案写明完成四成";
            insert_entry(transaction, now, entry, ledger.zhang_min.id);
            return save_measure(transaction, now);
        });
        ASSERT_TRUE(done);
    }
};
ZHENGGAI_ON_BOTH_ENGINES(Bin);

TEST_P(Bin, takes_a_measure_away_and_gives_it_back_as_it_was) {
    report_as_imported(measure.measure.id);
    const auto id = measure.measure.id;
    const auto before = ledger.measure(id);
    const auto rows = rows_of(id);
    const auto removed = remove(id, ledger.zhang_min);
    ASSERT_TRUE(removed) << removed.error().code;
    EXPECT_EQ(code_of(view_measure(needs, ledger.zhang_min, id)), "measure_not_found");
    EXPECT_EQ(rows_of(id), 0);
    EXPECT_EQ(last_act(id.text()), "remove_measure");
    EXPECT_EQ(ledger.counts(ledger.zhang_min).measures, 1);
    EXPECT_EQ(view_problem(needs, ledger.zhang_min, problem.problem.id)->row.tally.total, 1);
    EXPECT_EQ(removed->until, day("2024-09-28"));  // 90 days after 30 June
    ASSERT_TRUE(restore(removed->id));
    EXPECT_EQ(as_before(ledger.measure(id), before), before);
    EXPECT_EQ(rows_of(id), rows);
    EXPECT_EQ(last_act(id.text()), "restore_measure");
    EXPECT_EQ(ledger.counts(ledger.zhang_min).measures, 2);
    EXPECT_EQ(view_measure(needs, ledger.zhang_min, id)->entries.front().evidence_note,
              "据《整改方案》导入");
    EXPECT_EQ(view_measure(needs, ledger.zhang_min, id)->entries.front().percent_reason,
              "方案写明完成四成");
    EXPECT_EQ(in_bin(ledger.zhang_min), 0);
    EXPECT_EQ(code_of(restore(removed->id)), "bin_entry_not_found") << "once";
    ledger.expect_sound_journal();
}

TEST_P(Bin, takes_a_problem_with_all_that_hangs_on_it) {
    const auto id = problem.problem.id;
    const Manifestation shown{
        ledger.here.make_id<ManifestationId>(), ledger.programme, id, 1, "①", "三家企业串通投标"};
    const auto put = database().write([&](db::Transaction& transaction) -> base::Result<void> {
        insert_manifestation(transaction, shown, {});
        return {};
    });
    ASSERT_TRUE(put);
    ASSERT_TRUE(
        link_measure(needs, ledger.zhang_min, ledger.seen(measure.measure.id), {{}, {shown.id}}));
    const auto before = *view_problem(needs, ledger.zhang_min, id);
    const auto preview = preview_removal(needs, ledger.zhang_min, id);
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->rows.size(), 3u);
    EXPECT_EQ(preview->manifestations, 1);
    const auto removed = remove(id, ledger.zhang_min);
    ASSERT_TRUE(removed) << removed.error().code;
    EXPECT_EQ(removed->measures, 2);
    EXPECT_EQ(ledger.counts(ledger.zhang_min).measures, 0);
    EXPECT_EQ(ledger.counts(ledger.zhang_min).problems, 0);
    for (const auto* table :
         {"problem", "measure", "manifestation", "measure_service", "problem_unit", "measure_unit"})
        EXPECT_EQ(ledger.number_in("SELECT count(*) FROM " + std::string(table)), 0) << table;
    const auto next = ledger.add("另一个问题");
    EXPECT_EQ(next.problem.number, before.row.problem.number + 1) << "numbers are never reused";
    ASSERT_TRUE(restore(removed->id));
    const auto after = *view_problem(needs, ledger.zhang_min, id);
    auto now = after.row.problem;
    now.version -= 2;
    now.updated_at = before.row.problem.updated_at;
    EXPECT_EQ(now, before.row.problem);
    EXPECT_EQ(after.manifestations, before.manifestations);
    EXPECT_EQ(after.services, before.services);
    ASSERT_EQ(after.measures.size(), 2u);
    for (std::size_t i = 0; i < 2; ++i)
        EXPECT_EQ(as_before(after.measures[i].measure, before.measures[i].measure),
                  before.measures[i].measure);
    EXPECT_EQ(ledger.counts(ledger.zhang_min).measures, 2);
    ledger.expect_sound_journal();
}

TEST_P(Bin, lets_nobody_take_away_what_happened) {
    EXPECT_EQ(code_of(remove(measure.measure.id, ledger.li_qiang)), "measure_not_found");
    EXPECT_EQ(code_of(remove(measure.measure.id, ledger.zhou_guifang)), "only_the_office_edits");
    EXPECT_EQ(
        code_of(remove_measure(needs, ledger.zhang_min, ledger.seen(measure.measure.id), "误")),
        "reason_says_nothing");
    EXPECT_EQ(code_of(remove_measure(needs, ledger.zhang_min, {measure.measure.id, 7}, reason)),
              "somebody_else_changed_it");
    ledger.claim(problem.problem.id, ledger.li_qiang);
    EXPECT_EQ(removing(problem.problem.id), "row_was_worked_on");
    ledger.report(measure.measure.id, ledger.zhao_li);
    EXPECT_EQ(removing(measure.measure.id), "row_was_worked_on");
    EXPECT_EQ(code_of(preview_removal(needs, ledger.zhang_min, measure.measure.id)),
              "row_was_worked_on");
    EXPECT_EQ(removing(other.measure.id), "accepted") << "nobody worked on this one";
    ledger.finish(measure.measure.id, ledger.zhao_li);
    const auto third = ledger.add("第三个问题");
    ledger.strike_off(problem.problem.id, ledger.li_qiang);
    EXPECT_EQ(removing(problem.problem.id), "struck_off_problems_never_change");
    EXPECT_EQ(removing(measure.measure.id), "problem_is_closed_to_changes");
    EXPECT_EQ(removing(third.problem.id), "accepted");
}

TEST_P(Bin, names_what_hangs_on_a_row_and_keeps_it) {
    const auto id = measure.measure.id;
    const auto second = ledger.add("第二个问题");
    ASSERT_TRUE(link_measure(needs, ledger.zhang_min, ledger.seen(id), {{second.problem.id}, {}}));
    EXPECT_EQ(removing(id), "measure_serves_others");
    EXPECT_EQ(removing(problem.problem.id), "measure_serves_others");
    EXPECT_EQ(removing(second.problem.id), "problem_is_served_by_others");
    ASSERT_TRUE(link_measure(needs, ledger.zhang_min, ledger.seen(id), {}));
    write(
        "INSERT INTO notice (id, programme_id, unit_id, kind, rung, colour, state, number, mark, "
        "basis, requirement, contact, helped, made_at, stepped_at, version) VALUES ($1, $2, $3, "
        "'提醒函', '', 'red', 'issued', 1, '', '', '', '', 0, 0, 0, 1)",
        {id, ledger.programme, ledger.budget});
    write(
        "INSERT INTO notice_item (notice_id, measure_id, anchor, number, text, deadline_text, "
        "status, responsible) VALUES ($1, $1, '', 1, '', '', 'not_started', '')",
        {id});
    EXPECT_EQ(removing(id), "row_is_in_notices");
    write(
        "INSERT INTO extension (id, programme_id, row_kind, row_id, nth, old_text, old_due_on, "
        "wanted_on, reason, leader_name, leader_on, supervised, state, asked_by, asked_by_name, "
        "asked_at, version) VALUES ($1, $2, 'measure', $1, 1, '', '', '', '', '', '', 0, "
        "'refused', '', '', 0, 1)",
        {id, ledger.programme});
    EXPECT_EQ(removing(id), "row_has_extensions");
    write(
        "INSERT INTO evidence_file (digest, algorithm, bytes, type, author, last_modified_by, at) "
        "VALUES ('a', 'sha256', 1, 'pdf', '', '', 0)",
        {});
    write(
        "INSERT INTO evidence (id, series_id, programme_id, name, description, kind, digest, "
        "version, by_account, by_name, at) VALUES ($1, $1, $2, '', '', 'other', 'a', 1, '', '', "
        "0)",
        {id, ledger.programme});
    write(
        "INSERT INTO evidence_link (evidence_id, programme_id, subject_kind, subject_id, "
        "linked_by, at, removed_at) VALUES ($1, $2, 'measure', $1, '', 0, 1)",
        {id, ledger.programme});
    EXPECT_EQ(removing(id), "row_has_evidence") << "though it was removed since";
    const auto stays = remove(problem.problem.id, ledger.zhang_min);
    ASSERT_EQ(code_of(stays), "row_has_evidence");
    EXPECT_EQ(stays.error().args.front().second, "第 1 号措施");
    EXPECT_EQ(removing(other.measure.id), "accepted");
}

TEST_P(Bin, gives_nothing_back_where_what_it_needs_is_gone) {
    const auto of_measure = remove(measure.measure.id, ledger.zhang_min);
    const auto of_problem = remove(problem.problem.id, ledger.zhang_min);
    EXPECT_EQ(code_of(restore(of_measure->id)), "bin_problem_is_gone");
    EXPECT_EQ(code_of(restore_removed(needs, ledger.zhou_guifang, of_problem->id)),
              "only_the_office_edits");
    EXPECT_EQ(code_of(restore_removed(needs, ledger.sun_li, of_problem->id)),
              "bin_entry_not_found");
    write("UPDATE unit SET closed_at = 1 WHERE id = $1", {ledger.procurement});
    EXPECT_EQ(code_of(restore(of_problem->id)), "unit_is_closed");
    write("UPDATE unit SET closed_at = NULL WHERE id = $1", {ledger.procurement});
    const auto area = problem.problem.area;
    write(
        "INSERT INTO area (id, programme_id, number, printed_number, heading) "
        "SELECT $1, programme_id, 99, '', heading FROM area WHERE id = $2",
        {ledger.here.make_id<AreaId>(), area});
    write("DELETE FROM area WHERE id = $1", {area});
    EXPECT_EQ(code_of(restore(of_problem->id)), "bin_area_is_gone");
    write(
        "INSERT INTO area (id, programme_id, number, printed_number, heading) "
        "VALUES ($1, $2, 98, '', '党的建设方面')",
        {area, ledger.programme});
    EXPECT_EQ(code_of(restore(of_problem->id)), "accepted");
    EXPECT_EQ(code_of(restore(of_measure->id)), "accepted");
    EXPECT_EQ(ledger.counts(ledger.zhang_min).measures, 2);
}

TEST_P(Bin, is_emptied_when_the_days_are_over_and_history_stays) {
    const auto early = remove(measure.measure.id, ledger.zhang_min);
    ledger.here.pass(30 * day_ms);
    const auto late = remove(other.measure.id, ledger.zhang_min);
    ledger.here.pass(60 * day_ms);
    EXPECT_EQ(empty_bins(needs), 0) << "the ninetieth day";
    EXPECT_EQ(in_bin(ledger.zhang_min), 2);
    ledger.here.pass(day_ms);
    EXPECT_EQ(code_of(restore(early->id)), "bin_entry_is_over");
    EXPECT_EQ(empty_bins(needs), 1);
    EXPECT_EQ(empty_bins(needs), 0);
    EXPECT_EQ(code_of(restore(early->id)), "bin_entry_not_found");
    EXPECT_EQ(last_act(measure.measure.id.text()), "remove_measure");
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = 'empty_bin'"), 1);
    EXPECT_EQ(code_of(restore(late->id)), "accepted");
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM bin_row"), 0);
    ledger.expect_sound_journal();
}

TEST_P(Bin, shows_what_lies_in_it_to_those_who_see_the_programme_and_may_know_the_row) {
    auto cleared = ledger.zhang_min;
    cleared.scope.cleared = {base::Guard::clues};
    const auto secret = ledger.add("问题线索处置不力");
    ASSERT_TRUE(
        guard_problem(needs, cleared, ledger.seen(secret.problem.id), {base::Guard::clues}));
    const auto version = view_problem(needs, cleared, secret.problem.id)->row.problem.version;
    const auto gone =
        remove_problem(needs, cleared, {secret.problem.id, version}, std::string(reason));
    ASSERT_TRUE(gone) << gone.error().code;
    ASSERT_TRUE(remove(other.measure.id, ledger.zhang_min));
    EXPECT_EQ(in_bin(cleared), 2);
    EXPECT_EQ(in_bin(ledger.zhang_min), 1);
    EXPECT_EQ(in_bin(ledger.zhou_guifang), 1) << "the inspected unit sees what was taken away";
    EXPECT_EQ(in_bin(ledger.li_qiang), 0) << "one of its sections does not";
    EXPECT_EQ(code_of(view_bin(needs, ledger.sun_li, ledger.programme, {})), "programme_not_found");
    EXPECT_EQ(code_of(restore(gone->id)), "bin_entry_not_found");
    ASSERT_TRUE(restore_removed(needs, cleared, gone->id));
    EXPECT_EQ(code_of(view_problem(needs, ledger.zhang_min, secret.problem.id)),
              "problem_not_found");
    const auto page = view_bin(needs, cleared, ledger.programme, {2, 1});
    EXPECT_EQ(page->total, 1);
    EXPECT_TRUE(page->rows.empty()) << "the second page of one";
}

TEST_P(Bin, makes_nothing_a_second_time_by_a_repeated_request) {
    const NewMeasure wanted{ledger.here.make_id<MeasureId>(), "公开采购结果", {}, {}, {}};
    ASSERT_TRUE(add_measure(needs, ledger.zhang_min, problem.problem.id, wanted));
    ASSERT_TRUE(remove(wanted.id, ledger.zhang_min));
    EXPECT_EQ(code_of(add_measure(needs, ledger.zhang_min, problem.problem.id, wanted)),
              "row_was_taken_away");
}

TEST_P(Bin, speaks_as_its_contract_says) {
    const base::testing::Contract contract{"ledger"};
    const Reader reader{ledger.zhang_min, day("2024-07-01")};
    BinEntry entry;
    entry.id = base::testing::golden_id<BinId>("91");
    entry.programme = base::testing::golden_id<ProgrammeId>("01");
    entry.view = View::problems;
    entry.row = "01900000-0000-7000-8000-000000000002";
    entry.number = 3;
    entry.text = "采购管理不规范";
    entry.measures = 2;
    entry.reason = reason;
    entry.at = {1'719'734'400'000};
    entry.by = "整改办张敏";
    entry.until = day("2024-09-28");
    contract.expect(to_json(BinPage{{entry}, 1}, Page{1, 50}, reader), "bin");
    contract.expect(to_json(RemovalPreview{{{View::problems, 3, "采购管理不规范"},
                                            {View::measures, 5, "修订采购制度"}},
                                           1,
                                           day("2024-09-28")},
                            reader),
                    "removal");
}

/// Everything that whole() must keep differs from what a new row has.
TEST(BinRecord, reads_back_what_it_wrote) {
    Problem problem;
    problem.id = base::testing::golden_id<ProblemId>("02");
    problem.programme = base::testing::golden_id<ProgrammeId>("01");
    problem.area = base::testing::golden_id<AreaId>("03");
    problem.number = 7;
    problem.printed_number = "7.";
    problem.text = "问题\t有\n换行\\";
    problem.goal = "目标";
    problem.status = ProblemStatus::under_way;
    problem.responsibility = {{HolderRole::lead_leader, "陈立新", std::nullopt, std::nullopt}};
    problem.deadline = TestLedger::by("2024-12-31");
    problem.predecessor = base::testing::golden_id<ProblemId>("04");
    problem.source = RowSource{"整改方案", 0, 4};
    problem.guards = {base::Guard::clues};
    problem.imported = true;
    problem.version = 9;
    EXPECT_EQ(problem_from(decode(encode(whole(problem)))), problem);
    Measure measure;
    measure.id = base::testing::golden_id<MeasureId>("05");
    measure.programme = problem.programme;
    measure.problem = problem.id;
    measure.number = 8;
    measure.printed_number = "①";
    measure.text = "措施";
    measure.status = MeasureStatus::long_term;
    measure.responsibility = problem.responsibility;
    measure.deadline = problem.deadline;
    measure.demands = {ResultKind::other};
    measure.long_term = TestLedger::goes_on();
    measure.percent = 40;
    measure.last_entry = "已开展";
    measure.last_entry_at = base::Instant{1'719'734'400'000};
    measure.guards = problem.guards;
    measure.imported = true;
    measure.version = 3;
    EXPECT_EQ(measure_from(decode(encode(whole(measure)))), measure);
}

}  // namespace
}  // namespace ledger
