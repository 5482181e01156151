// What is restricted is nowhere to be read without the key, and everywhere with it: while it comes,
// when it is guarded later, switched on for what is there, switched off, under another key.
#include <algorithm>
#include <chrono>
#include <thread>

#include "evidence/keeping_actions.hpp"
#include "journal/verify.hpp"
#include "ledger/batch_actions.hpp"
#include "ledger/bin_actions.hpp"
#include "ledger/evidence_actions.hpp"
#include "ledger/extension_actions.hpp"
#include "ledger/review_actions.hpp"
#include "sealing/test_sealing.hpp"

namespace sealing {
namespace {

using ledger::SealingAim;
using testing::code_of;
using testing::key;

// Two sorts of words: of the guarded row and of the one beside it.
const std::vector<std::string> restricted{"线索移交之问题", "线索核查之目标", "核查线索之措施",
                                          "线索核查之进展", "线索佐证之说明", "退回线索之理由",
                                          "线索延期之理由", "线索材料之名称", "线索材料之内容",
                                          "线索审签之意见", "线索批改之措施"};

class Sealing : public testing::SealedInstallation {
  protected:
    /// A problem with one of each restricted words in it, behind a guard from `when` on.
    enum class Guarded { first, last, never };
    void work(Guarded when) {
        if (!ledger_) start_with(base::Sealer::Mode::sealing, {key('a')});
        auto& here = ledger();
        const auto needs = ledger_needs();
        const auto procurement = here.held_by("采购科", here.procurement);
        auto problem = here.add(restricted[0], procurement, here.by("2024-09-30"));
        if (when == Guarded::first) problem = guard(problem);
        const auto office = cleared(here.zhang_min), unit = cleared(here.li_qiang);
        ASSERT_TRUE(edit_problem(needs, office, {problem.problem.id, problem.problem.version},
                                 {.goal = restricted[1]}));
        const auto measure =
            add_measure(needs, office, problem.problem.id,
                        {here.here.make_id<ledger::MeasureId>(), restricted[2], {}, {}, {}});
        ASSERT_TRUE(measure);
        problem_ = problem.problem.id;
        measure_ = measure->measure.id;
        ASSERT_TRUE(claim_problem(needs, unit, {problem_, version_of_problem()}));
        auto entry = here.entry(restricted[3], 50);
        entry.evidence_note = restricted[4];
        entry.percent_reason = restricted[4];
        ASSERT_TRUE(report_progress(needs, unit, measure_, entry));
        ASSERT_TRUE(submit_measure(needs, unit, {measure_, version_of_measure()}));
        ASSERT_TRUE(send_back_measure(needs, office, {measure_, version_of_measure()},
                                      {restricted[5], restricted[5]}));
        ASSERT_EQ(code_of(ask_for_extension(needs, unit, {true, problem_.uuid},
                                            {here.here.make_id<ledger::ExtensionId>(),
                                             ledger::testing::day("2024-10-31"),
                                             restricted[6],
                                             {"周桂芳", ledger::testing::day("2024-06-29")}})),
                  "accepted");
        bring_evidence(unit);
        if (when != Guarded::never) work_to_the_slip();
        if (when == Guarded::last) guard(problem);
        plain_ = here.add("公开的问题文字").problem.id;
    }
    void bring_evidence(const base::Actor& unit) {
        evidence::Claim claim;
        claim.id = ledger().here.make_id<evidence::EvidenceId>();
        claim.name = restricted[7] + ".txt";
        ASSERT_EQ(code_of(add_evidence({ledger_needs(), *files_, 1u << 20}, unit, measure_,
                                       {claim, folder_.write("upload", restricted[8])})),
                  "accepted");
    }
    /// A guarded problem changed in bulk, reviewed and struck off, with the opinion of its signer.
    void work_to_the_slip() {
        auto& here = ledger();
        const auto needs = ledger_needs();
        const auto office = cleared(here.zhang_min);
        const auto problem = guard(here.add(restricted[0]));
        const auto id = problem.problem.id;
        const auto measure =
            add_measure(needs, office, id,
                        {here.here.make_id<ledger::MeasureId>(), restricted[10], {}, {}, {}});
        ASSERT_TRUE(measure);
        ledger::BulkOrder order;
        order.id = here.here.make_id<ledger::BatchId>();
        order.change.deadline = here.by("2024-10-15");
        order.reason = "统一顺延期限";
        order.rows = {{measure->measure.id.text(), measure->measure.version}};
        const auto done = change_in_bulk(needs, office, here.programme, order);
        ASSERT_TRUE(done);
        EXPECT_EQ(done->rows.at(0).text, restricted[10]);
        const auto seen = [&] {
            return ledger::Seen<ledger::ProblemId>{
                id, view_problem(needs, office, id)->row.problem.version};
        };
        const auto seen_measure = [&] {
            return ledger::Seen<ledger::MeasureId>{
                measure->measure.id,
                view_measure(needs, office, measure->measure.id)->row.measure.version};
        };
        const auto chief = cleared(here.zhou_guifang);
        ASSERT_TRUE(claim_problem(needs, chief, seen()));
        ASSERT_TRUE(report_progress(needs, chief, measure->measure.id, here.entry("已办", 100)));
        ASSERT_TRUE(submit_measure(needs, chief, seen_measure()));
        ASSERT_TRUE(
            accept_measure(needs, office, seen_measure(), {ledger::MeasureStatus::done}, ""));
        ASSERT_TRUE(apply_for_strike_off(needs, chief, seen(), here.complete()));
        ASSERT_TRUE(strike_off_problem(needs, office, seen(), restricted[9]));
        const auto view = view_problem(needs, office, id);
        ASSERT_FALSE(view->review.review.empty());
        EXPECT_EQ(view->review.review.front().opinion, restricted[9]);
        EXPECT_EQ(view_slips(needs, office, here.programme, {})->page.rows.at(0).slip.opinion,
                  restricted[9]);
    }
    std::int64_t version_of_problem() {
        return view_problem(ledger_needs(), cleared(ledger().zhang_min), problem_)
            ->row.problem.version;
    }
    std::int64_t version_of_measure() {
        return view_measure(ledger_needs(), cleared(ledger().zhang_min), measure_)
            ->row.measure.version;
    }
    /// Everything in the database: on SQLite the bytes of its files, on PostgreSQL all rows.
    std::string database_as_it_lies() {
        if (GetParam() == db::Engine::postgres)
            return database().read([](db::Transaction& transaction) {
                return *transaction.first("SELECT database_to_xml(true, true, '')::text", {},
                                          [](const db::Row& row) { return row.string(0); });
            });
        std::string bytes;
        for (const auto* suffix : {"", "-wal"})
            bytes += bytes_of(test_database().address() + suffix);
        return bytes;
    }
    /// The restricted words that can be read without the key.
    std::vector<std::string> readable() {
        std::vector<std::string> found;
        const auto lies = database_as_it_lies() + files_as_they_lie();
        for (const auto& words : restricted)
            if (lies.find(words) != std::string::npos) found.push_back(words);
        return found;
    }
    /// All restricted words as somebody cleared reads them.
    void expect_read_by_the_cleared() {
        const auto office = cleared(ledger().zhang_min);
        const auto needs = ledger_needs();
        const auto problem = view_problem(needs, office, problem_);
        ASSERT_TRUE(problem);
        EXPECT_EQ(problem->row.problem.text, restricted[0]);
        EXPECT_EQ(problem->row.problem.goal, restricted[1]);
        const auto measure = view_measure(needs, office, measure_);
        ASSERT_TRUE(measure);
        EXPECT_EQ(measure->row.measure.text, restricted[2]);
        EXPECT_EQ(measure->row.measure.last_entry, restricted[3]);
        EXPECT_EQ(measure->entries[0].text, restricted[3]);
        EXPECT_EQ(measure->entries[0].evidence_note, restricted[4]);
        EXPECT_EQ(measure->entries[0].percent_reason, restricted[4]);
        EXPECT_EQ(measure->refusals[0].reason, restricted[5]);
        const auto extensions = list_row_extensions(needs, office, {true, problem_.uuid});
        EXPECT_EQ(extensions->rows[0].reason, restricted[6]);
        const ledger::EvidenceNeeds proofs{needs, *files_, 1u << 20};
        const auto list = list_evidence(proofs, office, measure_);
        const auto& item = list->rows[0].newest.item;
        EXPECT_EQ(item.evidence.name, restricted[7] + ".txt");
        EXPECT_EQ(fetch_evidence(proofs, office, item.evidence.id)->blob->read(0, 100),
                  restricted[8]);
        const auto history = history_of_problem(needs, office, problem_);
        const auto& opening = history->back().changes;
        EXPECT_NE(std::find(opening.begin(), opening.end(),
                            journal::FieldChange{"text", "", restricted[0]}),
                  opening.end());
        EXPECT_TRUE(journal::verify(database(), ledger().here.journal.key()).sound());
        EXPECT_TRUE(evidence::check_files(database(), *files_).sound());
    }

