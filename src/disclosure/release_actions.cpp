#include "disclosure/release_actions.hpp"

#include <algorithm>

#include "accounts/unit_store.hpp"
#include "base/utf8.hpp"

namespace disclosure {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::Recorder;
using After = base::Result<Release>;

std::int64_t count_open(const std::vector<Passage>& passages) {
    return std::count_if(passages.begin(), passages.end(),
                         [](const Passage& one) { return one.open(); });
}

base::Error not_the_office() {
    return refuse(ErrorKind::forbidden, "only_the_office_keeps_releases");
}

Passage* find_passage(std::vector<Passage>& passages, std::int64_t number) {
    const auto found = std::find_if(passages.begin(), passages.end(),
                                    [&](const Passage& one) { return one.number == number; });
    return found == passages.end() ? nullptr : &*found;
}

std::vector<ReleaseAct> acts_open(const Release& release, const std::vector<Passage>& passages,
                                  const base::Actor& actor) {
    std::vector<ReleaseAct> open;
    const auto makers = makers_of(release, passages);
    for (const auto act : release_acts)
        if (!why_not(act, release, makers, actor)) open.push_back(act);
    return open;
}

/// What was said while it was made ready is for those who see inside.
Release as_others_see(Release release) {
    release.exemption.reset();
    release.opinion.clear();
    return release;
}

/// 某某 in the place of a name is no gap that somebody forgot to fill.
bool stands_for_hidden(const proofreading::Finding& finding, const proofreading::Passages& texts,
                       const std::vector<Passage>& passages) {
    if (finding.kind != proofreading::Kind::placeholder || finding.end == 0) return false;
    const auto marked =
        texts[finding.passage].text.substr(finding.begin, finding.end - finding.begin);
    return std::any_of(passages.begin(), passages.end(), [&](const Passage& one) {
        return one.decision == Decision::replaced &&
               one.replacement.find(marked) != std::string::npos;
    });
}

/// Where a finding stands inside; nothing where people decide what stands there.
std::optional<Place> place_inside(const proofreading::Reading& reading,
                                  const proofreading::Finding& finding, const ReleaseView& view) {
    // A replacement of several lines is several passages to the reader.
    if (finding.end == 0 || reading.passages.size() != view.out.size()) return std::nullopt;
    const std::string_view text = reading.passages[finding.passage].text;
    const auto from = base::chars_in(text.substr(0, finding.begin));
    const auto length = base::chars_in(proofreading::marked(reading.passages, finding));
    return inside_of(view.text, view.passages,
                     {static_cast<std::int64_t>(finding.passage), static_cast<std::int64_t>(from),
                      static_cast<std::int64_t>(length)});
}

/// A finding put right, as a passage in other words.
Passage put_right(const proofreading::Finding& finding, const Place& place, std::int64_t number,
                  const base::Actor& actor) {
    Passage passage;
    passage.number = number;
    passage.place = place;
    passage.replacement = *finding.fix;
    passage.decision = Decision::replaced;
    passage.reason = "校对改正：" + finding.reason;
    passage.decided_by = actor.id;
    passage.decided_by_name = actor.name;
    return passage;
}

/// Read as it would go out.
base::Result<proofreading::Reading> read_view(db::Transaction& transaction,
                                              const proofreading::ReaderOfTexts& reader,
                                              const ReleaseView& view) {
    const auto programme =
        ledger::load_programme(transaction, view.release.programme, reader.actor.scope);
    if (!programme) return programme.error();
    auto reading = proofreading::read_within(transaction, reader, *programme,
                                             proofreading::passages_of(joined(view.out)));
    std::erase_if(reading.findings, [&](const auto& one) {
        return stands_for_hidden(one, reading.passages, view.passages);
    });
    for (auto& one : reading.findings)
        if (one.fix && !place_inside(reading, one, view)) one.fix.reset();
    std::stable_partition(reading.findings.begin(), reading.findings.end(),
                          [](const auto& one) { return one.kind == proofreading::Kind::personal; });
    return reading;
}

void add_objections(ReleaseView& view, db::Transaction& transaction) {
    view.objections_count = count_objections(transaction, view.release.id);
    if (view.inside) view.objections = list_objections(transaction, view.release.id);
}

}  // namespace

bool covers_programme(db::Transaction& transaction, const base::Actor& actor,
                      ProgrammeId programme) {
    const auto found = ledger::load_programme(transaction, programme, actor.scope);
    if (!found) return false;
    const auto path = accounts::load_unit_path(transaction, found->inspected_unit);
    return path && actor.scope.covers(*path, programme);
}

std::optional<Release> find_in_sight(db::Transaction& transaction, ReleaseId id,
                                     const base::Actor& actor) {
    auto found = find_release(transaction, id, actor.scope);
    if (!found || found->state == ReleaseState::published) return found;
    const bool covered = covers_programme(transaction, actor, found->programme);
    return sees_inside(actor, covered) ? found : std::nullopt;
}

