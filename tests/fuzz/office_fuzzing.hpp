// What the fuzzers of office share: an archive made of the parts that a fuzzer thinks up, and what
// must hold of every document that was read.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "office/document.hpp"

namespace office::fuzzing {

inline std::string_view text_of_input(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// The input cut at zero bytes into `count` parts; missing ones are "".
inline std::vector<std::string_view> cut(std::string_view input, std::size_t count) {
    std::vector<std::string_view> parts;
    while (parts.size() + 1 < count) {
        const auto end = input.find('\0');
        parts.push_back(input.substr(0, end));
        input = end == std::string_view::npos ? std::string_view() : input.substr(end + 1);
    }
    parts.push_back(input);
    return parts;
}

inline void put(std::string& bytes, std::uint32_t number, int size) {
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xff);
}

/// An uncompressed ZIP archive; parts that are "" are left out.
inline std::string archive_of(const std::vector<std::pair<std::string, std::string_view>>& parts) {
    std::string bytes, directory;
    std::uint32_t entries = 0;
    for (const auto& [name, content] : parts) {
        if (content.empty()) continue;
        const auto at = static_cast<std::uint32_t>(bytes.size());
        const auto size = static_cast<std::uint32_t>(content.size());
        std::string header;
        put(header, 20, 2);  // version, flags, stored, time, date
        put(header, 0, 4);
        put(header, 0, 4);
        put(header,
            static_cast<std::uint32_t>(
                crc32(0, reinterpret_cast<const Bytef*>(content.data()), size)),
            4);
        put(header, size, 4);
        put(header, size, 4);
        put(header, static_cast<std::uint32_t>(name.size()), 2);
        put(header, 0, 2);
        bytes.append("PK\x03\x04").append(header).append(name).append(content);
        directory.append("PK\x01\x02").append(std::string("\x14\0", 2)).append(header);
        put(directory, 0, 4);  // comment, disk
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, at, 4);
        directory.append(name);
        ++entries;
    }
    const auto at = static_cast<std::uint32_t>(bytes.size());
    bytes.append(directory).append("PK\x05\x06");
    put(bytes, 0, 4);
    put(bytes, entries, 2);
    put(bytes, entries, 2);
    put(bytes, static_cast<std::uint32_t>(directory.size()), 4);
    put(bytes, at, 4);
    put(bytes, 0, 2);
    return bytes;
}

inline void require(bool holds) {
    if (!holds) std::abort();
}

inline bool proper(std::string_view text) {
    return base::is_utf8(text) && text.find('\0') == std::string_view::npos &&
           base::trim(text) == text;
}

inline void check(const base::Result<Document>& document) {
    if (!document) return require(!document.error().code.empty());
    std::size_t number = 0;
    for (const auto& block : document->blocks) {
        require(block.number == ++number);
        require(block.outline_level >= 0 && block.outline_level <= 9);
        require(proper(block.text));
        const bool row = block.kind == Block::Kind::table_row;
        require(row ? block.text.empty() && block.table >= 0
                    : !block.text.empty() && block.cells.empty());
        int column = 0;
        for (const auto& cell : block.cells) {
            require(cell.column >= column && cell.columns >= 1 && proper(cell.text));
            column = cell.column;
        }
        require(block.cells.size() <= base::limits::table_columns_max);
    }
    require(proper(document->title_property));
}

}  // namespace office::fuzzing
