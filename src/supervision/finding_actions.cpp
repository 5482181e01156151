#include "supervision/finding_actions.hpp"

#include <algorithm>

#include "accounts/unit_store.hpp"
#include "base/text_length.hpp"
#include "ledger/measure_step_actions.hpp"
#include "ledger/news_actions.hpp"
#include "ledger/notice_step_actions.hpp"
#include "ledger/problem_step_actions.hpp"
#include "supervision/accountability_store.hpp"
#include "supervision/check_step_actions.hpp"

namespace supervision {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::Recorder;

constexpr std::size_t quoted_chars = 300;

/// What one finding leads to, made in the caller's transaction.
class Consequences {
  public:
    Consequences(Recorder& recorder, const Check& check, const CheckedRow& row,
                 const Decision& wanted)
        : recorder_(recorder), check_(check), row_(row), wanted_(wanted) {}

    base::Result<Consequence> make() {
        const bool quotes =
            wanted_.kind == ConsequenceKind::supplement || wanted_.kind == ConsequenceKind::notice;
        if (quotes)
            if (const auto no = base::why_too_short(wanted_.reason, "reason_too_short", "reason"))
                return *no;
        one_.id = wanted_.id;
        one_.kind = wanted_.kind;
        one_.led_to = wanted_.id.text();
        one_.text = wanted_.reason;
        one_.by = recorder_.actor().name;
        one_.at = recorder_.now();
        if (const auto made = make_what(); !made) return made.error();
        return one_;
    }

  private:
    template <class Id>
    Id made_id() const {
        return *Id::parse(wanted_.id.text());
    }

    base::Result<void> make_what() {
        switch (wanted_.kind) {
            case ConsequenceKind::sent_back: return send_back();
            case ConsequenceKind::supplement: return add_supplement();
            case ConsequenceKind::successor: return open_successor();
            case ConsequenceKind::task: return add_task();
            case ConsequenceKind::notice: return propose_notice();
            case ConsequenceKind::accountability: return refer_to_record();
        }
        return {};
    }

    base::Result<ledger::Measure> measure() {
        return ledger::load_measure(recorder_.transaction(),
                                    *ledger::MeasureId::parse(row_.subject.id),
                                    recorder_.actor().scope);
    }

    base::Result<void> send_back() {
        const auto before = measure();
        if (!before) return before.error();
        const auto gate = ledger::gate_of(row_.subject.problem_status);
        const auto sent =
            ledger::send_back(recorder_, *before, gate, {wanted_.reason, wanted_.requirement, {}});
        if (!sent) return sent.error();
        one_.led_to = before->id.text();
        one_.number = before->number;
        return {};
    }

    base::Result<void> add_supplement() {
        const auto before = measure();
        if (!before) return before.error();
        if (wanted_.requirement.empty())
            return refuse(ErrorKind::invalid, "text_empty", "requirement");
        auto& transaction = recorder_.transaction();
        const auto above = ledger::load_problem(transaction, before->problem, base::unbounded());
        if (!above) return above.error();
        const auto area = ledger::load_area(transaction, above->area, above->programme);
        if (!area) return area.error();
        ledger::Measure added;
        added.id = made_id<ledger::MeasureId>();
        added.number = recorder_.next_measure_number();
        added.text = wanted_.requirement;
        added.responsibility = before->responsibility;
        if (wanted_.due_on) added.deadline = ledger::by(*wanted_.due_on);
        recorder_.insert(added, *above, area->number, "add_measure");
        recorder_.note("state_reason", "measure", added.id.text(), {{"reason", wanted_.reason}});
        one_.number = added.number;
        return {};
    }

    base::Result<void> open_successor() {
        const auto before = ledger::load_problem(recorder_.transaction(),
                                                 *ledger::ProblemId::parse(row_.subject.id),
                                                 recorder_.actor().scope);
        if (!before) return before.error();
        const auto opened = ledger::open_successor(
            recorder_, *before, {made_id<ledger::ProblemId>(), {}, wanted_.reason});
        if (!opened) return opened.error();
        one_.number = opened->number;
        return {};
    }

