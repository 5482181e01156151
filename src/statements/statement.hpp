// A statement of self-examination on its way (对照检查材料、发言提纲): written by the one it is
// about, reviewed by the principal, sent up, approved by the superior and by the contact leader
// whom the plan names (R128); what was approved is begun anew and goes the same way again. Others
// read what was handed in, never what is being typed. The table of states stands in docs/states.md
// and is tested row by row. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "statements/outline.hpp"

namespace statements {

using life_meetings::Standing;
using StatementId = base::Id<struct StatementTag>;
using RemarkId = base::Id<struct RemarkTag>;
inline constexpr std::size_t section_chars_max = 20'000, remark_chars_max = 500,
                             quote_chars_max = 1'000;

enum class StatementState { drafting, in_review, returned, reviewed, sent_up, approved };
inline constexpr StatementState statement_states[]{
    StatementState::drafting, StatementState::in_review, StatementState::returned,
    StatementState::reviewed, StatementState::sent_up,   StatementState::approved};
[[nodiscard]] std::string_view name_of(StatementState state);
[[nodiscard]] std::optional<StatementState> statement_state_of(std::string_view name);

struct Section {
    std::int64_t position = 0;  // from 1
    Part part = Part::problem;
    std::string heading;
    std::int64_t revision = 1;
    std::optional<std::int64_t> handed_revision, approved_revision;
    std::string text;  // of the revision that was asked for
    base::Instant at;
    std::string by;
    bool operator==(const Section&) const = default;
};

struct Statement {
    StatementId id;
    LifeMeetingId meeting;
    std::optional<ParticipantId> participant;  // whose it is; none: the team's
    StatementState state = StatementState::drafting;
    std::int64_t edition = 1;
    std::optional<base::Instant> handed_in_at, approved_at;              // the last time
    std::optional<base::Instant> superior_agreed_at, contact_agreed_at;  // since it was handed in
    std::int64_t version = 1;
    bool operator==(const Statement&) const = default;

    [[nodiscard]] StatementKind kind() const {
        return participant ? StatementKind::individual : StatementKind::team;
    }
};

/// What somebody is to one statement.
struct Relation {
    bool author = false;    // of an own one the person, of the team's principal and keeper
    bool reviewer = false;  // never of the own one
    bool member = false;    // of the team, asked about the team's
    bool superior = false;
    bool contact = false;  // 联系领导
    bool keeper = false;
    bool principal = false;
    bool audience = false;  // hears it at the meeting: team and recorders
    bool operator==(const Relation&) const = default;

