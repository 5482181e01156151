#include "opinions/opinion_import_actions.hpp"

#include "base/digest.hpp"
#include "opinions/opinion_sheet.hpp"

namespace opinions {
namespace {

using base::ErrorKind;
using base::refuse;
using life_meetings::read_meeting;
using life_meetings::with_meeting;
using reports::write_book;

base::Result<FilledOpinions> read_file(const std::filesystem::path& file) {
    const auto document = office::read_filled_workbook(file);
    if (!document) return document.error();
    return read_opinion_sheets(*document);
}

/// The collection of a meeting for whoever enters into it.
base::Result<Collection> collection_to_enter(db::Transaction& transaction, const Opened& opened) {
    if (auto no = why_not(KeeperAct::enter, opened.meeting, opened.standing)) return *no;
    return load_collection(transaction, opened.meeting.id);
}

OpinionImportReport report_of(const OpinionImport& import) {
    OpinionImportReport report{static_cast<std::int64_t>(import.sheets.size()), 0, import.opinions,
                               static_cast<std::int64_t>(import.bad_rows.size()), import.faults};
    for (const auto& sheet : import.sheets)
        if (sheet.lines.empty()) ++report.blank_sheets;
    return report;
}

base::Result<void> enter(Recorder& recorder, const Opened& opened, OpinionImport import,
                         std::string_view digest) {
    auto& transaction = recorder.transaction();
    const auto id = opened.meeting.id;
    if (import.sheets.empty()) return refuse(ErrorKind::invalid, "no_sheets_to_enter");
    if (has_origin(transaction, id, digest))
        return refuse(ErrorKind::conflict, "opinions_entered_before");
    SheetWriter writer(recorder, id);
    for (auto& sheet : import.sheets) {
        sheet.id = SheetId{random_uuid(recorder.random())};
        writer.write(sheet, digest);
    }
    life_meetings::note(recorder, "enter_opinions", opened.meeting,
                        {{"sheets", std::to_string(import.sheets.size())},
                         {"opinions", std::to_string(writer.opinions_written())},
                         {"from", "workbook"}});
    return {};
}

std::string book_name(const LifeMeeting& meeting, std::string_view what) {
    return meeting.terms.title + std::string(what) + ".xlsx";
}

}  // namespace

base::Result<reports::LedgerBook> write_opinion_template(const reports::Needs& needs,
                                                         const base::Actor& actor,
                                                         LifeMeetingId id) {
    return read_meeting<reports::LedgerBook>(
        needs.ledger, actor, id,
        [&](db::Transaction& transaction,
            const Opened& opened) -> base::Result<reports::LedgerBook> {
            const auto collection = collection_to_enter(transaction, opened);
            if (!collection) return collection.error();
            const auto book =
                opinion_template(opened.meeting, *collection, needs.ledger.clock.now());
            return reports::LedgerBook{write_book(needs, book),
                                       book_name(opened.meeting, "征求意见录入模板")};
        });
}

base::Result<OpinionImportReport> check_opinion_workbook(const Needs& needs,
                                                         const base::Actor& actor, LifeMeetingId id,
                                                         const std::filesystem::path& file) {
    const auto filled = read_file(file);
    if (!filled) return filled.error();
    return read_meeting<OpinionImportReport>(
        needs, actor, id,
        [&](db::Transaction& transaction,
            const Opened& opened) -> base::Result<OpinionImportReport> {
            const auto collection = collection_to_enter(transaction, opened);
            if (!collection) return collection.error();
            return report_of(plan_opinion_import(*filled, *collection, opened.meeting));
        });
}

base::Result<OpinionImportReport> import_opinion_workbook(const Needs& needs,
                                                          const base::Actor& actor,
                                                          LifeMeetingId id, BadRows bad_rows,
                                                          const std::filesystem::path& file) {
    const auto filled = read_file(file);
    if (!filled) return filled.error();
    const auto digest = base::digest_of_file(base::preferred_algorithm(), file.string());
    return with_meeting<OpinionImportReport>(
        needs, actor, id,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<OpinionImportReport> {
            const auto collection = collection_to_enter(recorder.transaction(), opened);
            if (!collection) return collection.error();
            const auto import = plan_opinion_import(*filled, *collection, opened.meeting);
            if (!import.faults.empty() && bad_rows == BadRows::refuse)
                return refuse(ErrorKind::invalid, "workbook_has_faults", "",
                              {{"count", std::to_string(import.faults.size())}});
            if (auto done = enter(recorder, opened, import, digest); !done) return done.error();
            return report_of(import);
        });
}

base::Result<reports::LedgerBook> return_bad_opinions(const reports::Needs& needs,
                                                      const base::Actor& actor, LifeMeetingId id,
                                                      const std::filesystem::path& file) {
    const auto filled = read_file(file);
    if (!filled) return filled.error();
    return read_meeting<reports::LedgerBook>(
        needs.ledger, actor, id,
        [&](db::Transaction& transaction,
            const Opened& opened) -> base::Result<reports::LedgerBook> {
            const auto collection = collection_to_enter(transaction, opened);
            if (!collection) return collection.error();
            const auto import = plan_opinion_import(*filled, *collection, opened.meeting);
            auto empty = opinion_template(opened.meeting, *collection, needs.ledger.clock.now());
            const auto book = returned_opinions(*filled, import, std::move(empty));
            return reports::LedgerBook{write_book(needs, book),
                                       book_name(opened.meeting, "征求意见-问题行")};
        });
}

}  // namespace opinions
