#include "proofreading/set_aside.hpp"

#include "base/digest.hpp"
#include "base/text_length.hpp"

namespace proofreading {
namespace {

constexpr std::size_t digest_chars = 64, key_chars = 12;

bool is_hex(std::string_view text, std::size_t size) {
    return text.size() == size && base::from_hex(text).has_value();
}

}  // namespace

std::string digest_of(const Passages& passages) {
    return base::digest(base::preferred_algorithm(), lines_of(passages));
}

std::optional<base::Error> why_not_set_aside(const base::Actor& actor) {
    using base::Act;
    if (actor.may(Act::edit_ledger) || actor.may(Act::review) || actor.may(Act::report_progress))
        return std::nullopt;
    return base::refuse(base::ErrorKind::forbidden, "only_who_works_sets_findings_aside");
}

base::Result<void> check(const FindingPlace& place, std::string_view reason,
                         const base::Actor& actor) {
    if (const auto no = why_not_set_aside(actor)) return *no;
    if (!is_hex(place.digest, digest_chars) || !is_hex(place.finding, key_chars))
        return base::refuse(base::ErrorKind::not_found, "finding_unknown");
    if (const auto no = base::why_too_short(reason, "reason_too_short", "reason")) return *no;
    if (const auto no = base::why_too_long(reason, "reason", base::limits::reason_chars_max))
        return *no;
    return {};
}

}  // namespace proofreading
