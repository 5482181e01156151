#include "ledger/quality_actions.hpp"

#include <algorithm>
#include <map>

namespace ledger {
namespace {

QualityPage page_of(std::vector<Finding> all, const QualityQuestion& asked) {
    QualityPage page;
    std::map<Check, std::int64_t> checks;
    std::map<std::string, std::int64_t> units;
    const auto begin = (asked.page.page - 1) * asked.page.page_size;
    for (auto& finding : all) {
        const bool of_check = !asked.check || finding.check == *asked.check;
        const bool of_unit = !asked.unit || finding.unit == *asked.unit;
        if (of_unit) ++checks[finding.check];
        if (of_check) ++units[finding.unit];
        if (!of_check || !of_unit) continue;
        const auto number = page.total++;
        if (number >= begin && number < begin + asked.page.page_size)
            page.rows.push_back(std::move(finding));
    }
    page.checks.assign(checks.begin(), checks.end());
    page.units.assign(units.begin(), units.end());
    std::stable_sort(page.units.begin(), page.units.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return page;
}

}  // namespace

base::Result<QualityPage> check_quality(const Needs& needs, const base::Actor& actor,
                                        ProgrammeId programme, const QualityQuestion& question) {
    CheckedLedger checked;
    // What was read is looked at after the transaction, which keeps nobody waiting meanwhile.
    const auto read = needs.database.read([&](db::Transaction& transaction) -> base::Result<void> {
        const auto found = load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        checked = read_checked(transaction, *found, actor.scope);
        return {};
    });
    if (!read) return read.error();
    auto page = page_of(findings_in(checked), question);
    page.elsewhere_cut = checked.elsewhere_cut;
    return page;
}

base::Result<CoveragePage> view_coverage(const Needs& needs, const base::Actor& actor,
                                         ProgrammeId programme, const Page& page) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<CoveragePage> {
        const auto found = load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        return list_coverage(transaction, programme, page, actor.scope);
    });
}

}  // namespace ledger
