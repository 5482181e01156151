// Posts in the database. One function a statement; decides nothing.
#pragma once

#include <vector>

#include "accounts/post.hpp"
#include "db/database.hpp"

namespace accounts {

/// Throws db::ConstraintError: post_pkey, post_person_id_fkey, post_unit_id_fkey.
void insert_post(db::Transaction& transaction, const Post& post);
/// Title, head and days, over the version before. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_post(db::Transaction& transaction, const Post& post);
[[nodiscard]] std::optional<Post> find_post(db::Transaction& transaction, PostId id);
/// Refuses: post_unknown.
[[nodiscard]] base::Result<Post> load_post(db::Transaction& transaction, PostId id);
/// Heads first, then those held, then the latest to begin.
[[nodiscard]] std::vector<Post> list_posts_in(db::Transaction& transaction, base::UnitId unit);
/// Of every unit that is headed by somebody.
[[nodiscard]] std::vector<Post> list_heads(db::Transaction& transaction);
/// The earliest to begin first.
[[nodiscard]] std::vector<Post> list_posts_of(db::Transaction& transaction, base::PersonId person);
/// The copy in the person's row.
void save_titles_held(db::Transaction& transaction, base::PersonId person, std::string_view titles);

}  // namespace accounts
