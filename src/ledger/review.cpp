#include "ledger/review.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/names.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;
using Refusal = std::optional<base::Error>;

constexpr std::array<std::string_view, 6> state_names{"waiting",  "open",       "agreed",
                                                      "returned", "not_needed", "superseded"};

bool sits(const Signing& signing, const base::Actor& actor) {
    if (signing.account) return signing.account == actor.id;
    if (signing.seat != actor.seat) return false;
    return !signing.person || signing.person == actor.person;
}

/// What this person is asked for now; what is asked of the person before what is asked of a seat.
template <class Signings>
auto* open_signing(Signings& review, const base::Actor& actor) {
    decltype(&review.front()) found = nullptr;
    for (auto& signing : review) {
        if (signing.state != SigningState::open || !sits(signing, actor)) continue;
        if (!found || signing.account || (signing.person && !found->account)) found = &signing;
    }
    return found;
}

bool is_held(const Signing& signing, base::Date today) {
    return signing.taken_on && base::days_between(*signing.taken_on, today) <= taken_days;
}

/// Whether the yes of those who gave it is enough for this stage.
bool is_settled(const Review& review, std::int64_t stage) {
    bool one_agreed = false, one_missing = false;
    Quorum quorum = Quorum::all;
    for (const auto& signing : review) {
        if (signing.stage != stage) continue;
        const bool missing = signing.state == SigningState::open;
        if (signing.account) {
            if (missing) return false;  // Whoever was asked by name is always waited for.
            continue;
        }
        quorum = signing.quorum;
        one_missing = one_missing || missing;
        one_agreed = one_agreed || signing.state == SigningState::agreed;
    }
    return quorum == Quorum::all ? !one_missing : one_agreed;
}

void put(Review& review, std::int64_t stage, SigningState from, SigningState to) {
    for (auto& signing : review)
        if (signing.stage == stage && signing.state == from) signing.state = to;
}

void open_next(Review& review) {
    std::optional<std::int64_t> next;
    for (const auto& signing : review)
        if (signing.state == SigningState::waiting)
            next = std::min(next.value_or(signing.stage), signing.stage);
    if (next) put(review, *next, SigningState::waiting, SigningState::open);
}

void decide(Signing& signing, SigningState state, const base::Actor& actor,
            std::string_view opinion, base::Instant now) {
    signing.state = state;
    signing.decided_by = actor.id;
    signing.decided_by_name = actor.name;
    signing.decided_at = now;
    signing.opinion = opinion;
    signing.taken_by.reset();
    signing.taken_by_name.clear();
    signing.taken_on.reset();
}

/// The seats of a stage as they are asked again.
Signing anew(const Signing& before, SigningState state) {
    Signing signing;
    signing.stage = before.stage;
    signing.round = before.round + 1;
    signing.stage_name = before.stage_name;
    signing.quorum = before.quorum;
    signing.seat = before.seat;
    signing.person = before.person;
    signing.named = before.named;
    signing.state = state;
    return signing;
}

}  // namespace

std::string_view name_of(SigningState state) {
    return state_names[static_cast<std::size_t>(state)];
}
std::optional<SigningState> signing_state_of(std::string_view name) {
    return base::named<SigningState>(state_names, name);
}

Review start(const ReviewChain& chain, const std::vector<SeatHolder>& named) {
    Review review;
    for (std::size_t i = 0; i < chain.size(); ++i) {
        Signing signing;
        signing.stage = static_cast<std::int64_t>(i);
        signing.stage_name = chain[i].name;
        signing.quorum = chain[i].quorum;
        signing.state = i == 0 ? SigningState::open : SigningState::waiting;
        for (const auto seat : seats) {
            if (!chain[i].seats.has(seat)) continue;
            signing.seat = seat;
            bool anybody = true;
            for (const auto& holder : named) {
                if (holder.seat != seat) continue;
                anybody = false;
                review.push_back(signing);
                review.back().person = holder.person;
                review.back().named = holder.name;
            }
            if (anybody) review.push_back(signing);
        }
    }
    return review;
}

std::optional<std::int64_t> open_stage(const Review& review) {
    for (const auto& signing : review)
        if (signing.state == SigningState::open) return signing.stage;
    return std::nullopt;
}

std::string open_stage_name(const Review& review) {
    for (const auto& signing : review)
        if (signing.state == SigningState::open) return signing.stage_name;
    return {};
}

Review standing(const Review& review) {
    std::map<std::int64_t, std::int64_t> rounds;
    for (const auto& signing : review)
        rounds[signing.stage] = std::max(rounds[signing.stage], signing.round);
    Review latest;
    for (const auto& signing : review)
        if (signing.round == rounds[signing.stage]) latest.push_back(signing);
    std::stable_sort(latest.begin(), latest.end(),
                     [](const Signing& a, const Signing& b) { return a.stage < b.stage; });
    return latest;
}

bool is_complete(const Review& review) {
    return std::none_of(review.begin(), review.end(), [](const Signing& signing) {
        return signing.state == SigningState::open || signing.state == SigningState::waiting;
    });
}

