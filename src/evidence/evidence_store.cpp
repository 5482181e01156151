#include "evidence/evidence_store.hpp"

namespace evidence {
namespace {

constexpr int file_from = 16;  // the columns of the version stand before those of its file

template <class RowId>
std::optional<Removal> removal_in(const db::Row& row, int column, std::string_view field,
                                  const RowId& id) {
    if (row.is_null(column)) return std::nullopt;
    return Removal{row.instant(column), row.string(column + 1), row.opened(column + 2, field, id)};
}

constexpr std::string_view version_reason = "evidence.removal_reason",
                           link_reason = "evidence_link.removal_reason";

std::string link_name(std::string_view series, std::string_view subject, base::Instant at) {
    return std::string(series) + "/" + std::string(subject) + "/" + std::to_string(at.milliseconds);
}

Item item_in(const db::Row& row) {
    Evidence evidence;
    evidence.id = row.id<EvidenceId>(0);
    evidence.series = row.id<EvidenceId>(1);
    evidence.programme = row.id<base::ProgrammeId>(2);
    evidence.name = row.opened(3, "evidence.name", evidence.id);
    evidence.description = row.opened(4, "evidence.description", evidence.id);
    evidence.kind = evidence_kind_of(row.text(5)).value_or(EvidenceKind::other);
    evidence.document_date = row.optional_date(6);
    evidence.digest = row.string(7);
    evidence.version = row.integer(8);
    evidence.replaces = row.optional_id<EvidenceId>(9);
    evidence.by_account = row.id<base::AccountId>(10);
    evidence.by = row.string(11);
    evidence.at = row.instant(12);
    evidence.removed = removal_in(row, 13, version_reason, evidence.id);
    return {std::move(evidence), file_in(row, file_from)};
}

Link link_in(const db::Row& row) {
    return {row.id<EvidenceId>(0),
            row.id<base::ProgrammeId>(1),
            row.string(2),
            row.string(3),
            row.string(4),
            row.instant(5),
            removal_in(row, 6, link_reason,
                       [&] { return link_name(row.text(0), row.text(3), row.instant(5)); })};
}

constexpr std::string_view insert_file_sql = R"sql(
INSERT INTO evidence_file (digest, algorithm, bytes, type, made_on, modified_on, author,
                           last_modified_by, at, scan)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (digest) DO UPDATE SET scan = excluded.scan WHERE excluded.scan = 'clean')sql";

constexpr std::string_view is_known_sql = "SELECT 1 FROM evidence_file WHERE digest = $1";

constexpr std::string_view list_files_sql = R"sql(
SELECT digest, algorithm, bytes, type, made_on, modified_on, author, last_modified_by, scan
FROM evidence_file ORDER BY digest)sql";

constexpr std::string_view insert_evidence_sql = R"sql(
INSERT INTO evidence (id, series_id, programme_id, name, description, kind, document_date, digest,
                      version, replaces, by_account, by_name, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))sql";

constexpr std::string_view find_item_sql = R"sql(
SELECT e.id, e.series_id, e.programme_id, e.name, e.description, e.kind, e.document_date, e.digest,
       e.version, e.replaces, e.by_account, e.by_name, e.at, e.removed_at, e.removed_by,
       e.removal_reason, f.digest, f.algorithm, f.bytes, f.type, f.made_on, f.modified_on,
       f.author, f.last_modified_by, f.scan
FROM evidence e JOIN evidence_file f ON f.digest = e.digest WHERE e.id = $1)sql";

constexpr std::string_view list_versions_sql = R"sql(
SELECT e.id, e.series_id, e.programme_id, e.name, e.description, e.kind, e.document_date, e.digest,
       e.version, e.replaces, e.by_account, e.by_name, e.at, e.removed_at, e.removed_by,
       e.removal_reason, f.digest, f.algorithm, f.bytes, f.type, f.made_on, f.modified_on,
       f.author, f.last_modified_by, f.scan
