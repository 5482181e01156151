#include "supervision/interview_actions.hpp"

#include <tuple>

#include "accounts/unit_store.hpp"
#include "ledger/news_actions.hpp"

namespace supervision {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::Recorder;

/// What a person said of it; the rest is the program's.
bool says_the_same(const Interview& stored, const Interview& wanted) {
    const auto said = [](const Interview& one) {
        return std::tie(one.programme, one.held_on, one.begins_at, one.place, one.unit, one.person,
                        one.post, one.interviewers, one.recorder, one.cause, one.problem,
                        one.answer, one.requirement, one.due_on, one.is_signed,
                        one.unsigned_reason);
    };
    return said(stored) == said(wanted);
}

void note(Recorder& recorder, std::string_view act, const Interview& one,
          std::string_view reason = {}) {
    std::vector<std::pair<std::string, std::string>> facts{{"number", std::to_string(one.number)},
                                                           {"person", one.person}};
    if (!reason.empty()) facts.emplace_back("reason", reason);
    recorder.note(act, "interview", one.id.text(), facts);
}

/// What is asked of the unit, as a task. Refuses: unit_is_closed.
base::Result<void> give_task(Recorder& recorder, Interview& record, const std::string& unit_name) {
    if (record.requirement.empty() || !recorder.actor().may(base::Act::edit_ledger)) return {};
    ledger::TaskDraft draft;
    draft.id = ledger::TaskId::make(recorder.now(), recorder.random());
    draft.text = record.requirement;
    draft.unit = record.unit;
    draft.deadline = ledger::by(*record.due_on);
    auto task = ledger::new_task(draft, {ledger::OriginKind::office, ""}, recorder.actor());
    if (!task) return task.error();
    task->unit_name = unit_name;
    const auto held = ledger::check_holders(recorder.transaction(), ledger::holders_of(*task));
    if (!held) return held.error();
    recorder.insert(*task, "add_task");
    ledger::tell_of_new(recorder, {*task});
    record.task = task->id;
    return {};
}

}  // namespace

base::Result<Interview> record_interview(const Needs& needs, const base::Actor& actor,
                                         const Interview& wanted) {
    if (const auto no = why_not_interview(actor)) return *no;
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Interview> {
        auto recorder = Recorder::open(transaction, needs, actor, wanted.programme);
        if (!recorder) return recorder.error();
        if (auto stored = find_interview(transaction, wanted.id, actor.scope)) {
            if (says_the_same(*stored, wanted)) return std::move(*stored);
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        if (const auto fine = check(wanted, recorder->today()); !fine) return fine.error();
        const auto unit = accounts::find_unit(transaction, wanted.unit);
        if (!unit || !actor.scope.covers(unit->path, wanted.programme))
            return refuse(ErrorKind::invalid, "unit_unknown", "unit_id");
        auto record = wanted;
        record.number = load_last_interview(transaction, wanted.programme) + 1;
        record.recorded_by = actor.name;
        record.recorded_at = recorder->now();
        if (auto given = give_task(*recorder, record, unit->name); !given) return given.error();
        insert_interview(transaction, record);
        note(*recorder, "record_interview", record);
        recorder->finish();
        return std::move(*find_interview(transaction, record.id, actor.scope));
    });
}

base::Result<Interview> revoke_interview(const Needs& needs, const base::Actor& actor,
                                         InterviewId id, std::int64_t version,
                                         std::string_view reason) {
    if (const auto no = why_not_interview(actor)) return *no;
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Interview> {
        const auto found = find_interview(transaction, id, actor.scope);
        if (!found) return refuse(ErrorKind::not_found, "interview_unknown");
        auto recorder = Recorder::open(transaction, needs, actor, found->programme);
        if (!recorder) return recorder.error();
        const auto before = find_interview(transaction, id, actor.scope);
        if (!before) return refuse(ErrorKind::not_found, "interview_unknown");
        const auto after = revoke(*before, reason, actor, recorder->now());
        if (!after || *after == *before) return after;
        if (auto fresh = ledger::check_version(before->version, version); !fresh)
            return fresh.error();
        if (auto saved = save_interview(transaction, *after); !saved) return saved.error();
        note(*recorder, "revoke_interview", *after, reason);
        recorder->finish();
        return after;
    });
}

base::Result<InterviewPage> list_interview_page(const Needs& needs, const base::Actor& actor,
                                                base::ProgrammeId programme,
                                                const ledger::Page& page) {
    if (const auto no = why_not_interview(actor)) return *no;
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<InterviewPage> {
        const auto found = ledger::load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        return list_interviews(transaction, programme, page, actor.scope);
    });
}

}  // namespace supervision
