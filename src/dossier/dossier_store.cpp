#include "dossier/dossier_store.hpp"

#include "base/utf8.hpp"

namespace dossier {
namespace {

constexpr std::string_view list_said_sql = R"sql(
SELECT key, stage, name, state, reason, by_name, at, version
FROM dossier_line WHERE programme_id = $1 ORDER BY key)sql";
constexpr std::string_view insert_said_sql = R"sql(
INSERT INTO dossier_line (programme_id, key, stage, name, state, reason, by_name, at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1) ON CONFLICT (programme_id, key) DO NOTHING)sql";
constexpr std::string_view update_said_sql = R"sql(
UPDATE dossier_line SET name = $3, state = $4, reason = $5, by_name = $6, at = $7, version = $8
WHERE programme_id = $1 AND key = $2 AND version = $8 - 1)sql";

constexpr std::string_view insert_file_sql = R"sql(
INSERT INTO dossier_file (id, programme_id, line_key, title, responsible, document, dated_on, pages,
                          remark, file_name, digest, guards, by_account, by_name, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15))sql";
constexpr std::string_view select_files = R"sql(
SELECT id, programme_id, line_key, title, responsible, document, dated_on, pages, remark, file_name,
       digest, guards, by_account, by_name, at, removed_at
FROM dossier_file WHERE )sql";
constexpr std::string_view standing_files =
    "programme_id = $1 AND removed_at IS NULL AND (guards & $2) = 0 ORDER BY line_key, at, id";
constexpr std::string_view remove_file_sql = R"sql(
UPDATE dossier_file SET removed_at = $2, removed_by = $3, removal_reason = $4
WHERE id = $1 AND removed_at IS NULL)sql";
constexpr std::string_view is_sealed_sql =
    "SELECT 1 FROM dossier_piece WHERE programme_id = $1 AND piece = $2";

constexpr std::string_view insert_volume_sql = R"sql(
INSERT INTO dossier_volume (id, programme_id, number, title, sealed_at, sealed_by, sealed_by_name,
                            missing, reason, algorithm, chain_sequence, chain_hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))sql";
// Counted are those without the guards $2.
constexpr std::string_view select_volumes = R"sql(
SELECT v.id, v.programme_id, v.number, v.title, v.sealed_at, v.sealed_by, v.sealed_by_name,
       v.missing, v.reason, v.algorithm, v.chain_sequence, v.chain_hash,
       (SELECT count(*) FROM dossier_piece p WHERE p.volume_id = v.id AND (p.guards & $2) = 0),
       (SELECT count(*) FROM dossier_piece p JOIN dossier_volume_file f
               ON f.volume_id = p.volume_id AND f.piece_number = p.number
        WHERE p.volume_id = v.id AND (p.guards & $2) = 0),
       (SELECT CAST(COALESCE(sum(f.bytes), 0) AS BIGINT)
        FROM dossier_piece p JOIN dossier_volume_file f
             ON f.volume_id = p.volume_id AND f.piece_number = p.number
        WHERE p.volume_id = v.id AND (p.guards & $2) = 0)
FROM dossier_volume v WHERE )sql";
constexpr std::string_view last_volume_sql =
    "SELECT COALESCE(max(number), 0) FROM dossier_volume WHERE programme_id = $1";

constexpr std::string_view insert_piece_sql = R"sql(
INSERT INTO dossier_piece (volume_id, number, programme_id, piece, stage, line_name, title,
                           responsible, document, dated_on, pages, remark, guards)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))sql";
constexpr std::string_view count_pieces_sql =
    "SELECT count(*) FROM dossier_piece WHERE volume_id = $1 AND (guards & $2) = 0";
constexpr std::string_view list_pieces_sql = R"sql(
SELECT number, piece, stage, line_name, title, responsible, document, dated_on, pages, remark,
       guards
FROM dossier_piece WHERE volume_id = $1 AND (guards & $2) = 0
ORDER BY number LIMIT $3 OFFSET $4)sql";

constexpr std::string_view insert_volume_file_sql = R"sql(
INSERT INTO dossier_volume_file (volume_id, position, piece_number, name, kept, kept_in, digest,
                                 bytes, crc)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql";
constexpr std::string_view list_volume_files_sql = R"sql(
SELECT piece_number, name, kept, kept_in, digest, bytes, crc
FROM dossier_volume_file WHERE volume_id = $1 ORDER BY position)sql";

