#include "opinions/gathered_problem.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"

namespace opinions {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, std::size(gathered_sources)> source_names{
    "opinions",       "feedback", "ideology_check",   "cadre_assessment",
    "work_appraisal", "audit",    "other_supervision"};
constexpr std::array<std::string_view, std::size(gathered_sources)> source_words{
    "征求意见", "巡视巡察反馈", "意识形态检查", "干部考核", "工作考评", "审计", "其他监督检查"};

bool is_of_team(const LifeMeeting& meeting, ParticipantId id) {
    const auto* found = life_meetings::find_participant(meeting, id);
    return found != nullptr && found->is_of_team() && !found->left_on;
}

void check_opinions(const NewGathered& wanted, const std::vector<Opinion>& opinions,
                    std::vector<base::Error>& faults) {
    if (wanted.opinions.empty()) {
        if (wanted.source == Source::opinions)
            faults.push_back(refuse(ErrorKind::invalid, "gathered_needs_opinions", "opinions"));
        return;
    }
    const bool fit = opinions.size() == wanted.opinions.size() &&
                     std::all_of(opinions.begin(), opinions.end(), [&](const Opinion& one) {
                         return !one.strike && one.line.about == wanted.about;
                     });
    if (!fit) faults.push_back(refuse(ErrorKind::invalid, "opinions_are_of_another", "opinions"));
}

}  // namespace

std::string_view name_of(Source source) {
    return source_names[static_cast<std::size_t>(source)];
}
std::optional<Source> source_of(std::string_view name) {
    return base::named<Source>(source_names, name);
}
std::string_view words_of(Source source) {
    return source_words[static_cast<std::size_t>(source)];
}

bool Gathered::is_claimed() const {
    return std::any_of(claims.begin(), claims.end(),
                       [](const Claim& one) { return one.claimed_at.has_value(); });
}

base::Result<void> check_given(const std::vector<ParticipantId>& given_to,
                               const std::optional<ParticipantId>& about,
                               const LifeMeeting& meeting) {
    for (const auto one : given_to)
        if (!is_of_team(meeting, one) || (about && *about != one))
            return refuse(ErrorKind::invalid, "gathered_is_given_to_others", "given_to");
    return {};
}

base::Result<void> check(const NewGathered& wanted, const std::vector<Opinion>& opinions,
                         const LifeMeeting& meeting) {
    std::vector<base::Error> faults;
    if (wanted.about && !is_of_team(meeting, *wanted.about))
        faults.push_back(refuse(ErrorKind::invalid, "opinion_about_nobody_of_the_team", "about"));
    check_opinions(wanted, opinions, faults);
    if (wanted.source == Source::feedback && !wanted.problem)
        faults.push_back(refuse(ErrorKind::invalid, "gathered_needs_a_problem", "problem"));
    if (wanted.text.empty())
        faults.push_back(refuse(ErrorKind::invalid, "gathered_text_missing", "text"));
    if (auto fault = base::together(std::move(faults))) return *fault;
    return check_given(wanted.given_to, wanted.about, meeting);
}

bool sees(const Standing& standing, const Gathered& one) {
    if (standing.keeper) return true;
    if (standing.is_principal() && !one.about) return true;
    return standing.in_team() &&
           std::any_of(one.claims.begin(), one.claims.end(),
                       [&](const Claim& claim) { return standing.is(claim.participant); });
}

std::optional<base::Error> why_not_claim(const Gathered& one, const Standing& standing) {
    for (const auto& claim : one.claims) {
        if (!standing.in_team() || !standing.is(claim.participant)) continue;
        if (!claim.claimed_at) return std::nullopt;
        return refuse(ErrorKind::illegal_transition, "gathered_is_claimed_by_you");
    }
    return refuse(ErrorKind::forbidden, "gathered_is_not_given_to_you");
}

std::optional<base::Error> why_not_drop(const Gathered& one, const LifeMeeting& meeting,
                                        const Standing& standing) {
    if (auto no = why_not(KeeperAct::gather, meeting, standing)) return *no;
    if (one.is_claimed()) return refuse(ErrorKind::illegal_transition, "gathered_is_claimed");
    return std::nullopt;
}

}  // namespace opinions
