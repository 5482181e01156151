// Readings, sessions, own study and notes in the database. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "ledger/sealed_rows_store.hpp"
#include "studies/study.hpp"

namespace studies {

[[nodiscard]] std::vector<std::string> list_added_titles(db::Transaction& transaction);
void insert_title(db::Transaction& transaction, std::string_view name, std::string_view by,
                  base::Instant now);

[[nodiscard]] std::vector<Reading> list_readings(db::Transaction& transaction, LifeMeetingId id);
void replace_readings(db::Transaction& transaction, LifeMeetingId id,
                      const std::vector<Reading>& readings);

/// With its attendance.
void insert_session(db::Transaction& transaction, const Session& one);
/// Over the version before. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_session(db::Transaction& transaction, const Session& one);
/// By day.
[[nodiscard]] std::vector<Session> list_sessions(db::Transaction& transaction, LifeMeetingId id);
[[nodiscard]] std::optional<Session> find_session(db::Transaction& transaction, SessionId id);

void insert_own(db::Transaction& transaction, const OwnStudy& one);
void delete_own(db::Transaction& transaction, OwnStudyId id);
[[nodiscard]] std::optional<OwnStudy> find_own(db::Transaction& transaction, OwnStudyId id);
/// By day.
[[nodiscard]] std::vector<OwnStudy> list_own(db::Transaction& transaction, LifeMeetingId id);

void insert_note(db::Transaction& transaction, const StudyNote& one);
void save_note(db::Transaction& transaction, const StudyNote& one);
[[nodiscard]] std::optional<StudyNote> find_note(db::Transaction& transaction, NoteId id);
/// Newest first.
[[nodiscard]] std::vector<StudyNote> list_notes(db::Transaction& transaction, LifeMeetingId id,
                                                ParticipantId participant);

/// What each of those who have anything has.
[[nodiscard]] std::vector<StudyHours> count_hours(db::Transaction& transaction, LifeMeetingId id);

[[nodiscard]] ledger::SealedSet sealed_study_notes();

}  // namespace studies
