#include "dossier/piece_store.hpp"

#include "db/conditions.hpp"

namespace dossier {
namespace {

using db::Conditions;

// Each source gives: id, title, responsible, document, dated_on, at, kept, file_name, bytes, pages,
// remark, guards, of the programme $1. Guards are those of the rows alone (7: all that a row can
// have by itself): whoever sees the programme is cleared for its mark.
constexpr std::string_view plans_sql = R"sql(
SELECT i.id AS id, CASE WHEN i.title = '' THEN i.file_name ELSE i.title END AS title,
       u.name AS responsible, '' AS document, '' AS dated_on,
       i.uploaded_at AS at, i.digest AS kept, i.file_name AS file_name, 0 AS bytes, 0 AS pages,
       '' AS remark, 0 AS guards
FROM import i JOIN programme g ON g.id = i.programme_id JOIN unit u ON u.id = g.inspected_unit_id
WHERE i.programme_id = $1 AND i.state = 'confirmed')sql";

constexpr std::string_view feedback_sql = R"sql(
SELECT n.id AS id, '反馈意见' AS title, i.inspecting_body AS responsible,
       n.document AS document, COALESCE(n.document_on, '') AS dated_on, n.registered_at AS at,
       COALESCE(n.digest, '') AS kept, n.kept_name AS file_name, COALESCE(f.bytes, 0) AS bytes,
       0 AS pages, '' AS remark, 0 AS guards
FROM feedback n JOIN programme g ON g.id = n.programme_id
     JOIN inspection i ON i.id = g.inspection_id LEFT JOIN evidence_file f ON f.digest = n.digest
WHERE n.programme_id = $1 AND n.state <> 'registered')sql";
constexpr std::string_view receipts_sql = R"sql(
SELECT n.id AS id, '反馈意见签收单' AS title, n.received_by AS responsible,
       n.document AS document, COALESCE(n.received_on, '') AS dated_on, n.registered_at AS at,
       '' AS kept, '' AS file_name, 0 AS bytes, 0 AS pages, '' AS remark, 0 AS guards
FROM feedback n
WHERE n.programme_id = $1 AND n.state = 'signed_for')sql";
constexpr std::string_view declarations_sql = R"sql(
SELECT n.id AS id, '主要负责人表态发言' AS title, n.declared_by AS responsible,
       n.document AS document, COALESCE(n.declared_on, '') AS dated_on, n.registered_at AS at,
       '' AS kept, '' AS file_name, 0 AS bytes, 0 AS pages, '' AS remark, 0 AS guards
FROM feedback n
WHERE n.programme_id = $1 AND n.declared_by <> '')sql";

constexpr std::string_view minutes_sql = R"sql(
SELECT n.id AS id, n.title || '纪要' AS title,
       COALESCE((SELECT min(p.name) FROM meeting_participant p
                 WHERE p.meeting_id = n.id AND p.duty = 'host'), '') AS responsible,
       '' AS document, n.held_on AS dated_on, n.closed_at AS at, '' AS kept, '' AS file_name,
       0 AS bytes, 0 AS pages, '' AS remark, 0 AS guards
FROM meeting n
WHERE n.programme_id = $1 AND n.state = 'closed')sql";

constexpr std::string_view notices_sql = R"sql(
SELECT n.id AS id, n.kind || '（' || u.name || '）' AS title, '整改办' AS responsible,
       n.mark AS document, '' AS dated_on,
       (SELECT min(s.at) FROM notice_step s WHERE s.notice_id = n.id AND s.act = 'issue') AS at,
       '' AS kept, '' AS file_name, 0 AS bytes, 0 AS pages, '' AS remark,
       COALESCE((SELECT max(r.guards & 1) + max(r.guards & 2) + max(r.guards & 4)
                 FROM notice_item i JOIN measure r ON r.id = i.measure_id
                 WHERE i.notice_id = n.id), 0) AS guards
FROM notice n JOIN unit u ON u.id = n.unit_id
WHERE n.programme_id = $1 AND n.state = 'closed' AND n.number > 0)sql";

constexpr std::string_view slips_sql = R"sql(
SELECT r.id AS id,
       '第' || CAST(s.slip_number AS TEXT) || '号销号单（问题' || CAST(r.number AS TEXT) || '）' AS title,
       s.by_name AS responsible, '' AS document, '' AS dated_on, s.at AS at, '' AS kept,
       '' AS file_name, 0 AS bytes, 0 AS pages, '' AS remark, (r.guards & 7) AS guards
FROM strike_off s JOIN problem r ON r.id = s.problem_id
WHERE s.programme_id = $1)sql";

