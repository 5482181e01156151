#include "ledger/measure_step_actions.hpp"

#include "ledger/news_actions.hpp"

namespace ledger {

base::Result<Measure> send_back(Recorder& recorder, const Measure& before, ProblemGate gate,
                                const Return& why) {
    const auto after = send_back(before, why.reason, gate, recorder.actor());
    if (!after) return after.error();
    auto saved = recorder.save(before, *after, "send_back_measure");
    if (!saved) return saved.error();
    const auto id = RefusalId::make(recorder.now(), recorder.random());
    insert_refusal(recorder.transaction(), subject_of(*saved),
                   {id, recorder.now(), recorder.actor().name, why.reason, why.requirement});
    recorder.note("state_reason", "measure", saved->id.text(),
                  {{"reason", why.reason}, {"requirement", why.requirement}});
    tell_holders(recorder, before, notify::EventKind::measure_sent_back, why.reason);
    return saved;
}

}  // namespace ledger
