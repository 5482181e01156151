#include "ledger/handing_over_actions.hpp"

#include <map>

#include "accounts/account_store.hpp"
#include "ledger/handover_store.hpp"
#include "ledger/review_actions.hpp"
#include "ledger/task_store.hpp"
#include "notify/message_store.hpp"

namespace ledger {
namespace {

using Rows = std::vector<HandoverItem>;
constexpr std::string_view act = "hand_over";

Responsibility succeeded(const Responsibility& before, const Handover& one) {
    return succeeded(before, &Holder::person, one.giver.id, one.taker->id, one.taker->name);
}

/// A row that is gone or over by now stays as it was.
base::Result<void> hand_over(Recorder& recorder, const HandoverItem& item,
                             const Handover& handover) {
    auto& transaction = recorder.transaction();
    const auto whole = base::unbounded();
    if (item.kind == HandoverRow::task) {
        const auto before = find_task(transaction, TaskId{item.row}, whole);
        if (!before || before->is_over()) return {};
        auto after = *before;
        after.person = handover.taker->id;
        after.person_name = handover.taker->name;
        const auto saved = recorder.save(*before, after, act);
        if (!saved) return saved.error();
        return {};
    }
    if (item.kind == HandoverRow::problem) {
        const auto before = load_problem(transaction, ProblemId{item.row}, whole);
        if (!before || before->status == ProblemStatus::struck_off) return {};
        auto after = *before;
        after.responsibility = succeeded(before->responsibility, handover);
        const auto saved = recorder.save(*before, after, act);
        if (!saved) return saved.error();
        pass_signatures_on(recorder, *saved, {handover.giver.id, handover.taker->id});
        const auto placed = recorder.place_again(*saved, Replace::holders);
        if (!placed) return placed.error();
        return {};
    }
    const auto before = load_measure(transaction, MeasureId{item.row}, whole);
    if (!before || before->status == MeasureStatus::done) return {};
    auto after = *before;
    after.responsibility = succeeded(before->responsibility, handover);
    const auto saved = recorder.save(*before, after, act);
    if (!saved) return saved.error();
    return {};
}

/// What is handed over does not depend on who may see it.
base::Result<void> hand_over_rows(const Needs& needs, db::Transaction& transaction,
                                  const base::Actor& actor, const Handover& handover) {
    base::Actor whole = actor;
    whole.scope = base::unbounded();
    std::map<ProgrammeId, Rows> by_programme;
    for (auto& item : list_items(transaction, handover.id))
        if (!item.roles.empty() && !item.kept)
            by_programme[item.programme].push_back(std::move(item));
    for (const auto& [programme, rows] : by_programme) {
        auto recorder = Recorder::open(transaction, needs, whole, programme);
        if (!recorder) return recorder.error();
        for (const auto& item : rows)
            if (auto done = hand_over(*recorder, item, handover); !done) return done;
        recorder->finish();
    }
    return {};
}

void tell(const Needs& needs, db::Transaction& transaction, const base::Actor& actor,
          const Handover& handover, notify::EventKind kind,
          const std::vector<base::AccountId>& accounts) {
    if (accounts.empty()) return;
    notify::Event event;
    event.at = needs.clock.now();
    event.id = notify::EventId::make(event.at, needs.random);
    event.kind = kind;
    event.subject_kind = "handover";
    event.subject_id = handover.id.text();
    event.subject_text = handover.unit_name + "　" + handover.post_title;
    event.by = actor.name;
    event = notify::shortened(std::move(event));
    notify::insert_event(transaction, event);
    for (const auto account : accounts) notify::insert_message(transaction, event.id, account);
}

/// The supervising side: those who review within the unit and do not keep the ledger themselves.
std::vector<base::AccountId> list_witnesses(db::Transaction& transaction, const base::Actor& actor,
                                            const Handover& handover) {
    std::vector<base::AccountId> witnesses;
    for (const auto& account : accounts::list_accounts_in_use(transaction))
        if (!accounts::acts_of(account).has(base::Act::edit_ledger) &&
            notify::hears(account, base::Act::review, {.unit_path = handover.unit_path}, actor))
            witnesses.push_back(account.id);
    return witnesses;
}

}  // namespace

bool signs_in_person(db::Transaction& transaction, const Handover& handover, HandoverPart part) {
    if (part == HandoverPart::witness || (part == HandoverPart::taker && !handover.taker))
        return false;
    const auto person = part == HandoverPart::giver ? handover.giver.id : handover.taker->id;
    return notify::find_account_of_person(transaction, person).has_value();
}

void tell_person(const Needs& needs, db::Transaction& transaction, const base::Actor& actor,
                 const Handover& handover, base::PersonId person, notify::EventKind kind) {
    const auto account = notify::find_account_of_person(transaction, person);
    if (account && *account != actor.id)
        tell(needs, transaction, actor, handover, kind, {*account});
}

base::Result<void> pass_on(const Needs& needs, db::Transaction& transaction,
                           const base::Actor& actor, const Handover& handover) {
    using notify::EventKind;
    if (handover.state == HandoverState::completed) {
        if (auto done = hand_over_rows(needs, transaction, actor, handover); !done) return done;
        for (const auto& person : {handover.giver.id, handover.taker->id})
            tell_person(needs, transaction, actor, handover, person, EventKind::handover_completed);
    } else if (handover.signatures.size() == 2) {
        tell(needs, transaction, actor, handover, EventKind::handover_to_sign,
             list_witnesses(transaction, actor, handover));
    }
    return {};
}

}  // namespace ledger
