#include "proofreading/dictionary_actions.hpp"

#include <algorithm>

#include "journal/payload.hpp"
#include "proofreading/dictionary_store.hpp"

namespace proofreading {
namespace {

using base::ErrorKind;
using base::refuse;

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& one : words) text += (text.empty() ? "" : "、") + one;
    return text;
}

void note(const ledger::Needs& needs, db::Transaction& transaction, const base::Actor& actor,
          const std::optional<Entry>& before, const Entry& after) {
    std::vector<journal::FieldChange> changes;
    const auto changed = [&](std::string_view field, const std::string& old_value,
                             const std::string& new_value) {
        if (old_value != new_value) changes.push_back({std::string(field), old_value, new_value});
    };
    const auto old = before ? before->wording : Wording{};
    const auto& now = after.wording;
    changed("wrong", old.wrong, now.wrong);
    changed("right", old.right, now.right);
    changed("reason", old.reason, now.reason);
    changed("unless", joined(old.unless), joined(now.unless));
    changed("severity", before ? std::string(name_of(old.severity)) : "",
            std::string(name_of(now.severity)));
    changed("in_force", before ? std::to_string(old.in_force) : "", std::to_string(now.in_force));
    const auto payload = journal::payload_of(changes);
    needs.journal.append(transaction, actor, needs.clock.now(),
                         {.act = before ? "change_wording" : "add_wording",
                          .subject_kind = "wording",
                          .subject_id = after.id,
                          .payload = payload});
}

/// Another entry in force that looks for the same words would never be met.
std::optional<base::Error> why_not_beside(const Dictionary& all, const Entry& wanted) {
    if (!wanted.wording.in_force) return std::nullopt;
    const auto twin = std::find_if(all.begin(), all.end(), [&](const Entry& one) {
        return one.id != wanted.id && one.wording.in_force &&
               one.wording.wrong == wanted.wording.wrong;
    });
    if (twin == all.end()) return std::nullopt;
    return refuse(ErrorKind::conflict, "wording_is_there_already", "wrong",
                  {{"value", wanted.wording.wrong}});
}

/// The entry as it is now, changed here or as the program brings it along.
std::optional<Entry> find_entry(db::Transaction& transaction, std::string_view id) {
    if (auto changed = find_changed(transaction, id)) return changed;
    const auto* standard = find_standard(id);
    return standard == nullptr ? std::nullopt : std::optional(*standard);
}

base::Result<Entry> save(const ledger::Needs& needs, db::Transaction& transaction,
                         const base::Actor& actor, const std::optional<Entry>& before,
                         Entry after) {
    if (const auto no = why_not_keep(actor)) return *no;
    if (const auto fine = check(after.wording); !fine) return fine.error();
    const auto all = in_place(list_changed(transaction));
    if (const auto no = why_not_beside(all, after)) return *no;
    if (!before && all.size() >= entries_max)
        return refuse(ErrorKind::illegal_transition, "dictionary_is_full", {},
                      {{"accepted", std::to_string(entries_max)}});
    after.version = before ? before->version + 1 : 1;
    after.by = actor.name;
    after.at = needs.clock.now();
    if (const auto saved = insert_version(transaction, after); !saved) return saved.error();
    note(needs, transaction, actor, before, after);
    return after;
}

}  // namespace

DictionaryView view_dictionary(const ledger::Needs& needs, const base::Actor& actor) {
    return needs.database.read([&](db::Transaction& transaction) {
        return DictionaryView{in_place(list_changed(transaction)), !why_not_keep(actor)};
    });
}

base::Result<Dictionary> view_versions(const ledger::Needs& needs, std::string_view id) {
    auto all = needs.database.read(
        [&](db::Transaction& transaction) { return list_versions(transaction, id); });
    if (const auto* standard = find_standard(id)) all.push_back(*standard);
    if (all.empty()) return refuse(ErrorKind::not_found, "wording_unknown");
    return all;
}

base::Result<Entry> add_entry(const ledger::Needs& needs, const base::Actor& actor,
                              const Entry& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Entry> {
        if (auto there = find_changed(transaction, wanted.id)) {
            if (there->wording == wanted.wording) return std::move(*there);
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        return save(needs, transaction, actor, std::nullopt, wanted);
    });
}

base::Result<Entry> change_entry(const ledger::Needs& needs, const base::Actor& actor,
                                 const Entry& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Entry> {
        const auto before = find_entry(transaction, wanted.id);
        if (!before) return refuse(ErrorKind::not_found, "wording_unknown");
        if (const auto fresh = ledger::check_version(before->version, wanted.version); !fresh)
            return fresh.error();
        auto after = wanted;
        after.wording.group = before->wording.group;
        return save(needs, transaction, actor, before, std::move(after));
    });
}

}  // namespace proofreading
