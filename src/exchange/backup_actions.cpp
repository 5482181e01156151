#include "exchange/backup_actions.hpp"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <map>

#include "base/digest.hpp"
#include "evidence/stored_bytes.hpp"
#include "exchange/manifest_json.hpp"
#include "exchange/package.hpp"

namespace exchange {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::string_view program_version = "0.1.0";
constexpr std::string_view files_prefix = "files/", evidence_prefix = "evidence/";
constexpr std::size_t manifest_bytes_max = 512u << 20;

/// A folder for one piece of work; gone with it.
class WorkFolder {
  public:
    explicit WorkFolder(const std::filesystem::path& parent) {
        std::filesystem::create_directories(parent);
        auto name = (parent / "backup-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr)
            throw std::runtime_error("cannot create a folder in " + parent.string());
        path_ = name;
    }
    ~WorkFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

std::string part_name(const RecordSet& set) {
    return "tables/" + std::string(set.table) + ".jsonl";
}

/// Writes a table line by line to `out` (or nowhere) and says what it was.
Part dump(db::Transaction& transaction, const RecordSet& set, std::ostream* out) {
    Part part{part_name(set), {}, 0, 0};
    base::Digester digester(base::preferred_algorithm());
    list_records(transaction, set, list_columns(transaction, set.table), [&](const Record& record) {
        const auto line = to_line(record);
        digester.add(line);
        if (out != nullptr) *out << line;
        ++part.rows;
        part.bytes += static_cast<std::int64_t>(line.size());
    });
    part.digest = digester.finish();
    return part;
}

Part dump_to_file(db::Transaction& transaction, const RecordSet& set,
                  const std::filesystem::path& file) {
    std::ofstream out(file, std::ios::binary);
    auto part = dump(transaction, set, &out);
    out.close();
    if (!out) throw std::runtime_error("cannot write " + file.string());
    return part;
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    if (!std::filesystem::exists(folder)) return files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.is_regular_file() && !evidence::is_unfinished(entry.path()))
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// Uploaded documents and evidence by the name of their part.
std::map<std::string, std::filesystem::path> all_files(const Needs& needs) {
    std::map<std::string, std::filesystem::path> files;
    for (const auto& file : files_in(needs.files))
        files[std::string(files_prefix) + file.filename().string()] = file;
    if (needs.evidence != nullptr)
        needs.evidence->each([&](const std::string& digest, base::Instant) {
            files[std::string(evidence_prefix) + digest] = needs.evidence->place_of(digest);
        });
    return files;
}

/// Where a part that is a file belongs; nothing for the others.
std::optional<std::filesystem::path> folder_for(const Needs& needs, const std::string& name) {
    if (name.starts_with(files_prefix)) return needs.files;
    if (!name.starts_with(evidence_prefix) || needs.evidence == nullptr) return std::nullopt;
    const auto digest = name.substr(evidence_prefix.size());
    if (!evidence::is_digest(digest)) return std::nullopt;
    return needs.evidence->place_of(digest).parent_path();
}

Part add_file(PackageWriter& package, const std::string& name, const std::filesystem::path& file) {
    package.add_file(name, file);
    return {name, base::digest_of_file(base::preferred_algorithm(), file.string()), 0,
            static_cast<std::int64_t>(std::filesystem::file_size(file))};
}

/// Turns pieces into lines.
class LineSplitter {
  public:
    template <class Each>
    void add(std::string_view piece, Each each) {
        rest_ += piece;
        std::size_t from = 0;
        for (std::size_t end; (end = rest_.find('\n', from)) != std::string::npos; from = end + 1)
            each(std::string_view(rest_).substr(from, end - from));
        rest_.erase(0, from);
    }
    [[nodiscard]] bool ended_with_a_line() const { return rest_.empty(); }

  private:
    std::string rest_;
};

const Part* part_of(const Manifest& manifest, const std::string& name) {
    const auto found = std::find_if(manifest.parts.begin(), manifest.parts.end(),
                                    [&](const Part& part) { return part.name == name; });
    return found == manifest.parts.end() ? nullptr : &*found;
}

base::Error damaged(const std::string& name) {
    return refuse(ErrorKind::invalid, "backup_part_damaged", "", {{"name", name}});
}

base::Algorithm algorithm_of(const Manifest& manifest) {
    return manifest.algorithm == base::name_of(base::Algorithm::sm3) ? base::Algorithm::sm3
                                                                     : base::Algorithm::sha256;
}

base::Result<void> restore_table(db::Transaction& transaction, PackageReader& package,
                                 const Manifest& manifest, const RecordSet& set) {
    const auto name = part_name(set);
    const auto* part = part_of(manifest, name);
    if (part == nullptr)
        return refuse(ErrorKind::invalid, "backup_part_missing", "", {{"name", name}});
    const auto columns = list_columns(transaction, set.table);
    const auto insert = insert_statement(set, columns);
    base::Digester digester(algorithm_of(manifest));
    LineSplitter lines;
    std::optional<base::Error> fault;
    auto read = package.read(name, [&](std::string_view piece) {
        digester.add(piece);
        lines.add(piece, [&](std::string_view line) {
            if (fault) return;
            const auto record = read_line(line, columns);
            if (record)
                insert_record(transaction, insert, *record);
            else
                fault = record.error();
        });
    });
    if (!read) return read;
    if (fault) return *fault;
    if (!lines.ended_with_a_line() || digester.finish() != part->digest) return damaged(name);
    return {};
}

base::Result<void> restore_file(PackageReader& package, const Manifest& manifest, const Part& part,
                                const std::filesystem::path& folder) {
    const auto name = std::filesystem::path(part.name).filename();
    const auto target = folder / name;
    std::filesystem::create_directories(folder);
    std::ofstream out(target, std::ios::binary);
    base::Digester digester(algorithm_of(manifest));
    auto read = package.read(part.name, [&](std::string_view piece) {
        digester.add(piece);
        out << piece;
    });
    if (!read) return read;
    out.close();
    if (!out) throw std::runtime_error("cannot write " + target.string());
    if (digester.finish() != part.digest) return damaged(part.name);
    return {};
}

/// Only what migrations seeded may stand there.
bool is_empty(db::Transaction& transaction) {
    for (const auto& set : record_sets()) {
        const bool grows_with_use = set.table == "account" || set.table == "programme" ||
                                    set.table == "unit" || set.table == "journal_entry";
        if (grows_with_use && count_records(transaction, set) > 0) return false;
    }
    return true;
}

base::Result<void> restore_tables(const Needs& needs, PackageReader& package,
                                  const Manifest& manifest, const Told& told) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
        if (!is_empty(transaction)) return refuse(ErrorKind::conflict, "installation_is_not_empty");
        const auto known = last_migration(transaction);
        if (manifest.schema > known || manifest.format > format_known)
            return refuse(
                ErrorKind::conflict, "backup_of_a_newer_program", "",
                {{"backup", std::to_string(manifest.schema)}, {"program", std::to_string(known)}});
        const auto sets = record_sets();
        for (auto set = sets.rbegin(); set != sets.rend(); ++set)
            if (!set->table.starts_with("journal_")) delete_records(transaction, *set);
        std::size_t done = 0;
        for (const auto& set : sets) {
            if (told) told(part_name(set), done++, manifest.parts.size());
            if (auto restored = restore_table(transaction, package, manifest, set); !restored)
                return restored;
        }
        return {};
    });
}

}  // namespace