FROM evidence e JOIN evidence_file f ON f.digest = e.digest
WHERE e.series_id = $1 ORDER BY e.version)sql";

constexpr std::string_view list_items_at_sql = R"sql(
SELECT e.id, e.series_id, e.programme_id, e.name, e.description, e.kind, e.document_date, e.digest,
       e.version, e.replaces, e.by_account, e.by_name, e.at, e.removed_at, e.removed_by,
       e.removal_reason, f.digest, f.algorithm, f.bytes, f.type, f.made_on, f.modified_on,
       f.author, f.last_modified_by, f.scan
FROM evidence_link l JOIN evidence e ON e.series_id = l.evidence_id
     JOIN evidence_file f ON f.digest = e.digest
WHERE l.subject_id = $1 AND l.removed_at IS NULL ORDER BY l.at, e.series_id, e.version)sql";

constexpr std::string_view list_kinds_at_sql = R"sql(
SELECT DISTINCT e.kind FROM evidence_link l JOIN evidence e ON e.series_id = l.evidence_id
WHERE l.subject_id = $1 AND l.removed_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM evidence n WHERE n.replaces = e.id)
ORDER BY e.kind)sql";

constexpr std::string_view list_items_of_sql = R"sql(
SELECT e.id, e.series_id, e.programme_id, e.name, e.description, e.kind, e.document_date, e.digest,
       e.version, e.replaces, e.by_account, e.by_name, e.at, e.removed_at, e.removed_by,
       e.removal_reason, f.digest, f.algorithm, f.bytes, f.type, f.made_on, f.modified_on,
       f.author, f.last_modified_by, f.scan
FROM evidence e JOIN evidence_file f ON f.digest = e.digest
WHERE e.programme_id = $1 AND e.removed_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM evidence n WHERE n.replaces = e.id)
ORDER BY e.at DESC, e.id DESC)sql";

constexpr std::string_view save_removal_sql = R"sql(
UPDATE evidence SET removed_at = $2, removed_by = $3, removal_reason = $4 WHERE id = $1)sql";

constexpr std::string_view list_ids_sql = "SELECT id FROM evidence WHERE series_id = $1";

constexpr std::string_view insert_link_sql = R"sql(
INSERT INTO evidence_link (evidence_id, programme_id, subject_kind, subject_id, linked_by, at)
VALUES ($1, $2, $3, $4, $5, $6))sql";

constexpr std::string_view list_links_sql = R"sql(
SELECT evidence_id, programme_id, subject_kind, subject_id, linked_by, at, removed_at, removed_by,
       removal_reason
FROM evidence_link WHERE evidence_id = $1 AND removed_at IS NULL ORDER BY at, subject_id)sql";

constexpr std::string_view list_links_at_sql = R"sql(
SELECT evidence_id, programme_id, subject_kind, subject_id, linked_by, at, removed_at, removed_by,
       removal_reason
FROM evidence_link WHERE subject_id = $1 ORDER BY at, evidence_id)sql";

constexpr std::string_view save_link_removal_sql = R"sql(
UPDATE evidence_link SET removed_at = $4, removed_by = $5, removal_reason = $6
WHERE evidence_id = $1 AND subject_id = $2 AND at = $3)sql";

constexpr std::string_view find_link_sql = R"sql(
SELECT at FROM evidence_link WHERE evidence_id = $1 AND subject_id = $2 AND removed_at IS NULL)sql";

}  // namespace

std::string_view file_columns() {
    return "f.digest, f.algorithm, f.bytes, f.type, f.made_on, f.modified_on, f.author, "
           "f.last_modified_by, f.scan";
}

StoredFile file_in(const db::Row& row, int column) {
    StoredFile file;
    file.digest = row.string(column);
    file.algorithm = row.text(column + 1) == base::name_of(base::Algorithm::sm3)
                         ? base::Algorithm::sm3
                         : base::Algorithm::sha256;
    file.bytes = row.integer(column + 2);
    file.type = file_type_of(row.text(column + 3)).value_or(FileType::text);
    file.made = {row.optional_date(column + 4), row.optional_date(column + 5),
                 row.string(column + 6), row.string(column + 7)};
    file.scan = scan_of(row.text(column + 8)).value_or(Scan::none);
    return file;
}

