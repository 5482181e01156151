// Looking at evidence: what stands at a row, what stands in a programme, and the file itself.
#include <algorithm>

#include "evidence/evidence_store.hpp"
#include "ledger/evidence_step_actions.hpp"
#include "ledger/restricted_actions.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::size_t found_max = 100;

using Series = std::vector<evidence::Item>;  // its versions, oldest first

std::vector<Series> parted(std::vector<evidence::Item> items) {
    std::vector<Series> all;
    for (auto& item : items) {
        const bool goes_on =
            !all.empty() && all.back().front().evidence.series == item.evidence.series;
        if (!goes_on) all.emplace_back();
        all.back().push_back(std::move(item));
    }
    return all;
}

/// The rows with these files: those this person sees, and all that nothing guards.
struct Places {
    std::vector<EvidencePlace> seen, unguarded;
};

Places places_of(db::Transaction& transaction, const std::vector<evidence::Item>& items,
                 const base::Scope& scope) {
    std::vector<std::string> digests;
    for (const auto& item : items) digests.push_back(item.evidence.digest);
    std::sort(digests.begin(), digests.end());
    digests.erase(std::unique(digests.begin(), digests.end()), digests.end());
    return {list_places(transaction, digests, scope),
            list_places(transaction, digests, base::Scope::everything())};
}

/// A row is told once, however often the file stands there.
bool is_told(const std::vector<EvidencePlace>& places, const EvidencePlace& place) {
    return std::any_of(places.begin(), places.end(),
                       [&](const EvidencePlace& one) { return one.id == place.id; });
}

EvidenceVersion version_of(const evidence::Item& item, const ProvenRow& row, const Places& places,
                           std::optional<base::Date> feedback_on) {
    EvidenceVersion version{item, false, evidence::hints_of(item, feedback_on), {}, 0};
    const auto concerns = [&](const EvidencePlace& place) {
        return place.digest == item.evidence.digest && place.id != row.id;
    };
    for (const auto& place : places.seen)
        if (concerns(place) && !is_told(version.elsewhere, place))
            version.elsewhere.push_back(place);
    std::vector<EvidencePlace> unseen;
    for (const auto& place : places.unguarded)
        if (concerns(place) && !is_told(version.elsewhere, place) && !is_told(unseen, place))
            unseen.push_back(place);
    version.elsewhere_unseen = static_cast<std::int64_t>(unseen.size());
    return version;
}

std::vector<EvidenceAct> acts_on(db::Transaction& transaction, const ProvenRow& row,
                                 evidence::EvidenceId series, const base::Actor& actor) {
    std::vector<EvidenceAct> may;
    const auto links = evidence::list_links(transaction, series);
    if (!why_not_replace(transaction, row, links, actor))
        may = {EvidenceAct::replace, EvidenceAct::correct};
    if (!why_not(EvidenceAct::remove, row, actor)) may.push_back(EvidenceAct::remove);
    return may;
}

std::vector<RequiredKind> required_at(const ProvenRow& row, const std::vector<EvidenceSeries>& all,
                                      const RequiredEvidence& required) {
    std::vector<RequiredKind> kinds;
    for (const auto kind : row.kind == "problem" ? required.problem : required.measure)
        kinds.push_back({kind, std::any_of(all.begin(), all.end(), [&](const auto& one) {
                             return one.newest.item.evidence.kind == kind;
                         })});
    return kinds;
}

bool says(const evidence::Item& item, std::string_view words) {
    return item.evidence.name.find(words) != std::string::npos ||
           item.evidence.description.find(words) != std::string::npos;
}

/// What was found, and the row through which it was seen.
struct Sighted {
    evidence::Item item;
    std::vector<ProvenRow> rows;
};

