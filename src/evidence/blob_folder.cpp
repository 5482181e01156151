#include "evidence/blob_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <system_error>

#include "evidence/stored_bytes.hpp"

namespace evidence {
namespace {

namespace fs = std::filesystem;

base::Instant changed_at(const fs::path& file) {
    struct stat found {};
    if (::stat(file.c_str(), &found) != 0)
        throw std::system_error(errno, std::generic_category(), "cannot read " + file.string());
    return {std::int64_t{found.st_mtim.tv_sec} * 1000 + found.st_mtim.tv_nsec / 1'000'000};
}

}  // namespace

BlobFolder::BlobFolder(fs::path folder, base::Algorithm algorithm, const base::Sealer* sealer)
    : folder_(std::move(folder)), algorithm_(algorithm), sealer_(sealer) {}

fs::path BlobFolder::place_of(std::string_view digest) const {
    return folder_ / digest.substr(0, 2) / digest.substr(2, 2) / digest;
}

BlobStore::Kept BlobFolder::keep(const fs::path& file) const {
    fs::create_directories(folder_);
    const auto* const sealer = that_seals(sealer_);
    base::Digester digester(algorithm_);
    Kept kept;
    if (sealer == nullptr) {
        kept.bytes = each_block(file, [&](std::string_view bytes) { digester.add(bytes); });
        kept.digest = digester.finish();
        if (is_kept_again(kept)) return kept;
        // A large file is written to the disk once and not twice.
        const auto place = place_of(kept.digest);
        if (!link_in_place(file, place)) keep_copy(file, place, kept.digest, nullptr);
        return kept;
    }
    Unfinished out(folder_);
    Incoming incoming(out, sealer);
    kept.bytes = each_block(file, [&](std::string_view bytes) {
        digester.add(bytes);
        incoming.add(bytes);
    });
    kept.digest = digester.finish();
    if (is_kept_again(kept)) return kept;
    incoming.finish(kept.digest);
    out.put_in_place(place_of(kept.digest));
    return kept;
}

/// Whether it is there, and if so, as if it had come now: a sweep must not take for forgotten what
/// is about to be referred to.
bool BlobFolder::is_kept_again(const Kept& kept) const {
    if (!holds(kept)) return false;
    const auto place = place_of(kept.digest);
    if (::utimensat(AT_FDCWD, place.c_str(), nullptr, 0) != 0)
        throw std::system_error(errno, std::generic_category(), "cannot write " + place.string());
    return true;
}

// One that is broken is put right by whoever brings the bytes again.
bool BlobFolder::holds(const Kept& kept) const {
    try {
        const auto blob = open(kept.digest);
        return blob && static_cast<std::int64_t>(blob->bytes()) == kept.bytes;
    } catch (const base::SealBroken&) {
        return false;
    }
}

std::unique_ptr<Blob> BlobFolder::open(std::string_view digest) const {
    if (!is_digest(digest)) return nullptr;
    const auto place = place_of(digest);
    std::error_code missing;
    if (!fs::is_regular_file(place, missing)) return nullptr;
    return open_stored(bytes_in(place), digest, sealer_);
}

bool BlobFolder::put_into(Form form, std::string_view digest) const {
    return sealer_ != nullptr && evidence::put_into(form, place_of(digest), digest, *sealer_);
}

void BlobFolder::remove(std::string_view digest) const {
    if (is_digest(digest)) fs::remove(place_of(digest));
}

void BlobFolder::each(const Told& told) const {
    if (!fs::exists(folder_)) return;
    for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
        const auto name = entry.path().filename().string();
        if (entry.is_regular_file() && is_digest(name)) told(name, changed_at(entry.path()));
    }
}

void BlobFolder::remove_unfinished(base::Instant before) const {
    if (!fs::exists(folder_)) return;
    for (const auto& entry : fs::directory_iterator(folder_))
        if (is_unfinished(entry.path()) && changed_at(entry.path()) < before)
            fs::remove(entry.path());
}

bool put_into(Form form, const fs::path& place, std::string_view digest,
              const base::Sealer& sealer) {
    std::error_code missing;
    if (!fs::is_regular_file(place, missing)) return false;
    auto bytes = bytes_in(place);
    if (is_in_form(*bytes, form, sealer)) return false;
    const auto blob = open_stored(std::move(bytes), digest, &sealer);
    Unfinished out(place.parent_path());
    Incoming incoming(out, form == Form::sealed ? &sealer : nullptr);
    read_whole(*blob, [&](std::string_view piece) { incoming.add(piece); });
    incoming.finish(digest);
    out.put_in_place(place);
    return true;
}

std::unique_ptr<Blob> plain_file(const fs::path& file) {
    return plain(bytes_in(file));
}

void keep_copy(const fs::path& file, const fs::path& place, std::string_view digest,
               const base::Sealer* sealer) {
    fs::create_directories(place.parent_path());
    Unfinished out(place.parent_path());
    Incoming incoming(out, that_seals(sealer));
    each_block(file, [&](std::string_view bytes) { incoming.add(bytes); });
    incoming.finish(digest);
    out.put_in_place(place);
}

}  // namespace evidence
