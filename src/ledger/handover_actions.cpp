#include "ledger/handover_actions.hpp"

#include "accounts/name.hpp"
#include "accounts/post_store.hpp"
#include "accounts/unit_tree_store.hpp"
#include "base/digest.hpp"
#include "calendar/calendar_store.hpp"
#include "journal/payload.hpp"
#include "ledger/handing_over_actions.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;
using Facts = std::vector<std::pair<std::string, std::string>>;

accounts::Appointing step_of(const Needs& needs, db::Transaction& transaction,
                             const base::Actor& actor) {
    return {transaction, needs.clock, needs.random, needs.journal, actor};
}

void note(const Needs& needs, db::Transaction& transaction, const base::Actor& actor,
          std::string_view act, const Handover& handover, Facts facts = {}) {
    facts.insert(facts.begin(), {{"unit", handover.unit_name},
                                 {"title", handover.post_title},
                                 {"person", handover.giver.name}});
    if (handover.taker) facts.emplace_back("taker", handover.taker->name);
    const auto id = handover.id.text(), payload = journal::payload_of({}, facts);
    needs.journal.append(transaction, actor, needs.clock.now(),
                         {.act = std::string(act),
                          .subject_kind = "handover",
                          .subject_id = id,
                          .payload = payload});
}

HandoverView view_of(db::Transaction& transaction, const Handover& handover,
                     const base::Actor& actor) {
    HandoverView view{handover, {}, part_to_sign(handover, actor), {}};
    for (const auto act : {HandoverAct::change, HandoverAct::name_taker, HandoverAct::take_back})
        if (!why_not(act, handover, actor)) view.may.push_back(act);
    if (!actor.may(base::Act::edit_ledger)) return view;
    for (const auto part : handover_parts)
        if (is_its_turn(handover, part) && !signs_in_person(transaction, handover, part))
            view.on_paper.push_back(part);
    return view;
}

/// Loads, checks that it is what the actor saw, lets `act` make of it what it will be, and answers
/// with it.
template <class Change>
base::Result<HandoverView> changed(const Needs& needs, const base::Actor& actor,
                                   const SeenHandover& seen, Change act) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<HandoverView> {
        transaction.lock("handover " + seen.id.text());
        const auto before = load_handover(transaction, seen.id, actor);
        if (!before) return before.error();
        if (before->version != seen.version)
            return refuse(ErrorKind::conflict, "somebody_else_changed_it", "version",
                          {{"version", std::to_string(before->version)}});
        const base::Result<Handover> after = act(transaction, *before);
        if (!after) return after.error();
        if (*after != *before)
            if (auto saved = save_handover(transaction, *after); !saved) return saved.error();
        return view_of(transaction, *after, actor);
    });
}

base::Date due_day(db::Transaction& transaction, base::Date today) {
    const auto calendar = calendar::load_calendar(transaction, today.year(), today.year() + 1);
    return calendar.add_working_days(today, handover_working_days).date;
}

/// The post this person holds in the unit under the same title, if there is one.
std::optional<accounts::Post> held_already(db::Transaction& transaction, const Handover& handover,
                                           const Follower& follower) {
    for (const auto& post : accounts::list_posts_in(transaction, handover.unit)) {
        const bool same_person = follower.person ? post.person == *follower.person
                                                 : accounts::name_key(post.person_name) ==
                                                       accounts::name_key(follower.person_name);
        if (post.is_held() && same_person &&
            accounts::name_key(post.title) == accounts::name_key(handover.post_title))
            return post;
    }
    return std::nullopt;
}

/// The follower in a post of this title in the unit.
base::Result<accounts::Post> appoint(const Needs& needs, db::Transaction& transaction,
                                     const base::Actor& actor, base::UnitId unit,
                                     const accounts::PostTerms& terms, const Follower& follower) {
    return accounts::appoint(step_of(needs, transaction, actor),
                             {accounts::PostId::make(needs.clock.now(), needs.random),
                              follower.person, follower.person_name, unit, terms});
}

base::Result<Handover> with_follower(const Needs& needs, db::Transaction& transaction,
                                     const base::Actor& actor, const Handover& before,
                                     const Follower& follower) {
    auto post = held_already(transaction, before, follower);
    if (!post) {
        auto appointed = appoint(
            needs, transaction, actor, before.unit,
            {before.post_title, before.post_is_head, follower.from_on, std::nullopt}, follower);
        if (!appointed) return appointed.error();
        post = std::move(*appointed);
    }
    auto named = name_taker(before, {post->person, post->person_name}, post->id);
    if (!named) return named;
    note(needs, transaction, actor, "name_taker", *named);
    tell_person(needs, transaction, actor, *named, post->person,
                notify::EventKind::handover_to_sign);
    return named;
}

