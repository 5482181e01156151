#include "documents/plan_ledger_paper.hpp"

#include <algorithm>
#include <set>

#include "base/names.hpp"
#include "base/utf8.hpp"
#include "documents/paper_words.hpp"
#include "plan/grammar_line.hpp"
#include "plan/read_deadline.hpp"
#include "plan/read_problem.hpp"

namespace documents {
namespace {

using ledger::ManifestationId;
using Serving = std::map<ledger::MeasureId, std::set<ManifestationId>>;

/// ① to ⑳, then （21）.
std::string circled(std::size_t number) {
    constexpr std::size_t signs = 20;
    if (number > signs) return "（" + std::to_string(number) + "）";
    std::string sign;
    base::append_char(sign, static_cast<char32_t>(U'①' + number - 1));
    return sign;
}

PlanMeasure measure_of(const ledger::MeasureRow& row) {
    const auto& measure = row.measure;
    return {measure.id.text(),
            {measure.printed_number, measure.text},
            {measure.responsibility, measure.deadline},
            {row.responsibility, row.deadline},
            {},
            measure.last_entry,
            measure.printed_number.empty()};
}

/// Places among the manifestations of its problem.
std::vector<std::size_t> places_of(const std::set<ManifestationId>& served,
                                   const std::vector<ledger::Manifestation>& all) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (served.contains(all[i].id)) places.push_back(i);
    return places;
}

PlanProblem problem_of(const ledger::ProblemRow& row, const reports::ProblemFacts& facts) {
    PlanProblem problem;
    problem.id = row.problem.id.text();
    problem.line = {row.problem.printed_number, row.problem.text};
    if (problem.line.number.empty()) problem.line.number = std::to_string(row.problem.number) + ".";
    problem.goal = facts.goal;
    problem.terms = {row.problem.responsibility, row.problem.deadline};
    for (const auto& one : facts.manifestations)
        problem.manifestations.push_back({one.printed_number, one.text});
    return problem;
}

void number_lines(PlanProblem& problem) {
    auto& shown = problem.manifestations;
    for (std::size_t i = 0; i < shown.size(); ++i)
        if (shown[i].number.empty() && shown.size() > 1) shown[i].number = chinese(i + 1) + "是";
    for (const auto& block : blocks_of(problem))
        for (std::size_t i = 0; i < block.measures.size(); ++i) {
            auto& number = problem.measures[block.measures[i]].line.number;
            if (number.empty() && block.measures.size() > 1) number = circled(i + 1);
        }
}

void number_areas(PlanLedger& ledger) {
    std::stable_partition(ledger.begin(), ledger.end(),
                          [](const PlanArea& area) { return area.line.text.empty(); });
    std::size_t place = 0;
    for (auto& area : ledger) {
        if (area.line.text.empty()) continue;
        ++place;
        if (area.line.number.empty()) area.line.number = "（" + chinese(place) + "）";
    }
}

/// Number and text, cut off the front of what a frozen version says of a row; `now` is the same row
/// as it is.
PlanLine take_line(std::string_view& words, const PlanLine* now) {
    constexpr std::size_t number_bytes_max = 48;
    if (now != nullptr && !now->text.empty()) {
        const auto at = words.substr(0, now->text.size() + number_bytes_max).find(now->text);
        const auto end = at == std::string_view::npos ? at : at + now->text.size();
        if (end == words.size() || (end < words.size() && words[end] == '\n')) {
            const auto number = base::trim(words.substr(0, at));
            words.remove_prefix(std::min(end + 1, words.size()));
            return {std::string(number), now->text};
        }
    }
    const auto first = base::cut(words, '\n');
    const auto mark = plan::line_of(first, 0).mark;
    return {std::string(mark.text), std::string(first.substr(mark.bytes))};
}

/// （3）: what a version calls a measure that the ledger has no number for.
bool is_place(std::string_view number) {
    constexpr std::string_view open = "（", close = "）", digits = "0123456789";
    return number.size() > open.size() + close.size() && number.starts_with(open) &&
           number.ends_with(close) &&
           number.find_first_not_of(digits, open.size()) == number.size() - close.size();
}

bool say_the_same(const std::vector<PlanLine>& some, const std::vector<PlanLine>& others) {
    return std::equal(some.begin(), some.end(), others.begin(), others.end(),
                      [](const PlanLine& a, const PlanLine& b) { return a.text == b.text; });
}

class FrozenReader {
  public:
    explicit FrozenReader(const PlanLedger& rows) {
        for (const auto& area : rows)
            for (const auto& problem : area.problems) {
                problems_[problem.id] = &problem;
                for (const auto& measure : problem.measures) measures_[measure.id] = &measure;
            }
    }