    ledger::ProblemId problem_, plain_;
    ledger::MeasureId measure_;
};
ZHENGGAI_ON_BOTH_ENGINES(Sealing);

TEST_P(Sealing, leaves_nothing_restricted_readable_as_it_comes) {
    work(Guarded::first);
    // The problem was added before it was guarded: pages of the log may still say so.
    database().write_anew();
    EXPECT_EQ(readable(), std::vector<std::string>{});
    EXPECT_NE(database_as_it_lies().find("公开的问题文字"), std::string::npos);
    expect_read_by_the_cleared();
}

TEST_P(Sealing, seals_what_is_guarded_later_and_opens_what_is_guarded_no_more) {
    work(Guarded::last);
    database().write_anew();
    EXPECT_EQ(readable(), std::vector<std::string>{});
    expect_read_by_the_cleared();
    const auto office = cleared(ledger().zhang_min);
    ASSERT_TRUE(guard_problem(ledger_needs(), office, {problem_, version_of_problem()}, {}));
    EXPECT_EQ(view_problem(ledger_needs(), ledger().zhang_min, problem_)->row.problem.text,
              restricted[0]);
    // The texts of the row are open again; its files and its past stay sealed.
    const std::vector<std::string> open(restricted.begin(), restricted.begin() + 7);
    EXPECT_EQ(readable(), open);
}

TEST_P(Sealing, is_switched_on_for_what_is_there_and_off_again) {
    start_with(base::Sealer::Mode::opening, {key('a')});
    work(Guarded::last);
    EXPECT_EQ(readable(), restricted);
    EXPECT_EQ(state().state, State::off);
    start_with(base::Sealer::Mode::sealing, {key('a')});
    note_sealing(database(), ledger().here.clock);
    EXPECT_EQ(state().state, State::partly);
    const auto outcome = seal_all();
    EXPECT_GT(outcome.texts, 20);
    EXPECT_EQ(outcome.files, 1);
    EXPECT_TRUE(outcome.broken.empty());
    EXPECT_EQ(state().state, State::whole);
    EXPECT_EQ(readable(), std::vector<std::string>{});
    expect_read_by_the_cleared();
    EXPECT_EQ(seal_all().texts, 0);
    start_with(base::Sealer::Mode::opening, {key('a')});
    expect_read_by_the_cleared();
    EXPECT_GT(seal_all(SealingAim::open).texts, 20);
    EXPECT_EQ(state(), sealing::Sealing{});
    EXPECT_EQ(readable(), restricted);
    EXPECT_TRUE(check_sealing(database(), nullptr));
}

TEST_P(Sealing, goes_on_under_another_key_after_which_the_old_one_can_go) {
    work(Guarded::first);
    ASSERT_TRUE(seal_all().broken.empty());
    keys_ = {key('b'), key('a')};
    std::this_thread::sleep_for(std::chrono::milliseconds(1'050));  // the age of keys
    const auto outcome = seal_all();
    EXPECT_GT(outcome.texts, 20);
    EXPECT_EQ(outcome.files, 1);
    EXPECT_EQ(seal_all().texts, 0);
    start_with(base::Sealer::Mode::sealing, {key('b')});
    EXPECT_TRUE(check_sealing(database(), sealer_.get()));
    expect_read_by_the_cleared();
}

TEST_P(Sealing, keeps_sealed_what_was_taken_away_and_brings_it_under_another_key) {
    start_with(base::Sealer::Mode::sealing, {key('a')});
    const auto office = cleared(ledger().zhang_min);
    const auto problem = guard(ledger().add(restricted[0])).problem;
    const auto measure =
        add_measure(ledger_needs(), office, problem.id,
                    {ledger().here.make_id<ledger::MeasureId>(), restricted[2], {}, {}, {}});
    ASSERT_TRUE(measure);
    const auto gone =
        remove_problem(ledger_needs(), office, {problem.id, problem.version}, restricted[5]);
    ASSERT_TRUE(gone) << gone.error().code;
    std::filesystem::create_directories(folder_ / "evidence");  // where no file lies
    database().write_anew();
    EXPECT_EQ(readable(), std::vector<std::string>{});
    keys_ = {key('b'), key('a')};
    std::this_thread::sleep_for(std::chrono::milliseconds(1'050));  // the age of keys
    ASSERT_TRUE(seal_all().broken.empty());
    start_with(base::Sealer::Mode::sealing, {key('b')});
    const auto bin = view_bin(ledger_needs(), office, ledger().programme, {});
    EXPECT_EQ(bin->rows.at(0).text, restricted[0]);
    EXPECT_EQ(bin->rows.at(0).reason, restricted[5]);
    ASSERT_TRUE(restore_removed(ledger_needs(), office, gone->id));
    EXPECT_EQ(view_measure(ledger_needs(), office, measure->measure.id)->row.measure.text,
              restricted[2]);
    database().write_anew();
    EXPECT_EQ(readable(), std::vector<std::string>{});
}

TEST_P(Sealing, starts_with_no_other_key_and_with_none) {
    work(Guarded::first);
    ASSERT_TRUE(seal_all().broken.empty());
    EXPECT_EQ(code_of(check_sealing(database(), nullptr)), "sealed_but_no_key");
    start_with(base::Sealer::Mode::sealing, {key('c')});
    EXPECT_EQ(code_of(check_sealing(database(), sealer_.get())), "sealed_under_another_key");
    EXPECT_THROW(
        static_cast<void>(view_problem(ledger_needs(), cleared(ledger().zhang_min), problem_)),
        base::SealBroken);
    const auto outcome = seal_all();
    EXPECT_GT(outcome.broken.size(), 20u);
    EXPECT_EQ(outcome.texts, 0);
    EXPECT_EQ(state().state, State::partly);
}

TEST_P(Sealing, refuses_texts_and_files_that_were_changed_or_moved) {
    work(Guarded::first);
    const auto office = cleared(ledger().zhang_min);
    const ledger::EvidenceNeeds proofs{ledger_needs(), *files_, 1u << 20};
    const auto item = list_evidence(proofs, office, measure_)->rows[0].newest.item;
    const auto place = files_->place_of(item.evidence.digest);
    auto bytes = bytes_of(place);
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    std::filesystem::permissions(place, std::filesystem::perms::owner_all);
    std::ofstream(place, std::ios::binary) << bytes;
    const auto fetched = fetch_evidence(proofs, office, item.evidence.id);
    ASSERT_TRUE(fetched);
    EXPECT_THROW(static_cast<void>(fetched->blob->read(0, 10)), base::SealBroken);
    EXPECT_EQ(evidence::check_files(database(), *files_).changed,
              std::vector{item.evidence.digest});
    // Whoever brings the same bytes again puts it right, as soon as it does not open at all.
    std::ofstream(place, std::ios::binary) << bytes.substr(0, 100);
    bring_evidence(cleared(ledger().li_qiang));
    EXPECT_TRUE(evidence::check_files(database(), *files_).sound());

    test_database().run_raw("UPDATE problem SET goal = text WHERE guards <> 0");
    EXPECT_THROW(static_cast<void>(view_problem(ledger_needs(), office, problem_)),
                 base::SealBroken);
}

TEST_P(Sealing, finds_a_payload_of_the_journal_that_was_exchanged) {
    work(Guarded::first);
    const auto digest = database().read([](db::Transaction& transaction) {
        return *transaction.first(
            "SELECT count(*) FROM journal_payload WHERE payload LIKE '%changes%'", {},
            [](const db::Row& row) { return row.integer(0); });
    });
    EXPECT_EQ(digest, 0);
    test_database().run_raw(
        "UPDATE journal_payload SET payload = (SELECT p.payload FROM journal_payload p WHERE "
        "p.sequence = 3 AND p.chain = journal_payload.chain) WHERE sequence = 2 AND chain <> "
        "'installation'");
    const auto report = journal::verify(database(), ledger().here.journal.key());
    ASSERT_FALSE(report.sound());
    EXPECT_THROW(test_database().run_raw("UPDATE journal_payload SET sequence = 1000"),
                 std::runtime_error);
}

}  // namespace
}  // namespace sealing
