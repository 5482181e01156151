#include "documents/making_actions.hpp"

#include <algorithm>

#include "documents/application_paper.hpp"
#include "documents/handover_paper.hpp"
#include "documents/meeting_paper.hpp"
#include "documents/notice_paper.hpp"
#include "documents/plan_document_actions.hpp"
#include "documents/report_paper.hpp"
#include "documents/restricted_paper.hpp"
#include "documents/statistics_paper.hpp"
#include "documents/supervision_paper.hpp"
#include "evidence/evidence_store.hpp"
#include "inspections/clue_store.hpp"
#include "inspections/feedback_store.hpp"
#include "ledger/evidence_place_store.hpp"
#include "ledger/extension_store.hpp"
#include "ledger/handover_store.hpp"
#include "ledger/notice_store.hpp"
#include "meetings/agenda_store.hpp"
#include "meetings/meeting_store.hpp"
#include "supervision/check_store.hpp"
#include "supervision/checked_row_store.hpp"
#include "supervision/interview_store.hpp"

namespace documents {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::ProgrammeId;

constexpr std::int64_t page_rows = 200;

/// How many of the rows are behind a guard.
template <class Rows, class GuardsOf>
std::int64_t guarded_in(const Rows& rows, GuardsOf guards_of) {
    return std::count_if(rows.begin(), rows.end(),
                         [&](const auto& row) { return !guards_of(row).empty(); });
}

/// All rows of a list that comes in pages: list(page) gives one with `rows` and `total`.
template <class List>
auto all_pages(List list) {
    decltype(list(ledger::Page{}).rows) rows;
    for (ledger::Page page{1, page_rows};; ++page.page) {
        auto found = list(page);
        for (auto& row : found.rows) rows.push_back(std::move(row));
        if (page.page * page_rows >= found.total) return rows;
    }
}

/// The files that stand at rows of the programme within sight, by the id of the row.
std::map<std::string, std::vector<std::string>> files_of(db::Transaction& transaction,
                                                         ProgrammeId programme,
                                                         const base::Scope& scope) {
    std::map<std::string, std::vector<std::string>> by_digest, by_row;
    std::vector<std::string> digests;
    for (const auto& item : evidence::list_items_of(transaction, programme)) {
        auto& names = by_digest[item.evidence.digest];
        if (names.empty()) digests.push_back(item.evidence.digest);
        names.push_back(item.evidence.name);
    }
    for (const auto& place : ledger::list_places(transaction, digests, scope))
        if (place.programme == programme)
            by_row[place.id].push_back(by_digest[place.digest].front());
    return by_row;
}

/// The newest version of what stands at a row now.
void add_proofs(std::vector<Proof>& proofs, db::Transaction& transaction, const std::string& row,
                const std::string& id) {
    std::map<std::string, std::size_t> place;  // of each series in the list
    for (const auto& item : evidence::list_items_at(transaction, id)) {
        const auto [found, is_new] = place.try_emplace(item.evidence.series.text(), proofs.size());
        if (is_new) proofs.push_back({row, {}});
        proofs[found->second].name = item.evidence.name;
    }
}

std::vector<Proof> proofs_of(db::Transaction& transaction, const ProblemSource& source) {
    std::vector<Proof> proofs;
    const auto& problem = source.row.problem;
    add_proofs(proofs, transaction, "问题" + std::to_string(problem.number), problem.id.text());
    for (const auto& row : source.measures)
        add_proofs(proofs, transaction, "措施" + std::to_string(row.measure.number),
                   row.measure.id.text());
    return proofs;
}

}  // namespace

Maker::Maker(const Needs& needs, db::Transaction& transaction, const base::Actor& actor)
    : needs_(needs), transaction_(transaction), actor_(actor), today_(needs.ledger.clock.today()) {}

