#include "statements/statement_news_actions.hpp"

#include "life_meetings/life_news_actions.hpp"

namespace statements {
namespace {

using life_meetings::Recorder;
using life_meetings::Standing;
using notify::EventKind;

template <class Concerns>
void tell(Recorder& recorder, const StatementView& view, EventKind kind, Concerns concerns) {
    const auto& one = view.statement;
    const auto& meeting = view.opened.meeting;
    notify::Event event;
    event.kind = kind;
    event.subject_text = label_of(one, meeting);
    life_meetings::tell_about(recorder, meeting, std::move(event),
                              [&](const Standing& standing, const base::Actor& actor) {
                                  return concerns(relation_to(one, meeting, standing, view.asked),
                                                  actor);
                              });
}

bool writes(const Relation& who, const base::Actor&) {
    return who.author;
}

}  // namespace

void tell_of_step(Recorder& recorder, const StatementView& before, const Statement& after) {
    if (after.state == before.statement.state) return;
    switch (after.state) {
        case StatementState::in_review:
            tell(
                recorder, before, EventKind::statement_to_review,
                [](const Relation& who, const base::Actor&) { return who.reviewer || who.member; });
            break;
        case StatementState::returned:
            tell(recorder, before, EventKind::statement_returned, writes);
            break;
        case StatementState::sent_up:
            tell(recorder, before, EventKind::statement_sent_up,
                 [](const Relation& who, const base::Actor&) { return who.approves(); });
            break;
        case StatementState::approved:
            tell(recorder, before, EventKind::statement_approved, writes);
            tell(recorder, before, EventKind::statement_filed,
                 [](const Relation& who, const base::Actor& actor) {
                     return who.superior && actor.seat == base::Seat::inspection_office;
                 });
            break;
        case StatementState::drafting:
        case StatementState::reviewed: break;  // waits on the home page of whoever sends it up
    }
}

void tell_of_remark(Recorder& recorder, const StatementView& view) {
    tell(recorder, view, EventKind::statement_remarked, writes);
}

}  // namespace statements
