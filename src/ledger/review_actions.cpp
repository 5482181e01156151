#include "ledger/review_actions.hpp"

#include <algorithm>

#include "accounts/account_store.hpp"
#include "evidence/evidence_store.hpp"
#include "ledger/news_actions.hpp"
#include "ledger/problem_step_actions.hpp"
#include "notify/message_store.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

ProblemFacts facts_of(Recorder& recorder, const Problem& problem) {
    return {tally_of(recorder.transaction(), problem.id),
            load_review(recorder.transaction(), problem.id), recorder.today()};
}

/// One step of a review from end to end: `step` decides and writes what belongs to it.
template <class Step>
base::Result<ProblemRow> reviewed(const Needs& needs, const base::Actor& actor,
                                  Seen<ProblemId> seen, Step step) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<ProblemRow> {
        auto opened = open_problem(transaction, needs, actor, seen);
        if (!opened) return opened.error();
        auto& [recorder, before] = *opened;
        const base::Result<void> done = step(recorder, before, facts_of(recorder, before));
        if (!done) return done.error();
        recorder.finish();
        return problem_row(transaction, seen.id, actor.scope);
    });
}

void save_last_review(Recorder& recorder, const Problem& problem, const Review& review) {
    if (const auto application = find_last_application(recorder.transaction(), problem.id))
        save_review(recorder.transaction(), problem, application->id, review);
}

std::string stage_of(const Review& review) {
    const auto stage = open_stage(review);
    for (const auto& signing : review)
        if (signing.stage == stage) return signing.stage_name;
    return {};
}

/// The leaders the problem names, as far as they have an account that signs in that seat and sees
/// the problem. Nobody is named in what they applied for themselves.
std::vector<SeatHolder> named_in(Recorder& recorder, const Problem& problem) {
    std::vector<SeatHolder> named;
    const auto seeing = list_accounts_seeing(recorder.transaction(), problem, recorder.actor());
    for (const auto& holder : problem.responsibility) {
        const auto seat = holder.role == HolderRole::lead_leader ? std::optional(Seat::lead_leader)
                          : holder.role == HolderRole::responsible_leader
                              ? std::optional(Seat::responsible_leader)
                              : std::nullopt;
        if (!seat || !holder.person) continue;
        const bool signs = std::any_of(seeing.begin(), seeing.end(), [&](const auto& account) {
            return account.person == *holder.person && accounts::seat_of(account.role) == seat;
        });
        if (signs) named.push_back({*seat, *holder.person, holder.name});
    }
    return named;
}

std::vector<SlipEvidence> evidence_of(Recorder& recorder, const Problem& problem) {
    std::vector<SlipEvidence> files;
    const auto add = [&](std::string_view kind, const std::string& id, std::int64_t number) {
        const auto items = evidence::list_items_at(recorder.transaction(), id);
        for (std::size_t i = 0; i < items.size(); ++i) {
            const auto& [evidence, file] = items[i];
            const bool newest =
                i + 1 == items.size() || items[i + 1].evidence.series != evidence.series;
            if (newest && !evidence.removed)
                files.push_back({std::string(kind), number, evidence.name, evidence.digest,
                                 std::string(base::name_of(file.algorithm)), file.bytes});
        }
    };
    add("problem", problem.id.text(), problem.number);
    for (const auto& row :
         list_rows_of_problem(recorder.transaction(), problem.id, base::unbounded()))
        add("measure", row.measure.id.text(), row.measure.number);
    return files;
}

void write_slip(Recorder& recorder, const Problem& problem, std::string_view opinion) {
    auto& transaction = recorder.transaction();
    const auto application = find_last_application(transaction, problem.id);
    StrikeOff slip{recorder.next_slip_number(),
                   recorder.now(),
                   recorder.actor().id,
                   recorder.actor().name,
                   application ? application->by : "",
                   std::string(opinion),
                   false};
    insert_strike_off(transaction, problem, slip);
    const auto files = evidence_of(recorder, problem);
    insert_slip_evidence(transaction, problem.id, files);
    recorder.note("issue_slip", "problem", problem.id.text(),
                  {{"slip_number", std::to_string(slip.slip_number)},
                   {"opinion", slip.opinion},
                   {"files", std::to_string(files.size())}});
}

}  // namespace

