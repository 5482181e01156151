#include "narrative/writing_actions.hpp"

#include "narrative/draft_paper.hpp"
#include "narrative/figure_paper.hpp"
#include "notify/live_store.hpp"

namespace narrative {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::Recorder;

base::Error part_unknown() {
    return refuse(ErrorKind::not_found, "part_unknown");
}

/// A part that this actor may see.
std::optional<Section> find_seen(db::Transaction& transaction, const Narrative& narrative,
                                 Part part, const base::Actor& actor) {
    if (!actor.scope.clears(guards_of(part))) return std::nullopt;
    return find_section(transaction, narrative, part);
}

WritingState state_of(db::Transaction& transaction, const base::Actor& actor,
                      const Narrative& narrative, base::Instant now) {
    WritingState state{narrative.version, narrative.editions, {}};
    for (auto& one : list_sections(transaction, narrative))
        if (actor.scope.clears(guards_of(one.part)))
            state.sections.push_back({one.part, one.revision, one.by,
                                      is_held(one, now) ? std::move(one.hold) : std::nullopt});
    return state;
}

/// Loads the part in its programme's turn and lets `step(recorder, opened, section)` do the rest.
template <class Shown, class Step>
base::Result<Shown> on_section(const Needs& needs, const base::Actor& actor,
                               const SectionPlace& place, Step step) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Shown> {
        const auto known = open_narrative(transaction, actor, place.narrative);
        if (!known) return known.error();
        if (auto no = why_not(NarrativeAct::write, actor)) return *no;
        auto recorder = Recorder::open(transaction, needs, actor, known->programme.id);
        if (!recorder) return recorder.error();
        auto opened = open_narrative(transaction, actor, place.narrative);
        if (!opened) return opened.error();
        const auto section = find_seen(transaction, opened->narrative, place.part, actor);
        if (!section) return part_unknown();
        return step(*recorder, *opened, *section);
    });
}

bool took_it_from_somebody(const Section& before, const Section& after, base::Instant now) {
    return is_held(before, now) && after.hold && before.hold->by != after.hold->by;
}

/// Saves who has it in hand; whoever only says so again tells nobody.
base::Result<WritingState> save_whose(Recorder& recorder, const Opened& opened,
                                      const Section& before, const Section& after) {
    auto& transaction = recorder.transaction();
    if (!save_hold(transaction, opened.narrative.id, before, after))
        return refuse(ErrorKind::conflict, "somebody_else_changed_it");
    if (is_held(before, recorder.now()) != is_held(after, recorder.now()) ||
        took_it_from_somebody(before, after, recorder.now()))
        notify::count_change(transaction, notify::narratives_changed);
    if (took_it_from_somebody(before, after, recorder.now())) {
        note(recorder, "take_over_narrative_section", opened.narrative,
             {{"section", words_of(after.part)}, {"person", before.hold->by_name}});
        recorder.finish();
    }
    return state_of(transaction, recorder.actor(), opened.narrative, recorder.now());
}

}  // namespace

base::Result<WritingState> view_state(const Needs& needs, const base::Actor& actor,
                                      NarrativeId id) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<WritingState> {
        const auto opened = open_narrative(transaction, actor, id);
        if (!opened) return opened.error();
        return state_of(transaction, actor, opened->narrative, needs.clock.now());
    });
}

base::Result<WritingState> hold_section(const Needs& needs, const base::Actor& actor,
                                        const SectionPlace& place, TakeOver take_over) {
    return on_section<WritingState>(needs, actor, place,
                                    [&](Recorder& recorder, const Opened& opened,
                                        const Section& before) -> base::Result<WritingState> {
                                        const auto after =
                                            hold(before, take_over, actor, recorder.now());
                                        if (!after) return after.error();
                                        return save_whose(recorder, opened, before, *after);
                                    });
}

base::Result<WritingState> let_section_go(const Needs& needs, const base::Actor& actor,
                                          const SectionPlace& place) {
    return on_section<WritingState>(
        needs, actor, place, [&](Recorder& recorder, const Opened& opened, const Section& before) {
            return save_whose(recorder, opened, before, let_go(before, actor));
        });
}

base::Result<NarrativeView> write_section(const Needs& needs, const base::Actor& actor,
                                          const SectionPlace& place, const SectionDraft& draft) {
    return on_section<NarrativeView>(
        needs, actor, place,
        [&](Recorder& recorder, Opened& opened,
            const Section& before) -> base::Result<NarrativeView> {
            auto& transaction = recorder.transaction();
            const auto figures =
                figures_of(source_for(transaction, opened, actor, recorder.today()));
            auto after = write(before, draft, figures, actor, recorder.now());
            if (!after) return after.error();
            after->read = read_now(after->text, figures, actor.scope.cleared);
            if (after->revision == before.revision) {
                save_read(transaction, place.narrative, *after);
                return show_narrative(transaction, needs, actor, opened);
            }
            after->at = recorder.now();
            after->by = actor.name;
            if (auto saved = save_section(transaction, place.narrative, *after); !saved)
                return saved.error();
            ++opened.narrative.version;
            if (auto saved = save_version(transaction, opened.narrative); !saved)
                return saved.error();
            note(recorder, "write_narrative_section", opened.narrative,
                 {{"section", words_of(after->part)},
                  {"revision", std::to_string(after->revision)}});
            notify::count_change(transaction, notify::narratives_changed);
            recorder.finish();
            return show_narrative(transaction, needs, actor, opened);
        });
}

base::Result<NarrativeView> confirm_figures(const Needs& needs, const base::Actor& actor,
                                            const SectionPlace& place, std::int64_t revision) {
    return on_section<NarrativeView>(
        needs, actor, place,
        [&](Recorder& recorder, const Opened& opened,
            const Section& before) -> base::Result<NarrativeView> {
            auto& transaction = recorder.transaction();
            if (before.revision != revision)
                return refuse(ErrorKind::conflict, "somebody_else_changed_it", "revision",
                              {{"version", std::to_string(before.revision)}});
            const auto figures =
                figures_of(source_for(transaction, opened, actor, recorder.today()));
            auto after = before;
            after.read = read_now(after.text, figures, actor.scope.cleared);
            save_read(transaction, place.narrative, after);
            note(recorder, "confirm_narrative_figures", opened.narrative,
                 {{"section", words_of(after.part)}});
            notify::count_change(transaction, notify::narratives_changed);
            recorder.finish();
            return show_narrative(transaction, needs, actor, opened);
        });
}

base::Result<std::vector<Wording>> list_wordings_of(const Needs& needs, const base::Actor& actor,
                                                    const SectionPlace& place) {
    using Wordings = base::Result<std::vector<Wording>>;
    return needs.database.read([&](db::Transaction& transaction) -> Wordings {
        const auto opened = open_narrative(transaction, actor, place.narrative);
        if (!opened) return opened.error();
        if (!find_seen(transaction, opened->narrative, place.part, actor)) return part_unknown();
        return list_wordings(transaction, place.narrative, place.part);
    });
}

base::Result<ProposedText> draft_anew(const Needs& needs, const base::Actor& actor,
                                      const SectionPlace& place) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<ProposedText> {
        const auto opened = open_narrative(transaction, actor, place.narrative);
        if (!opened) return opened.error();
        if (!find_seen(transaction, opened->narrative, place.part, actor)) return part_unknown();
        if (is_live(place.part)) return refuse(ErrorKind::illegal_transition, "section_is_live");
        return ProposedText{
            draft_of(place.part, opened->narrative.kind,
                     source_for(transaction, *opened, unrestricted(actor), needs.clock.today()))};
    });
}

}  // namespace narrative
