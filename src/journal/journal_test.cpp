// Appending, reading back, erasing and anchoring, on both engines.
#include "journal/journal.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <future>
#include <thread>

#include "db/test_database.hpp"
#include "journal/anchor_json.hpp"
#include "journal/verify.hpp"

namespace journal {
namespace {

using base::Result;
using db::testing::OnBothEngines;

class Journals : public OnBothEngines {
  protected:
    Journals() { actor_.name = "何敏"; }

    // Appends in a transaction of its own.
    std::int64_t append(const Draft& draft) {
        return *database().write([&](db::Transaction& transaction) -> Result<std::int64_t> {
            return journal_.append(transaction, actor_, clock_.now(), draft);
        });
    }
    Result<void> erase(std::string_view chain, std::int64_t sequence) {
        return database().write([&](db::Transaction& transaction) {
            return journal_.erase(transaction, actor_, clock_.now(), {chain, sequence, "依法删除"});
        });
    }
    std::vector<Record> records(std::string_view kind, std::string_view id,
                                std::int64_t entries_max = 500) {
        return database().read([&](db::Transaction& transaction) {
            return list_records(transaction, kind, id, entries_max);
        });
    }
    // "strike_off_problem 张三 {...}" for the constraint that refused a statement.
    std::string refusal_of(const std::string& sql) {
        try {
            (void)database().write([&](db::Transaction& transaction) -> Result<void> {
                transaction.execute(sql);
                return {};
            });
        } catch (const db::ConstraintError& error) {
            EXPECT_EQ(error.what_violated, db::ConstraintError::What::append_only);
            return error.constraint;
        }
        return "accepted";
    }
    [[nodiscard]] bool sound() { return verify(database(), journal_.key()).sound(); }

    base::SeededRandom random_{7};
    base::FixedClock clock_{{1'719'735'300'000}};
    base::Actor actor_;
    Journal journal_{Key(std::string(32, 'k')), random_};
};
ZHENGGAI_ON_BOTH_ENGINES(Journals);

TEST_P(Journals, GiveBackWhatWasAppended) {
    append(
        {.chain = "p1", .act = "open_programme", .subject_kind = "programme", .subject_id = "p1"});
    append({.chain = "p1",
            .act = "strike_off_problem",
            .subject_kind = "problem",
            .subject_id = "x",
            .payload = R"({"意见":"同意𠮷"})"});
    const auto found = records("problem", "x");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].entry.sequence, 2);
    EXPECT_EQ(found[0].entry.act, "strike_off_problem");
    EXPECT_EQ(found[0].entry.actor_name, "何敏");
    EXPECT_EQ(found[0].entry.at, clock_.now());
    EXPECT_EQ(found[0].payload, R"({"意见":"同意𠮷"})");
    EXPECT_TRUE(sound());
}

TEST_P(Journals, NumberEachChainFromOneWithoutGaps) {
    const auto next = [&](std::string_view chain) { return append({.chain = chain, .act = "a"}); };
    EXPECT_EQ(next("p1"), 1);
    EXPECT_EQ(next("p2"), 1);
    EXPECT_EQ(next("p1"), 2);
    (void)database().write([&](db::Transaction& transaction) -> Result<void> {
        journal_.append(transaction, actor_, clock_.now(), {.chain = "p1", .act = "never"});
        return base::refuse(base::ErrorKind::conflict, "changed_my_mind");
    });
    EXPECT_EQ(next("p1"), 3);
    EXPECT_TRUE(sound());
}

TEST_P(Journals, AppendManyWithOneHead) {
    std::vector<Draft> drafts(700,
                              Draft{.chain = "p1", .act = "import_row", .subject_kind = "row"});
    (void)database().write([&](db::Transaction& transaction) -> Result<void> {
        EXPECT_EQ(journal_.append_all(transaction, actor_, clock_.now(), drafts), 700);
        return {};
    });
    EXPECT_EQ(append({.chain = "p1", .act = "a"}), 701);
    EXPECT_TRUE(sound());
    EXPECT_EQ(records("row", "", 3).back().entry.sequence, 700);
    EXPECT_EQ(records("row", "", 3).front().entry.sequence, 698);
}

