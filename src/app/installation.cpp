#include "app/installation.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <stdexcept>

#include "accounts/account.hpp"
#include "app/held_tables.hpp"
#include "audit/entry.hpp"
#include "db/migrate.hpp"
#include "journal/key_file.hpp"
#include "plan/evidence_mark.hpp"

namespace app {
namespace {

void require_existing(const Config& config) {
    if (config.database.empty() && !std::filesystem::exists(config.sqlite_file()))
        throw std::runtime_error(
            "数据文件夹 " + config.data_dir.string() +
            " 中没有数据库；请用 --data-dir 指明数据文件夹，或先运行 zhenggai serve");
    if (!std::filesystem::exists(config.journal_key_file))
        throw std::runtime_error("找不到留痕签封密钥 " + config.journal_key_file.string() +
                                 "；请用 --journal-key-file 指明");
}

void make_private_folder(const std::filesystem::path& folder) {
    std::error_code error;
    const bool made = std::filesystem::create_directories(folder, error);
    if (error)
        throw std::runtime_error("无法创建文件夹 " + folder.string() + "：" + error.message());
    if (made) std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
}

/// The file is never made here: a new key opens nothing that is sealed already.
std::unique_ptr<base::Sealer> make_sealer(const Config& config, base::Random& random) {
    const auto path = config.seal_key_file.string();
    if (path.empty()) return nullptr;
    if (!std::filesystem::exists(path))
        throw std::runtime_error("找不到加密存储的密钥文件 " + path +
                                 "；首次启用请先运行 zhenggai seal，否则请把原来的密钥放到该处");
    const auto load = [path] {
        base::Ciphers ciphers;
        for (const auto& key : journal::load_keys(path))
            ciphers.push_back(base::sm4_cipher(key, "zhenggai seal"));
        return ciphers;
    };
    const auto mode =
        config.seal_restricted ? base::Sealer::Mode::sealing : base::Sealer::Mode::opening;
    return std::make_unique<base::Sealer>(mode, load, random);
}

std::unique_ptr<db::Database> open_database(const Config& config, const base::Sealer* sealer) {
    if (!config.database.empty())
        return db::open_postgres(
            {.connection = config.database,
             .connections = static_cast<int>(std::clamp<std::size_t>(config.workers, 4, 16)),
             .sealer = sealer});
    return db::open_sqlite(
        {.path = config.sqlite_file().string(),
         .readers = static_cast<int>(std::clamp<std::size_t>(config.workers, 2, 8)),
         .sealer = sealer});
}

accounts::SessionLimits limits_of(const Config& config) {
    accounts::SessionLimits limits;
    limits.idle_ms_max = config.session_idle_minutes * 60'000;
    limits.lifetime_ms_max = config.session_hours * 60 * 60'000;
    limits.secure_cookie = config.secure();
    limits.public_origin = config.public_origin;
    return limits;
}

accounts::PasswordCost cost_of(const Config& config) {
    accounts::PasswordCost cost;
    cost.at_once_max = config.sign_ins_at_once;
    return cost;
}

notify::MailOffer offer_of(const Config& config) {
    return {!config.smtp.url.empty(), config.mail_bundle_minutes, config.public_origin};
}

}  // namespace

Installation::Installation(const Config& config, Opening opening)
    : config_(config),
      hasher_(cost_of(config)),
      sessions_(limits_of(config)),
      ldap_(config.ldap),
      oidc_(config.oidc, clock_),
      mail_(offer_of(config)),
      webhooks_{config.webhook_hosts} {
    ::umask(077);  // nothing of ours is for other users of this machine
    if (opening == Opening::existing) {
        require_existing(config_);
    } else {
        make_private_folder(config_.data_dir);
        make_private_folder(config_.temporary_folder());
        make_private_folder(config_.files_folder());
        make_private_folder(config_.evidence_folder());
    }
    sealer_ = make_sealer(config_, random_);
    make_evidence_store();
    database_ = open_database(config_, sealer_.get());
    journal_ = std::make_unique<journal::Journal>(
        journal::load_or_create_key(config_.journal_key_file.string(), random_), random_,
        base::preferred_algorithm(), audit::open_acts());
    signing_ = std::make_unique<journal::SigningKey>(
        journal::load_or_create_signing_key(config_.signing_key_file.string(), random_));
    secrets_ = std::make_unique<accounts::SecretBox>(
        journal::load_or_create_keys(config_.secrets_key_file.string(), random_));
}

void Installation::make_evidence_store() {
    if (!config_.evidence_bucket.url.empty()) {
        evidence_files_ = std::make_unique<evidence::BlobBucket>(
            config_.evidence_bucket, config_.temporary_folder(), config_.evidence_digest,
            sealer_.get());
        return;
    }
    auto folder = std::make_unique<evidence::BlobFolder>(config_.evidence_folder(),
                                                         config_.evidence_digest, sealer_.get());
    evidence_folder_ = folder.get();
    evidence_files_ = std::move(folder);
}

base::Result<int> Installation::migrate() {
    const auto migrations = db::embedded_migrations(database_->engine());
    auto migrated = db::migrate(*database_, migrations, clock_.now());
    if (!migrated) return migrated;
    if (auto openable = check_sealing(); !openable) return openable.error();
    return migrated;
}

base::Result<void> Installation::check_sealing() {
    const auto state = sealing::check_sealing(*database_, sealer_.get());
    if (!state) return state.error();
    return {};
}

sealing::Needs Installation::sealing_needs() {
    return {*database_, clock_, *journal_, *evidence_files_, config_.files_folder()};
}

accounts::Needs Installation::accounts_needs() {
    return {*database_, clock_,          random_,   *journal_, hasher_,
            sessions_,  config_.sign_in, *secrets_, ldap_,     oidc_};
}

calendar::Needs Installation::calendar_needs() {
    return {*database_, clock_, *journal_};
}

notify::Needs Installation::notify_needs() {
    return {*database_, clock_, random_, *journal_, mail_, *secrets_, webhooks_};
}

ledger::Needs Installation::ledger_needs() {
    return {*database_,         clock_,           random_,      *journal_,
            config_.classified, config_.bin_days, held_tables()};
}

ledger::EvidenceNeeds Installation::evidence_needs() {
    const auto check = [here = config_.classified](const std::filesystem::path& file,
                                                   evidence::FileType type,
                                                   const ledger::Programme& programme) {
        return plan::check_evidence_mark(file, type, programme, here);
    };
    return {ledger_needs(), *evidence_files_,
            static_cast<std::uint64_t>(config_.evidence_file_mb_max) << 20, check,
            [clamd = config_.clamd](const std::filesystem::path& file) {
                return evidence::scan(clamd, file);
            }};
}

plan::Needs Installation::plan_needs() {
    return {ledger_needs(), config_.files_folder()};
}

accounts::UnitImportNeeds Installation::unit_import_needs() {
    return {accounts_needs(), config_.temporary_folder()};
}

chronology::Needs Installation::chronology_needs() {
    return {ledger_needs(), config_.temporary_folder()};
}

templates::Needs Installation::templates_needs() {
    return {evidence_needs(), config_.temporary_folder()};
}

dossier::Needs Installation::dossier_needs() {
    return {evidence_needs(), config_.files_folder(), config_.temporary_folder(), *signing_};
}

reports::Needs Installation::reports_needs() {
    return {ledger_needs(), config_.temporary_folder()};
}

documents::Needs Installation::documents_needs() {
    return {reports_needs(), config_.office_name};
}

exchange::Needs Installation::exchange_needs() {
    return {*database_, clock_, config_.files_folder(), config_.temporary_folder(),
            evidence_folder_};
}

audit::Needs Installation::audit_needs() {
    return {
        *database_, clock_, random_, *journal_, *signing_, integrity_, config_.temporary_folder()};
}

base::Result<std::unique_ptr<Installation>> open_installation(const Config& config) {
    auto installation = std::make_unique<Installation>(config, Opening::create);
    if (const auto migrated = installation->migrate(); !migrated) return migrated.error();
    return installation;
}

base::Actor command_actor() {
    auto actor = accounts::operator_actor();
    actor.acts = actor.acts | accounts::acts_of(accounts::Role::rectification_office);
    return actor;
}

}  // namespace app
