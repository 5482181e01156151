#include "talks/talk_store.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace talks {
namespace {

constexpr std::string_view select_version = "SELECT version FROM talk_plan WHERE meeting_id = $1";
constexpr std::string_view select_rules =
    "SELECT kind, due_on FROM talk_rule WHERE meeting_id = $1";
constexpr std::string_view select_partners = R"sql(
SELECT p.id, p.kind, p.name, p.title, p.person_id, p.left_on, p.left_reason, c.participant_id
FROM talk_partner p LEFT JOIN talk_charge c ON c.partner_id = p.id
                    LEFT JOIN life_participant m ON m.id = c.participant_id
WHERE p.meeting_id = $1 ORDER BY p.position, p.id, m.position)sql";
constexpr std::string_view insert_plan =
    "INSERT INTO talk_plan (meeting_id, version) VALUES ($1, $2)";
constexpr std::string_view update_plan =
    "UPDATE talk_plan SET version = $2 WHERE meeting_id = $1 AND version = $2 - 1";
constexpr std::string_view delete_rules = "DELETE FROM talk_rule WHERE meeting_id = $1";
constexpr std::string_view insert_rule =
    "INSERT INTO talk_rule (meeting_id, kind, due_on) VALUES ($1, $2, $3)";
constexpr std::string_view select_partner_ids = "SELECT id FROM talk_partner WHERE meeting_id = $1";
constexpr std::string_view insert_partner = R"sql(
INSERT INTO talk_partner (id, meeting_id, position, kind, name, title, person_id, left_on,
                          left_reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql";
constexpr std::string_view update_partner = R"sql(
UPDATE talk_partner SET position = $3, kind = $4, name = $5, title = $6, person_id = $7,
                        left_on = $8, left_reason = $9
WHERE id = $1 AND meeting_id = $2)sql";
constexpr std::string_view delete_partner = "DELETE FROM talk_partner WHERE id = $1";
constexpr std::string_view delete_charges = R"sql(
DELETE FROM talk_charge
WHERE partner_id IN (SELECT id FROM talk_partner WHERE meeting_id = $1))sql";
constexpr std::string_view insert_charge =
    "INSERT INTO talk_charge (partner_id, participant_id) VALUES ($1, $2)";
constexpr std::string_view select_partners_met = R"sql(
SELECT DISTINCT partner_id FROM talk WHERE meeting_id = $1 AND partner_id IS NOT NULL)sql";
constexpr std::string_view select_elsewhere =
    "SELECT 1 FROM talk_partner WHERE id = $1 AND meeting_id <> $2";

constexpr std::string_view select_heads = R"sql(
SELECT p.person_id, n.name, p.title, u.name
FROM post p JOIN unit u ON u.id = p.unit_id JOIN person n ON n.id = p.person_id
WHERE p.head = 1 AND p.until_on IS NULL AND u.path LIKE $1 AND u.path <> $2
ORDER BY u.path)sql";
constexpr std::string_view select_with_accounts = R"sql(
SELECT a.person_id FROM account a WHERE a.disabled = 0 AND a.person_id IN (
    SELECT m.person_id FROM life_participant m WHERE m.meeting_id = $1
    UNION SELECT p.person_id FROM talk_partner p WHERE p.meeting_id = $1))sql";
constexpr std::string_view select_meetings_of = R"sql(
SELECT l.id FROM life_meeting l
WHERE l.state NOT IN ('closed', 'cancelled') AND l.id IN (
    SELECT m.meeting_id FROM life_participant m WHERE m.person_id = $1 AND m.left_on IS NULL
    UNION SELECT p.meeting_id FROM talk_partner p WHERE p.person_id = $1 AND p.left_on IS NULL)
ORDER BY l.held_on, l.id)sql";

constexpr std::string_view insert_talk_sql = R"sql(
INSERT INTO talk (id, meeting_id, programme_id, kind, member_id, other_id, partner_id, state, form,
                  held_on, begins_at, minutes, place, confirmed_by_member, confirmed_by_other,
                  proposed_by, reason, sequence, changed_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20))sql";
constexpr std::string_view update_talk = R"sql(
UPDATE talk SET state = $3, form = $4, held_on = $5, begins_at = $6, minutes = $7, place = $8,
                confirmed_by_member = $9, confirmed_by_other = $10, proposed_by = $11, reason = $12,
                sequence = $13, changed_at = $14, version = $2
