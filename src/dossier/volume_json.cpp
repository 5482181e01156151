#include "dossier/volume_json.hpp"

#include <zip.h>

#include <array>
#include <map>
#include <memory>
#include <set>

#include "base/digest.hpp"
#include "base/json_reader.hpp"
#include "dossier/volume_zip.hpp"
#include "journal/signing_key.hpp"

namespace dossier {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr zip_int64_t entries_max = 200'000;
constexpr std::size_t manifest_bytes_max = 128u << 20, signature_bytes_max = 1'024;
constexpr std::size_t words_max = 10'000;

struct CloseZip {
    void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Zip = std::unique_ptr<zip_t, CloseZip>;
using Entries = std::map<std::string, zip_stat_t, std::less<>>;

base::Error hostile(std::string_view code, std::string_view name) {
    return refuse(ErrorKind::invalid, code, "", {{"name", std::string(name.substr(0, 200))}});
}

/// What the archive lists, when all of it is of the kind that a volume has.
base::Result<Entries> entries_in(zip_t* zip, std::uint64_t file_bytes) {
    const auto count = zip_get_num_entries(zip, 0);
    if (count > entries_max)
        return refuse(ErrorKind::invalid, "volume_has_too_many_files", "",
                      {{"accepted", std::to_string(entries_max)}});
    Entries entries;
    std::uint64_t declared = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat_index(zip, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW, &stat) != 0 ||
            stat.name == nullptr)
            return refuse(ErrorKind::invalid, "volume_not_readable");
        const std::string name = stat.name;
        if (!is_safe_name(name)) return hostile("volume_name_unsafe", name);
        if (stat.comp_method != ZIP_CM_STORE || stat.encryption_method != ZIP_EM_NONE)
            return hostile("volume_file_packed", name);
        declared += stat.size;
        // What is stored as it is cannot be more than the file that it is stored in.
        if (stat.size > file_bytes || declared > file_bytes)
            return hostile("volume_is_a_bomb", name);
        if (!entries.emplace(name, stat).second) return hostile("volume_name_twice", name);
    }
    return entries;
}

/// False when it cannot be read to its end.
template <class Each>
bool read_entry(zip_t* zip, zip_uint64_t index, Each each) {
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(zip, index, 0));
    if (!file) return false;
    std::array<char, 65536> block{};
    zip_int64_t got = 0;
    while ((got = zip_fread(file.get(), block.data(), block.size())) > 0)
        each(std::string_view(block.data(), static_cast<std::size_t>(got)));
    return got == 0;
}

std::optional<std::string> text_of(zip_t* zip, const Entries& entries, std::string_view name,
                                   std::size_t bytes_max) {
    const auto found = entries.find(name);
    if (found == entries.end() || found->second.size > bytes_max) return std::nullopt;
    std::string text;
    if (!read_entry(zip, found->second.index, [&](std::string_view piece) { text += piece; }))
        return std::nullopt;
    return text;
}

base::Result<Manifest> signed_manifest(zip_t* zip, const Entries& entries) {
    const auto text = text_of(zip, entries, manifest_part, manifest_bytes_max);
    const auto mark = text_of(zip, entries, signature_part, signature_bytes_max);
    if (!text || !mark) return refuse(ErrorKind::invalid, "volume_has_no_manifest");
    const auto manifest = read_manifest(*text);
    if (!manifest) return refuse(ErrorKind::invalid, "volume_has_no_manifest");
    if (manifest->format > volume_format)
        return refuse(ErrorKind::conflict, "volume_of_a_newer_program");
    if (!journal::is_signed_by(manifest->public_key, *text, *mark))
        return refuse(ErrorKind::invalid, "volume_not_signed");
    return manifest;
}

bool is_whole(zip_t* zip, const zip_stat_t& entry, const ManifestFile& file,
              base::Algorithm algorithm) {
    if (entry.size != static_cast<std::uint64_t>(file.bytes)) return false;
    base::Digester digester(algorithm);
    const bool read =
        read_entry(zip, entry.index, [&](std::string_view piece) { digester.add(piece); });
    return read && digester.finish() == file.digest;
}

