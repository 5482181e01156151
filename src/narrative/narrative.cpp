#include "narrative/narrative.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace narrative {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 2> act_names{"write", "issue"};

base::Error held_by(const Section& section) {
    return refuse(ErrorKind::conflict, "section_is_held", {}, {{"name", section.hold->by_name}});
}

bool stands_in(std::string_view text, std::string_view name) {
    const auto names = figures_named_in(text);
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::string_view name_of(NarrativeAct act) {
    return act_names[static_cast<std::size_t>(act)];
}

std::optional<base::Error> why_not_see(const base::Actor& actor, bool covered) {
    if (covered && (actor.may(base::Act::edit_ledger) || actor.may(base::Act::sign)))
        return std::nullopt;
    return refuse(ErrorKind::not_found, "narrative_unknown");
}

std::optional<base::Error> why_not(NarrativeAct, const base::Actor& actor) {
    if (actor.may(base::Act::edit_ledger)) return std::nullopt;
    return refuse(ErrorKind::forbidden, "only_the_office_writes_narratives");
}

bool is_held(const Section& section, base::Instant now) {
    return section.hold && section.hold->until > now;
}
bool is_held_by_other(const Section& section, const base::Actor& actor, base::Instant now) {
    return is_held(section, now) && section.hold->by != actor.id;
}

base::Result<Section> hold(const Section& before, TakeOver take_over, const base::Actor& actor,
                           base::Instant now) {
    if (is_live(before.part)) return refuse(ErrorKind::illegal_transition, "section_is_live");
    if (take_over == TakeOver::no && is_held_by_other(before, actor, now)) return held_by(before);
    auto after = before;
    after.hold = {actor.id, actor.name, {now.milliseconds + hold_ms}};
    return after;
}

Section let_go(Section section, const base::Actor& actor) {
    if (section.hold && section.hold->by == actor.id) section.hold.reset();
    return section;
}

base::Result<Section> write(const Section& before, const SectionDraft& draft,
                            const Figures& figures, const base::Actor& actor, base::Instant now) {
    if (is_live(before.part)) return refuse(ErrorKind::illegal_transition, "section_is_live");
    if (is_held_by_other(before, actor, now)) return held_by(before);
    if (!is_held(before, now)) return refuse(ErrorKind::conflict, "section_hold_is_over");
    if (before.revision != draft.revision)
        return refuse(ErrorKind::conflict, "somebody_else_changed_it", "revision",
                      {{"version", std::to_string(before.revision)}});
    std::vector<base::Error> faults;
    if (before.part != Part::opening && base::trim(draft.heading).empty())
        faults.push_back(refuse(ErrorKind::invalid, "text_empty", "heading"));
    for (const auto& name : figures_named_in(draft.text))
        if (!find_figure(figures, name) && !stands_in(before.text, name))
            faults.push_back(
                refuse(ErrorKind::invalid, "figure_unknown", "text", {{"value", name}}));
    if (auto wrong = base::together(std::move(faults))) return *wrong;
    auto after = before;
    after.heading = draft.heading;
    after.text = draft.text;
    if (after != before) ++after.revision;
    return after;
}

}  // namespace narrative
