// Test support: an auditor over the invented district of the ledger's tests. Made for one test,
// used by one thread.
#pragma once

#include "audit/entry_actions.hpp"
#include "audit/export_actions.hpp"
#include "audit/integrity_actions.hpp"
#include "ledger/test_ledger.hpp"

namespace audit::testing {

struct TestAudit {
    explicit TestAudit(ledger::testing::TestLedger& made) : ledger(made) {
        auto name = (std::filesystem::temp_directory_path() / "audit-XXXXXX").string();
        folder = mkdtemp(name.data());
        auditor.id = ledger.here.make_id<base::AccountId>();
        auditor.name = "审计管理员吴敏";
        auditor.acts = accounts::acts_of(accounts::Role::audit_admin);
        auditor.scope = base::Scope::everything();
    }
    ~TestAudit() { std::filesystem::remove_all(folder); }
    TestAudit(const TestAudit&) = delete;
    TestAudit& operator=(const TestAudit&) = delete;

    ledger::testing::TestLedger& ledger;
    std::filesystem::path folder;
    base::Actor auditor;
    journal::SigningKey signing{std::string(32, 'e')};
    IntegrityRun integrity;
    Needs needs{ledger.here.database,   ledger.here.clock, ledger.here.random,
                ledger.here.journal,    signing,           integrity,
                std::filesystem::path()};

    Needs with_folder() const {
        return {needs.database, needs.clock,     needs.random, needs.journal,
                needs.signing,  needs.integrity, folder};
    }
    std::vector<EntryRow> found(const EntryQuery& query) {
        return search_entries(needs, query)->rows;
    }
    /// "sign_in fail_sign_in", newest first.
    std::string acts(const EntryQuery& query) {
        std::string text;
        for (const auto& row : found(query)) text += (text.empty() ? "" : " ") + row.entry.act;
        return text;
    }
};

}  // namespace audit::testing
