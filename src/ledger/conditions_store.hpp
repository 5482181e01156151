// The WHERE clause of a list while it is put together. Texts come from closed tables of the stores
// that use it; every value becomes a parameter.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "db/database.hpp"

namespace ledger {

/// A WHERE clause under construction: conditions with their values, numbered as they come.
class Conditions {
  public:
    void add(std::string_view before, db::Parameter value, std::string_view after = {}) {
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
    void add_repeated(std::string_view condition, std::string_view place, db::Parameter value) {
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
    [[nodiscard]] std::string place_for(db::Parameter value) {
        values_.push_back(std::move(value));
        return '$' + std::to_string(values_.size());
    }
    [[nodiscard]] const std::string& text() const { return text_; }
    /// The clause so far; the next one begins, its values numbered on.
    [[nodiscard]] std::string take_text() { return std::exchange(text_, {}); }
    [[nodiscard]] const std::vector<db::Parameter>& values() const { return values_; }

  private:
    void begin() { text_ += text_.empty() ? "\nWHERE " : "\n  AND "; }
    std::string text_;
    std::vector<db::Parameter> values_;
};

}  // namespace ledger
