#include "sittings/leading.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace sittings {
namespace {

constexpr std::array<std::string_view, 5> kind_names{"study", "talk", "self_examination",
                                                     "criticism", "measures"};
constexpr std::array<std::string_view, 5> kind_words{"带头学习", "带头谈心谈话", "带头查摆问题",
                                                     "带头开展批评", "带头整改"};
// As the titles of what binds a member end or begin.
constexpr std::string_view rule_words[]{"章程", "党章", "条例", "规定", "准则",
                                        "规则", "办法", "细则", "规范"};

void take(std::optional<base::Date>& first, base::Date day) {
    if (!first || day < *first) first = day;
}

bool attended(const studies::Session& session, ParticipantId who) {
    return std::any_of(session.attendance.begin(), session.attendance.end(),
                       [&](const auto& one) { return one.participant == who && one.attended; });
}

LeadAct study_of(const LeadingFacts& facts, ParticipantId who) {
    LeadAct act{LeadKind::study, 0, static_cast<std::int64_t>(facts.sessions.size()), 0, {}};
    for (const auto& session : facts.sessions) {
        if (!attended(session, who)) continue;
        ++act.done;
        take(act.first_on, session.held_on);
    }
    for (const auto& one : facts.own)
        if (one.participant == who) take(act.first_on, one.studied_on);
    for (const auto& one : facts.hours)
        if (one.participant == who) act.minutes = one.together + one.alone;
    return act;
}

LeadAct talks_of(const LeadingFacts& facts, ParticipantId who) {
    LeadAct act{LeadKind::talk, 0, 0, 0, {}};
    const auto is = [&](std::size_t place) {
        const auto* id = std::get_if<ParticipantId>(&facts.talks.people[place].who);
        return id != nullptr && *id == who;
    };
    for (const auto& cell : facts.talks.cells) {
        if (!is(cell.member) && !is(cell.other)) continue;
        const bool held =
            cell.state == talks::PairState::done || cell.state == talks::PairState::to_sign;
        if (held && cell.held_on) take(act.first_on, *cell.held_on);
        if (!cell.required) continue;
        ++act.required;
        act.done += held ? 1 : 0;
    }
    return act;
}

LeadAct examination_of(const LeadingFacts& facts, ParticipantId who) {
    LeadAct act{LeadKind::self_examination, 0, 1, 0, {}};
    for (const auto& one : facts.statements) {
        if (one.participant != who || one.state != statements::StatementState::approved) continue;
        act.done = 1;
        if (one.approved_at) act.first_on = base::date_of(*one.approved_at);
    }
    return act;
}

std::int64_t criticisms_of(const LeadingFacts& facts, ParticipantId by, ParticipantId about) {
    std::int64_t count = 0;
    if (facts.meeting.state == life_meetings::LifeState::closed) {
        for (const auto& one : facts.spoken)
            if (one.member == about) count += one.received;
        return count;
    }
    for (const auto& one : facts.prepared)
        if (one.author == by && one.about == about) count += one.count;
    return count;
}

LeadAct criticism_of(const LeadingFacts& facts, ParticipantId who) {
    LeadAct act{LeadKind::criticism, 0, 0, 0, {}};
    const auto enough = std::max<std::int64_t>(1, facts.meeting.demands.criticisms_each_min);
    for (const auto* one : life_meetings::team_of(facts.meeting)) {
        if (one->id == who) continue;
        ++act.required;
        if (criticisms_of(facts, who, one->id) >= enough) ++act.done;
    }
    if (act.done > 0 && facts.meeting.state == life_meetings::LifeState::closed)
        act.first_on = facts.meeting.terms.held_on;
    return act;
}

LeadAct measures_of(const LeadingFacts& facts, ParticipantId who) {
    LeadAct act{LeadKind::measures, 0, 0, 0, {}};
    for (const auto& one : facts.items) {
        if (one.terms.owner != who) continue;
        ++act.required;
        act.done += one.status == ledger::name_of(ledger::ProblemStatus::struck_off) ? 1 : 0;
    }
    return act;
}

bool is_rule(std::string_view title) {
    return std::any_of(std::begin(rule_words), std::end(rule_words), [&](std::string_view word) {
        return title.find(word) != std::string_view::npos;
    });
}

/// Without the marks that a title bears on a list and may lack where somebody wrote it down.
std::string_view bare(std::string_view title) {
    constexpr std::string_view opens = "《", closes = "》";
    if (title.starts_with(opens)) title.remove_prefix(opens.size());
    if (title.ends_with(closes)) title.remove_suffix(closes.size());
    return title;
}

/// In a session they attended, or by themselves.
bool has_read(const LeadingFacts& facts, ParticipantId who, std::string_view title) {
    const auto names = [&](std::string_view text) {
        return text.find(bare(title)) != std::string_view::npos;
    };
    for (const auto& one : facts.sessions)
        if (attended(one, who) && names(one.topic)) return true;
    return std::any_of(facts.own.begin(), facts.own.end(),
                       [&](const auto& one) { return one.participant == who && names(one.what); });
}

Arrival arrival_of(const LeadingFacts& facts, ParticipantId who) {
    Arrival one;
    one.participant = who;
    studies::StudyHours hours;
    for (const auto& each : facts.hours)
        if (each.participant == who) hours = each;
    one.notes = hours.notes;
    one.minutes_missing = hours.missing(facts.meeting.demands.study_hours_min);
    for (const auto& each : facts.gathered)
        for (const auto& claim : each.claims) {
            if (claim.participant != who) continue;
            ++one.offered;
            one.claimed += claim.claimed_at.has_value() ? 1 : 0;
        }
    for (const auto& reading : facts.readings) {
        if (!is_rule(reading.title)) continue;
        ++one.rules_of;
        one.rules += has_read(facts, who, reading.title) ? 1 : 0;
    }
    return one;
}

std::string count(std::int64_t number) {
    return std::to_string(number);
}

}  // namespace

