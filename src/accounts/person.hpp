// A person with a post in a unit; may have an account. Persons are written down when a plan names
// them or an account is opened for them. Pure.
#pragma once

#include <optional>
#include <string>

#include "base/actor.hpp"

namespace accounts {

struct Person {
    base::PersonId id;
    std::string name;
    std::optional<base::UnitId> unit;
    std::string unit_name;  // read with the row, never written; "" without a unit
    std::string post;       // 党组书记, 办公室主任 …
    std::int64_t version = 1;

    bool operator==(const Person&) const = default;
};

}  // namespace accounts
