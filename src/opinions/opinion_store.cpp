#include "opinions/opinion_store.hpp"

#include "db/conditions.hpp"

namespace opinions {
namespace {

using db::Conditions;

constexpr std::string_view insert_collection_sql = R"sql(
INSERT INTO opinion_collection (life_meeting_id, form_title, finish_on, voices, version)
VALUES ($1, $2, $3, $4, $5))sql";
constexpr std::string_view update_collection = R"sql(
UPDATE opinion_collection SET form_title = $3, finish_on = $4, voices = $5, version = $2
WHERE life_meeting_id = $1 AND version = $2 - 1)sql";
constexpr std::string_view select_collection = R"sql(
SELECT form_title, finish_on, voices, version FROM opinion_collection
WHERE life_meeting_id = $1)sql";
constexpr std::string_view delete_channels =
    "DELETE FROM opinion_channel WHERE life_meeting_id = $1";
constexpr std::string_view insert_channel =
    "INSERT INTO opinion_channel (life_meeting_id, channel, handed_out) VALUES ($1, $2, $3)";
constexpr std::string_view select_channels =
    "SELECT channel, handed_out FROM opinion_channel WHERE life_meeting_id = $1";
constexpr std::string_view last_sheet =
    "SELECT COALESCE(max(number), 0) FROM opinion_sheet WHERE life_meeting_id = $1";
constexpr std::string_view last_opinion =
    "SELECT COALESCE(max(number), 0) FROM opinion WHERE life_meeting_id = $1";
constexpr std::string_view insert_sheet_sql = R"sql(
INSERT INTO opinion_sheet (id, life_meeting_id, number, channel, voice, origin, entered_at,
                           entered_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql";
constexpr std::string_view select_sheet = "SELECT channel, voice FROM opinion_sheet WHERE id = $1";
constexpr std::string_view select_lines = R"sql(
SELECT o.id, o.participant_id, o.text FROM opinion o
WHERE o.sheet_id = $1 AND NOT EXISTS (SELECT 1 FROM opinion_strike s WHERE s.replaced_by = o.id)
ORDER BY o.number)sql";
constexpr std::string_view select_origin =
    "SELECT count(*) FROM opinion_sheet WHERE life_meeting_id = $1 AND origin = $2";
constexpr std::string_view insert_opinion_sql = R"sql(
INSERT INTO opinion (id, life_meeting_id, sheet_id, number, participant_id, text, digest)
VALUES ($1, $2, $3, $4, $5, $6, $7))sql";
constexpr std::string_view insert_strike_sql = R"sql(
INSERT INTO opinion_strike (opinion_id, reason, replaced_by, at, by_name)
VALUES ($1, $2, $3, $4, $5))sql";
constexpr std::string_view select_opinions = R"sql(
SELECT o.id, o.life_meeting_id, o.sheet_id, o.number, o.participant_id, o.text, o.digest,
       h.channel, h.voice, h.number, s.reason, n.number, s.at, s.by_name)sql";
constexpr std::string_view from_opinions = R"sql(
FROM opinion o JOIN opinion_sheet h ON h.id = o.sheet_id
               LEFT JOIN opinion_strike s ON s.opinion_id = o.id
               LEFT JOIN opinion n ON n.id = s.replaced_by)sql";
constexpr std::string_view joined_delivery = R"sql(
               JOIN opinion_delivery d ON d.opinion_id = o.id)sql";
constexpr std::string_view insert_deliveries_sql = R"sql(
INSERT INTO opinion_delivery (opinion_id, participant_id, delivered_at, on_paper)
SELECT o.id, CAST($2 AS TEXT), CAST($3 AS BIGINT), 0 FROM opinion o
WHERE o.life_meeting_id = $1 AND (o.participant_id IS NULL OR o.participant_id = $2)
  AND NOT EXISTS (SELECT 1 FROM opinion_strike s WHERE s.opinion_id = o.id)
  AND NOT EXISTS (SELECT 1 FROM opinion_delivery d
                  WHERE d.opinion_id = o.id AND d.participant_id = $2))sql";
