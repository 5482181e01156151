#include "talks/talk_paper_actions.hpp"

#include "office/libreoffice.hpp"
#include "talks/talk_paper.hpp"

namespace talks {
namespace {

using base::ErrorKind;
using base::refuse;
using documents::bytes_of;
using documents::Document;
using documents::FileForm;
using documents::note_taken_out;

base::Result<Document> of_meeting(db::Transaction& transaction, const base::Actor& actor,
                                  const WantedTalkPaper& wanted, base::Date today) {
    const auto talking = open_talking(transaction, actor, LifeMeetingId{wanted.subject});
    if (!talking) return talking.error();
    const auto& meeting = talking->meeting;
    if (wanted.which == TalkPaper::blank)
        return Document{meeting.programme, blank_record_paper(meeting.terms.title)};
    const auto talks = list_talks(transaction, meeting.id);
    const auto own = talking->sees_all() ? std::nullopt : std::optional(talking->own);
    const auto matrix = matrix_of({meeting, talking->plan, talks, own, today});
    return Document{meeting.programme, matrix_paper({matrix, meeting.terms.title, today})};
}

base::Result<Document> made(db::Transaction& transaction, const base::Actor& actor,
                            const WantedTalkPaper& wanted, base::Date today) {
    if (wanted.which != TalkPaper::record) return of_meeting(transaction, actor, wanted, today);
    const auto opened = open_talk(transaction, actor, TalkId{wanted.subject});
    if (!opened) return opened.error();
    if (!opened->standing.own) return refuse(ErrorKind::forbidden, "talk_is_not_yours");
    return Document{opened->talk.programme, record_paper(show_talk(transaction, *opened)), 1};
}

}  // namespace

base::Result<Document> view_talk_paper(const documents::Needs& needs, const base::Actor& actor,
                                       const WantedTalkPaper& wanted) {
    if (wanted.which == TalkPaper::record) {
        const auto read =
            needs.ledger.database.read([&](db::Transaction& transaction) -> base::Result<TalkView> {
                const auto opened = open_talk(transaction, actor, TalkId{wanted.subject});
                if (!opened) return opened.error();
                return show_talk(transaction, *opened);
            });
        if (auto view = noted(needs.ledger, actor, read); !view) return view.error();
    }
    return needs.ledger.database.read([&](db::Transaction& transaction) {
        return made(transaction, actor, wanted, needs.ledger.clock.today());
    });
}

base::Result<documents::DocumentFile> take_out_talk_paper(const documents::Needs& needs,
                                                          const base::Actor& actor,
                                                          const WantedTalkPaper& wanted,
                                                          FileForm form) {
    if (form == FileForm::xlsx && wanted.which != TalkPaper::matrix)
        return refuse(ErrorKind::invalid, "document_is_no_table", "form");
    // Nothing is noted as taken out where it cannot be made.
    if (form == FileForm::pdf)
        if (const auto program = office::program_for_pdf(); !program) return program.error();
    const std::string ending(name_of(form));
    const auto paper = needs.ledger.database.write(
        [&](db::Transaction& transaction) -> base::Result<office::Paper> {
            auto document = made(transaction, actor, wanted, needs.ledger.clock.today());
            if (!document) return document.error();
            std::vector<Document> papers{std::move(*document)};
            // Whoever talks need not see the ledger whose chain this is noted in.
            auto whole = actor;
            whole.scope = base::unbounded();
            const auto noted_so = note_taken_out(needs, transaction, whole, papers,
                                                 {ending, papers.front().paper.name});
            if (!noted_so) return noted_so.error();
            return std::move(papers.front().paper);
        });
    if (!paper) return paper.error();
    auto bytes = bytes_of(needs, *paper, form);
    if (!bytes) return bytes.error();
    return documents::DocumentFile{std::move(*bytes), paper->name + "." + ending};
}

}  // namespace talks
