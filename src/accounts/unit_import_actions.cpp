#include "accounts/unit_import_actions.hpp"

#include "accounts/person_store.hpp"
#include "accounts/post_store.hpp"
#include "accounts/unit_sheet.hpp"
#include "accounts/unit_store.hpp"
#include "accounts/unit_tree_store.hpp"
#include "journal/payload.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

base::Result<UnitSheets> read_sheets(const std::filesystem::path& file) {
    const auto document = office::read_filled_workbook(file);
    if (!document) return document.error();
    return read_unit_sheets(*document);
}

UnitImport plan(db::Transaction& transaction, const UnitSheets& sheets, base::Date today,
                const base::Actor& actor) {
    UnitsThere there;
    there.today = today;
    there.heads = list_heads(transaction);
    there.units = list_units(transaction, {.q = "", .scope = actor.scope});
    there.persons = list_persons(transaction, {.q = "", .scope = actor.scope});
    there.whole_tree = actor.scope.every_row();
    return plan_unit_import(sheets, there);
}

UnitImportReport report_of(const UnitImport& import) {
    return {static_cast<std::int64_t>(import.units.size()),
            static_cast<std::int64_t>(import.persons.size()),
            static_cast<std::int64_t>(import.bad_units.size() + import.bad_persons.size()),
            import.faults, import.notes};
}

using Facts = std::vector<std::pair<std::string, std::string>>;

/// One import as it is written, with an entry for everything that is new.
class Writing {
  public:
    Writing(const UnitImportNeeds& needs, db::Transaction& transaction)
        : needs_(needs.accounts), transaction_(transaction), now_(needs_.clock.now()) {}

    base::Result<void> write(const UnitImport& import) {
        for (const auto& planned : import.units)
            if (auto opened = open(planned); !opened) return opened;
        for (const auto& planned : import.persons) register_person(planned);
        return {};
    }
    void append_entries(const base::Actor& actor) {
        std::vector<journal::Draft> drafts;
        for (const auto& one : noted_)
            drafts.push_back({.act = one.act,
                              .subject_kind = one.kind,
                              .subject_id = one.id,
                              .payload = one.payload});
        needs_.journal.append_all(transaction_, actor, now_, drafts);
    }

  private:
    struct Noted {
        std::string act, kind, id, payload;
    };

    base::Result<void> open(const PlannedUnit& planned) {
        Unit wanted = planned.wanted;
        wanted.id = base::UnitId::make(now_, needs_.random);
        std::optional<Unit> parent;
        if (planned.new_parent) {
            parent = opened_[*planned.new_parent];
            wanted.parent = parent->id;
        } else if (wanted.parent) {
            auto loaded = load_unit_to_hold(transaction_, *wanted.parent);
            if (!loaded) return loaded.error();
            parent = std::move(*loaded);
        }
        auto unit = place(wanted, parent, take_unit_number(transaction_));
        if (!unit) return unit.error();
        insert_unit(transaction_, *unit);
        note("open_unit", "unit", unit->id.text(), {{"name", unit->name}, {"path", unit->path}});
        opened_.push_back(std::move(*unit));
        return {};
    }
    void register_person(const PlannedPerson& planned) {
        Person person = planned.wanted;
        person.id = base::PersonId::make(now_, needs_.random);
        if (planned.new_unit) person.unit = opened_[*planned.new_unit].id;
        insert_person(transaction_, person);
        note("register_person", "person", person.id.text(),
             {{"name", person.name}, {"unit", person.unit->text()}, {"post", person.post}});
        if (planned.post.title.empty()) return;
        Post post;
        post.id = PostId::make(now_, needs_.random);
        post.person = person.id;
        post.unit = *person.unit;
        post.title = planned.post.title;
        post.head = planned.post.head;
        post.from_on = planned.post.from_on;
        insert_post(transaction_, post);
    }
    void note(std::string act, std::string kind, std::string id, Facts facts) {
        facts.emplace_back("from", "workbook");
        noted_.push_back(
            {std::move(act), std::move(kind), std::move(id), journal::payload_of({}, facts)});
    }

    const Needs& needs_;
    db::Transaction& transaction_;
    base::Instant now_;
    std::vector<Unit> opened_;
    std::vector<Noted> noted_;
};

std::filesystem::path new_file(const UnitImportNeeds& needs) {
    std::filesystem::create_directories(needs.temporary);
    const auto id = base::make_uuid(needs.accounts.clock.now(), needs.accounts.random);
    return needs.temporary / (base::to_text(id) + ".xlsx");
}

}  // namespace

std::filesystem::path write_unit_template(const UnitImportNeeds& needs) {
    const auto file = new_file(needs);
    office::write_workbook(file, unit_template(needs.accounts.clock.now()));
    return file;
}

base::Result<UnitImportReport> check_unit_workbook(const UnitImportNeeds& needs,
                                                   const std::filesystem::path& file,
                                                   const base::Actor& actor) {
    const auto sheets = read_sheets(file);
    if (!sheets) return sheets.error();
    return needs.accounts.database.read([&](db::Transaction& transaction) {
        return report_of(plan(transaction, *sheets, needs.accounts.clock.today(), actor));
    });
}

base::Result<UnitImportReport> import_unit_workbook(const UnitImportNeeds& needs,
                                                    const std::filesystem::path& file,
                                                    BadRows bad_rows, const base::Actor& actor) {
    const auto sheets = read_sheets(file);
    if (!sheets) return sheets.error();
    return needs.accounts.database.write(
        [&](db::Transaction& transaction) -> base::Result<UnitImportReport> {
            lock_unit_names(transaction);
            const auto import = plan(transaction, *sheets, needs.accounts.clock.today(), actor);
            if (!import.faults.empty() && bad_rows == BadRows::refuse)
                return refuse(ErrorKind::invalid, "workbook_has_faults", "",
                              {{"count", std::to_string(import.faults.size())}});
            Writing writing(needs, transaction);
            if (const auto written = writing.write(import); !written) return written.error();
            writing.append_entries(actor);
            return report_of(import);
        });
}

base::Result<std::filesystem::path> return_bad_rows(const UnitImportNeeds& needs,
                                                    const std::filesystem::path& file,
                                                    const base::Actor& actor) {
    const auto sheets = read_sheets(file);
    if (!sheets) return sheets.error();
    const auto import = needs.accounts.database.read([&](db::Transaction& transaction) {
        return plan(transaction, *sheets, needs.accounts.clock.today(), actor);
    });
    const auto made = new_file(needs);
    office::write_workbook(made, returned_rows(*sheets, import, needs.accounts.clock.now()));
    return made;
}

}  // namespace accounts
