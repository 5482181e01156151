#include "life_meetings/paper_actions.hpp"

#include "office/libreoffice.hpp"

namespace life_meetings {
namespace {

using documents::bytes_of;
using documents::Document;
using documents::FileForm;
using documents::note_taken_out;

base::Result<Document> made(db::Transaction& transaction, const base::Actor& actor,
                            const AskedPaper& asked, const PaperMaker& make) {
    const auto opened = open_meeting(transaction, actor, asked.meeting);
    if (!opened) return opened.error();
    // A document names people; to whom they are not told, none is made.
    if (!actor.may(base::Act::read_names))
        return base::refuse(base::ErrorKind::forbidden, "names_are_masked");
    auto document = make(transaction, *opened, asked.which);
    if (document) document->programme = opened->meeting.programme;
    return document;
}

}  // namespace

base::Result<Document> view_paper(const documents::Needs& needs, const base::Actor& actor,
                                  const AskedPaper& asked, const PaperMaker& make) {
    return needs.ledger.database.read(
        [&](db::Transaction& transaction) { return made(transaction, actor, asked, make); });
}

base::Result<documents::DocumentFile> take_out_paper(const documents::Needs& needs,
                                                     const base::Actor& actor,
                                                     const AskedPaper& asked,
                                                     const PaperMaker& make, FileForm form) {
    if (form == FileForm::xlsx)
        return base::refuse(base::ErrorKind::invalid, "document_is_no_table", "form");
    // Nothing is noted as taken out where it cannot be made.
    if (form == FileForm::pdf)
        if (const auto program = office::program_for_pdf(); !program) return program.error();
    const std::string ending(name_of(form));
    const auto paper = needs.ledger.database.write(
        [&](db::Transaction& transaction) -> base::Result<office::Paper> {
            auto document = made(transaction, actor, asked, make);
            if (!document) return document.error();
            std::vector<Document> papers{std::move(*document)};
            // Whoever takes part need not see the ledger whose chain this is noted in.
            auto whole = actor;
            whole.scope = base::unbounded();
            const auto noted = note_taken_out(needs, transaction, whole, papers,
                                              {ending, papers.front().paper.name});
            if (!noted) return noted.error();
            return std::move(papers.front().paper);
        });
    if (!paper) return paper.error();
    auto bytes = bytes_of(needs, *paper, form);
    if (!bytes) return bytes.error();
    return documents::DocumentFile{std::move(*bytes), paper->name + "." + ending};
}

}  // namespace life_meetings
