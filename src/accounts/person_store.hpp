// Persons in the database. One function a statement; decides nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/person.hpp"
#include "db/database.hpp"

namespace accounts {

/// `q` is searched for in the name; a bounded `scope` leaves out persons without a unit.
struct PersonFilter {
    std::string q;
    base::Scope scope = base::Scope::everything();
    std::int64_t rows_max = 1'000'000;  // a directory needs them all; pages ask for fewer
};

/// Throws db::ConstraintError: person_pkey, person_unit_id_fkey.
void insert_person(db::Transaction& transaction, const Person& person);
/// Somebody of this name in this unit (or in none) who has no account yet.
[[nodiscard]] std::optional<base::PersonId> find_person_without_account(
    db::Transaction& transaction, std::string_view name, std::optional<base::UnitId> unit);
/// Everybody of this name in this very unit.
[[nodiscard]] std::vector<base::PersonId> list_persons_named(db::Transaction& transaction,
                                                             std::string_view name,
                                                             base::UnitId unit);
[[nodiscard]] bool person_exists(db::Transaction& transaction, base::PersonId id);
[[nodiscard]] std::optional<std::string> find_person_name(db::Transaction& transaction,
                                                          base::PersonId id);
/// Into the unit; somebody who has an account stays where they are.
void move_person_without_account(db::Transaction& transaction, base::PersonId id,
                                 base::UnitId unit);
/// By name, then id.
[[nodiscard]] std::vector<Person> list_persons(db::Transaction& transaction,
                                               const PersonFilter& filter);

}  // namespace accounts