void compare(zip_t* zip, const Entries& entries, VolumeReport& report) {
    const auto algorithm =
        journal::algorithm_named(report.manifest.algorithm).value_or(base::Algorithm::sha256);
    std::set<std::string_view, std::less<>> named;
    for (const auto& file : report.manifest.files) {
        named.insert(file.name);
        const auto found = entries.find(file.name);
        if (found == entries.end())
            report.faults.push_back({"volume_file_missing", file.name});
        else if (!is_whole(zip, found->second, file, algorithm))
            report.faults.push_back({"volume_file_changed", file.name});
    }
    for (const auto& [name, stat] : entries)
        if (name != manifest_part && name != signature_part && !named.contains(name))
            report.faults.push_back({"volume_file_added", name});
}

/// The same entries make an archive of the same size: whatever else is in the file is hidden there.
void weigh(const Entries& entries, std::uint64_t file_bytes, VolumeReport& report) {
    std::vector<ZipEntry> all(entries.size());  // in the order of the archive
    for (const auto& [name, stat] : entries) all[stat.index] = {name, stat.size, stat.crc};
    if (zip_bytes(all) != file_bytes) report.faults.push_back({"volume_has_stray_bytes", ""});
}

/// How many pieces the index lists.
void count(zip_t* zip, const Entries& entries, VolumeReport& report) {
    const auto text = text_of(zip, entries, index_part, manifest_bytes_max);
    const auto index = text ? base::parse_json(*text) : base::Result<boost::json::value>{};
    const auto* object = text && index ? index->if_object() : nullptr;
    const auto* pieces = object == nullptr ? nullptr : object->if_contains("pieces");
    const auto* list = pieces == nullptr ? nullptr : pieces->if_array();
    if (list == nullptr || list->size() != static_cast<std::size_t>(report.manifest.pieces))
        report.faults.push_back({"volume_counts_differ", ""});
}

}  // namespace

base::Result<Manifest> read_manifest(std::string_view text) {
    return base::read_object<Manifest>(text, [](base::JsonReader& reader) {
        Manifest manifest;
        manifest.format = reader.integer("format", 1);
        manifest.program = reader.text("program", words_max);
        manifest.programme = reader.text("programme", words_max);
        manifest.volume = reader.integer("volume", 1);
        manifest.sealed_at = reader.text("sealed_at", words_max);
        manifest.sealed_by = reader.text("sealed_by", words_max);
        manifest.pieces = reader.integer("pieces");
        manifest.missing = reader.texts("missing", lines_max * 10, words_max);
        manifest.reason = reader.text_or_empty("reason", words_max);
        manifest.left_out = reader.texts("left_out", 10, words_max);
        reader.object("head", [&](base::JsonReader& head) {
            manifest.head.chain = head.text("chain", 200);
            manifest.head.sequence = head.integer("sequence");
            manifest.head.hash = head.text("hash", 64);
        });
        manifest.algorithm = reader.text("algorithm", 20);
        reader.array("files", static_cast<std::size_t>(entries_max), [&](base::JsonReader& one) {
            ManifestFile file;
            file.name = one.text("name", 300);
            file.bytes = one.integer("bytes");
            file.digest = one.text("digest", 64);
            manifest.files.push_back(std::move(file));
        });
        manifest.public_key = reader.text("public_key", 64);
        return manifest;
    });
}

base::Result<VolumeReport> check_volume(const std::filesystem::path& file) {
    std::error_code fault;
    const auto bytes = std::filesystem::file_size(file, fault);
    if (fault)
        return refuse(ErrorKind::not_found, "volume_not_found", "", {{"path", file.string()}});
    int error = 0;
    const Zip zip(zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &error));
    if (!zip) return refuse(ErrorKind::invalid, "volume_not_readable");
    const auto entries = entries_in(zip.get(), bytes);
    if (!entries) return entries.error();
    const auto manifest = signed_manifest(zip.get(), *entries);
    if (!manifest) return manifest.error();
    VolumeReport report{*manifest, journal::fingerprint_of(manifest->public_key), {}};
    compare(zip.get(), *entries, report);
    count(zip.get(), *entries, report);
    weigh(*entries, bytes, report);
    return report;
}

}  // namespace dossier
