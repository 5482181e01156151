#include "ledger/review_actions.hpp"

#include <algorithm>
#include <tuple>

#include "accounts/account_store.hpp"
#include "evidence/evidence_store.hpp"
#include "ledger/news_actions.hpp"
#include "ledger/problem_step_actions.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

ProblemFacts load_facts(db::Transaction& transaction, ProblemId problem, base::Date today) {
    return {tally_of(transaction, problem), load_review(transaction, problem), today};
}

/// One step of a review from end to end: `step` decides and writes what belongs to it.
template <class Step>
base::Result<ProblemRow> reviewed(const Needs& needs, const base::Actor& actor,
                                  Seen<ProblemId> seen, Step step) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<ProblemRow> {
        auto opened = open_problem(transaction, needs, actor, seen);
        if (!opened) return opened.error();
        auto& [recorder, before] = *opened;
        const auto facts = load_facts(transaction, seen.id, recorder.today());
        const base::Result<void> done = step(recorder, before, facts);
        if (!done) return done.error();
        recorder.finish();
        return problem_row(transaction, seen.id, actor.scope);
    });
}

void save_last_review(Recorder& recorder, const Problem& problem, const Review& review) {
    if (const auto application = find_last_application(recorder.transaction(), problem.id))
        save_review(recorder.transaction(), problem, application->id, review);
}

/// The leaders the problem names, as far as they have an account that signs in that seat and sees
/// the problem. Nobody is named in what they applied for themselves.
std::vector<SeatHolder> named_in(const Problem& problem,
                                 const std::vector<accounts::Account>& seeing) {
    std::vector<SeatHolder> named;
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

/// Taking a review and letting it go: `rule` says how it lies then.
template <class Rule>
base::Result<ProblemRow> at_the_desk(const Needs& needs, const base::Actor& actor,
                                     Seen<ProblemId> seen, Rule rule, std::string_view act) {
    const auto step = [&](Recorder& recorder, const Problem& before,
                          const ProblemFacts& facts) -> base::Result<void> {
        const auto after = rule(before, facts, actor);
        if (!after) return after.error();
        save_last_review(recorder, before, *after);
        recorder.note(act, "problem", before.id.text(), {{"stage", open_stage_name(facts.review)}});
        return {};
    };
    return reviewed(needs, actor, seen, step);
}

}  // namespace

base::Result<ProblemRow> apply_for_strike_off(const Needs& needs, const base::Actor& actor,
                                              Seen<ProblemId> seen,
                                              const StrikeOffApplication& application) {
    const auto step = [&](Recorder& recorder, const Problem& before,
                          const ProblemFacts& facts) -> base::Result<void> {
        const auto& [chain, required] =
            std::tie(recorder.programme().review_chain, recorder.programme().required_evidence);
        auto with_evidence = facts;
        with_evidence.evidence_missing = missing_kinds(
            required.problem, evidence::list_kinds_at(recorder.transaction(), before.id.text()));
        const auto after = apply(before, application, with_evidence, chain, actor);
        if (!after) return after.error();
        const auto saved = recorder.save(before, *after, "apply_for_strike_off");
        if (!saved) return saved.error();
        const auto id = ApplicationId::make(recorder.now(), recorder.random());
        insert_application(recorder.transaction(), *saved,
                           {id, application, recorder.now(), actor.id, actor.name});
        const auto seeing = list_accounts_seeing(recorder.transaction(), *saved, actor);
        const auto review = start(chain, named_in(*saved, seeing));
        save_review(recorder.transaction(), *saved, id, review);
        tell_signers(recorder, *saved, review, seeing);
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
            recorder.note(
                "sign_strike_off", "problem", before.id.text(),
                {{"stage", open_stage_name(facts.review)}, {"opinion", std::string(opinion)}});
            if (open_stage(after->review) != open_stage(facts.review))
                tell_signers(recorder, before, after->review,
                             list_accounts_seeing(recorder.transaction(), before, actor));
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
                      {{"stage", open_stage_name(facts.review)},
                       {"to_stage", open_stage_name(after->review)},
                       {"reason", why.reason},
                       {"requirement", why.requirement}});
        if (why.stage)
            tell_signers(recorder, before, after->review,
                         list_accounts_seeing(recorder.transaction(), before, actor));
        else
            tell_holders(recorder, before, notify::EventKind::problem_sent_back, why.reason);
        return {};
    };
    return reviewed(needs, actor, seen, step);
}

base::Result<ProblemRow> take_review(const Needs& needs, const base::Actor& actor,
                                     Seen<ProblemId> seen) {
    return at_the_desk(needs, actor, seen, take, "take_review");
}

base::Result<ProblemRow> release_review(const Needs& needs, const base::Actor& actor,
                                        Seen<ProblemId> seen) {
    return at_the_desk(needs, actor, seen, release, "release_review");
}

base::Result<std::vector<SignerOffered>> list_signers(const Needs& needs, const base::Actor& actor,
                                                      ProblemId id) {
    using Offered = std::vector<SignerOffered>;
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<Offered> {
        const auto problem = load_problem(transaction, id, actor.scope);
        if (!problem) return problem.error();
        const auto facts = load_facts(transaction, id, needs.clock.today());
        if (auto no = why_not(ProblemAct::ask_signer, *problem, facts, actor)) return *no;
        Offered offered;
        for (const auto& account : list_accounts_seeing(transaction, *problem, actor)) {
            const Signer signer{account.id, account.person_name};
            if (account.id == problem->applied_by || !asked(facts.review, signer, actor)) continue;
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
                      {{"stage", open_stage_name(facts.review)}, {"signer", found->person_name}});
        tell_signers(recorder, before, {after->back()}, able);
        return {};
    };
    return reviewed(needs, actor, seen, step);
}

void pass_signatures_on(Recorder& recorder, const Problem& problem,
                        std::pair<base::PersonId, base::PersonId> from_to) {
    if (problem.status != ProblemStatus::awaiting_review) return;
    auto review = load_review(recorder.transaction(), problem.id);
    const auto named =
        named_in(problem, list_accounts_seeing(recorder.transaction(), problem, recorder.actor()));
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
        SlipRegister all{list_slips(transaction, programme, actor.scope, page), 0, 0};
        std::tie(all.struck_off, all.slips) = count_slips(transaction, programme);
        return all;
    });
}

std::vector<SlipFault> check_slips(const Needs& needs) {
    return needs.database.read(
        [](db::Transaction& transaction) { return list_slip_faults(transaction); });
}

}  // namespace ledger
