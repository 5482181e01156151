// The box of opinions without a name: codes are made and printed once, whoever has one says what
// they have to say on a page without an account, the office opens the box. What is never kept:
// ballot.hpp.
#pragma once

#include "documents/document_actions.hpp"
#include "opinions/code_tries_actions.hpp"
#include "opinions/collection_actions.hpp"

namespace opinions {

/// New codes on slips to be cut apart; the database has their digests only, so that they are never
/// printed again. `page`: where the page is opened, as it stands on the slips. Refuses:
/// life_meeting_unknown, as why_not(make_codes), opinions_are_not_collected_yet,
/// opinion_channel_not_chosen (the page is none of the channels), as why_not_make().
struct WantedCodes {
    std::int64_t count = 0;
    std::string page;
};
[[nodiscard]] base::Result<documents::DocumentFile> make_codes(const documents::Needs& needs,
                                                               const base::Actor& actor,
                                                               LifeMeetingId id,
                                                               const WantedCodes& wanted);
/// Every ballot becomes a sheet; the one entry of the journal that tells of them. Refuses:
/// life_meeting_unknown, as why_not(open_box), opinions_are_not_collected_yet, as why_not_open().
[[nodiscard]] base::Result<CollectionView> open_box(const Needs& needs, const base::Actor& actor,
                                                    LifeMeetingId id);

/// Nobody's request, from an address, by a code as it was typed.
struct Knock {
    std::string address, code;
};
/// What the page says to whoever has a code.
struct BoxPage {
    LifeMeeting meeting;
    Collection collection;
};
/// Refuses: too_many_codes_tried (args seconds), opinion_code_not_accepted (unknown, used, too
/// late: the same words after the same work).
[[nodiscard]] base::Result<BoxPage> look_at_box(const Needs& needs, CodeTries& tries,
                                                const Knock& knock);
/// The code is used up. `ballot.id` is made here. Writes no entry. Refuses besides: as
/// check(ballot).
[[nodiscard]] base::Result<void> hand_in_ballot(const Needs& needs, CodeTries& tries,
                                                const Knock& knock, Ballot ballot);

}  // namespace opinions