constexpr std::string_view handovers_sql = R"sql(
SELECT h.id AS id, u.name || o.title || '责任交接书' AS title, p.name AS responsible,
       '' AS document, '' AS dated_on, h.ended_at AS at, '' AS kept, '' AS file_name, 0 AS bytes,
       0 AS pages, '' AS remark, 0 AS guards
FROM handover h JOIN unit u ON u.id = h.unit_id JOIN post o ON o.id = h.post_id
     JOIN person p ON p.id = h.giver_id
WHERE h.state = 'completed'
  AND h.id IN (SELECT i.handover_id FROM handover_item i WHERE i.programme_id = $1))sql";

// Whoever sees one of the rows at which it stands sees it.
constexpr std::string_view evidence_sql = R"sql(
SELECT e.id AS id, e.name AS title, e.by_name AS responsible, '' AS document,
       COALESCE(e.document_date, '') AS dated_on, e.at AS at, e.digest AS kept,
       e.name AS file_name, f.bytes AS bytes, 0 AS pages,
       CASE WHEN e.version > 1 THEN '第' || CAST(e.version AS TEXT) || '版' ELSE '' END AS remark,
       (COALESCE((SELECT min(r.guards & 7) FROM evidence_link l
                  JOIN measure r ON r.id = l.subject_id
                  WHERE l.evidence_id = e.series_id AND l.removed_at IS NULL), 7)
        & COALESCE((SELECT min(r.guards & 7) FROM evidence_link l
                    JOIN problem r ON r.id = l.subject_id
                    WHERE l.evidence_id = e.series_id AND l.removed_at IS NULL), 7)) AS guards
FROM evidence e JOIN evidence_file f ON f.digest = e.digest
WHERE e.programme_id = $1 AND e.removed_at IS NULL)sql";

constexpr std::string_view accountability_sql = R"sql(
SELECT a.id AS id, '追责问责登记第' || CAST(a.number AS TEXT) || '号' AS title,
       a.decided_by AS responsible, a.document AS document, a.decided_on AS dated_on,
       a.recorded_at AS at, '' AS kept, '' AS file_name, 0 AS bytes, 0 AS pages, '' AS remark,
       (1 | (COALESCE(p.guards, 0) & 7)) AS guards
FROM accountability a LEFT JOIN problem p ON p.id = a.problem_id
WHERE a.programme_id = $1 AND a.revoked_at IS NULL)sql";

constexpr std::string_view issued_plans_sql = R"sql(
SELECT n.id AS id, n.title AS title, u.name AS responsible, n.document_number AS document,
       COALESCE(n.issued_on, '') AS dated_on, n.changed_at AS at, '' AS kept, '' AS file_name,
       0 AS bytes, 0 AS pages,
       CASE WHEN n.number > 1 THEN '第' || CAST(n.number AS TEXT) || '稿' ELSE '' END AS remark,
       0 AS guards
FROM plan_version n JOIN programme g ON g.id = n.programme_id
     JOIN unit u ON u.id = g.inspected_unit_id
WHERE n.programme_id = $1 AND n.state = 'issued')sql";
// Those of versions that were issued in the end.
constexpr std::string_view plan_reviews_sql = R"sql(
SELECT n.id || '/' || CAST(d.round AS TEXT) AS id,
       n.title || '第' || CAST(d.round AS TEXT) || '轮联审意见' AS title,
       d.opened_by_name AS responsible, '' AS document, '' AS dated_on, d.ended_at AS at,
       '' AS kept, '' AS file_name, 0 AS bytes, 0 AS pages, '' AS remark, 0 AS guards
FROM plan_round d JOIN plan_version n ON n.id = d.version_id
WHERE n.programme_id = $1 AND n.state = 'issued' AND d.outcome IN ('agreed', 'returned'))sql";

constexpr std::string_view check_reports_sql = R"sql(
SELECT n.id AS id, n.subject || '督查报告' AS title, n.concluded_by_name AS responsible,
       '' AS document, '' AS dated_on, n.concluded_at AS at, '' AS kept, '' AS file_name,
       0 AS bytes, 0 AS pages, '' AS remark, 0 AS guards
FROM site_check n WHERE n.programme_id = $1 AND n.state = 'concluded')sql";

// Withheld as calls to account are.
constexpr std::string_view interviews_sql = R"sql(
SELECT n.id AS id, '约谈记录第' || CAST(n.number AS TEXT) || '号' AS title,
       n.interviewers AS responsible, '' AS document, n.held_on AS dated_on, n.recorded_at AS at,
       '' AS kept, '' AS file_name, 0 AS bytes, 0 AS pages, '' AS remark, 1 AS guards
