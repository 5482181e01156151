#include "statements/criticism_store.hpp"

#include "db/conditions.hpp"

namespace statements {
namespace {

constexpr std::string_view insert_sql = R"sql(
INSERT INTO criticism (id, meeting_id, author_id, about_id, matter, problem, advice, at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql";
constexpr std::string_view update_sql = R"sql(
UPDATE criticism SET about_id = $3, matter = $4, problem = $5, advice = $6, at = $7, version = $2
WHERE id = $1 AND version = $2 - 1)sql";
constexpr std::string_view delete_sql = "DELETE FROM criticism WHERE id = $1";
constexpr std::string_view select_criticisms = R"sql(
SELECT r.id, r.meeting_id, r.author_id, r.about_id, r.matter, r.problem, r.advice, r.at, r.version
FROM criticism r)sql";
constexpr std::string_view count_sql = R"sql(
SELECT author_id, about_id, count(*) FROM criticism WHERE meeting_id = $1
GROUP BY author_id, about_id)sql";

struct Stored {
    Stored(const db::Transaction& transaction, const Criticism& one)
        : matter(transaction.sealed(one.text.matter, "criticism.matter", one.id)),
          problem(transaction.sealed(one.text.problem, "criticism.problem", one.id)),
          advice(transaction.sealed(one.text.advice, "criticism.advice", one.id)) {}
    std::string matter, problem, advice;
};

Criticism criticism_in(const db::Row& row) {
    Criticism one;
    one.id = row.id<CriticismId>(0);
    one.meeting = row.id<LifeMeetingId>(1);
    one.author = row.id<ParticipantId>(2);
    one.about = row.id<ParticipantId>(3);
    one.text.matter = row.opened(4, "criticism.matter", one.id);
    one.text.problem = row.opened(5, "criticism.problem", one.id);
    one.text.advice = row.opened(6, "criticism.advice", one.id);
    one.at = row.instant(7);
    one.version = row.integer(8);
    return one;
}

}  // namespace

void insert_criticism(db::Transaction& transaction, const Criticism& one) {
    const Stored stored(transaction, one);
    transaction.execute(insert_sql, {one.id, one.meeting, one.author, one.about, stored.matter,
                                     stored.problem, stored.advice, one.at, one.version});
}

base::Result<void> save_criticism(db::Transaction& transaction, const Criticism& one) {
    const Stored stored(transaction, one);
    const auto changed = transaction.execute(
        update_sql,
        {one.id, one.version, one.about, stored.matter, stored.problem, stored.advice, one.at});
    if (changed > 0) return {};
    return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
}

void delete_criticism(db::Transaction& transaction, CriticismId id) {
    transaction.execute(delete_sql, {id});
}

std::optional<Criticism> find_criticism(db::Transaction& transaction, CriticismId id) {
    db::Conditions where;
    where.add("r.id = ", id);
    return db::first(transaction, std::string(select_criticisms) + where.text(), where,
                     criticism_in);
}

std::vector<Criticism> list_prepared(db::Transaction& transaction, const CriticismFilter& filter) {
    db::Conditions where;
    where.add("r.meeting_id = ", filter.meeting);
    if (filter.author) where.add("r.author_id = ", *filter.author);
    if (filter.about) where.add("r.about_id = ", *filter.about);
    const auto sql = std::string(select_criticisms) + where.text() + "\nORDER BY r.at, r.id";
    return db::all(transaction, sql, where, criticism_in);
}

std::vector<Prepared> count_prepared(db::Transaction& transaction, LifeMeetingId meeting) {
    return transaction.all(count_sql, {meeting}, [](const db::Row& row) {
        return Prepared{row.id<ParticipantId>(0), row.id<ParticipantId>(1), row.integer(2)};
    });
}

}  // namespace statements
