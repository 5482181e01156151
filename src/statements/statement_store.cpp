#include "statements/statement_store.hpp"

#include "base/utf8.hpp"

namespace statements {
namespace {

using ledger::name_of_keys;

constexpr std::string_view select_asked = R"sql(
SELECT reviewer_id, upward, aspects, declared, causes, version
FROM statement_asked WHERE meeting_id = $1)sql";
constexpr std::string_view insert_asked = R"sql(
INSERT INTO statement_asked (meeting_id, reviewer_id, upward, aspects, declared, causes, version)
VALUES ($1, $2, $3, $4, $5, $6, 1))sql";
constexpr std::string_view update_asked = R"sql(
UPDATE statement_asked SET reviewer_id = $3, upward = $4, aspects = $5, declared = $6, causes = $7,
                           version = $2
WHERE meeting_id = $1 AND version = $2 - 1)sql";

constexpr std::string_view insert_statement_sql = R"sql(
INSERT INTO statement (id, meeting_id, participant_id, owner_key, state, edition, handed_in_at,
                       approved_at, superior_agreed_at, contact_agreed_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))sql";
constexpr std::string_view update_statement = R"sql(
UPDATE statement SET state = $3, edition = $4, handed_in_at = $5, approved_at = $6,
                     superior_agreed_at = $7, contact_agreed_at = $8, version = $2
WHERE id = $1 AND version = $2 - 1)sql";
constexpr std::string_view update_version =
    "UPDATE statement SET version = $2 WHERE id = $1 AND version = $2 - 1";
constexpr std::string_view select_one = R"sql(
SELECT id, meeting_id, participant_id, state, edition, handed_in_at, approved_at, version,
       superior_agreed_at, contact_agreed_at
FROM statement WHERE id = $1)sql";
constexpr std::string_view select_of_owner = R"sql(
SELECT id, meeting_id, participant_id, state, edition, handed_in_at, approved_at, version,
       superior_agreed_at, contact_agreed_at
FROM statement WHERE meeting_id = $1 AND owner_key = $2)sql";
constexpr std::string_view select_of_meeting = R"sql(
SELECT s.id, s.meeting_id, s.participant_id, s.state, s.edition, s.handed_in_at, s.approved_at,
       s.version, s.superior_agreed_at, s.contact_agreed_at
FROM statement s LEFT JOIN life_participant p ON p.id = s.participant_id
WHERE s.meeting_id = $1 ORDER BY COALESCE(p.position, -1), s.id)sql";

constexpr std::string_view insert_section_sql = R"sql(
INSERT INTO statement_section (statement_id, position, part, heading, revision, handed_revision,
                               approved_revision)
VALUES ($1, $2, $3, $4, $5, $6, $7))sql";
constexpr std::string_view update_section = R"sql(
UPDATE statement_section SET revision = $3, handed_revision = $4, approved_revision = $5
WHERE statement_id = $1 AND position = $2)sql";
constexpr std::string_view insert_wording = R"sql(
INSERT INTO statement_wording (statement_id, position, revision, text, at, by_name)
VALUES ($1, $2, $3, $4, $5, $6))sql";
constexpr std::string_view select_sections = R"sql(
SELECT s.position, s.part, s.heading, s.revision, s.handed_revision, s.approved_revision,
       w.revision, w.text, w.at, w.by_name
FROM statement_section s JOIN statement_wording w
     ON w.statement_id = s.statement_id AND w.position = s.position
        AND w.revision = CASE WHEN $2 = 'all' THEN s.revision
                              WHEN $2 = 'handed_in' THEN s.handed_revision
                              ELSE s.approved_revision END
WHERE s.statement_id = $1 ORDER BY s.position)sql";
constexpr std::string_view select_wordings = R"sql(
SELECT revision, text, at, by_name FROM statement_wording
WHERE statement_id = $1 AND position = $2 ORDER BY revision DESC)sql";

constexpr std::string_view insert_step_sql = R"sql(
INSERT INTO statement_step (statement_id, number, act, words, at, by_name)
VALUES ($1, $2, $3, $4, $5, $6))sql";
constexpr std::string_view next_step =
    "SELECT COALESCE(max(number), 0) + 1 FROM statement_step WHERE statement_id = $1";
constexpr std::string_view select_steps = R"sql(
SELECT number, act, words, at, by_name FROM statement_step
WHERE statement_id = $1 ORDER BY number)sql";

