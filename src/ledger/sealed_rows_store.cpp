#include "ledger/sealed_rows_store.hpp"

#include <optional>

namespace ledger {
namespace {

/// What a row of the ledger is guarded by; what belongs to none is open.
std::string guards_of_row(const std::string& owner) {
    return "coalesce((SELECT g.guards FROM problem g WHERE g.id = " + owner +
           "), (SELECT g.guards FROM measure g WHERE g.id = " + owner +
           "), (SELECT g.guards FROM task g WHERE g.id = " + owner + "), 0)";
}

SealedSet guarded(std::string_view table, std::vector<SealedSet::Key> keys,
                  std::vector<std::string_view> columns, const std::string& owner) {
    return {table, std::move(keys), std::move(columns), guards_of_row(owner), owner};
}

std::vector<SealedSet> all_sets() {
    const std::string of_extension =
        "(SELECT x.row_id FROM extension x WHERE x.id = r.extension_id)";
    return {
        guarded("problem", {{"id"}}, {"text", "goal"}, "r.id"),
        guarded("manifestation", {{"id"}}, {"text"}, "r.problem_id"),
        guarded("measure", {{"id"}}, {"text", "last_entry", "stage_target"}, "r.id"),
        guarded("progress_entry", {{"id"}}, {"text", "evidence_note", "percent_reason"},
                "r.measure_id"),
        guarded("refusal", {{"id"}}, {"reason", "requirement"}, "r.subject_id"),
        guarded("application", {{"id"}}, {"summary", "similar_check", "pursuit_note"},
                "r.problem_id"),
        guarded("signing", {{"application_id"}, {"slot", true}}, {"opinion"}, "r.problem_id"),
        guarded("strike_off", {{"problem_id"}}, {"opinion"}, "r.problem_id"),
        guarded("extension", {{"id"}}, {"reason"}, "r.row_id"),
        guarded("extension_opinion", {{"extension_id"}, {"level"}}, {"note"}, of_extension),
        guarded("task", {{"id"}}, {"text", "report", "remark"}, "r.id"),
        guarded("handover_item", {{"handover_id"}, {"position", true}}, {"text"}, "r.row_id"),
        guarded("event", {{"id"}}, {"subject_text", "note"}, "r.subject_id"),
        // What rows were is sealed of all of them: one may be guarded later.
        {"ledger_history", {{"subject_id"}, {"version", true}}, {"fields"}, "1"},
        {"batch_row", {{"batch_id"}, {"position", true}}, {"changes", "fields"}, "1"},
        {"bin", {{"id"}}, {"text", "reason"}, "1"},
        {"bin_row", {{"bin_id"}, {"position", true}}, {"fields"}, "1"},
        // Names of files are sealed wherever they stand, notices whatever they are about.
        {"slip_evidence", {{"problem_id"}, {"position", true}}, {"name"}, "1"},
        {"notice", {{"id"}}, {"basis", "requirement", "matter"}, "1"},
        {"notice_item", {{"notice_id"}, {"measure_id"}}, {"text"}, "1"},
        {"notice_step", {{"notice_id"}, {"position", true}}, {"text"}, "1"},
    };
}

struct StoredRow {
    SealedKeys keys;
    bool wanted = false;
    std::vector<std::optional<std::string>> texts;  // by column
};

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string all;
    for (const auto& part : parts) all += (all.empty() ? "" : std::string(between)) + part;
    return all;
}

std::string keys_of(const SealedSet& set) {
    std::vector<std::string> names;
    for (const auto& key : set.keys) names.push_back("r." + std::string(key.name));
    return joined(names, ", ");
}

std::string select_of(const SealedSet& set) {
    std::string sql = "SELECT " + keys_of(set) + ", " + set.wanted;
    for (const auto column : set.columns) sql += ", r." + std::string(column);
    return sql + "\nFROM " + std::string(set.table) + " r";
}

db::Parameter parameter_of(const std::variant<std::string, std::int64_t>& key) {
    if (const auto* number = std::get_if<std::int64_t>(&key)) return *number;
    return std::get<std::string>(key);
}

StoredRow row_in(const db::Row& row, const SealedSet& set) {
    StoredRow found;
    int column = 0;
    for (const auto& key : set.keys) {
        if (key.is_number)
            found.keys.emplace_back(row.integer(column));
        else
            found.keys.emplace_back(row.string(column));
        ++column;
    }
    found.wanted = row.integer(column++) != 0;
    for (std::size_t i = 0; i < set.columns.size(); ++i, ++column)
        found.texts.push_back(row.is_null(column) ? std::nullopt
                                                  : std::optional(row.string(column)));
    return found;
}

std::string name_of(const SealedKeys& keys) {
    std::vector<std::string> parts;
    for (const auto& key : keys) {
        const auto* number = std::get_if<std::int64_t>(&key);
        parts.push_back(number != nullptr ? std::to_string(*number) : std::get<std::string>(key));
    }
    return joined(parts, "/");
}

/// The text in the form it should have, or nothing when it has it. Throws base::SealBroken.
std::optional<std::string> put_right(const base::Sealer& sealer, const std::string& text,
                                     const base::Place& place, bool seal) {
    const bool sealed = base::is_sealed(text);
    if (!seal) return sealed ? std::optional(sealer.open(text, place)) : std::nullopt;
    if (text.empty() || !sealer.seals() || (sealed && sealer.is_newest(text))) return std::nullopt;
    return sealer.seal(sealer.open(text, place), place);
}

/// A text in its old and its new form.
struct Reformed {
    const std::string &before, &after;
};

/// Leaves it when somebody changed it since it was read; they wrote it in the right form.
bool save(db::Transaction& transaction, const SealedSet& set, std::string_view column,
          const SealedKeys& keys, const Reformed& text) {
    std::vector<db::Parameter> values{text.after, text.before};
    auto sql = "UPDATE " + std::string(set.table) + " SET " + std::string(column) + " = $1 WHERE " +
               std::string(column) + " = $2";
    for (std::size_t i = 0; i < keys.size(); ++i) {
        values.push_back(parameter_of(keys[i]));
        sql += " AND " + std::string(set.keys[i].name) + " = $" + std::to_string(values.size());
    }
    return transaction.run(sql, std::span<const db::Parameter>(values), db::EachRow()) == 1;
}

/// How many texts changed. What is broken is told, or thrown where nobody listens.
std::int64_t put_right(db::Transaction& transaction, const SealedSet& set, const StoredRow& row,
                       SealingAim aim, std::vector<std::string>* broken) {
    std::int64_t changed = 0;
    const auto name = name_of(row.keys);
    for (std::size_t i = 0; i < set.columns.size(); ++i) {
        if (!row.texts[i]) continue;
        const auto field = std::string(set.table) + "." + std::string(set.columns[i]);
        try {
            const auto text = put_right(*transaction.sealer(), *row.texts[i], {field, name},
                                        aim == SealingAim::as_wanted && row.wanted);
            if (!text) continue;
            if (save(transaction, set, set.columns[i], row.keys, {*row.texts[i], *text})) ++changed;
        } catch (const base::SealBroken&) {
            if (broken == nullptr) throw;
            broken->push_back(field + " " + name);
        }
    }
    return changed;
}

/// `rows` are the ids of the problems and measures that are meant, by their one parameter.
template <class Id>
void seal_anew(db::Transaction& transaction, std::string_view rows, Id id) {
    if (transaction.sealer() == nullptr) return;
    for (const auto& set : sealed_sets()) {
        if (set.owner.empty()) continue;
        const auto sql =
            select_of(set) + "\nWHERE " + set.owner + " IN (" + std::string(rows) + ")";
        const auto found =
            transaction.all(sql, {id}, [&](const db::Row& row) { return row_in(row, set); });
        for (const auto& row : found)
            put_right(transaction, set, row, SealingAim::as_wanted, nullptr);
    }
}

constexpr std::string_view rows_of_problem = R"sql(
SELECT id FROM problem WHERE id = $1 UNION ALL SELECT id FROM measure WHERE problem_id = $1)sql";
constexpr std::string_view rows_of_programme = R"sql(
SELECT id FROM problem WHERE programme_id = $1
UNION ALL SELECT id FROM measure WHERE programme_id = $1
UNION ALL SELECT id FROM task WHERE programme_id = $1)sql";

}  // namespace