    base::Result<void> add_task() {
        ledger::TaskDraft draft;
        draft.id = made_id<ledger::TaskId>();
        draft.text = wanted_.requirement;
        draft.unit = wanted_.unit.value_or(row_.unit);
        if (wanted_.due_on) draft.deadline = ledger::by(*wanted_.due_on);
        auto task = ledger::new_task(draft, {ledger::OriginKind::finding, row_.id.text()},
                                     recorder_.actor());
        if (!task) return task.error();
        const auto unit = accounts::find_unit(recorder_.transaction(), task->unit);
        if (!unit) return refuse(ErrorKind::invalid, "unit_unknown", "unit_id");
        task->unit_name = unit->name;
        const auto held = ledger::check_holders(recorder_.transaction(), ledger::holders_of(*task));
        if (!held) return held.error();
        recorder_.insert(*task, "add_task");
        ledger::tell_of_new(recorder_, {*task});
        one_.number = task->number;
        one_.text = task->text;
        return {};
    }

    /// Of a problem: about its own measures.
    std::vector<ledger::MeasureId> measures() {
        if (row_.subject.kind == RowKind::measure)
            return {*ledger::MeasureId::parse(row_.subject.id)};
        std::vector<ledger::MeasureId> found;
        for (const auto& one : ledger::list_measures(recorder_.transaction(),
                                                     *ledger::ProblemId::parse(row_.subject.id)))
            if (found.size() < ledger::notice_rows_max) found.push_back(one.id);
        return found;
    }

    base::Result<void> propose_notice() {
        const ledger::NewNotice about{made_id<ledger::NoticeId>(), wanted_.notice_kind, measures()};
        if (about.measures.empty()) return refuse(ErrorKind::invalid, "notice_has_no_rows", "kind");
        const auto notice = ledger::notice_about(recorder_.transaction(), recorder_.actor(), about);
        if (!notice) return notice.error();
        const auto found = "“" + check_.terms.subject + "”发现：" +
                           std::string(base::first_chars(wanted_.reason, quoted_chars));
        const auto proposed = ledger::insert_proposal(recorder_, *notice, found);
        if (!proposed) return proposed.error();
        one_.text = proposed->kind;
        return {};
    }

    base::Result<void> refer_to_record() {
        const auto record =
            find_accountability_numbered(recorder_.transaction(), check_.programme,
                                         wanted_.accountability_number, recorder_.actor().scope);
        if (!record) return refuse(ErrorKind::invalid, "accountability_unknown", "number");
        one_.led_to = record->id.text();
        one_.number = record->number;
        return {};
    }

    Recorder& recorder_;
    const Check& check_;
    const CheckedRow& row_;
    const Decision& wanted_;
    Consequence one_;
};

bool is_made(const CheckedRow& row, ConsequenceId id) {
    return std::any_of(row.consequences.begin(), row.consequences.end(),
                       [&](const Consequence& one) { return one.id == id; });
}

}  // namespace

base::Result<CheckView> fill_in_row(const Needs& needs, const base::Actor& actor,
                                    const SeenRow& seen, const RowForm& form) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<CheckView> {
        auto found = open_row(transaction, needs, actor, seen.id);
        if (!found) return found.error();
        auto& [opened, before] = *found;
        auto& [recorder, check] = opened;
        if (auto fresh = ledger::check_version(before.version, seen.version); !fresh)
            return fresh.error();
        const auto after = fill_in(before, form, check, actor, recorder.now());
        if (!after) return after.error();
        if (auto saved = save_row(transaction, *after); !saved) return saved.error();
        note(recorder, "fill_in_check", check,
             {{"row", label_of(before)}, {"check_result", std::string(name_of(form.result))}});
        recorder.finish();
        return view_of(transaction, check.id, actor);
    });
}

base::Result<CheckView> decide_on_finding(const Needs& needs, const base::Actor& actor,
                                          const SeenRow& seen, const Decision& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<CheckView> {
        auto found = open_row(transaction, needs, actor, seen.id);
        if (!found) return found.error();
        auto& [opened, row] = *found;
        auto& [recorder, check] = opened;
        if (is_made(row, wanted.id)) return view_of(transaction, check.id, actor);
        if (auto fresh = ledger::check_version(row.version, seen.version); !fresh)
            return fresh.error();
        if (const auto no = why_not(wanted.kind, row, check, actor)) return *no;
        const auto made = Consequences(recorder, check, row, wanted).make();
        if (!made) return made.error();
        insert_consequence(transaction, row.id, *made);
        // Who was called to account is told to those who are cleared, and by its own record.
        const bool restricted = wanted.kind == ConsequenceKind::accountability;
        note(recorder, "decide_on_finding", check,
             {{"row", label_of(row)},
              {"consequence", restricted ? "" : std::string(name_of(wanted.kind))}});
        recorder.finish();
        return view_of(transaction, check.id, actor);
    });
}

}  // namespace supervision