constexpr std::string_view insert_remark_sql = R"sql(
INSERT INTO statement_remark (id, statement_id, position, quote, words, at, by_account, by_name,
                              voice, adopted, answer, answered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, '', NULL))sql";
constexpr std::string_view update_answer = R"sql(
UPDATE statement_remark SET adopted = $3, answer = $4, answered_at = $5
WHERE id = $1 AND statement_id = $2)sql";
constexpr std::string_view select_remarks = R"sql(
SELECT id, position, quote, words, at, by_account, by_name, voice, adopted, answer, answered_at
FROM statement_remark WHERE statement_id = $1 ORDER BY at, id)sql";

constexpr std::string_view insert_dismissal_sql = R"sql(
INSERT INTO statement_dismissal (statement_id, position, kind, sentence, by_name, at)
VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING)sql";
constexpr std::string_view delete_dismissal_sql = R"sql(
DELETE FROM statement_dismissal
WHERE statement_id = $1 AND position = $2 AND kind = $3 AND sentence = $4)sql";
constexpr std::string_view select_dismissals =
    "SELECT position, kind, sentence FROM statement_dismissal WHERE statement_id = $1";

constexpr std::string_view select_meetings_of = R"sql(
SELECT DISTINCT m.id, m.held_on FROM life_participant p JOIN life_meeting m ON m.id = p.meeting_id
WHERE p.person_id = $1 AND m.state NOT IN ('closed', 'cancelled') ORDER BY m.held_on, m.id)sql";
constexpr std::string_view select_meetings_led_by = R"sql(
SELECT id FROM life_meeting
WHERE contact_person_id = $1 AND state NOT IN ('closed', 'cancelled') ORDER BY held_on, id)sql";
constexpr std::string_view select_meetings_sent_up = R"sql(
SELECT DISTINCT m.id, m.held_on FROM life_meeting m JOIN statement s ON s.meeting_id = m.id
WHERE m.state NOT IN ('closed', 'cancelled') AND s.state = 'sent_up'
ORDER BY m.held_on, m.id)sql";

std::string owner_key(std::optional<ParticipantId> participant) {
    return participant ? participant->text() : "team";
}
std::string wording_name(StatementId id, std::int64_t position, std::int64_t revision) {
    return name_of_keys(name_of_keys(id.text(), position), revision);
}

template <class Name>
std::string joined(const std::vector<Name>& names) {
    std::string text;
    for (const auto one : names) text += (text.empty() ? "" : " ") + std::string(name_of(one));
    return text;
}
template <class Name>
std::vector<Name> names_in(std::string_view text, std::optional<Name> (*named)(std::string_view)) {
    std::vector<Name> names;
    while (!text.empty())
        if (const auto one = named(base::cut(text, ' '))) names.push_back(*one);
    return names;
}

Asked asked_in(const db::Row& row) {
    Asked asked;
    asked.reviewer = row.optional_id<ParticipantId>(0);
    asked.upward = row.boolean(1);
    asked.aspects = names_in<Aspect>(row.text(2), aspect_of);
    asked.declared = names_in<Declared>(row.text(3), declared_of);
    asked.causes = causes_of(row.text(4)).value_or(asked.causes);
    asked.version = row.integer(5);
    return asked;
}

Statement statement_in(const db::Row& row) {
    Statement one;
    one.id = row.id<StatementId>(0);
    one.meeting = row.id<LifeMeetingId>(1);
    one.participant = row.optional_id<ParticipantId>(2);
    one.state = statement_state_of(row.text(3)).value_or(StatementState::approved);
    one.edition = row.integer(4);
    one.handed_in_at = row.optional_instant(5);
    one.approved_at = row.optional_instant(6);
    one.version = row.integer(7);
    one.superior_agreed_at = row.optional_instant(8);
    one.contact_agreed_at = row.optional_instant(9);
    return one;
}

Section section_in(const db::Row& row, StatementId id) {
    Section one;
    one.position = row.integer(0);
    one.part = part_of(row.text(1)).value_or(Part::problem);
    one.heading = row.string(2);
    one.revision = row.integer(3);
    one.handed_revision = row.optional_integer(4);
    one.approved_revision = row.optional_integer(5);
    const auto shown = row.integer(6);
    one.text = row.opened(7, "statement_wording.text",
                          [&] { return wording_name(id, one.position, shown); });
    one.at = row.instant(8);
    one.by = row.string(9);
    return one;
}

