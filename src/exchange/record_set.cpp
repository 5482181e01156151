#include "exchange/record_set.hpp"

namespace exchange {
namespace {

constexpr RecordSet sets[]{
    {"unit_number", "only_row"},
    {"unit", "length(path), number"},  // a moved unit may be older than its parent
    {"person", "id"},
    {"post", "id"},
    {"custom_role", "id"},
    {"account", "id"},
    {"password_age", "account_id"},
    {"former_password", "account_id, number"},
    {"second_factor", "account_id"},
    {"recovery_code", "account_id, digest"},
    {"token", "id"},
    {"preference", "account_id, name"},
    {"calendar_year", "year"},
    {"calendar_day", "date"},
    {"event", "id"},
    {"mail_box", "account_id"},
    {"mail", "id"},
    {"message", "account_id, event_id"},
    {"webhook", "id"},
    {"webhook_delivery", "id"},
    {"webhook_message", "webhook_id, event_id"},
    {"round", "id"},
    {"inspection", "id"},
    {"programme", "id"},
    {"shared_view", "id"},
    {"account_scope", "account_id, position"},
    {"account_clearance", "account_id"},
    {"delegation", "id"},
    {"permission_change", "id"},
    {"area", "programme_id, number"},
    {"problem", "programme_id, number"},
    {"manifestation", "problem_id, position"},
    {"measure", "programme_id, number"},
    {"measure_service", "measure_id, problem_id, manifestation_id"},
    {"measure_unit", "measure_id, unit_id"},
    {"problem_unit", "problem_id, unit_id"},
    {"progress_entry", "id"},
    {"result", "entry_id, kind"},
    {"refusal", "id"},
    {"application", "id"},
    {"strike_off", "problem_id"},
    {"signing", "application_id, slot"},
    {"slip_evidence", "problem_id, position"},
    {"batch", "at, id"},  // one that undoes another is younger
    {"batch_row", "batch_id, position"},
    {"ledger_history", "subject_id, version"},
    {"bin", "id"},
    {"bin_row", "bin_id, position"},
    {"extension", "id"},
    {"ladder", "programme_id"},
    {"declared_total", "programme_id, source"},
    {"notice_kind", "programme_id, position"},
    {"rung", "programme_id, position"},
    {"rung_told", "row_id, anchor, rung"},
    {"notice", "id"},
    {"notice_item", "notice_id, measure_id"},
    {"notice_step", "notice_id, position"},
    {"extension_opinion", "extension_id, level"},
    {"evidence_file", "digest"},
    {"evidence", "series_id, version"},
    {"evidence_link", "evidence_id, subject_id, at"},
    {"handover", "id"},
    {"handover_item", "handover_id, position"},
    {"handover_signature", "handover_id, part"},
    {"import", "id"},
    {"import_block", "import_id, number"},
    {"import_row", "import_id, position"},
    {"import_effect", "import_id, position"},
    {"sealing", "only_row"},
    {"journal_entry", "chain, sequence"},
    {"journal_head", "chain"},
    {"journal_erasure", "chain, sequence"},
    {"journal_payload", "chain, sequence"},
    {"journal_anchored", "chain"},
};

}  // namespace

std::span<const RecordSet> record_sets() {
    return sets;
}

}  // namespace exchange
