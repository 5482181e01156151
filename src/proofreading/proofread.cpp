#include "proofreading/proofread.hpp"

#include <algorithm>

#include "proofreading/day.hpp"
#include "proofreading/figure.hpp"
#include "proofreading/layout.hpp"
#include "proofreading/numbering.hpp"
#include "proofreading/official_form.hpp"
#include "proofreading/personal.hpp"
#include "proofreading/placeholder.hpp"
#include "proofreading/sign.hpp"
#include "proofreading/unit_name.hpp"
#include "text/live_mark.hpp"

namespace proofreading {
namespace {

/// A figure is told by the ledger, so its mark is no gap, and no fix may break it.
void leave_live_figures(const Passages& passages, std::vector<Finding>& findings) {
    std::erase_if(findings, [&](const Finding& one) {
        if (one.end == 0) return false;
        const auto marks = text::live_marks(passages[one.passage].text);
        return std::any_of(marks.begin(), marks.end(), [&](const text::LiveMark& mark) {
            return one.begin < mark.end && mark.begin < one.end;
        });
    });
}

}  // namespace

std::vector<Finding> proofread(const Passages& passages, const Given& given) {
    Found found;
    find_placeholders(passages, found);
    find_figures(passages, given.facts, found);
    find_numbering(passages, found);
    find_days(passages, given.facts, found);
    find_names(passages, given.facts, found);
    find_wordings(passages, given.dictionary, found);
    find_form(passages, found);
    find_signs(passages, found);
    find_personal(passages, found);
    if (given.look != nullptr) find_layout(passages, *given.look, found);
    if (given.live_figures) leave_live_figures(passages, found.all);
    settle(passages, found.all);
    if (found.all.size() > findings_max) {
        const auto left = std::to_string(found.all.size() - findings_max);
        found.all.resize(findings_max);
        found.add(found.all.back().kind, Severity::hint, {0, 0, 0}, "另有" + left + "处没有列出。",
                  "先改正已列出的，再校对一遍。");
        settle(passages, found.all);
    }
    return std::move(found.all);
}

}  // namespace proofreading
