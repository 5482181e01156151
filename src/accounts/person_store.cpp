#include "accounts/person_store.hpp"

#include "accounts/name.hpp"
#include "accounts/unit_store.hpp"

namespace accounts {
namespace {

Person person_of(const db::Row& row) {
    Person person;
    person.id = row.id<base::PersonId>(0);
    person.name = row.string(1);
    person.unit = row.optional_id<base::UnitId>(2);
    person.unit_name = row.string_or_empty(3);
    person.post = row.string(4);
    person.version = row.integer(5);
    return person;
}

constexpr auto insert_person_sql = R"(
    INSERT INTO person (id, name, name_key, unit_id, post, version)
    VALUES ($1, $2, $3, $4, $5, $6))";

constexpr auto find_without_account_sql = R"(
    SELECT id FROM person
    WHERE name_key = $1 AND (unit_id = $2 OR (unit_id IS NULL AND $2 IS NULL))
      AND NOT EXISTS (SELECT 1 FROM account WHERE account.person_id = person.id)
    ORDER BY id LIMIT 1)";

constexpr auto list_named_sql =
    "SELECT id FROM person WHERE name_key = $1 AND unit_id = $2 ORDER BY id";

constexpr auto exists_sql = "SELECT 1 FROM person WHERE id = $1";

constexpr auto select_name_sql = "SELECT name FROM person WHERE id = $1";

constexpr auto move_sql = R"(
    UPDATE person SET unit_id = $2, version = version + 1
    WHERE id = $1 AND (unit_id <> $2 OR unit_id IS NULL)
      AND NOT EXISTS (SELECT 1 FROM account WHERE account.person_id = person.id))";

constexpr auto list_persons_sql = R"(
    SELECT person.id, person.name, person.unit_id, unit.name, person.post, person.version
    FROM person LEFT JOIN unit ON unit.id = person.unit_id)";

}  // namespace

void insert_person(db::Transaction& transaction, const Person& person) {
    const auto key = name_key(person.name);
    transaction.execute(insert_person_sql,
                        {person.id, person.name, key, person.unit, person.post, person.version});
}

std::optional<base::PersonId> find_person_without_account(db::Transaction& transaction,
                                                          std::string_view name,
                                                          std::optional<base::UnitId> unit) {
    return transaction.first(find_without_account_sql, {name_key(name), unit},
                             [](const db::Row& row) { return row.id<base::PersonId>(0); });
}

std::vector<base::PersonId> list_persons_named(db::Transaction& transaction, std::string_view name,
                                               base::UnitId unit) {
    return transaction.all(list_named_sql, {name_key(name), unit},
                           [](const db::Row& row) { return row.id<base::PersonId>(0); });
}

bool person_exists(db::Transaction& transaction, base::PersonId id) {
    return transaction.first(exists_sql, {id}, [](const db::Row&) { return true; }).has_value();
}

std::optional<std::string> find_person_name(db::Transaction& transaction, base::PersonId id) {
    return transaction.first(select_name_sql, {id},
                             [](const db::Row& row) { return row.string(0); });
}

void move_person_without_account(db::Transaction& transaction, base::PersonId id,
                                 base::UnitId unit) {
    transaction.execute(move_sql, {id, unit});
}

std::vector<Person> list_persons(db::Transaction& transaction, const PersonFilter& filter) {
    db::Conditions where;
    where.add("person.name_key LIKE ", where.keep(containing(filter.q)), " ESCAPE '\\'");
    add_paths_in_scope(where, "unit.path", filter.scope);
    const auto sql = list_persons_sql + where.text() +
                     "\nORDER BY person.name_key, person.id LIMIT " +
                     where.place_for(filter.rows_max);
    return db::all(transaction, sql, where, person_of);
}

}  // namespace accounts
