#include "dossier/record_actions.hpp"

#include <fstream>
#include <stdexcept>

#include "base/utf8.hpp"
#include "disclosure/release_paper.hpp"
#include "disclosure/release_store.hpp"
#include "dossier/life_record_sheet.hpp"
#include "dossier/work_record_sheet.hpp"
#include "drafting/plan_store.hpp"
#include "drafting/round_store.hpp"
#include "inspections/feedback_store.hpp"
#include "journal/journal_store.hpp"
#include "ledger/extension_store.hpp"
#include "ledger/handover_store.hpp"
#include "ledger/notice_store.hpp"
#include "life_meetings/life_meeting_store.hpp"
#include "meetings/agenda_store.hpp"
#include "meetings/meeting_store.hpp"
#include "narrative/edition_paper.hpp"
#include "narrative/edition_store.hpp"
#include "narrative/narrative_store.hpp"
#include "office/file_bytes.hpp"
#include "regulations/regulation_store.hpp"
#include "reports/ledger_sheet.hpp"
#include "sittings/follow_up_store.hpp"
#include "sittings/sitting_store.hpp"
#include "supervision/accountability_store.hpp"
#include "supervision/check_file_store.hpp"
#include "supervision/check_store.hpp"
#include "supervision/checked_row_store.hpp"
#include "supervision/interview_store.hpp"

