#include "narrative/edition_store.hpp"

#include <map>

#include "base/utf8.hpp"
#include "db/conditions.hpp"
#include "drafting/plan_version.hpp"
#include "ledger/problem_store.hpp"
#include "ledger/scope_store.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace narrative {
namespace {

using db::Conditions;

constexpr std::string_view insert_edition_sql = R"sql(
INSERT INTO narrative_edition (id, narrative_id, programme_id, kind, number, title,
                               document_number, number_key, issued_on, issuer, addressee, signer,
                               digest, guards, issued_by, issued_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16))sql";
constexpr std::string_view insert_line = R"sql(
INSERT INTO edition_line (edition_id, position, part, kind, text, row_kind, row_id, guards)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql";
constexpr std::string_view insert_figure = R"sql(
INSERT INTO edition_figure (edition_id, position, name, form, whole, words, shares)
VALUES ($1, $2, $3, $4, $5, $6, $7))sql";
constexpr std::string_view insert_row = R"sql(
INSERT INTO edition_row (edition_id, position, row_kind, row_id, number, text, guards)
VALUES ($1, $2, $3, $4, $5, $6, $7))sql";
constexpr std::string_view select_editions = R"sql(
SELECT n.id, n.narrative_id, n.programme_id, n.kind, n.number, n.title, n.document_number,
       n.issued_on, n.issuer, n.addressee, n.signer, n.digest, n.guards, n.issued_by, n.issued_at
FROM narrative_edition n JOIN programme g ON g.id = n.programme_id
     JOIN unit u ON u.id = g.inspected_unit_id)sql";
constexpr std::string_view select_lines = R"sql(
SELECT position, part, kind, text, row_kind, row_id, guards FROM edition_line
WHERE edition_id = $1 ORDER BY position)sql";
constexpr std::string_view select_figures = R"sql(
SELECT name, form, whole, words, shares FROM edition_figure
WHERE edition_id = $1 ORDER BY position)sql";
constexpr std::string_view select_rows = R"sql(
SELECT position, row_kind, row_id, number, text, guards FROM edition_row
WHERE edition_id = $1 ORDER BY position)sql";
constexpr std::string_view count_numbered =
    "SELECT count(*) FROM narrative_edition WHERE number_key = $1";
constexpr std::string_view count_of_narrative =
    "SELECT count(*) FROM narrative_edition WHERE narrative_id = $1";

// The first line of a part is its heading; no line of a document is of this kind.
constexpr std::string_view heading_kind = "heading";
constexpr std::string_view form_names[]{"count", "yuan", "share"};

std::string name_of_place(EditionId edition, std::int64_t position) {
    return ledger::name_of_keys(edition.text(), position);
}

Edition edition_in(const db::Row& row) {
    Edition one;
    one.id = row.id<EditionId>(0);
    one.narrative = row.id<NarrativeId>(1);
    one.programme = row.id<ProgrammeId>(2);
    one.kind = narrative_kind_of(row.text(3)).value_or(NarrativeKind::other_report);
    one.number = row.integer(4);
    one.title = row.string(5);
    one.issue = {row.string(6), row.date(7), row.string(8), row.string(9), row.string(10)};
    one.digest = row.string(11);
    one.guards = ledger::guards_in(row, 12);
    one.issued_by = row.string(13);
    one.issued_at = row.instant(14);
    return one;
}

/// That n is of a programme whose inspected unit the scope covers, and all in it cleared.
void add_in_scope(Conditions& where, const base::Scope& scope) {
    ledger::add_addressed_in_scope(where, scope);
    where.add_fixed("(n.guards & " + where.place_for(scope.withheld().bits()) + ") = 0");
}

std::vector<Edition> list_where(db::Transaction& transaction, const Conditions& where,
                                std::string_view order) {
    return db::all(transaction, std::string(select_editions) + where.text() + std::string(order),
                   where, edition_in);
}

void insert_document(db::Transaction& transaction, const EditionContent& content) {
    const auto id = content.edition.id;
    std::int64_t position = 0;
    const auto insert = [&](Part part, std::string_view kind, const Line& line) {
        ++position;
        const auto text =
            transaction.sealed(line.text, "edition_line.text", name_of_place(id, position));
        transaction.execute(insert_line, {id, position, name_of(part), kind, text, line.row_kind,
                                          line.row, line.guards.bits()});
    };
    for (const auto& part : content.document) {
        insert(part.part, heading_kind, {LineKind::body, part.heading, {}, {}, {}});
        for (const auto& line : part.lines) insert(part.part, name_of(line.kind), line);
    }
}

/// The rows behind all figures, each under one number.
class FrozenRows {
  public:
    FrozenRows(db::Transaction& transaction, EditionId edition)
        : transaction_(transaction), edition_(edition) {}

    std::int64_t place_of(const FigureRow& row) {
        const auto [found, is_new] = places_.emplace(std::pair(row.kind, row.id),
                                                     static_cast<std::int64_t>(places_.size()) + 1);
        if (is_new) insert(found->second, row);
        return found->second;
    }

  private:
    void insert(std::int64_t place, const FigureRow& row) {
        const auto text =
            transaction_.sealed(row.text, "edition_row.text", name_of_place(edition_, place));
        transaction_.execute(
            insert_row, {edition_, place, row.kind, row.id, row.number, text, row.guards.bits()});
    }

