#include "ledger/removal.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

/// Acts that say what a row is, not that anybody worked on it.
constexpr std::array<std::string_view, 16> making_acts{
    "import",         "undo_import",    "add_problem",     "add_measure",
    "edit_problem",   "edit_measure",   "open_successor",  "link_measure",
    "bulk_edit",      "undo_bulk_edit", "guard_problem",   "merge_unit",
    "remove_problem", "remove_measure", "restore_problem", "restore_measure"};

bool was_worked_on(const RowLife& life) {
    return std::any_of(life.acts.begin(), life.acts.end(), [](const std::string& act) {
        return std::find(making_acts.begin(), making_acts.end(), act) == making_acts.end();
    });
}

/// What both levels have in common.
std::optional<base::Error> why_it_stays(const RowLife& life, const std::string& row,
                                        std::string_view shared_code) {
    const auto stays = [&](std::string_view code) {
        return refuse(ErrorKind::illegal_transition, code, "", {{"row", row}});
    };
    if (life.handovers > 0) return stays("row_is_in_handovers");
    if (was_worked_on(life)) return stays("row_was_worked_on");
    if (life.evidence > 0) return stays("row_has_evidence");
    if (life.extensions > 0) return stays("row_has_extensions");
    if (life.notices > 0) return stays("row_is_in_notices");
    if (life.agendas > 0) return stays("row_is_on_agendas");
    if (life.plans > 0) return stays("row_is_in_plans");
    if (life.shared > 0) return stays(shared_code);
    return std::nullopt;
}

std::string text_of(std::int64_t number) {
    return std::to_string(number);
}
template <class Value>
std::string text_of(const std::optional<Value>& value) {
    if (!value) return {};
    if constexpr (std::is_same_v<Value, base::Date>)
        return base::to_text(*value);
    else if constexpr (std::is_same_v<Value, base::Instant>)
        return std::to_string(value->milliseconds);
    else
        return value->text();
}

template <class Id>
Id id_in(const Fields& fields, std::string_view name) {
    return Id::parse(value_in(fields, name)).value_or(Id{});
}

template <class Row>
Fields common_of(const Row& row) {
    Fields fields = fields_kept(row);
    const Fields more{{"id", row.id.text()},
                      {"programme", row.programme.text()},
                      {"number", text_of(row.number)},
                      {"printed_number", row.printed_number},
                      {"status", std::string(name_of(row.status))},
                      {"guards", text_of(row.guards.bits())},
                      {"imported", row.imported ? "1" : "0"},
                      {"version", text_of(row.version)}};
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
}

template <class Row>
Row common_from(const Fields& fields) {
    auto row = put_back(Row{}, fields);
    row.id = id_in<decltype(row.id)>(fields, "id");
    row.programme = id_in<ProgrammeId>(fields, "programme");
    row.number = number_in(fields, "number");
    row.printed_number = value_in(fields, "printed_number");
    row.guards = base::Guards::of_bits(number_in(fields, "guards"));
    row.imported = number_in(fields, "imported") == 1;
    row.version = number_in(fields, "version");
    return row;
}

}  // namespace

const std::string& value_in(const Fields& fields, std::string_view name) {
    static const std::string none;
    for (const auto& [field, value] : fields)
        if (field == name) return value;
    return none;
}

