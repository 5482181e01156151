#include "dossier/volume_zip.hpp"

#include <zlib.h>

#include <algorithm>
#include <stdexcept>

namespace dossier {
namespace {

constexpr std::size_t piece_bytes = 256u << 10;
constexpr std::uint64_t max_16 = 0xFFFF, max_32 = 0xFFFFFFFF;
constexpr std::uint64_t utf8_names = 0x0800, version_plain = 20, version_64 = 45;
// Made on UNIX, so that rights can be said: a file that its owner reads and writes.
constexpr std::uint64_t made_by = 3u << 8, rights = 0100600ull << 16;

// Numbers stand with the least byte first.
void put(std::string& out, std::uint64_t number, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>((number >> (8 * i)) & 0xFF);
}

struct DosTime {
    std::uint64_t time = 0, day = 0;
};
DosTime dos_time(base::Instant at) {
    const auto date = base::date_of(at);
    const auto second = (at.milliseconds - base::start_of(date).milliseconds) / 1000;
    const auto year = static_cast<std::uint64_t>(std::max(date.year(), 1980) - 1980);
    return {static_cast<std::uint64_t>((second / 3600) << 11 | (second / 60 % 60) << 5 |
                                       (second % 60 / 2)),
            year << 9 | std::uint64_t{date.month()} << 5 | date.day()};
}

bool is_large(const ZipEntry& entry) {
    return entry.bytes >= max_32;
}

std::string local_header(const ZipEntry& entry, base::Instant at) {
    const bool large = is_large(entry);
    const auto [time, day] = dos_time(at);
    std::string out = "PK\x03\x04";
    put(out, large ? version_64 : version_plain, 2);
    put(out, utf8_names, 2);
    put(out, 0, 2);  // stored as it is
    put(out, time, 2);
    put(out, day, 2);
    put(out, entry.crc, 4);
    for (int i = 0; i < 2; ++i) put(out, large ? max_32 : entry.bytes, 4);
    put(out, entry.name.size(), 2);
    put(out, large ? 20 : 0, 2);
    out += entry.name;
    if (large) {
        put(out, 1, 2);
        put(out, 16, 2);
        for (int i = 0; i < 2; ++i) put(out, entry.bytes, 8);
    }
    return out;
}

std::string central_header(const ZipEntry& entry, std::uint64_t offset, base::Instant at) {
    const bool large = is_large(entry) || offset >= max_32;
    const auto [time, day] = dos_time(at);
    std::string more;
    if (large) {
        put(more, 1, 2);
        put(more, 24, 2);
        for (const auto number : {entry.bytes, entry.bytes, offset}) put(more, number, 8);
    }
    std::string out = "PK\x01\x02";
    put(out, made_by | version_64, 2);
    put(out, large ? version_64 : version_plain, 2);
    put(out, utf8_names, 2);
    put(out, 0, 2);
    put(out, time, 2);
    put(out, day, 2);
    put(out, entry.crc, 4);
    for (int i = 0; i < 2; ++i) put(out, large ? max_32 : entry.bytes, 4);
    put(out, entry.name.size(), 2);
    put(out, more.size(), 2);
    for (int i = 0; i < 3; ++i) put(out, 0, 2);  // no remark, one disk, no kind
    put(out, rights, 4);
    put(out, large ? max_32 : offset, 4);
    return out + entry.name + more;
}

struct End {
    std::uint64_t entries = 0, begins = 0, bytes = 0;  // of the central directory
};
std::string end_of(const End& end) {
    std::string out;
    const bool large = end.entries >= max_16 || end.begins >= max_32 || end.bytes >= max_32;
    if (large) {
        out += "PK\x06\x06";
        put(out, 44, 8);
        put(out, made_by | version_64, 2);
        put(out, version_64, 2);
        put(out, 0, 4);
        put(out, 0, 4);
        for (const auto number : {end.entries, end.entries, end.bytes, end.begins})
            put(out, number, 8);
        out += "PK\x06\x07";
        put(out, 0, 4);
        put(out, end.begins + end.bytes, 8);
        put(out, 1, 4);
    }
    out += "PK\x05\x06";
    put(out, 0, 4);
    for (int i = 0; i < 2; ++i) put(out, large ? max_16 : end.entries, 2);
    put(out, large ? max_32 : end.bytes, 4);
    put(out, large ? max_32 : end.begins, 4);
    put(out, 0, 2);
    return out;
}

std::string directory_of(const std::vector<ZipEntry>& entries,
                         const std::vector<std::uint64_t>& offsets, base::Instant at) {
    std::string out;
    for (std::size_t i = 0; i < entries.size(); ++i)
        out += central_header(entries[i], offsets[i], at);
    const auto begins = entries.empty() ? 0
                                        : offsets.back() + entries.back().bytes +
                                              local_header(entries.back(), at).size();
    return out + end_of({entries.size(), begins, out.size()});
}

std::vector<std::uint64_t> offsets_of(const std::vector<ZipEntry>& entries) {
    std::vector<std::uint64_t> offsets;
    std::uint64_t at = 0;
    for (const auto& entry : entries) {
        offsets.push_back(at);
        at += local_header(entry, {}).size() + entry.bytes;
    }
    offsets.push_back(at);
    return offsets;
}

std::vector<ZipEntry> entries_of(const std::vector<ZipPart>& parts) {
    std::vector<ZipEntry> entries;
    for (const auto& part : parts) entries.push_back(part.entry);
    return entries;
}

}  // namespace

std::uint64_t zip_bytes(const std::vector<ZipEntry>& entries) {
    auto offsets = offsets_of(entries);
    const auto end = offsets.back();
    offsets.pop_back();
    return end + directory_of(entries, offsets, {}).size();
}

std::uint32_t crc_of(std::string_view bytes, std::uint32_t crc) {
    return static_cast<std::uint32_t>(
        ::crc32_z(crc, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()));
}

ZipStream::ZipStream(std::vector<ZipPart> parts, base::Instant at)
    : parts_(std::move(parts)), at_(at) {
    const auto entries = entries_of(parts_);
    offsets_ = offsets_of(entries);
    offsets_.pop_back();
    bytes_ = zip_bytes(entries);
}

std::string ZipStream::next_of_entry() {
    const auto& entry = parts_[turn_].entry;
    if (!read_) {
        read_ = parts_[turn_].open();
        of_entry_ = 0;
        crc_ = 0;
        return local_header(entry, at_);
    }
    auto piece = of_entry_ < entry.bytes ? read_(of_entry_, piece_bytes) : std::string();
    of_entry_ += piece.size();
    crc_ = crc_of(piece, crc_);
    const bool ended = piece.empty() || of_entry_ >= entry.bytes;
    if (!ended) return piece;
    if (of_entry_ != entry.bytes || crc_ != entry.crc)
        throw std::runtime_error("the bytes of " + entry.name +
                                 " are not those it was sealed with");
    read_ = nullptr;
    ++turn_;
    return piece;
}

std::string ZipStream::next() {
    while (turn_ < parts_.size())
        if (auto piece = next_of_entry(); !piece.empty()) return piece;
    if (done_) return {};
    done_ = true;
    return directory_of(entries_of(parts_), offsets_, at_);
}

}  // namespace dossier