TEST_P(Journals, RefuseToBeRewritten) {
    append({.chain = "p1", .act = "a"});
    EXPECT_EQ(refusal_of("UPDATE journal_entry SET act = 'b'"), "journal_entry_append_only");
    EXPECT_EQ(refusal_of("DELETE FROM journal_entry"), "journal_entry_append_only");
    EXPECT_EQ(refusal_of("UPDATE journal_payload SET payload = 'b'"),
              "journal_payload_append_only");
    EXPECT_EQ(refusal_of("DELETE FROM journal_payload"), "journal_payload_append_only");
    EXPECT_EQ(refusal_of("UPDATE journal_head SET sequence = 0"), "journal_head_append_only");
    EXPECT_EQ(refusal_of("DELETE FROM journal_head"), "journal_head_append_only");
    if (GetParam() == db::Engine::postgres) {
        EXPECT_EQ(refusal_of("TRUNCATE journal_erasure"), "journal_erasure_append_only");
        EXPECT_EQ(refusal_of("TRUNCATE journal_entry CASCADE"), "journal_entry_append_only");
    } else {
        EXPECT_EQ(refusal_of("INSERT OR REPLACE INTO journal_entry SELECT * FROM journal_entry"),
                  "journal_entry_append_only");
    }
    EXPECT_TRUE(sound());
}

TEST_P(Journals, EraseAPayloadAndSaySo) {
    append(
        {.chain = "p1", .act = "a", .subject_kind = "problem", .subject_id = "x", .payload = "1"});
    append(
        {.chain = "p1", .act = "b", .subject_kind = "problem", .subject_id = "x", .payload = "2"});
    ASSERT_TRUE(erase("p1", 1));
    const auto found = records("problem", "x");
    EXPECT_FALSE(found[0].payload);
    EXPECT_EQ(found[1].payload, "2");
    const auto erasing = records("journal_entry", "1");
    ASSERT_EQ(erasing.size(), 1u);
    EXPECT_EQ(erasing[0].entry.act, erase_act);
    EXPECT_EQ(erasing[0].payload, R"({"sequence":1,"reason":"依法删除"})");
    const auto report = verify(database(), journal_.key());
    EXPECT_TRUE(report.sound());
    EXPECT_EQ(report.chains[0].erased, (std::vector<std::int64_t>{1}));
    EXPECT_EQ(refusal_of("DELETE FROM journal_erasure"), "journal_erasure_append_only");
    EXPECT_EQ(refusal_of("UPDATE journal_erasure SET sequence = 2"), "journal_erasure_append_only");
}

TEST_P(Journals, EraseOnlyWhatMayBeErased) {
    append({.chain = "p1", .act = "a"});
    EXPECT_EQ(erase("p1", 9).error().code, "journal_entry_unknown");
    ASSERT_TRUE(erase("p1", 1));
    EXPECT_EQ(erase("p1", 1).error().code, "payload_already_erased");
    EXPECT_EQ(erase("p1", 2).error().code, "payload_must_stay");
    journal_.anchor(database(), clock_);
    EXPECT_EQ(erase(installation_chain, 1).error().code, "payload_must_stay");
    EXPECT_TRUE(sound());
}

TEST_P(Journals, AnchorChainsThatChangedAndNoOthers) {
    append({.chain = "p1", .act = "a"});
    append({.chain = "p2", .act = "a"});
    append({.act = "sign_in"});
    EXPECT_EQ(journal_.anchor(database(), clock_), 2);
    EXPECT_EQ(journal_.anchor(database(), clock_), 0);
    append({.chain = "p2", .act = "b"});
    EXPECT_EQ(journal_.anchor(database(), clock_), 1);
    const auto anchors = records("journal", installation_chain);
    ASSERT_EQ(anchors.size(), 2u);
    const auto heads = heads_from_json(*anchors[1].payload);
    ASSERT_EQ(heads->size(), 1u);
    EXPECT_EQ(heads->front().chain, "p2");
    EXPECT_EQ(heads->front().sequence, 2);
    EXPECT_TRUE(sound());
}

