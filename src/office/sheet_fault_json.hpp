// What is wrong in a sheet, on the wire.
#pragma once

#include "base/json_writer.hpp"
#include "office/filled_sheet.hpp"

namespace office {

/// {"sheet","row","column","value","fault":{"code","args"}}: the page says the sentence.
void write_fault(base::JsonWriter& json, const SheetFault& fault);
/// The first thousand under `name`: nobody reads on, and the file comes back with all of them.
void write_faults(base::JsonWriter& json, std::string_view name,
                  const std::vector<SheetFault>& faults);

}  // namespace office
