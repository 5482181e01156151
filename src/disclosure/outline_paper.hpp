// The public notice of a programme (公开版通报) as it is made of the ledger: days, counts by state,
// calling to account by form, rules made, money recovered, then area, problem, what was done, and
// what comes next. Every figure counts what the lists and reports of the same day count. Pure.
#pragma once

#include <optional>

#include "disclosure/passage.hpp"
#include "documents/report_paper.hpp"
#include "regulations/register_store.hpp"
#include "supervision/accountability_store.hpp"

namespace disclosure {

/// How the public reaches the office; what is empty is left out.
struct Contacts {
    std::string phone, address, email;
    [[nodiscard]] bool empty() const { return phone.empty() && address.empty() && email.empty(); }
    bool operator==(const Contacts&) const = default;
};

struct OutlineSource {
    documents::ListSource rows;  // without what is guarded
    ledger::Inspection inspection;
    std::optional<base::Date> inspected_from, inspected_to, feedback_on;
    /// Nothing where it is not to be told.
    std::optional<std::vector<supervision::FormCount>> accountability;
    regulations::RegulationCounts regulations;
    Contacts contacts;
};

/// What the notice counts, before it becomes words.
struct OutlineFigures {
    documents::ReportFigures ledger;
    std::int64_t rules_made = 0;  // made and revised
    std::int64_t recovered_yuan = 0;
};
[[nodiscard]] OutlineFigures count(const OutlineSource& source);

/// 区财政局关于巡察整改情况的通报
[[nodiscard]] std::string outline_title(const OutlineSource& source);
[[nodiscard]] Paragraphs outline_of(const OutlineSource& source);

/// 12.5万元; 8600元.
[[nodiscard]] std::string money_in_words(std::int64_t yuan);

}  // namespace disclosure
