#include "accounts/unit_import_json.hpp"

#include "base/json_writer.hpp"
#include "office/sheet_fault_json.hpp"

namespace accounts {
std::string to_json(const UnitImportReport& report) {
    base::JsonWriter json;
    json.begin_object().field("units", report.units).field("persons", report.persons);
    json.field("bad_rows", report.bad_rows);
    json.field("faults_total", static_cast<std::int64_t>(report.faults.size()));
    office::write_faults(json, "faults", report.faults);
    office::write_faults(json, "notes", report.notes);
    json.end_object();
    return json.take();
}

}  // namespace accounts
