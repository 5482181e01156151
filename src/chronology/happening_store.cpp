#include "chronology/happening_store.hpp"

#include <algorithm>

#include "db/conditions.hpp"
#include "ledger/scope_store.hpp"

namespace chronology {
namespace {

using base::Guard;
using db::Conditions;

/// Who sees what a source gives.
enum class Sight {
    whole,          // whoever sees the programme as a whole
    rows,           // whoever sees the problem or measure r
    notices,        // whoever sees what is addressed to the unit u of n, unguarded
    tasks,          // whoever sees the task r of the unit u, in the inspected unit iu
    decisions,      // as whole, unless what was spoken of is guarded
    reviewers,      // as whole, of those who review
    life_meetings,  // as whole, of those cleared for life meetings
    restricted,     // whoever is cleared for accountability and sees the unit u of n
};

/// Each gives id, at, person, target_kind, target_id, number, act, words of `from`; `programme` is
/// the column that is compared with the programme, `also` what else must hold.
struct Source {
    Kind kind;
    Sight sight;
    std::string_view columns, from, programme, also;
};

constexpr std::string_view from_tasks =
    "task r JOIN unit u ON u.id = r.unit_id JOIN programme g ON g.id = r.programme_id JOIN unit iu "
    "ON iu.id = g.inspected_unit_id";
constexpr std::string_view host =
    "COALESCE((SELECT min(p.name) FROM meeting_participant p WHERE p.meeting_id = n.id "
    "AND p.duty = 'host'), '')";

constexpr std::string_view principal =
    "COALESCE((SELECT min(p.name) FROM life_participant p WHERE p.meeting_id = n.id "
    "AND p.part = 'principal' AND p.left_on IS NULL), '')";

// The moment of the feedback is a day of the programme: it is put in place of {feedback}, and who
// hosts a meeting in place of {host} or {principal}. What has {row} is said of measures and of
// problems.
constexpr Source sources[]{
    {Kind::feedback, Sight::whole,
     "g.id, CAST({feedback} AS BIGINT), '', 'programme', g.id, 0, '', n.inspecting_body",
     "programme g JOIN inspection n ON n.id = g.inspection_id", "g.id",
     "g.feedback_on IS NOT NULL"},
    {Kind::import, Sight::whole,
     "i.id, i.uploaded_at, i.by_name, 'import', i.id, 0, '', i.file_name", "import i",
     "i.programme_id", "i.state = 'confirmed'"},
    {Kind::meeting_called, Sight::whole,
     "n.id, n.called_at, {host}, 'meeting', n.id, 0, '', n.title", "meeting n", "n.programme_id",
     "n.called_at IS NOT NULL"},
    {Kind::meeting, Sight::whole,
     "n.id, n.opened_at, {host}, 'meeting', n.id, "
     "(SELECT count(*) FROM decision d WHERE d.meeting_id = n.id), '', n.title",
     "meeting n", "n.programme_id", "n.state = 'closed' AND n.opened_at IS NOT NULL"},
    {Kind::decision, Sight::decisions,
     "d.id, n.closed_at, d.person_name, 'meeting', n.id, 0, d.unit_name, d.matter",
     "meeting n JOIN decision d ON d.meeting_id = n.id JOIN agenda_item i ON i.id = d.item_id "
     "LEFT JOIN problem p ON p.id = i.subject_id LEFT JOIN measure m ON m.id = i.subject_id "
     "LEFT JOIN task t ON t.id = i.subject_id",
     "n.programme_id", "n.state = 'closed'"},
    {Kind::notice, Sight::notices,
     "n.id, s.at, s.by_name, 'notice', n.id, 0, s.act, n.kind || n.mark || '（' || u.name || "
     "'）'",
     "notice n JOIN notice_step s ON s.notice_id = n.id JOIN unit u ON u.id = n.unit_id",
     "n.programme_id",
     "n.number > 0 AND s.act IN ('issue', 'sign', 'answer', 'send_back', 'close')"},
    {Kind::extension, Sight::rows,
     "e.id, e.asked_at, e.asked_by_name, '{row}', r.id, r.number, 'asked', e.wanted_on",
     "{row} r JOIN extension e ON e.row_id = r.id", "r.programme_id", ""},
    {Kind::extension, Sight::rows,
     "e.id, o.at, o.by_name, '{row}', r.id, r.number, CASE WHEN o.agreed = 1 THEN 'agreed' "
     "ELSE 'refused' END, e.wanted_on",
     "{row} r JOIN extension e ON e.row_id = r.id JOIN extension_opinion o ON o.extension_id = "
     "e.id",
     "r.programme_id", ""},
    {Kind::application, Sight::rows, "a.id, a.at, a.by_name, 'problem', r.id, r.number, '', ''",
     "problem r JOIN application a ON a.problem_id = r.id", "r.programme_id", ""},
    {Kind::signature, Sight::rows,
     "s.application_id, s.decided_at, s.decided_by_name, 'problem', r.id, r.number, s.state, "
     "s.stage_name",
     "problem r JOIN signing s ON s.problem_id = r.id", "r.programme_id",
     "s.decided_at IS NOT NULL AND s.state IN ('agreed', 'returned')"},
    {Kind::returned, Sight::rows, "f.id, f.at, f.by_name, 'measure', r.id, r.number, '', ''",
     "measure r JOIN refusal f ON f.subject_id = r.id", "r.programme_id", ""},
    {Kind::struck_off, Sight::rows,
     "r.id, s.at, s.by_name, 'problem', r.id, r.number, '', CAST(s.slip_number AS TEXT)",
     "problem r JOIN strike_off s ON s.problem_id = r.id", "r.programme_id", ""},
    {Kind::task, Sight::tasks,
     "r.id, r.reported_at, r.reported_by_name, 'task', r.id, r.number, 'reported', ''", from_tasks,
     "r.programme_id", "r.reported_at IS NOT NULL"},
    {Kind::task, Sight::tasks,
     "r.id, r.decided_at, r.decided_by_name, 'task', r.id, r.number, r.state, ''", from_tasks,
     "r.programme_id",
     "r.decided_at IS NOT NULL AND r.state IN ('confirmed', 'dropped', 'sent_back')"},
    {Kind::progress, Sight::rows,
     "e.id, e.at, e.by_name, 'measure', r.id, r.number, '', CAST(e.percent AS TEXT)",
     "measure r JOIN progress_entry e ON e.measure_id = r.id", "r.programme_id", ""},
    {Kind::handover, Sight::whole,
     "h.id, s.at, s.by_name, 'handover', h.id, 0, s.part, u.name || o.title",
     "handover_item x JOIN handover h ON h.id = x.handover_id JOIN handover_signature s ON "
     "s.handover_id = h.id JOIN unit u ON u.id = h.unit_id JOIN post o ON o.id = h.post_id",
     "x.programme_id",
     "h.state <> 'taken_back' AND x.position = (SELECT min(i.position) FROM handover_item i "
     "WHERE i.handover_id = x.handover_id AND i.programme_id = x.programme_id)"},
    {Kind::plan, Sight::whole,
     "n.id, n.changed_at, n.issued_by, 'plan', n.programme_id, n.number, '', n.document_number",
     "plan_version n", "n.programme_id", "n.state = 'issued'"},
    {Kind::check, Sight::whole,
     "n.id, n.concluded_at, n.concluded_by_name, 'check', n.id, 0, n.kind, n.subject",
     "site_check n", "n.programme_id", "n.state = 'concluded'"},
    {Kind::interview, Sight::reviewers,
     "n.id, n.recorded_at, n.interviewers, 'interview', n.id, n.number, '', n.person",
     "interview n", "n.programme_id", "n.revoked_at IS NULL"},
    {Kind::life_meeting, Sight::whole,
     "n.id, s.opened_at, {principal}, 'life_meeting', n.id, 0, '', n.title",
     "life_meeting n JOIN life_sitting s ON s.life_meeting_id = n.id", "n.programme_id",
     "s.closed_at IS NOT NULL"},
    {Kind::life_meeting, Sight::life_meetings,
     "c.id, c.at, c.person, 'life_meeting', n.id, c.number, c.kind, n.title",
     "life_meeting n JOIN life_consultation c ON c.meeting_id = n.id", "n.programme_id", ""},
    {Kind::life_meeting, Sight::life_meetings,
     "c.id, c.answered_at, c.answered_by, 'life_meeting', n.id, c.number, 'answered', n.title",
     "life_meeting n JOIN life_consultation c ON c.meeting_id = n.id", "n.programme_id",
     "c.answered_on IS NOT NULL"},
    {Kind::accountability, Sight::restricted,
     "n.id, n.recorded_at, n.person, 'accountability', n.id, n.number, n.form, n.decided_by",
     "accountability n JOIN unit u ON u.id = n.unit_id LEFT JOIN problem p ON p.id = "
     "n.problem_id",
     "n.programme_id", "n.revoked_at IS NULL"},
    {Kind::noted, Sight::whole, "n.id, n.at, n.person, 'noted', n.id, n.part, '', n.text",
     "chronicle_entry n", "n.programme_id", "n.removed = 0"}};

bool is_in_sight(Sight sight, const Eyes& eyes) {
    if (sight == Sight::whole || sight == Sight::decisions) return eyes.whole;
    if (sight == Sight::reviewers) return eyes.whole && eyes.reviews;
    if (sight == Sight::life_meetings)
        return eyes.whole && eyes.scope.clears(base::Guards{Guard::life_meeting});
    return sight != Sight::restricted || eyes.scope.clears(base::Guards{Guard::accountability});
}

void add_sight(Conditions& where, Sight sight, const base::Scope& scope) {
    const auto withheld = [&] { return where.place_for(scope.withheld().bits()); };
    switch (sight) {
        case Sight::whole:
        case Sight::life_meetings:
        case Sight::reviewers: return;
        case Sight::rows: return ledger::add_rows_in_scope(where, scope);
        case Sight::tasks: return ledger::add_tasks_in_scope(where, scope);
        case Sight::notices:
            ledger::add_addressed_in_scope(where, scope);
            return where.add_fixed(
                "NOT EXISTS (SELECT 1 FROM notice_item i JOIN measure m ON m.id = i.measure_id "
                "WHERE i.notice_id = n.id AND (m.guards & " +
                withheld() + ") <> 0)");
        case Sight::decisions:
            return where.add_fixed("(COALESCE(p.guards, m.guards, t.guards, 0) & " + withheld() +
                                   ") = 0");
        case Sight::restricted:
            ledger::add_addressed_in_scope(where, scope);
            return where.add_fixed("(COALESCE(p.guards, 0) & " + withheld() + ") = 0");
    }
}

std::string in_place(std::string text, std::string_view mark, std::string_view with) {
    const auto at = text.find(mark);
    return at == text.npos ? text : text.replace(at, mark.size(), with);
}

/// `row`: the table in place of {row}.
std::string part_of(Conditions& where, const Source& source, std::string_view row,
                    ProgrammeId programme, const Eyes& eyes) {
    auto columns = in_place(in_place(std::string(source.columns), "{row}", row), "{host}", host);
    columns = in_place(columns, "{principal}", principal);
    if (source.kind == Kind::feedback) {
        const auto day = eyes.feedback_on.value_or(base::Date{});
        columns = in_place(columns, "{feedback}", where.place_for(base::start_of(day)));
    }
    where.add(std::string(source.programme) + " = ", programme);
    if (!source.also.empty()) where.add_fixed(source.also);
    add_sight(where, source.sight, eyes.scope);
    return "SELECT '" + std::string(name_of(source.kind)) + "', " + columns + "\nFROM " +
           in_place(std::string(source.from), "{row}", row) + where.take_text();
}

std::vector<std::string_view> rows_of(const Source& source) {
    if (source.from.starts_with("{row}")) return {"measure", "problem"};
    return {""};
}

bool is_wanted(Kind kind, const std::vector<Kind>& kinds) {
    return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

constexpr std::string_view names =
    "kind, id, at, person, target_kind, target_id, number, act, words";

/// Everything in sight as a table of that name, the filter in `where`; "" when nothing is.
std::string with_happened(Conditions& where, const HappeningFilter& filter, const Eyes& eyes) {
    std::string all;
    for (const auto& source : sources) {
        if (!is_wanted(source.kind, filter.kinds) || !is_in_sight(source.sight, eyes)) continue;
        for (const auto row : rows_of(source))
            all += (all.empty() ? "" : "\nUNION ALL\n") +
                   part_of(where, source, row, filter.programme, eyes);
    }
    if (all.empty()) return all;
    if (!filter.person.empty()) where.add("person = ", filter.person);
    if (filter.from) where.add("at >= ", base::start_of(*filter.from));
    if (filter.to) where.add("at < ", base::start_of(base::add_days(*filter.to, 1)));
    return "WITH happened (" + std::string(names) + ") AS (" + all + ")\n";
}

Happening happening_in(const db::Row& row) {
    Happening one;
    one.kind = kind_of(row.text(0)).value_or(Kind::noted);
    one.id = row.string(1);
    one.at = row.instant(2);
    one.person = one.kind == Kind::accountability ? row.opened(3, "accountability.person", one.id)
                                                  : row.string(3);
    one.target_kind = row.string(4);
    one.target_id = row.string(5);
    one.number = row.integer(6);
    one.act = row.string(7);
    if (one.kind == Kind::decision)
        one.words = row.opened(8, "decision.matter", one.id);
    else if (one.kind == Kind::interview)
        one.words = row.opened(8, "interview.person", one.id);
    else if (one.kind == Kind::noted)
        one.words = row.opened(8, "chronicle_entry.text", one.id);
    else
        one.words = row.string(8);
    return one;
}

}  // namespace

HappeningPage list_happenings(db::Transaction& transaction, const HappeningFilter& filter,
                              const Eyes& eyes) {
    HappeningPage page;
    Conditions where;
    const auto with = with_happened(where, filter, eyes);
    if (with.empty()) return page;
    const auto from = " FROM happened" + where.text();
    page.total =
        db::first(transaction, with + "SELECT count(*)" + from, where, [](const db::Row& row) {
            return row.integer(0);
        }).value_or(0);
    const auto limit = where.place_for(filter.page.page_size);
    const auto offset = where.place_for((filter.page.page - 1) * filter.page.page_size);
    page.rows =
        db::all(transaction,
                with + "SELECT " + std::string(names) + from +
                    "\nORDER BY at DESC, kind, id, act LIMIT " + limit + " OFFSET " + offset,
                where, happening_in);
    return page;
}

}  // namespace chronology