void insert_file(db::Transaction& transaction, const StoredFile& file, base::Instant at) {
    transaction.execute(insert_file_sql,
                        {file.digest, base::name_of(file.algorithm), file.bytes, name_of(file.type),
                         file.made.made_on, file.made.modified_on, file.made.author,
                         file.made.last_modified_by, at, name_of(file.scan)});
}

bool is_known_file(db::Transaction& transaction, std::string_view digest) {
    return transaction.first(is_known_sql, {digest}, [](const db::Row&) { return true; })
        .has_value();
}

void list_files(db::Transaction& transaction, const std::function<void(const StoredFile&)>& each) {
    transaction.each(list_files_sql, {}, [&](const db::Row& row) { each(file_in(row, 0)); });
}

void insert_evidence(db::Transaction& transaction, const Evidence& evidence) {
    const auto name = transaction.sealed(evidence.name, "evidence.name", evidence.id);
    const auto description =
        transaction.sealed(evidence.description, "evidence.description", evidence.id);
    transaction.execute(
        insert_evidence_sql,
        {evidence.id, evidence.series, evidence.programme, name, description,
         name_of(evidence.kind), evidence.document_date, evidence.digest, evidence.version,
         evidence.replaces, evidence.by_account, evidence.by, evidence.at});
}

std::optional<Item> find_item(db::Transaction& transaction, EvidenceId id) {
    return transaction.first(find_item_sql, {id}, item_in);
}

std::vector<Item> list_versions(db::Transaction& transaction, EvidenceId series) {
    return transaction.all(list_versions_sql, {series}, item_in);
}

std::vector<Item> list_items_at(db::Transaction& transaction, std::string_view subject_id) {
    return transaction.all(list_items_at_sql, {subject_id}, item_in);
}

std::vector<EvidenceKind> list_kinds_at(db::Transaction& transaction, std::string_view subject_id) {
    return transaction.all(list_kinds_at_sql, {subject_id}, [](const db::Row& row) {
        return evidence_kind_of(row.text(0)).value_or(EvidenceKind::other);
    });
}

std::vector<Item> list_items_of(db::Transaction& transaction, base::ProgrammeId programme) {
    return transaction.all(list_items_of_sql, {programme}, item_in);
}

void save_removal(db::Transaction& transaction, EvidenceId series, const Removal& removal) {
    for (const auto& id : transaction.all(list_ids_sql, {series},
                                          [](const db::Row& row) { return row.string(0); })) {
        const auto reason = transaction.sealed(removal.reason, version_reason, id);
        transaction.execute(save_removal_sql, {id, removal.at, removal.by, reason});
    }
}

void insert_link(db::Transaction& transaction, const Link& link) {
    transaction.execute(insert_link_sql, {link.series, link.programme, link.subject_kind,
                                          link.subject_id, link.by, link.at});
}

std::vector<Link> list_links(db::Transaction& transaction, EvidenceId series) {
    return transaction.all(list_links_sql, {series}, link_in);
}

std::vector<Link> list_links_at(db::Transaction& transaction, std::string_view subject_id) {
    return transaction.all(list_links_at_sql, {subject_id}, link_in);
}

void save_link_removal(db::Transaction& transaction, const Link& link, const Removal& removal) {
    const auto at = transaction.first(find_link_sql, {link.series, link.subject_id},
                                      [](const db::Row& row) { return row.instant(0); });
    if (!at) return;
    const auto reason = transaction.sealed(removal.reason, link_reason, [&] {
        return link_name(link.series.text(), link.subject_id, *at);
    });
    transaction.execute(save_link_removal_sql,
                        {link.series, link.subject_id, *at, removal.at, removal.by, reason});
}

}  // namespace evidence
