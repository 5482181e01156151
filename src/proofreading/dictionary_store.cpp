#include "proofreading/dictionary_store.hpp"

namespace proofreading {
namespace {

constexpr std::string_view list_sql = R"sql(
SELECT entry_id, version, wrong_words, right_words, reason, exceptions, word_group, severity,
       in_force, by_name, made_at
FROM wording_version v
WHERE NOT EXISTS (SELECT 1 FROM wording_version n
                  WHERE n.entry_id = v.entry_id AND n.version > v.version)
ORDER BY entry_id)sql";
constexpr std::string_view list_versions_sql = R"sql(
SELECT entry_id, version, wrong_words, right_words, reason, exceptions, word_group, severity,
       in_force, by_name, made_at
FROM wording_version WHERE entry_id = $1 ORDER BY version DESC)sql";
constexpr std::string_view insert_sql = R"sql(
INSERT INTO wording_version (entry_id, version, wrong_words, right_words, reason, exceptions,
                             word_group, severity, in_force, by_name, made_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT (entry_id, version) DO NOTHING)sql";

std::vector<std::string> lines_in(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return lines;
}
std::string in_lines(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += (text.empty() ? "" : "\n") + line;
    return text;
}

Entry entry_in(const db::Row& row) {
    Entry entry;
    entry.id = row.string(0);
    entry.version = row.integer(1);
    auto& wording = entry.wording;
    wording.wrong = row.string(2);
    wording.right = row.string(3);
    wording.reason = row.string(4);
    wording.unless = lines_in(row.text(5));
    wording.group = group_of(row.text(6)).value_or(Group::own);
    wording.severity = severity_of(row.text(7)).value_or(Severity::should);
    wording.in_force = row.boolean(8);
    entry.by = row.string(9);
    entry.at = row.instant(10);
    return entry;
}

}  // namespace

Dictionary list_changed(db::Transaction& transaction) {
    return transaction.all(list_sql, {}, entry_in);
}

std::optional<Entry> find_changed(db::Transaction& transaction, std::string_view id) {
    return transaction.first(list_versions_sql, {id}, entry_in);
}

Dictionary list_versions(db::Transaction& transaction, std::string_view id) {
    return transaction.all(list_versions_sql, {id}, entry_in);
}

base::Result<void> insert_version(db::Transaction& transaction, const Entry& entry) {
    const auto& wording = entry.wording;
    const auto inserted = transaction.execute(
        insert_sql, {entry.id, entry.version, wording.wrong, wording.right, wording.reason,
                     in_lines(wording.unless), name_of(wording.group), name_of(wording.severity),
                     wording.in_force, entry.by, *entry.at});
    if (inserted == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    return {};
}

}  // namespace proofreading
