#include "opinions/box_store.hpp"

#include <algorithm>

#include "ledger/sealed_rows_store.hpp"

namespace opinions {
namespace {

constexpr std::string_view insert_code_sql =
    "INSERT INTO opinion_code (digest, life_meeting_id, used) VALUES ($1, $2, 0)";
constexpr std::string_view select_unused =
    "SELECT life_meeting_id FROM opinion_code WHERE digest = $1 AND used = 0";
constexpr std::string_view update_used =
    "UPDATE opinion_code SET used = 1 WHERE digest = $1 AND used = 0";
constexpr std::string_view select_codes = R"sql(
SELECT count(*), COALESCE(sum(used), 0) FROM opinion_code WHERE life_meeting_id = $1)sql";
constexpr std::string_view count_ballots =
    "SELECT count(*) FROM opinion_ballot WHERE life_meeting_id = $1";
constexpr std::string_view select_ballots =
    "SELECT id, voice FROM opinion_ballot WHERE life_meeting_id = $1 ORDER BY id";
constexpr std::string_view select_ballot_lines = R"sql(
SELECT l.ballot_id, l.position, l.participant_id, l.text
FROM opinion_ballot_line l JOIN opinion_ballot b ON b.id = l.ballot_id
WHERE b.life_meeting_id = $1 ORDER BY l.ballot_id, l.position)sql";
constexpr std::string_view delete_ballot_lines = R"sql(
DELETE FROM opinion_ballot_line
WHERE ballot_id IN (SELECT id FROM opinion_ballot WHERE life_meeting_id = $1))sql";
constexpr std::string_view delete_ballots_sql =
    "DELETE FROM opinion_ballot WHERE life_meeting_id = $1";
constexpr std::string_view insert_ballot =
    "INSERT INTO opinion_ballot (id, life_meeting_id, voice) VALUES ($1, $2, $3)";
constexpr std::string_view insert_ballot_line = R"sql(
INSERT INTO opinion_ballot_line (ballot_id, position, participant_id, text)
VALUES ($1, $2, $3, $4))sql";
constexpr std::string_view text_field = "opinion_ballot_line.text";

}  // namespace

void insert_code(db::Transaction& transaction, LifeMeetingId id, std::string_view digest) {
    transaction.execute(insert_code_sql, {digest, id});
}

std::optional<LifeMeetingId> find_unused_code(db::Transaction& transaction,
                                              std::string_view digest) {
    return transaction.first(select_unused, {digest},
                             [](const db::Row& row) { return row.id<LifeMeetingId>(0); });
}

bool save_code_used(db::Transaction& transaction, std::string_view digest) {
    return transaction.execute(update_used, {digest}) > 0;
}

BoxState load_box(db::Transaction& transaction, LifeMeetingId id) {
    BoxState box;
    transaction.each(select_codes, {id}, [&](const db::Row& row) {
        box.codes = row.integer(0);
        box.used = row.integer(1);
    });
    box.ballots =
        transaction.first(count_ballots, {id}, [](const db::Row& row) { return row.integer(0); })
            .value_or(0);
    return box;
}

std::vector<Ballot> list_ballots(db::Transaction& transaction, LifeMeetingId id) {
    auto ballots = transaction.all(select_ballots, {id}, [](const db::Row& row) {
        return Ballot{row.id<SheetId>(0), voice_of(row.text(1)).value_or(Voice::others), {}};
    });
    std::size_t at = 0;
    transaction.each(select_ballot_lines, {id}, [&](const db::Row& row) {
        const auto ballot = row.id<SheetId>(0);
        while (ballots[at].id != ballot) ++at;
        const auto text = row.opened(
            3, text_field, [&] { return ledger::name_of_keys(ballot.text(), row.integer(1)); });
        ballots[at].lines.push_back({row.optional_id<ParticipantId>(2), text});
    });
    return ballots;
}

void delete_ballots(db::Transaction& transaction, LifeMeetingId id) {
    transaction.execute(delete_ballot_lines, {id});
    transaction.execute(delete_ballots_sql, {id});
}

void replace_ballots(db::Transaction& transaction, LifeMeetingId id, std::vector<Ballot> ballots) {
    delete_ballots(transaction, id);
    std::sort(ballots.begin(), ballots.end(),
              [](const Ballot& a, const Ballot& b) { return a.id < b.id; });
    for (const auto& one : ballots) {
        transaction.execute(insert_ballot, {one.id, id, name_of(one.voice)});
        for (std::size_t i = 0; i < one.lines.size(); ++i) {
            const auto position = static_cast<std::int64_t>(i);
            const auto text = transaction.sealed(one.lines[i].text, text_field,
                                                 ledger::name_of_keys(one.id.text(), position));
            transaction.execute(insert_ballot_line, {one.id, position, one.lines[i].about, text});
        }
    }
}

}  // namespace opinions
