#include "documents/document_set.hpp"

#include <algorithm>

namespace documents {

using base::ErrorKind;
using base::refuse;

std::string_view name_of(SetPeriod period) {
    return period == SetPeriod::week ? "week" : "month";
}
std::optional<SetPeriod> set_period_of(std::string_view name) {
    if (name == "week") return SetPeriod::week;
    if (name == "month") return SetPeriod::month;
    return std::nullopt;
}

base::Result<std::vector<DocumentKind>> kinds_in_order(const std::vector<DocumentKind>& kinds) {
    std::vector<DocumentKind> ordered;
    for (const auto kind : kinds)
        if (!may_be_in_a_set(kind))
            return refuse(ErrorKind::invalid, "document_is_not_for_sets", "kinds",
                          {{"value", std::string(words_of(kind))}});
    for (const auto kind : document_kinds)
        if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) ordered.push_back(kind);
    if (ordered.empty()) return refuse(ErrorKind::invalid, "document_set_is_empty", "kinds");
    return ordered;
}

std::optional<base::Error> why_not_keep(const DocumentSet& one, const base::Actor& actor) {
    if (one.shared && !actor.may(base::Act::edit_ledger))
        return refuse(ErrorKind::forbidden, "only_the_office_edits");
    return std::nullopt;
}

base::Result<DocumentSet> keep(const DocumentSet& wanted, const std::vector<DocumentSet>& seen,
                               const base::Actor& actor) {
    if (auto no = why_not_keep(wanted, actor)) return *no;
    auto kinds = kinds_in_order(wanted.choice.kinds);
    if (!kinds) return kinds.error();
    auto kept = wanted;
    kept.choice.kinds = std::move(*kinds);
    const auto same = std::find_if(seen.begin(), seen.end(), [&](const DocumentSet& one) {
        return one.name == wanted.name && one.shared == wanted.shared;
    });
    if (same != seen.end()) {
        kept.id = same->id;
    } else if (seen.size() >= document_sets_max) {
        return refuse(ErrorKind::conflict, "too_many_document_sets", {},
                      {{"accepted", std::to_string(document_sets_max)}});
    }
    return kept;
}

}  // namespace documents