SaidOfLine said_in(const db::Row& row) {
    return {row.string(0),  stage_of(row.text(1)).value_or(Stage::feedback),
            row.string(2),  line_state_of(row.text(3)).value_or(LineState::asked),
            row.string(4),  row.string(5),
            row.instant(6), row.integer(7)};
}

KeptFile file_in(const db::Row& row) {
    KeptFile file;
    auto& said = file.said;
    said.id = row.id<FileId>(0);
    file.programme = row.id<ProgrammeId>(1);
    said.line = row.string(2);
    said.title = row.opened(3, "dossier_file.title", said.id);
    said.responsible = row.string(4);
    said.document = row.string(5);
    said.dated_on = row.optional_date(6);
    said.pages = row.integer(7);
    said.remark = row.opened(8, "dossier_file.remark", said.id);
    said.file_name = row.opened(9, "dossier_file.file_name", said.id);
    file.digest = row.string(10);
    file.guards = base::Guards::of_bits(row.integer(11));
    file.by_account = row.id<base::AccountId>(12);
    file.by = row.string(13);
    file.at = row.instant(14);
    file.removed = !row.is_null(15);
    return file;
}

std::string as_lines(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : "\n") + name;
    return text;
}

std::vector<std::string> lines_in(std::string_view text) {
    std::vector<std::string> names;
    while (!text.empty()) names.emplace_back(base::cut(text, '\n'));
    return names;
}

Volume volume_in(const db::Row& row) {
    Volume volume;
    volume.id = row.id<VolumeId>(0);
    volume.programme = row.id<ProgrammeId>(1);
    volume.number = row.integer(2);
    volume.title = row.string(3);
    volume.sealed_at = row.instant(4);
    volume.sealed_by = row.id<base::AccountId>(5);
    volume.sealed_by_name = row.string(6);
    volume.missing = lines_in(row.text(7));
    volume.reason = row.string(8);
    volume.algorithm = journal::algorithm_named(row.text(9)).value_or(base::Algorithm::sha256);
    volume.head = {volume.programme.text(), row.integer(10), row.string(11)};
    volume.pieces = row.integer(12);
    volume.files = row.integer(13);
    volume.bytes = row.integer(14);
    return volume;
}

std::string piece_row(VolumeId volume, std::int64_t number) {
    return ledger::name_of_keys(volume.text(), number);
}

Piece piece_in(const db::Row& row, VolumeId volume) {
    Piece piece;
    piece.number = row.integer(0);
    auto key = row.text(1);
    piece.source = source_of(base::cut(key, '/')).value_or(Source::files);
    piece.id = key;
    piece.stage = stage_of(row.text(2)).value_or(Stage::feedback);
    piece.line_name = row.string(3);
    const auto place = [&] { return piece_row(volume, piece.number); };
    piece.title = row.opened(4, "dossier_piece.title", place);
    piece.responsible = row.string(5);
    piece.document = row.string(6);
    piece.dated_on = row.optional_date(7);
    piece.pages = row.integer(8);
    piece.remark = row.opened(9, "dossier_piece.remark", place);
    piece.guards = base::Guards::of_bits(row.integer(10));
    return piece;
}

}  // namespace

std::vector<SaidOfLine> list_said(db::Transaction& transaction, ProgrammeId programme) {
    return transaction.all(list_said_sql, {programme}, said_in);
}

base::Result<void> save_said(db::Transaction& transaction, ProgrammeId programme,
                             const SaidOfLine& said) {
    const auto changed =
        said.version == 1
            ? transaction.execute(insert_said_sql,
                                  {programme, said.key, name_of(said.stage), said.name,
                                   name_of(said.state), said.reason, said.by, said.at})
            : transaction.execute(update_said_sql,
                                  {programme, said.key, said.name, name_of(said.state), said.reason,
                                   said.by, said.at, said.version});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    return {};
}

void insert_kept_file(db::Transaction& transaction, const KeptFile& file) {
    const auto& said = file.said;
    const auto title = transaction.sealed(said.title, "dossier_file.title", said.id);
    const auto remark = transaction.sealed(said.remark, "dossier_file.remark", said.id);
    const auto name = transaction.sealed(said.file_name, "dossier_file.file_name", said.id);
    transaction.execute(insert_file_sql,
                        {said.id, file.programme, said.line, title, said.responsible, said.document,
                         said.dated_on, said.pages, remark, name, file.digest, file.guards.bits(),
                         file.by_account, file.by, file.at});
}

