// Messages about checks, their samples and findings: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "http/http.hpp"
#include "ledger/evidence_json.hpp"
#include "ledger/row_json.hpp"
#include "supervision/finding_actions.hpp"
#include "supervision/sample_actions.hpp"

namespace supervision {

/// {"id","kind","subject","begins_on","ends_on","team":[{"name","person_id","leads"}],
/// "units":[id],"items":[…],"announced"}
[[nodiscard]] base::Result<NewCheck> read_new_check(std::string_view body);
struct CheckForm {
    std::int64_t version = 0;
    CheckTerms terms;
};
/// The same with "version" in the place of "id", without "announced".
[[nodiscard]] base::Result<CheckForm> read_check_form(std::string_view body);
struct CheckWords {
    std::int64_t version = 0;
    std::string text;
};
/// {"version", `key`}; without a key: {"version"}
[[nodiscard]] base::Result<CheckWords> read_check_words(std::string_view body,
                                                        std::string_view key);
struct DrawAsked {
    std::int64_t version = 0;
    NewDraw draw;
};
/// {"version","id","pool","unit_id","area_id","method","size"}
[[nodiscard]] base::Result<DrawAsked> read_new_draw(std::string_view body);
struct RowAsked {
    std::int64_t version = 0;
    RowByHand row;
};
/// {"version","id","kind","number","why"}
[[nodiscard]] base::Result<RowAsked> read_row_by_hand(std::string_view body);
struct FormFilled {
    std::int64_t version = 0;
    RowForm form;
};
/// {"version","answers":[{"answer","remark"}],"asked","looked_at","result","finding"}
[[nodiscard]] base::Result<FormFilled> read_row_form(std::string_view body);
struct DecisionAsked {
    std::int64_t version = 0;
    Decision decision;
};
/// {"version","id","kind","reason","requirement","due_on","unit_id","notice_kind",
/// "number"}
[[nodiscard]] base::Result<DecisionAsked> read_decision(std::string_view body);

/// state, page, page_size. Refuses: number_out_of_range, unknown_name (state).
[[nodiscard]] base::Result<CheckFilter> read_check_filter(const http::Request& request,
                                                          base::ProgrammeId programme);
/// pool, unit, area. Refuses: unknown_name (pool), expected_id (unit, area).
[[nodiscard]] base::Result<PoolFilter> read_pool_filter(const http::Request& request);

[[nodiscard]] std::string to_json(const Check& check, const ledger::Reader& reader);
[[nodiscard]] std::string to_json(const CheckView& view, const ledger::Reader& reader);
/// {"rows","total","page","page_size","may":["plan"]}
[[nodiscard]] std::string to_json(const CheckPage& page, const ledger::Page& asked,
                                  const ledger::Reader& reader);
/// {"rows"}
[[nodiscard]] std::string to_json(const std::vector<CheckBrief>& own, const ledger::Reader& reader);
/// {"rows":[{"unit","checks","rows","findings","paper","notices","notices_late"}]}
[[nodiscard]] std::string to_json(const std::vector<SupervisionCounts>& counts);
/// {"size","there","weights":[{"weight","lots","rows"}]}
[[nodiscard]] std::string to_json(const PoolView& pool, const ledger::Reader& reader);
/// The draw with "list" and "lines":[{"row","lots","key","drawn"}],"sound"
[[nodiscard]] std::string to_json(const DrawnAgain& again, const ledger::Reader& reader);

}  // namespace supervision
