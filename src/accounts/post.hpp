// Who holds which post in which unit, from which day to which, so that who answered for something
// on a day can be told for ever (R19, domain 2.6). Days lie in the past or are today: what is only
// planned is not written down yet. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"

namespace accounts {

using PostId = base::Id<struct PostTag>;
inline constexpr std::size_t post_title_chars_max = 100;

struct Post {
    PostId id;
    base::PersonId person;
    std::string person_name;  // read with the row, never written
    base::UnitId unit;
    std::string title;                   // 党组书记, 办公室主任 …
    bool head = false;                   // 主要负责人: answers for all that the unit holds
    std::optional<base::Date> from_on;   // nobody knows since when
    std::optional<base::Date> until_on;  // the last day; still held without one
    std::int64_t version = 1;

    [[nodiscard]] bool is_held() const { return !until_on; }
    bool operator==(const Post&) const = default;
};

[[nodiscard]] bool was_held_on(const Post& post, base::Date day);
/// Somebody may hold several posts at once; nobody holds the same one twice, and a unit has one
/// head. `others` are all posts of the unit, `wanted` itself perhaps among them. Refuses, in this
/// order: post_title_empty, post_lies_in_the_future (from_on or until_on),
/// post_ends_before_it_begins, post_is_held_already, unit_has_another_head (both args value, from,
/// until).
[[nodiscard]] base::Result<void> check_post(const Post& wanted, const std::vector<Post>& others,
                                            base::Date today);

/// What may be set right about a post; the days of one that is held stay open at their end.
struct PostTerms {
    std::string title;
    bool head = false;
    std::optional<base::Date> from_on, until_on;
};
/// Refuses: somebody_else_changed_it, a_post_is_ended_by_handing_over (an end where there is none,
/// or none where there is one), then as check_post().
[[nodiscard]] base::Result<Post> correct(const Post& before, const PostTerms& terms,
                                         std::int64_t version, const std::vector<Post>& others,
                                         base::Date today);
/// Ended on that very day already: as it is. Refuses: post_has_ended, somebody_else_changed_it,
/// post_lies_in_the_future, post_ends_before_it_begins.
[[nodiscard]] base::Result<Post> leave(const Post& before, base::Date until_on,
                                       std::int64_t version, base::Date today);

/// The titles of the posts that are held, as a person's row shows them: "党组书记、局长".
[[nodiscard]] std::string titles_held(const std::vector<Post>& posts_of_person);

}  // namespace accounts
