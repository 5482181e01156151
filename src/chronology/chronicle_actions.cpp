#include "chronology/chronicle_actions.hpp"

#include <algorithm>

#include "accounts/unit_store.hpp"
#include "chronology/chronicle_sheet.hpp"
#include "journal/export_note.hpp"
#include "ledger/restricted_actions.hpp"

namespace chronology {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::note_restricted_read;
using ledger::Recorder;

base::Error unknown() {
    return refuse(ErrorKind::not_found, "chronicle_entry_unknown");
}

/// Looking at a page of it is looking at calls to account, where the reader is cleared for them.
void note_look(const Needs& needs, const base::Actor& actor, const HappeningPage& page,
               ProgrammeId programme) {
    const bool restricted =
        std::any_of(page.rows.begin(), page.rows.end(),
                    [](const Happening& one) { return one.kind == Kind::accountability; });
    if (restricted)
        note_restricted_read(needs.ledger, actor,
                             {"accountability", programme.text(), programme,
                              base::Guards{base::Guard::accountability}});
}

EntryView view_of(db::Transaction& transaction, const Entry& entry, bool may_write) {
    return {entry, list_versions(transaction, entry.id), may_write};
}

EntryVersion version_of(const Entry& entry, const Recorder& recorder,
                        std::string_view reason = {}) {
    return {entry.version, recorder.now(), recorder.actor().name, entry.note, std::string(reason)};
}

void note(Recorder& recorder, std::string_view act, const Entry& entry,
          std::string_view reason = {}) {
    std::vector<std::pair<std::string, std::string>> facts{{"day", base::to_text(entry.note.day)},
                                                           {"person", entry.note.person},
                                                           {"text", entry.note.text},
                                                           {"reason", std::string(reason)}};
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    recorder.note(act, "chronicle_entry", entry.id.text(), facts);
}

/// The entry as it stands, its programme open for writing, changed by `act` and noted.
template <class Do>
base::Result<EntryView> change(const Needs& needs, const base::Actor& actor, const SeenEntry& seen,
                               Do act) {
    return needs.ledger.database.write(
        [&](db::Transaction& transaction) -> base::Result<EntryView> {
            const auto found = find_entry(transaction, seen.id);
            if (!found) return unknown();
            auto recorder = Recorder::open(transaction, needs.ledger, actor, found->programme);
            if (!recorder) return unknown();
            const bool whole = sees_as_a_whole(transaction, actor, recorder->programme());
            if (!whole) return unknown();
            if (const auto no = why_not_write(actor, whole)) return *no;
            const auto before = find_entry(transaction, seen.id);
            if (auto fresh = ledger::check_version(before->version, seen.version); !fresh)
                return fresh.error();
            const auto after = act(*recorder, *before);
            if (!after) return after.error();
            recorder->finish();
            return view_of(transaction, *after, true);
        });
}

}  // namespace

bool sees_as_a_whole(db::Transaction& transaction, const base::Actor& actor,
                     const ledger::Programme& programme) {
    const auto path = accounts::load_unit_path(transaction, programme.inspected_unit);
    return path && actor.scope.covers(*path, programme.id);
}

base::Result<Chronicle> view_chronicle(const Needs& needs, const base::Actor& actor,
                                       const HappeningFilter& filter) {
    const auto view = needs.ledger.database.read([&](db::Transaction& transaction)
                                                     -> base::Result<Chronicle> {
        const auto programme = ledger::load_programme(transaction, filter.programme, actor.scope);
        if (!programme) return programme.error();
        const bool whole = sees_as_a_whole(transaction, actor, *programme);
        const Eyes eyes{actor.scope, whole, programme->feedback_on, actor.may(base::Act::review)};
        return Chronicle{list_happenings(transaction, filter, eyes), !why_not_write(actor, whole)};
    });
    if (view) note_look(needs, actor, view->page, filter.programme);
    return view;
}

office::Sheet whole_chronicle(db::Transaction& transaction, const ledger::Programme& programme,
                              const Eyes& eyes, HappeningFilter filter) {
    filter.programme = programme.id;
    filter.page = {1, chronicle_rows_max};
    auto rows = list_happenings(transaction, filter, eyes).rows;
    std::reverse(rows.begin(), rows.end());
    return chronicle_sheet(rows, programme.title);
}

