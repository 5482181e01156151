// An invented district for trying the program: units, people, accounts and three programmes in
// different states, made through the same actions that people use. Nobody and nothing in it exists.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "accounts/needs.hpp"
#include "dossier/dossier_actions.hpp"
#include "plan/import_actions.hpp"

namespace app {

struct SampleNeeds {
    accounts::Needs accounts;
    plan::Needs plan;
    dossier::Needs dossier;
};

struct SampleAccount {
    std::string account, person, unit, role_words;
};
struct Sample {
    std::vector<SampleAccount> accounts;  // all with the given password
    std::vector<std::string> programmes;
};

/// Fills an installation that holds no unit yet. `password` becomes every sample account's own.
/// Refuses: installation_is_not_empty, what the password rule and the actions refuse.
[[nodiscard]] base::Result<Sample> fill_with_sample(const SampleNeeds& needs,
                                                    const std::string& password);

/// The plan text with "{+30}" and "{-5}" turned into days from today: 2026年12月21日.
[[nodiscard]] std::string with_days(std::string_view text, base::Date today);

}  // namespace app
