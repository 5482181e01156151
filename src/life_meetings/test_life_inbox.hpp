// Test support: people of a life meeting with accounts, and what each of them was told. Made for
// one test, used by one thread.
#pragma once

#include <algorithm>

#include "ledger/test_inbox.hpp"
#include "life_meetings/test_life_meeting.hpp"

namespace life_meetings::testing {

/// "statement_remarked, statement_returned": in the order of the words.
inline std::string heard(ledger::testing::TestInbox& inbox, const base::Actor& who) {
    std::vector<std::string> all;
    for (const auto& event : inbox.events(who))
        all.push_back(std::string(notify::name_of(event.kind)) +
                      (event.subject_number ? " " + std::to_string(event.subject_number) : "") +
                      (event.note.empty() ? "" : " " + event.note));
    std::sort(all.begin(), all.end());
    std::string text;
    for (const auto& line : all) text += (text.empty() ? "" : ", ") + line;
    return text;
}

/// Keepers and those above have accounts beside the actors of the test, who act and hear nothing.
struct TestLifeInbox {
    explicit TestLifeInbox(TestLifeMeeting& its) : one(its), inbox(its.ledger) {
        for (const auto* who : {&one.han_zheng, &one.zhou_yuan, &one.lin_xiao, &one.he_xiulan,
                                &one.recorder, &one.guide, &one.contact, &one.outsider})
            one.give_account(*who);
    }
    base::Actor cleared(const std::string& name, Role role) {
        return inbox.granted(name, role, one.ledger.finance,
                             base::Guards{base::Guard::life_meeting});
    }
    std::string heard(const base::Actor& who) { return testing::heard(inbox, who); }

    TestLifeMeeting& one;
    ledger::testing::TestInbox inbox;
    base::Actor keeper = cleared("chengban", Role::rectification_office),
                inspection = cleared("xuncha", Role::inspection_office),
                discipline = cleared("jijian", Role::discipline_office),
                uncleared =
                    inbox.granted("zhenggaiban", Role::rectification_office, one.ledger.finance);
};

}  // namespace life_meetings::testing
