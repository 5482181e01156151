// The bin of a programme: what was taken out of its ledger and can still be put back. Seen by those
// whose scope has the inspected unit and who are cleared for the row. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "ledger/measure_store.hpp"
#include "ledger/programme_store.hpp"
#include "ledger/removal.hpp"
#include "ledger/waiting.hpp"

namespace ledger {

/// One removal.
struct BinEntry {
    BinId id;
    ProgrammeId programme;
    View view = View::measures;
    std::string row;  // id
    std::int64_t number = 0;
    std::string text;
    std::int64_t measures = 0;  // that went with a problem
    base::Guards guards;        // but those of its programme's mark
    std::string reason;
    base::Instant at;
    base::AccountId by_account;
    std::string by;
    base::Date until;  // the last day on which it can be put back
};

/// What a document said of how far a measure was.
struct KeptReport {
    ProgressEntry entry;
    base::AccountId by_account;
};
struct KeptMeasure {
    Measure measure;
    std::vector<Service> services;
    std::vector<KeptReport> reports;
};
/// Everything that one removal took away.
struct Removed {
    std::optional<Problem> problem;
    std::vector<Manifestation> manifestations;
    std::vector<KeptMeasure> measures;
};
/// A measure as it stands in the ledger, with what hangs on it alone.
[[nodiscard]] KeptMeasure load_whole(db::Transaction& transaction, Measure measure);

void insert_bin_entry(db::Transaction& transaction, const BinEntry& entry, const Removed& removed);
/// Refuses bin_entry_not_found, also when it is not in sight.
[[nodiscard]] base::Result<BinEntry> load_bin_entry(db::Transaction& transaction, BinId id,
                                                    const base::Scope& scope);
[[nodiscard]] Removed load_removed(db::Transaction& transaction, BinId id);
/// With what it keeps.
void delete_bin_entry(db::Transaction& transaction, BinId id);

struct BinPage {
    std::vector<BinEntry> rows;
    std::int64_t total = 0;
};
/// Newest first. Two statements.
[[nodiscard]] BinPage list_bin(db::Transaction& transaction, ProgrammeId programme,
                               const base::Scope& scope, const Page& page);
/// Programmes with something whose last day is over.
[[nodiscard]] std::vector<ProgrammeId> list_programmes_with_over(db::Transaction& transaction,
                                                                 base::Date today);
/// Which they are, and what they took away.
struct OverEntry {
    BinId id;
    View view = View::measures;
    std::string row;
};
[[nodiscard]] std::vector<OverEntry> list_over(db::Transaction& transaction, ProgrammeId programme,
                                               base::Date today);

}  // namespace ledger