FROM interview n WHERE n.programme_id = $1 AND n.revoked_at IS NULL)sql";

constexpr std::string_view life_reports_sql = R"sql(
SELECT n.id AS id, n.title || '情况报告' AS title, u.name AS responsible, '' AS document,
       t.issued_on AS dated_on, t.at AS at, '' AS kept, '' AS file_name, 0 AS bytes, 0 AS pages,
       '' AS remark, 0 AS guards
FROM life_text t JOIN life_meeting n ON n.id = t.life_meeting_id
     JOIN programme g ON g.id = n.programme_id JOIN unit u ON u.id = g.inspected_unit_id
WHERE n.programme_id = $1 AND t.kind = 'report' AND t.issued_on IS NOT NULL)sql";
// Withheld as all that is said at life meetings.
constexpr std::string_view life_records_sql = R"sql(
SELECT n.id AS id, n.title || '会议记录' AS title, s.closed_by AS responsible, '' AS document,
       n.held_on AS dated_on, s.closed_at AS at, '' AS kept, '' AS file_name, 0 AS bytes,
       0 AS pages, '' AS remark, 4 AS guards
FROM life_sitting s JOIN life_meeting n ON n.id = s.life_meeting_id
WHERE n.programme_id = $1 AND s.closed_at IS NOT NULL)sql";

constexpr std::string_view regulations_sql = R"sql(
SELECT n.id AS id, n.title AS title, u.name AS responsible, n.document AS document,
       n.issued_on AS dated_on,
       (SELECT max(s.at) FROM regulation_step s WHERE s.regulation_id = n.id AND s.act = 'issue')
           AS at,
       '' AS kept, '' AS file_name, 0 AS bytes, 0 AS pages, '' AS remark, 0 AS guards
FROM regulation n JOIN unit u ON u.id = n.unit_id
WHERE n.programme_id = $1 AND n.issued_on IS NOT NULL)sql";

constexpr std::string_view extensions_sql = R"sql(
SELECT n.id AS id,
       '延期审批单（' || CASE WHEN m.id IS NULL THEN '问题' || CAST(p.number AS TEXT)
                            ELSE '措施' || CAST(m.number AS TEXT) END || '）' AS title,
       n.asked_by_name AS responsible, '' AS document, '' AS dated_on,
       (SELECT max(o.at) FROM extension_opinion o WHERE o.extension_id = n.id) AS at,
       '' AS kept, '' AS file_name, 0 AS bytes, 0 AS pages, '' AS remark,
       (COALESCE(m.guards, p.guards, 7) & 7) AS guards
FROM extension n LEFT JOIN measure m ON m.id = n.row_id LEFT JOIN problem p ON p.id = n.row_id
WHERE n.programme_id = $1 AND n.state IN ('approved', 'refused')
  AND (m.id IS NOT NULL OR p.id IS NOT NULL))sql";

// What stands in an edition decides who sees it, in its annexes too.
constexpr std::string_view editions_sql = R"sql(
SELECT n.id AS id, n.title AS title, n.issuer AS responsible, n.document_number AS document,
       n.issued_on AS dated_on, n.issued_at AS at, '' AS kept, '' AS file_name, 0 AS bytes,
       0 AS pages,
       CASE WHEN n.number > 1 THEN '第' || CAST(n.number AS TEXT) || '次印发' ELSE '' END AS remark,
       (n.guards & 7) AS guards
FROM narrative_edition n
WHERE n.programme_id = $1)sql";

constexpr std::string_view releases_sql = R"sql(
SELECT n.id AS id, n.title AS title, u.name AS responsible, n.document_number AS document,
       COALESCE(n.published_on, '') AS dated_on, n.decided_at AS at, '' AS kept, '' AS file_name,
       0 AS bytes, 0 AS pages, n.channel AS remark, 0 AS guards
FROM public_release n JOIN programme g ON g.id = n.programme_id
     JOIN unit u ON u.id = g.inspected_unit_id
WHERE n.programme_id = $1 AND n.state = 'published')sql";

// One in each volume: it bears the number of the volume that would be sealed now.
constexpr std::string_view of_volume_sql = R"sql(
SELECT CAST((SELECT count(*) + 1 FROM dossier_volume w WHERE w.programme_id = g.id) AS TEXT) AS id,
       '' AS title, '整改办' AS responsible, '' AS document, '' AS dated_on, g.updated_at AS at,
       '' AS kept, '' AS file_name, 0 AS bytes, 0 AS pages, '' AS remark, 0 AS guards
FROM programme g WHERE g.id = $1)sql";

