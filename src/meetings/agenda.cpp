#include "meetings/agenda.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/limits.hpp"
#include "base/names.hpp"
#include "base/utf8.hpp"

namespace meetings {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 4> subject_names{"none", "measure", "problem", "task"};
constexpr std::array<std::string_view, 7> reason_names{
    "overdue", "sent_back", "extension", "due_soon", "stalled", "task", "moved_on"};

std::size_t pressing(const Proposal& one) {
    std::size_t rank = 0;
    for (const auto reason : reasons_in_order) {
        if (one.reasons.has(reason)) break;
        ++rank;
    }
    return rank;
}

bool stays(const std::vector<AgendaLine>& lines, const AgendaItem& item) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const AgendaLine& line) { return line.id == item.id; });
}

/// For people to find it: 措施 12, or how a free item begins.
std::string label_of(const AgendaItem& item) {
    constexpr std::size_t chars_shown = 20;
    const std::string text(base::first_chars(item.row.text, chars_shown));
    if (item.subject == Subject::measure) return "措施 " + std::to_string(item.row.number);
    if (item.subject == Subject::problem) return "问题 " + std::to_string(item.row.number);
    return text;
}

base::Error unfinished(std::string_view code, const AgendaItem& item, const Decision& decision) {
    return refuse(ErrorKind::illegal_transition, code, item.id.text(),
                  {{"item", label_of(item)}, {"matter", decision.matter}});
}

void add_faults(const AgendaItem& item, base::Date today, std::vector<base::Error>& faults) {
    if (!item.moved_on && !item.has_minute())
        faults.push_back(refuse(ErrorKind::illegal_transition, "item_has_no_minute", item.id.text(),
                                {{"item", label_of(item)}}));
    for (const auto& decision : item.decisions) {
        if (!decision.unit) faults.push_back(unfinished("decision_has_no_owner", item, decision));
        if (!decision.due_on)
            faults.push_back(unfinished("decision_has_no_day", item, decision));
        else if (*decision.due_on < today)
            faults.push_back(unfinished("decision_day_is_over", item, decision));
    }
}

}  // namespace

std::string_view name_of(Subject subject) {
    return subject_names[static_cast<std::size_t>(subject)];
}
std::optional<Subject> subject_of_name(std::string_view name) {
    return base::named<Subject>(subject_names, name);
}
std::string_view name_of(Reason reason) {
    return reason_names[static_cast<std::size_t>(reason)];
}

std::string text_of(Reasons reasons) {
    std::string text;
    for (const auto reason : reasons_in_order)
        if (reasons.has(reason)) text += (text.empty() ? "" : ",") + std::string(name_of(reason));
    return text;
}

Reasons reasons_in(std::string_view text) {
    Reasons reasons;
    while (!text.empty())
        if (const auto reason = base::named<Reason>(reason_names, base::cut(text, ',')))
            reasons = reasons | Reasons{*reason};
    return reasons;
}

std::vector<Proposal> in_order(std::vector<Proposal> proposals) {
    const auto last = base::Date{std::chrono::sys_days::max()};
    std::stable_sort(proposals.begin(), proposals.end(), [&](const Proposal& a, const Proposal& b) {
        const auto rank_a = pressing(a), rank_b = pressing(b);
        if (rank_a != rank_b) return rank_a < rank_b;
        return a.row.due_on.value_or(last) < b.row.due_on.value_or(last);
    });
    if (proposals.size() > proposals_max) proposals.resize(proposals_max);
    return proposals;
}

base::Result<void> check(const Meeting& meeting, const std::vector<AgendaItem>& before,
                         const std::vector<AgendaLine>& lines, const base::Actor& actor) {
    if (auto no = why_not(MeetingAct::set_agenda, meeting, actor)) return *no;
    std::set<std::string> rows;
    std::set<AgendaItemId> ids;
    for (const auto& line : lines) {
        const bool twice = !ids.insert(line.id).second ||
                           (line.subject != Subject::none && !rows.insert(line.subject_id).second);
        if (twice)
            return refuse(ErrorKind::invalid, "row_stands_twice", "items",
                          {{"value", line.subject == Subject::none ? line.title : ""}});
        if (line.subject == Subject::none && base::trim(line.title).empty())
            return refuse(ErrorKind::invalid, "free_item_needs_a_title", "items");
    }
    for (const auto& item : before)
        if ((item.has_minute() || item.moved_on) && !stays(lines, item))
            return refuse(ErrorKind::illegal_transition, "item_has_minutes", "items",
                          {{"item", label_of(item)}});
    return {};
}

base::Result<AgendaItem> write(const Meeting& meeting, const AgendaItem& before,
                               const Minute& minute, const base::Actor& actor) {
    if (auto no = why_not(MeetingAct::write_minutes, meeting, actor)) return *no;
    if (before.version != minute.version)
        return refuse(ErrorKind::conflict, "somebody_else_changed_it", "version",
                      {{"version", std::to_string(before.version)}});
    for (const auto& decision : minute.decisions)
        if (base::trim(decision.matter).empty())
            return refuse(ErrorKind::invalid, "decision_says_nothing", "decisions");
    if (minute.moved_on && !minute.decisions.empty())
        return refuse(ErrorKind::invalid, "moved_on_and_decided", "moved_on");
    AgendaItem after = before;
    after.heard = minute.heard;
    after.discussion = minute.discussion;
    after.moved_on = minute.moved_on;
    after.decisions = minute.decisions;
    if (after == before) return after;
    ++after.version;
    return after;
}

base::Result<Meeting> close(const Meeting& before, const std::vector<AgendaItem>& items,
                            const base::Actor& actor, base::Instant now) {
    if (auto no = why_not(MeetingAct::close, before, actor)) return *no;
    std::vector<base::Error> faults;
    for (const auto& item : items) add_faults(item, base::date_of(now), faults);
    if (auto fault = base::together(std::move(faults))) return *fault;
    Meeting after = before;
    after.state = MeetingState::closed;
    after.closed_at = now;
    after.closed_by = actor.name;
    ++after.version;
    return after;
}

base::Result<Remark> remark(const Meeting& meeting, std::string_view text, const base::Actor& actor,
                            base::Instant now) {
    if (auto no = why_not(MeetingAct::add_remark, meeting, actor)) return *no;
    if (base::chars_in(base::trim(text)) < base::limits::reason_chars_min)
        return refuse(ErrorKind::invalid, "reason_too_short", "text",
                      {{"accepted", std::to_string(base::limits::reason_chars_min)}});
    return Remark{now, actor.name, std::string(text)};
}

}  // namespace meetings
