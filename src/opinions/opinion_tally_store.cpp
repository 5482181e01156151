#include "opinions/opinion_tally_store.hpp"

namespace opinions {
namespace {

constexpr std::string_view select_sheets = R"sql(
SELECT h.channel, h.voice, count(DISTINCT h.id), count(o.id) - count(s.opinion_id)
FROM opinion_sheet h LEFT JOIN opinion o ON o.sheet_id = h.id
                     LEFT JOIN opinion_strike s ON s.opinion_id = o.id
WHERE h.life_meeting_id = $1 GROUP BY h.channel, h.voice)sql";
constexpr std::string_view select_blank = R"sql(
SELECT count(*) FROM opinion_sheet h
WHERE h.life_meeting_id = $1 AND NOT EXISTS (SELECT 1 FROM opinion o WHERE o.sheet_id = h.id))sql";
constexpr std::string_view select_about = R"sql(
SELECT o.participant_id, count(*) FROM opinion o
WHERE o.life_meeting_id = $1
  AND NOT EXISTS (SELECT 1 FROM opinion_strike s WHERE s.opinion_id = o.id)
GROUP BY o.participant_id)sql";
constexpr std::string_view select_deliveries = R"sql(
SELECT d.participant_id, count(*), count(d.received_at), max(d.received_at), max(d.on_paper)
FROM opinion_delivery d JOIN opinion o ON o.id = d.opinion_id
WHERE o.life_meeting_id = $1
  AND NOT EXISTS (SELECT 1 FROM opinion_strike s WHERE s.opinion_id = o.id)
GROUP BY d.participant_id)sql";

constexpr std::string_view select_waiting = R"sql(
SELECT id, programme_id, title, to_receive, to_claim FROM (
    SELECT m.id, m.programme_id, m.title, m.held_on,
           (SELECT count(*) FROM opinion_delivery d
            WHERE d.participant_id = p.id AND d.received_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM opinion_strike s
                              WHERE s.opinion_id = d.opinion_id)) AS to_receive,
           (SELECT count(*) FROM gathered_claim c
            WHERE c.participant_id = p.id AND c.claimed_at IS NULL) AS to_claim
    FROM life_participant p JOIN life_meeting m ON m.id = p.meeting_id
    WHERE p.person_id = $1 AND p.left_on IS NULL AND m.state NOT IN ('closed', 'cancelled')) w
WHERE to_receive > 0 OR to_claim > 0 ORDER BY held_on, id)sql";

}  // namespace

std::vector<WaitingOpinions> list_waiting(db::Transaction& transaction, base::PersonId person) {
    return transaction.all(select_waiting, {person}, [](const db::Row& row) {
        return WaitingOpinions{row.id<LifeMeetingId>(0), row.id<base::ProgrammeId>(1),
                               row.string(2), row.integer(3), row.integer(4)};
    });
}

std::vector<ChannelCount> count_sheets(db::Transaction& transaction, LifeMeetingId id) {
    return transaction.all(select_sheets, {id}, [](const db::Row& row) {
        return ChannelCount{channel_of(row.text(0)).value_or(Channel::form),
                            voice_of(row.text(1)).value_or(Voice::others), row.integer(2),
                            row.integer(3)};
    });
}

std::int64_t count_blank_sheets(db::Transaction& transaction, LifeMeetingId id) {
    return transaction.first(select_blank, {id}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::vector<AboutCount> count_about(db::Transaction& transaction, LifeMeetingId id) {
    return transaction.all(select_about, {id}, [](const db::Row& row) {
        return AboutCount{row.optional_id<ParticipantId>(0), row.integer(1)};
    });
}

std::vector<DeliveryCount> count_deliveries(db::Transaction& transaction, LifeMeetingId id) {
    return transaction.all(select_deliveries, {id}, [](const db::Row& row) {
        return DeliveryCount{row.id<ParticipantId>(0), row.integer(1), row.integer(2),
                             row.optional_instant(3), row.integer(4) != 0};
    });
}

}  // namespace opinions