base::Result<ProblemRow> apply_for_strike_off(const Needs& needs, const base::Actor& actor,
                                              Seen<ProblemId> seen,
                                              const StrikeOffApplication& application) {
    const auto step = [&](Recorder& recorder, const Problem& before,
                          const ProblemFacts& facts) -> base::Result<void> {
        const auto& chain = recorder.programme().review_chain;
        const auto after = apply(before, application, facts, chain, actor);
        if (!after) return after.error();
        const auto saved = recorder.save(before, *after, "apply_for_strike_off");
        if (!saved) return saved.error();
        const auto id = ApplicationId::make(recorder.now(), recorder.random());
        insert_application(recorder.transaction(), *saved,
                           {id, application, recorder.now(), actor.id, actor.name});
        const auto review = start(chain, named_in(recorder, *saved));
        save_review(recorder.transaction(), *saved, id, review);
        tell_signers(recorder, *saved, review);
        return {};
    };
    return reviewed(needs, actor, seen, step);
}

base::Result<ProblemRow> withdraw_application(const Needs& needs, const base::Actor& actor,
                                              Seen<ProblemId> seen) {
    const auto step = [&](Recorder& recorder, const Problem& before,
                          const ProblemFacts& facts) -> base::Result<void> {
        const auto after = withdraw(before, facts, actor);
        if (!after) return after.error();
        const auto saved = recorder.save(before, after->problem, "withdraw_application");
        if (!saved) return saved.error();
        save_last_review(recorder, before, after->review);
        return {};
    };
    return reviewed(needs, actor, seen, step);
}

base::Result<ProblemRow> strike_off_problem(const Needs& needs, const base::Actor& actor,
                                            Seen<ProblemId> seen, std::string_view opinion) {
    const auto step = [&](Recorder& recorder, const Problem& before,
                          const ProblemFacts& facts) -> base::Result<void> {
        const auto after = strike_off(before, facts, opinion, actor, recorder.now());
        if (!after) return after.error();
        save_last_review(recorder, before, after->review);
        if (after->problem.status != ProblemStatus::struck_off) {
            recorder.note("sign_strike_off", "problem", before.id.text(),
                          {{"stage", stage_of(facts.review)}, {"opinion", std::string(opinion)}});
            if (open_stage(after->review) != open_stage(facts.review))
                tell_signers(recorder, before, after->review);
            return {};
        }
        const auto saved = recorder.save(before, after->problem, "strike_off_problem");
        if (!saved) return saved.error();
        write_slip(recorder, *saved, opinion);
        tell_holders(recorder, before, notify::EventKind::problem_struck_off);
        return {};
    };
    return reviewed(needs, actor, seen, step);
}

base::Result<ProblemRow> send_back_problem(const Needs& needs, const base::Actor& actor,
                                           Seen<ProblemId> seen, const Return& why) {
    const auto step = [&](Recorder& recorder, const Problem& before,
                          const ProblemFacts& facts) -> base::Result<void> {
        const auto after = send_back(before, facts, why, actor, recorder.now());
        if (!after) return after.error();
        const auto saved = recorder.save(before, after->problem, "send_back_problem");
        if (!saved) return saved.error();
        save_last_review(recorder, before, after->review);
        const auto id = RefusalId::make(recorder.now(), recorder.random());
        insert_refusal(recorder.transaction(), subject_of(*saved),
                       {id, recorder.now(), actor.name, why.reason, why.requirement});
        recorder.note("state_reason", "problem", saved->id.text(),
                      {{"stage", stage_of(facts.review)},
                       {"to_stage", stage_of(after->review)},
                       {"reason", why.reason},
                       {"requirement", why.requirement}});
        if (why.stage)
            tell_signers(recorder, before, after->review);
        else
            tell_holders(recorder, before, notify::EventKind::problem_sent_back, why.reason);
        return {};
    };
    return reviewed(needs, actor, seen, step);
}

base::Result<ProblemRow> take_review(const Needs& needs, const base::Actor& actor,
                                     Seen<ProblemId> seen) {
    const auto step = [&](Recorder& recorder, const Problem& before,
                          const ProblemFacts& facts) -> base::Result<void> {
        const auto after = take(before, facts, actor);
        if (!after) return after.error();
        save_last_review(recorder, before, *after);
        recorder.note("take_review", "problem", before.id.text(),
                      {{"stage", stage_of(facts.review)}});
        return {};
    };
    return reviewed(needs, actor, seen, step);
}