base::Result<Document> Maker::make(const WantedDocument& wanted) {
    if (!actor_.may(base::Act::read_names)) return refuse(ErrorKind::forbidden, "names_are_masked");
    switch (subject_of(wanted.kind)) {
        case Subject::notice: return of_notice(wanted);
        case Subject::meeting: return of_meeting(wanted);
        case Subject::problem: return of_problem(wanted);
        case Subject::measure: return of_measure(wanted);
        case Subject::extension: return of_extension(wanted);
        case Subject::interview: return of_interview(wanted);
        case Subject::check: return of_check(wanted);
        case Subject::handover: return of_handover(wanted);
        case Subject::plan: return make_plan(needs_, transaction_, actor_, wanted);
        case Subject::sub_plan: return make_sub_plan(needs_, transaction_, actor_, wanted);
        case Subject::programme: break;
    }
    if (guard_of(wanted.kind) == base::Guard::clues) return of_clues(wanted);
    if (guard_of(wanted.kind) == base::Guard::accountability) return of_accountability(wanted);
    return of_programme(wanted);
}

base::Result<Document> Maker::of_notice(const WantedDocument& wanted) {
    const ledger::NoticeId id{wanted.subject};
    const auto notice = ledger::find_notice(transaction_, id, actor_);
    if (!notice) return refuse(ErrorKind::not_found, "notice_unknown");
    Document made{notice->programme, paper_of(*notice, today_, needs_.issuer)};
    if (!ledger::guards_of_rows(transaction_, id).empty()) made.guarded_rows = 1;
    return made;
}

base::Result<Document> Maker::of_meeting(const WantedDocument& wanted) {
    const meetings::MeetingId id{wanted.subject};
    const auto meeting = meetings::find_meeting(transaction_, id, actor_);
    if (!meeting) return refuse(ErrorKind::not_found, "meeting_unknown");
    const MeetingSource source{*meeting, meetings::list_items(transaction_, id, actor_.scope),
                               needs_.issuer};
    if (wanted.kind == DocumentKind::sign_in_sheet)
        return Document{meeting->programme, sign_in_paper(source)};
    if (wanted.kind == DocumentKind::minutes && !meeting->opened_at)
        return refuse(ErrorKind::illegal_transition, "meeting_has_no_minutes");
    auto paper = wanted.kind == DocumentKind::minutes  ? minutes_paper(source)
                 : wanted.kind == DocumentKind::agenda ? agenda_paper(source)
                                                       : notice_paper(source, today_);
    return Document{meeting->programme, std::move(paper),
                    guarded_in(source.items, [](const auto& one) { return one.guards; })};
}

base::Result<Document> Maker::of_problem(const WantedDocument& wanted) {
    const ledger::ProblemId id{wanted.subject};
    const auto row = ledger::find_problem_row(transaction_, id, actor_.scope);
    if (!row) return refuse(ErrorKind::not_found, "problem_not_found");
    if (wanted.kind == DocumentKind::strike_off_slip &&
        row->problem.status != ledger::ProblemStatus::struck_off)
        return refuse(ErrorKind::illegal_transition, "problem_is_not_struck_off");
    const auto programme = load_programme(row->problem.programme);
    if (!programme) return programme.error();
    ProblemSource source{programme->title, programme->inspected_unit_name, *row, {}, {}, {}, {}};
    source.measures = ledger::list_rows_of_problem(transaction_, id, actor_.scope);
    for (const auto& one : source.measures)
        source.measure_facts[one.measure.id] = reports::load_facts_of(transaction_, one.measure.id);
    source.application = ledger::find_last_application(transaction_, id);
    source.facts = {row->problem.goal, ledger::list_manifestations(transaction_, id),
                    source.application ? source.application->stated.similar_check : "",
                    ledger::find_strike_off(transaction_, id)};
    if (wanted.kind == DocumentKind::strike_off_application && !source.application)
        return refuse(ErrorKind::illegal_transition, "problem_has_no_application");
    auto paper = wanted.kind == DocumentKind::strike_off_slip ? slip_paper(source)
                 : wanted.kind == DocumentKind::strike_off_application
                     ? strike_off_application_paper(source, proofs_of(transaction_, source))
                     : clearing_paper(source);
    return Document{programme->id,
                    std::move(paper),
                    row->problem.guards.empty() ? 0 : 1,
                    {ledger::subject_of(row->problem)}};
}

