// The statistics of a programme (统计表, domain 5.1): how its problems and measures stand, what
// came of them, who was called to account by form, area by area. Every figure counts or adds up
// rows of the ledger, the register of regulations or the records of accountability; nothing is
// typed. Pure.
#pragma once

#include "documents/list_paper.hpp"
#include "regulations/register_store.hpp"
#include "supervision/accountability_store.hpp"

namespace documents {

struct StatisticsSource {
    ListSource ledger;
    regulations::RegulationCounts regulations;
    /// None: the reader is not cleared for it, and the table does not speak of it.
    std::optional<std::vector<supervision::FormCount>> accountability;
};

struct StatisticsFigures {
    /// A problem is done when it is struck off, nearly done when all its measures are finished,
    /// else open; kept_up ones, of any of the three, have a measure that goes on for long.
    std::size_t problems = 0, done = 0, nearly = 0, open = 0, kept_up = 0;
    std::size_t unclaimed = 0, under_way = 0, awaiting_review = 0, sent_back = 0;
    std::size_t measures = 0, measures_done = 0, long_term = 0, measures_open = 0, overdue = 0;
    std::int64_t rules = 0, recovered_yuan = 0, held = 0, similar_checks = 0, campaigns = 0;
};
[[nodiscard]] StatisticsFigures count(const ListSource& source);
[[nodiscard]] office::Paper statistics_paper(const StatisticsSource& source);

}  // namespace documents
