// Messages about the chronology: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "chronology/chronicle_actions.hpp"
#include "http/http.hpp"
#include "ledger/row_json.hpp"

namespace chronology {

/// kind (a list), person, from, to, page, page_size. Refuses: unknown_name (kind), text_too_long
/// (person), expected_date, number_out_of_range.
[[nodiscard]] base::Result<HappeningFilter> read_filter(const http::Request& request,
                                                        ProgrammeId programme);
/// {"id","day","person","text","evidence","part"}
[[nodiscard]] base::Result<Entry> read_new_entry(std::string_view body);
struct EntryEdit {
    std::int64_t version = 0;
    Note note;
};
/// {"version","day","person","text","evidence","part"}
[[nodiscard]] base::Result<EntryEdit> read_entry_edit(std::string_view body);
struct EntryRemoval {
    std::int64_t version = 0;
    std::string reason;
};
/// {"version","reason"}
[[nodiscard]] base::Result<EntryRemoval> read_entry_removal(std::string_view body);

/// {"rows":[{"kind","at","person","sentence","target":{"kind","id"},"part"}],"total","page",
/// "page_size","may":["write"]}
[[nodiscard]] std::string to_json(const Chronicle& chronicle, const ledger::Page& asked,
                                  const ledger::Reader& reader);
/// {"id","day","person","text","evidence","part","removed","version","versions":[…],"may":[…]}
[[nodiscard]] std::string to_json(const EntryView& view, const ledger::Reader& reader);

}  // namespace chronology
