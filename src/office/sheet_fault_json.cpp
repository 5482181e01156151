#include "office/sheet_fault_json.hpp"

namespace office {
namespace {

constexpr std::size_t faults_shown_max = 1'000;

}  // namespace

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

}  // namespace office
