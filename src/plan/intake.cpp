#include "plan/intake.hpp"

#include "plan/grammar_outline.hpp"
#include "plan/grammar_sections.hpp"
#include "plan/read_ledger.hpp"
#include "plan/read_title.hpp"

namespace plan {
namespace {

Trust trust_of(std::string_view kind) {
    if (kind == "life_meeting_plan") return Trust::none;
    if (kind == "principal_report" || kind == "other") return Trust::proof;
    return kind == "feedback" ? Trust::problems : Trust::headings;
}

}  // namespace

PlanDocument read_plan(const office::Document& document) {
    PlanDocument out;
    auto lines = lines_of(document);
    const auto title = title_of(lines, document.title_property);
    out.title = title.text;
    out.kind = kind_of(title, lines, document.format);
    read_declared(lines, out);
    const auto outline = outline_of(std::move(lines), title.found ? title.last + 1 : 0);
    const auto sections = sections_of(outline, trust_of(out.kind));
    out.areas = ledger_of(outline, sections);
    return out;
}

}  // namespace plan