// Of whatever line; a part that says which stands around it.
constexpr std::string_view files_sql = R"sql(
SELECT d.line_key AS line_key, d.id AS id, d.title AS title, d.responsible AS responsible,
       d.document AS document,
       COALESCE(d.dated_on, '') AS dated_on, d.at AS at, d.digest AS kept,
       d.file_name AS file_name, f.bytes AS bytes, d.pages AS pages, d.remark AS remark,
       d.guards AS guards
FROM dossier_file d JOIN evidence_file f ON f.digest = d.digest
WHERE d.programme_id = $1 AND d.removed_at IS NULL)sql";

std::string_view sql_of(Source source) {
    switch (source) {
        case Source::feedback: return feedback_sql;
        case Source::receipts: return receipts_sql;
        case Source::declarations: return declarations_sql;
        case Source::plans: return plans_sql;
        case Source::special_minutes:
        case Source::minutes: return minutes_sql;
        case Source::notices: return notices_sql;
        case Source::slips: return slips_sql;
        case Source::handovers: return handovers_sql;
        case Source::evidence: return evidence_sql;
        case Source::accountability: return accountability_sql;
        case Source::issued_plans: return issued_plans_sql;
        case Source::plan_reviews: return plan_reviews_sql;
        case Source::check_reports: return check_reports_sql;
        case Source::interviews: return interviews_sql;
        case Source::regulations: return regulations_sql;
        case Source::extensions: return extensions_sql;
        case Source::life_reports: return life_reports_sql;
        case Source::life_records: return life_records_sql;
        case Source::progress_reports:
        case Source::principal_reports:
        case Source::statistics_tables:
        case Source::cadres_tables:
        case Source::petitions_tables: return editions_sql;
        case Source::internal_releases:
        case Source::public_releases: return releases_sql;
        case Source::ledger:
        case Source::chronicle:
        case Source::journal: return of_volume_sql;
        case Source::files: break;
    }
    return files_sql;
}

constexpr std::string_view has_statistics = R"sql( AND EXISTS
(SELECT 1 FROM edition_line e WHERE e.edition_id = n.id AND e.part = 'statistics'))sql";
constexpr std::string_view has_cadres = R"sql( AND EXISTS
(SELECT 1 FROM edition_line e WHERE e.edition_id = n.id AND e.part = 'cadres'))sql";
constexpr std::string_view has_petitions = R"sql( AND EXISTS
(SELECT 1 FROM edition_line e WHERE e.edition_id = n.id AND e.part = 'petitions'))sql";

/// What else must hold where two sources share a statement.
std::string_view and_also(Source source) {
    switch (source) {
        case Source::special_minutes: return " AND n.kind IN ('mobilisation', 'leading_group')";
        case Source::minutes: return " AND n.kind NOT IN ('mobilisation', 'leading_group')";
        case Source::progress_reports: return " AND n.kind = 'progress_report'";
        case Source::principal_reports: return " AND n.kind = 'principal_report'";
        case Source::statistics_tables: return has_statistics;
        case Source::cadres_tables: return has_cadres;
        case Source::petitions_tables: return has_petitions;
        case Source::internal_releases: return " AND n.audience = 'internal'";
        case Source::public_releases: return " AND n.audience = 'public'";
        default: return "";
    }
}

/// One source, as a part of the whole; `place` says which of the lines, from 0.
std::string part_of(Source source, const std::string& place) {
    return "SELECT " + place + " AS place, '" + std::string(name_of(source)) +
           "' AS source, s.id, s.title, s.responsible, s.document, s.dated_on, s.at, s.kept, "
           "s.file_name, s.bytes, s.pages, s.remark, s.guards FROM (" +
           std::string(sql_of(source)) + std::string(and_also(source)) + ") s";
}

/// Everything that fills the lines, put together; $1 is the programme. What people put into a line
/// that is dropped, or of another list, has the place -1.
std::string all_pieces(Conditions& where, const std::vector<Line>& lines) {
    std::string parts, places = "CASE s.line_key";
    for (std::size_t place = 0; place < lines.size(); ++place) {
        const auto& line = lines[place];
        if (line.state == LineState::dropped) continue;
        places += " WHEN " + where.place_for(line.key) + " THEN " + std::to_string(place);
        if (line.source != Source::files)
            parts += "\nUNION ALL\n" + part_of(line.source, std::to_string(place));
    }
    // A line that no file has keeps the choice well formed when all others are dropped.
    places += " WHEN '' THEN -1 ELSE -1 END";
    where.add_fixed("x.place >= 0");
    return part_of(Source::files, places) + parts;
}