base::Result<Sighted> sighted(db::Transaction& transaction, const base::Actor& actor,
                              evidence::EvidenceId id) {
    auto item = evidence::find_item(transaction, id);
    if (!item || item->evidence.removed) return evidence_not_found();
    Sighted found{std::move(*item), {}};
    for (const auto& link : evidence::list_links(transaction, found.item.evidence.series)) {
        const auto at = proven_id(link.subject_kind, link.subject_id);
        if (!at) continue;
        if (const auto row = load_proven(transaction, *at, actor.scope)) found.rows.push_back(*row);
    }
    if (found.rows.empty()) return evidence_not_found();
    return found;
}

}  // namespace

EvidenceList evidence_at(db::Transaction& transaction, const base::Actor& actor,
                         const ProvenRow& row, const Programme& programme) {
    const auto items = evidence::list_items_at(transaction, row.id);
    const auto places = places_of(transaction, items, actor.scope);
    EvidenceList list;
    for (const auto& series : parted(items)) {
        EvidenceSeries shown;
        for (const auto& item : series) {
            auto version = version_of(item, row, places, programme.feedback_on);
            if (&item != &series.front()) {
                version.corrected = evidence::corrects(item.evidence, shown.newest.item.evidence);
                shown.earlier.insert(shown.earlier.begin(), std::move(shown.newest));
            }
            shown.newest = std::move(version);
        }
        shown.may = acts_on(transaction, row, series.front().evidence.series, actor);
        list.rows.push_back(std::move(shown));
    }
    for (const auto act : {EvidenceAct::add, EvidenceAct::link})
        if (!why_not(act, row, actor)) list.may.push_back(act);
    list.required = required_at(row, list.rows, programme.required_evidence);
    return list;
}

base::Result<EvidenceList> list_evidence(const EvidenceNeeds& needs, const base::Actor& actor,
                                         ProvenId at) {
    std::optional<ProvenRow> looked;
    auto list =
        needs.ledger.database.read([&](db::Transaction& transaction) -> base::Result<EvidenceList> {
            const auto row = load_proven(transaction, at, actor.scope);
            if (!row) return row.error();
            looked = *row;
            const auto programme = load_programme(transaction, row->programme, base::unbounded());
            if (!programme) return programme.error();
            return evidence_at(transaction, actor, *row, *programme);
        });
    if (list && !list->rows.empty()) note_restricted_read(needs.ledger, actor, subject_of(*looked));
    return list;
}

base::Result<std::vector<evidence::Item>> search_evidence(const EvidenceNeeds& needs,
                                                          const base::Actor& actor,
                                                          ProgrammeId programme,
                                                          std::string_view words) {
    return needs.ledger.database.read(
        [&](db::Transaction& transaction) -> base::Result<std::vector<evidence::Item>> {
            const auto found = load_programme(transaction, programme, actor.scope);
            if (!found) return found.error();
            const auto seen = list_series_in_sight(transaction, programme, actor.scope);
            std::vector<evidence::Item> items;
            for (auto& item : evidence::list_items_of(transaction, programme)) {
                if (!seen.contains(item.evidence.series) || !says(item, words)) continue;
                items.push_back(std::move(item));
                if (items.size() == found_max) break;
            }
            return items;
        });
}

base::Result<FetchedEvidence> fetch_evidence(const EvidenceNeeds& needs, const base::Actor& actor,
                                             evidence::EvidenceId id) {
    const auto found = needs.ledger.database.read(
        [&](db::Transaction& transaction) { return sighted(transaction, actor, id); });
    if (!found) return found.error();
    const auto& rows = found->rows;
    // Where it also stands at a row that all may see, nothing restricted was read.
    const bool open = std::any_of(rows.begin(), rows.end(),
                                  [](const ProvenRow& row) { return row.guards.empty(); });
    if (!open) note_restricted_read(needs.ledger, actor, subject_of(rows.front()));
    auto blob = open_kept(needs, found->item.evidence.digest, found->item.evidence.name);
    if (!blob) return blob.error();
    return FetchedEvidence{found->item, std::move(*blob)};
}

}  // namespace ledger