    db::Transaction& transaction_;
    EditionId edition_;
    std::map<std::pair<std::string, std::string>, std::int64_t> places_;
};

void insert_figures(db::Transaction& transaction, const EditionContent& content) {
    const auto id = content.edition.id;
    FrozenRows rows(transaction, id);
    std::int64_t position = 0;
    for (const auto& [figure, words] : content.figures) {
        std::string shares;
        for (const auto& row : figure.rows)
            shares += (shares.empty() ? "" : " ") + std::to_string(rows.place_of(row)) + ":" +
                      std::to_string(row.amount);
        transaction.execute(insert_figure, {id, ++position, figure.name,
                                            form_names[static_cast<std::size_t>(figure.form)],
                                            figure.whole, words, shares});
    }
}

Document load_document(db::Transaction& transaction, EditionId id) {
    Document document;
    transaction.each(select_lines, {id}, [&](const db::Row& row) {
        const auto position = row.integer(0);
        auto text = row.opened(3, "edition_line.text", [&] { return name_of_place(id, position); });
        if (row.text(2) == heading_kind) {
            document.push_back({part_of(row.text(1)).value_or(Part::opening), std::move(text), {}});
            return;
        }
        if (!document.empty())
            document.back().lines.push_back({line_kind_of(row.text(2)).value_or(LineKind::body),
                                             std::move(text), row.string(4), row.string(5),
                                             ledger::guards_in(row, 6)});
    });
    return document;
}

using RowsByPlace = std::map<std::int64_t, FigureRow>;
RowsByPlace load_rows(db::Transaction& transaction, EditionId id) {
    RowsByPlace rows;
    transaction.each(select_rows, {id}, [&](const db::Row& row) {
        const auto place = row.integer(0);
        rows[place] = {row.string(1),
                       row.string(2),
                       row.integer(3),
                       row.opened(4, "edition_row.text", [&] { return name_of_place(id, place); }),
                       1,
                       ledger::guards_in(row, 5)};
    });
    return rows;
}

FigureForm form_named(std::string_view name) {
    if (name == form_names[1]) return FigureForm::yuan;
    return name == form_names[2] ? FigureForm::share : FigureForm::count;
}

/// "12:1 13:1"
std::vector<FigureRow> rows_in(std::string_view shares, const RowsByPlace& all) {
    std::vector<FigureRow> rows;
    while (!shares.empty()) {
        auto amount = base::cut(shares, ' ');
        const auto place = base::cut(amount, ':');
        const auto found = all.find(std::stoll(std::string(place)));
        if (found == all.end()) continue;
        rows.push_back(found->second);
        rows.back().amount = std::stoll(std::string(amount));
    }
    return rows;
}

}  // namespace

void insert_edition(db::Transaction& transaction, const EditionContent& content) {
    const auto& one = content.edition;
    const auto key = drafting::number_key(one.issue.number);
    transaction.execute(
        insert_edition_sql,
        {one.id, one.narrative, one.programme, name_of(one.kind), one.number, one.title,
         one.issue.number, key.empty() ? std::nullopt : std::optional<std::string_view>(key),
         one.issue.on, one.issue.issuer, one.issue.addressee, one.issue.signer, one.digest,
         one.guards.bits(), one.issued_by, one.issued_at});
    insert_document(transaction, content);
    insert_figures(transaction, content);
}

std::optional<Edition> find_edition(db::Transaction& transaction, EditionId id,
                                    const base::Scope& scope) {
    Conditions where;
    add_in_scope(where, scope);
    where.add("n.id = ", id);
    auto found = list_where(transaction, where, "");
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Edition> list_editions(db::Transaction& transaction, ProgrammeId programme,
                                   const base::Scope& scope) {
    Conditions where;
    add_in_scope(where, scope);
    where.add("n.programme_id = ", programme);
    return list_where(transaction, where, "\nORDER BY n.issued_at DESC, n.number DESC, n.id");
}

std::optional<Edition> find_latest_edition(db::Transaction& transaction, ProgrammeId programme,
                                           std::optional<NarrativeKind> kind,
                                           const base::Scope& scope) {
    for (auto& one : list_editions(transaction, programme, scope))
        if (!kind || one.kind == *kind) return std::move(one);
    return std::nullopt;
}

std::optional<Edition> find_edition_before(db::Transaction& transaction, const Edition& edition) {
    Conditions where;
    where.add("n.narrative_id = ", edition.narrative);
    where.add("n.number = ", edition.number - 1);
    auto found = list_where(transaction, where, "");
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

EditionContent load_edition(db::Transaction& transaction, const Edition& edition) {
    EditionContent content{edition, load_document(transaction, edition.id), {}};
    const auto rows = load_rows(transaction, edition.id);
    transaction.each(select_figures, {edition.id}, [&](const db::Row& row) {
        content.figures.push_back(
            {{row.string(0), form_named(row.text(1)), rows_in(row.text(4), rows), row.integer(2)},
             row.string(3)});
    });
    return content;
}

bool is_number_used(db::Transaction& transaction, std::string_view number) {
    const auto key = drafting::number_key(number);
    if (key.empty()) return false;
    return transaction
               .first(count_numbered, {key}, [](const db::Row& row) { return row.integer(0); })
               .value_or(0) > 0;
}

std::int64_t count_editions(db::Transaction& transaction, NarrativeId narrative) {
    return transaction
        .first(count_of_narrative, {narrative}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

}  // namespace narrative
