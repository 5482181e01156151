#include "accounts/post.hpp"

#include "accounts/name.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr auto unknown_day = "不详", still_held = "今";

/// One may leave and the next begin on the same day.
bool overlap(const Post& a, const Post& b) {
    const auto begins_after = [](const Post& late, const Post& early) {
        return late.from_on && early.until_on && *late.from_on >= *early.until_on;
    };
    return !begins_after(a, b) && !begins_after(b, a);
}

base::Error refuse_beside(const Post& other, std::string_view code, std::string_view field) {
    return refuse(ErrorKind::conflict, code, field,
                  {{"value", other.person_name},
                   {"from", other.from_on ? base::to_text(*other.from_on) : unknown_day},
                   {"until", other.until_on ? base::to_text(*other.until_on) : still_held}});
}

base::Result<void> check_days(const Post& post, base::Date today) {
    const auto in_future = [&](const std::optional<base::Date>& day, std::string_view field) {
        return refuse(ErrorKind::invalid, "post_lies_in_the_future", field,
                      {{"value", base::to_text(*day)}, {"accepted", base::to_text(today)}});
    };
    if (post.from_on && *post.from_on > today) return in_future(post.from_on, "from_on");
    if (post.until_on && *post.until_on > today) return in_future(post.until_on, "until_on");
    if (post.from_on && post.until_on && *post.until_on < *post.from_on)
        return refuse(
            ErrorKind::invalid, "post_ends_before_it_begins", "until_on",
            {{"value", base::to_text(*post.until_on)}, {"from", base::to_text(*post.from_on)}});
    return {};
}

base::Result<void> check_fresh(const Post& stored, std::int64_t version) {
    if (stored.version == version) return {};
    return refuse(ErrorKind::conflict, "somebody_else_changed_it", "version",
                  {{"version", std::to_string(stored.version)}});
}

}  // namespace

bool was_held_on(const Post& post, base::Date day) {
    return !(post.from_on && day < *post.from_on) && !(post.until_on && day > *post.until_on);
}

base::Result<void> check_post(const Post& wanted, const std::vector<Post>& others,
                              base::Date today) {
    const auto key = name_key(wanted.title);
    if (key.empty()) return refuse(ErrorKind::invalid, "post_title_empty", "title");
    if (const auto possible = check_days(wanted, today); !possible) return possible;
    const auto stands_beside = [&](const Post& other) {
        return other.id != wanted.id && other.unit == wanted.unit && overlap(other, wanted);
    };
    for (const auto& other : others)
        if (stands_beside(other) && other.person == wanted.person && name_key(other.title) == key)
            return refuse_beside(other, "post_is_held_already", "from_on");
    for (const auto& other : others)
        if (stands_beside(other) && other.head && wanted.head)
            return refuse_beside(other, "unit_has_another_head", "head");
    return {};
}

base::Result<Post> correct(const Post& before, const PostTerms& terms, std::int64_t version,
                           const std::vector<Post>& others, base::Date today) {
    Post after = before;
    after.title = terms.title;
    after.head = terms.head;
    after.from_on = terms.from_on;
    after.until_on = terms.until_on;
    if (after == before) return before;
    if (const auto fresh = check_fresh(before, version); !fresh) return fresh.error();
    if (before.until_on.has_value() != terms.until_on.has_value())
        return refuse(ErrorKind::illegal_transition, "a_post_is_ended_by_handing_over", "until_on");
    if (const auto fits = check_post(after, others, today); !fits) return fits.error();
    ++after.version;
    return after;
}

base::Result<Post> leave(const Post& before, base::Date until_on, std::int64_t version,
                         base::Date today) {
    if (before.until_on == until_on) return before;
    if (before.until_on)
        return refuse(ErrorKind::illegal_transition, "post_has_ended", "until_on",
                      {{"value", base::to_text(*before.until_on)}});
    if (const auto fresh = check_fresh(before, version); !fresh) return fresh.error();
    Post after = before;
    after.until_on = until_on;
    if (const auto possible = check_days(after, today); !possible) return possible.error();
    ++after.version;
    return after;
}

std::string titles_held(const std::vector<Post>& posts_of_person) {
    std::string titles;
    for (const auto& post : posts_of_person)
        if (post.is_held()) titles += (titles.empty() ? "" : "、") + post.title;
    return titles;
}

}  // namespace accounts
