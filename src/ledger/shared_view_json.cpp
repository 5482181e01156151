#include "ledger/shared_view_json.hpp"

namespace ledger {

std::string to_json(const SharedViews& views, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& view : views.rows) {
        json.begin_object().field("id", view.id).field("name", view.name);
        json.field("query", view.query).field("by", reader.name(view.by));
        json.field("at", view.at).end_object();
    }
    json.end_array().field("may_share", views.may_share).end_object();
    return json.take();
}

base::Result<SharedView> read_shared_view(std::string_view body) {
    return base::read_object<SharedView>(body, [](base::JsonReader& reader) {
        SharedView view;
        view.name = reader.filled_text("name", view_name_chars_max);
        view.query = reader.text_or_empty("query", view_query_chars_max);
        return view;
    });
}

}  // namespace ledger
