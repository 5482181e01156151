#include "evidence/file_type.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "evidence/mapped_file.hpp"
#include "office/archive.hpp"
#include "office/encoding.hpp"
#include "office/ole.hpp"
#include "office/package.hpp"

namespace evidence {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t text_head_bytes = 256u << 10, pdf_head_bytes = 1024;

struct TypeRow {
    FileType type;
    std::string_view name, content_type;
    std::vector<std::string_view> endings;
    View view;
};

const std::vector<TypeRow>& table() {
    constexpr auto office = "application/vnd.openxmlformats-officedocument."sv;
    static const std::string docx = std::string(office) + "wordprocessingml.document",
                             xlsx = std::string(office) + "spreadsheetml.sheet",
                             pptx = std::string(office) + "presentationml.presentation";
    static const std::vector<TypeRow> rows{
        {FileType::pdf, "pdf", "application/pdf", {"pdf"}, View::pdf},
        {FileType::jpeg, "jpeg", "image/jpeg", {"jpg", "jpeg", "jpe", "jfif"}, View::image},
        {FileType::png, "png", "image/png", {"png"}, View::image},
        {FileType::docx, "docx", docx, {"docx", "dotx", "wps"}, View::blocks},
        {FileType::xlsx, "xlsx", xlsx, {"xlsx", "xltx", "et"}, View::blocks},
        {FileType::pptx, "pptx", pptx, {"pptx", "ppsx", "potx", "dps"}, View::none},
        {FileType::ofd, "ofd", "application/ofd", {"ofd"}, View::none},
        {FileType::doc, "doc", "application/msword", {"doc", "wps", "dot", "wpt"}, View::none},
        {FileType::xls, "xls", "application/vnd.ms-excel", {"xls", "et", "xlt"}, View::none},
        {FileType::ppt, "ppt", "application/vnd.ms-powerpoint", {"ppt", "dps", "pps"}, View::none},
        {FileType::text,
         "text",
         "text/plain; charset=utf-8",
         {"txt", "csv", "md", "log"},
         View::blocks},
    };
    return rows;
}

const TypeRow& row_of(FileType type) {
    return table()[static_cast<std::size_t>(type)];
}

/// A type, or what else it is, in words.
struct Found {
    std::optional<FileType> type;
    std::string_view otherwise;
};
constexpr std::string_view unknown = "无法识别的文件", encrypted = "设有打开密码的文件",
                           macros = "带宏的 Office 文件";

struct Magic {
    std::string_view bytes, what;
};
constexpr std::array foreign{
    Magic{"Rar!"sv, "压缩包（RAR）"},
    Magic{"7z\xbc\xaf\x27\x1c"sv, "压缩包（7z）"},
    Magic{"\x1f\x8b"sv, "压缩包（GZIP）"},
    Magic{"GIF8"sv, "GIF 图片"},
    Magic{"II*\0"sv, "TIFF 图片"},
    Magic{"MM\0*"sv, "TIFF 图片"},
    Magic{"MZ"sv, "程序文件"},
    Magic{"\x7f\x45LF"sv, "程序文件"},
    Magic{"ID3"sv, "音频文件"},
    Magic{"{\\rtf"sv, "RTF 文件"},
    Magic{"RIFF"sv, "图片或音视频文件"},
    Magic{"#!"sv, "脚本文件"},
};

std::string_view foreign_kind(std::string_view head) {
    const auto hit = std::find_if(foreign.begin(), foreign.end(), [&](const Magic& magic) {
        return head.starts_with(magic.bytes);
    });
    if (hit != foreign.end()) return hit->what;
    if (head.size() > 8 && head.substr(4, 4) == "ftyp") return "视频或手机照片（HEIC）";
    return {};
}

Found in_archive(const std::filesystem::path& file) {
    auto archive = office::Archive::open(file);
    if (!archive) return {std::nullopt, "已损坏的压缩包或 Office 文件"};
    if (archive->has("OFD.xml")) return {FileType::ofd, {}};
    const struct {
        std::string folder, usual_part;
        FileType type;
    } kinds[]{{"word/", "word/document.xml", FileType::docx},
              {"xl/", "xl/workbook.xml", FileType::xlsx},
              {"ppt/", "ppt/presentation.xml", FileType::pptx}};
    const auto main_part = office::related_part(*archive, "", "officeDocument", "");
    for (const auto& [folder, usual_part, type] : kinds) {
        if (!main_part.starts_with(folder) && !archive->has(usual_part)) continue;
        if (archive->has(folder + "vbaProject.bin")) return {std::nullopt, macros};
        return {type, {}};
    }
    return {std::nullopt, "压缩包（ZIP）"};
}

Found in_container(std::string_view bytes) {
    switch (office::content_of_ole(bytes)) {
        case office::OleContent::word: return {FileType::doc, {}};
        case office::OleContent::workbook: return {FileType::xls, {}};
        case office::OleContent::slides: return {FileType::ppt, {}};
        case office::OleContent::encrypted: return {std::nullopt, encrypted};
        case office::OleContent::other: break;
    }
    return {std::nullopt, unknown};
}

/// The head of a long text may end inside a character: the last bytes are tried without.
bool is_text(std::string_view bytes) {
    auto head = bytes.substr(0, text_head_bytes);
    const std::size_t cuts = head.size() < bytes.size() ? 4 : 1;
    for (std::size_t cut = 0; cut < cuts; ++cut, head.remove_suffix(1))
        if (office::text_of(std::string(head))) return true;
    return false;
}

/// Pages and drawings bring scripts along: what a browser would run is no document.
bool is_markup(std::string_view bytes) {
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
    bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
    const char second = bytes.size() > 1 ? bytes[1] : ' ';
    const bool names = (second >= 'a' && second <= 'z') || (second >= 'A' && second <= 'Z');
    return bytes.starts_with('<') && (names || second == '!' || second == '?');
}

Found look(const std::filesystem::path& file, std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return in_archive(file);
    if (bytes.starts_with(office::ole_magic)) return in_container(bytes);
    if (bytes.starts_with("\xff\xd8\xff")) return {FileType::jpeg, {}};
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return {FileType::png, {}};
    if (bytes.substr(0, pdf_head_bytes).find("%PDF-") != std::string_view::npos)
        return {FileType::pdf, {}};
    if (const auto what = foreign_kind(bytes); !what.empty()) return {std::nullopt, what};
    if (is_markup(bytes)) return {std::nullopt, "网页或 XML 文件"};
    if (is_text(bytes)) return {FileType::text, {}};
    return {std::nullopt, unknown};
}

}  // namespace

