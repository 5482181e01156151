#include "documents/document_actions.hpp"

#include <algorithm>

#include "accounts/unit_store.hpp"
#include "documents/list_paper.hpp"
#include "documents/meeting_paper.hpp"
#include "documents/notice_paper.hpp"
#include "documents/plan_document_actions.hpp"
#include "documents/problem_paper.hpp"
#include "documents/report_paper.hpp"
#include "inspections/feedback_store.hpp"
#include "journal/export_note.hpp"
#include "ledger/notice_store.hpp"
#include "ledger/restricted_actions.hpp"
#include "meetings/agenda_store.hpp"
#include "meetings/meeting_store.hpp"
#include "office/libreoffice.hpp"
#include "office/zip_bytes.hpp"
#include "reports/ledger_sheet.hpp"

namespace documents {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::note_restricted_read;
using ledger::ProgrammeId;
using office::Paper;

/// How many of the rows are behind a guard.
template <class Rows, class GuardsOf>
std::int64_t guarded_in(const Rows& rows, GuardsOf guards_of) {
    return std::count_if(rows.begin(), rows.end(),
                         [&](const auto& row) { return !guards_of(row).empty(); });
}

class Maker {
  public:
    Maker(const Needs& needs, db::Transaction& transaction, const base::Actor& actor)
        : needs_(needs),
          transaction_(transaction),
          actor_(actor),
          today_(needs.ledger.clock.today()) {}

    base::Result<Document> make(const WantedDocument& wanted) {
        if (!actor_.may(base::Act::read_names))
            return refuse(ErrorKind::forbidden, "names_are_masked");
        switch (subject_of(wanted.kind)) {
            case Subject::notice: return of_notice(ledger::NoticeId{wanted.subject});
            case Subject::meeting: return of_meeting(wanted);
            case Subject::problem: return of_problem(wanted);
            case Subject::programme: return of_programme(wanted);
            case Subject::plan: return make_plan(needs_, transaction_, actor_, wanted);
            case Subject::sub_plan: return make_sub_plan(needs_, transaction_, actor_, wanted);
        }
        return refuse(ErrorKind::not_found, "document_kind_unknown");
    }

    base::Result<Document> of_notice(ledger::NoticeId id) {
        const auto notice = ledger::find_notice(transaction_, id, actor_);
        if (!notice) return refuse(ErrorKind::not_found, "notice_unknown");
        Document made{notice->programme, paper_of(*notice, today_)};
        if (!ledger::guards_of_rows(transaction_, id).empty()) made.guarded_rows = 1;
        return made;
    }

  private:
    base::Result<Document> of_meeting(const WantedDocument& wanted) {
        const meetings::MeetingId id{wanted.subject};
        const auto meeting = meetings::find_meeting(transaction_, id, actor_);
        if (!meeting) return refuse(ErrorKind::not_found, "meeting_unknown");
        const MeetingSource source{*meeting, meetings::list_items(transaction_, id, actor_.scope)};
        if (wanted.kind == DocumentKind::sign_in_sheet)
            return Document{meeting->programme, sign_in_paper(source)};
        if (wanted.kind == DocumentKind::minutes && !meeting->opened_at)
            return refuse(ErrorKind::illegal_transition, "meeting_has_no_minutes");
        return Document{meeting->programme,
                        wanted.kind == DocumentKind::minutes ? minutes_paper(source)
                                                             : notice_paper(source, today_),
                        guarded_in(source.items, [](const auto& one) { return one.guards; })};
    }

    base::Result<Document> of_problem(const WantedDocument& wanted) {
        const ledger::ProblemId id{wanted.subject};
        const auto row = ledger::find_problem_row(transaction_, id, actor_.scope);
        if (!row) return refuse(ErrorKind::not_found, "problem_not_found");
        if (wanted.kind == DocumentKind::strike_off_slip &&
            row->problem.status != ledger::ProblemStatus::struck_off)
            return refuse(ErrorKind::illegal_transition, "problem_is_not_struck_off");
        const auto programme = load_programme(row->problem.programme);
        if (!programme) return programme.error();
        ProblemSource source{
            programme->title, programme->inspected_unit_name, *row, {}, {}, {}, {}};
        source.measures = ledger::list_rows_of_problem(transaction_, id, actor_.scope);
        source.measure_facts = reports::load_measure_facts(transaction_, programme->id);
        source.facts = reports::load_problem_facts(transaction_, programme->id)[id];
        source.application = ledger::find_last_application(transaction_, id);
        return Document{programme->id,
                        wanted.kind == DocumentKind::strike_off_slip ? slip_paper(source)
                                                                     : clearing_paper(source),
                        row->problem.guards.empty() ? 0 : 1, ledger::subject_of(row->problem)};
    }

    base::Result<Document> of_programme(const WantedDocument& wanted) {
        const auto programme = load_programme(ProgrammeId{wanted.subject});
        if (!programme) return programme.error();
        ledger::LedgerFilter filter;
        filter.programme = programme->id;
        const ListSource source{programme->title, programme->inspected_unit_name,
                                reports::load_source(transaction_, filter, {today_, actor_.scope}),
                                inspections::list_source_documents(transaction_, programme->id),
                                today_};
        return Document{
            programme->id, paper_of_programme(wanted, source),
            guarded_in(source.rows.measures, [](const auto& row) { return row.measure.guards; })};
    }

