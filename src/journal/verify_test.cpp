// Somebody with the database file, SQL and time, but without the key: whatever they change is found
// and named. Each row of the tables below is one such change.
#include "journal/verify.hpp"

#include <gtest/gtest.h>

#include "db/test_database.hpp"
#include "journal/anchor_json.hpp"
#include "journal/journal.hpp"
#include "journal/journal_store.hpp"

namespace journal {
namespace {

using base::Result;
using db::testing::OnBothEngines;

class Tampering : public OnBothEngines {
  protected:
    // Chains: installation 1, 2 (anchor of p1:4, p2:2), 3; p1 1..6; p2 1..3, the payload of 2
    // erased by 3.
    Tampering() {
        append({"p1", "p1", "p1", "p1", "p2", "p2", installation_chain});
        journal_.anchor(database(), clock_);
        append({"p1", "p1", installation_chain});
        (void)database().write([&](db::Transaction& transaction) {
            return journal_.erase(transaction, {}, clock_.now(), {"p2", 2, "依法删除"});
        });
        drop_triggers();
    }
    // One entry in each of these, in one transaction.
    void append(std::initializer_list<std::string_view> chains) {
        (void)database().write([&](db::Transaction& transaction) -> Result<void> {
            for (const auto chain : chains)
                journal_.append(transaction, {}, clock_.now(), {.chain = chain, .act = "act"});
            return {};
        });
    }
    // What a database owner can do. On PostgreSQL replica mode also leaves foreign keys unchecked.
    void drop_triggers() {
        if (GetParam() == db::Engine::postgres) return;
        std::string script;
        for (const auto* name : {"journal_entry_no_update", "journal_entry_no_delete",
                                 "journal_head_only_forward", "journal_head_no_delete",
                                 "journal_payload_no_update", "journal_payload_delete_when_erased",
                                 "journal_erasure_no_update", "journal_erasure_no_delete"})
            script += std::string("DROP TRIGGER ") + name + ";";
        test_database().run_raw("BEGIN;" + script + "COMMIT");
    }
    void tamper(const std::string& sql) {
        const bool postgres = GetParam() == db::Engine::postgres;
        test_database().run_raw((postgres ? "SET session_replication_role = replica; " : "") + sql);
    }
    // "p1:3 entry_changed", all faulty chains; "sound" when there are none.
    std::string found() { return found(journal_.key()); }
    std::string found(const Key& key) {
        std::string text;
        for (const auto& chain : verify(database(), key).chains) {
            if (!chain.fault) continue;
            text += (text.empty() ? "" : ", ") + chain.chain + ":" +
                    std::to_string(chain.fault->sequence) + " " + chain.fault->what;
        }
        return text.empty() ? "sound" : text;
    }
    std::string found_after(const std::string& sql) {
        tamper(sql);
        return found();
    }

