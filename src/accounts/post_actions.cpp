#include "accounts/post_actions.hpp"

#include "accounts/post_store.hpp"
#include "accounts/unit_tree_store.hpp"

namespace accounts {
namespace {

Appointing step_of(Needs needs, db::Transaction& transaction, const base::Actor& actor) {
    return {transaction, needs.clock, needs.random, needs.journal, actor};
}

}  // namespace

base::Result<Post> appoint_to_post(Needs needs, const NewPost& wanted, const base::Actor& actor) {
    return needs.database.write([&](db::Transaction& transaction) {
        return appoint(step_of(needs, transaction, actor), wanted);
    });
}

base::Result<Post> correct_post(Needs needs, const SeenPost& seen, const PostTerms& terms,
                                const base::Actor& actor) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Post> {
        const auto found = load_post(transaction, seen.id);
        if (!found) return found;
        lock_posts(transaction, found->unit);
        const auto before = load_post(transaction, seen.id);
        if (!before) return before;
        if (!load_unit_within(transaction, before->unit, actor.scope))
            return base::refuse(base::ErrorKind::not_found, "post_unknown");
        const auto others = list_posts_in(transaction, before->unit);
        const auto after = correct(*before, terms, seen.version, others, needs.clock.today());
        if (!after || *after == *before) return after;
        const auto saved =
            save(step_of(needs, transaction, actor), "correct_post", *before, *after);
        if (!saved) return saved.error();
        return after;
    });
}

base::Result<std::vector<Post>> list_unit_posts(Needs needs, base::UnitId unit,
                                                std::optional<base::Date> on,
                                                const base::Actor& actor) {
    return needs.database.read(
        [&](db::Transaction& transaction) -> base::Result<std::vector<Post>> {
            const auto seen = load_unit_within(transaction, unit, actor.scope);
            if (!seen) return seen.error();
            auto posts = list_posts_in(transaction, unit);
            if (on) std::erase_if(posts, [&](const Post& post) { return !was_held_on(post, *on); });
            return posts;
        });
}

}  // namespace accounts