    office::Paper paper_of_programme(const WantedDocument& wanted, const ListSource& source) const {
        const auto day = wanted.on.value_or(today_);
        if (wanted.kind == DocumentKind::week_report)
            return report_paper(wanted.kind, source, week_of(day));
        if (wanted.kind == DocumentKind::month_report)
            return report_paper(wanted.kind, source, month_of(day));
        return list_paper(wanted.kind, source);
    }

    base::Result<ledger::Programme> load_programme(ProgrammeId id) {
        return ledger::load_programme(transaction_, id, actor_.scope);
    }

    const Needs& needs_;
    db::Transaction& transaction_;
    const base::Actor& actor_;
    base::Date today_;
};

/// Notes in the journal what is taken out, and puts at the head of its pages whose copy it is.
base::Result<void> take_out(const Needs& needs, db::Transaction& transaction,
                            const base::Actor& actor, std::vector<Document>& papers,
                            journal::ExportNote note) {
    const auto programme = papers.front().programme;
    auto recorder = ledger::Recorder::open(transaction, needs.ledger, actor, programme);
    if (!recorder) return recorder.error();
    note.rows = static_cast<std::int64_t>(papers.size());
    for (const auto& made : papers) note.guarded_rows += made.guarded_rows;
    recorder->note("export_document", "programme", programme.text(), journal::facts_of(note));
    const auto unit = accounts::find_unit(transaction, actor.unit);
    const auto now = needs.ledger.clock.now();
    for (auto& made : papers) {
        made.paper.made_at = now;
        made.paper.page_head =
            reports::page_head_of(recorder->programme(), actor.name, unit ? unit->name : "", now);
    }
    recorder->finish();
    return {};
}

base::Result<std::string> bytes_of(const Paper& paper, FileForm form) {
    auto docx = office::docx_of(paper);
    if (form == FileForm::docx) return docx;
    return office::pdf_of(docx, ".docx");
}

/// The notices of a programme that went out, page by page.
std::vector<Document> list_issued(const Needs& needs, db::Transaction& transaction,
                                  const base::Actor& actor, ProgrammeId programme) {
    using ledger::NoticeState;
    ledger::NoticeFilter filter;
    filter.programme = programme;
    filter.states = {NoticeState::issued, NoticeState::signed_for, NoticeState::answered,
                     NoticeState::closed};
    filter.page = {1, 200};
    std::vector<Document> papers;
    Maker maker(needs, transaction, actor);
    for (std::int64_t left = 1; left > 0; ++filter.page.page) {
        const auto page = ledger::list_notices(transaction, filter, actor);
        for (const auto& brief : page.rows)
            if (auto made = maker.of_notice(brief.notice.id)) papers.push_back(std::move(*made));
        left = page.total - filter.page.page * filter.page.page_size;
    }
    return papers;
}

}  // namespace

std::optional<FileForm> file_form_of(std::string_view name) {
    if (name == "docx") return FileForm::docx;
    if (name == "pdf") return FileForm::pdf;
    return std::nullopt;
}
std::string_view name_of(FileForm form) {
    return form == FileForm::docx ? "docx" : "pdf";
}

base::Result<Document> view_document(const Needs& needs, const base::Actor& actor,
                                     const WantedDocument& wanted) {
    auto made = needs.ledger.database.read([&](db::Transaction& transaction) {
        return Maker(needs, transaction, actor).make(wanted);
    });
    if (made) note_restricted_read(needs.ledger, actor, made->looked_at);
    return made;
}

base::Result<DocumentFile> take_out_document(const Needs& needs, const base::Actor& actor,
                                             const WantedDocument& wanted, FileForm form) {
    const std::string ending(name_of(form));
    // Nothing is noted as taken out where it cannot be made.
    if (form == FileForm::pdf)
        if (const auto program = office::program_for_pdf(); !program) return program.error();
    const auto paper =
        needs.ledger.database.write([&](db::Transaction& transaction) -> base::Result<Paper> {
            auto made = Maker(needs, transaction, actor).make(wanted);
            if (!made) return made.error();
            std::vector<Document> papers{std::move(*made)};
            const auto noted = take_out(needs, transaction, actor, papers,
                                        {ending, std::string(words_of(wanted.kind))});
            if (!noted) return noted.error();
            return std::move(papers.front().paper);
        });
    if (!paper) return paper.error();
    auto bytes = bytes_of(*paper, form);
    if (!bytes) return bytes.error();
    return DocumentFile{std::move(*bytes), paper->name + "." + ending};
}

base::Result<DocumentFile> take_out_notices(const Needs& needs, const base::Actor& actor,
                                            ProgrammeId programme) {
    if (!actor.may(base::Act::read_names)) return refuse(ErrorKind::forbidden, "names_are_masked");
    const auto papers = needs.ledger.database.write(
        [&](db::Transaction& transaction) -> base::Result<std::vector<Document>> {
            auto found = list_issued(needs, transaction, actor, programme);
            if (found.empty()) return refuse(ErrorKind::not_found, "nothing_to_take_out");
            const auto noted = take_out(needs, transaction, actor, found, {"zip", "督办文书"});
            if (!noted) return noted.error();
            return found;
        });
    if (!papers) return papers.error();
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto& made : *papers)
        files.emplace_back(made.paper.name + ".docx", office::docx_of(made.paper));
    return DocumentFile{office::zip_bytes(files), "督办文书.zip"};
}

}  // namespace documents
