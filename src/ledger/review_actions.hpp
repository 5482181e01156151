// From the application for strike-off to the slip: what applicants and signers do. One function a
// thing, one transaction each; every one of them refuses problem_not_found (also outside the scope)
// and somebody_else_changed_it first, then what the rule of the same name in problem.hpp refuses.
#pragma once

#include "ledger/problem_actions.hpp"
#include "ledger/review_store.hpp"

namespace ledger {

[[nodiscard]] base::Result<ProblemRow> apply_for_strike_off(
    const Needs& needs, const base::Actor& actor, Seen<ProblemId> seen,
    const StrikeOffApplication& application);
[[nodiscard]] base::Result<ProblemRow> withdraw_application(const Needs& needs,
                                                            const base::Actor& actor,
                                                            Seen<ProblemId> seen);
/// One yes. With the last one the slip is written, with the evidence as it stands now.
[[nodiscard]] base::Result<ProblemRow> strike_off_problem(const Needs& needs,
                                                          const base::Actor& actor,
                                                          Seen<ProblemId> seen,
                                                          std::string_view opinion);
[[nodiscard]] base::Result<ProblemRow> send_back_problem(const Needs& needs,
                                                         const base::Actor& actor,
                                                         Seen<ProblemId> seen, const Return& why);
[[nodiscard]] base::Result<ProblemRow> take_review(const Needs& needs, const base::Actor& actor,
                                                   Seen<ProblemId> seen);
[[nodiscard]] base::Result<ProblemRow> release_review(const Needs& needs, const base::Actor& actor,
                                                      Seen<ProblemId> seen);

/// An account that can be asked to sign besides the seats.
struct SignerOffered {
    Signer signer;
    std::string unit_name;
    std::string_view role;  // in words
};
/// Who may sign and sees the problem, but did not apply, has not signed and is not asked yet.
[[nodiscard]] base::Result<std::vector<SignerOffered>> list_signers(const Needs& needs,
                                                                    const base::Actor& actor,
                                                                    ProblemId id);
/// Refuses besides: signer_is_not_able (who cannot sign, or does not see the problem).
[[nodiscard]] base::Result<ProblemRow> ask_to_sign(const Needs& needs, const base::Actor& actor,
                                                   Seen<ProblemId> seen, base::AccountId signer);

/// What a leader was asked to sign in person goes to the one who took over, or to anybody in that
/// seat where the new one does not sign there. A step for actions, in their transaction.
void pass_signatures_on(Recorder& recorder, const Problem& problem,
                        std::pair<base::PersonId, base::PersonId> from_to);
[[nodiscard]] ReviewView view_review(db::Transaction& transaction, const Problem& problem);

struct SlipRegister {
    SlipPage page;
    std::int64_t struck_off = 0;  // in the programme, whoever sees them
    std::int64_t slips = 0;
};
/// Refuses programme_not_found.
[[nodiscard]] base::Result<SlipRegister> view_slips(const Needs& needs, const base::Actor& actor,
                                                    ProgrammeId programme, const Page& page);
/// Programmes whose slips and struck-off problems disagree, for the log at the start.
[[nodiscard]] std::vector<SlipFault> check_slips(const Needs& needs);

}  // namespace ledger