base::Result<ChronicleBook> export_chronicle(const Needs& needs, const base::Actor& actor,
                                             const HappeningFilter& filter) {
    const auto now = needs.ledger.clock.now();
    const auto made = needs.ledger.database.write(
        [&](db::Transaction& transaction) -> base::Result<std::pair<office::Sheet, std::string>> {
            auto recorder = Recorder::open(transaction, needs.ledger, actor, filter.programme);
            if (!recorder) return recorder.error();
            const auto& programme = recorder->programme();
            const Eyes eyes{actor.scope, sees_as_a_whole(transaction, actor, programme),
                            programme.feedback_on, actor.may(base::Act::review)};
            auto sheet = whole_chronicle(transaction, programme, eyes, filter);
            journal::ExportNote note{"xlsx", ""};
            note.rows = static_cast<std::int64_t>(sheet.rows.size());
            recorder->note("export_chronicle", "programme", programme.id.text(),
                           journal::facts_of(note));
            recorder->finish();
            return std::pair(std::move(sheet), programme.title);
        });
    if (!made) return made.error();
    std::filesystem::create_directories(needs.temporary);
    auto file =
        needs.temporary / (base::to_text(base::make_uuid(now, needs.ledger.random)) + ".xlsx");
    office::write_workbook(file, {{made->first}, now});
    return ChronicleBook{file,
                         made->second + "大事记（" + base::to_text(base::date_of(now)) + "）.xlsx"};
}

base::Result<EntryView> view_entry(const Needs& needs, const base::Actor& actor, EntryId id) {
    return needs.ledger.database.read([&](db::Transaction& transaction) -> base::Result<EntryView> {
        const auto entry = find_entry(transaction, id);
        if (!entry) return unknown();
        const auto programme = ledger::load_programme(transaction, entry->programme, actor.scope);
        if (!programme || !sees_as_a_whole(transaction, actor, *programme)) return unknown();
        return view_of(transaction, *entry, !why_not_write(actor, true));
    });
}

base::Result<EntryView> write_entry(const Needs& needs, const base::Actor& actor,
                                    const Entry& wanted) {
    return needs.ledger.database.write(
        [&](db::Transaction& transaction) -> base::Result<EntryView> {
            auto recorder = Recorder::open(transaction, needs.ledger, actor, wanted.programme);
            if (!recorder) return recorder.error();
            const bool whole = sees_as_a_whole(transaction, actor, recorder->programme());
            if (const auto no = why_not_write(actor, whole)) return *no;
            if (const auto stored = find_entry(transaction, wanted.id)) {
                if (stored->programme == wanted.programme && stored->note == wanted.note)
                    return view_of(transaction, *stored, true);
                return refuse(ErrorKind::conflict, "same_id_other_content", "id");
            }
            if (const auto fine = check(wanted.note, recorder->today()); !fine) return fine.error();
            insert_entry(transaction, wanted, version_of(wanted, *recorder));
            note(*recorder, "write_chronicle", wanted);
            recorder->finish();
            return view_of(transaction, wanted, true);
        });
}

base::Result<EntryView> edit_entry(const Needs& needs, const base::Actor& actor,
                                   const SeenEntry& seen, const Note& wanted) {
    return change(
        needs, actor, seen, [&](Recorder& recorder, const Entry& before) -> base::Result<Entry> {
            const auto after = edit(before, wanted, recorder.today());
            if (!after) return after;
            if (auto saved =
                    save_entry(recorder.transaction(), *after, version_of(*after, recorder));
                !saved)
                return saved.error();
            note(recorder, "edit_chronicle", *after);
            return after;
        });
}

base::Result<EntryView> remove_entry(const Needs& needs, const base::Actor& actor,
                                     const SeenEntry& seen, std::string_view reason) {
    return change(needs, actor, seen,
                  [&](Recorder& recorder, const Entry& before) -> base::Result<Entry> {
                      const auto after = remove(before, reason);
                      if (!after) return after;
                      if (auto saved = save_entry(recorder.transaction(), *after,
                                                  version_of(*after, recorder, reason));
                          !saved)
                          return saved.error();
                      note(recorder, "remove_chronicle", *after, reason);
                      return after;
                  });
}

}  // namespace chronology
