// What was said at a life meeting, as its recorders write it while it is said: entry by entry, each
// with its author, so that two who write at once lose nothing; and who may read it. After the close
// there are dated remarks only. Pure.
#pragma once

#include "sittings/sitting.hpp"

namespace sittings {

using EntryId = base::Id<struct LifeEntryTag>;
using RemarkId = base::Id<struct LifeRemarkTag>;
inline constexpr std::size_t spoken_chars_max = 20'000, entries_max = 5'000;

enum class EntryKind {
    speech,     // whatever is said in a turn
    criticism,  // of one member by another
    last_year,  // a measure of last year, and what became of it
};
[[nodiscard]] std::string_view name_of(EntryKind kind);
[[nodiscard]] std::optional<EntryKind> entry_kind_of(std::string_view name);

/// As it is sent, under an id that the recorder's page made before it was sent the first time.
struct Spoken {
    EntryId id;
    EntryKind kind = EntryKind::speech;
    std::optional<TurnId> turn;
    std::optional<ParticipantId> speaker, about;
    std::string example;     // of a criticism: the matter it speaks of; of last_year: the measure
    std::string words;       // the problem that is named; what is said; what became of the measure
    std::string suggestion;  // of a criticism, beside the problem
    std::string reply;       // of the criticised, at once
    bool read_out = false;   // for somebody who is not there, from what they wrote
    base::Instant said_at;   // by the clock of the page, set by the server's
    bool operator==(const Spoken&) const = default;

    /// What only asks and hopes is no criticism (R134).
    [[nodiscard]] bool names_a_problem() const { return !words.empty() || !example.empty(); }
};
struct RecordEntry {
    Spoken said;
    std::int64_t position = 0;  // of the turn, when it was written
    base::AccountId by_account;
    std::string by;
    base::Instant at;
    std::int64_t revision = 1;
    bool operator==(const RecordEntry&) const = default;
};
struct Remark {
    RemarkId id;
    std::string text;
    base::Instant at;
    std::string by;
};

/// Refuses: as why_not(record), entry_is_empty (words), turn_unknown (turn), participant_unknown
/// (speaker, about), criticism_needs_two_members (about).
[[nodiscard]] base::Result<RecordEntry> write(const Spoken& said, const LifeMeeting& meeting,
                                              const Sitting& sitting, const Standing& standing,
                                              const base::Actor& actor, base::Instant now);
/// The same entry put right by whoever wrote it. Refuses besides: entry_is_of_another_recorder,
/// somebody_else_changed_it (revision).
[[nodiscard]] base::Result<RecordEntry> correct(const RecordEntry& before, const RecordEntry& after,
                                                std::int64_t seen);

/// While the meeting runs: recorders, and of the team those who are there. Afterwards the team, the
/// recorders, the office and the superior. Refuses: record_is_restricted.
[[nodiscard]] std::optional<base::Error> why_not_read(const LifeMeeting& meeting,
                                                      const Sitting& sitting,
                                                      const Standing& standing);

/// How many criticisms there are, and of whom by whom.
struct CriticismCount {
    ParticipantId member;
    std::int64_t received = 0, given = 0, hopes = 0;  // hopes: name no problem
    bool operator==(const CriticismCount&) const = default;
};
struct RecordFigures {
    std::int64_t entries = 0, criticisms = 0, last_year = 0, read_out = 0;
    std::vector<CriticismCount> members;  // the team, in the order of speaking
};
[[nodiscard]] RecordFigures figures_of(const std::vector<RecordEntry>& entries,
                                       const LifeMeeting& meeting);
/// With the name of its algorithm, over all that was said.
[[nodiscard]] std::string digest_of(const std::vector<RecordEntry>& entries);

}  // namespace sittings
