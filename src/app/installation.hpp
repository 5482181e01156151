// The surroundings of every command that works on data: clock, randomness, database, key, journal,
// made once from the settings. Decides nothing.
#pragma once

#include <memory>

#include "accounts/needs.hpp"
#include "accounts/unit_import_actions.hpp"
#include "app/config.hpp"
#include "audit/integrity_actions.hpp"
#include "base/clock.hpp"
#include "base/random.hpp"
#include "calendar/calendar_actions.hpp"
#include "chronology/chronicle_actions.hpp"
#include "db/database.hpp"
#include "documents/making_actions.hpp"
#include "dossier/dossier_actions.hpp"
#include "evidence/blob_folder.hpp"
#include "exchange/backup_actions.hpp"
#include "journal/journal.hpp"
#include "ledger/evidence_actions.hpp"
#include "ledger/recorder_actions.hpp"
#include "notify/live_actions.hpp"
#include "notify/needs.hpp"
#include "opinions/code_tries_actions.hpp"
#include "plan/import_actions.hpp"
#include "reports/ledger_book_actions.hpp"
#include "sealing/sealing_actions.hpp"
#include "templates/template_actions.hpp"

namespace app {

enum class Opening {
    create,    // make the data folder and the key where they are missing
    existing,  // change nothing: throws std::runtime_error when there is no installation yet
};

class Installation {
  public:
    /// Throws std::runtime_error or db::DatabaseError with what was tried.
    Installation(const Config& config, Opening opening);

    /// Brings the schema up to date; returns how many migrations were applied. Refuses as
    /// db::migrate and check_sealing().
    [[nodiscard]] base::Result<int> migrate();
    /// Whether what is sealed can be opened. Refuses as sealing::check_sealing().
    [[nodiscard]] base::Result<void> check_sealing();

    [[nodiscard]] const Config& config() const { return config_; }
    [[nodiscard]] db::Database& database() { return *database_; }
    [[nodiscard]] const base::Clock& clock() const { return clock_; }
    [[nodiscard]] base::Random& random() { return random_; }
    [[nodiscard]] const journal::Journal& journal() const { return *journal_; }
    [[nodiscard]] accounts::Needs accounts_needs();
    [[nodiscard]] calendar::Needs calendar_needs();
    [[nodiscard]] notify::Needs notify_needs();
    [[nodiscard]] notify::LiveHub& live() { return live_; }
    [[nodiscard]] opinions::CodeTries& code_tries() { return code_tries_; }
    [[nodiscard]] ledger::Needs ledger_needs();
    [[nodiscard]] ledger::EvidenceNeeds evidence_needs();
    [[nodiscard]] const evidence::BlobStore& evidence_files() const { return *evidence_files_; }
    [[nodiscard]] plan::Needs plan_needs();
    [[nodiscard]] accounts::UnitImportNeeds unit_import_needs();
    [[nodiscard]] chronology::Needs chronology_needs();
    [[nodiscard]] reports::Needs reports_needs();
    [[nodiscard]] documents::Needs documents_needs();
    [[nodiscard]] templates::Needs templates_needs();
    [[nodiscard]] dossier::Needs dossier_needs();
    [[nodiscard]] exchange::Needs exchange_needs();
    [[nodiscard]] audit::Needs audit_needs();
    /// Requires a key of sealing.
    [[nodiscard]] sealing::Needs sealing_needs();
    /// nullptr when no key of sealing was given.
    [[nodiscard]] const base::Sealer* sealer() const { return sealer_.get(); }

  private:
    void make_evidence_store();

    Config config_;
    base::SystemClock clock_;
    base::SystemRandom random_;
    std::unique_ptr<base::Sealer> sealer_;
    std::unique_ptr<db::Database> database_;
    std::unique_ptr<journal::Journal> journal_;
    accounts::PasswordHasher hasher_;
    accounts::SessionLimits sessions_;
    identity::LdapServer ldap_;
    identity::OidcProvider oidc_;
    std::unique_ptr<accounts::SecretBox> secrets_;
    notify::MailOffer mail_;
    notify::WebhookOffer webhooks_;
    notify::LiveHub live_;
    opinions::CodeTries code_tries_;
    std::unique_ptr<evidence::BlobStore> evidence_files_;
    const evidence::BlobFolder* evidence_folder_ = nullptr;  // the same, where it is one
    std::unique_ptr<journal::SigningKey> signing_;
    audit::IntegrityRun integrity_;  // last: its thread ends before what it uses
};

/// An installation that commands may work on: made where it is missing, and brought up to date.
/// Throws as the constructor; refuses as migrate().
[[nodiscard]] base::Result<std::unique_ptr<Installation>> open_installation(const Config& config);

/// Who acts when a command does what the office or an administrator would do on a page.
[[nodiscard]] base::Actor command_actor();

}  // namespace app
