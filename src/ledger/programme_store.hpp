// Statements on rounds, inspections, programmes and areas. One function a statement; decides
// nothing.
#pragma once

#include <map>
#include <vector>

#include "base/result.hpp"
#include "db/database.hpp"
#include "ledger/programme.hpp"

namespace ledger {

struct Area {
    AreaId id;
    ProgrammeId programme;
    std::int64_t number = 0;
    std::string printed_number;
    std::string heading;  // "" where the document has no areas
    bool operator==(const Area&) const = default;
};

/// Counted from the rows; never stored.
struct ProgrammeCounts {
    std::int64_t areas = 0, problems = 0, measures = 0, struck_off = 0, measures_done = 0,
                 long_term = 0;
    std::int64_t overdue = 0, due_soon = 0, awaiting_review = 0;
    std::int64_t problems_awaiting_review = 0;
    bool operator==(const ProgrammeCounts&) const = default;
};

/// Ids and paging of a list; page from 1.
struct Page {
    std::int64_t page = 1, page_size = 50;
};

/// From where rows are seen and counted.
struct Viewpoint {
    base::Date today;
    base::Scope scope;
};

/// The round's id by name; nothing when there is none.
[[nodiscard]] std::optional<RoundId> find_round(db::Transaction& transaction,
                                                std::string_view name);
void insert_round(db::Transaction& transaction, RoundId id, std::string_view name);
/// The inspection that is equal in everything but its id.
[[nodiscard]] std::optional<InspectionId> find_inspection(db::Transaction& transaction,
                                                          RoundId round,
                                                          const Inspection& inspection);
void insert_inspection(db::Transaction& transaction, RoundId round, const Inspection& inspection);

void insert_programme(db::Transaction& transaction, const Programme& programme, base::Instant now);
/// Refuses: programme_not_found; also when the scope covers neither its unit nor any row of it.
[[nodiscard]] base::Result<Programme> load_programme(db::Transaction& transaction, ProgrammeId id,
                                                     const base::Scope& scope);
/// Writes which unit is inspected and moves the version on.
void save_inspected_unit(db::Transaction& transaction, const Programme& programme,
                         base::Instant now);
/// Writes everything that can change; refuses somebody_else_changed_it when the version is not the
/// stored one. The stored version becomes `programme.version + 1`.
[[nodiscard]] base::Result<void> save_programme(db::Transaction& transaction,
                                                const Programme& programme, base::Instant now);
/// Writes the copies of the programme's mark on its problems, their measures and holders.
void save_mark(db::Transaction& transaction, ProgrammeId id, base::Guards mark);
/// Writes the counters of running numbers only; no version changes.
void save_last_numbers(db::Transaction& transaction, ProgrammeId id, const LastNumbers& last);

struct ProgrammeTitle {
    ProgrammeId id;
    std::string title;
};
/// Of all, newest first.
[[nodiscard]] std::vector<ProgrammeTitle> list_programme_titles(db::Transaction& transaction);

struct ProgrammeList {
    std::vector<Programme> rows;
    std::int64_t total = 0;
};
/// `words` must occur in the title or the name of the inspected unit; newest first.
[[nodiscard]] ProgrammeList list_programmes(db::Transaction& transaction, std::string_view words,
                                            const Page& page, const base::Scope& scope);
[[nodiscard]] ProgrammeCounts count_programme(db::Transaction& transaction, ProgrammeId id,
                                              const Viewpoint& viewpoint);
using CountsById = std::map<ProgrammeId, ProgrammeCounts>;
/// Of every programme on one page of list_programmes(), in two statements; none for a programme
/// without rows.
[[nodiscard]] CountsById count_programmes_of_page(db::Transaction& transaction,
                                                  std::string_view words, const Page& page,
                                                  const Viewpoint& viewpoint);

void insert_area(db::Transaction& transaction, const Area& area);
[[nodiscard]] std::vector<Area> list_areas(db::Transaction& transaction, ProgrammeId programme);
[[nodiscard]] base::Result<Area> load_area(db::Transaction& transaction, AreaId id,
                                           ProgrammeId programme);

}  // namespace ledger
