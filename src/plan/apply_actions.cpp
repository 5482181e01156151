#include "plan/apply_actions.hpp"

#include <algorithm>
#include <map>

#include "ledger/history_store.hpp"
#include "plan/difference.hpp"
#include "plan/draft_tree.hpp"
#include "plan/holder_actions.hpp"
#include "plan/matching.hpp"
#include "plan/read_holders.hpp"

namespace plan {
namespace {

using ledger::Measure;
using ledger::MeasureStatus;
using ledger::Problem;
using ledger::ProblemStatus;

/// A person said this about one field of a row since it was made.
bool decided_by_people(db::Transaction& transaction, const std::string& subject,
                       std::string_view prefix) {
    for (const auto& version : ledger::changes_of(ledger::list_history(transaction, subject))) {
        if (!version.act.starts_with("edit_") && version.act != "merge_unit") continue;
        for (const auto& change : version.changes)
            if (change.field.starts_with(prefix)) return true;
    }
    return false;
}

/// History names the six roles, not "responsibility".
bool people_decided(db::Transaction& transaction, const std::string& subject,
                    std::string_view prefix) {
    if (!prefix.empty()) return decided_by_people(transaction, subject, prefix);
    return std::any_of(ledger::holder_roles.begin(), ledger::holder_roles.end(), [&](auto role) {
        return decided_by_people(transaction, subject, ledger::list_name_of(role));
    });
}

MeasureStatus status_of(const DraftRow& measure, const DraftRow& problem) {
    const auto& words = measure.status.empty() ? problem.status : measure.status;
    const auto name = measure_status_in_words(words);
    const auto status = name ? ledger::measure_status_of(*name) : std::nullopt;
    if (status) return *status;
    return measure.progress.empty() ? MeasureStatus::not_started : MeasureStatus::under_way;
}

ProblemStatus status_of(const ProblemNode& node) {
    if (says_struck_off(node.row.status)) return ProblemStatus::struck_off;
    const bool begun =
        std::any_of(node.measures.begin(), node.measures.end(), [&](const auto& measure) {
            return status_of(measure.row, node.row) != MeasureStatus::not_started;
        });
    return begun ? ProblemStatus::under_way : ProblemStatus::unclaimed;
}

/// One draft being written into one ledger.
class Applier {
  public:
    Applier(ledger::Recorder& recorder, const std::string& document, NewUnits new_units)
        : recorder_(recorder),
          transaction_(recorder.transaction()),
          document_(document),
          resolver_(recorder.transaction(), new_units),
          areas_(ledger::list_areas(transaction_, recorder.programme().id)),
          problems_(ledger::list_problems(transaction_, recorder.programme().id)) {
        for (auto& measure :
             ledger::list_measures_of_programme(transaction_, recorder.programme().id))
            measures_[measure.problem].push_back(std::move(measure));
    }

    base::Result<Applied> apply(std::vector<AreaNode> tree) {
        std::vector<Known> there, wanted;
        for (const auto& problem : problems_)
            there.push_back({problem.text, problem.printed_number});
        for (const auto& area : tree)
            for (const auto& problem : area.problems)
                wanted.push_back({problem.row.text, problem.row.number});
        const auto same = match(there, wanted);
        std::vector<bool> told_again(problems_.size());
        std::size_t next = 0;
        for (auto& node : tree) {
            const auto area = area_for(node.row);
            for (auto& problem : node.problems) {
                const auto found = same[next++];
                if (found) told_again[*found] = true;
                auto done = found ? change_problem(problems_[*found], problem, area)
                                  : base::Result<void>(make_problem(problem, area));
                if (!done) return done.error();
            }
        }
        note_gone(told_again);
        applied_.report.units_created = resolver_.units_opened();
        return std::move(applied_);
    }

  private:
    ledger::Area area_for(const DraftRow& row) {
        const auto words = bare_words(row.text);
        for (const auto& area : areas_)
            if (bare_words(area.heading) == words) return area;
        ledger::Area area{ledger::AreaId::make(recorder_.now(), recorder_.random()),
                          recorder_.programme().id, recorder_.next_area_number(), row.number,
                          row.text};
        ledger::insert_area(transaction_, area);
        recorder_.note("import", "area", area.id.text(), {{"heading", area.heading}});
        note_created("area", area.id.text());
        applied_.report.created.areas += !row.text.empty();
        areas_.push_back(area);
        return area;
    }

