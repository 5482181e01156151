// What a meeting speaks of: rows of the ledger that ask for it, each with its reasons, and free
// items; what was heard and said of each, and what was decided. Pure.
#pragma once

#include <map>

#include "meetings/meeting.hpp"

namespace meetings {

using AgendaItemId = base::Id<struct AgendaItemTag>;
using DecisionId = base::Id<struct DecisionTag>;
inline constexpr std::size_t agenda_items_max = 200, decisions_max = 50, title_chars_max = 500;
inline constexpr std::size_t proposals_max = 200;

enum class Subject { none, measure, problem, task };
[[nodiscard]] std::string_view name_of(Subject subject);
[[nodiscard]] std::optional<Subject> subject_of_name(std::string_view name);

/// Why a row is spoken of, in the order of what presses most.
enum class Reason { overdue, sent_back, extension, due_soon, stalled, task, moved_on };
inline constexpr Reason reasons_in_order[]{Reason::overdue,  Reason::sent_back, Reason::extension,
                                           Reason::due_soon, Reason::stalled,   Reason::task,
                                           Reason::moved_on};
[[nodiscard]] std::string_view name_of(Reason reason);
using Reasons = base::SetOf<Reason>;
/// "overdue,sent_back", and back; unknown names are left out.
[[nodiscard]] std::string text_of(Reasons reasons);
[[nodiscard]] Reasons reasons_in(std::string_view text);

/// A row as it stands, or stood when the meeting was opened.
struct RowState {
    std::int64_t number = 0;
    std::string text;
    std::optional<base::Date> due_on;
    std::string status;  // its name, of the level of the row
    std::int64_t percent = 0;
    std::string unit_label;
    bool operator==(const RowState&) const = default;
};

struct Decision {
    DecisionId id;
    std::string matter;
    std::optional<base::UnitId> unit;
    std::string unit_name;
    std::optional<base::PersonId> person;
    std::string person_name;
    std::optional<base::Date> due_on;
    std::string task;  // the id of what it became; "" before
    bool operator==(const Decision&) const = default;
};

struct AgendaItem {
    AgendaItemId id;
    Subject subject = Subject::none;
    std::string subject_id;
    Reasons reasons;
    RowState row;  // of a free item the text only
    std::string heard, discussion;
    bool moved_on = false;
    std::optional<MeetingId> carried_from;
    std::vector<Decision> decisions;
    base::Guards guards;  // of the row, as they are today; not saved
    std::int64_t version = 1;
    bool operator==(const AgendaItem&) const = default;

    /// Whether the minutes say anything of it.
    [[nodiscard]] bool has_minute() const {
        return !heard.empty() || !discussion.empty() || !decisions.empty();
    }
};

/// A row that asks to be spoken of.
struct Proposal {
    Subject subject = Subject::measure;
    std::string subject_id;
    Reasons reasons;
    RowState row;
};
/// What presses most comes first, then by day; at most proposals_max.
[[nodiscard]] std::vector<Proposal> in_order(std::vector<Proposal> proposals);

/// One line of an agenda as the office puts it; an item that is there already keeps what was said.
struct AgendaLine {
    AgendaItemId id;
    Subject subject = Subject::none;
    std::string subject_id;
    std::string title;  // of a free item
};
/// Refuses: as why_not(set_agenda); free_item_needs_a_title, row_stands_twice (args value),
/// item_has_minutes (left out although something was said of it).
[[nodiscard]] base::Result<void> check(const Meeting& meeting,
                                       const std::vector<AgendaItem>& before,
                                       const std::vector<AgendaLine>& lines,
                                       const base::Actor& actor);

/// What is written of one item while the meeting runs.
struct Minute {
    AgendaItemId item;
    std::int64_t version = 0;  // of the item, as seen
    std::string heard, discussion;
    bool moved_on = false;
    std::vector<Decision> decisions;
};
/// What was decided keeps the task it became. Refuses: as why_not(write_minutes),
/// somebody_else_changed_it, decision_says_nothing, moved_on_and_decided (what is decided is not
/// left for next time).
[[nodiscard]] base::Result<AgendaItem> write(const Meeting& meeting, const AgendaItem& before,
                                             const Minute& minute, const base::Actor& actor);

/// Refuses: as why_not(close), then together: item_has_no_minute, decision_has_no_owner,
/// decision_has_no_day, decision_day_is_over (args item, matter).
[[nodiscard]] base::Result<Meeting> close(const Meeting& before,
                                          const std::vector<AgendaItem>& items,
                                          const base::Actor& actor, base::Instant now);

/// Added to the minutes after they were closed.
struct Remark {
    base::Instant at;
    std::string by;
    std::string text;
    bool operator==(const Remark&) const = default;
};
/// Refuses: as why_not(add_remark), reason_too_short.
[[nodiscard]] base::Result<Remark> remark(const Meeting& meeting, std::string_view text,
                                          const base::Actor& actor, base::Instant now);

/// The figures of the ledger, by name, as they stood when the meeting was opened.
using Figures = std::vector<std::pair<std::string, std::int64_t>>;

}  // namespace meetings
