// What the reader found in a document: the shape of `zhenggai parse` and of the import screens.
// Every row knows the paragraphs it came from; nothing here was invented.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/deadline.hpp"
#include "ledger/responsibility.hpp"

namespace plan {

/// 1-based numbers of the first and last block (paragraph or table row) a row was read from.
struct Source {
    std::size_t first = 0, last = 0;
    bool operator==(const Source&) const = default;
};

struct ReadMeasure {
    std::string number;  // as printed: "①", "1.", "（1）"; "" when unnumbered
    std::string text;
    ledger::Responsibility responsibility;  // names as written, unresolved; empty: inherited
    ledger::Deadline deadline;              // empty(): inherited
    std::string status, progress;
    Source source;
};

struct ReadManifestation {
    std::string number, text;
    std::vector<ReadMeasure> measures;
    std::vector<std::string> shares_measures_with;  // numbers of siblings served by the same block
    ledger::Responsibility responsibility;
    ledger::Deadline deadline;
    std::string status, progress;
    Source source;
};

struct ReadProblem {
    std::string number, text;
    std::vector<ReadManifestation> manifestations;
    std::vector<ReadMeasure> measures;
    ledger::Responsibility responsibility;
    ledger::Deadline deadline;
    std::string status, progress;
    Source source;
};

struct ReadArea {
    std::string number, heading;  // heading "" where the document has no areas
    std::vector<ReadProblem> problems;
    std::vector<ReadMeasure> measures;  // hanging directly on the area
    Source source;
};

struct ReadTask {
    std::string number, text;
};
struct ReadPhase {
    std::string name, start_text, end_text;
    std::vector<ReadTask> tasks;
};
struct ReadMechanism {
    std::string name, period, text;  // period: weekly, half_monthly, monthly, quarterly, ""
};
struct ReadBodyMember {
    std::string role;
    std::vector<std::string> names;
};
struct ReadBody {
    std::string name;
    std::vector<ReadBodyMember> members;
    std::string duties;
};
struct ReadStep {
    std::string name, text, due_text;
};
struct ReadReport {
    std::vector<std::string> to;
    std::string within_text;
};
struct ReadMeetingDeadline {
    std::string what, text, due_text;  // the heading it stands under, its sentence, its words
};
struct ReadMeetingPlan {
    std::string title, theme, time, place;
    std::vector<std::string> participants, guests, sections, agenda, focus;
    std::vector<ReadStep> preparation, after;
    std::vector<ReadReport> reports;
    std::vector<ReadMeetingDeadline> deadlines;  // every mention, in the order of the text
};
struct ReadWarning {
    std::string code;
    std::size_t at = 0;   // block number, 0 when it concerns the whole document
    std::string message;  // Chinese, complete
};

struct PlanDocument {
    std::string kind = "other";  // plan | progress_report | feedback | principal_report |
                                 // life_meeting_plan | ledger_table | other
    std::string title;
    std::optional<int> declared_areas, declared_problems, declared_measures;
    std::vector<ReadArea> areas;
    std::vector<ReadPhase> phases;
    std::vector<ReadMechanism> mechanisms;
    std::vector<ReadBody> bodies;
    std::vector<ReadMeetingPlan> meeting_plans;
    std::vector<ReadWarning> warnings;
};

struct Counts {
    std::size_t areas = 0, problems = 0, manifestations = 0, measures = 0;
    bool operator==(const Counts&) const = default;
};
/// Areas count where they have a heading, measures wherever they hang.
[[nodiscard]] Counts counts(const PlanDocument& document);

}  // namespace plan
