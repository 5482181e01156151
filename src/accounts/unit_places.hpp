// Finding the parent of every row of an import among the units that are there and the other rows,
// in whatever order they stand, with circles and names that fit nobody or several. Pure.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "accounts/unit_import.hpp"

namespace accounts {

enum class RowState { waiting, placed, bad };

/// Where a row (or a name) leads. Places number the units that are there first, then the rows.
struct Placing {
    std::string code;                   // of the refusal; "" when it is placed
    std::optional<std::size_t> parent;  // a place; none: the top
    std::optional<std::size_t> other;   // the place that the refusal is about
    std::size_t level = 0;              // 1 at the top
    bool there_already = false;         // the row says again what is there
};

class UnitPlaces {
  public:
    explicit UnitPlaces(const UnitsThere& there);

    /// Rows are added in their order, all before settle(). A bad row is found by name, so that who
    /// stands on it learns of it.
    void add_row(std::size_t row, const std::string& name, const std::string& short_name,
                 const std::string& parent, RowState state);
    /// Places every row that waits. Codes: unit_not_found, unit_name_ambiguous, unit_row_is_bad,
    /// units_in_a_circle, units_too_deep, unit_twice_in_file.
    void settle();

    /// A name, or several from the top down with "/" between them. After settle(); the place is
    /// `parent`. Codes: unit_not_found, unit_name_ambiguous, unit_row_is_bad.
    [[nodiscard]] Placing find(const std::string& words) const;

    [[nodiscard]] const Placing& placing_of(std::size_t row) const {
        return nodes_[place_of_row(row)].placing;
    }
    [[nodiscard]] std::size_t place_of_row(std::size_t row) const { return first_row_ + row; }
    [[nodiscard]] std::optional<std::size_t> row_at(std::size_t place) const;
    /// The unit that stands there already; nothing for a new one.
    [[nodiscard]] std::optional<base::UnitId> unit_at(std::size_t place) const;

  private:
    struct Node {
        std::string name_key, short_key, parent_words;
        std::optional<base::UnitId> unit;  // there already
        RowState state = RowState::placed;
        Placing placing;
        std::optional<std::size_t> same;  // the place that this row says again
    };
    struct Found {
        std::vector<std::size_t> good;
        std::optional<std::size_t> bad, waiting;
    };
    using Names = std::multimap<std::string, std::size_t>;

    [[nodiscard]] std::vector<std::string> parts_of(const std::string& words) const;
    [[nodiscard]] std::vector<std::size_t> bearers_of(const std::string& key) const;
    [[nodiscard]] bool stands_under(std::size_t place, const std::vector<std::string>& parts) const;
    [[nodiscard]] Found look_up(const std::string& words, std::optional<std::size_t> without) const;
    [[nodiscard]] Placing placing_in(const Found& found) const;
    bool try_to_place(std::size_t place);
    void put(std::size_t place, const Placing& placing);
    void give_up_the_rest();

    std::vector<Node> nodes_;
    std::size_t first_row_ = 0;
    Names by_name_, by_short_name_;
    std::map<std::pair<std::size_t, std::string>, std::size_t> children_;  // parent + 1, name
};

}  // namespace accounts
