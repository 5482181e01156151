#include "audit/entry.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "journal/entry_words.hpp"

namespace audit {
namespace {

using journal::Word;

constexpr std::array<std::string_view, 61> open_names{
    "sign_in",
    "sign_out",
    "fail_sign_in",
    "refuse_sign_in",
    "refuse_address",
    "give_second_factor",
    "use_recovery_code",
    "fail_second_factor",
    "set_up_second_factor",
    "remove_second_factor",
    "change_own_password",
    "close_session",
    "close_other_sessions",
    "open_account",
    "reset_password",
    "disable_account",
    "enable_account",
    "give_permission",
    "ask_for_permission",
    "confirm_permission",
    "refuse_permission",
    "make_token",
    "revoke_token",
    "make_role",
    "change_role",
    "change_sign_in_source",
    "rotate_secrets_key",
    "seal_contents",
    "unseal_contents",
    "rotate_seal_key",
    "open_unit",
    "appoint",
    "correct_post",
    "end_post",
    "resume_post",
    "delegate",
    "end_delegation",
    "open_handover",
    "change_handover",
    "keep_handover_item",
    "renew_handover_list",
    "name_taker",
    "sign_handover",
    "take_back_handover",
    "bulk_change",
    "undo_bulk_change",
    "choose_mail",
    "save_webhook",
    "remove_webhook",
    "set_ladder",
    "import_calendar",
    "export_ledger",
    "export_chronicle",
    "export_dossier",
    "export_progress_sheet",
    "export_journal",
    "back_up",
    "read_restricted",
    "verify_journal",
    "anchor_chains",
    "erase_payload",
};

std::optional<std::int64_t> number_in(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// Facts that name something by an id that stands nowhere on a page.
bool is_for_the_program(std::string_view field) {
    return field == "batch" || field == "change" || field == "path";
}
bool speaks_by_id(std::string_view field) {
    return field == "scope" || field == "faulty_chain";
}

/// Calls `each(unit, programme)` for every part of a scope as it is written down: "id @ id; * @
/// id".
template <class Each>
void each_part(std::string_view scope, Each each) {
    while (!scope.empty()) {
        const auto end = std::min(scope.find("; "), scope.size());
        const auto part = scope.substr(0, end);
        const auto at = std::min(part.find(" @ "), part.size());
        each(part.substr(0, at), part.substr(std::min(at + 3, part.size())));
        scope.remove_prefix(std::min(end + 2, scope.size()));
    }
}

std::string name_in(const Names& names, std::string_view id) {
    const auto found = names.find(id);
    return found == names.end() ? std::string(id) : found->second;
}

std::string said_by_name(const std::string& field, const std::string& value, const Names& names) {
    if (field == "faulty_chain")
        return value == journal::installation_chain ? "系统" : name_in(names, value);
    std::string words;
    each_part(value, [&](std::string_view unit, std::string_view programme) {
        words += words.empty() ? "" : "；";
        words += unit == "*" ? "全部单位" : name_in(names, unit) + "及下属单位";
        if (!programme.empty() && programme != "*")
            words += "（" + name_in(names, programme) + "）";
    });
    return words;
}

base::Error unknown(std::string_view field, const std::string& value) {
    return base::refuse(base::ErrorKind::invalid, "unknown_name", field, {{"value", value}});
}

}  // namespace

std::vector<std::string_view> open_acts() {
    return {open_names.begin(), open_names.end()};
}

bool is_open(std::string_view act) {
    return std::find(open_names.begin(), open_names.end(), act) != open_names.end();
}

std::string to_text(const Mark& mark) {
    return std::to_string(mark.at.milliseconds) + "." + mark.chain + "." +
           std::to_string(mark.sequence);
}

std::optional<Mark> mark_of(std::string_view text) {
    const auto first = text.find('.'), last = text.rfind('.');
    if (first == text.npos || first == last) return std::nullopt;
    const auto at = number_in(text.substr(0, first)), sequence = number_in(text.substr(last + 1));
    if (!at || !sequence) return std::nullopt;
    return Mark{{*at}, std::string(text.substr(first + 1, last - first - 1)), *sequence};
}

base::Result<void> check(const EntryQuery& query) {
    for (const auto& act : query.acts)
        if (!journal::has_words(Word::act, act)) return unknown("act", act);
    if (!query.kind.empty() && !journal::has_words(Word::kind, query.kind))
        return unknown("kind", query.kind);
    if (query.from && query.to && *query.to < *query.from)
        return base::refuse(base::ErrorKind::invalid, "from_is_after_to", "to",
                            {{"from", base::to_text(*query.from)}});
    return {};
}

std::string words_of(const EntryQuery& query, std::string_view programme_title) {
    std::string words;
    const auto add = [&](std::string_view name, std::string_view value) {
        if (value.empty()) return;
        words += (words.empty() ? "" : "；") + std::string(name) + "：" + std::string(value);
    };
    std::string acts;
    for (const auto& act : query.acts)
        acts += (acts.empty() ? "" : "、") + journal::words_of(Word::act, act);
    add("操作人", query.actor);
    add("操作", acts);
    if (!query.kind.empty()) add("对象", journal::words_of(Word::kind, query.kind));
    add("对象名称或编号", query.subject);
    add("整改工作",
        query.chain == journal::installation_chain ? "不属于任何一项" : programme_title);
    if (query.from) add("从", base::to_text(*query.from));
    if (query.to) add("到", base::to_text(*query.to));
    add("文字", query.text);
    return words;
}

std::vector<std::string> ids_in(const EntryRow& row) {
    std::vector<std::string> ids;
    if (!row.payload || !is_open(row.entry.act)) return ids;
    const auto payload = journal::read_payload(*row.payload);
    const auto collect = [&](std::string_view unit, std::string_view programme) {
        for (const auto id : {unit, programme})
            if (id.size() > 1) ids.emplace_back(id);
    };
    for (const auto& [field, value] : payload.facts)
        if (speaks_by_id(field)) each_part(value, collect);
    for (const auto& change : payload.changes)
        if (speaks_by_id(change.field))
            for (const auto* value : {&change.old_value, &change.new_value})
                each_part(*value, collect);
    return ids;
}

Seen seen_of(const EntryRow& row) {
    Seen seen{is_open(row.entry.act), {}};
    if (row.payload) seen.payload = journal::read_payload(*row.payload);
    std::erase_if(seen.payload.facts, [](const auto& f) { return is_for_the_program(f.first); });
    const auto show = [&](const std::string& field, std::string& value) {
        if (!seen.open)
            value.clear();
        else if (speaks_by_id(field))
            value = said_by_name(field, value, row.names);
    };
    for (auto& [field, value] : seen.payload.facts) show(field, value);
    for (auto& change : seen.payload.changes) {
        show(change.field, change.old_value);
        show(change.field, change.new_value);
    }
    return seen;
}

std::string address_in(const Seen& seen) {
    for (const auto& [field, value] : seen.payload.facts)
        if (field == "remote") return value;
    return {};
}

std::string subject_in_words(const EntryRow& row) {
    auto words = journal::words_of(Word::kind, row.entry.subject_kind);
    if (row.subject_number)
        words += " " + std::to_string(*row.subject_number);
    else if (!row.subject_name.empty())
        words += " " + row.subject_name;
    else if (row.entry.subject_kind == "calendar" || row.entry.subject_kind == "journal_entry")
        words += " " + row.entry.subject_id;
    if (!row.subject_person.empty()) words += "（" + row.subject_person + "）";
    return words;
}

}  // namespace audit
