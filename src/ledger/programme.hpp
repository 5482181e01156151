// One inspected unit's whole rectification of one feedback: the root of a ledger. Round and
// inspection stand above it and are shared by the programmes of one inspection.
#pragma once

#include <optional>
#include <string>

#include "base/actor.hpp"
#include "base/result.hpp"
#include "ledger/required_evidence.hpp"
#include "ledger/review_chain.hpp"

namespace ledger {

using RoundId = base::Id<struct RoundTag>;
using InspectionId = base::Id<struct InspectionTag>;
using base::ProgrammeId;
using AreaId = base::Id<struct AreaTag>;
using ProblemId = base::Id<struct ProblemTag>;
using ManifestationId = base::Id<struct ManifestationTag>;
using MeasureId = base::Id<struct MeasureTag>;

enum class InspectionKind { regular, special, look_back, mobile };

[[nodiscard]] std::string_view name_of(InspectionKind kind);
[[nodiscard]] std::optional<InspectionKind> inspection_kind_of(std::string_view name);

/// The mark of a programme (domain 8.6). What is marked 绝密 has no place in this program.
enum class Classification { open, internal, secret, confidential };

[[nodiscard]] std::string_view name_of(Classification classification);
[[nodiscard]] std::optional<Classification> classification_of(std::string_view name);
/// As documents print it: 公开, 内部, 秘密, 机密.
[[nodiscard]] std::string_view words_of(Classification classification);
/// Whom the mark keeps out: everybody who is not cleared for these.
[[nodiscard]] base::Guards guards_of(Classification classification);

/// Whether this installation may hold state secrets: only where it was built and graded for them.
enum class ClassifiedContent { refused, allowed };

struct Inspection {
    InspectionId id;
    std::string round_name;  // 十二届县委第三轮巡察
    std::string name;
    InspectionKind kind = InspectionKind::regular;
    std::string inspecting_body;  // 县委第二巡察组
    bool operator==(const Inspection&) const = default;
};

/// The last running number given of each kind. Numbers are never reused, so these only rise.
struct LastNumbers {
    std::int64_t area = 0, problem = 0, measure = 0, slip = 0, task = 0;
    bool operator==(const LastNumbers&) const = default;
};

struct Programme {
    ProgrammeId id;
    std::string title;
    Inspection inspection;
    base::UnitId inspected_unit;
    std::string inspected_unit_name;
    std::optional<base::Date> feedback_on;
    std::optional<base::Date> concentrated_end_on;  // end of the concentrated period (T4)
    Classification classification = Classification::internal;
    int immediate_days = 60;  // how long 立行立改 may take from the feedback, natural days (T14)
    ReviewChain review_chain = default_chain();  // of what is applied for from now on
    RequiredEvidence required_evidence;          // of what is handed in from now on
    LastNumbers last;
    std::int64_t version = 1;
    bool operator==(const Programme&) const = default;
};

struct ProgrammeChange {
    std::optional<std::string> title;
    std::optional<base::Date> feedback_on;
    std::optional<base::Date> concentrated_end_on;
    std::optional<int> immediate_days;
    std::optional<Classification> classification;
    std::optional<ReviewChain> review_chain;
    std::optional<RequiredEvidence> required_evidence;
};

/// Opens a programme. Refuses: only_the_office_opens_programmes,
/// concentrated_period_ends_before_feedback, as check_mark().
[[nodiscard]] base::Result<Programme> open(const Programme& wanted, ClassifiedContent here,
                                           const base::Actor& actor);
/// Refuses: only_the_office_edits, concentrated_period_ends_before_feedback and, when the mark
/// changes, as check_mark(); then as check() of the chain.
[[nodiscard]] base::Result<Programme> change(const Programme& before, const ProgrammeChange& change,
                                             ClassifiedContent here, const base::Actor& actor);
/// Refuses: classified_content_is_refused_here, mark_is_above_your_clearance.
[[nodiscard]] base::Result<void> check_mark(Classification mark, ClassifiedContent here,
                                            const base::Actor& actor);

}  // namespace ledger