Remark remark_in(const db::Row& row) {
    Remark one;
    one.id = row.id<RemarkId>(0);
    one.position = row.integer(1);
    one.quote = row.opened(2, "statement_remark.quote", one.id);
    one.words = row.opened(3, "statement_remark.words", one.id);
    one.at = row.instant(4);
    one.by = row.id<base::AccountId>(5);
    one.by_name = row.string(6);
    one.voice = row.string(7);
    if (const auto adopted = row.optional_integer(8)) one.adopted = *adopted != 0;
    one.answer = row.opened(9, "statement_remark.answer", one.id);
    one.answered_at = row.optional_instant(10);
    return one;
}

base::Result<void> expect_one(std::int64_t changed) {
    if (changed > 0) return {};
    return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
}

void insert_text(db::Transaction& transaction, StatementId id, const Section& section) {
    const auto text = transaction.sealed(section.text, "statement_wording.text",
                                         wording_name(id, section.position, section.revision));
    transaction.execute(insert_wording,
                        {id, section.position, section.revision, text, section.at, section.by});
}

}  // namespace

Asked load_asked(db::Transaction& transaction, LifeMeetingId meeting) {
    return transaction.first(select_asked, {meeting}, asked_in).value_or(Asked{});
}

base::Result<void> save_asked(db::Transaction& transaction, LifeMeetingId meeting,
                              const Asked& asked) {
    const auto wanted = joined(asked.aspects), declared = joined(asked.declared);
    if (asked.version == 1) {
        transaction.execute(insert_asked, {meeting, asked.reviewer, asked.upward, wanted, declared,
                                           name_of(asked.causes)});
        return {};
    }
    return expect_one(
        transaction.execute(update_asked, {meeting, asked.version, asked.reviewer, asked.upward,
                                           wanted, declared, name_of(asked.causes)}));
}

void insert_statement(db::Transaction& transaction, const Whole& whole) {
    const auto& one = whole.statement;
    transaction.execute(insert_statement_sql,
                        {one.id, one.meeting, one.participant, owner_key(one.participant),
                         name_of(one.state), one.edition, one.handed_in_at, one.approved_at,
                         one.superior_agreed_at, one.contact_agreed_at, one.version});
    for (const auto& section : whole.sections) {
        transaction.execute(insert_section_sql,
                            {one.id, section.position, name_of(section.part), section.heading,
                             section.revision, section.handed_revision, section.approved_revision});
        insert_text(transaction, one.id, section);
    }
}

base::Result<void> save_statement(db::Transaction& transaction, const Whole& whole) {
    const auto& one = whole.statement;
    auto saved = expect_one(transaction.execute(
        update_statement, {one.id, one.version, name_of(one.state), one.edition, one.handed_in_at,
                           one.approved_at, one.superior_agreed_at, one.contact_agreed_at}));
    if (!saved) return saved;
    for (const auto& section : whole.sections)
        transaction.execute(update_section, {one.id, section.position, section.revision,
                                             section.handed_revision, section.approved_revision});
    return {};
}

base::Result<void> save_version(db::Transaction& transaction, const Statement& statement) {
    return expect_one(transaction.execute(update_version, {statement.id, statement.version}));
}

void save_section(db::Transaction& transaction, StatementId id, const Section& section) {
    transaction.execute(update_section, {id, section.position, section.revision,
                                         section.handed_revision, section.approved_revision});
    insert_text(transaction, id, section);
}

std::optional<Statement> find_statement(db::Transaction& transaction, StatementId id) {
    return transaction.first(select_one, {id}, statement_in);
}

std::optional<Statement> find_statement_of(db::Transaction& transaction, LifeMeetingId meeting,
                                           std::optional<ParticipantId> participant) {
    return transaction.first(select_of_owner, {meeting, owner_key(participant)}, statement_in);
}

std::vector<Statement> list_statements(db::Transaction& transaction, LifeMeetingId meeting) {
    return transaction.all(select_of_meeting, {meeting}, statement_in);
}

std::vector<Section> list_sections(db::Transaction& transaction, StatementId id, Sight sight) {
    if (sight == Sight::nothing || sight == Sight::state) return {};
    return transaction.all(select_sections, {id, name_of(sight)},
                           [&](const db::Row& row) { return section_in(row, id); });
}

