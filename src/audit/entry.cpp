#include "audit/entry.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "journal/entry_words.hpp"

namespace audit {
namespace {

using journal::Word;

constexpr std::array<std::string_view, 31> open_names{
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
    "open_unit",
    "choose_mail",
    "import_calendar",
    "export_ledger",
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

Seen seen_of(const EntryRow& row) {
    Seen seen{is_open(row.entry.act), {}};
    if (row.payload) seen.payload = journal::read_payload(*row.payload);
    if (seen.open) return seen;
    for (auto& [field, value] : seen.payload.facts) value.clear();
    for (auto& change : seen.payload.changes) {
        change.old_value.clear();
        change.new_value.clear();
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
