#include "exchange/package.hpp"

#include <zip.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

namespace exchange {
namespace {

base::Error part_fault(std::string_view code, const std::string& name) {
    return base::refuse(base::ErrorKind::invalid, code, "", {{"name", name}});
}

}  // namespace

PackageWriter::PackageWriter(std::filesystem::path target) : target_(std::move(target)) {
    int error = 0;
    zip_ = zip_open(target_.c_str(), ZIP_CREATE | ZIP_EXCL, &error);
    if (zip_ == nullptr)
        throw std::runtime_error("cannot create the backup file " + target_.string() +
                                 (error == ZIP_ER_EXISTS ? ": it exists already" : ""));
}

PackageWriter::~PackageWriter() {
    if (zip_ != nullptr) zip_discard(zip_);
}

void PackageWriter::add_file(const std::string& name, const std::filesystem::path& file) {
    auto* source = zip_source_file(zip_, file.c_str(), 0, -1);
    if (source == nullptr || zip_file_add(zip_, name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0)
        throw std::runtime_error("cannot add " + file.string() + " to the backup");
}

void PackageWriter::add_text(const std::string& name, std::string text) {
    auto* copy = static_cast<char*>(std::malloc(text.size() + 1));
    if (copy == nullptr) throw std::bad_alloc();
    std::memcpy(copy, text.data(), text.size());
    auto* source = zip_source_buffer(zip_, copy, text.size(), 1);  // libzip frees it.
    if (source == nullptr || zip_file_add(zip_, name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0)
        throw std::runtime_error("cannot add " + name + " to the backup");
}

void PackageWriter::close() {
    auto* zip = std::exchange(zip_, nullptr);
    if (zip_close(zip) == 0) return;
    const std::string what = zip_strerror(zip);
    zip_discard(zip);
    throw std::runtime_error("cannot write the backup file " + target_.string() + ": " + what);
}

void PackageReader::Close::operator()(::zip* zip) const {
    zip_discard(zip);
}

base::Result<PackageReader> PackageReader::open(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path))
        return base::refuse(base::ErrorKind::not_found, "document_not_found", "",
                            {{"name", path.string()}});
    int error = 0;
    auto* zip = zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (zip == nullptr)
        return base::refuse(base::ErrorKind::unsupported, "backup_not_readable", "",
                            {{"name", path.filename().string()}});
    return PackageReader(zip);
}

base::Result<void> PackageReader::read(const std::string& name,
                                       const std::function<void(std::string_view)>& piece) {
    auto* file = zip_fopen(zip_.get(), name.c_str(), 0);
    if (file == nullptr) return part_fault("backup_part_missing", name);
    std::array<char, 65536> block{};
    zip_int64_t got = 0;
    while ((got = zip_fread(file, block.data(), block.size())) > 0)
        piece({block.data(), static_cast<std::size_t>(got)});
    const bool whole = got == 0;
    zip_fclose(file);
    if (!whole) return part_fault("backup_part_damaged", name);
    return {};
}

base::Result<std::string> PackageReader::text(const std::string& name, std::size_t bytes_max) {
    std::string all;
    bool too_large = false;
    auto done = read(name, [&](std::string_view piece) {
        too_large = too_large || all.size() + piece.size() > bytes_max;
        if (!too_large) all += piece;
    });
    if (!done) return done.error();
    if (too_large) return part_fault("backup_part_damaged", name);
    return all;
}

}  // namespace exchange
