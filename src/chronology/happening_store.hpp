// What happened, found in the tables of the modules that hold it: one small statement a source, put
// together in the database. Decides nothing but what lies in sight. A capability that has something
// for the chronology adds one entry to the table in the .cpp.
#pragma once

#include "chronology/happening.hpp"
#include "db/database.hpp"
#include "ledger/programme_store.hpp"

namespace chronology {

struct HappeningFilter {
    ProgrammeId programme;
    std::vector<Kind> kinds;  // none: every one
    std::string person;       // "": whoever
    std::optional<base::Date> from, to;
    ledger::Page page;
};
/// Through whose eyes: what speaks of the programme as a whole is seen by whoever sees it as a
/// whole.
struct Eyes {
    const base::Scope& scope;
    bool whole = false;  // the unit under inspection lies within the scope
    std::optional<base::Date> feedback_on;
    bool reviews = false;  // and so is told of interviews
};
struct HappeningPage {
    std::vector<Happening> rows;  // the latest first
    std::int64_t total = 0;
};
/// Two statements, however many sources.
[[nodiscard]] HappeningPage list_happenings(db::Transaction& transaction,
                                            const HappeningFilter& filter, const Eyes& eyes);

}  // namespace chronology
