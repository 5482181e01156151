// Evidence: a file that proves progress, in one or more versions, standing at one or more rows.
// What the rows are, is for the module that links them. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.hpp"
#include "base/digest.hpp"
#include "base/result.hpp"
#include "evidence/file_type.hpp"
#include "evidence/provenance.hpp"

namespace evidence {

using EvidenceId = base::Id<struct EvidenceTag>;

enum class EvidenceKind {
    system_document,
    minutes,
    circular,
    voucher,
    photograph,
    decision,
    other
};
inline constexpr EvidenceKind evidence_kinds[]{EvidenceKind::system_document,
                                               EvidenceKind::minutes,
                                               EvidenceKind::circular,
                                               EvidenceKind::voucher,
                                               EvidenceKind::photograph,
                                               EvidenceKind::decision,
                                               EvidenceKind::other};
[[nodiscard]] std::string_view name_of(EvidenceKind kind);
/// As pages and workbooks call it: 会议记录.
[[nodiscard]] std::string words_of(EvidenceKind kind);
[[nodiscard]] std::optional<EvidenceKind> evidence_kind_of(std::string_view name);

inline constexpr std::size_t file_name_chars_max = 200, description_chars_max = 500;

/// Whether a program that knows viruses looked at a file when it came.
enum class Scan {
    none,    // none is in use here
    clean,   // and found nothing
    missed,  // it could not be asked
};
[[nodiscard]] std::string_view name_of(Scan scan);
[[nodiscard]] std::optional<Scan> scan_of(std::string_view name);

/// The bytes, once for all that were brought in with the same.
struct StoredFile {
    std::string digest;
    base::Algorithm algorithm = base::Algorithm::sha256;
    std::int64_t bytes = 0;
    FileType type = FileType::text;
    Provenance made;
    Scan scan = Scan::none;
    bool operator==(const StoredFile&) const = default;
};

/// That something was taken away: when, by whom, and why.
struct Removal {
    base::Instant at;
    std::string by, reason;
    bool operator==(const Removal&) const = default;
};

/// One version. All versions of one piece of evidence carry the id of the first as `series`.
struct Evidence {
    EvidenceId id, series;
    base::ProgrammeId programme;
    std::string name, description;  // name: of the file as it was brought
    EvidenceKind kind = EvidenceKind::other;
    std::optional<base::Date> document_date;  // the day that is claimed for it
    std::string digest;
    std::int64_t version = 1;
    std::optional<EvidenceId> replaces;  // the version before
    base::AccountId by_account;
    std::string by;
    base::Instant at;
    std::optional<Removal> removed;
    bool operator==(const Evidence&) const = default;
};

/// A version with its file.
struct Item {
    Evidence evidence;
    StoredFile file;
    bool operator==(const Item&) const = default;
};

/// That a series stands at a row, or stood there.
struct Link {
    EvidenceId series;
    base::ProgrammeId programme;
    std::string subject_kind, subject_id;
    std::string by;
    base::Instant at;
    std::optional<Removal> removed;
    bool operator==(const Link&) const = default;
};

/// What the one who brings a file says of it.
struct Claim {
    EvidenceId id;
    std::string name, description;
    EvidenceKind kind = EvidenceKind::other;
    std::optional<base::Date> document_date;
};
/// The claim with its name cleaned. Refuses file_missing (no name is left), text_too_long,
/// document_date_in_the_future.
[[nodiscard]] base::Result<Claim> check(const Claim& claim, base::Date today);

/// Without folders, control characters and marks that turn the direction of writing; of at most
/// file_name_chars_max, its ending kept. "" when nothing is left.
[[nodiscard]] std::string clean_name(std::string_view name);
/// The name to keep it under: where its ending says something else than its content, the right one
/// stands behind it, so that no text is opened as a program.
[[nodiscard]] std::string download_name(const Item& item);

/// Whether sending the claim again says what is stored already.
[[nodiscard]] bool says_the_same(const Evidence& stored, const Claim& claim,
                                 std::string_view digest);

/// What may be said otherwise of a piece of evidence without bringing its file again.
struct Correction {
    EvidenceId id;  // of the version that it makes
    EvidenceKind kind = EvidenceKind::other;
    std::string description;
};
/// The version after `newest`: the same file under the same name, said to be what `correction`
/// says. Who and when is the caller's to set. Refuses text_too_long, nothing_is_corrected.
[[nodiscard]] base::Result<Evidence> correct(const Evidence& newest, const Correction& correction);
/// Whether this version only says otherwise of the file of the one before.
[[nodiscard]] bool corrects(const Evidence& version, const Evidence& before);

/// What somebody who judges it should look at twice. Decides nothing.
enum class Hint { named_otherwise, made_after_claimed, older_than_feedback, not_scanned };
[[nodiscard]] std::string_view name_of(Hint hint);
/// `feedback_on`: the day before which nothing was there to be put right.
[[nodiscard]] std::vector<Hint> hints_of(const Item& item, std::optional<base::Date> feedback_on);

/// One thing that happened to the evidence of a row.
struct Happening {
    enum class What { added, linked, replaced, corrected, removed };
    What what = What::added;
    base::Instant at;
    std::string by, old_name, name, reason;
    std::optional<Evidence> before = {}, after = {};  // of what was corrected
    bool operator==(const Happening&) const = default;
};
/// What happened to one series at one row; `versions` of the series, oldest first.
[[nodiscard]] std::vector<Happening> happenings_of(const Link& link,
                                                   const std::vector<Item>& versions);

}  // namespace evidence
