// Clues (移交线索) that an inspection hands over to be looked into: to whom, who handles them, by
// which way, and what came of it within the months given. Restricted: only those cleared for clues
// see a record or learn that there is one. What was recorded wrongly is revoked with a reason.
// Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "ledger/programme.hpp"

namespace inspections {

using ClueId = base::Id<struct ClueTag>;

inline constexpr std::size_t mark_chars_max = 100, source_chars_max = 200, person_chars_max = 100;
inline constexpr int clue_months = 3, clue_months_max = 24;  // to the result coming back

enum class Receiver { discipline, organisation, other };
inline constexpr std::array<Receiver, 3> receivers{Receiver::discipline, Receiver::organisation,
                                                   Receiver::other};
[[nodiscard]] std::string_view name_of(Receiver receiver);
[[nodiscard]] std::optional<Receiver> receiver_of(std::string_view name);

enum class Way {
    none,
    letter,       // 谈话函询
    preliminary,  // 初步核实
    filed,        // 立案审查
    shelved,      // 暂存待查
    dismissed,    // 予以了结
    other
};
inline constexpr std::array<Way, 7> ways{Way::none,    Way::letter,    Way::preliminary, Way::filed,
                                         Way::shelved, Way::dismissed, Way::other};
[[nodiscard]] std::string_view name_of(Way way);  // "" of none
[[nodiscard]] std::optional<Way> way_of(std::string_view name);

enum class ClueResult {
    none,
    unfounded,       // 查否了结
    reminded,        // 批评教育、提醒谈话
    admonished,      // 诫勉
    organisational,  // 组织处理
    disciplined,     // 党纪政务处分
    prosecuted,      // 移送司法机关
    other
};
inline constexpr std::array<ClueResult, 8> clue_results{
    ClueResult::none,       ClueResult::unfounded,      ClueResult::reminded,
    ClueResult::admonished, ClueResult::organisational, ClueResult::disciplined,
    ClueResult::prosecuted, ClueResult::other};
[[nodiscard]] std::string_view name_of(ClueResult result);  // "" of none
[[nodiscard]] std::optional<ClueResult> clue_result_of(std::string_view name);

/// What is known when it is handed over.
struct Handing {
    base::UnitId unit;  // where it comes from
    std::string mark;   // as the papers number it
    std::string source, person, matter;
    Receiver receiver = Receiver::discipline;
    std::string receiver_name;
    base::Date handed_on;
    int months = clue_months;
    bool operator==(const Handing&) const = default;
};
/// What is known of it afterwards.
struct Handling {
    std::string handler;
    Way way = Way::none;
    ClueResult result = ClueResult::none;
    std::string result_text;
    std::optional<base::Date> concluded_on, returned_on;  // 办结, 反馈
    bool operator==(const Handling&) const = default;
};
struct Revoked {
    std::string by, reason;
    base::Instant at;
    bool operator==(const Revoked&) const = default;
};

struct Clue {
    ClueId id;
    base::ProgrammeId programme;
    std::string programme_title;  // read with the row
    std::int64_t number = 0;      // running within the programme, never given again
    Handing handing;
    std::string unit_name;  // read with the row
    Handling handling;
    std::string recorded_by;
    base::Instant recorded_at;
    std::optional<Revoked> revoked;
    std::int64_t version = 1;
    bool operator==(const Clue&) const = default;
};

[[nodiscard]] base::Date due_on(const Handing& handing);
/// Days over, where the result has not come back in time.
[[nodiscard]] std::optional<int> days_over(const Clue& clue, base::Date today);

/// Why this person is not even told whether there is anything: clues_are_restricted.
[[nodiscard]] std::optional<base::Error> why_not_see(const base::Actor& actor);
/// Refuses: as why_not_see(), only_reviewers_keep_clues.
[[nodiscard]] std::optional<base::Error> why_not_record(const base::Actor& actor);

/// Refuses, all together as form errors: clue_matter_too_short, clue_receiver_missing,
/// clue_day_in_the_future.
[[nodiscard]] base::Result<void> check(const Handing& handing, base::Date today);
/// Refuses: as why_not_record(), clue_is_revoked, then all together: clue_day_in_the_future,
/// clue_day_before_handing, clue_result_missing (of one that came back), clue_way_missing (of one
/// with a result).
[[nodiscard]] base::Result<Clue> handle(const Clue& before, const Handling& handling,
                                        const base::Actor& actor, base::Date today);
/// Refuses, in this order: as why_not_record(), clue_is_revoked, reason_too_short.
[[nodiscard]] base::Result<Clue> revoke(const Clue& before, std::string_view reason,
                                        const base::Actor& actor, base::Instant now);

}  // namespace inspections