std::optional<KeptFile> find_kept_file(db::Transaction& transaction, FileId id) {
    return transaction.first(std::string(select_files) + "id = $1", {id}, file_in);
}

void save_file_removal(db::Transaction& transaction, FileId id, const FileRemoval& removal) {
    const auto reason = transaction.sealed(removal.reason, "dossier_file.removal_reason", id);
    transaction.execute(remove_file_sql, {id, removal.at, removal.by, reason});
}

std::vector<KeptFile> list_kept_files(db::Transaction& transaction, ProgrammeId programme,
                                      base::Guards withheld) {
    return transaction.all(std::string(select_files) + std::string(standing_files),
                           {programme, withheld.bits()}, file_in);
}

bool is_sealed_piece(db::Transaction& transaction, ProgrammeId programme, const std::string& key) {
    return transaction.first(is_sealed_sql, {programme, key}, [](const db::Row&) { return true; })
        .has_value();
}

void insert_volume(db::Transaction& transaction, const Volume& volume) {
    const auto missing = as_lines(volume.missing);
    transaction.execute(insert_volume_sql,
                        {volume.id, volume.programme, volume.number, volume.title, volume.sealed_at,
                         volume.sealed_by, volume.sealed_by_name, missing, volume.reason,
                         base::name_of(volume.algorithm), volume.head.sequence, volume.head.hash});
}

void insert_piece(db::Transaction& transaction, const Volume& volume, const Piece& piece) {
    const auto place = piece_row(volume.id, piece.number);
    const auto title = transaction.sealed(piece.title, "dossier_piece.title", place);
    const auto remark = transaction.sealed(piece.remark, "dossier_piece.remark", place);
    const auto key = piece.key();
    transaction.execute(insert_piece_sql,
                        {volume.id, piece.number, volume.programme, key, name_of(piece.stage),
                         piece.line_name, title, piece.responsible, piece.document, piece.dated_on,
                         piece.pages, remark, piece.guards.bits()});
}

void insert_volume_file(db::Transaction& transaction, VolumeId volume, std::int64_t position,
                        const VolumeFile& file) {
    transaction.execute(insert_volume_file_sql,
                        {volume, position, file.piece, file.name, file.kept, name_of(file.kept_in),
                         file.digest, file.bytes, static_cast<std::int64_t>(file.crc)});
}

std::optional<Volume> find_volume(db::Transaction& transaction, VolumeId id,
                                  base::Guards withheld) {
    return transaction.first(std::string(select_volumes) + "v.id = $1", {id, withheld.bits()},
                             volume_in);
}

std::vector<Volume> list_volumes(db::Transaction& transaction, ProgrammeId programme,
                                 base::Guards withheld) {
    return transaction.all(std::string(select_volumes) + "v.programme_id = $1 ORDER BY v.number",
                           {programme, withheld.bits()}, volume_in);
}

std::int64_t last_volume(db::Transaction& transaction, ProgrammeId programme) {
    return transaction
        .first(last_volume_sql, {programme}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

PiecePage list_sealed_pieces(db::Transaction& transaction, VolumeId volume, base::Guards withheld,
                             const ledger::Page& page) {
    PiecePage found;
    found.total = transaction
                      .first(count_pieces_sql, {volume, withheld.bits()},
                             [](const db::Row& row) { return row.integer(0); })
                      .value_or(0);
    found.rows =
        transaction.all(list_pieces_sql,
                        {volume, withheld.bits(), page.page_size, (page.page - 1) * page.page_size},
                        [&](const db::Row& row) { return piece_in(row, volume); });
    return found;
}

std::vector<VolumeFile> list_volume_files(db::Transaction& transaction, VolumeId volume) {
    return transaction.all(list_volume_files_sql, {volume}, [](const db::Row& row) {
        return VolumeFile{row.integer(0),
                          row.string(1),
                          row.string(2),
                          kept_in_of(row.text(3)).value_or(KeptIn::evidence),
                          row.string(4),
                          row.integer(5),
                          static_cast<std::uint32_t>(row.integer(6))};
    });
}

std::vector<ledger::SealedSet> sealed_dossier() {
    return {{"dossier_file", {{"id"}}, {"title", "remark", "file_name", "removal_reason"}, "1"},
            {"dossier_piece", {{"volume_id"}, {"number", true}}, {"title", "remark"}, "1"}};
}

}  // namespace dossier