Manifest back_up(const Needs& needs, const BackupOptions& options) {
    const WorkFolder folder(needs.temporary);
    PackageWriter package(options.target);
    Manifest manifest;
    manifest.program = program_version;
    manifest.made_at = base::to_text(needs.clock.now());
    manifest.algorithm = base::name_of(base::preferred_algorithm());
    auto parts = record_sets().size();
    const auto tell = [&](const std::string& name) {
        if (options.told) options.told(name, manifest.parts.size(), parts);
    };
    needs.database.read([&](db::Transaction& transaction) {
        manifest.schema = last_migration(transaction);
        for (const auto& set : record_sets()) {
            tell(part_name(set));
            const auto file = folder.path() / (std::string(set.table) + ".jsonl");
            manifest.parts.push_back(dump_to_file(transaction, set, file));
            package.add_file(part_name(set), file);
        }
    });
    // Files are named by their digest and never change; one that came after the snapshot does no
    // harm.
    const auto files = all_files(needs);
    parts += files.size();
    for (const auto& [name, file] : files) {
        tell(name);
        manifest.parts.push_back(add_file(package, name, file));
    }
    if (!options.configuration.empty() && std::filesystem::exists(options.configuration))
        manifest.parts.push_back(add_file(package, "configuration.toml", options.configuration));
    package.add_text("manifest.json", to_json(manifest));
    package.close();
    return manifest;
}

base::Result<Manifest> restore(const Needs& needs, const std::filesystem::path& source,
                               const Told& told) {
    auto package = PackageReader::open(source);
    if (!package) return package.error();
    const auto text = package->text("manifest.json", manifest_bytes_max);
    if (!text) return text.error();
    const auto manifest = read_manifest(*text);
    if (!manifest) return manifest.error();
    std::size_t done = record_sets().size();
    for (const auto& part : manifest->parts) {
        const auto folder = folder_for(needs, part.name);
        if (!folder) continue;
        if (told) told(part.name, done++, manifest->parts.size());
        if (auto restored = restore_file(*package, *manifest, part, *folder); !restored)
            return restored.error();
    }
    if (auto tables = restore_tables(needs, *package, *manifest, told); !tables)
        return tables.error();
    return *manifest;
}

std::vector<Part> digests_of(const Needs& needs) {
    return needs.database.read([&](db::Transaction& transaction) {
        std::vector<Part> parts;
        for (const auto& set : record_sets()) parts.push_back(dump(transaction, set, nullptr));
        return parts;
    });
}

}  // namespace exchange
