#include "office/archive_in_memory.hpp"

#include <stdexcept>

namespace office {

ArchiveInMemory::ArchiveInMemory(const std::string& old) {
    zip_error_t error;
    zip_error_init(&error);
    source_ = zip_source_buffer_create(old.empty() ? nullptr : old.data(), old.size(), 0, &error);
    const int how = old.empty() ? ZIP_TRUNCATE : 0;
    zip_ = source_ == nullptr ? nullptr : zip_open_from_source(source_, how, &error);
    zip_error_fini(&error);
    if (zip_ == nullptr) {
        zip_source_free(source_);
        throw std::runtime_error("cannot begin an archive in memory");
    }
    zip_source_keep(source_);  // Closing the archive would free it.
}

ArchiveInMemory::~ArchiveInMemory() {
    if (zip_ != nullptr) zip_discard(zip_);
    zip_source_free(source_);
}

void ArchiveInMemory::add(const std::string& name, const std::string& bytes) {
    const auto at = put(name, zip_source_buffer(zip_, bytes.data(), bytes.size(), 0));
    zip_file_set_mtime(zip_, at, dos_epoch, 0);
}

void ArchiveInMemory::replace(const std::string& name, const std::string& bytes) {
    const auto at = zip_name_locate(zip_, name.c_str(), ZIP_FL_NOCASE);
    auto* content = zip_source_buffer(zip_, bytes.data(), bytes.size(), 0);
    if (at >= 0 && zip_file_replace(zip_, static_cast<zip_uint64_t>(at), content, 0) == 0) return;
    zip_source_free(content);
    throw std::runtime_error("cannot replace " + name);
}

void ArchiveInMemory::copy(zip_t* from, zip_uint64_t index, const std::string& name) {
    static_cast<void>(put(name, zip_source_zip(zip_, from, index, ZIP_FL_COMPRESSED, 0, -1)));
}

zip_uint64_t ArchiveInMemory::put(const std::string& name, zip_source_t* content) {
    const auto at =
        content == nullptr ? -1 : zip_file_add(zip_, name.c_str(), content, ZIP_FL_ENC_UTF_8);
    if (at >= 0) return static_cast<zip_uint64_t>(at);
    zip_source_free(content);
    throw std::runtime_error("cannot add " + name);
}

std::string ArchiveInMemory::bytes() {
    if (zip_close(zip_) != 0) throw std::runtime_error("cannot finish an archive in memory");
    zip_ = nullptr;
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source_, &stat) != 0 || zip_source_open(source_) != 0)
        throw std::runtime_error("cannot read an archive in memory");
    std::string all(stat.size, '\0');
    const auto got = zip_source_read(source_, all.data(), all.size());
    zip_source_close(source_);
    if (got != static_cast<zip_int64_t>(all.size()))
        throw std::runtime_error("cannot read an archive in memory");
    return all;
}

}  // namespace office
