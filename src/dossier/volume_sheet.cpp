#include "dossier/volume_sheet.hpp"

#include <algorithm>
#include <map>

#include "base/json_writer.hpp"

namespace dossier {
namespace {

using FilesOf = std::map<std::int64_t, std::vector<const VolumeFile*>>;

FilesOf files_of(const VolumeCopy& copy) {
    FilesOf files;
    for (const auto& file : copy.files) files[file.piece].push_back(&file);
    return files;
}

std::string left_out_words(const VolumeCopy& copy) {
    const auto words = words_of(copy.left_out);
    return words.empty() ? "" : "本份不含限知内容（" + joined(words) + "）";
}

office::SheetRow row_of(const Piece& piece, const FilesOf& files) {
    const auto found = files.find(piece.number);
    office::SheetRow row;
    row.values = {std::string(words_of(piece.stage)),
                  piece.number,
                  piece.responsible,
                  piece.document,
                  piece.title,
                  {},
                  {},
                  static_cast<std::int64_t>(found == files.end() ? 0 : found->second.size()),
                  piece.remark};
    if (piece.dated_on) row.values[5] = *piece.dated_on;
    if (piece.pages > 0) row.values[6] = piece.pages;
    row.groups = {static_cast<std::int64_t>(piece.stage)};
    return row;
}

std::vector<office::SheetColumn> catalogue_columns() {
    using office::Alignment;
    std::vector<office::SheetColumn> columns{{"类别", 12},
                                             {"件号", 6, Alignment::centre},
                                             {"责任者", 18},
                                             {"文号", 20},
                                             {"题名", 48},
                                             {"日期", 12, Alignment::centre},
                                             {"页数", 6, Alignment::centre},
                                             {"文件数", 7, Alignment::centre},
                                             {"备注", 18}};
    columns.front().merged_by = 1;
    return columns;
}

void write(base::JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
    json.key(key).begin_array();
    for (const auto& text : texts) json.value(text);
    json.end_array();
}

void write(base::JsonWriter& json, const Piece& piece, const FilesOf& files) {
    json.begin_object().field("number", piece.number).field("stage", name_of(piece.stage));
    json.field("line", piece.line_name).field("title", piece.title);
    json.field("responsible", piece.responsible).field("document", piece.document);
    json.field("dated_on", piece.dated_on).field("pages", piece.pages);
    json.field("remark", piece.remark).key("files").begin_array();
    if (const auto found = files.find(piece.number); found != files.end())
        for (const auto* file : found->second) json.value(file->name);
    json.end_array().end_object();
}

void write(base::JsonWriter& json, const ManifestFile& file) {
    json.begin_object().field("name", file.name).field("bytes", file.bytes);
    json.field("digest", file.digest).end_object();
}

}  // namespace

office::Workbook catalogue_of(const VolumeCopy& copy) {
    const auto& volume = copy.volume;
    office::Sheet sheet;
    sheet.name = "卷内目录";
    sheet.title = volume.title + "档案第" + std::to_string(volume.number) + "卷卷内目录";
    sheet.note = "封存时间：" + base::to_local_text(volume.sealed_at) + "　　封存人：" +
                 volume.sealed_by_name + "　　共" + std::to_string(copy.pieces.size()) + "件";
    if (const auto words = left_out_words(copy); !words.empty()) sheet.note += "　　" + words;
    sheet.columns = catalogue_columns();
    const auto files = files_of(copy);
    for (const auto& piece : copy.pieces) sheet.rows.push_back(row_of(piece, files));
    return {{std::move(sheet)}, volume.sealed_at};
}

std::string index_text(const VolumeCopy& copy) {
    const auto files = files_of(copy);
    base::JsonWriter json;
    json.begin_object().field("programme", copy.volume.title);
    json.field("volume", copy.volume.number).field("sealed_at", copy.volume.sealed_at);
    write(json, "left_out", words_of(copy.left_out));
    json.key("pieces").begin_array();
    for (const auto& piece : copy.pieces) write(json, piece, files);
    json.end_array().end_object();
    return json.take() + "\n";
}

std::string manifest_text(const VolumeCopy& copy, const std::vector<ManifestFile>& written,
                          std::string_view public_key) {
    const auto& volume = copy.volume;
    base::JsonWriter json;
    json.begin_object().field("format", volume_format).field("program", "zhenggai");
    json.field("programme", volume.title).field("volume", volume.number);
    json.field("sealed_at", volume.sealed_at).field("sealed_by", volume.sealed_by_name);
    json.field("pieces", static_cast<std::int64_t>(copy.pieces.size()));
    write(json, "missing", volume.missing);
    json.field("reason", volume.reason);
    write(json, "left_out", words_of(copy.left_out));
    json.key("head").begin_object().field("chain", volume.head.chain);
    json.field("sequence", volume.head.sequence).field("hash", volume.head.hash).end_object();
    json.field("algorithm", base::name_of(volume.algorithm)).key("files").begin_array();
    for (const auto& file : written) write(json, file);
    for (const auto& file : copy.files) write(json, {file.name, file.digest, file.bytes});
    json.end_array().field("public_key", public_key).end_object();
    return json.take();
}

std::string volume_words(const VolumeCopy& copy, std::string_view fingerprint) {
    const auto& volume = copy.volume;
    auto words = "\xEF\xBB\xBF" + volume.title + "档案第" + std::to_string(volume.number) +
                 "卷\r\n\r\n"
                 "卷内目录.xlsx  目录，可打印\r\n"
                 "index.json     同样的目录，供程序读取\r\n"
                 "records/       系统形成的记录，用浏览器、Word 或 Excel 打开\r\n"
                 "evidence/      上传的材料，文件名是其内容的摘要\r\n"
                 "plans/         导入的方案原件\r\n"
                 "manifest.json  清单：每个文件的大小和摘要、封存时留痕的链头、公钥\r\n"
                 "manifest.sig   对清单的签名（Ed25519）\r\n\r\n";
    if (const auto left_out = left_out_words(copy); !left_out.empty()) words += left_out + "。\r\n";
    if (!volume.missing.empty())
        words += "封存时尚缺：" + joined(volume.missing) + "。说明：" + volume.reason + "\r\n";
    return words +
           "校验办法：在任何一台装有本程序的机器上运行\r\n"
           "  zhenggai verify-dossier 本文件.zip\r\n"
           "并把显示的公钥指纹与审计管理员提供的指纹核对。不需要数据库和密钥，不联网。\r\n"
           "公钥指纹：" +
           std::string(fingerprint) + "\r\n";
}

std::string file_name_of(const Volume& volume) {
    return volume.title + "档案第" + std::to_string(volume.number) + "卷.zip";
}

}  // namespace dossier
