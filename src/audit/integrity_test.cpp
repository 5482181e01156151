// Verifying from the page: sound, tampered with, and while another run goes on. Both engines.
#include "audit/integrity_json.hpp"
#include "audit/test_audit.hpp"

namespace audit {
namespace {

class Integrity : public ledger::testing::OneLedger {
  protected:
    Integrity() {
        ledger.add("采购管理不规范");
        ledger.here.journal.anchor(database(), ledger.here.clock);
    }
    IntegrityState checked() {
        EXPECT_TRUE(start_integrity_check(audit.needs, audit.auditor));
        audit.integrity.wait();
        return audit.integrity.state();
    }
    // What a database owner can do.
    void tamper(const std::string& sql) {
        const bool postgres = GetParam() == db::Engine::postgres;
        test_database().run_raw((postgres ? "SET session_replication_role = replica; "
                                          : "DROP TRIGGER journal_entry_no_update; ") +
                                sql);
    }
    decltype(journal::Payload::facts) noted() {
        EntryQuery query;
        query.acts = {"verify_journal"};
        return seen_of(audit.found(query).front()).payload.facts;
    }
    testing::TestAudit audit{ledger};
};
ZHENGGAI_ON_BOTH_ENGINES(Integrity);

TEST_P(Integrity, is_not_known_before_somebody_asked) {
    const auto view = view_integrity(audit.needs);
    EXPECT_FALSE(view.state.running);
    EXPECT_FALSE(view.state.report);
    EXPECT_EQ(view.last_anchored_at, ledger.here.clock.now());
    EXPECT_NE(to_json(view).find("\"sound\":null"), std::string::npos);
}

TEST_P(Integrity, of_a_sound_journal_is_said_and_noted) {
    const auto state = checked();
    EXPECT_FALSE(state.running);
    EXPECT_EQ(state.started_by, "审计管理员吴敏");
    ASSERT_TRUE(state.report);
    EXPECT_TRUE(state.report->sound());
    EXPECT_EQ(state.walked, state.report->entries());
    const auto facts = noted();
    EXPECT_EQ(facts[0].second, "sound");
    EXPECT_EQ(facts[1].second, "2");
    EXPECT_EQ(facts[2].second, std::to_string(state.report->entries()));
    const auto json = to_json(view_integrity(audit.needs));
    EXPECT_NE(json.find("\"title\":\"青云区财政局巡察整改\""), std::string::npos) << json;
    EXPECT_TRUE(checked().report->sound()) << "the entry of the first run is walked too";
}

TEST_P(Integrity, names_the_entry_that_was_tampered_with) {
    tamper("UPDATE journal_entry SET actor_name = 'x' WHERE sequence = 2 AND chain = '" +
           ledger.programme.text() + "'");
    const auto state = checked();
    ASSERT_TRUE(state.report);
    EXPECT_FALSE(state.report->sound());
    const auto json = to_json(view_integrity(audit.needs));
    EXPECT_NE(json.find(R"("fault":{"sequence":2,"what":"entry_changed"})"), std::string::npos)
        << json;
    EXPECT_EQ(noted()[0].second, "faulty");
    EXPECT_EQ(noted()[4].second, "2");
    EXPECT_EQ(noted()[5].second, "entry_changed");
}

TEST_P(Integrity, is_asked_for_one_run_at_a_time) {
    std::atomic<int> started = 0, refused = 0;
    std::vector<std::thread> asking;
    for (int i = 0; i < 4; ++i)
        asking.emplace_back([&] {
            const auto done = start_integrity_check(audit.needs, audit.auditor);
            EXPECT_TRUE(done || done.error().code == "integrity_check_is_running");
            done ? ++started : ++refused;
        });
    for (auto& one : asking) one.join();
    audit.integrity.wait();
    EXPECT_GE(started, 1);
    EXPECT_EQ(started + refused, 4);
    EXPECT_TRUE(audit.integrity.state().report->sound());
}

}  // namespace
}  // namespace audit
