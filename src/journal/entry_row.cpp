#include "journal/entry_row.hpp"

namespace journal {

Entry entry_in(const db::Row& row) {
    Entry entry;
    entry.chain = row.string(0);
    entry.sequence = row.integer(1);
    entry.at = row.instant(2);
    entry.actor_id = row.string(3);
    entry.actor_name = row.string(4);
    entry.act = row.string(5);
    entry.subject_kind = row.string(6);
    entry.subject_id = row.string(7);
    entry.payload_digest = row.string(8);
    entry.previous = row.string(9);
    entry.algorithm = row.string(10);
    entry.hash = row.string(11);
    return entry;
}

std::string payload_name(const Entry& entry) {
    return entry.chain + "/" + std::to_string(entry.sequence);
}

StoredPayload payload_in(const db::Row& row, int column, const Entry& entry) {
    const auto name = payload_name(entry);
    return {row.opened_or_stored(column, salt_field, name),
            row.opened_or_stored(column + 1, payload_field, name)};
}

}  // namespace journal