constexpr std::string_view update_receipt = R"sql(
UPDATE opinion_delivery SET received_at = $2, on_paper = $3
WHERE participant_id = $1 AND received_at IS NULL)sql";

std::string joined(const std::vector<Voice>& voices) {
    std::string text;
    for (const auto one : voices) text += (text.empty() ? "" : " ") + std::string(name_of(one));
    return text;
}

std::vector<Voice> voices_in(std::string_view text) {
    std::vector<Voice> voices;
    while (!text.empty()) {
        const auto end = text.find(' ');
        if (const auto voice = voice_of(text.substr(0, end))) voices.push_back(*voice);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return voices;
}

void insert_channels(db::Transaction& transaction, const Collection& one) {
    for (const auto& [channel, handed_out] : one.terms.channels)
        transaction.execute(insert_channel, {one.meeting, name_of(channel), handed_out});
}

Opinion opinion_in(const db::Row& row) {
    Opinion one;
    one.id = row.id<OpinionId>(0);
    one.meeting = row.id<LifeMeetingId>(1);
    one.sheet = row.id<SheetId>(2);
    one.number = row.integer(3);
    one.line.about = row.optional_id<ParticipantId>(4);
    one.line.text = row.opened(5, "opinion.text", one.id);
    one.digest = row.opened(6, "opinion.digest", one.id);
    one.channel = channel_of(row.text(7)).value_or(Channel::form);
    one.voice = voice_of(row.text(8)).value_or(Voice::others);
    one.sheet_number = row.integer(9);
    if (!row.is_null(12))
        one.strike = Strike{row.opened(10, "opinion_strike.reason", one.id),
                            row.optional_integer(11), row.instant(12), row.string(13)};
    return one;
}

Conditions conditions_of(const OpinionFilter& filter) {
    Conditions where;
    where.add("o.life_meeting_id = ", filter.meeting);
    if (filter.team_only) where.add_fixed("o.participant_id IS NULL");
    if (filter.about) where.add("o.participant_id = ", *filter.about);
    if (!filter.delivered_to) return where;
    where.add("d.participant_id = ", *filter.delivered_to);
    where.add_fixed("s.opinion_id IS NULL");
    return where;
}

std::int64_t number_in(const db::Row& row) {
    return row.integer(0);
}

}  // namespace

void insert_collection(db::Transaction& transaction, const Collection& one) {
    transaction.execute(insert_collection_sql,
                        {one.meeting, one.terms.form_title, one.terms.finish_on,
                         joined(one.terms.voices), one.version});
    insert_channels(transaction, one);
}

base::Result<void> save_collection(db::Transaction& transaction, const Collection& one) {
    const auto changed =
        transaction.execute(update_collection, {one.meeting, one.version, one.terms.form_title,
                                                one.terms.finish_on, joined(one.terms.voices)});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    transaction.execute(delete_channels, {one.meeting});
    insert_channels(transaction, one);
    return {};
}

std::optional<Collection> find_collection(db::Transaction& transaction, LifeMeetingId id) {
    auto found = transaction.first(select_collection, {id}, [&](const db::Row& row) {
        return Collection{
            id, {row.string(0), row.date(1), {}, voices_in(row.text(2))}, row.integer(3)};
    });
    if (!found) return std::nullopt;
    std::vector<ChannelChoice> stored;
    transaction.each(select_channels, {id}, [&](const db::Row& row) {
        if (const auto channel = channel_of(row.text(0)))
            stored.push_back({*channel, row.integer(1)});
    });
    for (const auto channel : opinion_channels)
        for (const auto& one : stored)
            if (one.channel == channel) found->terms.channels.push_back(one);
    return found;
}

LastOpinionNumbers load_last_numbers(db::Transaction& transaction, LifeMeetingId id) {
    return {transaction.first(last_sheet, {id}, number_in).value_or(0),
            transaction.first(last_opinion, {id}, number_in).value_or(0)};
}

void insert_sheet(db::Transaction& transaction, const Sheet& sheet, const SheetEntry& entry) {
    transaction.execute(insert_sheet_sql,
                        {sheet.id, entry.meeting, entry.number, name_of(sheet.channel),
                         name_of(sheet.voice), entry.origin, entry.at, entry.by});
}

