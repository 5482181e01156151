// A report on its way (报告正文): begun by the office, its written parts worked on by several
// people, each part by one at a time; issued as an edition as often as wanted. A part that somebody
// has in hand is held for them for two minutes, and for as long as their page says that they are
// still at it. The tables of states stand in docs/states.md. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "narrative/edition.hpp"

namespace narrative {

inline constexpr std::size_t heading_chars_max = 60;
inline constexpr std::int64_t hold_ms = 120'000;

struct Narrative {
    NarrativeId id;
    ProgrammeId programme;
    std::string programme_title;  // read with the row
    NarrativeKind kind = NarrativeKind::progress_report;
    std::string title, principal;
    std::int64_t editions = 0;  // issued so far, read with the row
    base::Instant begun_at;
    std::string begun_by;
    std::int64_t version = 1;  // moves on with each edition
    bool operator==(const Narrative&) const = default;
};

enum class NarrativeAct { write, issue };
inline constexpr NarrativeAct narrative_acts[]{NarrativeAct::write, NarrativeAct::issue};
[[nodiscard]] std::string_view name_of(NarrativeAct act);
/// Whether somebody who sees the programme as a whole, as `covered` says, is shown a report that is
/// being written: the office and those who sign. Refuses: narrative_unknown.
[[nodiscard]] std::optional<base::Error> why_not_see(const base::Actor& actor, bool covered);
/// Refuses: only_the_office_writes_narratives.
[[nodiscard]] std::optional<base::Error> why_not(NarrativeAct act, const base::Actor& actor);

/// Who has a part in hand, and until when that holds unless they say so again.
struct Hold {
    base::AccountId by;
    std::string by_name;
    base::Instant until;
    bool operator==(const Hold&) const = default;
};
/// A part as it stands; of a live one only the heading counts.
struct Section {
    Part part = Part::opening;
    std::string heading;
    std::int64_t revision = 1;  // which of its wordings holds
    std::string text;           // a paragraph a line
    base::Instant at;
    std::string by;
    std::optional<Hold> hold;
    std::vector<ReadFigure> read;  // its figures as they were when it was last saved or confirmed
    bool operator==(const Section&) const = default;
};
[[nodiscard]] bool is_held(const Section& section, base::Instant now);
[[nodiscard]] bool is_held_by_other(const Section& section, const base::Actor& actor,
                                    base::Instant now);

enum class TakeOver { no, yes };
/// Takes a part in hand, or says that it still is. Requires why_not(write) to be nothing. Refuses:
/// section_is_live, section_is_held (args name) unless it is taken over.
[[nodiscard]] base::Result<Section> hold(const Section& before, TakeOver take_over,
                                         const base::Actor& actor, base::Instant now);
/// Lays it down again; what another holds stays theirs.
[[nodiscard]] Section let_go(Section section, const base::Actor& actor);

/// What somebody wrote, seeing a certain revision.
struct SectionDraft {
    std::int64_t revision = 0;
    std::string heading, text;
};
/// Requires why_not(write) to be nothing. The same text again is no new revision. Refuses:
/// section_is_live, section_is_held (args name), section_hold_is_over (nobody has it in hand),
/// somebody_else_changed_it (revision; args version), then together: text_empty (heading, but of
/// the opening), figure_unknown (text; args value: neither in `figures` nor in what stood there).
[[nodiscard]] base::Result<Section> write(const Section& before, const SectionDraft& draft,
                                          const Figures& figures, const base::Actor& actor,
                                          base::Instant now);

}  // namespace narrative
