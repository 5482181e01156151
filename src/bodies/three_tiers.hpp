// The three tiers that answer for a row (三级责任, R24): the principal for all of it, the leader in
// whose field it lies, the head of the section that does it. Derived from the row's holders, from
// posts and from the leading group; what nobody fills is said. Pure.
#pragma once

#include <map>

#include "accounts/post.hpp"
#include "bodies/body.hpp"
#include "ledger/responsibility.hpp"

namespace bodies {

enum class AnsweringTier { principal, leader, section_head };
[[nodiscard]] std::string_view name_of(AnsweringTier tier);

/// By what somebody stands in a tier.
enum class TierSource {
    post,       // holds the head's post of the unit
    body,       // heads the leading group
    holder,     // is named in the row
    portfolio,  // leads in that unit, says the leading group
};
[[nodiscard]] std::string_view name_of(TierSource source);

struct Answering {
    std::string name, post, unit_name;
    TierSource source = TierSource::holder;
    bool operator==(const Answering&) const = default;
};

struct TierLine {
    AnsweringTier tier = AnsweringTier::principal;
    std::vector<Answering> who;
    std::vector<std::string> without;  // units of section_head that have no head
    bool operator==(const TierLine&) const = default;
    [[nodiscard]] bool missing() const { return who.empty() || !without.empty(); }
};

struct TierFacts {
    ledger::Responsibility responsibility;  // the row's own, else its problem's
    UnitRef inspected;
    std::map<base::UnitId, accounts::Post> heads;  // of the units concerned, on the day
    std::map<base::UnitId, std::string> paths;     // of those and of the portfolios
    std::vector<Body> bodies;                      // as of the day
};
/// The units whose heads are the third tier: the responsible ones, else the leading ones.
[[nodiscard]] std::vector<ledger::Holder> sections_of(const ledger::Responsibility& holders);
/// The three, from the top.
[[nodiscard]] std::vector<TierLine> three_tiers(const TierFacts& facts);

}  // namespace bodies
