#include "accounts/unit_import_json.hpp"

#include "base/json_writer.hpp"

namespace accounts {
namespace {

constexpr std::size_t faults_shown_max = 1'000;

void write_fault(base::JsonWriter& json, const SheetFault& fault) {
    json.begin_object().field("sheet", fault.at.sheet).field("row", fault.at.row);
    json.field("column", fault.column).field("value", fault.value);
    json.key("fault").begin_object().field("code", fault.error.code);
    json.key("args").begin_object();
    for (const auto& [name, value] : fault.error.args) json.field(name, value);
    json.end_object().end_object().end_object();
}

void write_faults(base::JsonWriter& json, std::string_view name,
                  const std::vector<SheetFault>& faults) {
    json.key(name).begin_array();
    for (std::size_t i = 0; i < faults.size() && i < faults_shown_max; ++i)
        write_fault(json, faults[i]);
    json.end_array();
}

}  // namespace

std::string to_json(const UnitImportReport& report) {
    base::JsonWriter json;
    json.begin_object().field("units", report.units).field("persons", report.persons);
    json.field("bad_rows", report.bad_rows);
    json.field("faults_total", static_cast<std::int64_t>(report.faults.size()));
    write_faults(json, "faults", report.faults);
    write_faults(json, "notes", report.notes);
    json.end_object();
    return json.take();
}

}  // namespace accounts
