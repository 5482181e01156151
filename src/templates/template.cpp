#include "templates/template.hpp"

#include <algorithm>

#include "base/text_length.hpp"

namespace templates {

using base::ErrorKind;
using base::refuse;

const Version* find_version(const Template& one, std::int64_t number) {
    const auto found = std::find_if(one.versions.begin(), one.versions.end(),
                                    [&](const Version& each) { return each.number == number; });
    return found == one.versions.end() ? nullptr : &*found;
}

namespace {

std::optional<base::Error> why_not_change(const Template& one, const base::Actor& actor) {
    if (auto no = why_not_keep(actor)) return no;
    if (one.withdrawn) return refuse(ErrorKind::illegal_transition, "template_is_withdrawn");
    return std::nullopt;
}

base::Result<Version> usable_version(const Template& one, std::int64_t number) {
    const auto* version = find_version(one, number);
    if (version == nullptr) return refuse(ErrorKind::not_found, "template_version_unknown");
    if (version->usable()) return *version;
    return refuse(ErrorKind::illegal_transition, "template_version_has_faults", "",
                  {{"faults", std::to_string(version->faults.size())}});
}

}  // namespace

std::optional<base::Error> why_not_keep(const base::Actor& actor) {
    if (actor.may(base::Act::edit_ledger)) return std::nullopt;
    return refuse(ErrorKind::forbidden, "only_the_office_keeps_templates");
}

base::Result<Template> open(const Template& wanted, const base::Actor& actor) {
    if (auto no = why_not_keep(actor)) return *no;
    if (wanted.name.empty()) return refuse(ErrorKind::invalid, "template_needs_a_name", "name");
    return wanted;
}

base::Result<Template> with_version(const Template& before, office::TemplateKind kind,
                                    const Version& version, const base::Actor& actor) {
    if (auto no = why_not_change(before, actor)) return *no;
    if (kind != before.kind)
        return refuse(ErrorKind::invalid, "template_is_of_the_other_kind", "file",
                      {{"accepted", "." + std::string(office::name_of(before.kind))}});
    if (!before.versions.empty() && before.versions.back().digest == version.digest) return before;
    if (before.versions.size() >= versions_max)
        return refuse(ErrorKind::illegal_transition, "template_has_too_many_versions", "",
                      {{"accepted", std::to_string(versions_max)}});
    auto after = before;
    after.versions.push_back(version);
    auto& added = after.versions.back();
    added.number = before.versions.empty() ? 1 : before.versions.back().number + 1;
    if (after.used == 0 && added.usable()) after.used = added.number;
    return after;
}

base::Result<Template> use(const Template& before, std::int64_t number, const base::Actor& actor) {
    if (auto no = why_not_change(before, actor)) return *no;
    const auto version = usable_version(before, number);
    if (!version) return version.error();
    auto after = before;
    after.used = number;
    return after;
}

base::Result<Template> withdraw(const Template& before, std::string_view reason,
                                const base::Actor& actor, base::Instant now) {
    if (auto no = why_not_change(before, actor)) return *no;
    if (auto no = base::why_too_short(reason, "reason_too_short", "reason")) return *no;
    auto after = before;
    after.withdrawn = Withdrawal{now, actor.name, std::string(reason)};
    return after;
}

base::Result<Template> take_back(const Template& before, const base::Actor& actor) {
    if (auto no = why_not_keep(actor)) return *no;
    if (!before.withdrawn)
        return refuse(ErrorKind::illegal_transition, "template_is_not_withdrawn");
    auto after = before;
    after.withdrawn.reset();
    return after;
}

base::Result<Version> version_to_fill(const Template& one, std::int64_t number,
                                      const base::Actor& actor) {
    const bool keeps = !why_not_keep(actor);
    if (one.withdrawn) return refuse(ErrorKind::illegal_transition, "template_is_withdrawn");
    if (number != 0 && number != one.used && !keeps)
        return refuse(ErrorKind::not_found, "template_version_unknown");
    if (number == 0 && one.used == 0)
        return refuse(ErrorKind::illegal_transition, "template_has_no_version_in_use");
    return usable_version(one, number == 0 ? one.used : number);
}

}  // namespace templates
