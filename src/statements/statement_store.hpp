// Statements in the database: the statement with its sections, every wording they had, the steps on
// its way, the remarks made at it, the hints that a reviewer did not share. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "ledger/sealed_rows_store.hpp"
#include "statements/statement.hpp"

namespace statements {

/// As the program brings it where the meeting has nothing of its own.
[[nodiscard]] Asked load_asked(db::Transaction& transaction, LifeMeetingId meeting);
/// Refuses somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_asked(db::Transaction& transaction, LifeMeetingId meeting,
                                            const Asked& asked);

/// With its sections and their first wordings.
void insert_statement(db::Transaction& transaction, const Whole& whole);
/// State, moments and which revisions are handed in or approved. Refuses somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_statement(db::Transaction& transaction, const Whole& whole);
/// The version alone, after a section or a remark changed. Refuses somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_version(db::Transaction& transaction,
                                              const Statement& statement);
/// A section with its new wording; those before stay.
void save_section(db::Transaction& transaction, StatementId id, const Section& section);

[[nodiscard]] std::optional<Statement> find_statement(db::Transaction& transaction, StatementId id);
[[nodiscard]] std::optional<Statement> find_statement_of(db::Transaction& transaction,
                                                         LifeMeetingId meeting,
                                                         std::optional<ParticipantId> participant);
/// The team's first.
[[nodiscard]] std::vector<Statement> list_statements(db::Transaction& transaction,
                                                     LifeMeetingId meeting);
/// With the texts that this sight shows; without sections where it shows none.
[[nodiscard]] std::vector<Section> list_sections(db::Transaction& transaction, StatementId id,
                                                 Sight sight);

struct Wording {
    std::int64_t revision = 0;
    std::string text;
    base::Instant at;
    std::string by;
};
/// The last one first.
[[nodiscard]] std::vector<Wording> list_wordings(db::Transaction& transaction, StatementId id,
                                                 std::int64_t position);

void insert_step(db::Transaction& transaction, StatementId id, const StatementStep& step);
[[nodiscard]] std::vector<StatementStep> list_steps(db::Transaction& transaction, StatementId id);

void insert_remark(db::Transaction& transaction, StatementId id, const Remark& remark);
void save_answer(db::Transaction& transaction, StatementId id, const Remark& remark);
/// In the order in which they were made.
[[nodiscard]] std::vector<Remark> list_remarks(db::Transaction& transaction, StatementId id);

/// A hint as it is kept: by a digest of its sentence.
struct DismissedHint {
    std::int64_t position = 0;
    std::string kind, sentence_digest;
    bool operator==(const DismissedHint&) const = default;
};
void insert_dismissal(db::Transaction& transaction, StatementId id, const DismissedHint& hint,
                      const StatementStep& by);
void delete_dismissal(db::Transaction& transaction, StatementId id, const DismissedHint& hint);
[[nodiscard]] std::vector<DismissedHint> list_dismissals(db::Transaction& transaction,
                                                         StatementId id);

/// Of the meetings in which this person takes part, that are neither closed nor cancelled.
[[nodiscard]] std::vector<LifeMeetingId> list_meetings_of(db::Transaction& transaction,
                                                          base::PersonId person);
/// Whose contact leader this person is, as above.
[[nodiscard]] std::vector<LifeMeetingId> list_meetings_led_by(db::Transaction& transaction,
                                                              base::PersonId contact);
/// Those with a statement that was sent up and waits.
[[nodiscard]] std::vector<LifeMeetingId> list_meetings_sent_up(db::Transaction& transaction);

/// What of statements is sealed where the database seals.
[[nodiscard]] std::vector<ledger::SealedSet> sealed_statements();

}  // namespace statements
