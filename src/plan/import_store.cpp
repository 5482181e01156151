#include "plan/import_store.hpp"

#include <charconv>

namespace plan {
namespace {

Import import_in(const db::Row& row) {
    return {row.id<ImportId>(0), row.id<ledger::ProgrammeId>(1),
            row.string(2),       row.string(3),
            row.string(4),       row.string(5),
            row.string(10),      import_state_of(row.text(6)).value_or(ImportState::read),
            row.instant(7),      row.string(8),
            row.integer(9)};
}

int number_in(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// Cells in one column: "column columns continued" is the name, the text the value.
std::string encode(const std::vector<office::Cell>& cells) {
    ledger::Fields fields;
    for (const auto& cell : cells) {
        fields.emplace_back(std::to_string(cell.column) + ' ' + std::to_string(cell.columns) +
                                (cell.continued ? " 1" : " 0"),
                            cell.text);
    }
    return ledger::encode(fields);
}

std::vector<office::Cell> decode_cells(std::string_view text) {
    std::vector<office::Cell> cells;
    for (auto& [name, value] : ledger::decode(text)) {
        const auto first = name.find(' '), second = name.rfind(' ');
        if (first == std::string::npos || first == second) continue;
        const std::string_view view = name;
        cells.push_back({std::move(value), number_in(view.substr(0, first)),
                         number_in(view.substr(first + 1, second - first - 1)),
                         view.back() == '1'});
    }
    return cells;
}

/// A document is sealed whole, whatever becomes of its rows: one of them may be guarded later.
std::string part_name(ImportId id, std::int64_t number) {
    return id.text() + "/" + std::to_string(number);
}

std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const auto& line : lines) all += line + '\n';
    return all;
}

std::vector<std::string> lines_in(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t end; (end = text.find('\n')) != std::string_view::npos;
         text.remove_prefix(end + 1))
        lines.emplace_back(text.substr(0, end));
    return lines;
}

}  // namespace

constexpr std::string_view insert_import_sql = R"sql(
INSERT INTO import (id, programme_id, file_name, digest, kind, title, state, uploaded_at, by_name,
                    version, mark)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))sql";

void insert_import(db::Transaction& transaction, const Import& import) {
    transaction.execute(
        insert_import_sql,
        {import.id, import.programme, import.file_name, import.digest, import.kind, import.title,
         name_of(import.state), import.uploaded_at, import.by, import.version, import.mark});
}

constexpr std::string_view select_import = R"sql(
SELECT id, programme_id, file_name, digest, kind, title, state, uploaded_at, by_name, version,
       mark
FROM import WHERE id = $1)sql";

base::Result<Import> load_import(db::Transaction& transaction, ImportId id) {
    auto found = transaction.first(select_import, {id}, import_in);
    if (!found) return base::refuse(base::ErrorKind::not_found, "import_not_found");
    return std::move(*found);
}

constexpr std::string_view update_import =
    "UPDATE import SET state = $3, version = version + 1 WHERE id = $1 AND version = $2";

base::Result<void> save_import(db::Transaction& transaction, const Import& import) {
    const auto changed =
        transaction.execute(update_import, {import.id, import.version, name_of(import.state)});
    if (changed == 0) return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it");
    return {};
}

constexpr std::string_view select_imports = R"sql(
SELECT id, programme_id, file_name, digest, kind, title, state, uploaded_at, by_name, version,
       mark
FROM import WHERE programme_id = $1 ORDER BY uploaded_at DESC, id DESC)sql";

std::vector<Import> list_imports(db::Transaction& transaction, ledger::ProgrammeId programme) {
    return transaction.all(select_imports, {programme}, import_in);
}

constexpr std::string_view delete_rows = "DELETE FROM import_row WHERE import_id = $1";
constexpr std::string_view delete_blocks = "DELETE FROM import_block WHERE import_id = $1";
constexpr std::string_view delete_import_sql = "DELETE FROM import WHERE id = $1";

void delete_import(db::Transaction& transaction, ImportId id) {
    transaction.execute(delete_rows, {id});
    transaction.execute(delete_blocks, {id});
    transaction.execute(delete_import_sql, {id});
}

constexpr std::string_view insert_block = R"sql(
INSERT INTO import_block (import_id, number, kind, text, outline_level, table_number, table_name,
                          header, cells)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql";