base::Result<LeftPost> left_already(db::Transaction& transaction, const LeavePost& wanted,
                                    const accounts::Post& post) {
    const auto handover = find_handover(transaction, wanted.handover);
    if (!handover) return LeftPost{post, std::nullopt, 0};
    return LeftPost{post, handover->id,
                    static_cast<std::int64_t>(list_items(transaction, handover->id).size())};
}

/// The handover of a post that has just been left.
base::Result<void> open_handover(const Needs& needs, db::Transaction& transaction,
                                 const base::Actor& actor, const LeavePost& wanted,
                                 const accounts::Post& post,
                                 const std::vector<HandoverItem>& items) {
    Handover one;
    one.id = wanted.handover;
    one.post = post.id;
    one.unit = post.unit;
    one.giver.id = post.person;
    one.witness_unit = wanted.texts.witness_unit;
    one.risk_note = wanted.texts.risk_note;
    one.opened_at = needs.clock.now();
    one.opened_by = actor.id;
    one.opened_by_name = actor.name;
    one.due_on = due_day(transaction, base::date_of(one.opened_at));
    insert_handover(transaction, one);
    replace_items(transaction, one.id, items);
    const auto opened = *find_handover(transaction, one.id);
    note(needs, transaction, actor, "open_handover", opened,
         {{"count", std::to_string(items.size())}, {"due_on", base::to_text(one.due_on)}});
    tell_person(needs, transaction, actor, opened, post.person,
                notify::EventKind::handover_to_sign);
    if (!wanted.follower) return {};
    const auto named = with_follower(needs, transaction, actor, opened, *wanted.follower);
    if (!named) return named.error();
    return save_handover(transaction, *named);
}

}  // namespace

base::Result<LeftPost> leave_post(const Needs& needs, const base::Actor& actor,
                                  const LeavePost& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<LeftPost> {
        const auto found = accounts::load_post(transaction, wanted.post);
        if (!found) return found.error();
        accounts::lock_posts(transaction, found->unit);
        const auto before = accounts::load_post(transaction, wanted.post);
        if (!before) return before.error();
        if (!accounts::load_unit_within(transaction, before->unit, actor.scope))
            return refuse(ErrorKind::not_found, "post_unknown");
        const auto after =
            accounts::leave(*before, wanted.until_on, wanted.version, needs.clock.today());
        if (!after) return after.error();
        if (*after == *before) return left_already(transaction, wanted, *after);
        const auto step = step_of(needs, transaction, actor);
        if (auto saved = accounts::save(step, "end_post", *before, *after); !saved)
            return saved.error();
        const auto unit = after->head ? std::optional(after->unit) : std::nullopt;
        const auto items = list_unfinished(transaction, after->person, unit);
        if (!items.empty()) {
            if (auto opened = open_handover(needs, transaction, actor, wanted, *after, items);
                !opened)
                return opened.error();
        } else if (wanted.follower) {
            const auto follows =
                appoint(needs, transaction, actor, after->unit,
                        {after->title, after->head, wanted.follower->from_on, std::nullopt},
                        *wanted.follower);
            if (!follows) return follows.error();
        }
        return LeftPost{*after, items.empty() ? std::nullopt : std::optional(wanted.handover),
                        static_cast<std::int64_t>(items.size())};
    });
}

base::Result<HandoverView> view_handover(const Needs& needs, const base::Actor& actor,
                                         HandoverId id) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<HandoverView> {
        const auto handover = load_handover(transaction, id, actor);
        if (!handover) return handover.error();
        return view_of(transaction, *handover, actor);
    });
}

HandoverPage list_handover_page(const Needs& needs, const base::Actor& actor,
                                const HandoverFilter& filter) {
    return needs.database.read(
        [&](db::Transaction& transaction) { return list_handovers(transaction, filter, actor); });
}

base::Result<HandoverItemPage> list_handover_items(const Needs& needs, const base::Actor& actor,
                                                   HandoverId id, const Page& page) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<HandoverItemPage> {
        const auto handover = load_handover(transaction, id, actor);
        if (!handover) return handover.error();
        return list_items_in_scope(transaction, id, actor.scope, page);
    });
}

