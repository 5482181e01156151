// Test support: a life meeting that is called, and what people do at it as one call each.
#pragma once

#include "journal/journal_store.hpp"
#include "life_meetings/test_life_meeting.hpp"
#include "sittings/sitting_actions.hpp"

namespace sittings::testing {

using ledger::testing::code_of;
using ledger::testing::day;
using life_meetings::LifeState;

class OneSitting : public life_meetings::testing::OneLifeMeeting {
  protected:
    OneSitting() { one.put_in_state(LifeState::called); }

    LifeMeetingId id = one.meeting;
    const std::vector<const base::Actor*> team{&one.han_zheng,   &one.zhou_yuan, &one.lin_xiao,
                                               &one.zhou_qiming, &one.he_xiulan, &one.zheng_jianguo,
                                               &one.shen_mei};

    SittingView view(const base::Actor& who) { return *view_sitting(needs, who, id); }
    SeenSitting seen() { return {id, view(one.keeper).sitting.version}; }
    void arrange() { EXPECT_EQ(code_of(arrange_turns(needs, one.keeper, seen(), {})), "accepted"); }
    std::string come(const base::Actor& who) {
        return code_of(say_presence(needs, who, id, {one.part_of(who), PresenceState::present}));
    }
    /// The first so many of the team come in.
    void come(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(come(*team[i]), "accepted");
    }
    std::string open() { return code_of(open_sitting(needs, one.recorder, seen())); }
    void begin(std::size_t count = 7) {
        arrange();
        come(count);
        EXPECT_EQ(open(), "accepted");
    }
    std::string close() { return code_of(close_sitting(needs, one.recorder, seen())); }
    void wait(std::int64_t ms) {
        auto& clock = one.ledger.here.clock;
        clock.move_to({clock.now().milliseconds + ms});
    }
    Spoken criticism(const base::Actor& speaker, const base::Actor& about,
                     const std::string& words) {
        Spoken said;
        said.id = one.ledger.here.make_id<EntryId>();
        said.kind = EntryKind::criticism;
        said.speaker = one.part_of(speaker);
        said.about = one.part_of(about);
        said.words = words;
        said.said_at = needs.clock.now();
        return said;
    }
    base::Result<WrittenEntry> write(const Spoken& said, const base::Actor& who) {
        return write_entry(needs, who, id, said);
    }
    RecordView record(const base::Actor& who) { return *view_record(needs, who, id); }
    std::string may_read(const base::Actor& who) { return code_of(view_record(needs, who, id)); }
    /// How many entries of the programme's chain tell of this.
    std::int64_t noted(const std::string& act) {
        return needs.database.read([&](db::Transaction& transaction) {
            std::int64_t count = 0;
            for (const auto& entry : journal::list_entries(transaction, one_chain(), 0, 10'000))
                count += entry.entry.act == act ? 1 : 0;
            return count;
        });
    }
    std::string one_chain() const { return one.ledger.programme.text(); }
};

}  // namespace sittings::testing