    /// Speaks on what was sent up.
    [[nodiscard]] bool approves() const { return superior || contact; }
};
[[nodiscard]] Relation relation_to(const Statement& one, const LifeMeeting& meeting,
                                   const Standing& standing, const Asked& asked);
/// Whether the contact leader approves, too: the plan names one who has an account. One without
/// decides outside.
[[nodiscard]] bool asks_contact_leader(const LifeMeeting& meeting);
/// Whether nobody of the team can review it: the principal's own one.
[[nodiscard]] bool reviews_itself(const Statement& one, const LifeMeeting& meeting);

/// How much of a statement somebody is shown.
enum class Sight {
    nothing,
    state,      // that there is one, and how far it is
    approved,   // the wording that was approved
    handed_in,  // the wording that was handed in last
    all,        // the wording as it stands
};
[[nodiscard]] std::string_view name_of(Sight sight);
[[nodiscard]] Sight sight_of(const Statement& one, const LifeMeeting& meeting,
                             const Relation& relation);

enum class StatementAct {
    write,
    hand_in,
    remark,     // at a passage
    send_back,  // with the reason
    settle,     // reviewed and found fit
    send_up,    // to those who approve
    approve,    // each in the own seat; when all have agreed it is approved and filed
    begin_anew,
};
inline constexpr StatementAct statement_acts[]{
    StatementAct::write,  StatementAct::hand_in, StatementAct::remark,  StatementAct::send_back,
    StatementAct::settle, StatementAct::send_up, StatementAct::approve, StatementAct::begin_anew};
[[nodiscard]] std::string_view name_of(StatementAct act);
[[nodiscard]] std::optional<StatementAct> statement_act_of(std::string_view name);

/// Refuses, in this order: life_meeting_is_over (closed or cancelled), by person
/// only_the_person_writes_it, only_the_reviewer_reviews_it, only_the_office_sends_it_up,
/// only_the_superior_approves_it; then by state statement_is_in_review, statement_is_reviewed,
/// statement_is_approved (a new wording is begun anew), statement_is_not_in_review,
/// statement_is_not_reviewed, statement_is_not_sent_up, approval_is_given (the other seat is asked
/// still), statement_is_not_approved, life_meeting_has_begun (begun anew while the meeting runs).
[[nodiscard]] std::optional<base::Error> why_not(StatementAct act, const Statement& one,
                                                 const LifeMeeting& meeting,
                                                 const Relation& relation);
/// Whether somebody may begin one: oneself, and for the team principal and keeper. Refuses:
/// life_meeting_is_over, only_the_team_gives_statements, only_the_principal_drafts_for_the_team.
[[nodiscard]] std::optional<base::Error> why_not_begin(StatementKind kind,
                                                       const LifeMeeting& meeting,
                                                       const Standing& standing);

struct Remark {
    RemarkId id;
    std::int64_t position = 0;
    std::string quote, words;
    base::Instant at;
    base::AccountId by;
    std::string by_name, voice;  // reviewer, member, superior, contact_leader
    std::optional<bool> adopted;
    std::string answer;
    std::optional<base::Instant> answered_at;
    bool operator==(const Remark&) const = default;
};
/// The last step of a statement that was moved, for the list of reviews.
struct StatementStep {
    std::int64_t number = 0;
    StatementAct act = StatementAct::hand_in;
    std::string words;
    base::Instant at;
    std::string by;
    bool operator==(const StatementStep&) const = default;
};

/// A statement with its parts and what was said of it.
struct Whole {
    Statement statement;
    std::vector<Section> sections;
    std::vector<Remark> remarks;
};
struct Said {
    Relation who;
    std::string_view words;
    base::Instant now;
};
/// What an act of somebody makes of it: the state, and which revisions are handed in or approved.
/// Whoever holds both seats approves for both. hand_in refuses besides: section_is_empty (args
/// name; all in `also`). send_back: reason_too_short. settle: remarks_are_open (args count).
/// Writing and remarks are not moved here. Requires why_not() to be nothing.
[[nodiscard]] base::Result<Whole> moved(const Whole& before, StatementAct act,
                                        const LifeMeeting& meeting, const Asked& asked,
                                        const Said& said);
/// Another wording of a section. The same again is no new one. Requires why_not(write) to be
/// nothing. Refuses: somebody_else_changed_it (revision; args version), text_too_long.
[[nodiscard]] base::Result<Section> write(const Section& before, std::int64_t revision,
                                          std::string_view text);
/// What of a meeting's statements and criticisms waits for one person.
enum class WaitingFor {
    begin,   // the own one is not begun
    write,   // … is being written
    revise,  // … came back
    review,
    comment,  // the team's draft, with members
    send_up,
    approve,
    criticise,  // `count` colleagues have fewer criticisms than are demanded
};
[[nodiscard]] std::string_view name_of(WaitingFor what);

/// As what somebody speaks who marks a passage; "" where they may not.
[[nodiscard]] std::string_view voice_of(const Statement& one, const Relation& relation);
/// The author says what came of a remark. Refuses: only_the_person_writes_it,
/// remark_is_answered, reason_too_short (not adopted, and no reason).
[[nodiscard]] base::Result<Remark> answered(const Remark& before, bool adopted,
                                            std::string_view words, const Relation& relation,
                                            base::Instant now);

}  // namespace statements
