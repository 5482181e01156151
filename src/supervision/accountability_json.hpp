// Messages about accountability: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "http/http.hpp"
#include "ledger/row_json.hpp"
#include "supervision/accountability_actions.hpp"

namespace supervision {

/// {"id","problem_id"|null,"unit_id","person","post","triggers":[…],"form","stage",
/// "double_inquiry","facts","decided_by","decided_on","document"}
[[nodiscard]] base::Result<Accountability> read_new_accountability(std::string_view body);
struct RevocationAsked {
    std::int64_t version = 0;
    std::string reason;
};
/// {"version","reason"}
[[nodiscard]] base::Result<RevocationAsked> read_revocation(std::string_view body);
/// problem, form, page, page_size. Refuses: number_out_of_range, expected_id (problem),
/// unknown_name (form).
[[nodiscard]] base::Result<AccountabilityFilter> read_accountability_filter(
    const http::Request& request, base::ProgrammeId programme);

[[nodiscard]] std::string to_json(const Accountability& one, const ledger::Reader& reader);
/// {"rows","total","page","page_size","forms":[{"form","persons","units"}],"may":["record"]}
[[nodiscard]] std::string to_json(const AccountabilityView& view, const ledger::Page& asked,
                                  const ledger::Reader& reader);

}  // namespace supervision
