// Many rows changed at once: looked at, changed, left where they cannot be, written down as one
// thing, and undone; for measures and problems, on both engines.
#include "ledger/batch_actions.hpp"

#include "accounts/unit_store.hpp"
#include "accounts/unit_tree_store.hpp"
#include "ledger/test_ledger.hpp"

namespace ledger {
namespace {

using testing::code_of;
using testing::TestLedger;

class Batches : public testing::OneLedger {
  protected:
    ProblemRow problem =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement),
                   TestLedger::by("2024-06-30"));
    std::vector<MeasureId> measures = [this] {
        std::vector<MeasureId> ids;
        for (const auto* text : {"修订采购制度", "清理超标采购", "开展采购培训", "公开采购结果"})
            ids.push_back(ledger.add(problem, text).measure.id);
        return ids;
    }();

    static BulkChange deadline(std::string_view day) {
        return {TestLedger::by(day), {}, std::nullopt};
    }
    BulkChange responsible(const std::string& name, base::UnitId unit) {
        return {std::nullopt,
                {{HolderRole::responsible_unit,
                  HolderWay::replace,
                  TestLedger::held_by(name, unit),
                  {}}},
                std::nullopt};
    }
    std::vector<SeenRow> seen() {
        std::vector<SeenRow> rows;
        for (const auto& id : measures) rows.push_back({id.text(), ledger.measure(id).version});
        return rows;
    }
    BulkOrder order(const BulkChange& change, std::vector<SeenRow> rows) {
        return {ledger.here.make_id<BatchId>(), View::measures, change, "全区统一调整时限",
                std::move(rows)};
    }
    base::Result<BatchReport> run(const BulkOrder& wanted, const base::Actor& who) {
        return change_in_bulk(needs, who, ledger.programme, wanted);
    }
    static std::string outcomes(const std::vector<BatchedRow>& rows) {
        std::string text;
        for (const auto& row : rows) {
            text += (text.empty() ? "" : " ") + std::string(name_of(row.outcome));
            if (!row.refusal.empty()) text += ":" + row.refusal;
        }
        return text;
    }
    std::string outcomes(const base::Result<std::vector<BatchedRow>>& rows) {
        return rows ? outcomes(*rows) : rows.error().code;
    }
    base::Result<std::vector<BatchedRow>> look(const BulkQuestion& question) {
        return preview_bulk_change(needs, ledger.zhang_min, ledger.programme, question);
    }
    std::string due(MeasureId id) {
        const auto day = ledger.measure(id).due_on;
        return day ? base::to_text(*day) : "none";
    }
    void finish_second() {
        ledger.claim(problem.problem.id, ledger.li_qiang);
        ledger.finish(measures[1], ledger.li_qiang);
    }
    std::int64_t count(const std::string& sql) { return ledger.number_in(sql); }
};
ZHENGGAI_ON_BOTH_ENGINES(Batches);

TEST_P(Batches, are_looked_at_before_anything_is_written) {
    finish_second();
    const auto before = count("SELECT count(*) FROM ledger_history");
    const auto rows = look({View::measures, deadline("2024-12-31"), {}, {}});
    EXPECT_EQ(outcomes(rows), "changed refused:measure_is_done changed changed");
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->at(0).changes.size(), 2u);
    EXPECT_EQ(rows->at(0).changes[0].field, "deadline_text");
    EXPECT_EQ(rows->at(0).changes[0].old_value, "2024-06-30前") << "what its problem says";
    EXPECT_EQ(rows->at(0).changes[1].new_value, "2024-12-31");
    EXPECT_EQ(count("SELECT count(*) FROM ledger_history"), before);
    EXPECT_EQ(due(measures[0]), "2024-06-30");
}

TEST_P(Batches, mean_the_rows_that_are_named_or_those_of_a_filter) {
    const std::vector<std::string> named{measures[2].text(), measures[0].text(),
                                         ledger.here.make_id<MeasureId>().text()};
    const auto rows = look({View::measures, deadline("2024-12-31"), named, {}});
    ASSERT_TRUE(rows);
    EXPECT_EQ(outcomes(*rows), "changed changed refused:measure_not_found");
    EXPECT_EQ(rows->at(0).id, measures[0].text()) << "in the order of the ledger";
    LedgerQuery query;
    query.filter.words = "清理";
    EXPECT_EQ(outcomes(look({View::measures, deadline("2024-12-31"), {}, query})), "changed");
    EXPECT_EQ(outcomes(look({View::measures, deadline("2024-06-30"), {}, query})), "unchanged")
        << "its problem says so already";
    query.unit = ledger.here.make_id<base::UnitId>();
    EXPECT_EQ(outcomes(look({View::measures, deadline("2024-12-31"), {}, query})), "unit_unknown");
}

