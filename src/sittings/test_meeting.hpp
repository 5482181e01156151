// Test support: a life meeting of three members, a guide and a recorder, without a database.
#pragma once

#include <gtest/gtest.h>

#include "base/test_contract.hpp"
#include "sittings/archive.hpp"

namespace sittings::testing {

using base::testing::golden_id;
using life_meetings::LifeState;
using life_meetings::Part;

inline base::Date day(std::string_view text) {
    return *base::parse_date(text);
}

struct TestMeeting {
    ParticipantId han = golden_id<ParticipantId>("01"), zhou = golden_id<ParticipantId>("02"),
                  lin = golden_id<ParticipantId>("03"), guide = golden_id<ParticipantId>("04"),
                  recorder = golden_id<ParticipantId>("05");
    LifeMeeting meeting = made();
    Sitting sitting = arranged();
    base::Actor actor = [] {
        base::Actor one;
        one.name = "李强";
        one.id = golden_id<base::AccountId>("31");
        return one;
    }();
    base::Instant now{1'719'720'000'000};

    static Standing as(ParticipantId who, Part part) {
        Standing standing;
        standing.own = who;
        standing.part = part;
        return standing;
    }
    Standing host = as(han, Part::principal), member = as(zhou, Part::member),
             other = as(lin, Part::member), records = as(recorder, Part::recorder),
             guides = as(guide, Part::guide);
    Standing keeper = [] {
        Standing standing;
        standing.keeper = true;
        return standing;
    }();
    Standing superior = [] {
        Standing standing;
        standing.superior = true;
        return standing;
    }();

    Presence present(ParticipantId who) const {
        Presence one;
        one.participant = who;
        one.state = PresenceState::present;
        one.arrived_at = now;
        return one;
    }

  private:
    LifeMeeting made() const {
        LifeMeeting one;
        one.terms.title = "巡察整改专题民主生活会";
        one.terms.held_on = day("2024-07-22");
        one.terms.begins_at = "09:00";
        one.terms.place = "三楼会议室";
        one.terms.contact_leader = "梁志远";
        one.unit_name = "财政局";
        one.state = LifeState::called;
        const auto add = [&](ParticipantId id, Part part, const std::string& name) {
            life_meetings::Participant who;
            who.id = id;
            who.part = part;
            who.name = name;
            one.participants.push_back(who);
        };
        add(han, Part::principal, "韩征");
        add(zhou, Part::member, "周远");
        add(lin, Part::member, "林晓");
        add(guide, Part::guide, "郑青");
        add(recorder, Part::recorder, "李强");
        return one;
    }
    Sitting arranged() const {
        Sitting one;
        one.turns = usual_turns(meeting);
        for (std::size_t i = 0; i < one.turns.size(); ++i)
            one.turns[i].id = golden_id<TurnId>(std::to_string(40 + i));
        return one;
    }
};

template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "accepted" : result.error().code;
}
inline std::string code_of(const std::optional<base::Error>& refused) {
    return refused ? refused->code : "accepted";
}

}  // namespace sittings::testing
