#include "journal/anchor_json.hpp"

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

namespace journal {

std::string anchor_json(std::span<const Head> heads) {
    base::JsonWriter json;
    json.begin_object().key("heads").begin_array();
    for (const auto& head : heads)
        json.begin_object()
            .field("chain", head.chain)
            .field("sequence", head.sequence)
            .field("hash", head.hash)
            .end_object();
    json.end_array().end_object();
    return json.take();
}

base::Result<std::vector<Head>> heads_from_json(std::string_view text) {
    constexpr std::size_t heads_max = 100'000, chars_max = 128;
    const auto value = base::parse_json(text);
    if (!value) return value.error();
    std::vector<Head> heads;
    base::JsonReader reader(*value);
    reader.array("heads", heads_max, [&](base::JsonReader& row) {
        Head head;
        head.chain = row.filled_text("chain", chars_max);
        head.sequence = row.integer("sequence", 1);
        head.hash = row.filled_text("hash", chars_max);
        heads.push_back(std::move(head));
    });
    if (const auto read = reader.finish(); !read) return read.error();
    return heads;
}

std::string erasure_json(std::int64_t sequence, std::string_view reason) {
    base::JsonWriter json;
    json.begin_object().field("sequence", sequence).field("reason", reason).end_object();
    return json.take();
}

}  // namespace journal