base::Result<Document> Maker::of_measure(const WantedDocument& wanted) {
    const auto row =
        ledger::find_measure_row(transaction_, ledger::MeasureId{wanted.subject}, actor_.scope);
    if (!row) return refuse(ErrorKind::not_found, "measure_not_found");
    if (!goes_on_for_long(*row))
        return refuse(ErrorKind::illegal_transition, "measure_does_not_go_on_for_long");
    const auto programme = load_programme(row->measure.programme);
    if (!programme) return programme.error();
    return Document{programme->id,
                    long_term_paper({programme->title, programme->inspected_unit_name, *row}),
                    row->measure.guards.empty() ? 0 : 1,
                    {ledger::subject_of(row->measure)}};
}

base::Result<Document> Maker::of_extension(const WantedDocument& wanted) {
    const auto found =
        ledger::find_extension(transaction_, ledger::ExtensionId{wanted.subject}, actor_.scope);
    if (!found) return refuse(ErrorKind::not_found, "extension_unknown");
    const auto programme = load_programme(found->programme);
    if (!programme) return programme.error();
    std::string progress;
    if (!found->row.is_problem)
        if (const auto row = ledger::find_measure_row(
                transaction_, ledger::MeasureId{found->row.id}, actor_.scope))
            progress = row->measure.last_entry;
    const std::string_view kind = found->row.is_problem ? "problem" : "measure";
    return Document{programme->id,
                    extension_paper({programme->inspected_unit_name, *found, progress}),
                    found->guards.empty() ? 0 : 1,
                    {{kind, base::to_text(found->row.id), programme->id, found->guards}}};
}

base::Result<Document> Maker::of_interview(const WantedDocument& wanted) {
    if (const auto no = supervision::why_not_interview(actor_)) return *no;
    const auto found = supervision::find_interview(
        transaction_, supervision::InterviewId{wanted.subject}, actor_.scope);
    if (!found) return refuse(ErrorKind::not_found, "interview_unknown");
    const auto programme = load_programme(found->programme);
    if (!programme) return programme.error();
    return Document{programme->id, interview_paper(programme->title, *found)};
}

base::Result<Document> Maker::of_check(const WantedDocument& wanted) {
    const supervision::CheckId id{wanted.subject};
    const auto check = supervision::find_check(transaction_, id, actor_);
    if (!check) return refuse(ErrorKind::not_found, "check_unknown");
    if (!supervision::sees_inside(*check, actor_))
        return refuse(ErrorKind::illegal_transition, "check_report_waits_for_conclusion");
    const CheckSource source{*check, supervision::list_rows(transaction_, id, actor_.scope),
                             needs_.issuer, today_};
    Document made{check->programme, check_paper(source),
                  guarded_in(source.rows, [](const auto& row) { return row.subject.guards; })};
    for (const auto& row : source.rows)
        made.looked_at.push_back({supervision::name_of(row.subject.kind), row.subject.id,
                                  check->programme, row.subject.guards});
    return made;
}

base::Result<Document> Maker::of_handover(const WantedDocument& wanted) {
    const ledger::HandoverId id{wanted.subject};
    const auto handover = ledger::load_handover(transaction_, id, actor_);
    if (!handover) return handover.error();
    const HandoverSource source{*handover, all_pages([&](const ledger::Page& page) {
                                    return ledger::list_items_in_scope(transaction_, id,
                                                                       actor_.scope, page);
                                })};
    return Document{std::nullopt, handover_paper(source)};
}