TEST_P(Journals, AnchorInSeveralEntriesWhenThereAreManyChains) {
    (void)database().write([&](db::Transaction& transaction) -> Result<void> {
        for (int i = 0; i < 501; ++i)
            journal_.append(transaction, actor_, clock_.now(),
                            {.chain = "p" + std::to_string(i), .act = "a"});
        return {};
    });
    EXPECT_EQ(journal_.anchor(database(), clock_), 501);
    EXPECT_EQ(records("journal", installation_chain).size(), 2u);
    EXPECT_TRUE(sound());
}

TEST_P(Journals, AnchorEveryMinuteOrAThousandEntries) {
    const auto due = [&] { return journal_.anchor_if_due(database(), clock_) > 0; };
    EXPECT_FALSE(due());  // nothing to anchor
    append({.chain = "p1", .act = "a"});
    EXPECT_TRUE(due());  // never anchored
    append({.chain = "p1", .act = "b"});
    EXPECT_FALSE(due());
    clock_.move_to({clock_.now().milliseconds + 59'999});
    EXPECT_FALSE(due());
    clock_.move_to({clock_.now().milliseconds + 1});
    EXPECT_TRUE(due());
    const std::vector<Draft> drafts(1'000, Draft{.chain = "p1", .act = "c"});
    (void)database().write([&](db::Transaction& transaction) -> Result<void> {
        journal_.append_all(transaction, actor_, clock_.now(), std::span(drafts).first(999));
        return {};
    });
    EXPECT_FALSE(due());
    append({.chain = "p1", .act = "d"});
    EXPECT_TRUE(due());
}

TEST_P(Journals, ProgrammesDoNotWaitForEachOther) {
    if (GetParam() == db::Engine::sqlite) return;  // there, one writer is the design
    append({.chain = "p1", .act = "a"});
    append({.chain = "p2", .act = "a"});
    std::future<void> other;
    (void)database().write([&](db::Transaction& transaction) -> Result<void> {
        journal_.append(transaction, actor_, clock_.now(), {.chain = "p1", .act = "b"});
        // p2 and the anchoring finish while p1's transaction is still open.
        other = std::async(std::launch::async, [&] {
            append({.chain = "p2", .act = "b"});
            journal_.anchor(database(), clock_);
        });
        EXPECT_EQ(other.wait_for(std::chrono::seconds(10)), std::future_status::ready);
        return {};
    });
    other.wait();
    EXPECT_TRUE(sound());
}

TEST_P(Journals, ManyWritersOfManyChainsLeaveEveryChainSound) {
    std::vector<std::thread> threads;
    for (int writer = 0; writer < 8; ++writer)
        threads.emplace_back([&, writer] {
            for (int i = 0; i < 25; ++i)
                append({.chain = "p" + std::to_string((writer + i) % 3), .act = "a"});
        });
    for (auto& thread : threads) thread.join();
    const auto report = verify(database(), journal_.key());
    EXPECT_TRUE(report.sound());
    EXPECT_EQ(report.entries(), 200);
}

TEST(Keys, AreMadeOnceForTheirOwnerOnly) {
    namespace fs = std::filesystem;
    const auto path = fs::temp_directory_path() / ("zhenggai_key_" + std::to_string(::getpid()));
    fs::remove(path);
    base::SeededRandom random(3);
    const Head head{"p1", 1, "h"};
    const auto first = load_or_create_key(path, random).seal(base::Algorithm::sha256, head);
    EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(load_or_create_key(path, random).seal(base::Algorithm::sha256, head), first);
    fs::resize_file(path, 63);
    EXPECT_THROW((void)load_or_create_key(path, random), std::runtime_error);
    fs::remove(path);
    EXPECT_THROW((void)load_or_create_key("/nonexistent/key", random), std::runtime_error);
    EXPECT_THROW(Key("short"), std::runtime_error);
}

}  // namespace
}  // namespace journal