std::string_view name_of(FileType type) {
    return row_of(type).name;
}

std::optional<FileType> file_type_of(std::string_view name) {
    for (const auto& row : table())
        if (row.name == name) return row.type;
    return std::nullopt;
}

std::string_view content_type_of(FileType type) {
    return row_of(type).content_type;
}

std::string_view usual_ending(FileType type) {
    return row_of(type).endings.front();
}

bool ends_as(FileType type, std::string_view file_name) {
    const auto point = file_name.rfind('.');
    if (point == std::string_view::npos) return false;
    std::string ending(file_name.substr(point + 1));
    for (char& c : ending)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    const auto& endings = row_of(type).endings;
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

std::string_view name_of(View view) {
    constexpr std::array<std::string_view, 4> names{"none", "image", "pdf", "blocks"};
    return names[static_cast<std::size_t>(view)];
}

View view_of(FileType type) {
    return row_of(type).view;
}

base::Result<FileType> type_of(const std::filesystem::path& file, std::string_view name) {
    const MappedFile mapped(file);
    if (mapped.bytes().empty())
        return base::refuse(base::ErrorKind::invalid, "evidence_file_empty", "file",
                            {{"name", std::string(name)}});
    const auto found = look(file, mapped.bytes());
    if (found.type) return *found.type;
    return base::refuse(base::ErrorKind::unsupported, "evidence_type_not_accepted", "file",
                        {{"name", std::string(name)}, {"what", std::string(found.otherwise)}});
}

}  // namespace evidence
