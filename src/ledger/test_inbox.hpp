// Test support: people of the district with accounts of their own, and what each of them was told.
// The others of the district act without one, so that nobody hears of them.
#pragma once

#include "accounts/grant_store.hpp"
#include "ledger/test_ledger.hpp"
#include "notify/message_actions.hpp"

namespace ledger::testing {

struct TestInbox {
    explicit TestInbox(TestLedger& its) : ledger(its) {}

    /// As they are once their password is chosen.
    base::Actor account(const std::string& name, accounts::Role role, base::UnitId unit) {
        auto opened = ledger.here.account(name, role, unit).account;
        opened.must_change_password = false;
        return accounts::actor_of(opened);
    }
    /// The same for somebody who was given sight of every unit, and perhaps a clearance.
    base::Actor granted(const std::string& name, accounts::Role role, base::UnitId unit,
                        base::Guards guards = {}) {
        const auto opened = ledger.here.account(name, role, unit).account;
        auto granted = ledger.here.database.write(
            [&](db::Transaction& transaction) -> base::Result<accounts::Account> {
                accounts::save_grant(transaction, opened,
                                     {role, {accounts::GrantedPart{}}, guards, {}});
                return *accounts::find_account(transaction, opened.id);
            });
        if (!granted) throw std::runtime_error(granted.error().code);
        auto account = std::move(*granted);
        account.must_change_password = false;
        return accounts::actor_of(account);
    }
    std::vector<notify::Event> events(const base::Actor& who) {
        const notify::MailOffer no_mail;
        const notify::WebhookOffer no_webhooks;
        const notify::Needs needs{ledger.here.database, ledger.here.clock, ledger.here.random,
                                  ledger.here.journal,  no_mail,           ledger.here.secrets,
                                  no_webhooks};
        std::vector<notify::Event> found;
        for (auto& one : notify::list_message_page(needs, who, 1, 50).rows)
            found.push_back(std::move(one.event));
        return found;
    }
    /// "measure_sent_back 1 没有印发": newest first; a number of 0 is left out.
    std::string heard(const base::Actor& who) {
        std::string text;
        for (const auto& event : events(who))
            text += (text.empty() ? "" : ", ") + std::string(notify::name_of(event.kind)) +
                    (event.subject_number ? " " + std::to_string(event.subject_number) : "") +
                    (event.note.empty() ? "" : " " + event.note);
        return text;
    }

    TestLedger& ledger;
};

}  // namespace ledger::testing
