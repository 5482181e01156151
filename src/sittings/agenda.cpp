#include "sittings/agenda.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"

namespace sittings {
namespace {

using base::ErrorKind;
using life_meetings::Part;
using life_meetings::Participant;

constexpr std::array<std::string_view, 13> topic_names{
    "preparation",    "last_year",           "progress_notice",
    "opinions",       "guide_requirements",  "team_check",
    "self_check",     "criticism",           "reply",
    "guide_comments", "leader_requirements", "commitment",
    "other"};
constexpr std::array<std::string_view, 13> topic_words{"通报会前准备情况",
                                                       "报告上次民主生活会整改措施落实情况",
                                                       "通报巡视巡察整改进展",
                                                       "通报征求意见情况",
                                                       "到会指导同志提出要求",
                                                       "班子对照检查",
                                                       "个人对照检查",
                                                       "相互批评",
                                                       "表态",
                                                       "到会指导同志点评",
                                                       "联系领导提出要求",
                                                       "主要负责人总结表态",
                                                       "其他"};

base::Error refuse_turn(std::string_view code, const LifeMeeting& meeting,
                        std::optional<ParticipantId> who) {
    return base::refuse(ErrorKind::invalid, code, "turns", {{"name", name_in(meeting, who)}});
}

bool is_known(const LifeMeeting& meeting, const std::optional<ParticipantId>& who) {
    return !who || life_meetings::find_participant(meeting, *who) != nullptr;
}

bool is_about_somebody(Topic topic) {
    return topic == Topic::self_check || topic == Topic::criticism || topic == Topic::reply;
}

std::size_t position_of(const std::vector<Turn>& turns, Topic topic,
                        std::optional<ParticipantId> about = {}) {
    const auto found = std::find_if(turns.begin(), turns.end(), [&](const Turn& one) {
        return one.topic == topic && (!about || one.about == about);
    });
    return static_cast<std::size_t>(found - turns.begin());
}

base::Result<void> check_people(const std::vector<Turn>& turns, const LifeMeeting& meeting) {
    for (const auto& one : turns) {
        const bool named = is_known(meeting, one.about) && is_known(meeting, one.speaker);
        if (!named || (is_about_somebody(one.topic) && !one.about))
            return base::refuse(ErrorKind::invalid, "turn_names_an_unknown_person", "turns");
        if (one.topic == Topic::criticism && (!one.speaker || one.speaker == one.about))
            return refuse_turn("criticism_needs_two_members", meeting, one.about);
    }
    return {};
}

/// Where a self-check stands among the others.
base::Result<void> check_self_check(const std::vector<Turn>& turns, std::size_t at,
                                    const LifeMeeting& meeting) {
    const auto about = turns[at].about;
    const auto team = position_of(turns, Topic::team_check);
    if (team < turns.size() && at < team)
        return refuse_turn("team_comes_before_members", meeting, about);
    const auto* principal = life_meetings::principal_of(meeting);
    if (principal == nullptr || principal->id == about) return {};
    const auto first = position_of(turns, Topic::self_check, principal->id);
    if (first < turns.size() && at < first)
        return refuse_turn("principal_comes_before_members", meeting, about);
    return {};
}

/// Between the self-check and what is said of it nobody else begins.
base::Result<void> check_criticism(const std::vector<Turn>& turns, std::size_t at,
                                   const LifeMeeting& meeting) {
    const auto about = turns[at].about;
    const auto self = position_of(turns, Topic::self_check, about);
    if (self >= at) return refuse_turn("self_comes_before_mutual", meeting, about);
    for (auto i = self + 1; i < at; ++i)
        if (turns[i].topic == Topic::self_check)
            return refuse_turn("criticism_goes_one_by_one", meeting, about);
    if (position_of(turns, Topic::reply, about) < at)
        return refuse_turn("reply_comes_after_criticism", meeting, about);
    return {};
}

Turn turn_of(Topic topic, std::optional<ParticipantId> about = {},
             std::optional<ParticipantId> speaker = {}, std::int64_t minutes = 0) {
    Turn one;
    one.topic = topic;
    one.about = about;
    one.speaker = speaker;
    one.minutes = minutes;
    return one;
}

void add_person(std::vector<Turn>& turns, const std::vector<const Participant*>& team,
                const Participant& one) {
    turns.push_back(turn_of(Topic::self_check, one.id, one.id, 15));
    for (const auto* other : team)
        if (other->id != one.id) turns.push_back(turn_of(Topic::criticism, one.id, other->id, 3));
    turns.push_back(turn_of(Topic::reply, one.id, one.id, 2));
}

}  // namespace

std::string_view name_of(Topic topic) {
    return topic_names[static_cast<std::size_t>(topic)];
}
std::optional<Topic> topic_of(std::string_view name) {
    return base::named<Topic>(topic_names, name);
}
std::string_view words_of(Topic topic) {
    return topic_words[static_cast<std::size_t>(topic)];
}

std::vector<Turn> usual_turns(const LifeMeeting& meeting) {
    const auto team = life_meetings::team_of(meeting);
    const auto* host = life_meetings::principal_of(meeting);
    const auto principal = host ? std::optional(host->id) : std::nullopt;
    std::optional<ParticipantId> guide;
    for (const auto& one : meeting.participants)
        if (one.part == Part::guide && !one.left_on && !guide) guide = one.id;
    std::vector<Turn> turns;
    for (const auto topic :
         {Topic::preparation, Topic::last_year, Topic::progress_notice, Topic::opinions})
        turns.push_back(turn_of(topic, {}, principal, 5));
    if (guide) turns.push_back(turn_of(Topic::guide_requirements, {}, guide, 5));
    turns.push_back(turn_of(Topic::team_check, {}, principal, 20));
    if (host) add_person(turns, team, *host);
    for (const auto* one : team)
        if (one != host) add_person(turns, team, *one);
    if (guide) turns.push_back(turn_of(Topic::guide_comments, {}, guide, 10));
    if (!meeting.terms.contact_leader.empty()) {
        turns.push_back(turn_of(Topic::leader_requirements, {}, {}, 10));
        turns.back().title = meeting.terms.contact_leader + "同志提出要求";
    }
    turns.push_back(turn_of(Topic::commitment, {}, principal, 10));
    return turns;
}

base::Result<void> check_turns(const std::vector<Turn>& turns, const LifeMeeting& meeting) {
    if (auto known = check_people(turns, meeting); !known) return known;
    for (std::size_t at = 0; at < turns.size(); ++at) {
        if (turns[at].topic == Topic::self_check)
            if (auto good = check_self_check(turns, at, meeting); !good) return good;
        if (turns[at].topic == Topic::criticism)
            if (auto good = check_criticism(turns, at, meeting); !good) return good;
    }
    return {};
}

std::string name_in(const LifeMeeting& meeting, std::optional<ParticipantId> who) {
    const auto* found = who ? life_meetings::find_participant(meeting, *who) : nullptr;
    return found ? found->name : std::string();
}

std::string title_of(const Turn& turn, const LifeMeeting& meeting) {
    if (!turn.title.empty()) return turn.title;
    const auto about = name_in(meeting, turn.about), speaker = name_in(meeting, turn.speaker);
    switch (turn.topic) {
        case Topic::self_check: return about + "同志作对照检查";
        case Topic::criticism: return speaker + "同志对" + about + "同志提出批评意见";
        case Topic::reply: return about + "同志表态";
        case Topic::team_check: return speaker + "同志代表班子作对照检查";
        case Topic::guide_requirements: return "到会指导的" + speaker + "同志提出要求";
        case Topic::guide_comments: return "到会指导的" + speaker + "同志点评";
        case Topic::commitment: return speaker + "同志总结表态";
        default: return std::string(words_of(turn.topic));
    }
}

}  // namespace sittings
