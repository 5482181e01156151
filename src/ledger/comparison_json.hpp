// What changed between two days, on the wire.
#pragma once

#include <string>

#include "http/http.hpp"
#include "ledger/comparison_actions.hpp"
#include "ledger/row_json.hpp"

namespace ledger {

struct ComparisonAddress {
    Period period;
    View view = View::measures;
    Page page;
};
/// from, to (days; a week until `today` without them), view, page, page_size. Refuses:
/// number_out_of_range, expected_date (from, to), unknown_name (view).
[[nodiscard]] base::Result<ComparisonAddress> read_comparison_address(const http::Request& request,
                                                                      base::Date today);
/// {"from","to","view","rows":[{"id","number","text","is_new","by","at","changes"}],"total",
/// "reports","page","page_size"}
[[nodiscard]] std::string to_json(const ComparisonPage& page, const ComparisonAddress& asked,
                                  const Reader& reader);

}  // namespace ledger
