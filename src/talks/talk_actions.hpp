// What is done with one talk: wanted, arranged, confirmed, written down, signed. Each is one
// transaction with its entry in the programme's chain, which names the two and nothing of what they
// said.
#pragma once

#include "meetings/calendar_feed.hpp"
#include "talks/opening_actions.hpp"

namespace talks {

/// When and where it was held, and what one side wrote down.
struct HeldTalk {
    Appointment held;
    TalkRecord record;
};
/// With an appointment it is proposed, with what was held it is written down, without either it is
/// wanted.
struct NewTalk {
    TalkId id;
    ParticipantId member;
    base::Uuid other;  // a participant or somebody listed beside the team
    std::optional<Appointment> appointment;
    std::optional<HeldTalk> held;
    Another another = Another::no;
};
/// Sent again with the same id: as it is. Refuses: life_meeting_unknown, talk_person_unknown
/// (member_id or other_id), talk_with_oneself (other_id), same_id_other_content, talk_is_not_yours,
/// talks_are_over, talk_partner_has_left, as why_not_beside(), propose() or record().
[[nodiscard]] base::Result<TalkView> open_new_talk(const Needs& needs, const base::Actor& actor,
                                                   LifeMeetingId meeting, const NewTalk& wanted);

/// A talk as somebody saw it before acting on it. All below refuse: talk_unknown,
/// somebody_else_changed_it, then as the rule of their name.
struct SeenTalk {
    TalkId id;
    std::int64_t version = 0;
};
[[nodiscard]] base::Result<TalkView> propose_talk(const Needs& needs, const base::Actor& actor,
                                                  const SeenTalk& seen,
                                                  const Appointment& appointment);
[[nodiscard]] base::Result<TalkView> confirm_talk(const Needs& needs, const base::Actor& actor,
                                                  const SeenTalk& seen);
[[nodiscard]] base::Result<TalkView> cancel_talk(const Needs& needs, const base::Actor& actor,
                                                 const SeenTalk& seen, std::string_view reason);
[[nodiscard]] base::Result<TalkView> record_talk(const Needs& needs, const base::Actor& actor,
                                                 const SeenTalk& seen, const HeldTalk& held);
[[nodiscard]] base::Result<TalkView> sign_talk(const Needs& needs, const base::Actor& actor,
                                               const SeenTalk& seen);
struct PaperSignature {
    Side side = Side::other;
    base::Date signed_on;
    std::string note;
};
[[nodiscard]] base::Result<TalkView> sign_talk_on_paper(const Needs& needs,
                                                        const base::Actor& actor,
                                                        const SeenTalk& seen,
                                                        const PaperSignature& signature);

/// What one of the two wrote is told to the other, which is an entry of the journal. Refuses
/// talk_unknown.
[[nodiscard]] base::Result<TalkView> view_talk(const Needs& needs, const base::Actor& actor,
                                               TalkId id);

/// As iCalendar. Refuses: talk_unknown, talk_is_not_yours (nor of the office), talk_has_no_day.
[[nodiscard]] base::Result<std::string> calendar_of_talk(const Needs& needs,
                                                         const base::Actor& actor, TalkId id);
/// The actor's talks that have a day, of meetings that are not over.
[[nodiscard]] std::vector<meetings::CalendarEvent> own_events(const Needs& needs,
                                                              const base::Actor& actor);

}  // namespace talks
