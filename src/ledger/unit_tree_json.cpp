#include "ledger/unit_tree_json.hpp"

#include "accounts/unit_json.hpp"
#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

namespace ledger {

base::Result<UnitPlace> read_unit_place(std::string_view body) {
    return base::read_object<UnitPlace>(body, [](base::JsonReader& reader) {
        return UnitPlace{reader.integer("version"), reader.optional_id<base::UnitTag>("parent_id")};
    });
}

base::Result<UnitMerger> read_unit_merger(std::string_view body) {
    return base::read_object<UnitMerger>(body, [](base::JsonReader& reader) {
        return UnitMerger{reader.integer("version"), reader.id<base::UnitTag>("into")};
    });
}

base::Result<std::int64_t> read_unit_closure(std::string_view body) {
    return base::read_object<std::int64_t>(
        body, [](base::JsonReader& reader) { return reader.integer("version"); });
}

std::string to_json(const UnitView& view) {
    base::JsonWriter json;
    json.begin_object().key("unit");
    accounts::write_unit(json, view.unit);
    json.field("open_units", view.open_units).field("persons", view.persons);
    json.field("active_accounts", view.active_accounts).field("open_rows", view.open_rows);
    json.field("scoped_accounts", view.scoped_accounts).end_object();
    return json.take();
}

}  // namespace ledger
