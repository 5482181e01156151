// The chronology (大事记) of a programme: who chaired, decided, instructed, reported, returned,
// struck off, signed, and when. Most of it is found where it is stored; what happened outside the
// system is written by hand, with its history, and may be marked for one of the six parts of the
// principal's own report. Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/actor.hpp"
#include "base/instant.hpp"
#include "base/limits.hpp"
#include "base/result.hpp"

namespace chronology {

using base::ProgrammeId;
using EntryId = base::Id<struct ChronicleEntryTag>;
using base::limits::name_chars_max;
using base::limits::reason_chars_max;
inline constexpr std::size_t text_chars_max = 1'000, evidence_chars_max = 300;
inline constexpr std::int64_t parts_max = 6;

enum class Kind {
    feedback,
    import,
    meeting_called,
    meeting,
    decision,
    notice,
    extension,
    application,
    signature,
    returned,
    struck_off,
    task,
    progress,
    handover,
    plan,          // issued
    check,         // concluded
    interview,     // to those who review
    life_meeting,  // that it was held, what went to and fro over it with the inspection office
    accountability,
    noted,  // by hand
};
inline constexpr std::array<Kind, 20> kinds{
    Kind::feedback,   Kind::import,    Kind::meeting_called, Kind::meeting,        Kind::decision,
    Kind::notice,     Kind::extension, Kind::application,    Kind::signature,      Kind::returned,
    Kind::struck_off, Kind::task,      Kind::progress,       Kind::handover,       Kind::plan,
    Kind::check,      Kind::interview, Kind::life_meeting,   Kind::accountability, Kind::noted};
[[nodiscard]] std::string_view name_of(Kind kind);
[[nodiscard]] std::optional<Kind> kind_of(std::string_view name);
/// As lists print it: 会议召开.
[[nodiscard]] std::string_view words_of(Kind kind);

/// One thing that happened. What `act`, `words` and `number` mean is up to its kind.
struct Happening {
    Kind kind = Kind::noted;
    std::string id;
    base::Instant at;
    std::string person;
    std::string target_kind, target_id;  // the row it leads to
    std::int64_t number = 0;
    std::string act, words;
    bool operator==(const Happening&) const = default;
};
/// In Chinese, without the person.
[[nodiscard]] std::string sentence_of(const Happening& one);

/// What somebody wrote by hand.
struct Note {
    base::Date day;
    std::string person, text, evidence;
    std::int64_t part = 0;  // of the principal's report, 1 to 6; 0: none
    bool operator==(const Note&) const = default;
};
struct Entry {
    EntryId id;
    ProgrammeId programme;
    Note note;
    bool removed = false;
    std::int64_t version = 1;
    bool operator==(const Entry&) const = default;
};
/// One version of it, for its history.
struct EntryVersion {
    std::int64_t version = 1;
    base::Instant made_at;
    std::string by;
    Note note;
    std::string reason;  // of a removal
    bool operator==(const EntryVersion&) const = default;
};

/// A chronology is written by those who keep the programme as a whole; `covered` says whether the
/// unit under inspection lies within the scope. Refuses: only_the_office_keeps_the_chronicle.
[[nodiscard]] std::optional<base::Error> why_not_write(const base::Actor& actor, bool covered);
/// Refuses, all together: chronicle_text_missing, chronicle_person_missing, day_in_the_future (args
/// value, accepted), text_too_long.
[[nodiscard]] base::Result<void> check(const Note& note, base::Date today);
/// Refuses: chronicle_entry_removed, as check().
[[nodiscard]] base::Result<Entry> edit(const Entry& before, const Note& note, base::Date today);
/// Refuses: chronicle_entry_removed, reason_too_short.
[[nodiscard]] base::Result<Entry> remove(const Entry& before, std::string_view reason);

}  // namespace chronology
