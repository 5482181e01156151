#include "audit/evidence_json.hpp"

#include "base/digest.hpp"
#include "base/json_reader.hpp"
#include "exchange/package.hpp"
#include "journal/signing_key.hpp"

namespace audit {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::size_t manifest_bytes_max = 64u << 20, signature_bytes_max = 1'024;
constexpr std::size_t chars_max = 100'000, payload_chars_max = 4'000'000;

base::Error not_readable() {
    return refuse(ErrorKind::invalid, "export_not_readable");
}

/// Reads a part, checks its digest and gives its lines to `each`, which may refuse.
template <class Each>
base::Result<void> read_part(exchange::PackageReader& package, const EvidencePart& part,
                             Each each) {
    base::Digester digester(base::Algorithm::sha256);
    std::string rest;
    base::Result<void> good;
    const auto read = package.read(part.name, [&](std::string_view piece) {
        digester.add(piece);
        if (part.name != entries_part || !good) return;
        rest += piece;
        std::size_t from = 0;
        for (std::size_t end; good && (end = rest.find('\n', from)) != rest.npos; from = end + 1)
            good = each(std::string_view(rest).substr(from, end - from));
        rest.erase(0, from);
    });
    if (!read || digester.finish() != part.digest || !rest.empty())
        return refuse(ErrorKind::invalid, "export_part_changed", "", {{"name", part.name}});
    return good;
}

base::Result<Manifest> signed_manifest(exchange::PackageReader& package) {
    const auto text = package.text(std::string(manifest_part), manifest_bytes_max);
    const auto mark = package.text(std::string(signature_part), signature_bytes_max);
    if (!text || !mark) return not_readable();
    const auto manifest = read_manifest(*text);
    if (!manifest) return not_readable();
    if (manifest->format > evidence_format)
        return refuse(ErrorKind::conflict, "export_of_a_newer_program");
    if (!journal::is_signed_by(manifest->public_key, *text, *mark))
        return refuse(ErrorKind::invalid, "export_not_signed");
    return manifest;
}

}  // namespace

base::Result<Manifest> read_manifest(std::string_view text) {
    return base::read_object<Manifest>(text, [](base::JsonReader& reader) {
        Manifest manifest;
        manifest.format = reader.integer("format", 1);
        manifest.program = reader.text("program", chars_max);
        manifest.made_at = reader.text("made_at", chars_max);
        manifest.made_by = reader.text("made_by", chars_max);
        manifest.filter = reader.text("filter", chars_max);
        manifest.entries = reader.integer("entries");
        reader.array("parts", 100, [&](base::JsonReader& one) {
            manifest.parts.push_back({one.text("name", 200), one.text("digest", 64)});
        });
        reader.array("heads", 1'000'000, [&](base::JsonReader& one) {
            journal::Head head;
            head.chain = one.text("chain", 200);
            head.sequence = one.integer("sequence");
            head.hash = one.text("hash", 64);
            manifest.heads.push_back(std::move(head));
        });
        manifest.public_key = reader.text("public_key", 64);
        return manifest;
    });
}

base::Result<EvidenceLine> read_line(std::string_view text) {
    // Not through JsonReader: it trims, and these are the bytes that were hashed.
    const auto value = base::parse_json(text);
    const auto* object = value ? value->if_object() : nullptr;
    if (object == nullptr) return not_readable();
    bool good = true;
    const auto word = [&](std::string_view name) {
        const auto* found = object->if_contains(name);
        const auto* said = found == nullptr ? nullptr : found->if_string();
        good = good && said != nullptr && said->size() <= payload_chars_max;
        return said == nullptr ? std::string() : std::string(*said);
    };
    const auto number = [&](std::string_view name) {
        const auto* found = object->if_contains(name);
        const auto* said = found == nullptr ? nullptr : found->if_int64();
        good = good && said != nullptr;
        return said == nullptr ? std::int64_t{0} : *said;
    };
    EvidenceLine line;
    auto& entry = line.entry;
    entry.chain = word("chain");
    entry.sequence = number("sequence");
    entry.at = {number("at")};
    entry.actor_id = word("actor_id");
    entry.actor_name = word("actor_name");
    entry.act = word("act");
    entry.subject_kind = word("subject_kind");
    entry.subject_id = word("subject_id");
    entry.payload_digest = word("payload_digest");
    entry.previous = word("previous");
    entry.algorithm = word("algorithm");
    entry.hash = word("hash");
    if (object->contains("payload")) {
        line.payload = word("payload");
        line.salt = word("salt");
    }
    if (!good) return not_readable();
    return line;
}

base::Result<EvidenceReport> check_evidence(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file))
        return refuse(ErrorKind::not_found, "export_not_found", "", {{"path", file.string()}});
    auto package = exchange::PackageReader::open(file);
    if (!package) return not_readable();
    const auto manifest = signed_manifest(*package);
    if (!manifest) return manifest.error();
    EvidenceWalk walk(manifest->heads);
    std::int64_t lines = 0;
    for (const auto& part : manifest->parts) {
        const auto read = read_part(*package, part, [&](std::string_view text) {
            ++lines;
            const auto line = read_line(text);
            if (!line)
                return base::Result<void>(refuse(ErrorKind::invalid, "export_line_broken", "",
                                                 {{"line", std::to_string(lines)}}));
            walk.add(*line);
            return base::Result<void>();
        });
        if (!read) return read.error();
    }
    if (lines != manifest->entries)
        return refuse(
            ErrorKind::invalid, "export_incomplete", "",
            {{"found", std::to_string(lines)}, {"entries", std::to_string(manifest->entries)}});
    EvidenceReport report{*manifest, journal::fingerprint_of(manifest->public_key), 0, 0, {}};
    report.fault = walk.finish();
    report.entries = walk.entries();
    report.chained = walk.chained();
    return report;
}

}  // namespace audit