TEST_P(Batches, change_what_they_can_and_say_of_the_rest_why_not) {
    finish_second();
    auto rows = seen();
    rows.push_back({ledger.here.make_id<MeasureId>().text(), 1});
    rows.push_back(rows[0]);  // named twice, changed once
    ASSERT_TRUE(edit_measure(needs, ledger.wang_fang, ledger.seen(measures[2]),
                             {"开展采购全员培训", {}, {}, {}}));
    const auto report = run(order(deadline("2024-12-31"), rows), ledger.zhang_min);
    ASSERT_TRUE(report) << report.error().code;
    EXPECT_EQ(outcomes(report->rows),
              "changed refused:measure_is_done changed_meanwhile:somebody_else_changed_it changed "
              "refused:measure_not_found");
    EXPECT_EQ(report->batch.counts, (BatchCounts{2, 0, 2, 1, 0}));
    EXPECT_EQ(due(measures[0]), "2024-12-31");
    EXPECT_EQ(due(measures[1]), "2024-06-30");
    EXPECT_EQ(due(measures[2]), "2024-06-30");
    EXPECT_EQ(ledger.measure(measures[2]).text, "开展采购全员培训");
    ledger.expect_sound_journal();
}

TEST_P(Batches, are_one_thing_in_the_history_and_in_the_journal) {
    const auto wanted = order(deadline("2024-12-31"), seen());
    ASSERT_TRUE(run(wanted, ledger.zhang_min));
    const auto history = history_of_measure(needs, ledger.li_qiang, measures[3]);
    ASSERT_TRUE(history);
    const auto& change = history->front();
    EXPECT_EQ(change.act, "bulk_edit");
    ASSERT_TRUE(change.batch);
    EXPECT_EQ(change.batch->id, wanted.id);
    EXPECT_EQ(change.batch->reason, "全区统一调整时限");
    EXPECT_EQ(change.batch->rows, 4);
    EXPECT_FALSE(history->back().batch);
    const auto in_batch =
        "SELECT count(*) FROM ledger_history WHERE batch_id = '" + wanted.id.text() + "'";
    EXPECT_EQ(count(in_batch), 4);
    EXPECT_EQ(count("SELECT count(*) FROM journal_entry WHERE act = 'bulk_change'"), 1);
    EXPECT_EQ(count("SELECT count(*) FROM journal_entry WHERE act = 'bulk_edit'"), 4);
}

TEST_P(Batches, are_written_once_however_often_they_are_sent) {
    const auto wanted = order(deadline("2024-12-31"), seen());
    const auto first = run(wanted, ledger.zhang_min), again = run(wanted, ledger.zhang_min);
    ASSERT_TRUE(first && again);
    EXPECT_EQ(outcomes(again->rows), outcomes(first->rows));
    EXPECT_EQ(again->batch.counts, first->batch.counts);
    EXPECT_EQ(again->rows[0].changes.size(), first->rows[0].changes.size());
    EXPECT_EQ(ledger.measure(measures[0]).version, 2);
    auto other = wanted;
    other.reason = "另外的理由";
    EXPECT_EQ(code_of(run(other, ledger.zhang_min)), "same_id_other_content");
}

