#include "office/archive.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "office/refusal.hpp"

namespace office {
namespace {

constexpr zip_int64_t entries_max = 20'000;
constexpr std::size_t block_bytes = 256u << 10;
// Repetitive but honest sheets pack 100 to 200 times; deflate ends at 1032 times.
constexpr std::uint64_t ratio_max = 400;
constexpr std::uint64_t ratio_counts_from_bytes = 32u << 20;

bool is_bomb(std::uint64_t inflated, std::uint64_t packed) {
    return inflated > base::limits::inflated_bytes_max ||
           (inflated > ratio_counts_from_bytes && inflated / ratio_max > packed);
}

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

base::Result<Archive> Archive::open(const std::filesystem::path& path) {
    int error = 0;
    return check(zip_open(path.c_str(), ZIP_RDONLY, &error));
}

base::Result<Archive> Archive::open_bytes(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    auto* zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    if (zip == nullptr && source != nullptr) zip_source_free(source);
    zip_error_fini(&error);
    return check(zip);
}

base::Result<Archive> Archive::check(zip_t* zip) {
    if (zip == nullptr) return damaged("");
    Archive archive(zip);
    if (zip_get_num_entries(zip, 0) > entries_max) return bomb("");
    return archive;
}

bool Archive::has(const std::string& part) const {
    return zip_name_locate(zip_.get(), part.c_str(), ZIP_FL_NOCASE) >= 0;
}

base::Result<zip_stat_t> Archive::inspect(const std::string& part) const {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat(zip_.get(), part.c_str(), ZIP_FL_NOCASE, &stat) != 0) return damaged(part);
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        return encrypted();
    constexpr auto sizes = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if ((stat.valid & sizes) != sizes) return damaged(part);
    if (is_bomb(stat.size, stat.comp_size)) return bomb(part);
    return stat;
}

base::Result<> Archive::stream(const std::string& part, const Sink& sink) {
    const auto stat = inspect(part);
    if (!stat) return stat.error();
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(zip_.get(), stat->index, 0));
    if (!file) return damaged(part);
    for (std::uint64_t of_part = 0;;) {
        char* room = sink.room(block_bytes);
        if (room == nullptr) throw std::bad_alloc();
        const auto got = zip_fread(file.get(), room, block_bytes);
        if (got < 0) return damaged(part);
        const auto bytes = static_cast<std::uint64_t>(got);
        of_part += bytes;
        inflated_ += bytes;
        if (is_bomb(of_part, stat->comp_size) || is_bomb(inflated_, inflated_)) return bomb(part);
        if (!sink.filled(bytes, bytes == 0) || bytes == 0) return {};
    }
}

base::Result<std::string> Archive::read(const std::string& part, std::size_t bytes_max) {
    const auto stat = inspect(part);
    if (!stat) return stat.error();
    if (stat->size > bytes_max) return bomb(part);
    std::string text(static_cast<std::size_t>(stat->size), '\0');
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(zip_.get(), stat->index, 0));
    if (!file) return damaged(part);
    std::size_t filled = 0;
    // One byte more is asked for: only behind the end does libzip compare length and checksum.
    for (;;) {
        char beyond = 0;
        const bool full = filled == text.size();
        const auto got = full ? zip_fread(file.get(), &beyond, 1)
                              : zip_fread(file.get(), text.data() + filled, text.size() - filled);
        if (got < 0 || (full && got > 0) || (!full && got == 0)) return damaged(part);
        if (full) break;
        filled += static_cast<std::size_t>(got);
    }
    inflated_ += filled;
    return text;
}

}  // namespace office