WHERE id = $1 AND version = $2 - 1)sql";
constexpr std::string_view select_talks = R"sql(
SELECT t.id, t.meeting_id, t.programme_id, t.kind, t.member_id, t.other_id, t.partner_id, t.state,
       t.form, t.held_on, t.begins_at, t.minutes, t.place, t.confirmed_by_member,
       t.confirmed_by_other, t.proposed_by, t.reason, t.sequence, t.changed_at, t.version,
       rm.criticisms, ro.criticisms,
       sm.on_paper, sm.name, sm.signed_on, sm.note, sm.noted_by, sm.at,
       so.on_paper, so.name, so.signed_on, so.note, so.noted_by, so.at
FROM talk t
LEFT JOIN talk_record rm ON rm.talk_id = t.id AND rm.side = 'member'
LEFT JOIN talk_record ro ON ro.talk_id = t.id AND ro.side = 'other'
LEFT JOIN talk_signature sm ON sm.talk_id = t.id AND sm.side = 'member'
LEFT JOIN talk_signature so ON so.talk_id = t.id AND so.side = 'other'
)sql";
constexpr std::string_view delete_signatures = "DELETE FROM talk_signature WHERE talk_id = $1";
constexpr std::string_view insert_signature = R"sql(
INSERT INTO talk_signature (talk_id, side, on_paper, name, signed_on, note, noted_by, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql";

constexpr std::string_view delete_record =
    "DELETE FROM talk_record WHERE talk_id = $1 AND side = $2";
constexpr std::string_view insert_record = R"sql(
INSERT INTO talk_record (talk_id, side, theme, own, others, work, thought, suggestions, commitments,
                         follow_up, criticisms, by_name, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))sql";
constexpr std::string_view select_record = R"sql(
SELECT theme, own, others, work, thought, suggestions, commitments, follow_up, by_name, at
FROM talk_record WHERE talk_id = $1 AND side = $2)sql";

void put_partners(db::Transaction& transaction, LifeMeetingId meeting, const TalkPlan& plan) {
    std::set<PartnerId> gone;
    transaction.each(select_partner_ids, {meeting},
                     [&](const db::Row& row) { gone.insert(row.id<PartnerId>(0)); });
    transaction.execute(delete_charges, {meeting});
    std::int64_t position = 0;
    for (const auto& one : plan.partners) {
        const auto sql = gone.erase(one.id) != 0 ? update_partner : insert_partner;
        transaction.execute(sql, {one.id, meeting, ++position, name_of(one.kind), one.name,
                                  one.title, one.person, one.left_on, one.left_reason});
        for (const auto member : one.members) transaction.execute(insert_charge, {one.id, member});
    }
    for (const auto id : gone) transaction.execute(delete_partner, {id});
}

std::optional<TalkSignature> signature_in(const db::Row& row, int first) {
    if (row.is_null(first)) return std::nullopt;
    return TalkSignature{row.boolean(first),    row.string(first + 1), row.date(first + 2),
                         row.string(first + 3), row.string(first + 4), row.instant(first + 5)};
}

Talk talk_in(const db::Row& row) {
    Talk one;
    one.id = row.id<TalkId>(0);
    one.meeting = row.id<LifeMeetingId>(1);
    one.programme = row.id<ProgrammeId>(2);
    one.kind = talk_kind_of(row.text(3)).value_or(TalkKind::asked);
    one.member = row.id<ParticipantId>(4);
    if (row.is_null(5))
        one.other = row.id<PartnerId>(6);
    else
        one.other = row.id<ParticipantId>(5);
    one.state = talk_state_of(row.text(7)).value_or(TalkState::asked);
    one.appointment.form = talk_form_of(row.text(8)).value_or(TalkForm::face_to_face);
    one.appointment.held_on = row.optional_date(9);
    one.appointment.begins_at = row.string(10);
    one.appointment.minutes = row.integer(11);
    one.appointment.place = row.string(12);
    one.side(Side::member) = {row.boolean(13), row.optional_integer(20), signature_in(row, 22)};
    one.side(Side::other) = {row.boolean(14), row.optional_integer(21), signature_in(row, 28)};
    one.proposed_by = row.string(15);
    one.reason = row.string(16);
    one.sequence = row.integer(17);
    one.changed_at = row.instant(18);
    one.version = row.integer(19);
    return one;
}