Known load_known_for(Recorder& recorder, const ReleaseTexts& texts, const Hiding& hiding) {
    auto known = load_known(recorder.transaction(), recorder.programme(), hiding.unit_levels,
                            recorder.today());
    known.open_words = texts.open_words;
    return known;
}

void note(Recorder& recorder, std::string_view act, const Release& release,
          std::vector<std::pair<std::string, std::string>> more) {
    std::vector<std::pair<std::string, std::string>> facts{
        {"number", std::to_string(release.number)}};
    for (auto& one : more) facts.push_back(std::move(one));
    recorder.note(act, "release", release.id.text(), facts);
}

ReleaseView show_release(db::Transaction& transaction, const base::Actor& actor,
                         const Release& release) {
    ReleaseView view;
    view.release = release;
    view.inside = sees_inside(actor, covers_programme(transaction, actor, release.programme));
    auto texts = load_texts(transaction, release.id);
    const auto passages = list_passages(transaction, release.id);
    view.out = release.digest.empty() ? published(texts.inside, passages) : std::move(texts.out);
    view.intact = release.digest.empty() ||
                  digest_of(release.algorithm, release.title, view.out) == release.digest;
    view.may = acts_open(release, passages, actor);
    add_objections(view, transaction);
    if (!view.inside) {
        view.release = as_others_see(std::move(view.release));
        return view;
    }
    view.text = std::move(texts.inside);
    view.passages = passages;
    return view;
}

base::Result<ReleaseView> view_release(const Needs& needs, const base::Actor& actor, ReleaseId id) {
    using Shown = base::Result<ReleaseView>;
    return needs.ledger.database.read([&](db::Transaction& transaction) -> Shown {
        const auto found = find_in_sight(transaction, id, actor);
        if (!found) return refuse(ErrorKind::not_found, "release_unknown");
        return show_release(transaction, actor, *found);
    });
}

base::Result<proofreading::Reading> proofread_release(const Needs& needs, const base::Actor& actor,
                                                      ReleaseId id) {
    using Read = base::Result<proofreading::Reading>;
    return needs.ledger.database.read([&](db::Transaction& transaction) -> Read {
        const auto found = find_in_sight(transaction, id, actor);
        if (!found) return refuse(ErrorKind::not_found, "release_unknown");
        const auto view = show_release(transaction, actor, *found);
        if (!view.inside) return refuse(ErrorKind::forbidden, "only_insiders_proofread_releases");
        return read_view(transaction, {actor, needs.ledger.clock.today()}, view);
    });
}

base::Result<ReleaseView> correct_release(const Needs& needs, const base::Actor& actor,
                                          const SeenRelease& seen,
                                          const proofreading::Chosen& fixes) {
    return on_release(
        needs, actor, seen, ReleaseAct::write,
        [&](Recorder& recorder, Release release, const std::vector<Passage>&) -> After {
            auto& transaction = recorder.transaction();
            const auto view = show_release(transaction, actor, release);
            const auto reading = read_view(transaction, {actor, recorder.today()}, view);
            if (!reading) return reading.error();
            const auto taken = proofreading::fixes(reading->findings, fixes);
            if (taken.empty()) return refuse(ErrorKind::invalid, "nothing_to_put_right", "fixes");
            for (const auto* finding : taken)
                insert_passage(transaction, release.id,
                               put_right(*finding, *place_inside(*reading, *finding, view),
                                         ++release.last_passage, actor));
            note(recorder, "correct_release", release, {{"count", std::to_string(taken.size())}});
            return release;
        });
}

base::Result<ReleaseList> list_releases_of(const Needs& needs, const base::Actor& actor,
                                           ProgrammeId programme) {
    using Listed = base::Result<ReleaseList>;
    return needs.ledger.database.read([&](db::Transaction& transaction) -> Listed {
        const auto found = ledger::load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        const bool covered = covers_programme(transaction, actor, programme);
        ReleaseList list;
        list.rows = list_releases(transaction, programme, actor.scope);
        if (!sees_inside(actor, covered)) {
            std::erase_if(list.rows,
                          [](const Release& one) { return one.state != ReleaseState::published; });
            for (auto& one : list.rows) one = as_others_see(std::move(one));
        }
        list.may_begin = covered && actor.may(base::Act::edit_ledger);
        if (!list.may_begin) return list;
        list.hiding = load_hiding(transaction, programme);
        list.editions = narrative::list_editions(transaction, programme, actor.scope);
        std::erase_if(list.editions, [](const auto& one) { return !may_go_public(one); });
        return list;
    });
}

