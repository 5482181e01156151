#include "dossier/catalogue_actions.hpp"

#include "dossier/catalogue_paper.hpp"
#include "office/libreoffice.hpp"

namespace dossier {
namespace {

using base::ErrorKind;
using base::refuse;
using chronology::sees_as_a_whole;

constexpr std::int64_t page_rows = 200;

/// All pieces that wait, page by page.
std::vector<Piece> pieces_of(db::Transaction& transaction, const std::vector<Line>& lines,
                             ProgrammeId programme, const base::Actor& actor) {
    std::vector<Piece> pieces;
    for (ledger::Page page{1, page_rows};; ++page.page) {
        auto found =
            list_waiting_pieces(transaction, lines, {programme, actor.scope.withheld(), page});
        for (auto& piece : found.rows) pieces.push_back(std::move(piece));
        if (page.page * page_rows >= found.total) return pieces;
    }
}

base::Result<documents::Document> made(const Needs& needs, db::Transaction& transaction,
                                       const base::Actor& actor, ProgrammeId id) {
    const auto programme = ledger::load_programme(transaction, id, actor.scope);
    if (!programme) return programme.error();
    if (auto no = why_not_see(actor, sees_as_a_whole(transaction, actor, *programme))) return *no;
    const auto lines = load_lines(transaction, id, actor.scope);
    return documents::Document{
        id, catalogue_paper({programme->title, programme->inspected_unit_name, actor.scope, lines,
                             pieces_of(transaction, lines, id, actor),
                             needs.evidence.ledger.clock.today()})};
}

}  // namespace

base::Result<documents::DocumentFile> take_out_catalogue(const Needs& needs,
                                                         const base::Actor& actor,
                                                         ProgrammeId programme,
                                                         documents::FileForm form) {
    if (!actor.may(base::Act::read_names)) return refuse(ErrorKind::forbidden, "names_are_masked");
    if (form == documents::FileForm::pdf)
        if (const auto program = office::program_for_pdf(); !program) return program.error();
    const documents::Needs making{{needs.evidence.ledger, needs.temporary}};
    const std::string ending(documents::name_of(form));
    const auto paper = needs.evidence.ledger.database.write(
        [&](db::Transaction& transaction) -> base::Result<office::Paper> {
            auto document = made(needs, transaction, actor, programme);
            if (!document) return document.error();
            std::vector<documents::Document> papers{std::move(*document)};
            const auto noted =
                documents::note_taken_out(making, transaction, actor, papers, {ending, "归档目录"});
            if (!noted) return noted.error();
            return std::move(papers.front().paper);
        });
    if (!paper) return paper.error();
    auto bytes = documents::bytes_of(making, *paper, form);
    if (!bytes) return bytes.error();
    return documents::DocumentFile{std::move(*bytes), paper->name + "." + ending};
}

}  // namespace dossier