std::span<const SealedSet> sealed_sets() {
    static const auto sets = all_sets();
    return sets;
}

SealedBatch seal_batch(db::Transaction& transaction, const SealedSet& set, const SealedKeys& behind,
                       std::int64_t rows_max, SealingAim aim) {
    std::vector<db::Parameter> values;
    std::vector<std::string> places;
    for (const auto& key : behind) {
        values.push_back(parameter_of(key));
        places.push_back("$" + std::to_string(values.size()));
    }
    auto sql = select_of(set);
    if (!behind.empty()) sql += "\nWHERE (" + keys_of(set) + ") > (" + joined(places, ", ") + ")";
    values.emplace_back(rows_max);
    sql += "\nORDER BY " + keys_of(set) + " LIMIT $" + std::to_string(values.size());
    std::vector<StoredRow> rows;
    transaction.run(sql, std::span<const db::Parameter>(values),
                    [&](const db::Row& row) { rows.push_back(row_in(row, set)); });
    SealedBatch batch;
    for (const auto& row : rows)
        batch.changed += put_right(transaction, set, row, aim, &batch.broken);
    batch.rows = static_cast<std::int64_t>(rows.size());
    if (batch.rows == rows_max) batch.last = std::move(rows.back().keys);
    return batch;
}

void seal_anew(db::Transaction& transaction, ProblemId problem) {
    seal_anew(transaction, rows_of_problem, problem);
}

void seal_anew(db::Transaction& transaction, ProgrammeId programme) {
    seal_anew(transaction, rows_of_programme, programme);
}

}  // namespace ledger
