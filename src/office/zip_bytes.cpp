#include "office/zip_bytes.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <system_error>

#include "office/archive_in_memory.hpp"

namespace office {
namespace {

/// "名称.docx", or "名称（2）.docx" where that is taken.
std::string free_name(const std::string& name, std::set<std::string>& taken) {
    if (taken.insert(name).second) return name;
    const auto dot = std::min(name.rfind('.'), name.size());
    for (int number = 2;; ++number) {
        auto other = name.substr(0, dot) + "（" + std::to_string(number) + "）" + name.substr(dot);
        if (taken.insert(other).second) return other;
    }
}

/// One part while the archive reads it: made when it is first asked for, forgotten when it is read.
struct Turn {
    const ZipPart& part;
    std::string bytes = {};
    std::optional<std::size_t> size = {};  // known once it was made
    bool made = false;
    std::size_t at = 0;
    std::exception_ptr failed = {};

    void make() {
        if (made) return;
        bytes = part.make();
        size = bytes.size();
        made = true;
    }
    void forget() {
        bytes = {};
        made = false;
    }
};

zip_int64_t answer(Turn& turn, void* data, zip_uint64_t size, zip_source_cmd_t command) {
    switch (command) {
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ,
                                                  ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                                  ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
        case ZIP_SOURCE_STAT: {
            if (!turn.size) turn.make();
            zip_stat_t stat;
            zip_stat_init(&stat);
            stat.valid = ZIP_STAT_SIZE | ZIP_STAT_MTIME;
            stat.size = *turn.size;
            stat.mtime = dos_epoch;
            std::memcpy(data, &stat, sizeof stat);
            return sizeof stat;
        }
        case ZIP_SOURCE_OPEN:
            turn.make();
            turn.at = 0;
            return 0;
        case ZIP_SOURCE_READ: {
            const auto count = std::min<std::size_t>(size, turn.bytes.size() - turn.at);
            std::memcpy(data, turn.bytes.data() + turn.at, count);
            turn.at += count;
            return static_cast<zip_int64_t>(count);
        }
        case ZIP_SOURCE_CLOSE: turn.forget(); return 0;
        case ZIP_SOURCE_ERROR: {
            const int codes[2] = {ZIP_ER_READ, 0};
            std::memcpy(data, codes, sizeof codes);
            return sizeof codes;
        }
        default: return 0;
    }
}

/// No exception passes through libzip: it is kept until the archive is given up.
zip_int64_t answer_libzip(void* turn, void* data, zip_uint64_t size, zip_source_cmd_t command) {
    auto& one = *static_cast<Turn*>(turn);
    try {
        return answer(one, data, size, command);
    } catch (...) {
        one.failed = std::current_exception();
        return -1;
    }
}

struct Discard {
    void operator()(zip_t* zip) const { zip_discard(zip); }
};

}  // namespace

void write_zip(const std::filesystem::path& path, const std::vector<ZipPart>& parts) {
    std::vector<std::unique_ptr<Turn>> turns;  // outlive the archive, which frees its sources
    int code = 0;
    std::unique_ptr<zip_t, Discard> zip(zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code));
    if (!zip) throw std::runtime_error("cannot write " + path.string());
    std::set<std::string> taken;
    for (const auto& part : parts) {
        turns.push_back(std::make_unique<Turn>(Turn{part}));
        auto* source = zip_source_function(zip.get(), answer_libzip, turns.back().get());
        const auto name = free_name(part.name, taken);
        const auto at = zip_file_add(zip.get(), name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (at < 0) throw std::runtime_error("cannot add " + name);
        zip_file_set_mtime(zip.get(), static_cast<zip_uint64_t>(at), dos_epoch, 0);
    }
    if (zip_close(zip.get()) == 0) {
        (void)zip.release();
        return;
    }
    for (const auto& turn : turns)
        if (turn->failed) std::rethrow_exception(turn->failed);
    const auto system = zip_error_code_system(zip_get_error(zip.get()));
    throw std::system_error(system != 0 ? system : EIO, std::generic_category(),
                            "cannot finish " + path.string());
}

std::string zip_bytes(const std::vector<std::pair<std::string, std::string>>& files) {
    ArchiveInMemory archive;
    std::set<std::string> taken;
    for (const auto& [name, bytes] : files) archive.add(free_name(name, taken), bytes);
    return archive.bytes();
}

std::string with_part_replaced(const std::string& archive, const std::string& part,
                               const std::string& bytes) {
    ArchiveInMemory changed(archive);
    changed.replace(part, bytes);
    return changed.bytes();
}

}  // namespace office
