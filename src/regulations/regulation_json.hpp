// Messages about regulations: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "http/http.hpp"
#include "ledger/row_json.hpp"
#include "regulations/regulation_actions.hpp"

namespace regulations {

using ledger::Reader;

/// {"id","change","kind","title","replaces","unit_id","due_on"|null,"problem_ids":[],
/// "measure_ids":[]}. The programme is the caller's.
[[nodiscard]] base::Result<NewRegulation> read_new_regulation(std::string_view body);
struct RegulationForm {
    std::int64_t version = 0;
    RegulationTerms terms;
};
/// The same with "version" in the place of "id".
[[nodiscard]] base::Result<RegulationForm> read_regulation_form(std::string_view body);
struct StepForm {
    std::int64_t version = 0;
    RegulationStep step;
};
/// {"version","act","on","document","note"}
[[nodiscard]] base::Result<StepForm> read_step(std::string_view body);
/// which, problem, measure, page, page_size. Refuses: number_out_of_range, unknown_name (which),
/// expected_id (problem, measure).
[[nodiscard]] base::Result<RegulationFilter> read_regulation_filter(const http::Request& request,
                                                                    ProgrammeId programme);

[[nodiscard]] std::string to_json(const Regulation& one, const Reader& reader);
/// {"rows","total","page","page_size","counts":{…},"may":["add"]}
[[nodiscard]] std::string to_json(const RegisterView& view, const ledger::Page& asked,
                                  const Reader& reader);
/// {"rows":[{"measure":{"id","number","text"},"claimed","issued","drafting"}]}
[[nodiscard]] std::string to_json(const std::vector<ClaimDifference>& differences,
                                  const Reader& reader);
/// {"rows"}
[[nodiscard]] std::string to_json(const std::vector<Regulation>& rows, const Reader& reader);

}  // namespace regulations