std::string_view name_of(LeadKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}
std::string_view words_of(LeadKind kind) {
    return kind_words[static_cast<std::size_t>(kind)];
}

std::vector<LeadAct> leading_of(const LeadingFacts& facts) {
    const auto* principal = life_meetings::principal_of(facts.meeting);
    if (principal == nullptr) return {};
    const auto who = principal->id;
    return {study_of(facts, who), talks_of(facts, who), examination_of(facts, who),
            criticism_of(facts, who), measures_of(facts, who)};
}

std::vector<Arrival> arrivals_of(const LeadingFacts& facts) {
    std::vector<Arrival> arrivals;
    for (const auto* one : life_meetings::team_of(facts.meeting))
        arrivals.push_back(arrival_of(facts, one->id));
    return arrivals;
}

bool sees_leading(const Standing& standing) {
    return standing.keeper || standing.superior || standing.is_principal();
}

bool sees_lead(LeadKind kind, const LifeMeeting& meeting, const Standing& standing) {
    if (!sees_leading(standing)) return false;
    if (kind != LeadKind::criticism) return true;
    return standing.keeper || standing.is_principal() ||
           meeting.state == life_meetings::LifeState::closed;
}

bool sees_arrival(ParticipantId whose, const Standing& standing) {
    return sees_leading(standing) || (standing.in_team() && standing.is(whose));
}

std::string leading_in_words(const std::vector<LeadAct>& acts) {
    std::string words;
    for (const auto& one : acts) {
        if (one.done == 0) continue;
        words += words.empty() ? "主要负责人" : "，";
        switch (one.kind) {
            case LeadKind::study: words += "参加集中学习" + count(one.done) + "次"; break;
            case LeadKind::talk: words += "与" + count(one.done) + "人谈心谈话"; break;
            case LeadKind::self_examination: words += "带头查摆问题、发言提纲经审定"; break;
            case LeadKind::criticism:
                words += "对" + count(one.done) + "名班子成员提出批评意见";
                break;
            case LeadKind::measures: words += "个人整改清单已完成" + count(one.done) + "项"; break;
        }
    }
    return words.empty() ? "〔主要负责人带头学习、谈话、查摆、批评、整改的情况〕" : words + "。";
}

std::string arrivals_in_words(const std::vector<Arrival>& arrivals) {
    std::int64_t thought = 0, claimed = 0, offered = 0, rules = 0;
    for (const auto& one : arrivals) {
        thought += one.notes > 0 ? 1 : 0;
        claimed += one.claimed;
        offered += one.offered;
        rules += one.knows_rules() ? 1 : 0;
    }
    if (thought + claimed + rules == 0) return "〔思想认识、认领问题、掌握法规三到位的情况〕";
    return "班子成员" + count(static_cast<std::int64_t>(arrivals.size())) + "人中，" +
           count(thought) + "人写了学习心得，" + count(rules) + "人学完规定的法规篇目和学时；" +
           (offered > 0 ? "梳理交办问题" + count(offered) + "人次，认领" + count(claimed) + "人次。"
                        : std::string("没有交办认领的问题。"));
}

}  // namespace sittings
