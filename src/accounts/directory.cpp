#include "accounts/directory.hpp"

#include "accounts/name.hpp"

namespace accounts {

UnitDirectory::UnitDirectory(const std::vector<Unit>& units) {
    for (const auto& unit : units) add(unit);
}

void UnitDirectory::add(const Unit& unit) {
    by_name_[name_key(unit.name)].push_back(unit.id);
    const auto short_key = name_key(unit.short_name);
    if (!short_key.empty()) by_short_name_[short_key].push_back(unit.id);
}

const std::vector<base::UnitId>* UnitDirectory::bearers_of(std::string_view name) const {
    const auto key = name_key(name);
    if (const auto found = by_name_.find(key); found != by_name_.end()) return &found->second;
    if (const auto found = by_short_name_.find(key); found != by_short_name_.end())
        return &found->second;
    return nullptr;
}

std::optional<base::UnitId> UnitDirectory::find(std::string_view name) const {
    const auto* bearers = bearers_of(name);
    if (bearers == nullptr || bearers->size() != 1) return std::nullopt;
    return bearers->front();
}

bool UnitDirectory::is_ambiguous(std::string_view name) const {
    const auto* bearers = bearers_of(name);
    return bearers != nullptr && bearers->size() > 1;
}

PersonDirectory::PersonDirectory(const std::vector<Person>& persons) {
    for (const auto& person : persons) add(person);
}

void PersonDirectory::add(const Person& person) {
    by_name_[name_key(person.name)].push_back({person.id, person.unit});
}

std::optional<base::PersonId> PersonDirectory::find(std::string_view name,
                                                    std::optional<base::UnitId> unit) const {
    const auto found = by_name_.find(name_key(name));
    if (found == by_name_.end()) return std::nullopt;
    if (found->second.size() == 1) return found->second.front().id;
    std::optional<base::PersonId> only;
    for (const auto& bearer : found->second) {
        if (!unit || bearer.unit != unit) continue;
        if (only) return std::nullopt;
        only = bearer.id;
    }
    return only;
}

}  // namespace accounts
