// Problems for leaders to take on (R99, R101, R102): drawn from opinions, or found by superiors,
// one by one; given to whom they concern, who takes them on. Pure.
#pragma once

#include "ledger/problem.hpp"
#include "opinions/opinion.hpp"

namespace opinions {

using GatheredId = base::Id<struct GatheredProblemTag>;
inline constexpr std::size_t gathered_chars_max = 2'000, gathered_opinions_max = 200;

enum class Source {
    opinions,           // 征求意见
    feedback,           // 巡视巡察反馈
    ideology_check,     // 意识形态检查
    cadre_assessment,   // 干部考核
    work_appraisal,     // 工作考评
    audit,              // 审计
    other_supervision,  // 其他监督检查
};
inline constexpr Source gathered_sources[]{
    Source::opinions,       Source::feedback, Source::ideology_check,   Source::cadre_assessment,
    Source::work_appraisal, Source::audit,    Source::other_supervision};
[[nodiscard]] std::string_view name_of(Source source);
[[nodiscard]] std::optional<Source> source_of(std::string_view name);
[[nodiscard]] std::string_view words_of(Source source);

struct Claim {
    ParticipantId participant;
    base::Instant given_at;
    std::optional<base::Instant> claimed_at;
    bool operator==(const Claim&) const = default;
};

struct Gathered {
    GatheredId id;
    LifeMeetingId meeting;
    std::int64_t number = 0;  // running within the meeting
    Source source = Source::opinions;
    std::optional<ParticipantId> about;  // none: the team
    std::optional<ledger::ProblemId> problem;
    std::string text;
    std::vector<OpinionId> opinions;  // it was drawn from
    std::vector<Claim> claims;
    base::Instant at;
    std::string by;
    bool operator==(const Gathered&) const = default;

    [[nodiscard]] bool is_claimed() const;
};

/// A gathered problem with what is read beside it.
struct GatheredRow {
    Gathered gathered;
    std::vector<std::int64_t> opinion_numbers;
    std::optional<std::int64_t> problem_number;  // of the ledger
};

/// What somebody wants to put into the list.
struct NewGathered {
    GatheredId id;
    Source source = Source::opinions;
    std::optional<ParticipantId> about;
    std::optional<ledger::ProblemId> problem;
    std::string text;
    std::vector<OpinionId> opinions;
    std::vector<ParticipantId> given_to;
};
/// `opinions` are those named, as far as they are of the meeting. All faults together:
/// opinion_about_nobody_of_the_team (about), gathered_needs_opinions (opinions),
/// opinions_are_of_another (opinions: of other persons, struck or of another meeting),
/// gathered_needs_a_problem (problem), gathered_text_missing (text); then as check_given().
[[nodiscard]] base::Result<void> check(const NewGathered& wanted,
                                       const std::vector<Opinion>& opinions,
                                       const LifeMeeting& meeting);
/// Whoever is meant by a problem takes it on; those of the team anybody in it. Refuses:
/// gathered_is_given_to_others (given_to).
[[nodiscard]] base::Result<void> check_given(const std::vector<ParticipantId>& given_to,
                                             const std::optional<ParticipantId>& about,
                                             const LifeMeeting& meeting);

/// Whose list it stands in: the keeper's, of those it was given to, and what is about the team the
/// principal's.
[[nodiscard]] bool sees(const Standing& standing, const Gathered& one);
/// Refuses: gathered_is_not_given_to_you, gathered_is_claimed_by_you.
[[nodiscard]] std::optional<base::Error> why_not_claim(const Gathered& one,
                                                       const Standing& standing);
/// Refuses: as why_not(gather), gathered_is_claimed.
[[nodiscard]] std::optional<base::Error> why_not_drop(const Gathered& one,
                                                      const LifeMeeting& meeting,
                                                      const Standing& standing);

}  // namespace opinions
