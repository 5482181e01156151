// The WHERE clause of a list while it is put together. Texts come from closed tables of the stores
// that use it; every value becomes a parameter.
#pragma once

#include <algorithm>
#include <deque>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "db/database.hpp"

namespace db {

/// A WHERE clause under construction: conditions with their values, numbered as they come.
class Conditions {
  public:
    Conditions() = default;
    // Values may point at texts kept here, which stay where they are when all of it moves.
    Conditions(Conditions&&) = default;
    Conditions& operator=(Conditions&&) = default;
    Conditions(const Conditions&) = delete;
    Conditions& operator=(const Conditions&) = delete;
    ~Conditions() = default;

    void add(std::string_view before, Parameter value, std::string_view after = {}) {
        values_.push_back(std::move(value));
        begin();
        text_ += before;
        text_ += '$' + std::to_string(values_.size());
        text_ += after;
    }
    void add_fixed(std::string_view condition) {
        begin();
        text_ += condition;
    }
    /// `place` occurs in `condition` as often as it likes and becomes the value's number.
    void add_repeated(std::string_view condition, std::string_view place, Parameter value) {
        values_.push_back(std::move(value));
        begin();
        const auto number = '$' + std::to_string(values_.size());
        for (std::size_t at = 0; at < condition.size();) {
            const auto next = std::min(condition.find(place, at), condition.size());
            text_ += condition.substr(at, next - at);
            if (next < condition.size()) text_ += number;
            at = next + (next < condition.size() ? place.size() : 0);
            if (next == condition.size()) break;
        }
    }
    template <class Name>
    void add_one_of(std::string_view column, const std::vector<Name>& names) {
        if (names.empty()) return;
        begin();
        text_ += column;
        text_ += " IN (";
        for (const auto& name : names) {
            values_.emplace_back(name);
            text_ += (text_.back() == '(' ? "$" : ", $") + std::to_string(values_.size());
        }
        text_ += ')';
    }
    /// A text that lives as long as the conditions do; other values are borrowed as Parameter says.
    [[nodiscard]] std::string_view keep(std::string text) {
        return kept_.emplace_back(std::move(text));
    }
    [[nodiscard]] std::string place_for(Parameter value) {
        values_.push_back(std::move(value));
        return '$' + std::to_string(values_.size());
    }
    [[nodiscard]] const std::string& text() const { return text_; }
    /// The clause so far; the next one begins, its values numbered on.
    [[nodiscard]] std::string take_text() { return std::exchange(text_, {}); }
    [[nodiscard]] const std::vector<Parameter>& values() const { return values_; }

  private:
    void begin() { text_ += text_.empty() ? "\nWHERE " : "\n  AND "; }
    std::string text_;
    std::vector<Parameter> values_;
    std::deque<std::string> kept_;
};

/// The first row of a statement that ends in these conditions, through `map`.
template <class Map>
auto first(Transaction& transaction, std::string_view sql, const Conditions& where, Map map)
    -> std::optional<std::invoke_result_t<Map, const Row&>> {
    std::optional<std::invoke_result_t<Map, const Row&>> found;
    transaction.run(sql, std::span(where.values()), [&](const Row& row) {
        if (!found) found.emplace(map(row));
    });
    return found;
}
/// Every row of it through `map`.
template <class Map>
auto all(Transaction& transaction, std::string_view sql, const Conditions& where, Map map)
    -> std::vector<std::invoke_result_t<Map, const Row&>> {
    std::vector<std::invoke_result_t<Map, const Row&>> found;
    transaction.run(sql, std::span(where.values()),
                    [&](const Row& row) { found.push_back(map(row)); });
    return found;
}

}  // namespace db
