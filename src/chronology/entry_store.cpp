#include "chronology/entry_store.hpp"

namespace chronology {
namespace {

constexpr std::string_view insert_sql = R"sql(
INSERT INTO chronicle_entry (id, programme_id, day, at, person, text, evidence, part, removed,
                             version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql";
constexpr std::string_view update_sql = R"sql(
UPDATE chronicle_entry SET day = $3, at = $4, person = $5, text = $6, evidence = $7, part = $8,
                           removed = $9, version = $2
WHERE id = $1 AND version = $2 - 1)sql";
constexpr std::string_view find_sql = R"sql(
SELECT id, programme_id, day, person, text, evidence, part, removed, version
FROM chronicle_entry WHERE id = $1)sql";
constexpr std::string_view insert_version_sql = R"sql(
INSERT INTO chronicle_version (entry_id, version, made_at, by_name, day, person, text, evidence,
                               part, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql";
constexpr std::string_view list_versions_sql = R"sql(
SELECT version, made_at, by_name, day, person, text, evidence, part, reason
FROM chronicle_version WHERE entry_id = $1 ORDER BY version DESC)sql";

void insert_version(db::Transaction& transaction, EntryId id, const EntryVersion& version) {
    const auto& note = version.note;
    const auto place = ledger::name_of_keys(id.text(), version.version);
    const auto text = transaction.sealed(note.text, "chronicle_version.text", place);
    const auto reason = transaction.sealed(version.reason, "chronicle_version.reason", place);
    transaction.execute(insert_version_sql,
                        {id, version.version, version.made_at, version.by, note.day, note.person,
                         text, note.evidence, note.part, reason});
}

}  // namespace

void insert_entry(db::Transaction& transaction, const Entry& entry, const EntryVersion& version) {
    const auto& note = entry.note;
    const auto text = transaction.sealed(note.text, "chronicle_entry.text", entry.id);
    transaction.execute(insert_sql,
                        {entry.id, entry.programme, note.day, base::start_of(note.day), note.person,
                         text, note.evidence, note.part, entry.removed, entry.version});
    insert_version(transaction, entry.id, version);
}

base::Result<void> save_entry(db::Transaction& transaction, const Entry& entry,
                              const EntryVersion& version) {
    const auto& note = entry.note;
    const auto text = transaction.sealed(note.text, "chronicle_entry.text", entry.id);
    if (transaction.execute(
            update_sql, {entry.id, entry.version, note.day, base::start_of(note.day), note.person,
                         text, note.evidence, note.part, entry.removed}) == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    insert_version(transaction, entry.id, version);
    return {};
}

std::optional<Entry> find_entry(db::Transaction& transaction, EntryId id) {
    return transaction.first(find_sql, {id}, [&](const db::Row& row) {
        Entry entry;
        entry.id = row.id<EntryId>(0);
        entry.programme = row.id<ProgrammeId>(1);
        entry.note = {row.date(2), row.string(3), row.opened(4, "chronicle_entry.text", entry.id),
                      row.string(5), row.integer(6)};
        entry.removed = row.boolean(7);
        entry.version = row.integer(8);
        return entry;
    });
}

std::vector<EntryVersion> list_versions(db::Transaction& transaction, EntryId id) {
    return transaction.all(list_versions_sql, {id}, [&](const db::Row& row) {
        EntryVersion one;
        one.version = row.integer(0);
        const auto place = [&] { return ledger::name_of_keys(id.text(), one.version); };
        one.made_at = row.instant(1);
        one.by = row.string(2);
        one.note = {row.date(3), row.string(4), row.opened(5, "chronicle_version.text", place),
                    row.string(6), row.integer(7)};
        one.reason = row.opened(8, "chronicle_version.reason", place);
        return one;
    });
}

std::vector<ledger::SealedSet> sealed_chronicle() {
    return {{"chronicle_entry", {{"id"}}, {"text"}, "1"},
            {"chronicle_version", {{"entry_id"}, {"version", true}}, {"text", "reason"}, "1"}};
}

}  // namespace chronology
