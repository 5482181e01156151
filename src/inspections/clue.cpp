#include "inspections/clue.hpp"

#include "base/names.hpp"
#include "base/text_length.hpp"

namespace inspections {
namespace {

using base::ErrorKind;
using base::refuse;
using base::why_too_short;
using Faults = std::vector<base::Error>;

constexpr std::array<std::string_view, receivers.size()> receiver_names{"discipline",
                                                                        "organisation", "other"};
constexpr std::array<std::string_view, ways.size()> way_names{
    "", "letter", "preliminary", "filed", "shelved", "dismissed", "other"};
constexpr std::array<std::string_view, clue_results.size()> result_names{
    "",           "unfounded", "reminded", "admonished", "organisational", "disciplined",
    "prosecuted", "other"};

void check_day(Faults& faults, std::string_view field, std::optional<base::Date> day,
               base::Date today) {
    if (day && *day > today)
        faults.push_back(
            refuse(ErrorKind::invalid, "clue_day_in_the_future", field,
                   {{"value", base::to_text(*day)}, {"accepted", base::to_text(today)}}));
}

void check_after(Faults& faults, std::string_view field, std::optional<base::Date> day,
                 base::Date handed_on) {
    if (day && *day < handed_on)
        faults.push_back(
            refuse(ErrorKind::invalid, "clue_day_before_handing", field,
                   {{"value", base::to_text(*day)}, {"accepted", base::to_text(handed_on)}}));
}

Faults faults_of(const Handling& handling, base::Date handed_on, base::Date today) {
    Faults faults;
    check_day(faults, "concluded_on", handling.concluded_on, today);
    check_day(faults, "returned_on", handling.returned_on, today);
    check_after(faults, "concluded_on", handling.concluded_on, handed_on);
    check_after(faults, "returned_on", handling.returned_on, handed_on);
    if (handling.returned_on && handling.result == ClueResult::none)
        faults.push_back(refuse(ErrorKind::invalid, "clue_result_missing", "result"));
    if (handling.result != ClueResult::none && handling.way == Way::none)
        faults.push_back(refuse(ErrorKind::invalid, "clue_way_missing", "way"));
    return faults;
}

}  // namespace

std::string_view name_of(Receiver receiver) {
    return receiver_names[static_cast<std::size_t>(receiver)];
}
std::optional<Receiver> receiver_of(std::string_view name) {
    return base::named<Receiver>(receiver_names, name);
}
std::string_view name_of(Way way) {
    return way_names[static_cast<std::size_t>(way)];
}
std::optional<Way> way_of(std::string_view name) {
    return base::named<Way>(way_names, name);
}
std::string_view name_of(ClueResult result) {
    return result_names[static_cast<std::size_t>(result)];
}
std::optional<ClueResult> clue_result_of(std::string_view name) {
    return base::named<ClueResult>(result_names, name);
}

base::Date due_on(const Handing& handing) {
    return base::add_months(handing.handed_on, handing.months);
}

std::optional<int> days_over(const Clue& clue, base::Date today) {
    if (clue.revoked || clue.handling.returned_on) return std::nullopt;
    const auto over = base::days_between(due_on(clue.handing), today);
    return over > 0 ? std::optional(over) : std::nullopt;
}

std::optional<base::Error> why_not_see(const base::Actor& actor) {
    if (actor.may(base::Act::read_ledger) && actor.scope.clears(base::Guards{base::Guard::clues}))
        return std::nullopt;
    return refuse(ErrorKind::forbidden, "clues_are_restricted");
}

std::optional<base::Error> why_not_record(const base::Actor& actor) {
    if (auto no = why_not_see(actor)) return no;
    if (!actor.may(base::Act::review))
        return refuse(ErrorKind::forbidden, "only_reviewers_keep_clues");
    return std::nullopt;
}

base::Result<void> check(const Handing& handing, base::Date today) {
    Faults faults;
    if (auto fault = why_too_short(handing.matter, "clue_matter_too_short", "matter"))
        faults.push_back(std::move(*fault));
    if (handing.receiver_name.empty())
        faults.push_back(refuse(ErrorKind::invalid, "clue_receiver_missing", "receiver_name"));
    check_day(faults, "handed_on", handing.handed_on, today);
    if (auto fault = base::together(std::move(faults))) return *fault;
    return {};
}

base::Result<Clue> handle(const Clue& before, const Handling& handling, const base::Actor& actor,
                          base::Date today) {
    if (auto no = why_not_record(actor)) return *no;
    if (before.revoked) return refuse(ErrorKind::illegal_transition, "clue_is_revoked");
    if (auto fault = base::together(faults_of(handling, before.handing.handed_on, today)))
        return *fault;
    if (handling == before.handling) return before;
    auto after = before;
    after.handling = handling;
    ++after.version;
    return after;
}

base::Result<Clue> revoke(const Clue& before, std::string_view reason, const base::Actor& actor,
                          base::Instant now) {
    if (auto no = why_not_record(actor)) return *no;
    if (before.revoked && before.revoked->by == actor.name && before.revoked->reason == reason)
        return before;  // Said twice.
    if (before.revoked) return refuse(ErrorKind::illegal_transition, "clue_is_revoked");
    if (auto no = why_too_short(reason, "reason_too_short", "reason")) return *no;
    auto after = before;
    after.revoked = Revoked{actor.name, std::string(reason), now};
    ++after.version;
    return after;
}

}  // namespace inspections