namespace dossier {
namespace {

constexpr std::int64_t entries_per_page = 5'000, items_max = 10'000;

/// Every row that nothing guards, in a programme whose mark does not matter here.
base::Scope unguarded() {
    return {{base::ScopePart{}}, base::mark_guards};
}

base::Error gone(const Piece& piece) {
    return base::refuse(base::ErrorKind::not_found, "record_is_gone", "", {{"name", piece.title}});
}

template <class Id>
Id id_of(const Piece& piece) {
    return Id::parse(piece.id).value_or(Id{});
}

std::optional<Record> minutes_record(db::Transaction& transaction, const Piece& piece) {
    const auto id = id_of<meetings::MeetingId>(piece);
    const auto meeting = meetings::find_meeting(transaction, id, ledger::program());
    if (!meeting) return std::nullopt;
    return record_of(HeldMeeting{*meeting, meetings::list_items(transaction, id, unguarded()),
                                 meetings::list_remarks(transaction, id)});
}

template <class Write>
std::optional<Record> of_feedback(db::Transaction& transaction, const Piece& piece, Write write) {
    const auto one = inspections::find_feedback(transaction, id_of<inspections::FeedbackId>(piece),
                                                base::unbounded());
    return one ? std::optional(write(*one)) : std::nullopt;
}

std::optional<Record> slip_record(db::Transaction& transaction, const Piece& piece,
                                  const RecordPlace& place) {
    const auto id = id_of<ledger::ProblemId>(piece);
    const auto problem = ledger::load_problem(transaction, id, base::unbounded());
    const auto slip = ledger::find_strike_off(transaction, id);
    if (!problem || !slip) return std::nullopt;
    return record_of(StruckOff{
        *problem, place.programme.title, *slip, ledger::find_last_application(transaction, id),
        ledger::load_review(transaction, id), ledger::list_slip_evidence(transaction, id)});
}

std::optional<Record> handover_record(db::Transaction& transaction, const Piece& piece,
                                      const RecordPlace& place) {
    const auto id = id_of<ledger::HandoverId>(piece);
    const auto handover = ledger::find_handover(transaction, id);
    if (!handover) return std::nullopt;
    HandedOver one{*handover, {}};
    const ledger::Page whole{1, items_max};
    auto items = ledger::list_items_in_scope(transaction, id, unguarded(), whole).rows;
    for (auto& item : items)
        if (item.programme == place.programme.id) one.items.push_back(std::move(item));
    return record_of(one);
}

std::optional<Record> plan_record(db::Transaction& transaction, const Piece& piece) {
    const auto plan =
        drafting::find_plan(transaction, id_of<drafting::PlanVersionId>(piece), ledger::program());
    if (!plan) return std::nullopt;
    return record_of(IssuedPlan{
        *plan, drafting::seen_within(drafting::load_edition(transaction, {plan->id, plan->round}),
                                     unguarded())});
}

/// The piece names the version and the round.
std::optional<Record> round_record(db::Transaction& transaction, const Piece& piece) {
    std::string_view number = piece.id;
    const auto id = drafting::PlanVersionId::parse(base::cut(number, '/'));
    const auto plan = id ? drafting::find_plan(transaction, *id, ledger::program()) : std::nullopt;
    if (!plan) return std::nullopt;
    for (const auto& round : drafting::list_rounds(transaction, *id))
        if (std::to_string(round.number) == number) return review_record(*plan, round);
    return std::nullopt;
}

std::optional<Record> report_record(db::Transaction& transaction, const Piece& piece) {
    const auto id = id_of<supervision::CheckId>(piece);
    const auto check = supervision::find_check(transaction, id, ledger::program());
    if (!check) return std::nullopt;
    auto files = supervision::list_check_files(transaction, id);
    std::vector<ReportedRow> rows;
    for (auto& row : supervision::list_rows(transaction, id, unguarded())) {
        auto& brought = files[row.id];
        rows.push_back({std::move(row), std::move(brought)});
    }
    return check_record(*check, rows);
}

std::optional<Record> life_record(db::Transaction& transaction, const Piece& piece) {
    const auto id = id_of<life_meetings::LifeMeetingId>(piece);
    const auto meeting = life_meetings::find_life_meeting(transaction, id);
    if (!meeting) return std::nullopt;
    if (piece.source == Source::life_reports)
        return report_of(*meeting,
                         sittings::load_text(transaction, id, sittings::LifeTextKind::report));
    return record_of(SatMeeting{*meeting, sittings::load_sitting(transaction, id),
                                sittings::list_entries(transaction, id),
                                sittings::list_remarks(transaction, id)});
}

template <class Found>
std::optional<Record> record_if(const std::optional<Found>& found) {
    return found ? std::optional(record_of(*found)) : std::nullopt;
}

std::optional<Record> record_for(db::Transaction& transaction, const Piece& piece,
                                 const RecordPlace& place) {
    switch (piece.source) {
        case Source::feedback: return of_feedback(transaction, piece, feedback_record);
        case Source::receipts: return of_feedback(transaction, piece, receipt_record);
        case Source::declarations: return of_feedback(transaction, piece, declaration_record);
        case Source::special_minutes:
        case Source::minutes: return minutes_record(transaction, piece);
        case Source::slips: return slip_record(transaction, piece, place);
        case Source::handovers: return handover_record(transaction, piece, place);
        case Source::notices:
            return record_if(ledger::find_notice(transaction, id_of<ledger::NoticeId>(piece),
                                                 ledger::program()));
        case Source::accountability:
            return record_if(supervision::find_accountability(
                transaction, id_of<supervision::AccountabilityId>(piece), base::unbounded()));
        case Source::issued_plans: return plan_record(transaction, piece);
        case Source::plan_reviews: return round_record(transaction, piece);
        case Source::check_reports: return report_record(transaction, piece);
        case Source::interviews:
            return record_if(supervision::find_interview(
                transaction, id_of<supervision::InterviewId>(piece), base::unbounded()));
        case Source::regulations:
            return record_if(regulations::find_regulation(
                transaction, id_of<regulations::RegulationId>(piece), unguarded()));
        case Source::extensions:
            return record_if(ledger::find_extension(transaction, id_of<ledger::ExtensionId>(piece),
                                                    base::unbounded()));
        case Source::life_reports:
        case Source::life_records: return life_record(transaction, piece);
        default: return std::nullopt;
    }
}

base::Error altered(const Piece& piece) {
    return base::refuse(base::ErrorKind::conflict, "issued_text_is_altered", "",
                        {{"name", piece.title}});
}

using FoundPaper = base::Result<office::Paper>;

/// The report, or the annex that the piece is.
FoundPaper edition_paper(db::Transaction& transaction, const Piece& piece) {
    const auto edition =
        narrative::find_edition(transaction, id_of<narrative::EditionId>(piece), base::unbounded());
    if (!edition) return gone(piece);
    const auto content = narrative::load_edition(transaction, *edition);
    if (!narrative::is_sound(content)) return altered(piece);
    const auto report = narrative::find_narrative(transaction, edition->narrative);
    const narrative::PaperSource source{edition->kind, edition->title,
                                        report ? report->principal : "", content.document,
                                        edition->issue};
    if (!is_annex(piece.source)) return narrative::narrative_paper(source);
    const auto part = piece.source == Source::statistics_tables ? narrative::Part::statistics
                      : piece.source == Source::cadres_tables   ? narrative::Part::cadres
                                                                : narrative::Part::petitions;
    if (auto annex = narrative::annex_paper(source, part)) return std::move(*annex);
    return gone(piece);
}

FoundPaper published_paper(db::Transaction& transaction, const Piece& piece,
                           const RecordPlace& place) {
    const auto release = disclosure::find_release(transaction, id_of<disclosure::ReleaseId>(piece),
                                                  base::unbounded());
    if (!release || !release->publication) return gone(piece);
    const auto out = disclosure::load_texts(transaction, release->id).out;
    if (disclosure::digest_of(release->algorithm, release->title, out) != release->digest)
        return altered(piece);
    return disclosure::release_paper(
        release->title, out, {place.programme.inspected_unit_name, release->publication->on});
}

/// Of what went out as a document; nothing of anything else.
std::optional<FoundPaper> issued_paper(db::Transaction& transaction, const Piece& piece,
                                       const RecordPlace& place) {
    switch (piece.source) {
        case Source::progress_reports:
        case Source::principal_reports:
        case Source::statistics_tables:
        case Source::cadres_tables:
        case Source::petitions_tables: return edition_paper(transaction, piece);
        case Source::internal_releases:
        case Source::public_releases: return published_paper(transaction, piece, place);
        default: return std::nullopt;
    }
}

office::Sheet ledger_sheet(db::Transaction& transaction, const RecordPlace& place) {
    const auto& programme = place.programme;
    const ledger::Viewpoint viewpoint{base::date_of(place.now), unguarded()};
    ledger::LedgerFilter filter;
    filter.programme = programme.id;
    const auto source = reports::load_source(transaction, filter, viewpoint);
    office::Sheet sheet;
    sheet.name = "整改台账";
    sheet.title = programme.title + "工作台账";
    sheet.note = "被巡察党组织：" + programme.inspected_unit_name + "　　截至" +
                 base::to_local_text(place.now);
    sheet.columns = reports::sheet_columns();
    sheet.rows = reports::rows_of(source, viewpoint.today);
    return sheet;
}

/// Where each entry stands in the chain, not what it says: that may be restricted.
void write_chain(db::Transaction& transaction, const RecordPlace& place,
                 const std::filesystem::path& file) {
    std::ofstream out(file, std::ios::binary);
    out << "序号\t时间\t摘要算法\t哈希值\t前一条哈希值\r\n";
    for (std::int64_t after = 0;;) {
        const auto entries =
            journal::list_entries(transaction, place.programme.id.text(), after, entries_per_page);
        for (const auto& [entry, payload, erased] : entries)
            out << entry.sequence << '\t' << base::to_local_text(entry.at) << '\t'
                << entry.algorithm << '\t' << entry.hash << '\t' << entry.previous << "\r\n";
        if (static_cast<std::int64_t>(entries.size()) < entries_per_page) break;
        after = entries.back().entry.sequence;
    }
    out.close();
    if (!out) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace

base::Result<WrittenRecord> write_record(db::Transaction& transaction, const Piece& piece,
                                         const RecordPlace& place) {
    const auto file = place.folder / std::to_string(piece.number);
    if (piece.source == Source::journal) {
        write_chain(transaction, place, file);
        return WrittenRecord{file, "txt", evidence::FileType::text};
    }
    if (piece.source == Source::ledger || piece.source == Source::chronicle) {
        const auto scope = unguarded();
        auto sheet = piece.source == Source::ledger
                         ? ledger_sheet(transaction, place)
                         : chronology::whole_chronicle(transaction, place.programme,
                                                       {scope, true, place.programme.feedback_on});
        office::write_workbook(file, {{std::move(sheet)}, place.now});
        return WrittenRecord{file, "xlsx", evidence::FileType::xlsx};
    }
    if (const auto paper = issued_paper(transaction, piece, place)) {
        if (!*paper) return paper->error();
        office::write_bytes(file, office::docx_of(**paper));
        return WrittenRecord{file, "docx", evidence::FileType::docx};
    }
    const auto record = record_for(transaction, piece, place);
    if (!record) return gone(piece);
    office::write_bytes(file, html_of(*record, place.programme.title + "　" +
                                                   base::to_local_text(place.now) + " 归档"));
    return WrittenRecord{file, "html", evidence::FileType::text};
}

}  // namespace dossier