/// Those of them, x, that have none of `withheld`, the conditions still in `where`.
std::string from_pieces(Conditions& where, const std::vector<Line>& lines, ProgrammeId programme,
                        base::Guards withheld) {
    static_cast<void>(where.place_for(programme));  // $1
    const auto all = all_pieces(where, lines);
    where.add("(x.guards & ", withheld.bits(), ") = 0");
    return "\nFROM (" + all + ") x";
}

/// The same, as far as they stand in no volume, with the conditions.
std::string from_waiting(Conditions& where, const std::vector<Line>& lines, ProgrammeId programme,
                         base::Guards withheld) {
    const auto from = from_pieces(where, lines, programme, withheld);
    where.add_fixed(
        "NOT EXISTS (SELECT 1 FROM dossier_piece v WHERE v.programme_id = $1 AND v.piece = "
        "x.source || '/' || x.id)");
    return from + where.text();
}

std::int64_t count(db::Transaction& transaction, const std::string& from, const Conditions& where) {
    return db::first(transaction, "SELECT count(*)" + from, where,
                     [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::string title_in(const db::Row& row, Source source, std::string_view id, const Line& line) {
    if (source == Source::evidence) return row.opened(3, "evidence.name", id);
    if (source == Source::files) return row.opened(3, "dossier_file.title", id);
    if (source == Source::internal_releases || source == Source::public_releases)
        return row.opened(3, "public_release.title", id);
    const auto title = row.string(3);
    if (is_annex(source)) return title + "附件：" + line.name;
    return title.empty() ? line.name : title;
}

Piece piece_in(const db::Row& row, const std::vector<Line>& lines) {
    const auto& line = lines[static_cast<std::size_t>(row.integer(0))];
    Piece piece;
    piece.source = source_of(row.text(1)).value_or(Source::files);
    piece.id = row.string(2);
    piece.stage = line.stage;
    piece.line_name = line.name;
    piece.title = title_in(row, piece.source, piece.id, line);
    piece.responsible = row.string(4);
    piece.document = row.string(5);
    piece.dated_on = base::parse_date(row.text(6));
    if (!piece.dated_on && !is_of_every_volume(piece.source))
        if (const auto at = row.optional_instant(7)) piece.dated_on = base::date_of(*at);
    piece.kept = row.string(8);
    piece.file_name = piece.source == Source::evidence ? piece.title
                      : piece.source == Source::files
                          ? row.opened(9, "dossier_file.file_name", piece.id)
                          : row.string(9);
    piece.bytes = row.integer(10);
    piece.pages = row.integer(11);
    piece.remark = piece.source == Source::files ? row.opened(12, "dossier_file.remark", piece.id)
                                                 : row.string(12);
    piece.guards = base::Guards::of_bits(row.integer(13));
    return piece;
}

}  // namespace

PiecePage list_waiting_pieces(db::Transaction& transaction, const std::vector<Line>& lines,
                              const PieceQuery& query) {
    PiecePage page;
    Conditions where;
    const auto from = from_waiting(where, lines, query.programme, query.withheld);
    page.total = count(transaction, from, where);
    const auto limit = where.place_for(query.page.page_size);
    const auto offset = where.place_for((query.page.page - 1) * query.page.page_size);
    page.rows =
        db::all(transaction,
                "SELECT x.place, x.source, x.id, x.title, x.responsible, x.document, "
                "x.dated_on, x.at, x.kept, x.file_name, x.bytes, x.pages, x.remark, "
                "x.guards" +
                    from + "\nORDER BY x.place, x.at, x.id LIMIT " + limit + " OFFSET " + offset,
                where, [&](const db::Row& row) { return piece_in(row, lines); });
    return page;
}

std::int64_t count_waiting_pieces(db::Transaction& transaction, const std::vector<Line>& lines,
                                  ProgrammeId programme, base::Guards withheld) {
    Conditions where;
    const auto from = from_waiting(where, lines, programme, withheld);
    return count(transaction, from, where);
}

std::map<std::string, std::int64_t> count_pieces(db::Transaction& transaction,
                                                 const std::vector<Line>& lines,
                                                 ProgrammeId programme, base::Guards withheld) {
    std::map<std::string, std::int64_t> counts;
    Conditions where;
    const auto from = from_pieces(where, lines, programme, withheld);
    const auto sql = "SELECT x.place, count(*)" + from + where.text() + "\nGROUP BY x.place";
    transaction.run(sql, std::span(where.values()), [&](const db::Row& row) {
        counts[lines[static_cast<std::size_t>(row.integer(0))].key] = row.integer(1);
    });
    return counts;
}

}  // namespace dossier
