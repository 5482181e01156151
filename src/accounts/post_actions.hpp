// Appointing somebody to a post, setting its words and days right, and asking who held what.
// Leaving a post touches what is left undone and stands in the ledger.
#pragma once

#include "accounts/appointing_actions.hpp"
#include "accounts/needs.hpp"

namespace accounts {

/// Refuses: as appoint() of the steps.
[[nodiscard]] base::Result<Post> appoint_to_post(Needs needs, const NewPost& wanted,
                                                 const base::Actor& actor);

/// A post as somebody saw it before changing it.
struct SeenPost {
    PostId id;
    std::int64_t version = 0;
};
/// Refuses: post_unknown (also when its unit lies outside the actor's scope), as correct().
[[nodiscard]] base::Result<Post> correct_post(Needs needs, const SeenPost& seen,
                                              const PostTerms& terms, const base::Actor& actor);

/// Those held on `on`; with none, all of them. Two statements. Refuses: unit_unknown (also outside
/// the actor's scope).
[[nodiscard]] base::Result<std::vector<Post>> list_unit_posts(Needs needs, base::UnitId unit,
                                                              std::optional<base::Date> on,
                                                              const base::Actor& actor);

}  // namespace accounts