std::optional<Sheet> find_sheet(db::Transaction& transaction, SheetId id) {
    auto found = transaction.first(select_sheet, {id}, [&](const db::Row& row) {
        return Sheet{id,
                     channel_of(row.text(0)).value_or(Channel::form),
                     voice_of(row.text(1)).value_or(Voice::others),
                     {}};
    });
    if (!found) return std::nullopt;
    transaction.each(select_lines, {id}, [&](const db::Row& row) {
        const auto opinion = row.id<OpinionId>(0);
        found->lines.push_back(
            {row.optional_id<ParticipantId>(1), row.opened(2, "opinion.text", opinion)});
    });
    return found;
}

bool has_origin(db::Transaction& transaction, LifeMeetingId id, std::string_view origin) {
    return transaction.first(select_origin, {id, origin}, number_in).value_or(0) > 0;
}

void insert_opinion(db::Transaction& transaction, const Opinion& one) {
    const auto text = transaction.sealed(one.line.text, "opinion.text", one.id);
    const auto digest = transaction.sealed(one.digest, "opinion.digest", one.id);
    transaction.execute(insert_opinion_sql,
                        {one.id, one.meeting, one.sheet, one.number, one.line.about, text, digest});
}

void insert_strike(db::Transaction& transaction, OpinionId id, const Strike& strike,
                   const std::optional<OpinionId>& replaced_by) {
    const auto reason = transaction.sealed(strike.reason, "opinion_strike.reason", id);
    transaction.execute(insert_strike_sql, {id, reason, replaced_by, strike.at, strike.by});
}

std::optional<Opinion> find_opinion(db::Transaction& transaction, OpinionId id) {
    Conditions where;
    where.add("o.id = ", id);
    const auto sql = std::string(select_opinions) + std::string(from_opinions) + where.text();
    return db::first(transaction, sql, where, opinion_in);
}

std::vector<Opinion> list_opinions(db::Transaction& transaction, LifeMeetingId id,
                                   const std::vector<OpinionId>& ids) {
    if (ids.empty()) return {};
    Conditions where;
    where.add("o.life_meeting_id = ", id);
    where.add_one_of("o.id", ids);
    const auto sql = std::string(select_opinions) + std::string(from_opinions) + where.text() +
                     "\nORDER BY o.number";
    return db::all(transaction, sql, where, opinion_in);
}

OpinionPage list_opinions(db::Transaction& transaction, const OpinionFilter& filter) {
    auto where = conditions_of(filter);
    const auto from = std::string(from_opinions) +
                      std::string(filter.delivered_to ? joined_delivery : std::string_view()) +
                      where.text();
    OpinionPage page;
    page.total = db::first(transaction, "SELECT count(*)" + from, where, number_in).value_or(0);
    const auto limit = where.place_for(filter.page.page_size);
    const auto offset = where.place_for((filter.page.page - 1) * filter.page.page_size);
    const auto sql = std::string(select_opinions) +
                     (filter.delivered_to ? ", d.received_at" : ", NULL") + from +
                     "\nORDER BY o.number LIMIT " + limit + " OFFSET " + offset;
    page.rows = db::all(transaction, sql, where, [](const db::Row& row) {
        return ListedOpinion{opinion_in(row), row.optional_instant(14)};
    });
    return page;
}

std::int64_t insert_deliveries(db::Transaction& transaction, LifeMeetingId id,
                               ParticipantId participant, base::Instant now) {
    return transaction.execute(insert_deliveries_sql, {id, participant, now});
}

std::int64_t save_receipt(db::Transaction& transaction, ParticipantId participant, Signed how,
                          base::Instant now) {
    return transaction.execute(update_receipt, {participant, now, how == Signed::on_paper ? 1 : 0});
}

std::vector<ledger::SealedSet> sealed_opinions() {
    return {{"opinion", {{"id"}}, {"text", "digest"}, "1"},
            {"opinion_strike", {{"opinion_id"}}, {"reason"}, "1"},
            {"opinion_ballot_line", {{"ballot_id"}, {"position", true}}, {"text"}, "1"},
            {"gathered_problem", {{"id"}}, {"text"}, "1"}};
}

}  // namespace opinions
