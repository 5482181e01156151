#include "supervision/check_file_store.hpp"

#include "evidence/evidence_store.hpp"

namespace supervision {
namespace {

constexpr std::string_view insert_sql = R"sql(
INSERT INTO check_file (id, row_id, programme_id, name, description, kind, document_date, digest,
                        by_account, by_name, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))sql";
constexpr std::string_view remove_sql = R"sql(
UPDATE check_file SET removed_at = $2, removed_by = $3, removal_reason = $4
WHERE id = $1 AND removed_at IS NULL)sql";
constexpr std::string_view select_files = R"sql(
SELECT x.row_id, x.id, x.programme_id, x.name, x.description, x.kind, x.document_date, x.by_account,
       x.by_name, x.at, x.removed_at, x.removed_by, )sql";
constexpr int file_from = 12;  // the columns of the file stand behind
constexpr std::string_view of_one = R"sql(
FROM check_file x JOIN evidence_file f ON f.digest = x.digest WHERE x.id = $1)sql";
constexpr std::string_view of_check = R"sql(
FROM check_file x JOIN evidence_file f ON f.digest = x.digest JOIN check_row k ON k.id = x.row_id
WHERE k.check_id = $1 AND x.removed_at IS NULL ORDER BY x.at, x.id)sql";

std::string selecting(std::string_view from) {
    return std::string(select_files) + std::string(evidence::file_columns()) + std::string(from);
}

FileAtRow file_at_row_in(const db::Row& row) {
    evidence::Evidence one;
    one.id = one.series = row.id<evidence::EvidenceId>(1);
    one.programme = row.id<base::ProgrammeId>(2);
    one.name = row.opened(3, "check_file.name", one.id);
    one.description = row.opened(4, "check_file.description", one.id);
    one.kind = evidence::evidence_kind_of(row.text(5)).value_or(evidence::EvidenceKind::other);
    one.document_date = row.optional_date(6);
    one.by_account = row.id<base::AccountId>(7);
    one.by = row.string(8);
    one.at = row.instant(9);
    if (const auto at = row.optional_instant(10))
        one.removed = evidence::Removal{*at, row.string(11), {}};
    auto file = evidence::file_in(row, file_from);
    one.digest = file.digest;
    return {row.id<CheckRowId>(0), {std::move(one), std::move(file)}};
}

}  // namespace

void insert_check_file(db::Transaction& transaction, CheckRowId row,
                       const evidence::Evidence& one) {
    const auto name = transaction.sealed(one.name, "check_file.name", one.id);
    const auto description = transaction.sealed(one.description, "check_file.description", one.id);
    transaction.execute(insert_sql,
                        {one.id, row, one.programme, name, description, evidence::name_of(one.kind),
                         one.document_date, one.digest, one.by_account, one.by, one.at});
}

void save_check_file_removal(db::Transaction& transaction, evidence::EvidenceId id,
                             const evidence::Removal& removal) {
    const auto reason = transaction.sealed(removal.reason, "check_file.removal_reason", id);
    transaction.execute(remove_sql, {id, removal.at, removal.by, reason});
}

std::optional<FileAtRow> find_check_file(db::Transaction& transaction, evidence::EvidenceId id) {
    return transaction.first(selecting(of_one), {id}, file_at_row_in);
}

std::map<CheckRowId, std::vector<evidence::Item>> list_check_files(db::Transaction& transaction,
                                                                   CheckId check) {
    std::map<CheckRowId, std::vector<evidence::Item>> files;
    transaction.each(selecting(of_check), {check}, [&](const db::Row& row) {
        auto one = file_at_row_in(row);
        files[one.row].push_back(std::move(one.item));
    });
    return files;
}

ledger::SealedSet sealed_check_files() {
    return {"check_file", {{"id"}}, {"name", "description", "removal_reason"}, "1"};
}

}  // namespace supervision
