#include "sittings/leading_json.hpp"

#include "base/json_writer.hpp"

namespace sittings {

std::string to_json(const LeadingView& view, const ledger::Reader&) {
    base::JsonWriter json;
    json.begin_object().key("acts").begin_array();
    for (const auto& one : view.acts) {
        json.begin_object().field("kind", name_of(one.kind)).field("done", one.done);
        json.field("required", one.required).field("minutes", one.minutes);
        json.field("first_on", one.first_on).field("is_done", one.is_done()).end_object();
    }
    json.end_array().key("members").begin_array();
    for (const auto& one : view.arrivals) {
        json.begin_object().field("participant", one.participant).field("notes", one.notes);
        json.field("claimed", one.claimed).field("offered", one.offered);
        json.field("rules", one.rules).field("rules_of", one.rules_of);
        json.field("minutes_missing", one.minutes_missing);
        json.field("has_arrived", one.has_arrived()).end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace sittings
