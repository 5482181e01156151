// Imports on the wire. The draft has the shape of the intake document (areas → problems →
// manifestations → measures), with "dropped" on rows that stay out.
#pragma once

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "plan/import_actions.hpp"

namespace plan {

[[nodiscard]] std::string to_json(const ImportRow& row);
[[nodiscard]] std::string to_json(const std::vector<ImportRow>& rows);
[[nodiscard]] std::string to_json(const ImportView& view);
[[nodiscard]] std::string to_json(const CheckReport& report);
void write(base::JsonWriter& json, const Draft& draft);  // the list of areas

struct DraftForm {
    std::int64_t version = 0;
    Draft draft;
};
[[nodiscard]] base::Result<DraftForm> read_draft(std::string_view body);

struct ConfirmForm {
    std::int64_t version = 0;
    NewUnits new_units = NewUnits::leave_as_names;
};
/// {"version","create_units"}; for a check the version may be absent.
[[nodiscard]] base::Result<ConfirmForm> read_confirmation(std::string_view body);
[[nodiscard]] base::Result<ConfirmForm> read_check(std::string_view body);

}  // namespace plan
