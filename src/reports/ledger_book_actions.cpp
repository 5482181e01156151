#include "reports/ledger_book_actions.hpp"

#include <algorithm>

#include "accounts/unit_store.hpp"
#include "journal/export_note.hpp"
#include "journal/journal_store.hpp"
#include "office/workbook.hpp"
#include "reports/ledger_sheet.hpp"

namespace reports {
namespace {

/// What the entry of the export says: measures that are behind a guard are counted apart.
journal::ExportNote note_of(const SheetSource& source, std::string filter) {
    journal::ExportNote note{"xlsx", std::move(filter)};
    note.rows = static_cast<std::int64_t>(source.measures.size());
    note.guarded_rows = std::count_if(source.measures.begin(), source.measures.end(),
                                      [](const auto& row) { return !row.measure.guards.empty(); });
    return note;
}

/// `head` is the entry of this very export, so that the paper names where it stands.
office::Workbook workbook_of(const ledger::Programme& programme, const SheetSource& source,
                             base::Instant now, const journal::Head& head) {
    office::Sheet sheet;
    sheet.name = "整改台账";
    sheet.title = programme.title + "工作台账";
    sheet.note = "被巡察党组织：" + programme.inspected_unit_name + "　　问题" +
                 std::to_string(source.problems.size()) + "个，措施" +
                 std::to_string(source.measures.size()) + "条　　截至" + base::to_local_text(now) +
                 "　　" + short_words_of(head);
    sheet.columns = sheet_columns();
    sheet.rows = rows_of(source, base::date_of(now));
    return {{std::move(sheet), journal_sheet(head, programme.title)}, now};
}

}  // namespace

std::filesystem::path temporary_file(const Needs& needs, std::string_view ending) {
    std::filesystem::create_directories(needs.temporary);
    const auto id = base::make_uuid(needs.ledger.clock.now(), needs.ledger.random);
    return needs.temporary / (base::to_text(id) + std::string(ending));
}

std::filesystem::path write_book(const Needs& needs, const office::Workbook& book) {
    auto file = temporary_file(needs, ".xlsx");
    office::write_workbook(file, book);
    return file;
}

base::Result<LedgerBook> export_ledger(const Needs& needs, const base::Actor& actor,
                                       ledger::ProgrammeId id, const ledger::LedgerQuery& query) {
    const auto now = needs.ledger.clock.now();
    const ledger::Viewpoint viewpoint{base::date_of(now), actor.scope};
    const auto book =
        needs.ledger.database.write([&](db::Transaction& transaction)
                                        -> base::Result<std::pair<office::Workbook, std::string>> {
            auto recorder = ledger::Recorder::open(transaction, needs.ledger, actor, id);
            if (!recorder) return recorder.error();
            auto filter = query.filter;
            filter.programme = id;
            filter.asked_by = ledger::asker_of(actor);
            std::string unit_name;
            if (query.unit) {
                const auto unit = accounts::load_unit(transaction, *query.unit);
                if (!unit) return unit.error();
                filter.unit_path = unit->path;
                unit_name = unit->name;
            }
            const auto source = load_source(transaction, filter, viewpoint);
            recorder->note("export_ledger", "programme", id.text(),
                           journal::facts_of(note_of(source, filter_in_words(filter, unit_name))));
            recorder->finish();
            const auto head = journal::load_head(transaction, id.text());
            const auto& programme = recorder->programme();
            const auto unit = accounts::find_unit(transaction, actor.unit);
            auto made = workbook_of(programme, source, now, head);
            made.sheets.front().page_head =
                page_head_of(programme, actor.name, unit ? unit->name : "", now);
            return std::pair(std::move(made), programme.title);
        });
    if (!book) return book.error();
    return LedgerBook{write_book(needs, book->first),
                      book->second + "工作台账（" + base::to_text(base::date_of(now)) + "）.xlsx"};
}

}  // namespace reports