    void take(const drafting::Block& block) {
        using drafting::BlockKind;
        std::string_view words = block.text;
        if (block.kind == BlockKind::area) areas_.push_back({take_line(words, nullptr), {}});
        if (block.kind == BlockKind::problem) open_problem(block.row, words);
        if (block.kind == BlockKind::measure && now_ != nullptr) add_measure(block.row, words);
    }

    PlanLedger finish() {
        for (auto& area : areas_)
            for (auto& problem : area.problems) {
                hold_in_common(problem);
                number_lines(problem);
            }
        return std::move(areas_);
    }

  private:
    void open_problem(const std::string& id, std::string_view words) {
        constexpr std::string_view goal = "整改目标：";
        static const PlanProblem none;
        const auto found = problems_.find(id);
        now_ = found == problems_.end() ? &none : found->second;
        if (areas_.empty()) areas_.emplace_back();
        auto& problem = areas_.back().problems.emplace_back();
        problem.id = id;
        problem.line = take_line(words, &now_->line);
        for (std::size_t i = 0; !words.empty();) {
            if (words.starts_with(goal)) {
                problem.goal = words.substr(goal.size());
                break;
            }
            const auto& known = now_->manifestations;
            problem.manifestations.push_back(
                take_line(words, i < known.size() ? &known[i] : nullptr));
            ++i;
        }
    }

    void add_measure(const std::string& id, std::string_view words) {
        auto& problem = areas_.back().problems.back();
        const auto found = measures_.find(id);
        const auto* now = found == measures_.end() ? nullptr : found->second;
        PlanMeasure measure;
        measure.id = id;
        measure.line = take_line(words, now == nullptr ? nullptr : &now->line);
        measure.unnumbered = now != nullptr && now->unnumbered;
        if (measure.unnumbered && is_place(measure.line.number)) measure.line.number.clear();
        while (!words.empty()) {
            const auto line = base::cut(words, '\n');
            const auto said = plan::statement_of(plan::fields_of(line));
            if (words.empty() && !(said.who.empty() && said.deadline.empty()))
                measure.own = {said.who, said.deadline};
            else
                measure.line.text.append("\n").append(line);
        }
        measure.terms = measure.own;
        if (now != nullptr && say_the_same(now_->manifestations, problem.manifestations))
            measure.serves = now->serves;
        problem.measures.push_back(std::move(measure));
    }

    /// What all measures say alike is said of the problem once.
    static void hold_in_common(PlanProblem& problem) {
        auto& measures = problem.measures;
        if (measures.empty()) return;
        const auto first = measures.front().own;
        const bool alike = std::all_of(measures.begin(), measures.end(),
                                       [&](const PlanMeasure& one) { return one.own == first; });
        if (!alike) return;
        problem.terms = first;
        for (auto& one : measures) one.own = {};
    }

    std::map<std::string, const PlanProblem*> problems_;
    std::map<std::string, const PlanMeasure*> measures_;
    PlanLedger areas_;
    const PlanProblem* now_ = nullptr;  // the problem that is being read, as it is
};

bool serves_a_part(const PlanProblem& problem, const PlanMeasure& measure) {
    return !measure.serves.empty() && measure.serves.size() < problem.manifestations.size();
}

}  // namespace

