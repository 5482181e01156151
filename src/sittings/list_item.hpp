// Lists after the meeting (R145): what the team and each of its members found wanting, from which
// of the three sources, what is done about it, by whom and until when. What is complete goes into
// the ledger of the same programme and is worked and struck off there. Pure.
#pragma once

#include "ledger/problem.hpp"
#include "sittings/record_entry.hpp"

namespace sittings {

using ListItemId = base::Id<struct LifeListItemTag>;
inline constexpr std::size_t list_text_chars_max = 2'000, list_items_max = 500;

enum class ListSource { feedback, opinion, criticism };
[[nodiscard]] std::string_view name_of(ListSource source);
[[nodiscard]] std::optional<ListSource> list_source_of(std::string_view name);
/// As lists print it: 巡视巡察反馈 …
[[nodiscard]] std::string_view words_of(ListSource source);

/// What is written of one.
struct ListTerms {
    std::optional<ParticipantId> owner;  // nobody: the team's
    ListSource source = ListSource::feedback;
    std::string source_note;       // which sentence, which opinion
    std::optional<EntryId> entry;  // the criticism in the record
    std::string problem, measure, goal;
    std::optional<ParticipantId>
        leader;          // who answers for it; nobody: the owner, else the principal
    std::string holder;  // who does the work
    std::optional<base::Date> due_on;
    bool operator==(const ListTerms&) const = default;
};
struct ListItem {
    ListItemId id;
    std::int64_t number = 0;  // running in its list
    ListTerms terms;
    std::optional<ledger::ProblemId> problem;  // in the ledger, once it stands there
    std::string status;  // of that problem, read with the row; "" : not there any more
    std::int64_t version = 1;

    [[nodiscard]] bool is_complete() const {
        return !terms.problem.empty() && !terms.measure.empty() && terms.due_on.has_value();
    }
};

/// The team's: the team, recorders, office, superior. A member's own: the member, the principal,
/// office, superior.
[[nodiscard]] bool sees_list(const Standing& standing, const std::optional<ParticipantId>& owner);
/// The office and the principal write every list, a member the own one. Refuses:
/// only_the_own_list_is_written, sitting_is_not_over, list_item_is_in_the_ledger.
[[nodiscard]] std::optional<base::Error> why_not_write(const LifeMeeting& meeting,
                                                       const std::optional<ParticipantId>& owner,
                                                       const Standing& standing);
[[nodiscard]] std::optional<base::Error> why_not_change(const ListItem& before,
                                                        const LifeMeeting& meeting,
                                                        const Standing& standing);
/// Refuses: participant_unknown (owner, leader).
[[nodiscard]] base::Result<void> check(const ListTerms& terms, const LifeMeeting& meeting);

/// Refuses: only_the_office_enters_lists, sitting_is_not_over.
[[nodiscard]] std::optional<base::Error> why_not_enter(const LifeMeeting& meeting,
                                                       const Standing& standing);
/// What stands in the ledger for it; ids, numbers and area are the caller's to set. What a member
/// answers for is guarded: only those cleared for life meetings see it.
struct LedgerRows {
    ledger::Problem problem;
    ledger::Measure measure;
};
[[nodiscard]] LedgerRows rows_of(const ListItem& item, const LifeMeeting& meeting);
[[nodiscard]] std::string_view area_of(const ListItem& item);

}  // namespace sittings
