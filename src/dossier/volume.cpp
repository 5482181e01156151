#include "dossier/volume.hpp"

#include <algorithm>
#include <cstdio>
#include <set>

#include "base/names.hpp"
#include "base/utf8.hpp"

namespace dossier {
namespace {

using base::ErrorKind;
using base::refuse;
using base::limits::reason_chars_min;

constexpr std::array<std::string_view, 2> place_names{"evidence", "plans"};
constexpr std::size_t ending_chars_max = 5, named_missing_max = 5;

std::string some_of(const std::vector<std::string>& names) {
    const auto named = std::min(names.size(), named_missing_max);
    return joined(std::span(names).first(named)) + (named < names.size() ? "等" : "");
}

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

std::string_view name_of(KeptIn place) {
    return place_names[static_cast<std::size_t>(place)];
}
std::optional<KeptIn> kept_in_of(std::string_view name) {
    return base::named<KeptIn>(place_names, name);
}

base::Result<void> check_sealing(const Waiting& waiting, std::string_view reason,
                                 const base::Actor& actor, bool covered) {
    if (const auto no = why_not_keep(actor, covered)) return *no;
    if (waiting.pieces == 0) return refuse(ErrorKind::illegal_transition, "nothing_new_to_seal");
    const auto& missing = waiting.tally.missing;
    if (!missing.empty() && base::chars_in(reason) < reason_chars_min)
        return refuse(ErrorKind::invalid, "dossier_is_incomplete", "reason",
                      {{"missing", some_of(missing)},
                       {"count", std::to_string(missing.size())},
                       {"accepted", std::to_string(reason_chars_min)}});
    return {};
}

std::string name_in_volume(const Piece& piece, std::string_view ending) {
    const auto dotted = "." + std::string(ending);
    if (!piece.kept.empty())
        return (piece.source == Source::plans ? "plans/" : "evidence/") + piece.kept + dotted;
    std::array<char, 24> number{};
    std::snprintf(number.data(), number.size(), "%04lld", static_cast<long long>(piece.number));
    return "records/" + std::string(number.data()) + dotted;
}

std::string ending_of(std::string_view file_name) {
    const auto dot = file_name.rfind('.');
    std::string ending(dot == file_name.npos ? "" : file_name.substr(dot + 1));
    std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    const bool plain = !ending.empty() && ending.size() <= ending_chars_max &&
                       std::all_of(ending.begin(), ending.end(), is_plain);
    return plain ? ending : "bin";
}

bool is_safe_name(std::string_view name) {
    if (name.empty() || name.size() > 300 || !base::is_utf8(name)) return false;
    const bool odd = std::any_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '\\' || c == ':';
    });
    if (odd) return false;
    for (auto rest = name;;) {
        const auto end = rest.find('/');
        const auto part = rest.substr(0, end);
        if (part.empty() || part == "." || part == "..") return false;
        if (end == rest.npos) return true;
        rest.remove_prefix(end + 1);
    }
}

base::Guards left_out_for(const base::Scope& scope) {
    return base::subject_guards.without(scope.cleared);
}

std::vector<Piece> pieces_for(const std::vector<Piece>& pieces, const base::Scope& scope) {
    std::vector<Piece> seen;
    std::copy_if(pieces.begin(), pieces.end(), std::back_inserter(seen),
                 [&](const Piece& piece) { return scope.clears(piece.guards); });
    return seen;
}

std::vector<VolumeFile> files_for(const std::vector<VolumeFile>& files,
                                  const std::vector<Piece>& pieces) {
    std::set<std::int64_t> numbers;
    for (const auto& piece : pieces) numbers.insert(piece.number);
    std::vector<VolumeFile> seen;
    std::set<std::string> names;  // one file may fill two pieces: it is there once
    for (const auto& file : files)
        if (numbers.contains(file.piece) && names.insert(file.name).second) seen.push_back(file);
    return seen;
}

std::vector<std::string> words_of(base::Guards guards) {
    std::vector<std::string> words;
    if (guards.has(base::Guard::accountability)) words.emplace_back("追责问责");
    if (guards.has(base::Guard::clues)) words.emplace_back("问题线索");
    if (guards.has(base::Guard::life_meeting)) words.emplace_back("民主生活会材料");
    return words;
}

std::string joined(std::span<const std::string> words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : "、") + word;
    return text;
}

}  // namespace dossier