TEST_P(Batches, are_refused_as_a_whole_where_nothing_could_come_of_them) {
    const auto rows = seen();
    EXPECT_EQ(code_of(run(order(deadline("2024-12-31"), rows), ledger.li_qiang)),
              "only_the_office_edits");
    auto wordless = order(deadline("2024-12-31"), rows);
    wordless.reason = "改";
    EXPECT_EQ(code_of(run(wordless, ledger.zhang_min)), "reason_says_nothing");
    EXPECT_EQ(code_of(run(order({}, rows), ledger.zhang_min)), "nothing_is_asked_for");
    EXPECT_EQ(code_of(run(order(deadline("2024-12-31"), {}), ledger.zhang_min)), "no_rows_chosen");
    const auto nowhere = ledger.here.make_id<base::UnitId>();
    EXPECT_EQ(code_of(run(order(responsible("无此单位", nowhere), rows), ledger.zhang_min)),
              "unit_unknown");
    EXPECT_EQ(outcomes(look({View::measures, responsible("无此单位", nowhere), {}, {}})),
              "unit_unknown");
    const auto stranger = ledger.of_unit("审计局联络员", ledger.audit);
    EXPECT_EQ(code_of(change_in_bulk(needs, stranger, ledger.programme,
                                     order(deadline("2024-12-31"), rows))),
              "programme_not_found");
    EXPECT_EQ(count("SELECT count(*) FROM batch"), 0);
}

TEST_P(Batches, give_rows_to_another_unit_which_is_told_once) {
    const auto opened =
        ledger.here.account("budget", accounts::Role::responsible_unit, ledger.budget);
    auto wanted = order(responsible("预算科", ledger.budget), seen());
    ASSERT_TRUE(run(wanted, ledger.zhang_min));
    EXPECT_EQ(ledger.measures({}, ledger.zhao_li).total, 4) << "seen by those who hold them now";
    EXPECT_EQ(ledger.measures({}, ledger.li_qiang).total, 0);
    EXPECT_EQ(count("SELECT count(*) FROM event WHERE kind = 'rows_assigned' AND subject_kind = "
                    "'batch' AND subject_number = 4"),
              1);
    EXPECT_EQ(count("SELECT count(*) FROM message"), 1);
    auto quiet = order(deadline("2024-12-31"), seen());
    quiet.quiet = true;
    ASSERT_TRUE(run(quiet, ledger.zhang_min));
    EXPECT_EQ(count("SELECT count(*) FROM message"), 1);
}

TEST_P(Batches, are_undone_but_for_rows_that_somebody_changed_since) {
    const auto wanted = order(responsible("预算科", ledger.budget), seen());
    ASSERT_TRUE(run(wanted, ledger.zhang_min));
    ASSERT_TRUE(edit_measure(needs, ledger.wang_fang, ledger.seen(measures[1]),
                             {"清理超标准采购", {}, {}, {}}));
    const auto looked = view_batch(needs, ledger.wang_fang, wanted.id, {});
    ASSERT_TRUE(looked);
    EXPECT_EQ(looked->batch.counts.changed_since, 1);
    EXPECT_TRUE(looked->rows[1].changed_since);
    const UndoOrder undo{ledger.here.make_id<BatchId>(), "选错了单位，恢复原状"};
    const auto report = undo_batch(needs, ledger.wang_fang, wanted.id, undo);
    ASSERT_TRUE(report) << report.error().code;
    EXPECT_EQ(outcomes(report->rows),
              "changed changed_meanwhile:somebody_else_changed_it changed changed");
    EXPECT_EQ(report->batch.undoes, wanted.id);
    EXPECT_TRUE(ledger.measure(measures[0]).responsibility.empty()) << "its problem's again";
    const std::vector<journal::FieldChange> told{{"responsible_units", "预算科", "采购科"}};
    EXPECT_EQ(report->rows[0].changes, told) << "what counts for it, not what it says itself";
    EXPECT_EQ(ledger.measures({}, ledger.li_qiang).total, 3);
    EXPECT_FALSE(ledger.measure(measures[1]).responsibility.empty());
    // The same again does nothing twice; another time there is nothing left to undo.
    EXPECT_EQ(code_of(undo_batch(needs, ledger.wang_fang, wanted.id, undo)), "accepted");
    EXPECT_EQ(code_of(undo_batch(needs, ledger.wang_fang, wanted.id,
                                 {ledger.here.make_id<BatchId>(), "再撤销一次看看"})),
              "batch_is_undone_already");
    // Undoing is a batch, too.
    const auto redone = undo_batch(needs, ledger.wang_fang, undo.id,
                                   {ledger.here.make_id<BatchId>(), "还是改到预算科"});
    ASSERT_TRUE(redone) << redone.error().code;
    EXPECT_EQ(ledger.measures({}, ledger.zhao_li).total, 4);
    ledger.expect_sound_journal();
}

