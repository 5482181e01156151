#include "accounts/post_json.hpp"

#include "base/limits.hpp"

namespace accounts {
namespace {

PostTerms read_terms(base::JsonReader& reader) {
    PostTerms terms;
    terms.title = reader.text_or_empty("title", post_title_chars_max);
    terms.head = reader.boolean("head", false);
    terms.from_on = reader.optional_date("from_on");
    terms.until_on = reader.optional_date("until_on");
    return terms;
}

}  // namespace

base::Result<NewPost> read_new_post(std::string_view body, base::UnitId unit) {
    return base::read_object<NewPost>(body, [&](base::JsonReader& reader) {
        NewPost wanted;
        wanted.id = reader.id<PostTag>("id");
        wanted.person = reader.optional_id<base::PersonTag>("person_id");
        wanted.person_name = reader.text_or_empty("person_name", base::limits::name_chars_max);
        wanted.unit = unit;
        wanted.terms = read_terms(reader);
        return wanted;
    });
}

base::Result<PostCorrection> read_post_correction(std::string_view body) {
    return base::read_object<PostCorrection>(body, [](base::JsonReader& reader) {
        return PostCorrection{reader.integer("version", 1), read_terms(reader)};
    });
}

void write_post(base::JsonWriter& json, const Post& post) {
    json.begin_object().field("id", post.id).field("unit_id", post.unit);
    json.key("person").begin_object().field("id", post.person);
    json.field("name", post.person_name).end_object();
    json.field("title", post.title).field("head", post.head).field("from_on", post.from_on);
    json.field("until_on", post.until_on).field("version", post.version).end_object();
}

std::string to_json(const Post& post) {
    base::JsonWriter json;
    write_post(json, post);
    return json.take();
}

std::string to_json(const std::vector<Post>& posts) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& post : posts) write_post(json, post);
    json.end_array().end_object();
    return json.take();
}

}  // namespace accounts
