// The stages through which an application for strike-off goes, as a programme sets them for itself
// (domain 2.4, R53). Pure; how one application goes through them is in review.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/actor.hpp"
#include "base/result.hpp"

namespace ledger {

using base::Seat;
using base::Seats;

inline constexpr base::Seat seats[]{
    Seat::responsible_leader,      Seat::lead_leader,      Seat::principal,
    Seat::rectification_office,    Seat::supervision_team, Seat::discipline_office,
    Seat::organisation_department, Seat::inspection_office};
/// The seats outside the responsible unit; without one of them nobody checked the doer.
inline constexpr Seats checking_seats{Seat::rectification_office, Seat::supervision_team,
                                      Seat::discipline_office, Seat::organisation_department,
                                      Seat::inspection_office};

[[nodiscard]] std::string_view name_of(Seat seat);   // "lead_leader"
[[nodiscard]] std::string_view words_of(Seat seat);  // 牵头领导
[[nodiscard]] std::optional<Seat> seat_of(std::string_view name);

/// Of a stage of several seats, whose yes is enough.
enum class Quorum { all, any };

[[nodiscard]] std::string_view name_of(Quorum quorum);
[[nodiscard]] std::optional<Quorum> quorum_of(std::string_view name);

struct ReviewStage {
    std::string name;  // 牵头领导审核
    Seats seats;
    Quorum quorum = Quorum::all;
    bool operator==(const ReviewStage&) const = default;
};
using ReviewChain = std::vector<ReviewStage>;
inline constexpr std::size_t review_stages_max = 8;
inline constexpr std::size_t stage_name_chars_max = 20;

/// What holds where a programme sets nothing: one stage, any seat outside the responsible unit.
[[nodiscard]] const ReviewChain& default_chain();
/// Refuses, all together, each with the field "stages[0].seats" it stands in: chain_is_empty,
/// chain_is_too_long, stage_has_no_name, stage_name_is_too_long, stage_is_named_twice,
/// stage_has_no_seat, seat_stands_twice, chain_stays_in_the_unit.
[[nodiscard]] base::Result<void> check(const ReviewChain& chain);
[[nodiscard]] bool has_seat(const ReviewChain& chain, Seat seat);
/// 责任领导审核（责任领导）→ …, for the journal.
[[nodiscard]] std::string words_of(const ReviewChain& chain);
/// As it is stored: one line a stage. What cannot be read is no stage.
[[nodiscard]] std::string encode(const ReviewChain& chain);
[[nodiscard]] ReviewChain decode_chain(std::string_view text);

}  // namespace ledger