base::Result<Document> Maker::of_clues(const WantedDocument& wanted) {
    if (const auto no = inspections::why_not_see(actor_)) return *no;
    const auto programme = load_programme(ProgrammeId{wanted.subject});
    if (!programme) return programme.error();
    inspections::ClueFilter filter;
    filter.programme = programme->id;
    const ClueSource source{
        programme->title, programme->inspected_unit_name, all_pages([&](const ledger::Page& page) {
            filter.page = page;
            return inspections::list_clues(transaction_, filter, actor_.scope, today_);
        }),
        today_};
    auto paper =
        wanted.kind == DocumentKind::petition_table ? petition_paper(source) : clue_paper(source);
    return Document{programme->id,
                    std::move(paper),
                    static_cast<std::int64_t>(source.clues.size()),
                    {{"clue", programme->id.text(), programme->id, {base::Guard::clues}}}};
}

base::Result<Document> Maker::of_accountability(const WantedDocument& wanted) {
    if (const auto no = supervision::why_not_see(actor_)) return *no;
    const auto programme = load_programme(ProgrammeId{wanted.subject});
    if (!programme) return programme.error();
    supervision::AccountabilityFilter filter;
    filter.programme = programme->id;
    const AccountabilitySource source{
        programme->title, programme->inspected_unit_name, all_pages([&](const ledger::Page& page) {
            filter.page = page;
            return supervision::list_accountability(transaction_, filter, actor_.scope);
        }),
        today_};
    return Document{
        programme->id,
        accountability_paper(source),
        static_cast<std::int64_t>(source.records.size()),
        {{"accountability", programme->id.text(), programme->id, {base::Guard::accountability}}}};
}

base::Result<Document> Maker::of_programme(const WantedDocument& wanted) {
    const ProgrammeId id{wanted.subject};
    const auto found = source_of(id);
    if (!found) return found.error();
    const auto& source = **found;
    Document made{
        id, paper_of_programme(wanted, source),
        guarded_in(source.rows.measures, [](const auto& row) { return row.measure.guards; })};
    if (wanted.kind == DocumentKind::statistics && !supervision::why_not_see(actor_))
        made.looked_at.push_back({"accountability", id.text(), id, {base::Guard::accountability}});
    return made;
}

base::Result<const ListSource*> Maker::source_of(ProgrammeId id) {
    if (const auto known = sources_.find(id); known != sources_.end()) return &known->second;
    const auto programme = load_programme(id);
    if (!programme) return programme.error();
    ledger::LedgerFilter filter;
    filter.programme = id;
    ListSource source{programme->title,
                      programme->inspected_unit_name,
                      reports::load_source(transaction_, filter, {today_, actor_.scope}),
                      inspections::list_source_documents(transaction_, id),
                      today_,
                      needs_.issuer,
                      programme->feedback_on,
                      {}};
    return &sources_.emplace(id, std::move(source)).first->second;
}

office::Paper Maker::paper_of_programme(const WantedDocument& wanted, const ListSource& source) {
    const auto day = wanted.on.value_or(today_);
    switch (wanted.kind) {
        case DocumentKind::week_report: return report_paper(wanted.kind, source, week_of(day));
        case DocumentKind::month_report:
        case DocumentKind::dispatch_report: return report_paper(wanted.kind, source, month_of(day));
        case DocumentKind::commitment: return commitment_paper(source);
        case DocumentKind::statistics: return statistics_of(source, ProgrammeId{wanted.subject});
        case DocumentKind::archive_list: {
            auto with_files = source;
            with_files.files = files_of(transaction_, ProgrammeId{wanted.subject}, actor_.scope);
            return list_paper(wanted.kind, with_files);
        }
        default: return list_paper(wanted.kind, source);
    }
}

office::Paper Maker::statistics_of(const ListSource& source, ProgrammeId programme) {
    StatisticsSource all{
        source,
        regulations::count_regulations(transaction_, programme, {today_, actor_.scope}),
        {}};
    if (!supervision::why_not_see(actor_)) {
        all.accountability = supervision::count_forms(transaction_, programme, actor_.scope);
        std::sort(all.accountability->begin(), all.accountability->end(),
                  [](const auto& a, const auto& b) { return a.form < b.form; });
    }
    return statistics_paper(all);
}

base::Result<ledger::Programme> Maker::load_programme(ProgrammeId id) {
    return ledger::load_programme(transaction_, id, actor_.scope);
}

}  // namespace documents
