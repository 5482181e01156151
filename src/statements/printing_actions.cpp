#include "statements/printing_actions.hpp"

#include <algorithm>

#include "statements/statement_paper.hpp"

namespace statements {
namespace {

using base::ErrorKind;
using base::refuse;
using life_meetings::note_content_read;

Document document_of(office::Paper paper) {
    Document document;
    document.paper = std::move(paper);
    document.guarded_rows = 1;
    return document;
}

base::Result<StatementView> view_of(db::Transaction& transaction, const Opened& opened,
                                    std::string_view which) {
    const auto id = ParticipantId::parse(which);
    if (id || which == "team")
        if (const auto found = find_statement_of(transaction, opened.meeting.id, id))
            return load_view(transaction, opened, found->id);
    return refuse(ErrorKind::not_found, "statement_unknown");
}

base::Result<StatementView> readable(db::Transaction& transaction, const Opened& opened,
                                     std::string_view which) {
    auto view = view_of(transaction, opened, which);
    if (view && view->sections.empty())
        return refuse(ErrorKind::forbidden, "statement_is_not_readable");
    return view;
}

}  // namespace

base::Result<Document> make_statement(db::Transaction& transaction, const Opened& opened,
                                      std::string_view which) {
    const auto view = readable(transaction, opened, which);
    if (!view) return view.error();
    return document_of(statement_paper(opened.meeting, {view->statement, view->sections}));
}

base::Result<Document> make_reviews(db::Transaction& transaction, const Opened& opened,
                                    std::string_view which) {
    const auto view = readable(transaction, opened, which);
    if (!view) return view.error();
    const auto& who = view->relation;
    if (!who.author && !who.reviewer && !who.principal)
        return refuse(ErrorKind::forbidden, "statement_is_not_yours_to_check");
    return document_of(review_paper(opened.meeting, {view->statement, view->sections},
                                    view->remarks, view->steps));
}

base::Result<Document> make_compilation(db::Transaction& transaction, const Opened& opened,
                                        std::string_view) {
    std::vector<PrintedStatement> all;
    const auto asked = load_asked(transaction, opened.meeting.id);
    for (const auto& one : list_statements(transaction, opened.meeting.id)) {
        const auto sight =
            sight_of(one, opened.meeting, relation_to(one, opened.meeting, opened.standing, asked));
        if (one.approved_at && sight >= Sight::approved)
            all.push_back({one, list_sections(transaction, one.id, Sight::approved)});
    }
    if (all.empty()) return refuse(ErrorKind::illegal_transition, "nothing_is_approved");
    return document_of(compilation_paper(opened.meeting, all));
}

base::Result<Document> make_criticisms(db::Transaction& transaction, const Opened& opened,
                                       std::string_view) {
    if (!opened.standing.in_team()) return refuse(ErrorKind::forbidden, "only_the_team_criticises");
    const auto author = *opened.standing.own;
    return document_of(
        criticism_paper(opened.meeting, *life_meetings::find_participant(opened.meeting, author),
                        list_prepared(transaction, {opened.meeting.id, author, std::nullopt})));
}

void note_printed(const Needs& needs, const base::Actor& actor, LifeMeetingId meeting,
                  std::string_view which) {
    const auto view = life_meetings::read_meeting<StatementView>(
        needs, actor, meeting, [&](db::Transaction& transaction, const Opened& opened) {
            return view_of(transaction, opened, which);
        });
    if (view && !view->relation.author && !view->sections.empty())
        note_content_read(needs, actor, view->opened.meeting, "对照检查材料",
                          owner_of(view->statement, view->opened.meeting));
}

}  // namespace statements
