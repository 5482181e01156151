#include "ledger/review_chain.hpp"

#include <algorithm>
#include <array>

#include "accounts/role.hpp"
#include "base/names.hpp"
#include "base/utf8.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 2> quorum_names{"all", "any"};

/// Seats bear the names of the roles that sit in them.
accounts::Role role_in(Seat seat) {
    for (const auto role : accounts::roles())
        if (accounts::seat_of(role) == seat) return role;
    return accounts::Role::unassigned;
}

class Faults {
  public:
    /// In a field of the stage at `index`, which people count from 1.
    void add(std::size_t index, std::string_view field, std::string_view code,
             const std::string& value = {}, std::size_t accepted = 0) {
        add(std::string("stages[") + std::to_string(index) + "]." + std::string(field), code,
            {{"stage", std::to_string(index + 1)},
             {"value", value},
             {"accepted", std::to_string(accepted)}});
    }
    void add(const std::string& field, std::string_view code,
             std::vector<std::pair<std::string, std::string>> args = {}) {
        faults_.push_back(refuse(ErrorKind::invalid, code, field, std::move(args)));
    }
    base::Result<void> result() {
        if (auto all = base::together(std::move(faults_))) return *all;
        return {};
    }

  private:
    std::vector<base::Error> faults_;
};

void check_name(const ReviewChain& chain, std::size_t i, Faults& faults) {
    const auto& name = chain[i].name;
    if (name.empty()) return faults.add(i, "name", "stage_has_no_name");
    if (base::chars_in(name) > stage_name_chars_max)
        faults.add(i, "name", "stage_name_is_too_long", name, stage_name_chars_max);
    const auto named_alike =
        std::any_of(chain.begin(), chain.begin() + static_cast<std::ptrdiff_t>(i),
                    [&](const ReviewStage& earlier) { return earlier.name == name; });
    if (named_alike) faults.add(i, "name", "stage_is_named_twice", name);
}

}  // namespace

std::string_view name_of(Seat seat) {
    return accounts::name_of(role_in(seat));
}
std::string_view words_of(Seat seat) {
    return accounts::words_of(role_in(seat));
}
std::optional<Seat> seat_of(std::string_view name) {
    const auto role = accounts::role_of(name);
    return role ? accounts::seat_of(*role) : std::nullopt;
}
std::string_view name_of(Quorum quorum) {
    return quorum_names[static_cast<std::size_t>(quorum)];
}
std::optional<Quorum> quorum_of(std::string_view name) {
    return base::named<Quorum>(quorum_names, name);
}
const ReviewChain& default_chain() {
    static const ReviewChain chain{{"销号审核", checking_seats, Quorum::any}};
    return chain;
}

base::Result<void> check(const ReviewChain& chain) {
    Faults faults;
    if (chain.empty()) faults.add("stages", "chain_is_empty");
    if (chain.size() > review_stages_max)
        faults.add("stages", "chain_is_too_long",
                   {{"value", std::to_string(chain.size())},
                    {"accepted", std::to_string(review_stages_max)}});
    Seats met;
    for (std::size_t i = 0; i < chain.size(); ++i) {
        check_name(chain, i, faults);
        if (chain[i].seats.empty()) faults.add(i, "seats", "stage_has_no_seat");
        for (const auto seat : seats)
            if (chain[i].seats.has(seat) && met.has(seat))
                faults.add(i, "seats", "seat_stands_twice", std::string(words_of(seat)));
        met = met | chain[i].seats;
    }
    if (!chain.empty() && !met.has_any(checking_seats))
        faults.add("stages", "chain_stays_in_the_unit");
    return faults.result();
}

bool has_seat(const ReviewChain& chain, Seat seat) {
    return std::any_of(chain.begin(), chain.end(),
                       [&](const ReviewStage& stage) { return stage.seats.has(seat); });
}

std::string words_of(const ReviewChain& chain) {
    std::string words;
    for (const auto& stage : chain) {
        words += (words.empty() ? "" : " → ") + stage.name + "（";
        bool first = true;
        for (const auto seat : seats) {
            if (!stage.seats.has(seat)) continue;
            if (!first) words += stage.quorum == Quorum::all ? "、" : "或";
            words += words_of(seat);
            first = false;
        }
        words += "）";
    }
    return words;
}

std::string encode(const ReviewChain& chain) {
    std::string text;
    for (const auto& stage : chain) {
        text += std::string(name_of(stage.quorum)) + '\t';
        bool first = true;
        for (const auto seat : seats) {
            if (!stage.seats.has(seat)) continue;
            (text += first ? "" : ",") += name_of(seat);
            first = false;
        }
        text += '\t' + stage.name + '\n';
    }
    return text;
}

ReviewChain decode_chain(std::string_view text) {
    ReviewChain chain;
    while (!text.empty()) {
        auto line = base::cut(text, '\n');
        const auto quorum = quorum_of(base::cut(line, '\t'));
        auto names = base::cut(line, '\t');
        ReviewStage stage{std::string(line), {}, quorum.value_or(Quorum::all)};
        while (!names.empty())
            if (const auto seat = seat_of(base::cut(names, ',')))
                stage.seats = stage.seats | Seats{*seat};
        if (!stage.name.empty() && !stage.seats.empty()) chain.push_back(std::move(stage));
    }
    return chain;
}

}  // namespace ledger
