#include "ledger/bin_store.hpp"

#include "db/conditions.hpp"
#include "ledger/scope_store.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace ledger {
namespace {

using db::Conditions;

// Texts are sealed of all of them, as in the history.
constexpr std::string_view insert_entry_sql = R"sql(
INSERT INTO bin (id, programme_id, row_kind, row_id, number, text, measures, guards, reason, at,
                 by_account, by_name, until_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))sql";
constexpr std::string_view insert_row_sql =
    "INSERT INTO bin_row (bin_id, position, kind, fields) VALUES ($1, $2, $3, $4)";
constexpr std::string_view select_author = "SELECT by_account FROM progress_entry WHERE id = $1";
constexpr std::string_view select_rows =
    "SELECT kind, fields, position FROM bin_row WHERE bin_id = $1 ORDER BY position";
constexpr std::string_view delete_rows = "DELETE FROM bin_row WHERE bin_id = $1";
constexpr std::string_view delete_entry = "DELETE FROM bin WHERE id = $1";
constexpr std::string_view select_entries = R"sql(
SELECT n.id, n.programme_id, n.row_kind, n.row_id, n.number, n.text, n.measures, n.guards, n.reason,
       n.at, n.by_account, n.by_name, n.until_on)sql";
constexpr std::string_view from_entries = R"sql(
FROM bin n JOIN programme g ON g.id = n.programme_id JOIN unit u ON u.id = g.inspected_unit_id)sql";
constexpr std::string_view select_programmes_with_over =
    "SELECT DISTINCT programme_id FROM bin WHERE until_on < $1";
constexpr std::string_view select_over =
    "SELECT id, row_kind, row_id FROM bin WHERE programme_id = $1 AND until_on < $2";

std::string_view kind_of(View view) {
    return view == View::problems ? "problem" : "measure";
}

View view_in(const db::Row& row, int column) {
    return row.text(column) == "problem" ? View::problems : View::measures;
}

BinEntry entry_in(const db::Row& row) {
    const auto id = row.id<BinId>(0);
    return {id,
            row.id<ProgrammeId>(1),
            view_in(row, 2),
            row.string(3),
            row.integer(4),
            row.opened(5, "bin.text", id),
            row.integer(6),
            guards_in(row, 7),
            row.opened(8, "bin.reason", id),
            row.instant(9),
            row.id<base::AccountId>(10),
            row.string(11),
            row.date(12)};
}

void add_in_sight(Conditions& where, const base::Scope& scope) {
    add_addressed_in_scope(where, scope);
    if (!scope.withheld().empty()) where.add("(n.guards & ", scope.withheld().bits(), ") = 0");
}

Fields whole(const Manifestation& one) {
    return {{"id", one.id.text()},
            {"position", std::to_string(one.position)},
            {"printed_number", one.printed_number},
            {"text", one.text}};
}

Fields whole(const Service& service) {
    return {{"problem", service.problem.text()},
            {"manifestation", service.manifestation ? service.manifestation->text() : ""}};
}

Fields whole(const KeptReport& report) {
    const auto& entry = report.entry;
    return {{"id", entry.id.text()},
            {"text", entry.text},
            {"percent", std::to_string(entry.percent)},
            {"percent_reason", entry.percent_reason},
            {"evidence_note", entry.evidence_note},
            {"at", std::to_string(entry.at.milliseconds)},
            {"by", entry.by},
            {"by_account", report.by_account.text()}};
}

Manifestation manifestation_from(const Fields& fields, const Problem& problem) {
    return {ManifestationId::parse(value_in(fields, "id")).value_or(ManifestationId{}),
            problem.programme,
            problem.id,
            number_in(fields, "position"),
            value_in(fields, "printed_number"),
            value_in(fields, "text")};
}

Service service_from(const Fields& fields, MeasureId measure) {
    return {measure, ProblemId::parse(value_in(fields, "problem")).value_or(ProblemId{}),
            ManifestationId::parse(value_in(fields, "manifestation")), 0};
}

KeptReport report_from(const Fields& fields, MeasureId measure) {
    KeptReport report;
    report.entry.id = EntryId::parse(value_in(fields, "id")).value_or(EntryId{});
    report.entry.text = value_in(fields, "text");
    report.entry.percent = static_cast<int>(number_in(fields, "percent"));
    report.entry.percent_reason = value_in(fields, "percent_reason");
    report.entry.evidence_note = value_in(fields, "evidence_note");
    report.entry.at = {number_in(fields, "at")};
    report.entry.by = value_in(fields, "by");
    report.entry.measure = measure;
    report.by_account =
        base::AccountId::parse(value_in(fields, "by_account")).value_or(base::AccountId{});
    return report;
}

