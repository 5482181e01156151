#include "documents/document_actions.hpp"

#include <algorithm>

#include "accounts/unit_store.hpp"
#include "ledger/restricted_actions.hpp"
#include "office/file_bytes.hpp"
#include "office/libreoffice.hpp"
#include "office/paper_sheet.hpp"
#include "reports/ledger_sheet.hpp"

namespace documents {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::note_restricted_read;
using office::Paper;
using reports::write_book;

std::string unit_name_of(db::Transaction& transaction, const base::Actor& actor) {
    const auto unit = accounts::find_unit(transaction, actor.unit);
    return unit ? unit->name : std::string();
}

/// The mark of the programme the papers are about; of a unit's papers the usual one.
base::Result<ledger::Programme> noted_programme(const Needs& needs, db::Transaction& transaction,
                                                const base::Actor& actor,
                                                const std::vector<Document>& papers,
                                                const journal::ExportNote& note) {
    const auto& programme = papers.front().programme;
    if (!programme) {
        journal::note_export(needs.ledger.journal, transaction, actor, needs.ledger.clock.now(),
                             "export_document", note);
        return ledger::Programme{};
    }
    auto recorder = ledger::Recorder::open(transaction, needs.ledger, actor, *programme);
    if (!recorder) return recorder.error();
    recorder->note("export_document", "programme", programme->text(), journal::facts_of(note));
    recorder->finish();
    return recorder->programme();
}

std::string bytes_of_book(const Needs& needs, const Paper& paper) {
    const auto file = write_book(needs, office::workbook_of(paper));
    auto bytes = office::bytes_of_file(file, base::limits::inflated_bytes_max);
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    return bytes;
}

}  // namespace

std::optional<FileForm> file_form_of(std::string_view name) {
    for (const auto form : {FileForm::docx, FileForm::pdf, FileForm::xlsx})
        if (name_of(form) == name) return form;
    return std::nullopt;
}
std::string_view name_of(FileForm form) {
    switch (form) {
        case FileForm::docx: return "docx";
        case FileForm::pdf: return "pdf";
        case FileForm::xlsx: return "xlsx";
    }
    return {};
}

base::Result<Document> view_document(const Needs& needs, const base::Actor& actor,
                                     const WantedDocument& wanted) {
    auto made = needs.ledger.database.read([&](db::Transaction& transaction) {
        return Maker(needs, transaction, actor).make(wanted);
    });
    if (made)
        for (const auto& row : made->looked_at) note_restricted_read(needs.ledger, actor, row);
    return made;
}

base::Result<void> note_taken_out(const Needs& needs, db::Transaction& transaction,
                                  const base::Actor& actor, std::vector<Document>& papers,
                                  journal::ExportNote note) {
    note.rows = static_cast<std::int64_t>(papers.size());
    for (const auto& made : papers) note.guarded_rows += made.guarded_rows;
    const auto programme = noted_programme(needs, transaction, actor, papers, note);
    if (!programme) return programme.error();
    const auto now = needs.ledger.clock.now();
    const auto head =
        reports::page_head_of(*programme, actor.name, unit_name_of(transaction, actor), now);
    for (auto& made : papers) {
        made.paper.made_at = now;
        made.paper.page_head = head;
    }
    return {};
}

base::Result<std::string> bytes_of(const Needs& needs, const Paper& paper, FileForm form) {
    if (form == FileForm::xlsx) return bytes_of_book(needs, paper);
    auto docx = office::docx_of(paper);
    if (form == FileForm::docx) return docx;
    return office::pdf_of(docx, ".docx");
}

base::Result<DocumentFile> take_out_document(const Needs& needs, const base::Actor& actor,
                                             const WantedDocument& wanted, FileForm form) {
    const std::string ending(name_of(form));
    // Nothing is noted as taken out where it cannot be made.
    if (form == FileForm::pdf)
        if (const auto program = office::program_for_pdf(); !program) return program.error();
    if (form == FileForm::xlsx && !is_table(wanted.kind))
        return refuse(ErrorKind::invalid, "document_is_no_table", "form");
    const auto paper =
        needs.ledger.database.write([&](db::Transaction& transaction) -> base::Result<Paper> {
            auto made = Maker(needs, transaction, actor).make(wanted);
            if (!made) return made.error();
            std::vector<Document> papers{std::move(*made)};
            const auto noted = note_taken_out(needs, transaction, actor, papers,
                                              {ending, std::string(words_of(wanted.kind))});
            if (!noted) return noted.error();
            return std::move(papers.front().paper);
        });
    if (!paper) return paper.error();
    auto bytes = bytes_of(needs, *paper, form);
    if (!bytes) return bytes.error();
    return DocumentFile{std::move(*bytes), paper->name + "." + ending};
}

}  // namespace documents