    base::SeededRandom random_{7};
    base::FixedClock clock_{{1'719'735'300'000}};
    Journal journal_{Key(std::string(32, 'k')), random_};
};
ZHENGGAI_ON_BOTH_ENGINES(Tampering);

TEST_P(Tampering, IsNotSeenWhereThereIsNone) {
    EXPECT_EQ(found(), "sound");
    const auto report = verify(database(), journal_.key());
    EXPECT_EQ(report.chains.size(), 3u);
    EXPECT_EQ(report.chains[0].chain, installation_chain);
    EXPECT_EQ(report.entries(), 3 + 6 + 3);
}

// Every column of an entry, one test database for all: each change is taken back before the next.
TEST_P(Tampering, WithAnyFieldOfAnEntryIsNamed) {
    const std::vector<std::pair<std::string, std::string>> changes{
        {"happened_at = happened_at + 1", "p1:3 entry_changed"},
        {"actor_id = 'x'", "p1:3 entry_changed"},
        {"actor_name = 'x'", "p1:3 entry_changed"},
        {"act = 'x'", "p1:3 entry_changed"},
        {"subject_kind = 'x'", "p1:3 entry_changed"},
        {"subject_id = 'x'", "p1:3 entry_changed"},
        {"payload_digest = 'x'", "p1:3 entry_changed"},
        {"previous = 'x'", "p1:3 entry_changed"},
        {"algorithm = 'sha256'", "p1:3 entry_changed"},
        {"algorithm = 'md5'", "p1:3 algorithm_unknown"},
        {"hash = 'x'", "p1:3 entry_changed"},
    };
    tamper("CREATE TABLE kept AS SELECT * FROM journal_entry WHERE chain = 'p1' AND sequence = 3");
    for (const auto& [change, expected] : changes) {
        EXPECT_EQ(found_after("UPDATE journal_entry SET " + change +
                              " WHERE chain = 'p1' AND sequence = 3"),
                  expected)
            << change;
        tamper(
            "UPDATE journal_entry SET happened_at = k.happened_at, actor_id = k.actor_id,"
            " actor_name = k.actor_name, act = k.act, subject_kind = k.subject_kind,"
            " subject_id = k.subject_id, payload_digest = k.payload_digest, previous = k.previous,"
            " algorithm = k.algorithm, hash = k.hash FROM kept k"
            " WHERE journal_entry.chain = 'p1' AND journal_entry.sequence = 3");
    }
    EXPECT_EQ(found(), "sound");
}

TEST_P(Tampering, WithAnEntryAndItsHashBreaksTheChainBehindIt) {
    const auto entry = *database().read(
        [](db::Transaction& transaction) { return find_entry(transaction, "p1", 5); });
    auto forged = entry;
    forged.act = "forged";
    const auto hash = hash_of(*algorithm_named(forged.algorithm), forged);
    EXPECT_EQ(found_after("UPDATE journal_entry SET act = 'forged', hash = '" + hash +
                          "' WHERE chain = 'p1' AND sequence = 5"),
              "p1:6 entry_not_chained");
}

TEST_P(Tampering, WithTheWholeTailIsCaughtByTheSeal) {
    // The last entry, its hash and the head are rewritten consistently; only the key is missing.
    auto forged = *database().read(
        [](db::Transaction& transaction) { return find_entry(transaction, "p1", 6); });
    forged.act = "forged";
    const auto hash = hash_of(*algorithm_named(forged.algorithm), forged);
    tamper("UPDATE journal_entry SET act = 'forged', hash = '" + hash +
           "' WHERE chain = 'p1' AND sequence = 6");
    EXPECT_EQ(found(), "p1:6 head_wrong");
    EXPECT_EQ(found_after("UPDATE journal_head SET hash = '" + hash + "' WHERE chain = 'p1'"),
              "p1:6 seal_wrong");
}

TEST_P(Tampering, ByTakingOutAnEntryIsNamed) {
    EXPECT_EQ(found_after("DELETE FROM journal_entry WHERE chain = 'p1' AND sequence = 5"),
              "p1:5 entry_missing");
}

TEST_P(Tampering, ByCuttingTheTailIsNamed) {
    EXPECT_EQ(found_after("DELETE FROM journal_entry WHERE chain = 'p1' AND sequence > 4"),
              "p1:5 entry_missing");
    // With the head put back to match, the seal tells.
    EXPECT_EQ(
        found_after("UPDATE journal_head SET sequence = 4, hash = (SELECT hash FROM journal_entry"
                    " WHERE chain = 'p1' AND sequence = 4) WHERE chain = 'p1'"),
        "p1:4 seal_wrong");
}

TEST_P(Tampering, ByPuttingBackAnOldStateIsCaughtByTheAnchor) {
    // An attacker who kept the head of p1:3 with its true seal from earlier.
    const auto hash = database().read(
        [](db::Transaction& transaction) { return *find_hash(transaction, "p1", 3); });
    const auto seal = journal_.key().seal(base::preferred_algorithm(), {"p1", 3, hash});
    EXPECT_EQ(found_after("DELETE FROM journal_entry WHERE chain = 'p1' AND sequence > 3;"
                          "UPDATE journal_head SET sequence = 3, hash = '" +
                          hash + "', seal = '" + seal + "' WHERE chain = 'p1'"),
              "p1:4 anchored_entry_missing");
}

TEST_P(Tampering, ByRemovingAWholeChainIsCaughtByTheAnchor) {
    EXPECT_EQ(found_after("DELETE FROM journal_erasure WHERE chain = 'p2';"
                          "DELETE FROM journal_payload WHERE chain = 'p2';"
                          "DELETE FROM journal_entry WHERE chain = 'p2';"
                          "DELETE FROM journal_head WHERE chain = 'p2'"),
              "p2:2 anchored_entry_missing");
}

TEST_P(Tampering, WithAHeadIsNamed) {
    EXPECT_EQ(found_after("UPDATE journal_head SET seal = 'x' WHERE chain = 'p2'"),
              "p2:3 seal_wrong");
    EXPECT_EQ(found_after("UPDATE journal_head SET algorithm = 'x' WHERE chain = 'p2'"),
              "p2:3 algorithm_unknown");
    EXPECT_EQ(found_after("DELETE FROM journal_head WHERE chain = 'p2'"), "p2:3 head_missing");
}

TEST_P(Tampering, WithAPayloadIsNamed) {
    EXPECT_EQ(found_after(
                  "UPDATE journal_payload SET payload = '[]' WHERE chain = 'p1' AND sequence = 2"),
              "p1:2 payload_changed");
    EXPECT_EQ(found_after("UPDATE journal_payload SET payload = '{}', salt = 'x'"
                          " WHERE chain = 'p1' AND sequence = 2"),
              "p1:2 payload_changed");
    EXPECT_EQ(found_after("DELETE FROM journal_payload WHERE chain = 'p1' AND sequence = 2"),
              "p1:2 payload_missing");
}

TEST_P(Tampering, WithAPayloadUnderTheNameOfAnErasureIsNamed) {
    // An erasure row alone is not enough: the chain itself must say that it was erased.
    EXPECT_EQ(
        found_after("INSERT INTO journal_erasure (chain, sequence, erased_by) VALUES ('p1', 2, 4);"
                    "DELETE FROM journal_payload WHERE chain = 'p1' AND sequence = 2"),
        "p1:2 payload_missing");
    EXPECT_EQ(found_after("UPDATE journal_erasure SET erased_by = 900 WHERE chain = 'p1'"),
              "p1:2 payload_missing");
}

TEST_P(Tampering, ByAddingAnEntryIsNamed) {
    const std::string forged =
        "INSERT INTO journal_entry SELECT chain, 7, happened_at, actor_id, actor_name, act, "
        "subject_kind,"
        " subject_id, payload_digest, previous, algorithm, hash FROM journal_entry"
        " WHERE chain = 'p1' AND sequence = 6";
    EXPECT_EQ(found_after(forged), "p1:7 entry_changed");
}

TEST_P(Tampering, IsNamedInEveryChainItTouched) {
    EXPECT_EQ(found_after("UPDATE journal_entry SET act = 'x' WHERE sequence = 3"),
              "installation:3 entry_changed, p1:3 entry_changed, p2:3 entry_changed");
}

TEST_P(Tampering, CannotBeToldFromAWrongKey) {
    EXPECT_EQ(found(Key(std::string(32, 'x'))),
              "installation:3 seal_wrong, p1:6 seal_wrong, p2:3 seal_wrong");
}

TEST_P(Tampering, WithAnAnchorBreaksTheInstallationsChain) {
    EXPECT_EQ(found_after("UPDATE journal_payload SET payload = '{\"heads\":[]}'"
                          " WHERE chain = 'installation' AND sequence = 2"),
              "installation:2 payload_changed");
}

TEST_P(Tampering, IsFoundBehindThousandsOfSoundEntries) {
    const std::vector<Draft> drafts(1'000, Draft{.chain = "p3", .act = "a"});
    (void)database().write([&](db::Transaction& transaction) -> Result<void> {
        journal_.append_all(transaction, {}, clock_.now(), drafts);
        return {};
    });
    EXPECT_EQ(found(), "sound");
    EXPECT_EQ(
        found_after("UPDATE journal_entry SET act = 'x' WHERE chain = 'p3' AND sequence = 999"),
        "p3:999 entry_changed");
}

}  // namespace
}  // namespace journal