WaitingReleases list_releases_waiting(const Needs& needs, const base::Actor& actor) {
    return needs.ledger.database.read([&](db::Transaction& transaction) {
        WaitingReleases found;
        const auto mine = [&](const Release& one, ReleaseAct act) {
            return sees_inside(actor, covers_programme(transaction, actor, one.programme)) &&
                   !why_not(act, one, makers_of(one, list_passages(transaction, one.id)), actor);
        };
        if (actor.may(base::Act::sign))
            for (auto& one : list_releases_at(transaction, ReleaseState::submitted, actor.scope))
                if (mine(one, ReleaseAct::approve)) found.to_approve.push_back(std::move(one));
        if (actor.may(base::Act::edit_ledger))
            for (auto& one : list_releases_at(transaction, ReleaseState::approved, actor.scope))
                if (mine(one, ReleaseAct::publish)) found.to_publish.push_back(std::move(one));
        return found;
    });
}

base::Result<ReleaseView> decide_passages(const Needs& needs, const base::Actor& actor,
                                          const SeenRelease& seen,
                                          const std::vector<WantedDecision>& wanted) {
    return on_release(
        needs, actor, seen, ReleaseAct::write,
        [&](Recorder& recorder, const Release& release, std::vector<Passage>& passages) -> After {
            auto& transaction = recorder.transaction();
            const auto texts = load_texts(transaction, release.id);
            for (const auto& one : wanted) {
                auto* passage = find_passage(passages, one.number);
                if (passage == nullptr)
                    return refuse(ErrorKind::not_found, "passage_unknown", "number",
                                  {{"value", std::to_string(one.number)}});
                const auto original = original_of(texts.inside, passage->place);
                const auto after = decide(*passage, one, original, actor);
                if (!after) return after.error();
                if (after->decision == Decision::dropped)
                    delete_passage(transaction, release.id, one.number);
                else
                    save_passage(transaction, release.id, *after);
                *passage = *after;
            }
            note(recorder, "decide_passages", release,
                 {{"count", std::to_string(wanted.size())},
                  {"kept_passages",
                   std::to_string(std::count_if(wanted.begin(), wanted.end(), [](const auto& one) {
                       return one.decision == Decision::kept;
                   }))}});
            return release;
        });
}

base::Result<ReleaseView> mark_passage(const Needs& needs, const base::Actor& actor,
                                       const SeenRelease& seen, const Passage& wanted) {
    return on_release(
        needs, actor, seen, ReleaseAct::write,
        [&](Recorder& recorder, Release release, std::vector<Passage>& passages) -> After {
            auto& transaction = recorder.transaction();
            const auto texts = load_texts(transaction, release.id);
            auto passage = wanted;
            passage.number = ++release.last_passage;
            const auto marked = mark(texts.inside, passages, std::move(passage), actor);
            if (!marked) return marked.error();
            for (const auto number : marked->swallowed)
                delete_passage(transaction, release.id, number);
            insert_passage(transaction, release.id, marked->passage);
            note(recorder, "mark_passage", release,
                 {{"ground", std::string(name_of(marked->passage.ground))}});
            return release;
        });
}

base::Result<ReleaseView> search_again(const Needs& needs, const base::Actor& actor,
                                       const SeenRelease& seen) {
    return on_release(
        needs, actor, seen, ReleaseAct::write,
        [&](Recorder& recorder, Release release, std::vector<Passage>& passages) -> After {
            auto& transaction = recorder.transaction();
            const auto texts = load_texts(transaction, release.id);
            const auto hiding = load_hiding(transaction, release.programme);
            const auto now =
                renew(passages,
                      find_passages(texts.inside, hiding, load_known_for(recorder, texts, hiding)),
                      release.last_passage);
            for (const auto& one : passages)
                if (one.open()) delete_passage(transaction, release.id, one.number);
            for (const auto& one : now) {
                if (one.open()) insert_passage(transaction, release.id, one);
                release.last_passage = std::max(release.last_passage, one.number);
            }
            note(recorder, "search_release", release, {{"count", std::to_string(count_open(now))}});
            return release;
        });
}

base::Result<Hiding> change_hiding(const Needs& needs, const base::Actor& actor,
                                   ProgrammeId programme, const Hiding& wanted) {
    using Chosen = base::Result<Hiding>;
    return needs.ledger.database.write([&](db::Transaction& transaction) -> Chosen {
        auto recorder = Recorder::open(transaction, needs.ledger, actor, programme);
        if (!recorder) return recorder.error();
        if (!actor.may(base::Act::edit_ledger) || !covers_programme(transaction, actor, programme))
            return not_the_office();
        const auto before = load_hiding(transaction, programme);
        if (auto fresh = ledger::check_version(before.version, wanted.version); !fresh)
            return fresh.error();
        if (auto good = check(wanted); !good) return good.error();
        auto after = wanted;
        ++after.version;
        if (auto saved = save_hiding(transaction, programme, after); !saved) return saved.error();
        recorder->note("change_hiding", "programme", programme.text(),
                       {{"hidden_words", std::to_string(after.hidden_words.size())},
                        {"spared_words", std::to_string(after.spared_words.size())}});
        recorder->finish();
        return after;
    });
}

}  // namespace disclosure