base::Result<ProblemRow> release_review(const Needs& needs, const base::Actor& actor,
                                        Seen<ProblemId> seen) {
    const auto step = [&](Recorder& recorder, const Problem& before,
                          const ProblemFacts& facts) -> base::Result<void> {
        const auto after = release(before, facts, actor);
        if (!after) return after.error();
        save_last_review(recorder, before, *after);
        recorder.note("release_review", "problem", before.id.text(),
                      {{"stage", stage_of(facts.review)}});
        return {};
    };
    return reviewed(needs, actor, seen, step);
}

base::Result<std::vector<SignerOffered>> list_signers(const Needs& needs, const base::Actor& actor,
                                                      ProblemId id) {
    using Offered = std::vector<SignerOffered>;
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<Offered> {
        const auto problem = load_problem(transaction, id, actor.scope);
        if (!problem) return problem.error();
        const auto review = load_review(transaction, id);
        const ProblemFacts facts{tally_of(transaction, id), review, needs.clock.today()};
        if (auto no = why_not(ProblemAct::ask_signer, *problem, facts, actor)) return *no;
        Offered offered;
        for (const auto& account : list_accounts_seeing(transaction, *problem, actor)) {
            const Signer signer{account.id, account.person_name};
            if (account.id == problem->applied_by || !asked(review, signer, actor)) continue;
            offered.push_back(
                {signer, account.unit ? account.unit->name : "", accounts::words_of(account.role)});
        }
        return offered;
    });
}

base::Result<ProblemRow> ask_to_sign(const Needs& needs, const base::Actor& actor,
                                     Seen<ProblemId> seen, base::AccountId signer) {
    const auto step = [&](Recorder& recorder, const Problem& before,
                          const ProblemFacts& facts) -> base::Result<void> {
        const auto able = list_accounts_seeing(recorder.transaction(), before, actor);
        const auto found = std::find_if(able.begin(), able.end(),
                                        [&](const auto& account) { return account.id == signer; });
        if (auto no = why_not(ProblemAct::ask_signer, before, facts, actor)) return *no;
        if (found == able.end())
            return refuse(ErrorKind::invalid, "signer_is_not_able", "account_id");
        const auto after = ask_signer(before, facts, {signer, found->person_name}, actor);
        if (!after) return after.error();
        save_last_review(recorder, before, *after);
        recorder.note("ask_to_sign", "problem", before.id.text(),
                      {{"stage", stage_of(facts.review)}, {"signer", found->person_name}});
        tell_signers(recorder, before, {after->back()});
        return {};
    };
    return reviewed(needs, actor, seen, step);
}

void pass_signatures_on(Recorder& recorder, const Problem& problem,
                        std::pair<base::PersonId, base::PersonId> from_to) {
    if (problem.status != ProblemStatus::awaiting_review) return;
    auto review = load_review(recorder.transaction(), problem.id);
    const auto named = named_in(recorder, problem);
    for (auto& signing : review) {
        const bool asked =
            signing.state == SigningState::open || signing.state == SigningState::waiting;
        if (!asked || signing.person != from_to.first) continue;
        const auto next = std::find_if(named.begin(), named.end(), [&](const SeatHolder& holder) {
            return holder.seat == signing.seat && holder.person == from_to.second;
        });
        const bool sits = next != named.end();
        signing.person = sits ? std::optional(next->person) : std::nullopt;
        signing.named = sits ? next->name : "";
    }
    save_last_review(recorder, problem, review);
}

ReviewView view_review(db::Transaction& transaction, const Problem& problem) {
    ReviewView view{load_review(transaction, problem.id), false};
    if (problem.status != ProblemStatus::awaiting_review) return view;
    const auto seeing = list_accounts_seeing(transaction, problem, {});
    view.nobody = std::none_of(seeing.begin(), seeing.end(), [&](const auto& account) {
        return account.id != problem.applied_by && is_asked(view.review, signer_of(account));
    });
    return view;
}

base::Result<SlipRegister> view_slips(const Needs& needs, const base::Actor& actor,
                                      ProgrammeId programme, const Page& page) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<SlipRegister> {
        const auto found = load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        const auto whole = base::unbounded();
        SlipRegister all{list_slips(transaction, programme, actor.scope, page), 0, 0};
        all.struck_off =
            count_programme(transaction, programme, {needs.clock.today(), whole}).struck_off;
        all.slips = list_slips(transaction, programme, whole, {1, 1}).total;
        return all;
    });
}

std::vector<SlipFault> check_slips(const Needs& needs) {
    return needs.database.read(
        [](db::Transaction& transaction) { return list_slip_faults(transaction); });
}

}  // namespace ledger
