#include "opinions/opinion.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/text_length.hpp"

namespace opinions {
namespace {

using base::ErrorKind;
using base::refuse;

bool is_of_team(const LifeMeeting& meeting, ParticipantId id) {
    const auto team = life_meetings::team_of(meeting);
    return std::any_of(team.begin(), team.end(), [&](const auto* one) { return one->id == id; });
}

base::Error about_nobody(std::string field) {
    return refuse(ErrorKind::invalid, "opinion_about_nobody_of_the_team", std::move(field));
}

}  // namespace

std::string digest_of(OpinionId id, std::string_view text) {
    const auto algorithm = base::preferred_algorithm();
    return std::string(base::name_of(algorithm)) + ":" +
           base::digest(algorithm, id.text() + "\n" + std::string(text));
}

bool is_intact(const Opinion& one) {
    constexpr std::string_view sha = "sha256:";
    const auto algorithm =
        one.digest.starts_with(sha) ? base::Algorithm::sha256 : base::Algorithm::sm3;
    const auto plain = one.id.text() + "\n" + one.line.text;
    return one.digest ==
           std::string(base::name_of(algorithm)) + ":" + base::digest(algorithm, plain);
}

std::vector<base::Error> faults_of(const std::vector<Line>& lines, const LifeMeeting& meeting) {
    std::vector<base::Error> faults;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].about && !is_of_team(meeting, *lines[i].about))
            faults.push_back(about_nobody("lines[" + std::to_string(i) + "].about"));
    return faults;
}

base::Result<void> check(const Sheet& sheet, const Collection& collection,
                         const LifeMeeting& meeting) {
    std::vector<base::Error> faults;
    if (sheet.channel == Channel::code)
        faults.push_back(refuse(ErrorKind::invalid, "sheet_needs_another_channel", "channel"));
    else if (!collection.has(sheet.channel))
        faults.push_back(refuse(ErrorKind::invalid, "opinion_channel_not_chosen", "channel",
                                {{"value", std::string(words_of(sheet.channel))}}));
    if (!collection.has(sheet.voice))
        faults.push_back(refuse(ErrorKind::invalid, "opinion_voice_not_chosen", "voice",
                                {{"value", std::string(words_of(sheet.voice))}}));
    for (auto& fault : faults_of(sheet.lines, meeting)) faults.push_back(std::move(fault));
    if (auto fault = base::together(std::move(faults))) return *fault;
    return {};
}

base::Result<void> check(const Correction& correction, const Opinion& opinion,
                         const LifeMeeting& meeting, const Standing& standing) {
    if (auto no = why_not(KeeperAct::strike, meeting, standing)) return *no;
    if (opinion.strike) return refuse(ErrorKind::illegal_transition, "opinion_is_struck");
    if (auto no = base::why_too_short(correction.reason, "reason_too_short", "reason")) return *no;
    if (!correction.instead) return {};
    const auto& instead = *correction.instead;
    if (instead.about && !is_of_team(meeting, *instead.about)) return about_nobody("instead.about");
    if (instead == opinion.line)
        return refuse(ErrorKind::invalid, "correction_says_the_same", "instead");
    return {};
}

bool counts_by_person(const Standing& standing) {
    return standing.keeper || standing.superior || standing.is_principal();
}

bool is_for(const Line& line, ParticipantId participant) {
    return !line.about || *line.about == participant;
}

std::optional<base::Error> why_not_receive(const Standing& standing) {
    if (standing.in_team()) return std::nullopt;
    return refuse(ErrorKind::forbidden, "only_the_team_receives_opinions");
}

}  // namespace opinions
