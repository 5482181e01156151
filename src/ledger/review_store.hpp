// Statements on the signatures of reviews and on what a slip lists. Decides nothing.
#pragma once

#include <map>

#include "ledger/problem_store.hpp"
#include "ledger/programme_store.hpp"

namespace ledger {

/// The review of the last application of a problem, whole; empty when there is none.
[[nodiscard]] Review load_review(db::Transaction& transaction, ProblemId problem);
/// What is open, waits or was agreed, of several problems in one statement.
[[nodiscard]] std::map<ProblemId, Review> list_reviews(db::Transaction& transaction,
                                                       const std::vector<ProblemId>& problems);
/// Writes every signature of an application as it is now.
void save_review(db::Transaction& transaction, const Problem& problem, ApplicationId application,
                 const Review& review);

/// A file as the slip of a problem lists it.
struct SlipEvidence {
    std::string row_kind;  // "problem" or "measure"
    std::int64_t row_number = 0;
    std::string name, digest, algorithm;  // algorithm: "sha256"
    std::int64_t bytes = 0;
    bool operator==(const SlipEvidence&) const = default;
};
void insert_slip_evidence(db::Transaction& transaction, ProblemId problem,
                          const std::vector<SlipEvidence>& files);
[[nodiscard]] std::vector<SlipEvidence> list_slip_evidence(db::Transaction& transaction,
                                                           ProblemId problem);

/// A line of the register of slips.
struct SlipLine {
    ProblemId problem;
    std::int64_t problem_number = 0;
    std::string problem_text, unit_label;
    StrikeOff slip;
    std::int64_t files = 0;
};
struct SlipPage {
    std::vector<SlipLine> rows;  // by the number of the slip
    std::int64_t total = 0;
};
[[nodiscard]] SlipPage list_slips(db::Transaction& transaction, ProgrammeId programme,
                                  const base::Scope& scope, const Page& page);

/// How many problems of a programme are struck off, and how many slips there are, whoever sees
/// them.
[[nodiscard]] std::pair<std::int64_t, std::int64_t> count_slips(db::Transaction& transaction,
                                                                ProgrammeId programme);

/// Where slips and struck-off problems of a programme do not agree.
struct SlipFault {
    ProgrammeId programme;
    std::string programme_title;
    std::int64_t struck_off = 0, slips = 0, last_number = 0, highest_number = 0;
};
/// Of every programme. Sound: each struck-off problem has its slip, each slip its struck-off
/// problem, and no number is above the last one given.
[[nodiscard]] std::vector<SlipFault> list_slip_faults(db::Transaction& transaction);

}  // namespace ledger
