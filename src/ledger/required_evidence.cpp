#include "ledger/required_evidence.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace ledger {
namespace {

bool has(const EvidenceKinds& kinds, evidence::EvidenceKind kind) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

}  // namespace

EvidenceKinds in_order(const EvidenceKinds& kinds) {
    EvidenceKinds ordered;
    for (const auto kind : evidence::evidence_kinds)
        if (has(kinds, kind)) ordered.push_back(kind);
    return ordered;
}

EvidenceKinds missing_kinds(const EvidenceKinds& required, const EvidenceKinds& standing) {
    EvidenceKinds found;
    for (const auto kind : required)
        if (!has(standing, kind)) found.push_back(kind);
    return found;
}

std::string words_of(const EvidenceKinds& kinds) {
    std::string words;
    for (const auto kind : kinds) words += (words.empty() ? "" : "、") + evidence::words_of(kind);
    return words;
}

std::optional<base::Error> why_evidence_is_missing(const EvidenceKinds& missing) {
    if (missing.empty()) return std::nullopt;
    return base::refuse(base::ErrorKind::illegal_transition, "evidence_missing", "evidence",
                        {{"accepted", words_of(missing)}});
}

std::string encode(const EvidenceKinds& kinds) {
    std::string text;
    for (const auto kind : kinds) (text += text.empty() ? "" : ",") += evidence::name_of(kind);
    return text;
}

EvidenceKinds decode_evidence_kinds(std::string_view text) {
    EvidenceKinds kinds;
    while (!text.empty())
        if (const auto kind = evidence::evidence_kind_of(base::cut(text, ',')))
            kinds.push_back(*kind);
    return kinds;
}

}  // namespace ledger
