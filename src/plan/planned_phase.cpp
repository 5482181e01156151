#include "plan/planned_phase.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "plan/read_deadline.hpp"
#include "text/punctuation.hpp"
#include "text/word_set.hpp"

namespace plan {
namespace {

constexpr std::string_view semicolon = "；", comma = "，";

/// 7月20日前，各牵头单位报送…: the day, and what is to be done by then.
std::optional<ledger::TaskDraft> milestone_in(std::string_view piece, std::optional<int> year) {
    const auto at = piece.find(comma);
    if (at == std::string_view::npos || !is_deadline_phrase(piece.substr(0, at)))
        return std::nullopt;
    const auto deadline = deadline_of(piece.substr(0, at), year);
    if (deadline.kind != ledger::DeadlineKind::date || !deadline.date) return std::nullopt;
    ledger::TaskDraft task;
    task.text = base::first_chars(text::trim_stops(piece.substr(at + comma.size())),
                                  ledger::task_chars_max);
    task.deadline = deadline;
    if (task.text.empty()) return std::nullopt;
    return task;
}

void add_sentence(PlannedPhase& planned, std::string_view sentence, std::optional<int> year) {
    auto& work = planned.phase.description;
    while (!sentence.empty()) {
        const auto end = std::min(sentence.find(semicolon), sentence.size());
        const auto piece = text::trim_stops(sentence.substr(0, end));
        sentence.remove_prefix(std::min(end + semicolon.size(), sentence.size()));
        if (piece.empty()) continue;
        if (auto task = milestone_in(piece, year)) {
            planned.milestones.push_back(std::move(*task));
            continue;
        }
        if (!work.empty()) work += semicolon;
        work += piece;
    }
}

std::optional<PlannedPhase> planned_of(const ReadPhase& read, std::optional<int> year) {
    auto from = deadline_of(read.start_text, year);
    if (!from.date) return std::nullopt;
    auto until = deadline_of(read.end_text, from.date->year());
    if (until.date && *until.date < *from.date)
        until = deadline_of(read.end_text, from.date->year() + 1);
    if (!until.date || *until.date < *from.date) return std::nullopt;
    PlannedPhase planned;
    planned.phase.name = base::first_chars(read.name, ledger::phase_name_chars_max);
    planned.phase.from = {ledger::DeadlineKind::date, read.start_text, from.date};
    planned.phase.until = {ledger::DeadlineKind::date, read.end_text, until.date};
    for (const auto& task : read.tasks) add_sentence(planned, task.text, from.date->year());
    auto& work = planned.phase.description;
    work.resize(base::first_chars(work, ledger::phase_description_chars_max).size());
    return planned;
}

}  // namespace

std::vector<PlannedPhase> planned_phases(const std::vector<ReadPhase>& read,
                                         std::optional<int> year) {
    std::vector<PlannedPhase> all;
    for (const auto& phase : read)
        if (auto found = planned_of(phase, year); found && all.size() < ledger::phases_max)
            all.push_back(std::move(*found));
    return all;
}

std::optional<int> usual_phase_named(std::string_view name) {
    if (text::has_any<"动员 启动 部署 准备">(name)) return 0;
    if (text::has_any<"建章 立制 巩固 提升 总结">(name)) return 2;
    if (text::has_any<"整改 集中 治理">(name)) return 1;
    return std::nullopt;
}

ledger::Fields fields_kept(const ledger::Phase& phase) {
    const auto text = [](const ledger::Deadline& deadline) {
        return deadline.date ? base::to_text(*deadline.date) : std::string();
    };
    return {{"name", phase.name},
            {"description", phase.description},
            {"from_text", phase.from.text},
            {"from_date", text(phase.from)},
            {"until_text", phase.until.text},
            {"until_date", text(phase.until)}};
}

ledger::PhaseDraft phase_kept(const ledger::Fields& fields) {
    ledger::PhaseDraft draft;
    const auto deadline = [&](const std::string& words, const std::string& day) {
        ledger::Deadline one{ledger::DeadlineKind::relative, {}, {}};
        for (const auto& [name, value] : fields) {
            if (name == words) one.text = value;
            if (name == day) one.date = base::parse_date(value);
        }
        if (one.date) one.kind = ledger::DeadlineKind::date;
        return one;
    };
    for (const auto& [name, value] : fields) {
        if (name == "name") draft.name = value;
        if (name == "description") draft.description = value;
    }
    draft.from = deadline("from_text", "from_date");
    draft.until = deadline("until_text", "until_date");
    return draft;
}

}  // namespace plan
