// Leaving a post, and what is handed over then: the list, its three signatures, and the rows that
// name somebody else in the end. Each is one transaction with its entry.
#pragma once

#include "accounts/appointing_actions.hpp"
#include "ledger/handover_store.hpp"
#include "ledger/recorder_actions.hpp"

namespace ledger {

/// Who follows, by id or by name, from which day.
struct Follower {
    std::optional<base::PersonId> person;
    std::string person_name;
    std::optional<base::Date> from_on;
};

struct LeavePost {
    accounts::PostId post;
    std::int64_t version = 0;
    base::Date until_on;
    HandoverId handover;  // of the handover that is opened
    std::optional<Follower> follower;
    HandoverTexts texts;
};
struct LeftPost {
    accounts::Post post;
    std::optional<HandoverId> handover;  // none where nothing is left undone
    std::int64_t items = 0;
};
/// Ends the post and opens a handover of what the person leaves unfinished: rows that name them
/// and, of the head of a unit, all that the unit holds. Left on that day already: as it is.
/// Refuses: post_unknown (also outside the actor's scope), as accounts::leave(), as
/// accounts::appoint() for who follows, giver_takes_nothing_over.
[[nodiscard]] base::Result<LeftPost> leave_post(const Needs& needs, const base::Actor& actor,
                                                const LeavePost& wanted);

/// A handover with what may be done to it by whom asks.
struct HandoverView {
    Handover handover;
    std::vector<HandoverAct> may;
    std::optional<HandoverPart> to_sign;  // in person
    std::vector<HandoverPart> on_paper;   // parts the office may register
};
/// Refuses: handover_unknown (also when neither its unit lies within the actor's scope nor the
/// actor is a party), as all below.
[[nodiscard]] base::Result<HandoverView> view_handover(const Needs& needs, const base::Actor& actor,
                                                       HandoverId id);
[[nodiscard]] HandoverPage list_handover_page(const Needs& needs, const base::Actor& actor,
                                              const HandoverFilter& filter);
/// Those rows of the list that the actor may see.
[[nodiscard]] base::Result<HandoverItemPage> list_handover_items(const Needs& needs,
                                                                 const base::Actor& actor,
                                                                 HandoverId id, const Page& page);

/// A handover as somebody saw it before acting on it.
struct SeenHandover {
    HandoverId id;
    std::int64_t version = 0;
};
/// Each refuses: handover_unknown, somebody_else_changed_it, then as the rule of its name.
[[nodiscard]] base::Result<HandoverView> change_handover(const Needs& needs,
                                                         const base::Actor& actor,
                                                         const SeenHandover& seen,
                                                         const HandoverTexts& texts);
/// Whether a row that names the giver stays with them. Refuses too: handover_item_unknown.
[[nodiscard]] base::Result<HandoverView> keep_item(const Needs& needs, const base::Actor& actor,
                                                   const SeenHandover& seen, std::int64_t position,
                                                   bool kept);
/// The list as the ledger stands now.
[[nodiscard]] base::Result<HandoverView> renew_list(const Needs& needs, const base::Actor& actor,
                                                    const SeenHandover& seen);
/// Appoints who follows, unless they hold the post already, and names them. Refuses too: as
/// accounts::appoint().
[[nodiscard]] base::Result<HandoverView> name_follower(const Needs& needs, const base::Actor& actor,
                                                       const SeenHandover& seen,
                                                       const Follower& follower);
/// The post was left by mistake: it is held again. Refuses too: as accounts::check_post().
[[nodiscard]] base::Result<HandoverView> take_back_handover(const Needs& needs,
                                                            const base::Actor& actor,
                                                            const SeenHandover& seen);
/// The first signature settles the list; the third completes the handover: rows that named the
/// giver name the taker from then on, but for those that were kept. Refuses too:
/// handover_list_was_changed (the list is not the one that was signed).
[[nodiscard]] base::Result<HandoverView> sign_handover(const Needs& needs, const base::Actor& actor,
                                                       const SeenHandover& seen,
                                                       const HandoverSigning& signing);

}  // namespace ledger
