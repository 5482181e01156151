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

}  // namespace journal