template <class Id>
std::optional<Id> id_in(const Other& other) {
    const auto* id = std::get_if<Id>(&other);
    return id == nullptr ? std::nullopt : std::optional(*id);
}

std::string record_name(TalkId id, Side side) {
    return ledger::name_of_keys(id.text(), name_of(side));
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += (text.empty() ? "" : "\n") + line;
    return text;
}
std::vector<std::string> parted(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) lines.emplace_back(base::cut(text, '\n'));
    return lines;
}

std::vector<Talk> talks_where(db::Transaction& transaction, std::string_view where,
                              std::initializer_list<db::Parameter> parameters) {
    return transaction.all(std::string(select_talks) + std::string(where), parameters, talk_in);
}

}  // namespace

TalkPlan load_plan(db::Transaction& transaction, LifeMeetingId meeting) {
    TalkPlan plan;
    plan.version =
        transaction
            .first(select_version, {meeting}, [](const db::Row& row) { return row.integer(0); })
            .value_or(0);
    if (plan.version == 0) return plan;
    plan.rules = transaction.all(select_rules, {meeting}, [](const db::Row& row) {
        return TalkRule{talk_kind_of(row.text(0)).value_or(TalkKind::asked), row.date(1)};
    });
    std::sort(plan.rules.begin(), plan.rules.end(),
              [](const TalkRule& a, const TalkRule& b) { return a.kind < b.kind; });
    transaction.each(select_partners, {meeting}, [&](const db::Row& row) {
        const auto id = row.id<PartnerId>(0);
        if (plan.partners.empty() || plan.partners.back().id != id)
            plan.partners.push_back({id,
                                     talk_kind_of(row.text(1)).value_or(TalkKind::asked),
                                     row.string(2),
                                     row.string(3),
                                     row.optional_id<base::PersonId>(4),
                                     {},
                                     row.optional_date(5),
                                     row.string(6)});
        if (!row.is_null(7)) plan.partners.back().members.push_back(row.id<ParticipantId>(7));
    });
    return plan;
}