    base::Result<void> make_problem(ProblemNode& node, const ledger::Area& area) {
        resolver_.resolve(node.row.responsibility, recorder_);
        Problem problem;
        problem.id = ledger::ProblemId::make(recorder_.now(), recorder_.random());
        problem.area = area.id;
        problem.number = recorder_.next_problem_number();
        problem.printed_number = node.row.number;
        problem.text = node.row.text;
        problem.status = status_of(node);
        problem.responsibility = node.row.responsibility;
        problem.deadline = node.row.deadline;
        problem.source =
            ledger::RowSource{document_, static_cast<std::int64_t>(node.row.source.first),
                              static_cast<std::int64_t>(node.row.source.last)};
        problem.imported = true;
        recorder_.insert(problem, area.number, "import");
        note_created("problem", problem.id.text());
        ++applied_.report.created.problems;
        const auto manifestations = make_manifestations(problem, node.manifestations);
        for (auto& measure : node.measures)
            make_measure(problem, area, node, measure, manifestations);
        if (problem.status == ProblemStatus::struck_off) strike_off_as_imported(problem);
        return {};
    }

    std::vector<ledger::ManifestationId> make_manifestations(const Problem& problem,
                                                             const std::vector<DraftRow>& rows) {
        std::vector<ledger::ManifestationId> ids;
        for (const auto& row : rows) {
            const auto id = ledger::ManifestationId::make(recorder_.now(), recorder_.random());
            ids.push_back(id);
            ledger::insert_manifestation(
                transaction_,
                {id, problem.programme, problem.id, static_cast<std::int64_t>(ids.size()),
                 row.number, row.text},
                problem.guards);
            note_created("manifestation", id.text());
            ++applied_.report.created.manifestations;
        }
        return ids;
    }

    void make_measure(const Problem& problem, const ledger::Area& area, const ProblemNode& under,
                      MeasureNode& node,
                      const std::vector<ledger::ManifestationId>& manifestations) {
        resolver_.resolve(node.row.responsibility, recorder_);
        Measure measure;
        measure.id = ledger::MeasureId::make(recorder_.now(), recorder_.random());
        measure.number = recorder_.next_measure_number();
        measure.printed_number = node.row.number;
        measure.text = node.row.text;
        measure.status = problem.status == ProblemStatus::struck_off
                             ? MeasureStatus::done
                             : status_of(node.row, under.row);
        measure.responsibility = node.row.responsibility;
        measure.deadline = node.row.deadline;
        measure.percent = measure.status == MeasureStatus::done ? 100 : 0;
        measure.imported = true;
        const bool first = &node == &under.measures.front();
        const auto progress =
            node.row.progress.empty() && first ? under.row.progress : node.row.progress;
        if (!progress.empty()) {
            measure.last_entry = progress;
            measure.last_entry_at = recorder_.now();
        }
        recorder_.insert(measure, problem, area.number, "import");
        if (!progress.empty()) insert_imported_entry(measure);
        for (const auto index : node.manifestations)
            ledger::insert_service(transaction_, problem.programme,
                                   {measure.id, problem.id, manifestations[index], 0});
        note_created("measure", measure.id.text());
        ++applied_.report.created.measures;
    }

    void insert_imported_entry(const Measure& measure) {
        ledger::ProgressEntry entry;
        entry.id = ledger::EntryId::make(recorder_.now(), recorder_.random());
        entry.text = measure.last_entry;
        entry.percent = measure.percent;
        entry.evidence_note = "据《" + document_ + "》导入";
        entry.at = recorder_.now();
        entry.by = recorder_.actor().name;
        ledger::insert_entry(transaction_, measure, entry, recorder_.actor().id);
    }

    void strike_off_as_imported(const Problem& problem) {
        ledger::StrikeOff slip{recorder_.next_slip_number(),
                               recorder_.now(),
                               recorder_.actor().id,
                               recorder_.actor().name,
                               "",
                               "据《" + document_ + "》导入",
                               true};
        ledger::insert_strike_off(transaction_, problem, slip);
        recorder_.note("issue_slip", "problem", problem.id.text(),
                       {{"slip_number", std::to_string(slip.slip_number)}, {"imported", "1"}});
    }

    base::Result<void> change_problem(const Problem& before, ProblemNode& node,
                                      const ledger::Area& area) {
        resolver_.resolve(node.row.responsibility, recorder_);
        const auto gate = ledger::gate_of(before.status);
        auto after = changed(before, node.row, "problem", gate == ledger::ProblemGate::closed);
        if (!after) return after.error();
        if (after->responsibility != before.responsibility || after->deadline != before.deadline) {
            auto placed = recorder_.place_again(*after);
            if (!placed) return placed.error();
            after = *placed;
        }
        return change_measures(*after, node, area);
    }

