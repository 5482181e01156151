#include "sittings/life_text.hpp"

#include <array>

#include "base/day_words.hpp"
#include "base/digest.hpp"
#include "base/names.hpp"

namespace sittings {
namespace {

using base::ErrorKind;
using base::refuse;
using life_meetings::Part;

constexpr std::array<std::string_view, 3> kind_names{"host_script", "report", "bulletin"};
constexpr std::array<std::string_view, 3> kind_words{"主持词", "情况报告", "通报"};

std::string count(std::int64_t number) {
    return std::to_string(number);
}

std::string names_of(const TextFacts& facts, Part part) {
    std::string names;
    for (const auto& one : facts.meeting.participants)
        if (one.part == part && !one.left_on) names += (names.empty() ? "" : "、") + one.name;
    return names;
}

std::string names_in_state(const TextFacts& facts, PresenceState state) {
    std::string names;
    for (const auto* one : life_meetings::team_of(facts.meeting))
        if (presence_of(facts.sitting, one->id).state == state)
            names += (names.empty() ? "" : "、") + one->name;
    return names;
}

std::string when_and_where(const TextFacts& facts) {
    const auto& terms = facts.meeting.terms;
    return base::in_words(terms.held_on) + "，" + facts.meeting.unit_name + "在" + terms.place +
           "召开" + terms.title;
}

std::string presence_words(const TextFacts& facts) {
    const auto quorum = quorum_of(facts.meeting, facts.sitting);
    auto words = "班子成员应到" + count(quorum.team) + "人，实到" + count(quorum.present) + "人";
    const auto leave = names_in_state(facts, PresenceState::on_leave);
    const auto absent = names_in_state(facts, PresenceState::absent);
    if (!leave.empty()) words += "，" + leave + "同志请假并经批准";
    if (!absent.empty()) words += "，" + absent + "同志未经批准缺席";
    return words + "。";
}

std::string criticism_words(const TextFacts& facts) {
    std::string words = "会上共提出批评意见" + count(facts.record.criticisms) + "条";
    std::string each;
    for (const auto& one : facts.record.members)
        each += (each.empty() ? "，其中对" : "、对") + name_in(facts.meeting, one.member) + "同志" +
                count(one.received) + "条";
    return words + each + "。";
}

std::string list_words(const TextFacts& facts) {
    const auto team = static_cast<std::int64_t>(facts.team_list.size());
    return "会后列出班子问题" + count(team) + "条、个人问题" + count(facts.personal_items) +
           "条，其中来自巡视巡察反馈" + count(facts.from_feedback) + "条、会前征求意见" +
           count(facts.from_opinions) + "条、会上批评意见" + count(facts.from_criticism) +
           "条，逐条定了措施、责任人和时限。";
}

std::string team_problems(const TextFacts& facts) {
    std::string lines;
    for (std::size_t i = 0; i < facts.team_list.size(); ++i) {
        const auto& terms = facts.team_list[i].terms;
        lines += std::to_string(i + 1) + ". " + terms.problem;
        if (!terms.measure.empty()) lines += "整改措施：" + terms.measure;
        if (terms.due_on) lines += "（" + base::in_words(*terms.due_on) + "前）";
        lines += "\n";
    }
    return lines;
}

std::string host_script(const TextFacts& facts) {
    const auto& meeting = facts.meeting;
    std::string text = "同志们：\n现在召开" + meeting.terms.title + "。" + presence_words(facts) +
                       "到会人数符合规定。\n";
    if (!meeting.terms.theme.empty()) text += "会议主题是：" + meeting.terms.theme + "。\n";
    const auto guides = names_of(facts, Part::guide);
    if (!guides.empty()) text += "到会指导的有" + guides + "同志。\n";
    text += "一、会议议程\n";
    Topic before = Topic::other;
    std::optional<ParticipantId> about;
    for (const auto& turn : facts.sitting.turns) {
        const bool goes_on =
            turn.topic == Topic::criticism && before == Topic::criticism && turn.about == about;
        if (!goes_on && turn.topic == Topic::criticism)
            text += "请其他同志依次对" + name_in(meeting, turn.about) + "同志提出批评意见。\n";
        else if (!goes_on)
            text += "下面，" + title_of(turn, meeting) + "。\n";
        before = turn.topic;
        about = turn.about;
    }
    return text +
           "二、会议纪律\n坚持“团结—批评—团结”，有则改之、无则加勉。会议期间不得请假；发言要点真问"
           "题、真点问题，不以工作建议代替批评意见，"
           "不以提希望代替点问题。\n三、结束语\n〔会议结束时的要求〕\n";
}

std::string report(const TextFacts& facts) {
    const auto& meeting = facts.meeting;
    std::string text = "一、基本情况\n" + when_and_where(facts) + "。" + presence_words(facts);
    const auto host = life_meetings::principal_of(meeting);
    if (host) text += host->name + "同志主持会议。";
    const auto guides = names_of(facts, Part::guide), beside = names_of(facts, Part::sits_in);
    if (!guides.empty()) text += guides + "同志到会指导。";
    if (!beside.empty()) text += beside + "同志列席会议。";
    text += "\n二、会前准备\n（一）学习研讨\n" + study_in_words(facts.made) + "\n（二）征求意见\n" +
            opinions_in_words(facts.made) + "\n（三）谈心谈话\n" + talks_in_words(facts.made) +
            "\n（四）撰写材料\n" + statements_in_words(facts.made) + "\n（五）带头和到位情况\n" +
            leading_in_words(facts.made.leading) + arrivals_in_words(facts.made.arrivals) +
            "\n（六）请示报告\n" + consultations_in_words(facts.made) + "\n";
    text +=
        "三、会议召开情况\n（一）班子对照检查\n〔班子查摆的主要问题〕\n"
        "（二）批评与自我批评\n" +
        criticism_words(facts);
    if (facts.record.last_year > 0)
        text += "逐项报告上次民主生活会整改措施" + count(facts.record.last_year) + "项。";
    if (facts.record.read_out > 0) text += "请假同志的书面意见已在会上宣读。";
    text += "\n四、点评情况\n〔到会指导同志的点评和要求〕\n五、查摆的问题和整改措施\n" +
            list_words(facts) + "\n" + team_problems(facts);
    return text +
           "六、后续安排\n〔通报、公开、专题组织生活会和督促检查的安排〕\n"
           "附件：1. 班子整改清单\n2. 个人整改清单\n3. 会议记录\n";
}

std::string bulletin(const TextFacts& facts) {
    return "一、会前准备情况\n" + study_in_words(facts.made) + opinions_in_words(facts.made) +
           talks_in_words(facts.made) + statements_in_words(facts.made) +
           "\n二、开展批评和自我批评情况\n" + when_and_where(facts) + "。" + presence_words(facts) +
           criticism_words(facts) +
           "\n三、问题产生的原因\n〔班子剖析的主要原因〕\n四、努力方向和整改措施\n" +
           list_words(facts) + "\n" + team_problems(facts);
}

}  // namespace

std::string_view name_of(LifeTextKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}
std::optional<LifeTextKind> life_text_kind_of(std::string_view name) {
    return base::named<LifeTextKind>(kind_names, name);
}
std::string_view words_of(LifeTextKind kind) {
    return kind_words[static_cast<std::size_t>(kind)];
}

bool sees_text(LifeTextKind kind, const Standing& standing) {
    if (standing.keeper || standing.is_principal() || standing.is_recorder()) return true;
    return kind != LifeTextKind::host_script && (standing.in_team() || standing.superior);
}

std::optional<base::Error> why_not_write_text(const LifeText& before, const LifeMeeting& meeting,
                                              const Standing& standing) {
    if (!standing.keeper && !standing.is_principal())
        return refuse(ErrorKind::forbidden, "only_the_office_writes_texts");
    if (before.issued_on) return refuse(ErrorKind::illegal_transition, "life_text_is_issued");
    const bool over = meeting.state == life_meetings::LifeState::closed;
    if (before.kind != LifeTextKind::host_script && !over)
        return refuse(ErrorKind::illegal_transition, "sitting_is_not_over");
    return std::nullopt;
}

base::Result<LifeText> write_text(const LifeText& before, std::string_view text, std::int64_t seen,
                                  const base::Actor& actor, base::Instant now) {
    if (before.version != seen)
        return refuse(ErrorKind::conflict, "somebody_else_changed_it", "version");
    if (text.empty()) return refuse(ErrorKind::invalid, "text_empty", "text");
    LifeText after = before;
    after.text = text;
    after.by = actor.name;
    after.at = now;
    ++after.version;
    return after;
}

base::Result<LifeText> issue_text(const LifeText& before, base::Date on, const base::Actor& actor,
                                  base::Date today) {
    if (before.text.empty()) return refuse(ErrorKind::invalid, "text_empty", "text");
    if (const auto gap = before.text.find("〔"); gap != std::string::npos) {
        const auto end = before.text.find("〕", gap);
        const auto words = before.text.substr(gap, end == std::string::npos ? 90 : end + 3 - gap);
        return refuse(ErrorKind::invalid, "text_has_gaps", "text", {{"value", words}});
    }
    if (on > today)
        return refuse(ErrorKind::invalid, "issued_in_the_future", "issued_on",
                      {{"value", base::to_text(on)}, {"accepted", base::to_text(today)}});
    LifeText after = before;
    after.issued_on = on;
    after.issued_by = actor.name;
    const auto algorithm = base::preferred_algorithm();
    after.digest =
        std::string(base::name_of(algorithm)) + ":" + base::digest(algorithm, before.text);
    ++after.version;
    return after;
}

std::string draft_of(LifeTextKind kind, const TextFacts& facts) {
    switch (kind) {
        case LifeTextKind::host_script: return host_script(facts);
        case LifeTextKind::report: return report(facts);
        case LifeTextKind::bulletin: return bulletin(facts);
    }
    return {};
}

}  // namespace sittings
