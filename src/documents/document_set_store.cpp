#include "documents/document_set_store.hpp"

#include "base/utf8.hpp"

namespace documents {
namespace {

std::string text_of(const std::vector<DocumentKind>& kinds) {
    std::string names;
    for (const auto kind : kinds) names += (names.empty() ? "" : ",") + std::string(name_of(kind));
    return names;
}

std::vector<DocumentKind> kinds_in(std::string_view names) {
    std::vector<DocumentKind> kinds;
    while (!names.empty())
        if (const auto kind = document_kind_of(base::cut(names, ','))) kinds.push_back(*kind);
    return kinds;
}

}  // namespace

constexpr std::string_view select_sets = R"sql(
SELECT id, name, kinds, period, as_pdf, workbooks, shared, owner_id, by_name, at
FROM document_set WHERE programme_id = $1 AND (shared = 1 OR owner_id = $2)
ORDER BY shared DESC, name)sql";

std::vector<DocumentSet> list_document_sets(db::Transaction& transaction,
                                            base::ProgrammeId programme, base::AccountId account) {
    return transaction.all(select_sets, {programme, account}, [](const db::Row& row) {
        DocumentSet one;
        one.id = row.id<DocumentSetId>(0);
        one.name = row.string(1);
        one.choice = {kinds_in(row.text(2)), set_period_of(row.text(3)).value_or(SetPeriod::month),
                      row.boolean(4), row.boolean(5)};
        one.shared = row.boolean(6);
        one.owner = row.id<base::AccountId>(7);
        one.by = row.string(8);
        one.at = row.instant(9);
        return one;
    });
}

constexpr std::string_view upsert_set = R"sql(
INSERT INTO document_set (id, programme_id, name, kinds, period, as_pdf, workbooks, shared,
                          owner_id, by_name, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT (id) DO UPDATE
SET kinds = excluded.kinds, period = excluded.period, as_pdf = excluded.as_pdf,
    workbooks = excluded.workbooks, owner_id = excluded.owner_id, by_name = excluded.by_name,
    at = excluded.at)sql";

void save_document_set(db::Transaction& transaction, base::ProgrammeId programme,
                       const DocumentSet& one) {
    const auto kinds = text_of(one.choice.kinds);
    transaction.execute(upsert_set, {one.id, programme, one.name, kinds, name_of(one.choice.period),
                                     one.choice.as_pdf, one.choice.workbooks, one.shared, one.owner,
                                     one.by, one.at});
}

constexpr std::string_view delete_set = "DELETE FROM document_set WHERE id = $1";

void delete_document_set(db::Transaction& transaction, DocumentSetId id) {
    transaction.execute(delete_set, {id});
}

}  // namespace documents
