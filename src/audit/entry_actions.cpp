#include "audit/entry_actions.hpp"

#include <algorithm>
#include <charconv>

#include "base/id.hpp"

namespace audit {
namespace {

using Ids = std::vector<std::string>;
constexpr std::size_t names_max =
    5'000;  // a statement takes no more parameters than some ten thousand

// An id, or what people call it by.
Ids subjects_of(db::Transaction& transaction, const EntryQuery& query) {
    const auto& words = query.subject;
    if (base::UnitId::parse(words)) return {words};
    if (query.kind == "account") return list_accounts_named(transaction, words);
    if (query.kind == "unit") return list_units_named(transaction, words);
    if (query.kind == "area" || query.kind == "problem" || query.kind == "measure") {
        std::int64_t number = 0;
        const auto* end = words.data() + words.size();
        const auto [stopped, error] = std::from_chars(words.data(), end, number);
        if (error != std::errc() || stopped != end) return {};
        return list_rows_numbered(transaction, query.kind, query.chain, number);
    }
    return {words};
}

}  // namespace

EntryFilter filter_for(db::Transaction& transaction, const EntryQuery& query) {
    EntryFilter filter{query, {}, {}};
    if (!query.actor.empty())
        filter.actor_ids = base::AccountId::parse(query.actor)
                               ? Ids{query.actor}
                               : list_accounts_named(transaction, query.actor);
    if (!query.subject.empty()) filter.subject_ids = subjects_of(transaction, query);
    return filter;
}

std::vector<EntryRow> list_named_entries(db::Transaction& transaction, const EntryFilter& filter) {
    auto rows = list_entries(transaction, filter);
    Ids ids;
    for (const auto& row : rows)
        for (auto& id : ids_in(row)) ids.push_back(std::move(id));
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    ids.resize(std::min(ids.size(), names_max));
    const auto names = list_names(transaction, ids);
    for (auto& row : rows)
        for (const auto& id : ids_in(row))
            if (const auto found = names.find(id); found != names.end())
                row.names[id] = found->second;
    return rows;
}

base::Result<EntryPage> search_entries(const Needs& needs, const EntryQuery& query) {
    if (const auto good = check(query); !good) return good.error();
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<EntryPage> {
        auto filter = filter_for(transaction, query);
        ++filter.query.rows_max;  // One more tells whether there are more.
        EntryPage page{list_named_entries(transaction, filter), {}};
        if (static_cast<std::int64_t>(page.rows.size()) <= query.rows_max) return page;
        page.rows.pop_back();
        const auto& last = page.rows.back().entry;
        page.next = Mark{last.at, last.chain, last.sequence};
        return page;
    });
}

std::vector<ledger::ProgrammeTitle> list_chains(const Needs& needs) {
    return needs.database.read(
        [](db::Transaction& transaction) { return ledger::list_programme_titles(transaction); });
}

}  // namespace audit
