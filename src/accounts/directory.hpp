// Names to ids: an import has thousands of names and asks one statement for all units (or persons)
// it may mean, then asks here. A name that two of them bear is answered with nobody: nothing is
// guessed. Pure; reads only what it was given.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "accounts/person.hpp"
#include "accounts/unit.hpp"

namespace accounts {

/// Units by their full name or, where no full name fits, by their short name. Names are compared by
/// name_key(). A value; read by any thread, changed by its owner only.
class UnitDirectory {
  public:
    UnitDirectory() = default;
    explicit UnitDirectory(const std::vector<Unit>& units);

    /// A unit that was just inserted, so that the next row finds it.
    void add(const Unit& unit);
    [[nodiscard]] std::optional<base::UnitId> find(std::string_view name) const;
    /// True when any unit bears this name.
    [[nodiscard]] bool bears(std::string_view name) const { return bearers_of(name) != nullptr; }
    /// True when several units bear this name, so that find() says nothing.
    [[nodiscard]] bool is_ambiguous(std::string_view name) const;

  private:
    using Bearers = std::unordered_map<std::string, std::vector<base::UnitId>>;
    [[nodiscard]] const std::vector<base::UnitId>* bearers_of(std::string_view name) const;
    Bearers by_name_, by_short_name_;
};

/// Persons by name. Where several bear it, the one in `unit` is meant when there is exactly one.
class PersonDirectory {
  public:
    PersonDirectory() = default;
    explicit PersonDirectory(const std::vector<Person>& persons);

    void add(const Person& person);
    [[nodiscard]] std::optional<base::PersonId> find(std::string_view name,
                                                     std::optional<base::UnitId> unit = {}) const;

  private:
    struct Bearer {
        base::PersonId id;
        std::optional<base::UnitId> unit;
    };
    std::unordered_map<std::string, std::vector<Bearer>> by_name_;
};

}  // namespace accounts
