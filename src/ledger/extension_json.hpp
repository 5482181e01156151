// Messages about extensions: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "http/http.hpp"
#include "ledger/extension_actions.hpp"
#include "ledger/row_json.hpp"

namespace ledger {

/// {"id","wanted_on","reason","leader_name","leader_on"|null}
[[nodiscard]] base::Result<NewExtension> read_new_extension(std::string_view body);
struct ExtensionRuling {
    std::int64_t version = 0;
    bool agreed = false;
    std::string note;
};
/// {"version","agreed","note"}
[[nodiscard]] base::Result<ExtensionRuling> read_extension_ruling(std::string_view body);
/// state, to_decide=1, page, page_size. Refuses: number_out_of_range, unknown_name (state).
[[nodiscard]] base::Result<ExtensionFilter> read_extension_filter(const http::Request& request);

[[nodiscard]] std::string to_json(const Extension& extension, const Reader& reader);
/// {"rows","may_ask"}
[[nodiscard]] std::string to_json(const RowExtensions& extensions, const Reader& reader);
/// {"rows","total","page","page_size"}
[[nodiscard]] std::string to_json(const ExtensionPage& page, const Page& asked,
                                  const Reader& reader);

}  // namespace ledger
