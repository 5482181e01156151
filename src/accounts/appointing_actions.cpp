#include "accounts/appointing_actions.hpp"

#include "accounts/name.hpp"
#include "accounts/person_store.hpp"
#include "accounts/post_store.hpp"
#include "accounts/unit_store.hpp"
#include "accounts/unit_tree_store.hpp"
#include "journal/payload.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

std::string text_of(const std::optional<base::Date>& day) {
    return day ? base::to_text(*day) : std::string();
}

std::vector<journal::FieldChange> changes_between(const Post& before, const Post& after) {
    std::vector<journal::FieldChange> changes;
    const auto add = [&](std::string_view field, std::string old, std::string now) {
        if (old != now) changes.push_back({std::string(field), std::move(old), std::move(now)});
    };
    add("title", before.title, after.title);
    add("head", before.head ? "1" : "0", after.head ? "1" : "0");
    add("from_on", text_of(before.from_on), text_of(after.from_on));
    add("until_on", text_of(before.until_on), text_of(after.until_on));
    return changes;
}

void note(const Appointing& step, std::string_view act, const Post& before, const Post& after) {
    const auto unit = load_unit(step.transaction, after.unit);
    const std::pair<std::string, std::string> facts[]{{"person", after.person_name},
                                                      {"unit", unit ? unit->name : ""}};
    const auto id = after.id.text();
    const auto payload = journal::payload_of(changes_between(before, after), facts);
    step.journal.append(
        step.transaction, step.actor, step.clock.now(),
        {.act = std::string(act), .subject_kind = "post", .subject_id = id, .payload = payload});
}

void renew_titles(db::Transaction& transaction, base::PersonId person) {
    save_titles_held(transaction, person, titles_held(list_posts_of(transaction, person)));
}

bool says_the_same(const Post& stored, const NewPost& wanted) {
    return stored.unit == wanted.unit && stored.title == wanted.terms.title &&
           stored.head == wanted.terms.head && stored.from_on == wanted.terms.from_on &&
           (!wanted.person || stored.person == *wanted.person);
}

/// The one of this name in the unit; written down when nobody is there.
base::Result<base::PersonId> named(const Appointing& step, const NewPost& wanted) {
    if (name_key(wanted.person_name).empty())
        return refuse(ErrorKind::invalid, "person_name_empty", "person_name");
    const auto there = list_persons_named(step.transaction, wanted.person_name, wanted.unit);
    if (there.size() > 1)
        return refuse(ErrorKind::conflict, "person_name_ambiguous", "person_name",
                      {{"value", wanted.person_name}});
    if (!there.empty()) return there.front();
    Person person;
    person.id = base::PersonId::make(step.clock.now(), step.random);
    person.name = wanted.person_name;
    person.unit = wanted.unit;
    insert_person(step.transaction, person);
    return person.id;
}

base::Result<base::PersonId> known(const Appointing& step, const NewPost& wanted) {
    if (!person_exists(step.transaction, *wanted.person))
        return refuse(ErrorKind::not_found, "person_unknown", "person_id");
    move_person_without_account(step.transaction, *wanted.person, wanted.unit);
    return *wanted.person;
}

base::Result<void> check_unit(const Appointing& step, base::UnitId id) {
    const auto seen = load_unit_within(step.transaction, id, step.actor.scope);
    if (!seen) return seen.error();
    const auto unit = load_unit_to_hold(step.transaction, id);
    if (!unit) return unit.error();
    return check_open(*unit, "unit_id");
}

}  // namespace

void lock_posts(db::Transaction& transaction, base::UnitId unit) {
    transaction.lock("posts of " + unit.text());
}

base::Result<Post> appoint(const Appointing& step, const NewPost& wanted) {
    lock_posts(step.transaction, wanted.unit);
    if (auto stored = find_post(step.transaction, wanted.id)) {
        if (says_the_same(*stored, wanted)) return std::move(*stored);
        return refuse(ErrorKind::conflict, "same_id_other_content", "id");
    }
    if (const auto open = check_unit(step, wanted.unit); !open) return open.error();
    const auto person = wanted.person ? known(step, wanted) : named(step, wanted);
    if (!person) return person.error();
    Post post;
    post.id = wanted.id;
    post.person = *person;
    post.unit = wanted.unit;
    post.title = wanted.terms.title;
    post.head = wanted.terms.head;
    post.from_on = wanted.terms.from_on;
    post.until_on = wanted.terms.until_on;
    const auto others = list_posts_in(step.transaction, wanted.unit);
    const auto today = base::date_of(step.clock.now());
    if (const auto fits = check_post(post, others, today); !fits) return fits.error();
    insert_post(step.transaction, post);
    renew_titles(step.transaction, post.person);
    auto appointed = load_post(step.transaction, post.id);
    if (appointed) note(step, "appoint", {}, *appointed);
    return appointed;
}

base::Result<void> save(const Appointing& step, std::string_view act, const Post& before,
                        const Post& after) {
    if (auto saved = save_post(step.transaction, after); !saved) return saved;
    renew_titles(step.transaction, after.person);
    note(step, act, before, after);
    return {};
}

std::int64_t carry_posts_over(const Appointing& step, const Unit& from, const Unit& into) {
    std::int64_t carried = 0;
    const auto today = base::date_of(step.clock.now());
    for (const auto& post : list_posts_in(step.transaction, from.id)) {
        if (!post.is_held()) continue;
        Post ended = post;
        ended.until_on = today;
        ++ended.version;
        if (!save(step, "end_post", post, ended)) continue;  // Nobody else holds the unit.
        Post next = post;
        next.id = PostId::make(step.clock.now(), step.random);
        next.unit = into.id;
        next.head = false;
        next.from_on = today;
        next.version = 1;
        insert_post(step.transaction, next);
        renew_titles(step.transaction, next.person);
        note(step, "appoint", {}, next);
        ++carried;
    }
    return carried;
}

}  // namespace accounts
