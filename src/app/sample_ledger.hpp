// The three programmes of the sample: one half worked, one just imported, one waiting for its plan.
#pragma once

#include <map>

#include "app/sample.hpp"

namespace app {

/// The people and units the programmes refer to, by account and by name.
struct SamplePeople {
    std::map<std::string, base::UnitId> units;
    std::map<std::string, base::Actor> actors;
    std::vector<SampleAccount> accounts;
};

/// A new one, made now.
template <class Id>
[[nodiscard]] Id make_id(const ledger::Needs& needs) {
    return Id::make(needs.clock.now(), needs.random);
}

/// Returns the titles. Refuses what the actions refuse, which would be a fault of the sample.
[[nodiscard]] base::Result<std::vector<std::string>> open_sample_programmes(
    const SampleNeeds& needs, const SamplePeople& people);

}  // namespace app