base::Result<void> save_plan(db::Transaction& transaction, LifeMeetingId meeting,
                             const TalkPlan& plan) {
    if (plan.version == 1)
        transaction.execute(insert_plan, {meeting, plan.version});
    else if (transaction.execute(update_plan, {meeting, plan.version}) == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    transaction.execute(delete_rules, {meeting});
    for (const auto& rule : plan.rules)
        transaction.execute(insert_rule, {meeting, name_of(rule.kind), rule.due_on});
    put_partners(transaction, meeting, plan);
    return {};
}

std::set<PartnerId> list_partners_met(db::Transaction& transaction, LifeMeetingId meeting) {
    std::set<PartnerId> met;
    transaction.each(select_partners_met, {meeting},
                     [&](const db::Row& row) { met.insert(row.id<PartnerId>(0)); });
    return met;
}

bool is_listed_elsewhere(db::Transaction& transaction, PartnerId id, LifeMeetingId meeting) {
    return transaction
        .first(select_elsewhere, {id, meeting}, [](const db::Row& row) { return row.integer(0); })
        .has_value();
}

std::vector<HeadOfUnit> list_heads_below(db::Transaction& transaction, std::string_view unit_path) {
    // Paths are numbers and slashes: nothing in them is a wildcard.
    return transaction.all(select_heads, {std::string(unit_path) + "%", unit_path},
                           [](const db::Row& row) {
                               return HeadOfUnit{row.id<base::PersonId>(0), row.string(1),
                                                 row.string(2), row.string(3)};
                           });
}

std::set<base::PersonId> list_with_accounts(db::Transaction& transaction, LifeMeetingId meeting) {
    std::set<base::PersonId> persons;
    transaction.each(select_with_accounts, {meeting},
                     [&](const db::Row& row) { persons.insert(row.id<base::PersonId>(0)); });
    return persons;
}

std::vector<LifeMeetingId> list_meetings_of(db::Transaction& transaction, base::PersonId person) {
    return transaction.all(select_meetings_of, {person},
                           [](const db::Row& row) { return row.id<LifeMeetingId>(0); });
}

void insert_talk(db::Transaction& transaction, const Talk& one) {
    const auto& when = one.appointment;
    transaction.execute(insert_talk_sql, {one.id,
                                          one.meeting,
                                          one.programme,
                                          name_of(one.kind),
                                          one.member,
                                          id_in<ParticipantId>(one.other),
                                          id_in<PartnerId>(one.other),
                                          name_of(one.state),
                                          name_of(when.form),
                                          when.held_on,
                                          when.begins_at,
                                          when.minutes,
                                          when.place,
                                          one.side(Side::member).confirmed,
                                          one.side(Side::other).confirmed,
                                          one.proposed_by,
                                          one.reason,
                                          one.sequence,
                                          one.changed_at,
                                          one.version});
}

base::Result<void> save_talk(db::Transaction& transaction, const Talk& one) {
    const auto& when = one.appointment;
    const auto changed = transaction.execute(
        update_talk, {one.id, one.version, name_of(one.state), name_of(when.form), when.held_on,
                      when.begins_at, when.minutes, when.place, one.side(Side::member).confirmed,
                      one.side(Side::other).confirmed, one.proposed_by, one.reason, one.sequence,
                      one.changed_at});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    transaction.execute(delete_signatures, {one.id});
    for (const auto side : sides)
        if (const auto& signature = one.side(side).signature)
            transaction.execute(
                insert_signature,
                {one.id, name_of(side), signature->on_paper, signature->name, signature->signed_on,
                 signature->note, signature->noted_by, signature->at});
    return {};
}

std::optional<Talk> find_talk(db::Transaction& transaction, TalkId id) {
    auto found = talks_where(transaction, "WHERE t.id = $1", {id});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Talk> list_talks(db::Transaction& transaction, LifeMeetingId meeting) {
    return talks_where(transaction, "WHERE t.meeting_id = $1 ORDER BY t.id", {meeting});
}

std::vector<Talk> list_talks_of(db::Transaction& transaction, ParticipantId member,
                                const Other& other) {
    if (const auto* partner = std::get_if<PartnerId>(&other))
        return talks_where(transaction,
                           "WHERE t.member_id = $1 AND t.partner_id = $2 ORDER BY t.id",
                           {member, *partner});
    return talks_where(transaction,
                       "WHERE (t.member_id = $1 AND t.other_id = $2)"
                       " OR (t.member_id = $2 AND t.other_id = $1) ORDER BY t.id",
                       {member, std::get<ParticipantId>(other)});
}

void save_record(db::Transaction& transaction, TalkId id, Side side, const TalkRecord& record) {
    transaction.execute(delete_record, {id, name_of(side)});
    const auto name = record_name(id, side);
    const auto sealed = [&](std::string_view text, std::string_view field) {
        return transaction.sealed(text, field, name);
    };
    const auto theme = sealed(record.theme, "talk_record.theme"),
               own = sealed(record.own, "talk_record.own"),
               others = sealed(joined(record.others), "talk_record.others"),
               work = sealed(record.work, "talk_record.work"),
               thought = sealed(record.thought, "talk_record.thought"),
               suggestions = sealed(record.suggestions, "talk_record.suggestions"),
               commitments = sealed(record.commitments, "talk_record.commitments"),
               follow_up = sealed(record.follow_up, "talk_record.follow_up");
    transaction.execute(
        insert_record,
        {id, name_of(side), theme, own, others, work, thought, suggestions, commitments, follow_up,
         static_cast<std::int64_t>(record.others.size()), record.by_name, record.at});
}

std::optional<TalkRecord> find_record(db::Transaction& transaction, TalkId id, Side side) {
    return transaction.first(select_record, {id, name_of(side)}, [&](const db::Row& row) {
        const auto name = record_name(id, side);
        return TalkRecord{row.opened(0, "talk_record.theme", name),
                          row.opened(1, "talk_record.own", name),
                          parted(row.opened(2, "talk_record.others", name)),
                          row.opened(3, "talk_record.work", name),
                          row.opened(4, "talk_record.thought", name),
                          row.opened(5, "talk_record.suggestions", name),
                          row.opened(6, "talk_record.commitments", name),
                          row.opened(7, "talk_record.follow_up", name),
                          row.string(8),
                          row.instant(9)};
    });
}

std::vector<ledger::SealedSet> sealed_talks() {
    return {
        {"talk_record",
         {{"talk_id"}, {"side"}},
         {"theme", "own", "others", "work", "thought", "suggestions", "commitments", "follow_up"},
         "1"}};
}

}  // namespace talks
