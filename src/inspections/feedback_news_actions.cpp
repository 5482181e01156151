#include "inspections/feedback_news_actions.hpp"

#include "ledger/news_actions.hpp"

namespace inspections {
namespace {

using ledger::Recorder;
using notify::EventKind;

notify::Event event_of(const Feedback& feedback, EventKind kind) {
    notify::Event event;
    event.kind = kind;
    event.subject_kind = "feedback";
    event.subject_id = feedback.id.text();
    event.subject_text = feedback.paper.document;
    return event;
}

}  // namespace

void tell_of_delivery(Recorder& recorder, const Feedback& delivered) {
    const auto signs = [&](const base::Actor& actor) {
        return !why_not(FeedbackAct::sign, delivered, actor) &&
               find_feedback(recorder.transaction(), delivered.id, actor.scope);
    };
    ledger::tell_accounts(recorder, event_of(delivered, EventKind::feedback_delivered),
                          list_accounts_that(recorder, delivered.unit, signs));
}

void tell_of_receipt(Recorder& recorder, const Feedback& received) {
    if (received.registrar)
        ledger::tell_accounts(recorder, event_of(received, EventKind::feedback_signed),
                              {*received.registrar});
}

void tell_of_copies(Recorder& recorder, const Feedback& before, const Feedback& after) {
    const auto sees = [&](const base::Actor& actor) {
        return find_feedback(recorder.transaction(), after.id, actor.scope).has_value();
    };
    for (const auto unit : newly_told(before, after))
        ledger::tell_accounts(recorder, event_of(after, EventKind::feedback_copied),
                              list_accounts_that(recorder, unit, sees));
}

}  // namespace inspections