    base::Result<void> change_measures(const Problem& problem, ProblemNode& node,
                                       const ledger::Area& area) {
        auto& standing = measures_[problem.id];
        std::vector<Known> there, wanted;
        for (const auto& measure : standing)
            there.push_back({measure.text, measure.printed_number});
        for (const auto& measure : node.measures)
            wanted.push_back({measure.row.text, measure.row.number});
        const auto same = match(there, wanted);
        std::vector<bool> told_again(standing.size());
        const bool closed = ledger::gate_of(problem.status) == ledger::ProblemGate::closed;
        std::vector<ledger::ManifestationId> manifestations;
        for (std::size_t i = 0; i < node.measures.size(); ++i) {
            auto& measure = node.measures[i];
            resolver_.resolve(measure.row.responsibility, recorder_);
            if (!same[i]) {
                if (closed)
                    applied_.report.kept_by_people.push_back(
                        {"measure", measure.row.number, "text", "", measure.row.text});
                else
                    add_measure(problem, area, node, measure);
                continue;
            }
            told_again[*same[i]] = true;
            const auto& before = standing[*same[i]];
            const bool locked = closed || before.status == MeasureStatus::awaiting_review ||
                                before.status == MeasureStatus::done;
            auto after = changed(before, measure.row, "measure", locked);
            if (!after) return after.error();
        }
        for (std::size_t i = 0; i < standing.size(); ++i)
            if (!told_again[i] && standing[i].imported)
                applied_.report.gone.push_back(
                    {"measure", std::to_string(standing[i].number), standing[i].text});
        return {};
    }

    /// A measure that a changed document adds to a problem that stands; it serves the
    /// manifestations of the same printed number.
    void add_measure(const Problem& problem, const ledger::Area& area, const ProblemNode& node,
                     MeasureNode& measure) {
        const auto standing = ledger::list_manifestations(transaction_, problem.id);
        std::vector<ledger::ManifestationId> ids;
        std::vector<std::size_t> served;
        for (const auto index : measure.manifestations) {
            for (const auto& one : standing) {
                if (one.printed_number != node.manifestations[index].number) continue;
                served.push_back(ids.size());
                ids.push_back(one.id);
                break;
            }
        }
        measure.manifestations = served;
        make_measure(problem, area, node, measure, ids);
    }

    /// Takes over what differs and nobody decided; counts and names the rest.
    template <class Row>
    base::Result<Row> changed(const Row& before, const DraftRow& said, std::string_view kind,
                              bool locked) {
        Row after = before;
        bool any = false;
        for (const auto& difference : differences(before, said)) {
            RowChange change{std::string(kind), std::to_string(before.number),
                             std::string(difference.field), difference.old_value,
                             difference.new_value};
            if (locked ||
                people_decided(transaction_, before.id.text(), difference.history_prefix)) {
                applied_.report.kept_by_people.push_back(std::move(change));
                continue;
            }
            difference.take_over(after, said);
            applied_.report.changed.push_back(std::move(change));
            any = true;
        }
        if (!any) {
            ++applied_.report.untouched;
            return before;
        }
        auto saved = recorder_.save(before, after, "import");
        if (!saved) return saved.error();
        applied_.effects.push_back({Effect::What::changed, std::string(kind), before.id.text(),
                                    saved->version, ledger::fields_kept(before)});
        return saved;
    }

    void note_gone(const std::vector<bool>& told_again) {
        for (std::size_t i = 0; i < problems_.size(); ++i)
            if (!told_again[i] && problems_[i].imported)
                applied_.report.gone.push_back(
                    {"problem", std::to_string(problems_[i].number), problems_[i].text});
    }

    void note_created(std::string_view kind, std::string id) {
        applied_.effects.push_back(
            {Effect::What::created, std::string(kind), std::move(id), 1, {}});
    }

    ledger::Recorder& recorder_;
    db::Transaction& transaction_;
    const std::string& document_;
    HolderResolver resolver_;
    std::vector<ledger::Area> areas_;
    std::vector<Problem> problems_;
    std::map<ledger::ProblemId, std::vector<Measure>> measures_;
    Applied applied_;
};

}  // namespace

base::Result<Applied> apply_draft(ledger::Recorder& recorder, const Draft& draft,
                                  const std::string& document, NewUnits new_units) {
    return Applier(recorder, document, new_units).apply(tree_of(kept(draft)));
}

std::vector<std::string> unresolved_in(db::Transaction& transaction, const Draft& draft) {
    const HolderResolver resolver(transaction, NewUnits::leave_as_names);
    std::vector<std::string> names;
    for (const auto& row : kept(draft)) {
        for (const auto& holder : row.responsibility) {
            if (is_placeholder(holder.name) || resolver.knows(holder)) continue;
            if (std::find(names.begin(), names.end(), holder.name) == names.end())
                names.push_back(holder.name);
        }
    }
    return names;
}

}  // namespace plan
