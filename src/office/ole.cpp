#include "office/ole.hpp"

#include <cstdint>
#include <string>

namespace office {
namespace {

// MS-CFB 2.6: directory entries of 128 bytes stand at multiples of 128, whatever the sector size.
constexpr std::size_t entry_bytes = 128, name_length_at = 64, type_at = 66, start_at = 116;
constexpr char type_stream = 2;

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < size && at + i < bytes.size(); ++i)
        number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return number;
}

std::string wide(std::string_view name) {
    std::string text;
    for (const char c : name) (text += c) += '\0';
    return text;
}

bool is_stream(std::string_view entry, const std::string& wide_name) {
    return entry.starts_with(wide_name) && entry[type_at] == type_stream &&
           number_at(entry, name_length_at, 2) == wide_name.size() + 2;
}

// MS-DOC 2.5.2: the file information block at the start of the stream says whether it is encrypted.
bool asks_for_password(std::string_view bytes, std::uint32_t start_sector) {
    constexpr std::uint32_t word_magic = 0xa5ec, flag_encrypted = 0x0100;
    const auto shift = number_at(bytes, 30, 2);
    if (shift < 7 || shift > 16) return false;
    const auto at = (std::size_t{start_sector} + 1) << shift;
    return number_at(bytes, at, 2) == word_magic &&
           (number_at(bytes, at + 10, 2) & flag_encrypted) != 0;
}

}  // namespace

OleContent content_of_ole(std::string_view bytes) {
    static const auto package = wide("EncryptedPackage"), word = wide("WordDocument"),
                      workbook = wide("Workbook"), old_workbook = wide("Book"),
                      slides = wide("PowerPoint Document");
    for (std::size_t at = 512; at + entry_bytes <= bytes.size(); at += entry_bytes) {
        const auto entry = bytes.substr(at, entry_bytes);
        if (is_stream(entry, package)) return OleContent::encrypted;
        if (is_stream(entry, workbook) || is_stream(entry, old_workbook))
            return OleContent::workbook;
        if (is_stream(entry, slides)) return OleContent::slides;
        if (!is_stream(entry, word)) continue;
        return asks_for_password(bytes, number_at(entry, start_at, 4)) ? OleContent::encrypted
                                                                       : OleContent::word;
    }
    return OleContent::other;
}

}  // namespace office
