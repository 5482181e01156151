// Test support: opinions collected for the life meeting of the test, and what is done with them as
// one call each. Made for one test, used by one thread.
#pragma once

#include "life_meetings/test_life_meeting.hpp"
#include "opinions/delivery_actions.hpp"
#include "opinions/entering_actions.hpp"

namespace opinions::testing {

using ledger::testing::code_of;
using ledger::testing::day;

/// Forms, a meeting, the page without accounts; until the day named.
inline CollectionTerms usual_terms(std::string_view finish_on = "2024-07-10") {
    return {"征求意见表",
            day(finish_on),
            {{Channel::symposium, 0}, {Channel::form, 30}, {Channel::code, 0}},
            {Voice::departments, Voice::masses, Voice::served}};
}

class OneCollection : public life_meetings::testing::OneLifeMeeting {
  protected:
    LifeMeetingId id() const { return one.meeting; }
    CollectionView chosen(const CollectionTerms& terms = usual_terms()) {
        const auto before = view_collection(needs, one.keeper, id());
        const auto version = before->collection ? before->collection->version : 0;
        const auto made = choose_collection(needs, one.keeper, id(), {version, terms});
        EXPECT_EQ(code_of(made), "accepted");
        return *made;
    }
    CollectionView view(const base::Actor& who) { return *view_collection(needs, who, id()); }
    ParticipantId part_of(const base::Actor& who) { return one.part_of(who); }
    Sheet sheet(std::vector<Line> lines, Channel channel = Channel::form) {
        return {one.ledger.here.make_id<SheetId>(), channel, Voice::masses, std::move(lines)};
    }
    CollectionView entered(std::vector<Line> lines) {
        const auto made = enter_sheets(needs, one.keeper, id(), {sheet(std::move(lines))});
        EXPECT_EQ(code_of(made), "accepted");
        return *made;
    }
    base::Result<OpinionTexts> texts(const base::Actor& who) {
        return list_texts(needs, who, id(), {});
    }
    /// The words somebody is shown, in their order.
    std::vector<std::string> words(const base::Actor& who) {
        std::vector<std::string> all;
        const auto found = texts(who);
        if (!found) return {found.error().code};
        for (const auto& each : found->page.rows) all.push_back(each.opinion.line.text);
        return all;
    }
    std::int64_t count(std::string_view sql) {
        return one.ledger.here.database.read([&](db::Transaction& transaction) {
            return *transaction.first(sql, {}, [](const db::Row& row) { return row.integer(0); });
        });
    }
};

}  // namespace opinions::testing
