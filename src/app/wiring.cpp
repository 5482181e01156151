#include "app/wiring.hpp"

#include <system_error>

#include "accounts/accounts_routes.hpp"
#include "accounts/unit_import_routes.hpp"
#include "app/pages.hpp"
#include "audit/audit_routes.hpp"
#include "base/json_writer.hpp"
#include "bodies/bodies_routes.hpp"
#include "calendar/calendar_routes.hpp"
#include "campaigns/campaigns_routes.hpp"
#include "chronology/chronicle_routes.hpp"
#include "chronology/work_plan_routes.hpp"
#include "db/database.hpp"
#include "disclosure/disclosure_routes.hpp"
#include "documents/document_routes.hpp"
#include "dossier/dossier_routes.hpp"
#include "drafting/drafting_routes.hpp"
#include "inspections/inspection_routes.hpp"
#include "ledger/ledger_routes.hpp"
#include "life_meetings/life_meetings_routes.hpp"
#include "meetings/meeting_routes.hpp"
#include "narrative/narrative_routes.hpp"
#include "notify/notify_routes.hpp"
#include "opinions/opinion_routes.hpp"
#include "plan/import_routes.hpp"
#include "proofreading/proofread_routes.hpp"
#include "regulations/regulations_routes.hpp"
#include "reports/report_routes.hpp"
#include "sittings/sittings_routes.hpp"
#include "statements/statements_routes.hpp"
#include "studies/studies_routes.hpp"
#include "supervision/supervision_routes.hpp"
#include "talks/talk_actions.hpp"
#include "talks/talks_routes.hpp"
#include "templates/template_routes.hpp"

namespace app {
namespace {

void append(std::vector<http::Route>& all, std::vector<http::Route> more) {
    for (auto& route : more) all.push_back(std::move(route));
}

// Says "ok" only when the database answers; touches no table.
http::Response health(db::Database& database) {
    database.read([](db::Transaction&) {});
    base::JsonWriter json;
    json.begin_object().field("status", "ok").field("version", ZHENGGAI_VERSION).end_object();
    return http::json_response(json.take());
}

// What statements for a life meeting are compared with, of modules beside theirs.
constexpr statements::ComparedTable texts_beside_statements[]{{"opinion", "opinion", "id", "text"}};

// What a page must know before anybody signs in.
http::Response about(const Config& config) {
    const bool allowed = config.classified == ledger::ClassifiedContent::allowed;
    base::JsonWriter json;
    json.begin_object().field("version", ZHENGGAI_VERSION);
    json.field("classified_content", allowed ? "allowed" : "refused");
    json.field("ldap", !config.ldap.url.empty());
    json.field("oidc", !config.oidc.issuer.empty());
    json.field("password_chars_min", static_cast<std::int64_t>(config.sign_in.password_chars_min));
    json.field("password_classes_min", std::int64_t{config.sign_in.password_classes_min});
    json.end_object();
    return http::json_response(json.take());
}

bool is_loopback(std::string_view address) {
    return address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.");
}

http::Response metrics_text(const http::Metrics& metrics) {
    http::Response response;
    response.body = metrics.text();
    response.with("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    return response;
}

}  // namespace

std::vector<http::Route> all_routes(Installation& installation, const http::Metrics& metrics) {
    using http::Method;
    std::vector<http::Route> all;
    append(all, accounts::routes(installation.accounts_needs()));
    append(all, accounts::unit_import_routes(installation.unit_import_needs()));
    append(all, calendar::routes(installation.calendar_needs()));
    append(all, notify::routes(installation.notify_needs()));
    append(all, notify::live_routes(installation.live()));
    append(all, ledger::routes(installation.ledger_needs()));
    append(all, ledger::evidence_routes(installation.evidence_needs()));
    append(all, plan::routes(installation.plan_needs()));
    append(all, bodies::routes(installation.ledger_needs()));
    append(all, regulations::routes(installation.ledger_needs()));
    append(all, campaigns::routes(installation.ledger_needs()));
    append(all, inspections::routes(installation.ledger_needs()));
    append(all, inspections::feedback_file_routes(installation.evidence_needs()));
    append(all, supervision::routes(installation.ledger_needs()));
    append(all, supervision::check_file_routes(installation.evidence_needs()));
    append(all, meetings::routes(installation.ledger_needs()));
    const auto talks_of = [needs = installation.ledger_needs()](const base::Actor& actor) {
        return talks::own_events(needs, actor);
    };
    append(all, meetings::feed_routes(
                    {installation.accounts_needs(), installation.ledger_needs(), {talks_of}}));
    append(all, drafting::routes(installation.ledger_needs()));
    append(all, chronology::routes(installation.chronology_needs()));
    append(all, chronology::work_plan_routes(installation.ledger_needs()));
    append(all, reports::routes(installation.reports_needs()));
    append(all, documents::routes(installation.documents_needs()));
    append(all, proofreading::routes(installation.documents_needs()));
    append(all, disclosure::routes(installation.reports_needs()));
    append(all, narrative::routes(installation.reports_needs()));
    append(all, life_meetings::routes(installation.documents_needs()));
    append(all, studies::routes(installation.documents_needs()));
    append(all, opinions::routes(installation.documents_needs(), installation.code_tries()));
    append(all,
           statements::routes(installation.documents_needs(),
                              {texts_beside_statements, &installation.evidence_needs().files}));
    append(all, talks::routes(installation.documents_needs()));
    append(all, sittings::routes(installation.documents_needs()));
    append(all, templates::routes(installation.templates_needs()));
    append(all, dossier::routes(installation.dossier_needs()));
    append(all, audit::routes(installation.audit_needs()));
    const bool metrics_for_all = installation.config().metrics_for_all;
    all.push_back({Method::get, "/healthz", http::open_door, [&installation](const http::Request&) {
                       return health(installation.database());
                   }});
    all.push_back({Method::get, "/api/v1/installation", http::open_door,
                   [&installation](const http::Request&) { return about(installation.config()); }});
    all.push_back({Method::get, "/metrics", http::open_door,
                   [&metrics, metrics_for_all](const http::Request& request) {
                       if (metrics_for_all || is_loopback(request.remote))
                           return metrics_text(metrics);
                       return http::error_response(base::refuse(base::ErrorKind::forbidden,
                                                                "metrics_are_for_this_machine"));
                   }});
    all.push_back({Method::get, "/*", http::open_door, page_handler(embedded_pages())});
    return all;
}

std::optional<base::Error> explain(const std::exception& exception) {
    using base::ErrorKind;
    const auto* system = dynamic_cast<const std::system_error*>(&exception);
    const bool no_space = system != nullptr && (system->code() == std::errc::no_space_on_device ||
                                                system->code().value() == EDQUOT);
    if (no_space || dynamic_cast<const db::StorageFull*>(&exception) != nullptr)
        return base::refuse(ErrorKind::unavailable, "storage_full");
    if (dynamic_cast<const evidence::StoreUnreachable*>(&exception) != nullptr)
        return base::refuse(ErrorKind::unavailable, "evidence_store_not_reachable");
    if (const auto* broken = dynamic_cast<const base::SealBroken*>(&exception)) {
        const bool no_key = broken->why == base::SealBroken::Why::no_key;
        return base::refuse(ErrorKind::unavailable,
                            no_key ? "sealed_content_without_key" : "sealed_content_broken");
    }
    if (dynamic_cast<const db::DatabaseError*>(&exception) != nullptr)
        return base::refuse(ErrorKind::unavailable, "database_not_reachable");
    return std::nullopt;
}

}  // namespace app