std::vector<Wording> list_wordings(db::Transaction& transaction, StatementId id,
                                   std::int64_t position) {
    return transaction.all(select_wordings, {id, position}, [&](const db::Row& row) {
        const auto revision = row.integer(0);
        return Wording{revision,
                       row.opened(1, "statement_wording.text",
                                  [&] { return wording_name(id, position, revision); }),
                       row.instant(2), row.string(3)};
    });
}

void insert_step(db::Transaction& transaction, StatementId id, const StatementStep& step) {
    const auto number =
        transaction.first(next_step, {id}, [](const db::Row& row) { return row.integer(0); })
            .value_or(1);
    const auto words =
        transaction.sealed(step.words, "statement_step.words", name_of_keys(id.text(), number));
    transaction.execute(insert_step_sql, {id, number, name_of(step.act), words, step.at, step.by});
}

std::vector<StatementStep> list_steps(db::Transaction& transaction, StatementId id) {
    return transaction.all(select_steps, {id}, [&](const db::Row& row) {
        const auto number = row.integer(0);
        return StatementStep{
            number, statement_act_of(row.text(1)).value_or(StatementAct::hand_in),
            row.opened(2, "statement_step.words", [&] { return name_of_keys(id.text(), number); }),
            row.instant(3), row.string(4)};
    });
}

void insert_remark(db::Transaction& transaction, StatementId id, const Remark& remark) {
    const auto quote = transaction.sealed(remark.quote, "statement_remark.quote", remark.id);
    const auto words = transaction.sealed(remark.words, "statement_remark.words", remark.id);
    transaction.execute(insert_remark_sql, {remark.id, id, remark.position, quote, words, remark.at,
                                            remark.by, remark.by_name, remark.voice});
}

void save_answer(db::Transaction& transaction, StatementId id, const Remark& remark) {
    const auto answer = transaction.sealed(remark.answer, "statement_remark.answer", remark.id);
    transaction.execute(
        update_answer, {remark.id, id, remark.adopted.value_or(false), answer, remark.answered_at});
}

std::vector<Remark> list_remarks(db::Transaction& transaction, StatementId id) {
    return transaction.all(select_remarks, {id}, remark_in);
}

void insert_dismissal(db::Transaction& transaction, StatementId id, const DismissedHint& hint,
                      const StatementStep& by) {
    transaction.execute(insert_dismissal_sql,
                        {id, hint.position, hint.kind, hint.sentence_digest, by.by, by.at});
}

void delete_dismissal(db::Transaction& transaction, StatementId id, const DismissedHint& hint) {
    transaction.execute(delete_dismissal_sql, {id, hint.position, hint.kind, hint.sentence_digest});
}

std::vector<DismissedHint> list_dismissals(db::Transaction& transaction, StatementId id) {
    return transaction.all(select_dismissals, {id}, [](const db::Row& row) {
        return DismissedHint{row.integer(0), row.string(1), row.string(2)};
    });
}

std::vector<LifeMeetingId> list_meetings_of(db::Transaction& transaction, base::PersonId person) {
    return transaction.all(select_meetings_of, {person},
                           [](const db::Row& row) { return row.id<LifeMeetingId>(0); });
}

std::vector<LifeMeetingId> list_meetings_led_by(db::Transaction& transaction,
                                                base::PersonId contact) {
    return transaction.all(select_meetings_led_by, {contact},
                           [](const db::Row& row) { return row.id<LifeMeetingId>(0); });
}

std::vector<LifeMeetingId> list_meetings_sent_up(db::Transaction& transaction) {
    return transaction.all(select_meetings_sent_up, {},
                           [](const db::Row& row) { return row.id<LifeMeetingId>(0); });
}

std::vector<ledger::SealedSet> sealed_statements() {
    return {{"statement_wording",
             {{"statement_id"}, {"position", true}, {"revision", true}},
             {"text"},
             "1"},
            {"statement_step", {{"statement_id"}, {"number", true}}, {"words"}, "1"},
            {"statement_remark", {{"id"}}, {"quote", "words", "answer"}, "1"},
            {"criticism", {{"id"}}, {"matter", "problem", "advice"}, "1"}};
}

}  // namespace statements