bool is_asked(const Review& review, const base::Actor& actor) {
    return open_signing(review, actor) != nullptr;
}

Refusal why_not_sign(const Review& review, const base::Actor& actor, base::Date today) {
    for (const auto& signing : review)
        if (signing.state == SigningState::agreed && signing.decided_by == actor.id)
            return refuse(ErrorKind::forbidden, "one_person_signs_once", "",
                          {{"stage", signing.stage_name}});
    const auto* asked = open_signing(review, actor);
    if (!asked)
        return refuse(ErrorKind::forbidden, "review_is_elsewhere", "",
                      {{"stage", open_stage_name(review)}});
    if (asked->taken_by != actor.id && is_held(*asked, today))
        return refuse(ErrorKind::conflict, "review_is_taken", "",
                      {{"name", asked->taken_by_name},
                       {"until", base::to_text(base::add_days(*asked->taken_on, taken_days))}});
    return std::nullopt;
}

Refusal why_not_take(const Review& review, const base::Actor& actor, base::Date today) {
    if (auto no = why_not_sign(review, actor, today)) return no;
    const auto* mine = open_signing(review, actor);
    if (mine->taken_by == actor.id && is_held(*mine, today))
        return refuse(ErrorKind::conflict, "review_is_yours_already");
    return std::nullopt;
}

Refusal why_not_release(const Review& review, const base::Actor& actor) {
    const bool keeper = actor.may(base::Act::edit_ledger);
    const bool held = std::any_of(review.begin(), review.end(), [&](const Signing& signing) {
        return signing.taken_by && (keeper || signing.taken_by == actor.id);
    });
    if (held) return std::nullopt;
    return refuse(ErrorKind::illegal_transition, "review_is_not_taken");
}

Refusal why_not_ask(const Review& review, const base::Actor& actor, base::Date today) {
    if (actor.may(base::Act::edit_ledger)) return std::nullopt;
    return why_not_sign(review, actor, today);
}

Review agreed(Review review, const base::Actor& actor, std::string_view opinion,
              base::Instant now) {
    auto* mine = open_signing(review, actor);
    const auto stage = mine->stage;
    decide(*mine, SigningState::agreed, actor, opinion, now);
    if (!is_settled(review, stage)) return review;
    put(review, stage, SigningState::open, SigningState::not_needed);
    open_next(review);
    return review;
}

Review returned(Review review, const base::Actor& actor, std::optional<std::int64_t> to,
                std::string_view reason, base::Instant now) {
    decide(*open_signing(review, actor), SigningState::returned, actor, reason, now);
    if (!to) return ended(std::move(review));
    Review again;
    for (const auto& signing : standing(review)) {
        if (signing.account || signing.stage < *to) continue;
        if (signing.state == SigningState::waiting) continue;
        again.push_back(
            anew(signing, signing.stage == *to ? SigningState::open : SigningState::waiting));
    }
    for (auto& signing : review) {
        if (signing.stage < *to) continue;
        if (signing.state == SigningState::agreed) signing.state = SigningState::superseded;
        if (signing.state == SigningState::open) signing.state = SigningState::not_needed;
    }
    review.insert(review.end(), again.begin(), again.end());
    return review;
}

Review ended(Review review) {
    for (auto& signing : review) {
        if (signing.state == SigningState::agreed) signing.state = SigningState::superseded;
        if (signing.state == SigningState::open || signing.state == SigningState::waiting)
            signing.state = SigningState::not_needed;
    }
    return released(std::move(review), {.acts = {base::Act::edit_ledger}});
}

Review taken(Review review, const base::Actor& actor, base::Date today) {
    auto* mine = open_signing(review, actor);
    mine->taken_by = actor.id;
    mine->taken_by_name = actor.name;
    mine->taken_on = today;
    return review;
}

Review released(Review review, const base::Actor& actor) {
    for (auto& signing : review) {
        if (signing.taken_by != actor.id && !actor.may(base::Act::edit_ledger)) continue;
        signing.taken_by.reset();
        signing.taken_by_name.clear();
        signing.taken_on.reset();
    }
    return review;
}

base::Result<Review> asked(Review review, const Signer& signer, const base::Actor& actor) {
    const Signing* stage = nullptr;
    for (const auto& signing : review) {
        if (signing.state == SigningState::agreed && signing.decided_by == signer.account)
            return refuse(ErrorKind::conflict, "signer_has_signed", "account_id",
                          {{"value", signer.name}});
        if (signing.state != SigningState::open) continue;
        if (signing.account == signer.account)
            return refuse(ErrorKind::conflict, "signer_is_asked_already", "account_id",
                          {{"value", signer.name}});
        stage = &signing;
    }
    Signing more;
    more.stage = stage->stage;
    more.round = stage->round;
    more.stage_name = stage->stage_name;
    more.quorum = stage->quorum;
    more.account = signer.account;
    more.named = signer.name;
    more.asked_by = actor.name;
    more.state = SigningState::open;
    review.push_back(std::move(more));
    return review;
}

}  // namespace ledger
