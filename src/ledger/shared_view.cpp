#include "ledger/shared_view.hpp"

#include <algorithm>

namespace ledger {

std::optional<base::Error> why_not_share(const base::Actor& actor) {
    if (actor.may(base::Act::edit_ledger)) return std::nullopt;
    return base::refuse(base::ErrorKind::forbidden, "only_the_office_edits");
}

base::Result<SharedView> share(const SharedView& wanted, const std::vector<SharedView>& others,
                               const base::Actor& actor) {
    if (auto no = why_not_share(actor)) return *no;
    auto kept = wanted;
    const auto same = std::find_if(others.begin(), others.end(), [&](const SharedView& other) {
        return other.name == wanted.name;
    });
    if (same != others.end())
        kept.id = same->id;
    else if (others.size() >= shared_views_max)
        return base::refuse(base::ErrorKind::conflict, "too_many_shared_views", "name",
                            {{"accepted", std::to_string(shared_views_max)}});
    return kept;
}

}  // namespace ledger