TEST_P(Batches, give_nothing_back_to_a_unit_that_was_closed_since) {
    for (const auto& id : measures) {
        const auto held = TestLedger::held_by("审计局", ledger.audit);
        ASSERT_TRUE(edit_measure(needs, ledger.zhang_min, ledger.seen(id), {{}, held, {}, {}}));
    }
    const auto wanted = order(responsible("预算科", ledger.budget), seen());
    ASSERT_TRUE(run(wanted, ledger.zhang_min));
    const auto close = [&](db::Transaction& transaction) -> base::Result<void> {
        auto unit = *accounts::load_unit(transaction, ledger.audit);
        unit.closed_at = ledger.here.clock.now();
        return accounts::save_unit(transaction, unit);
    };
    ASSERT_TRUE(database().write(close));
    const auto report = undo_batch(needs, ledger.zhang_min, wanted.id,
                                   {ledger.here.make_id<BatchId>(), "选错了单位，恢复原状"});
    ASSERT_TRUE(report) << report.error().code;
    EXPECT_EQ(outcomes(report->rows),
              "refused:unit_is_closed refused:unit_is_closed refused:unit_is_closed "
              "refused:unit_is_closed");
}

TEST_P(Batches, of_problems_carry_their_measures_along) {
    BulkOrder wanted{ledger.here.make_id<BatchId>(),
                     View::problems,
                     responsible("预算科", ledger.budget),
                     "职能划转到预算科",
                     {{problem.problem.id.text(), problem.problem.version}}};
    wanted.change.deadline = TestLedger::by("2024-12-31");
    ASSERT_TRUE(run(wanted, ledger.zhang_min));
    EXPECT_EQ(due(measures[0]), "2024-12-31") << "has its day from its problem";
    EXPECT_EQ(ledger.measures({}, ledger.zhao_li).total, 4);
    ASSERT_TRUE(undo_batch(needs, ledger.zhang_min, wanted.id,
                           {ledger.here.make_id<BatchId>(), "职能没有划转"}));
    EXPECT_EQ(due(measures[0]), "2024-06-30");
    EXPECT_EQ(ledger.measures({}, ledger.li_qiang).total, 4);
}

TEST_P(Batches, count_and_show_only_rows_in_sight) {
    const auto other = ledger.add("预算编制粗放", TestLedger::held_by("预算科", ledger.budget));
    const auto hidden = ledger.add(other, "细化预算编制").measure;
    auto rows = seen();
    rows.push_back({hidden.id.text(), hidden.version});
    const auto wanted = order(deadline("2024-12-31"), rows);
    ASSERT_TRUE(run(wanted, ledger.zhang_min));
    EXPECT_EQ(
        view_batches(needs, ledger.zhang_min, ledger.programme, {})->rows.at(0).counts.changed, 5);
    EXPECT_EQ(view_batches(needs, ledger.li_qiang, ledger.programme, {})->rows.at(0).counts.changed,
              4);
    EXPECT_EQ(view_batch(needs, ledger.zhao_li, wanted.id, {})->rows.size(), 1u);
    EXPECT_EQ(view_batch(needs, ledger.li_qiang, wanted.id, {{}, Page{2, 3}})->rows.size(), 1u);
    EXPECT_EQ(code_of(view_batch(needs, ledger.sun_li, wanted.id, {})), "batch_not_found");
    const BatchRowFilter refused{BatchOutcome::refused, {}};
    EXPECT_TRUE(view_batch(needs, ledger.zhang_min, wanted.id, refused)->rows.empty());
}

TEST_P(Batches, run_as_many_statements_for_each_row_as_that_row_needs) {
    const auto cost = [&](std::size_t rows, std::string_view day) {
        auto wanted = order(deadline(day), seen());
        wanted.rows.resize(rows);
        wanted.quiet = true;
        const auto before = database().statements_run();
        EXPECT_TRUE(run(wanted, ledger.zhang_min));
        return database().statements_run() - before;
    };
    const auto one = cost(1, "2024-10-31"), three = cost(3, "2024-11-30");
    // The row, its place, its holders (out, in: two), its history, its outcome, its entry with
    // payload.
    EXPECT_EQ((three - one) / 2, 9u);
    const auto before = database().statements_run();
    ASSERT_TRUE(look({View::measures, deadline("2024-12-31"), {}, {}}));
    EXPECT_EQ(database().statements_run() - before, 3u) << "programme, total, rows";
}

}  // namespace
}  // namespace ledger
