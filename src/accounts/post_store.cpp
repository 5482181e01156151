#include "accounts/post_store.hpp"

namespace accounts {
namespace {

Post post_in(const db::Row& row) {
    Post post;
    post.id = row.id<PostId>(0);
    post.person = row.id<base::PersonId>(1);
    post.person_name = row.string(2);
    post.unit = row.id<base::UnitId>(3);
    post.title = row.string(4);
    post.head = row.boolean(5);
    post.from_on = row.optional_date(6);
    post.until_on = row.optional_date(7);
    post.version = row.integer(8);
    return post;
}

constexpr auto insert_post_sql = R"(
    INSERT INTO post (id, person_id, unit_id, title, head, from_on, until_on, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))";

constexpr auto save_post_sql = R"(
    UPDATE post SET title = $3, head = $4, from_on = $5, until_on = $6, version = $2
    WHERE id = $1 AND version = $2 - 1)";

// Every statement that reads posts, up to its condition.
const std::string select_posts = R"(
    SELECT post.id, post.person_id, person.name, post.unit_id, post.title, post.head, post.from_on,
           post.until_on, post.version
    FROM post JOIN person ON person.id = post.person_id)";

const auto find_post_sql = select_posts + " WHERE post.id = $1";

const auto list_in_unit_sql = select_posts + R"(
    WHERE post.unit_id = $1
    ORDER BY CASE WHEN post.until_on IS NULL THEN 0 ELSE 1 END, post.head DESC,
             COALESCE(post.until_on, post.from_on, '') DESC, post.id)";

const auto list_heads_sql = select_posts + R"(
    WHERE post.head = 1 AND post.until_on IS NULL ORDER BY post.id)";

const auto list_of_person_sql = select_posts + R"(
    WHERE post.person_id = $1
    ORDER BY COALESCE(post.from_on, ''), post.id)";

constexpr auto save_titles_sql = "UPDATE person SET post = $2, version = version + 1 WHERE id = $1";

}  // namespace

void insert_post(db::Transaction& transaction, const Post& post) {
    transaction.execute(insert_post_sql, {post.id, post.person, post.unit, post.title, post.head,
                                          post.from_on, post.until_on, post.version});
}

base::Result<void> save_post(db::Transaction& transaction, const Post& post) {
    if (transaction.execute(save_post_sql, {post.id, post.version, post.title, post.head,
                                            post.from_on, post.until_on}) == 1)
        return {};
    return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
}

std::optional<Post> find_post(db::Transaction& transaction, PostId id) {
    return transaction.first(find_post_sql, {id}, post_in);
}

base::Result<Post> load_post(db::Transaction& transaction, PostId id) {
    auto post = find_post(transaction, id);
    if (!post) return base::refuse(base::ErrorKind::not_found, "post_unknown");
    return std::move(*post);
}

std::vector<Post> list_posts_in(db::Transaction& transaction, base::UnitId unit) {
    return transaction.all(list_in_unit_sql, {unit}, post_in);
}

std::vector<Post> list_heads(db::Transaction& transaction) {
    return transaction.all(list_heads_sql, {}, post_in);
}

std::vector<Post> list_posts_of(db::Transaction& transaction, base::PersonId person) {
    return transaction.all(list_of_person_sql, {person}, post_in);
}

void save_titles_held(db::Transaction& transaction, base::PersonId person,
                      std::string_view titles) {
    transaction.execute(save_titles_sql, {person, titles});
}

}  // namespace accounts