PlanLedger plan_ledger(const reports::SheetSource& rows,
                       const std::vector<ledger::Service>& services) {
    Serving serving;
    for (const auto& one : services)
        if (one.manifestation) serving[one.measure].insert(*one.manifestation);
    std::map<ledger::ProblemId, std::vector<const ledger::MeasureRow*>> under;
    for (const auto& row : rows.measures) under[row.measure.problem].push_back(&row);
    static const reports::ProblemFacts none;
    PlanLedger ledger;
    std::map<ledger::AreaId, std::size_t> areas;
    for (const auto& row : rows.problems) {
        if (areas.emplace(row.area.id, ledger.size()).second)
            ledger.push_back({{row.area.printed_number, row.area.heading}, {}});
        const auto facts = rows.problem_facts.find(row.problem.id);
        const auto& known = facts == rows.problem_facts.end() ? none : facts->second;
        auto problem = problem_of(row, known);
        for (const auto* measure : under[row.problem.id]) {
            problem.measures.push_back(measure_of(*measure));
            problem.measures.back().serves =
                places_of(serving[measure->measure.id], known.manifestations);
        }
        number_lines(problem);
        ledger[areas.at(row.area.id)].problems.push_back(std::move(problem));
    }
    number_areas(ledger);
    return ledger;
}

PlanLedger plan_ledger(const drafting::DocumentSection& frozen, const PlanLedger& rows) {
    FrozenReader reader(rows);
    for (const auto& block : frozen.blocks) reader.take(block);
    return reader.finish();
}

std::vector<PlanBlock> blocks_of(const PlanProblem& problem) {
    PlanBlock whole, direct;
    for (std::size_t i = 0; i < problem.manifestations.size(); ++i)
        whole.manifestations.push_back(i);
    for (std::size_t i = 0; i < problem.measures.size(); ++i) whole.measures.push_back(i);
    std::vector<PlanBlock> blocks;
    std::size_t next = 0;  // manifestation
    for (std::size_t i = 0; i < problem.measures.size(); ++i) {
        const auto& measure = problem.measures[i];
        if (!serves_a_part(problem, measure)) {
            if (next > 0) return {whole};
            direct.measures.push_back(i);
            continue;
        }
        if (!blocks.empty() && blocks.back().manifestations == measure.serves) {
            blocks.back().measures.push_back(i);
            continue;
        }
        const auto follow = measure.serves.front() == next &&
                            measure.serves.back() - next + 1 == measure.serves.size();
        if (!follow) return {whole};
        next = measure.serves.back() + 1;
        blocks.push_back({measure.serves, {i}});
    }
    if (blocks.empty()) return {whole};
    if (!direct.measures.empty()) blocks.insert(blocks.begin(), direct);
    if (next < whole.manifestations.size())
        blocks.push_back({{whole.manifestations.begin() + static_cast<std::ptrdiff_t>(next),
                           whole.manifestations.end()},
                          {}});
    return blocks;
}

PlanCounts count(const PlanLedger& ledger) {
    PlanCounts counts;
    for (const auto& area : ledger) {
        counts.areas += !area.line.text.empty();
        counts.problems += area.problems.size();
        for (const auto& problem : area.problems) counts.measures += problem.measures.size();
    }
    return counts;
}

std::string words_of(const ledger::Deadline& deadline, base::Date document_day) {
    const auto& day = deadline.date;
    if (!deadline.text.empty()) {
        if (!day || plan::deadline_of(deadline.text).date == day) return deadline.text;
        const bool ahead =
            day->year() == document_day.year() && day->month() >= document_day.month();
        if (ahead && plan::deadline_of(deadline.text, day->year()).date == day)
            return deadline.text;
    }
    if (day) return base::in_words(*day) + "前";
    return deadline.empty() ? std::string() : std::string(ledger::words_of(deadline.kind));
}

std::string statement_of(const Terms& terms, base::Date document_day) {
    std::string words;
    std::set<ledger::HolderRole> told;
    for (const auto& holder : terms.holders) {
        if (!told.insert(holder.role).second) continue;
        words += (words.empty() ? "" : "；") + std::string(ledger::words_of(holder.role)) + "：" +
                 names_in(terms.holders, holder.role);
    }
    if (const auto by = words_of(terms.deadline, document_day); !by.empty())
        words += std::string(words.empty() ? "" : "；") + "完成时限：" + by;
    return words.empty() ? words : "（" + words + "）";
}

}  // namespace documents
