#include "sittings/earlier_json.hpp"

#include "base/json_writer.hpp"

namespace sittings {

std::string to_json(const EarlierView& view, const ledger::Reader&) {
    base::JsonWriter json;
    json.begin_object().key("meeting");
    if (view.earlier) {
        const auto& terms = view.earlier->terms;
        json.begin_object().field("title", terms.title).field("held_on", terms.held_on);
        json.end_object();
    } else {
        json.null();
    }
    json.key("rows").begin_array();
    for (const auto& one : view.rows) {
        json.begin_object().field("owner", one.owner).field("problem", one.problem);
        json.field("measure", one.measure).field("status", one.status).end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace sittings
