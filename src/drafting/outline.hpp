// The outline of a plan: its parts, which of them are written and which the ledger fills, and the
// wording that each kind of unit begins with (R158). Placeholders 〔…〕 mark what is still to be
// filled in. Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drafting {

/// In the order of the document.
enum class Part {
    requirements,  // 总体要求
    principles,    // 主要原则
    tasks,         // 整改任务和措施: the ledger as the plan tells it
    calendar,      // 时间安排: the phases
    safeguards,    // 组织保障
    group,         // 附件1: 领导小组组成及职责
    ledger,        // 附件2: 整改工作台账
};
inline constexpr std::array<Part, 7> parts{Part::requirements, Part::principles, Part::tasks,
                                           Part::calendar,     Part::safeguards, Part::group,
                                           Part::ledger};
[[nodiscard]] std::string_view name_of(Part part);
[[nodiscard]] std::optional<Part> part_of(std::string_view name);
/// 一、总体要求; 附件1  整改工作领导小组组成及职责
[[nodiscard]] std::string_view usual_heading(Part part);
/// Filled from what stands in the program, written by nobody.
[[nodiscard]] constexpr bool is_live(Part part) {
    return part == Part::tasks || part == Part::calendar || part == Part::ledger;
}
[[nodiscard]] constexpr bool is_annex(Part part) {
    return part == Part::group || part == Part::ledger;
}

enum class OutlineKind { county, bureau, township, school, enterprise };
inline constexpr OutlineKind outline_kinds[]{OutlineKind::county, OutlineKind::bureau,
                                             OutlineKind::township, OutlineKind::school,
                                             OutlineKind::enterprise};
[[nodiscard]] std::string_view name_of(OutlineKind kind);
[[nodiscard]] std::optional<OutlineKind> outline_kind_of(std::string_view name);

/// With what a plan of this kind begins in one part; "" for what is live.
[[nodiscard]] std::string first_wording(OutlineKind kind, Part part);

/// How the annex of the bodies begins where they stand in the program already.
[[nodiscard]] std::string_view preface_of_bodies();

/// Something still to be filled in.
struct Placeholder {
    Part part = Part::requirements;
    std::string text;  // as it stands there
    bool operator==(const Placeholder&) const = default;
};
/// 〔…〕 but for a year in the number of a document, and runs of two or more × X ○ * _.
[[nodiscard]] std::vector<Placeholder> placeholders_in(Part part, std::string_view text);

/// A paragraph of a document that was imported.
struct SourceLine {
    std::string text;
    int outline_level = 0;
};
/// What such a document says under the headings of one part, without the heading; "" for none.
[[nodiscard]] std::string wording_in(const std::vector<SourceLine>& lines, Part part);

}  // namespace drafting
