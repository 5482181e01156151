// Steps of actions that put somebody into a post or take them out of it, in the caller's
// transaction: accounts appoints, the ledger hands over. Not actions themselves.
#pragma once

#include "accounts/post.hpp"
#include "accounts/unit.hpp"
#include "base/clock.hpp"
#include "base/random.hpp"
#include "db/database.hpp"
#include "journal/journal.hpp"

namespace accounts {

/// All that the steps need, for one transaction.
struct Appointing {
    db::Transaction& transaction;
    const base::Clock& clock;
    base::Random& random;
    const journal::Journal& journal;
    const base::Actor& actor;
};

/// Somebody known by id, or by a name: then the person of this name in the unit who is there
/// already, else one who is written down now.
struct NewPost {
    PostId id;
    std::optional<base::PersonId> person;
    std::string person_name;
    base::UnitId unit;
    PostTerms terms;
};

/// Appointed to this very post already: as it is. Somebody without an account comes to the unit
/// with the post; an account keeps its unit, because what it sees hangs on it. Refuses:
/// same_id_other_content, unit_unknown (also outside the actor's scope), unit_is_closed,
/// person_unknown, person_name_empty, person_name_ambiguous, as check_post().
[[nodiscard]] base::Result<Post> appoint(const Appointing& step, const NewPost& wanted);
/// Takes the lock under which the posts of a unit change.
void lock_posts(db::Transaction& transaction, base::UnitId unit);
/// Saves what a rule made of a post, renews the copy in the person's row and appends the entry.
[[nodiscard]] base::Result<void> save(const Appointing& step, std::string_view act,
                                      const Post& before, const Post& after);
/// The posts that are held in `from` end today and go on in `into`, by nobody as its head: it has
/// its own. Returns how many.
[[nodiscard]] std::int64_t carry_posts_over(const Appointing& step, const Unit& from,
                                            const Unit& into);

}  // namespace accounts
