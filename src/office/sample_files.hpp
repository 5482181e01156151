// Files for the tests of this module: archives put together part by part, so that a test can show
// exactly the XML it is about. Not part of the product.
#pragma once

#include <zip.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "office/document.hpp"

namespace office::sample {

/// A directory of its own for one test, removed with it.
class Folder {
  public:
    Folder() {
        auto name = (std::filesystem::temp_directory_path() / "office-test-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory");
        path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const {
        return path_ / name;
    }

    /// A new file, also under an old name: what was kept of the old one by a link stays as it is.
    std::filesystem::path write(std::string_view name, std::string_view bytes) const {
        std::filesystem::remove(path_ / name);
        std::ofstream(path_ / name, std::ios::binary)
            .write(bytes.data(), static_cast<long>(bytes.size()));
        return path_ / name;
    }

  private:
    std::filesystem::path path_;
};

using Parts = std::vector<std::pair<std::string, std::string>>;

enum class Packing { deflated, stored };

inline void write_archive(const std::filesystem::path& path, const Parts& parts,
                          Packing packing = Packing::deflated) {
    int error = 0;
    auto* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (zip == nullptr) throw std::runtime_error("cannot write " + path.string());
    for (const auto& [name, bytes] : parts) {
        auto* source = zip_source_buffer(zip, bytes.data(), bytes.size(), 0);
        const auto index = zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (packing == Packing::stored)
            zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
    }
    if (zip_close(zip) != 0) throw std::runtime_error("cannot write " + path.string());
}

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

constexpr std::string_view word_namespace =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
    R"(xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")";

inline std::string word_part(std::string_view root, std::string_view content) {
    std::string part = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:)";
    part.append(root).append(" ").append(word_namespace).append(">").append(content);
    return part.append("</w:").append(root).append(">");
}

/// The parts of a Word document with this content of w:body; further parts as given.
inline Parts word_parts(std::string_view body, Parts further = {}) {
    further.insert(further.begin(),
                   {"word/document.xml", word_part("document", "<w:body>" + std::string(body) +
                                                                   "<w:sectPr/></w:body>")});
    return further;
}

/// Reads a Word document with this content of w:body.
inline base::Result<Document> read_word(std::string_view body, Parts further = {}) {
    const Folder folder;
    write_archive(folder / "a.docx", word_parts(body, std::move(further)));
    return read_document(folder / "a.docx");
}

/// "整改" -> <w:p><w:r><w:t>整改</w:t></w:r></w:p>; `properties` is the content of w:pPr.
inline std::string paragraph(std::string_view text, std::string_view properties = {}) {
    return "<w:p><w:pPr>" + std::string(properties) + "</w:pPr><w:r><w:t xml:space=\"preserve\">" +
           std::string(text) + "</w:t></w:r></w:p>";
}

inline std::string cell(std::string_view text, std::string_view properties = {}) {
    return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + paragraph(text) + "</w:tc>";
}

inline std::string row(std::string_view cells, std::string_view properties = {}) {
    return "<w:tr><w:trPr>" + std::string(properties) + "</w:trPr>" + std::string(cells) +
           "</w:tr>";
}

inline std::string table(std::string_view rows) {
    return "<w:tbl>" + std::string(rows) + "</w:tbl>";
}

/// The blocks as short lines, one a block: "一、总体要求", "# 标题", "[甲|乙^|丙*2]" (^ continued
/// from above, *2 two columns wide); a line break inside shows as "/".
inline std::string shown(const base::Result<Document>& document) {
    if (!document) return "refused " + document.error().code;
    std::string text;
    for (const auto& block : document->blocks) {
        std::string line(static_cast<std::size_t>(block.outline_level), '#');
        line += line.empty() ? block.text : " " + block.text;
        if (block.kind == Block::Kind::table_row) {
            line = block.header ? "H[" : "[";
            for (const auto& each : block.cells) {
                if (&each != block.cells.data()) line += '|';
                line += each.text + (each.continued ? "^" : "");
                if (each.columns > 1) line += "*" + std::to_string(each.columns);
            }
            line += ']';
        }
        for (char& c : line)
            if (c == '\n') c = '/';
        text += line + "\n";
    }
    return text;
}

}  // namespace office::sample
