#include "ledger/waiting_json.hpp"

#include "base/utf8.hpp"

namespace ledger {
namespace {

template <class Row>
void write_rows(base::JsonWriter& json, const std::vector<AnsweringRow<Row>>& rows,
                const Reader& reader) {
    for (const auto& one : rows) {
        json.begin_object();
        json.key("programme").begin_object().field("id", one.programme);
        json.field("title", one.programme_title).end_object();
        write_members(json, one.row, reader);
        json.end_object();
    }
}

}  // namespace

std::string list_of(const std::vector<base::UnitId>& units) {
    std::string list;
    for (const auto& unit : units) list += (list.empty() ? "" : ",") + unit.text();
    return list;
}

std::string to_json(const std::vector<SectionView>& sections, Reach reach, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object().field("reach", name_of(reach)).key("sections").begin_array();
    for (const auto& view : sections) {
        json.begin_object().field("view", name_of(view.section.view));
        json.field("waiting", name_of(view.section.waiting));
        json.key("held_by");
        if (view.filter.held_by.empty())
            json.null();
        else
            json.value(list_of(view.filter.held_by));
        json.field("total", view.total);
        json.key("rows").begin_array();
        write_rows(json, view.measures, reader);
        write_rows(json, view.problems, reader);
        json.end_array().end_object();
    }
    json.end_array().end_object();
    return json.take();
}

base::Result<Reach> read_reach(std::string_view given) {
    if (given.empty()) return Reach::unit;
    if (const auto reach = reach_of(given)) return *reach;
    return base::refuse(base::ErrorKind::invalid, "unknown_name", "reach",
                        {{"value", std::string(base::first_chars(given, 40))}});
}

}  // namespace ledger
