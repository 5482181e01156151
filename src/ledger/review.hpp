// The review of an application for strike-off as a chain of stages, each of one or several seats,
// which a programme sets for itself (domain 2.4, R53, R60). One stage is open at a time; within it
// the seats sign in parallel, all of them or any one. Whoever signs is a named person; nobody signs
// what they applied for, nor twice. Pure; the table of states stands in docs/states.md.
#pragma once

#include "base/instant.hpp"
#include "ledger/review_chain.hpp"

namespace ledger {

enum class SigningState {
    waiting,     // an earlier stage is open
    open,        // asked for now
    agreed,      //
    returned,    // sent the application back
    not_needed,  // another seat of the stage was enough, or the review ended before
    superseded,  // had agreed; the stage was gone back to, or the application was
};
[[nodiscard]] std::string_view name_of(SigningState state);
[[nodiscard]] std::optional<SigningState> signing_state_of(std::string_view name);

/// One signature that a review asks for.
struct Signing {
    std::int64_t stage = 0;  // from 0
    std::int64_t round = 1;  // how often the stage was come to
    std::string stage_name;
    Quorum quorum = Quorum::all;
    std::optional<Seat> seat;                // who sits there, or …
    std::optional<base::PersonId> person;    // … only this one, whom the problem names
    std::optional<base::AccountId> account;  // asked to sign besides the seats
    std::string named;                       // the person or account by name, else ""
    std::string asked_by;                    // who asked for it besides the seats
    SigningState state = SigningState::waiting;
    std::optional<base::AccountId> taken_by;  // has it on the desk
    std::string taken_by_name;
    std::optional<base::Date> taken_on;
    std::optional<base::AccountId> decided_by;
    std::string decided_by_name;
    std::optional<base::Instant> decided_at;
    std::string opinion;
    bool operator==(const Signing&) const = default;
};

/// All signatures of one application, in the order they were asked for; those of rounds that were
/// gone back over stay.
using Review = std::vector<Signing>;
/// What one took and left lying is everybody's again after so many days.
inline constexpr int taken_days = 2;

/// Somebody whom the problem names in a seat and who can sign there.
struct SeatHolder {
    Seat seat{};
    base::PersonId person;
    std::string name;
};
[[nodiscard]] Review start(const ReviewChain& chain, const std::vector<SeatHolder>& named);
/// The stage that is open; nothing before the start and after the end.
[[nodiscard]] std::optional<std::int64_t> open_stage(const Review& review);
/// What it is called; "" when none is.
[[nodiscard]] std::string open_stage_name(const Review& review);
/// Its latest round of each stage, in order of the stages.
[[nodiscard]] Review standing(const Review& review);
[[nodiscard]] bool is_complete(const Review& review);
/// Whether a signature is open that is this person's to give.
[[nodiscard]] bool is_asked(const Review& review, const base::Actor& actor);

/// Why this person cannot sign now, or nothing: one_person_signs_once (args stage),
/// review_is_elsewhere (args stage), review_is_taken (args name).
[[nodiscard]] std::optional<base::Error> why_not_sign(const Review& review,
                                                      const base::Actor& actor, base::Date today);
/// Refuses as why_not_sign, then review_is_yours_already.
[[nodiscard]] std::optional<base::Error> why_not_take(const Review& review,
                                                      const base::Actor& actor, base::Date today);
/// Refuses review_is_not_taken: nothing is on this person's desk or, for whoever keeps the ledger,
/// on anybody's.
[[nodiscard]] std::optional<base::Error> why_not_release(const Review& review,
                                                         const base::Actor& actor);
/// Who asks may sign now or keeps the ledger. Refuses as why_not_sign.
[[nodiscard]] std::optional<base::Error> why_not_ask(const Review& review, const base::Actor& actor,
                                                     base::Date today);

// The steps; whoever calls them has asked the question above first.

/// The person's yes. The stage that is settled by it closes and the next one opens.
[[nodiscard]] Review agreed(Review review, const base::Actor& actor, std::string_view opinion,
                            base::Instant now);
/// The person's no. Without `to` the review ends; else the stage is come to again, and those after
/// it wait once more.
[[nodiscard]] Review returned(Review review, const base::Actor& actor,
                              std::optional<std::int64_t> to, std::string_view reason,
                              base::Instant now);
/// The application was taken back.
[[nodiscard]] Review ended(Review review);
[[nodiscard]] Review taken(Review review, const base::Actor& actor, base::Date today);
[[nodiscard]] Review released(Review review, const base::Actor& actor);

/// Somebody who is asked to sign at the open stage besides its seats.
struct Signer {
    base::AccountId account;
    std::string name;
};
/// Refuses: signer_is_asked_already, signer_has_signed.
[[nodiscard]] base::Result<Review> asked(Review review, const Signer& signer,
                                         const base::Actor& actor);

}  // namespace ledger