/// Writes the records of one removal one after the other.
class Records {
  public:
    Records(db::Transaction& transaction, BinId bin) : transaction_(transaction), bin_(bin) {}
    void add(std::string_view kind, const Fields& fields) {
        const auto name = name_of_keys(bin_.text(), ++position_);
        transaction_.execute(
            insert_row_sql,
            {bin_, position_, kind, transaction_.sealed(encode(fields), "bin_row.fields", name)});
    }

  private:
    db::Transaction& transaction_;
    BinId bin_;
    std::int64_t position_ = 0;
};

/// A record joins those before it: a measure its problem, services and reports their measure.
void add_record(Removed& removed, std::string_view kind, const Fields& fields) {
    if (kind == "problem") removed.problem = problem_from(fields);
    if (kind == "manifestation")
        removed.manifestations.push_back(manifestation_from(fields, removed.problem.value()));
    if (kind == "measure") removed.measures.push_back({measure_from(fields), {}, {}});
    if (removed.measures.empty()) return;
    auto& last = removed.measures.back();
    if (kind == "service") last.services.push_back(service_from(fields, last.measure.id));
    if (kind == "entry") last.reports.push_back(report_from(fields, last.measure.id));
}

}  // namespace

KeptMeasure load_whole(db::Transaction& transaction, Measure measure) {
    KeptMeasure kept{std::move(measure), {}, {}};
    kept.services = list_services_of_measure(transaction, kept.measure.id);
    for (auto& entry : list_entries(transaction, kept.measure.id)) {
        const auto by = transaction.first(select_author, {entry.id}, [](const db::Row& row) {
            return row.id<base::AccountId>(0);
        });
        kept.reports.push_back({std::move(entry), by.value_or(base::AccountId{})});
    }
    return kept;
}

void insert_bin_entry(db::Transaction& transaction, const BinEntry& entry, const Removed& removed) {
    transaction.execute(
        insert_entry_sql,
        {entry.id, entry.programme, kind_of(entry.view), entry.row, entry.number,
         transaction.sealed(entry.text, "bin.text", entry.id), entry.measures, entry.guards.bits(),
         transaction.sealed(entry.reason, "bin.reason", entry.id), entry.at, entry.by_account,
         entry.by, entry.until});
    Records records(transaction, entry.id);
    if (removed.problem) records.add("problem", ledger::whole(*removed.problem));
    for (const auto& one : removed.manifestations) records.add("manifestation", whole(one));
    for (const auto& one : removed.measures) {
        records.add("measure", ledger::whole(one.measure));
        for (const auto& service : one.services) records.add("service", whole(service));
        for (const auto& report : one.reports) records.add("entry", whole(report));
    }
}

base::Result<BinEntry> load_bin_entry(db::Transaction& transaction, BinId id,
                                      const base::Scope& scope) {
    Conditions where;
    where.add("n.id = ", id);
    add_in_sight(where, scope);
    auto found = db::first(transaction,
                           std::string(select_entries) + std::string(from_entries) + where.text(),
                           where, entry_in);
    if (!found) return base::refuse(base::ErrorKind::not_found, "bin_entry_not_found");
    return std::move(*found);
}

Removed load_removed(db::Transaction& transaction, BinId id) {
    Removed removed;
    transaction.each(select_rows, {id}, [&](const db::Row& row) {
        const auto name = [&] { return name_of_keys(id.text(), row.integer(2)); };
        add_record(removed, row.text(0), decode(row.opened(1, "bin_row.fields", name)));
    });
    return removed;
}

void delete_bin_entry(db::Transaction& transaction, BinId id) {
    transaction.execute(delete_rows, {id});
    transaction.execute(delete_entry, {id});
}

BinPage list_bin(db::Transaction& transaction, ProgrammeId programme, const base::Scope& scope,
                 const Page& page) {
    Conditions where;
    where.add("n.programme_id = ", programme);
    add_in_sight(where, scope);
    const auto from = std::string(from_entries) + where.text();
    BinPage found;
    found.total = db::first(transaction, "SELECT count(*)" + from, where, [](const db::Row& row) {
                      return row.integer(0);
                  }).value_or(0);
    const auto limit = where.place_for(page.page_size);
    const auto offset = where.place_for((page.page - 1) * page.page_size);
    found.rows = db::all(transaction,
                         std::string(select_entries) + from + "\nORDER BY n.at DESC, n.id LIMIT " +
                             limit + " OFFSET " + offset,
                         where, entry_in);
    return found;
}

std::vector<ProgrammeId> list_programmes_with_over(db::Transaction& transaction, base::Date today) {
    return transaction.all(select_programmes_with_over, {today},
                           [](const db::Row& row) { return row.id<ProgrammeId>(0); });
}

std::vector<OverEntry> list_over(db::Transaction& transaction, ProgrammeId programme,
                                 base::Date today) {
    return transaction.all(select_over, {programme, today}, [](const db::Row& row) {
        return OverEntry{row.id<BinId>(0), view_in(row, 1), row.string(2)};
    });
}

}  // namespace ledger
