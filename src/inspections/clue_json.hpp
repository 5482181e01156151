// Messages about clues: names of fields and their sizes.
#pragma once

#include <string_view>

#include "http/http.hpp"
#include "inspections/clue_actions.hpp"
#include "ledger/row_json.hpp"

namespace inspections {

/// {"id","unit_id","mark","source","person","matter","receiver","receiver_name","handed_on",
/// "months"}; the programme is the caller's to fill in.
[[nodiscard]] base::Result<Clue> read_new_clue(std::string_view body);
struct HandlingForm {
    std::int64_t version = 0;
    Handling handling;
};
/// {"version","handler","way","result","result_text","concluded_on","returned_on"}
[[nodiscard]] base::Result<HandlingForm> read_handling(std::string_view body);
struct ClueWords {
    std::int64_t version = 0;
    std::string reason;
};
/// {"version","reason"}
[[nodiscard]] base::Result<ClueWords> read_clue_words(std::string_view body);
/// which (open, overdue), result ("none" for those without one), page, page_size. Refuses:
/// number_out_of_range, unknown_name.
[[nodiscard]] base::Result<ClueFilter> read_clue_filter(const http::Request& request,
                                                        base::ProgrammeId programme);

[[nodiscard]] std::string to_json(const Clue& clue, const ledger::Reader& reader);
/// {"rows","total","page","page_size","results":[{"result","count"}],"may":["record"]}
[[nodiscard]] std::string to_json(const ClueView& view, const ledger::Page& asked,
                                  const ledger::Reader& reader);
/// {"rows":[{"id","number","programme","receiver_name","due_on","days_over"}],"total"}: nothing of
/// what they are about.
[[nodiscard]] std::string to_json(const CluePage& overdue, const ledger::Reader& reader);

}  // namespace inspections
