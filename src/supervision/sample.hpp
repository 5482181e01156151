// The sample of a check: which rows may be drawn, what makes one weigh more, and the draw itself.
// A draw is lots: every row holds as many as it weighs, each lot has the digest of seed, row and
// lot as its key, and the rows with the smallest keys are taken. Whoever has the seed and the list
// comes to the same rows, so that nobody can pick by hand unseen (domain 2.4). Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "ledger/problem.hpp"
#include "supervision/check.hpp"

namespace supervision {

using DrawId = base::Id<struct DrawTag>;
inline constexpr std::int64_t sample_rows_max = 200;

enum class Pool {
    reported,    // measures handed in or accepted whose problem is worked on
    struck_off,  // problems
    both
};
enum class DrawMethod { even, weighted };
[[nodiscard]] std::string_view name_of(Pool pool);
[[nodiscard]] std::optional<Pool> pool_of(std::string_view name);
[[nodiscard]] std::string_view name_of(DrawMethod method);
[[nodiscard]] std::optional<DrawMethod> draw_method_of(std::string_view name);

/// What makes a row weigh more, in the order in which a page lists them.
enum class Weight {
    overdue,           // handed in, or struck off, after its day
    rushed,            // within the last days before it
    sent_back,         // at least once
    without_evidence,  // counts results and shows nothing for them
    large_amount,      // says that much money was recovered
    copied,            // worded as another unit's
    evidence_doubtful  // older than the feedback, or used for several units
};
inline constexpr std::array<Weight, 7> weights{
    Weight::overdue,      Weight::rushed, Weight::sent_back,        Weight::without_evidence,
    Weight::large_amount, Weight::copied, Weight::evidence_doubtful};
[[nodiscard]] std::string_view name_of(Weight weight);
[[nodiscard]] std::optional<Weight> weight_of(std::string_view name);
/// How many lots it adds to the one that every row has.
[[nodiscard]] int lots_for(Weight weight);
inline constexpr int rushed_days = 3;
inline constexpr std::int64_t large_amount_yuan = 100'000;

enum class RowKind { measure, problem };
[[nodiscard]] std::string_view name_of(RowKind kind);
[[nodiscard]] std::optional<RowKind> row_kind_of(std::string_view name);

/// A row that may be drawn, with what its weight follows from.
struct Candidate {
    RowKind kind = RowKind::measure;
    std::string id;
    std::int64_t number = 0;
    std::optional<base::Date> due_on, done_on;
    std::int64_t times_sent_back = 0, results = 0, evidence = 0, recovered_yuan = 0;
    bool copied = false, evidence_doubtful = false;
    base::Guards guards;
};
[[nodiscard]] std::vector<Weight> weights_of(const Candidate& one);
[[nodiscard]] int lots_of(const Candidate& one, DrawMethod method);

struct PoolFilter {
    Pool pool = Pool::both;
    std::optional<base::UnitId> unit;  // held by it or below it
    std::optional<ledger::AreaId> area;
    bool operator==(const PoolFilter&) const = default;
};
struct Draw {
    DrawId id;
    CheckId check;
    std::int64_t number = 0;  // within the check
    PoolFilter filter;
    std::string unit_name, area_heading;  // read with the row
    DrawMethod method = DrawMethod::even;
    std::int64_t size = 0;
    std::string seed;       // 64 hexadecimal digits
    std::string algorithm;  // of keys and of the list's digest
    std::int64_t pool_size = 0;
    std::string pool_digest, pool_list;
    base::Guards guards;  // of all rows in the list
    std::string drawn_by;
    base::Instant drawn_at;
    bool operator==(const Draw&) const = default;
};

/// A line of the list: "M40 3" is the measure 40 with three lots, "P7 1" the problem 7 with one.
struct PoolLine {
    std::string row;
    int lots = 1;
    std::string key;  // the smallest of its lots
    bool drawn = false;
    bool operator==(const PoolLine&) const = default;
};
/// The list in its order: problems behind measures, by number.
[[nodiscard]] std::string list_of(const std::vector<Candidate>& pool, DrawMethod method);
/// "M40"
[[nodiscard]] std::string label_of(RowKind kind, std::int64_t number);
/// The lines of the draw's list with their keys; those that are drawn first, in the order in which
/// they are. Throws std::runtime_error when OpenSSL lacks the algorithm.
[[nodiscard]] std::vector<PoolLine> drawn_again(const Draw& draw);
/// Whether the list is the one that was drawn from and `rows`, as label_of() names them, are those
/// that come out.
[[nodiscard]] bool is_sound(const Draw& draw, std::vector<std::string> rows);

/// Refuses: pool_is_empty, sample_larger_than_pool (args value, accepted), sample_is_full (args
/// value: how many are there; accepted).
[[nodiscard]] base::Result<void> check_size(std::int64_t wanted, std::int64_t pool,
                                            std::int64_t there);

}  // namespace supervision