base::Result<HandoverView> change_handover(const Needs& needs, const base::Actor& actor,
                                           const SeenHandover& seen, const HandoverTexts& texts) {
    return changed(needs, actor, seen, [&](db::Transaction& transaction, const Handover& before) {
        const auto after = change(before, texts, actor);
        if (after && *after != before) note(needs, transaction, actor, "change_handover", *after);
        return after;
    });
}

base::Result<HandoverView> keep_item(const Needs& needs, const base::Actor& actor,
                                     const SeenHandover& seen, std::int64_t position, bool kept) {
    return changed(
        needs, actor, seen,
        [&](db::Transaction& transaction, const Handover& before) -> base::Result<Handover> {
            if (const auto error = why_not(HandoverAct::change, before, actor)) return *error;
            if (!save_kept(transaction, before.id, position, kept))
                return refuse(ErrorKind::not_found, "handover_item_unknown");
            Handover after = before;
            ++after.version;
            note(needs, transaction, actor, "keep_handover_item", after,
                 {{"position", std::to_string(position)}, {"kept", kept ? "1" : "0"}});
            return after;
        });
}

base::Result<HandoverView> renew_list(const Needs& needs, const base::Actor& actor,
                                      const SeenHandover& seen) {
    return changed(
        needs, actor, seen,
        [&](db::Transaction& transaction, const Handover& before) -> base::Result<Handover> {
            if (const auto error = why_not(HandoverAct::change, before, actor)) return *error;
            const auto unit = before.post_is_head ? std::optional(before.unit) : std::nullopt;
            const auto items = list_unfinished(transaction, before.giver.id, unit);
            replace_items(transaction, before.id, items);
            Handover after = before;
            ++after.version;
            note(needs, transaction, actor, "renew_handover_list", after,
                 {{"count", std::to_string(items.size())}});
            return after;
        });
}

base::Result<HandoverView> name_follower(const Needs& needs, const base::Actor& actor,
                                         const SeenHandover& seen, const Follower& follower) {
    return changed(
        needs, actor, seen,
        [&](db::Transaction& transaction, const Handover& before) -> base::Result<Handover> {
            if (const auto error = why_not(HandoverAct::name_taker, before, actor)) return *error;
            return with_follower(needs, transaction, actor, before, follower);
        });
}

base::Result<HandoverView> take_back_handover(const Needs& needs, const base::Actor& actor,
                                              const SeenHandover& seen) {
    return changed(
        needs, actor, seen,
        [&](db::Transaction& transaction, const Handover& before) -> base::Result<Handover> {
            const auto after = take_back(before, actor, needs.clock.now());
            if (!after || *after == before) return after;
            accounts::lock_posts(transaction, before.unit);
            const auto post = accounts::load_post(transaction, before.post);
            if (!post) return post.error();
            auto held = *post;
            held.until_on.reset();
            ++held.version;
            const auto others = accounts::list_posts_in(transaction, before.unit);
            if (auto fits = accounts::check_post(held, others, needs.clock.today()); !fits)
                return fits.error();
            const auto step = step_of(needs, transaction, actor);
            if (auto saved = accounts::save(step, "resume_post", *post, held); !saved)
                return saved.error();
            note(needs, transaction, actor, "take_back_handover", *after);
            return after;
        });
}

base::Result<HandoverView> sign_handover(const Needs& needs, const base::Actor& actor,
                                         const SeenHandover& seen, const HandoverSigning& signing) {
    return changed(
        needs, actor, seen,
        [&](db::Transaction& transaction, const Handover& before) -> base::Result<Handover> {
            const bool in_person = signs_in_person(transaction, before, signing.part);
            auto after = sign(before, signing, actor, in_person, needs.clock.now());
            if (!after || *after == before) return after;
            const auto digest = base::digest(base::preferred_algorithm(),
                                             text_of(list_items(transaction, before.id)));
            if (!before.list_digest.empty() && before.list_digest != digest)
                return refuse(ErrorKind::conflict, "handover_list_was_changed");
            after->list_digest = digest;
            note(needs, transaction, actor, "sign_handover", *after,
                 {{"part", std::string(name_of(signing.part))},
                  {"on_paper", signing.on_paper ? "1" : "0"},
                  {"list_digest", digest}});
            if (auto passed = pass_on(needs, transaction, actor, *after); !passed)
                return passed.error();
            return after;
        });
}

}  // namespace ledger