void insert_blocks(db::Transaction& transaction, ImportId id,
                   const std::vector<office::Block>& blocks) {
    for (const auto& block : blocks) {
        const auto kind = block.kind == office::Block::Kind::paragraph ? "paragraph" : "table_row";
        const auto name = part_name(id, static_cast<std::int64_t>(block.number));
        const auto text = transaction.sealed(block.text, "import_block.text", name);
        const auto cells = transaction.sealed(encode(block.cells), "import_block.cells", name);
        transaction.execute(insert_block, {id, block.number, kind, text, block.outline_level,
                                           block.table, block.table_name, block.header, cells});
    }
}

constexpr std::string_view select_blocks = R"sql(
SELECT number, kind, text, outline_level, table_number, table_name, header, cells
FROM import_block WHERE import_id = $1 ORDER BY number)sql";

std::vector<office::Block> list_blocks(db::Transaction& transaction, ImportId id) {
    return transaction.all(select_blocks, {id}, [&](const db::Row& row) {
        const auto name = [&] { return part_name(id, row.integer(0)); };
        office::Block block;
        block.number = static_cast<std::size_t>(row.integer(0));
        block.kind = row.text(1) == "paragraph" ? office::Block::Kind::paragraph
                                                : office::Block::Kind::table_row;
        block.text = row.opened(2, "import_block.text", name);
        block.outline_level = static_cast<int>(row.integer(3));
        block.table = static_cast<int>(row.integer(4));
        block.table_name = row.string(5);
        block.header = row.boolean(6);
        block.cells = decode_cells(row.opened(7, "import_block.cells", name));
        return block;
    });
}

constexpr std::string_view insert_row = R"sql(
INSERT INTO import_row (import_id, position, level, number, text, responsibility, deadline_kind,
                        deadline_text, deadline_date, status, progress, source_first, source_last,
                        shares, dropped)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15))sql";

void save_draft(db::Transaction& transaction, ImportId id, const Draft& draft) {
    transaction.execute(delete_rows, {id});
    std::int64_t position = 0;
    for (const auto& row : draft) {
        const auto name = part_name(id, ++position);
        const auto text = transaction.sealed(row.text, "import_row.text", name);
        const auto progress = transaction.sealed(row.progress, "import_row.progress", name);
        transaction.execute(
            insert_row,
            {id, position, name_of(row.level), row.number, text, ledger::encode(row.responsibility),
             name_of(row.deadline.kind), row.deadline.text, row.deadline.date, row.status, progress,
             row.source.first, row.source.last, joined(row.shares), row.dropped});
    }
}

constexpr std::string_view select_rows = R"sql(
SELECT level, number, text, responsibility, deadline_kind, deadline_text, deadline_date, status,
       progress, source_first, source_last, shares, dropped, position
FROM import_row WHERE import_id = $1 ORDER BY position)sql";

Draft load_draft(db::Transaction& transaction, ImportId id) {
    return transaction.all(select_rows, {id}, [&](const db::Row& row) {
        const auto name = [&] { return part_name(id, row.integer(13)); };
        DraftRow found;
        found.level = level_of(row.text(0)).value_or(Level::measure);
        found.number = row.string(1);
        found.text = row.opened(2, "import_row.text", name);
        found.responsibility = ledger::decode_responsibility(row.text(3));
        found.deadline = {
            ledger::deadline_kind_of(row.text(4)).value_or(ledger::DeadlineKind::unspecified),
            row.string(5), row.optional_date(6)};
        found.status = row.string(7);
        found.progress = row.opened(8, "import_row.progress", name);
        found.source = {static_cast<std::size_t>(row.integer(9)),
                        static_cast<std::size_t>(row.integer(10))};
        found.shares = lines_in(row.text(11));
        found.dropped = row.boolean(12);
        return found;
    });
}

constexpr std::string_view insert_effect = R"sql(
INSERT INTO import_effect (import_id, position, effect, subject_kind, subject_id, version, before)
VALUES ($1, $2, $3, $4, $5, $6, $7))sql";

void insert_effects(db::Transaction& transaction, ImportId id, const std::vector<Effect>& effects) {
    std::int64_t position = 0;
    for (const auto& effect : effects) {
        const auto what = effect.what == Effect::What::created ? "created" : "changed";
        const auto before = transaction.sealed(ledger::encode(effect.before),
                                               "import_effect.before", part_name(id, ++position));
        transaction.execute(insert_effect, {id, position, what, effect.subject_kind,
                                            effect.subject_id, effect.version, before});
    }
}

constexpr std::string_view select_effects = R"sql(
SELECT effect, subject_kind, subject_id, version, before, position FROM import_effect
    WHERE import_id = $1 ORDER BY position)sql";

