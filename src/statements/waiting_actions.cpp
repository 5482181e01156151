#include "statements/waiting_actions.hpp"

#include <algorithm>

namespace statements {
namespace {

using life_meetings::LifeState;

/// Collects what one meeting has for one person.
class Collecting {
  public:
    Collecting(db::Transaction& transaction, const Opened& opened, WaitingStatements& waiting)
        : transaction_(transaction), opened_(opened), waiting_(waiting) {}

    void take() {
        const auto asked = load_asked(transaction_, opened_.meeting.id);
        const auto all = list_statements(transaction_, opened_.meeting.id);
        add_own(all);
        for (const auto& one : all)
            add_of(one, relation_to(one, opened_.meeting, opened_.standing, asked));
        add_criticisms();
    }

  private:
    void add(WaitingFor what, const Statement* statement, std::optional<base::Date> due,
             std::int64_t count = 0) {
        const auto& meeting = opened_.meeting;
        waiting_.rows.push_back({what, meeting.id, meeting.programme, meeting.terms.title,
                                 statement ? owner_of(*statement, meeting) : std::string(),
                                 statement ? std::optional(statement->id) : std::nullopt, count,
                                 due});
    }
    void add_own(const std::vector<Statement>& all) {
        if (why_not_begin(StatementKind::individual, opened_.meeting, opened_.standing)) return;
        const bool begun = std::any_of(all.begin(), all.end(), [&](const Statement& one) {
            return one.participant == opened_.standing.own;
        });
        if (!begun) add(WaitingFor::begin, nullptr, days_of(opened_.meeting).drafts);
    }
    void add_of(const Statement& one, const Relation& who) {
        const auto days = days_of(opened_.meeting);
        const auto open = [&](StatementAct act) {
            return !why_not(act, one, opened_.meeting, who);
        };
        if (open(StatementAct::write))
            add(one.state == StatementState::returned ? WaitingFor::revise : WaitingFor::write,
                &one, days.drafts);
        else if (open(StatementAct::settle))
            add(WaitingFor::review, &one, days.own_review);
        else if (open(StatementAct::approve))
            add(WaitingFor::approve, &one, days.upward_review);
        else if (open(StatementAct::remark))
            add(WaitingFor::comment, &one, days.own_review);
        else if (open(StatementAct::send_up))
            add(WaitingFor::send_up, &one, days.upward_review);
    }
    void add_criticisms() {
        const auto& [meeting, programme, standing] = opened_;
        if (why_not_criticise(meeting, standing)) return;
        const auto prepared = count_prepared(transaction_, meeting.id);
        std::int64_t missing = 0;
        for (const auto* about : life_meetings::team_of(meeting)) {
            if (standing.is(about->id)) continue;
            std::int64_t count = 0;
            for (const auto& one : prepared)
                if (standing.is(one.author) && one.about == about->id) count = one.count;
            if (count < meeting.demands.criticisms_each_min) ++missing;
        }
        if (missing > 0) add(WaitingFor::criticise, nullptr, days_of(meeting).drafts, missing);
    }

    db::Transaction& transaction_;
    const Opened& opened_;
    WaitingStatements& waiting_;
};

}  // namespace

WaitingStatements list_statements_waiting(const Needs& needs, const base::Actor& actor) {
    return needs.database.read([&](db::Transaction& transaction) {
        auto meetings = list_meetings_of(transaction, actor.person);
        const auto add = [&](const std::vector<LifeMeetingId>& more) {
            for (const auto id : more)
                if (std::find(meetings.begin(), meetings.end(), id) == meetings.end())
                    meetings.push_back(id);
        };
        add(list_meetings_led_by(transaction, actor.person));
        if (actor.seat && actor.scope.clears({base::Guard::life_meeting}))
            add(list_meetings_sent_up(transaction));
        WaitingStatements waiting;
        for (const auto id : meetings)
            if (const auto opened = life_meetings::open_meeting(transaction, actor, id))
                Collecting(transaction, *opened, waiting).take();
        return waiting;
    });
}

}  // namespace statements
