#include "ledger/waiting.hpp"

#include <algorithm>

#include "base/names.hpp"

namespace ledger {
namespace {

using base::Act;

constexpr std::array<std::string_view, 2> view_names{"measures", "problems"};
constexpr std::array<std::string_view, 8> waiting_names{"claim",    "report",  "returned", "review",
                                                        "due_soon", "overdue", "stalled",  "proof"};
constexpr std::array<std::string_view, 2> reach_names{"unit", "all"};

constexpr std::array<WaitingSection, 10> sections{{
    {View::problems, Waiting::review, Act::sign, false},
    {View::measures, Waiting::review, Act::review, false},
    {View::measures, Waiting::overdue, Act::read_ledger},
    {View::measures, Waiting::returned, Act::report_progress},
    {View::problems, Waiting::returned, Act::claim_problem},
    {View::measures, Waiting::due_soon, Act::read_ledger},
    {View::measures, Waiting::proof, Act::report_progress},
    {View::measures, Waiting::stalled, Act::read_ledger},
    {View::problems, Waiting::claim, Act::claim_problem},
    {View::measures, Waiting::report, Act::report_progress},
}};

}  // namespace

std::string_view name_of(View view) {
    return view_names[static_cast<std::size_t>(view)];
}
std::string_view name_of(Waiting waiting) {
    return waiting_names[static_cast<std::size_t>(waiting)];
}
std::string_view name_of(Reach reach) {
    return reach_names[static_cast<std::size_t>(reach)];
}
std::optional<Waiting> waiting_of(std::string_view name) {
    return base::named<Waiting>(waiting_names, name);
}
std::optional<Reach> reach_of(std::string_view name) {
    return base::named<Reach>(reach_names, name);
}

bool is_asked_of(View view, Waiting waiting) {
    if (waiting == Waiting::claim) return view == View::problems;
    const bool of_measures =
        waiting == Waiting::report || waiting == Waiting::stalled || waiting == Waiting::proof;
    return !of_measures || view == View::measures;
}

std::vector<WaitingSection> sections_for(const base::Actor& actor, Reach reach) {
    return open_to(sections, actor, reach);
}

}  // namespace ledger