std::vector<Effect> list_effects(db::Transaction& transaction, ImportId id) {
    return transaction.all(select_effects, {id}, [&](const db::Row& row) {
        const auto what = row.text(0) == "created" ? Effect::What::created : Effect::What::changed;
        return Effect{what, row.string(1), row.string(2), row.integer(3),
                      ledger::decode(row.opened(4, "import_effect.before",
                                                [&] { return part_name(id, row.integer(5)); }))};
    });
}

constexpr std::string_view count_touched_sql = R"sql(
WITH effect AS (SELECT subject_kind, subject_id, version, effect FROM import_effect
    WHERE import_id = $1)
SELECT (SELECT count(*) FROM effect e JOIN problem p ON p.id = e.subject_id
        WHERE e.subject_kind = 'problem' AND p.version <> e.version)
     + (SELECT count(*) FROM effect e JOIN measure m ON m.id = e.subject_id
        WHERE e.subject_kind = 'measure' AND m.version <> e.version)
     + (SELECT count(*) FROM effect e JOIN measure m ON m.problem_id = e.subject_id
        WHERE e.subject_kind = 'problem' AND e.effect = 'created'
          AND NOT EXISTS (SELECT 1 FROM effect o WHERE o.subject_id = m.id))
     + (SELECT count(*) FROM effect e JOIN problem p ON p.area_id = e.subject_id
        WHERE e.subject_kind = 'area' AND e.effect = 'created'
          AND NOT EXISTS (SELECT 1 FROM effect o WHERE o.subject_id = p.id))
     + (SELECT count(*) FROM effect e JOIN problem p ON p.predecessor_id = e.subject_id
        WHERE e.subject_kind = 'problem' AND e.effect = 'created')
     + (SELECT count(*) FROM effect e JOIN measure_service s ON s.problem_id = e.subject_id
        WHERE e.subject_kind = 'problem' AND e.effect = 'created'
          AND NOT EXISTS (SELECT 1 FROM effect o WHERE o.subject_id = s.measure_id))
     + (SELECT count(*) FROM effect e
        WHERE e.effect = 'changed' AND e.subject_kind IN ('problem', 'measure')
          AND NOT EXISTS (SELECT 1 FROM problem p WHERE p.id = e.subject_id)
          AND NOT EXISTS (SELECT 1 FROM measure m WHERE m.id = e.subject_id))
     + (SELECT count(*) FROM effect e JOIN evidence_link l ON l.subject_id = e.subject_id
        WHERE e.effect = 'created')
     + (SELECT count(*) FROM effect e JOIN agenda_item i ON i.subject_id = e.subject_id
        WHERE e.effect = 'created')
     + (SELECT count(*) FROM effect e JOIN check_row k
        ON k.measure_id = e.subject_id OR k.problem_id = e.subject_id
         WHERE e.effect = 'created')
     + (SELECT count(*) FROM effect e JOIN plan_block b ON b.row_id = e.subject_id
        WHERE e.effect = 'created')
     + (SELECT count(*) FROM effect e JOIN plan_comment c ON c.problem_id = e.subject_id
        WHERE e.effect = 'created')
     + (SELECT count(*) FROM effect e JOIN phase f ON f.id = e.subject_id
        WHERE e.subject_kind = 'phase' AND f.version <> e.version)
     + (SELECT count(*) FROM effect e JOIN task t ON t.id = e.subject_id
        WHERE e.subject_kind = 'task' AND t.version <> e.version)
     + (SELECT count(*) FROM effect e JOIN task t ON t.origin_id = e.subject_id
        WHERE e.subject_kind = 'phase' AND e.effect = 'created'
          AND NOT EXISTS (SELECT 1 FROM effect o WHERE o.subject_id = t.id))
     + (SELECT count(*) FROM effect e JOIN notice_item i ON i.measure_id = e.subject_id
        JOIN notice n ON n.id = i.notice_id
        WHERE e.effect = 'created' AND n.state <> 'proposed'))sql";

std::int64_t count_touched(db::Transaction& transaction, ImportId id) {
    return transaction
        .first(count_touched_sql, {id}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

constexpr std::string_view count_created_sql = R"sql(
SELECT h.unit_id, count(*) FROM import_effect e JOIN measure_unit h ON h.measure_id = e.subject_id
WHERE e.import_id = $1 AND e.effect = 'created' AND e.subject_kind = 'measure'
GROUP BY h.unit_id ORDER BY h.unit_id)sql";

std::vector<ledger::Assigned> count_created_by_unit(db::Transaction& transaction, ImportId id) {
    return transaction.all(count_created_sql, {id}, [](const db::Row& row) {
        return ledger::Assigned{row.id<base::UnitId>(0), row.integer(1)};
    });
}

}  // namespace plan
