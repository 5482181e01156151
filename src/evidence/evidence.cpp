#include "evidence/evidence.hpp"

#include <algorithm>
#include <array>

#include "base/form_words.hpp"
#include "base/names.hpp"
#include "base/utf8.hpp"

namespace evidence {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 7> kind_names{
    "system_document", "minutes", "circular", "voucher", "photograph", "decision", "other"};
constexpr std::array<std::string_view, 4> hint_names{"named_otherwise", "made_after_claimed",
                                                     "older_than_feedback", "not_scanned"};
constexpr std::array<std::string_view, 3> scan_names{"none", "clean", "missed"};

/// Control characters, and the invisible ones that make "exe.pdf" of "fdp.exe".
bool is_hidden(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

std::string shortened(const std::string& name) {
    const auto chars = base::chars_in(name);
    if (chars <= file_name_chars_max) return name;
    const auto point = name.rfind('.');
    const auto ending = point == std::string::npos ? std::string() : name.substr(point);
    const auto ending_chars = base::chars_in(ending);
    if (ending_chars >= file_name_chars_max)
        return std::string(base::first_chars(name, file_name_chars_max));
    return std::string(base::first_chars(name, file_name_chars_max - ending_chars)) + ending;
}

base::Result<void> check_length(std::string_view text) {
    const auto chars = base::chars_in(text);
    if (chars <= description_chars_max) return {};
    return refuse(
        ErrorKind::invalid, "text_too_long", "description",
        {{"chars", std::to_string(chars)}, {"accepted", std::to_string(description_chars_max)}});
}

}  // namespace

std::string_view name_of(EvidenceKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

std::string words_of(EvidenceKind kind) {
    return base::form_words("evidence." + std::string(name_of(kind)));
}

std::string_view name_of(Scan scan) {
    return scan_names[static_cast<std::size_t>(scan)];
}

std::optional<Scan> scan_of(std::string_view name) {
    return base::named<Scan>(scan_names, name);
}

std::optional<EvidenceKind> evidence_kind_of(std::string_view name) {
    return base::named<EvidenceKind>(kind_names, name);
}

std::string_view name_of(Hint hint) {
    return hint_names[static_cast<std::size_t>(hint)];
}

std::string clean_name(std::string_view name) {
    const auto folder = name.find_last_of("/\\");
    if (folder != std::string_view::npos) name.remove_prefix(folder + 1);
    std::string clean;
    for (std::size_t at = 0; at < name.size();) {
        const auto c = base::next_char(name, at);
        if (!is_hidden(c)) base::append_char(clean, c);
    }
    const std::string trimmed(base::trim(clean));
    return trimmed.find_first_not_of('.') == std::string::npos ? std::string() : shortened(trimmed);
}

base::Result<Claim> check(const Claim& claim, base::Date today) {
    auto clean = claim;
    clean.name = clean_name(claim.name);
    clean.description = base::trim(claim.description);
    if (clean.name.empty()) return refuse(ErrorKind::invalid, "file_missing", "name");
    if (auto fine = check_length(clean.description); !fine) return fine.error();
    if (clean.document_date && *clean.document_date > today)
        return refuse(ErrorKind::invalid, "document_date_in_the_future", "document_date",
                      {{"value", base::to_text(*clean.document_date)}});
    return clean;
}

base::Result<Evidence> correct(const Evidence& newest, const Correction& correction) {
    auto next = newest;
    next.id = correction.id;
    next.kind = correction.kind;
    next.description = base::trim(correction.description);
    next.version = newest.version + 1;
    next.replaces = newest.id;
    if (auto fine = check_length(next.description); !fine) return fine.error();
    if (next.kind == newest.kind && next.description == newest.description)
        return refuse(ErrorKind::invalid, "nothing_is_corrected", "kind");
    return next;
}

bool corrects(const Evidence& version, const Evidence& before) {
    return version.digest == before.digest && version.name == before.name &&
           version.document_date == before.document_date;
}

std::string download_name(const Item& item) {
    const auto& name = item.evidence.name;
    if (ends_as(item.file.type, name)) return name;
    return name + '.' + std::string(usual_ending(item.file.type));
}

bool says_the_same(const Evidence& stored, const Claim& claim, std::string_view digest) {
    return stored.name == claim.name && stored.description == claim.description &&
           stored.kind == claim.kind && stored.document_date == claim.document_date &&
           stored.digest == digest;
}

std::vector<Hint> hints_of(const Item& item, std::optional<base::Date> feedback_on) {
    const auto& claimed = item.evidence.document_date;
    const auto& made = item.file.made.made_on;
    std::vector<Hint> hints;
    if (!ends_as(item.file.type, item.evidence.name)) hints.push_back(Hint::named_otherwise);
    if (made && claimed && *made > *claimed) hints.push_back(Hint::made_after_claimed);
    const bool old = (claimed && feedback_on && *claimed < *feedback_on) ||
                     (made && feedback_on && *made < *feedback_on);
    if (old) hints.push_back(Hint::older_than_feedback);
    if (item.file.scan == Scan::missed) hints.push_back(Hint::not_scanned);
    return hints;
}

std::vector<Happening> happenings_of(const Link& link, const std::vector<Item>& versions) {
    using What = Happening::What;
    std::vector<Happening> all;
    std::string name;
    const Evidence* last = nullptr;
    for (const auto& [version, file] : versions) {
        const bool before = version.at < link.at || (version.version == 1 && version.at == link.at);
        const bool after = link.removed && version.at > link.removed->at;
        if (!before && !after) {
            const bool same = last != nullptr && corrects(version, *last);
            all.push_back({same ? What::corrected : What::replaced,
                           version.at,
                           version.by,
                           same ? std::string() : name,
                           version.name,
                           {}});
            if (same) {
                all.back().before = *last;
                all.back().after = version;
            }
        }
        last = &version;
        if (!after) name = version.name;
        if (before && version.version == 1 && version.at == link.at)
            all.push_back({What::added, link.at, link.by, {}, name, {}});
    }
    if (all.empty() || all.front().what != What::added) {
        // Named as it was when it came here.
        std::string then;
        for (const auto& [version, file] : versions)
            if (version.at <= link.at) then = version.name;
        all.insert(all.begin(), {What::linked, link.at, link.by, {}, then, {}});
    }
    if (link.removed)
        all.push_back(
            {What::removed, link.removed->at, link.removed->by, name, {}, link.removed->reason});
    return all;
}

}  // namespace evidence
