// Messages about posts: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accounts/appointing_actions.hpp"
#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

namespace accounts {

/// {"id","unit_id","person_id"|null,"person_name","title","head","from_on"|null,"until_on"|null};
/// the unit is the path's.
[[nodiscard]] base::Result<NewPost> read_new_post(std::string_view body, base::UnitId unit);
struct PostCorrection {
    std::int64_t version = 0;
    PostTerms terms;
};
/// {"version","title","head","from_on"|null,"until_on"|null}
[[nodiscard]] base::Result<PostCorrection> read_post_correction(std::string_view body);

void write_post(base::JsonWriter& json, const Post& post);
[[nodiscard]] std::string to_json(const Post& post);
/// {"rows"}
[[nodiscard]] std::string to_json(const std::vector<Post>& posts);

}  // namespace accounts
