// The reports that the office writes about a programme (整改情况报告) and the parts each is made
// of: which are written, which the ledger fills, which are annexes, and who may see them. Data, one
// table. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.hpp"

namespace narrative {

enum class NarrativeKind {
    progress_report,   // 集中整改进展情况报告
    principal_report,  // 主要负责人组织落实整改情况报告
    other_report,      // 其他报告
};
inline constexpr NarrativeKind narrative_kinds[]{
    NarrativeKind::progress_report, NarrativeKind::principal_report, NarrativeKind::other_report};
[[nodiscard]] std::string_view name_of(NarrativeKind kind);
[[nodiscard]] std::optional<NarrativeKind> narrative_kind_of(std::string_view name);
/// As its title ends: 关于集中整改进展情况的报告.
[[nodiscard]] std::string_view words_of(NarrativeKind kind);

enum class Part {
    opening,     // below the addressee, without a heading
    duties,      // 履行整改主体责任
    items,       // 逐项整改落实: area, problem, what was done, results, proof
    clues,       // 移交线索和信访件
    special,     // 选人用人、意识形态
    unfinished,  // 未完成事项及原因
    shortfalls,  // 存在不足
    next,        // 下一步
    awareness,   // the six parts of the principal's report
    leadership,
    deployment,
    example,
    lasting,
    balance,
    situation,  // of other reports
    work,
    results,
    statistics,  // annexes: 统计表
    cadres,      // 处理干部情况汇总表
    petitions,   // 移交信访件处理情况汇总表
    problems,    // 问题整改情况清单
    evidence,    // 佐证材料目录
};
[[nodiscard]] std::string_view name_of(Part part);
[[nodiscard]] std::optional<Part> part_of(std::string_view name);
/// Without its number: 履行整改主体责任情况; "" of the opening.
[[nodiscard]] std::string_view usual_heading(Part part);
/// As the journal calls it: the heading, 开头 of the opening.
[[nodiscard]] std::string words_of(Part part);
/// Filled from what stands in the program whenever it is looked at, written by nobody.
[[nodiscard]] bool is_live(Part part);
[[nodiscard]] bool is_annex(Part part);
/// Who is not cleared for these is not told that there is such a part.
[[nodiscard]] base::Guards guards_of(Part part);
/// In the order of the report.
[[nodiscard]] std::vector<Part> parts_of(NarrativeKind kind);

}  // namespace narrative