std::int64_t number_in(const Fields& fields, std::string_view name) {
    const auto& text = value_in(fields, name);
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string words_of(const Problem& problem) {
    return "第 " + std::to_string(problem.number) + " 号问题";
}
std::string words_of(const Measure& measure) {
    return "第 " + std::to_string(measure.number) + " 号措施";
}

std::optional<base::Error> why_not_remove(const Lived<Problem>& problem,
                                          const std::vector<Lived<Measure>>& measures,
                                          const base::Actor& actor) {
    if (!actor.may(base::Act::edit_ledger))
        return refuse(ErrorKind::forbidden, "only_the_office_edits");
    if (problem.row.status == ProblemStatus::struck_off)
        return refuse(ErrorKind::illegal_transition, "struck_off_problems_never_change");
    if (problem.row.status == ProblemStatus::awaiting_review)
        return refuse(ErrorKind::illegal_transition, "problem_is_awaiting_review");
    auto stays = why_it_stays(problem.life, words_of(problem.row), "problem_is_served_by_others");
    for (auto one = measures.begin(); !stays && one != measures.end(); ++one)
        stays = why_it_stays(one->life, words_of(one->row), "measure_serves_others");
    return stays;
}

std::optional<base::Error> why_not_remove(const Lived<Measure>& measure, ProblemGate gate,
                                          const base::Actor& actor) {
    if (!actor.may(base::Act::edit_ledger))
        return refuse(ErrorKind::forbidden, "only_the_office_edits");
    if (gate == ProblemGate::closed)
        return refuse(ErrorKind::illegal_transition, "problem_is_closed_to_changes");
    return why_it_stays(measure.life, words_of(measure.row), "measure_serves_others");
}

std::optional<base::Error> why_no_reason(std::string_view reason) {
    if (base::chars_in(reason) >= base::limits::reason_chars_min) return std::nullopt;
    return refuse(ErrorKind::invalid, "reason_says_nothing", "reason",
                  {{"accepted", std::to_string(base::limits::reason_chars_min)}});
}

std::optional<base::Error> why_not_restore(base::Date until, base::Date today,
                                           const base::Actor& actor) {
    if (!actor.may(base::Act::edit_ledger))
        return refuse(ErrorKind::forbidden, "only_the_office_edits");
    if (until < today)
        return refuse(ErrorKind::conflict, "bin_entry_is_over", "",
                      {{"value", base::to_text(until)}});
    return std::nullopt;
}

Fields whole(const Problem& problem) {
    auto fields = common_of(problem);
    fields.emplace_back("area", problem.area.text());
    fields.emplace_back("goal", problem.goal);
    fields.emplace_back("predecessor", text_of(problem.predecessor));
    if (!problem.source) return fields;
    fields.emplace_back("document", problem.source->document);
    fields.emplace_back("first", text_of(problem.source->first));
    fields.emplace_back("last", text_of(problem.source->last));
    return fields;
}

Problem problem_from(const Fields& fields) {
    auto problem = common_from<Problem>(fields);
    problem.status =
        problem_status_of(value_in(fields, "status")).value_or(ProblemStatus::unclaimed);
    problem.area = id_in<AreaId>(fields, "area");
    problem.goal = value_in(fields, "goal");
    problem.predecessor = ProblemId::parse(value_in(fields, "predecessor"));
    if (!value_in(fields, "first").empty())
        problem.source = RowSource{value_in(fields, "document"), number_in(fields, "first"),
                                   number_in(fields, "last")};
    return problem;
}

Fields whole(const Measure& measure) {
    auto fields = common_of(measure);
    fields.emplace_back("problem", measure.problem.text());
    fields.emplace_back("demands", encode(measure.demands));
    fields.emplace_back("stage_target", measure.long_term.stage_target);
    fields.emplace_back("review_months", text_of(measure.long_term.review_months));
    fields.emplace_back("next_review_on", text_of(measure.long_term.next_review_on));
    fields.emplace_back("percent", text_of(measure.percent));
    fields.emplace_back("last_entry", measure.last_entry);
    fields.emplace_back("last_entry_at", text_of(measure.last_entry_at));
    return fields;
}

Measure measure_from(const Fields& fields) {
    auto measure = common_from<Measure>(fields);
    measure.status =
        measure_status_of(value_in(fields, "status")).value_or(MeasureStatus::not_started);
    measure.problem = id_in<ProblemId>(fields, "problem");
    measure.demands = decode_demands(value_in(fields, "demands"));
    measure.long_term = {value_in(fields, "stage_target"),
                         static_cast<int>(number_in(fields, "review_months")),
                         base::parse_date(value_in(fields, "next_review_on"))};
    measure.percent = static_cast<int>(number_in(fields, "percent"));
    measure.last_entry = value_in(fields, "last_entry");
    if (!value_in(fields, "last_entry_at").empty())
        measure.last_entry_at = base::Instant{number_in(fields, "last_entry_at")};
    return measure;
}

}  // namespace ledger
