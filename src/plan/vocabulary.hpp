// The words of rectification documents in one place: labels and column headings, headings of
// sections, states, and the wording by which a problem is told from an action. Knows no line and no
// document.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ledger/responsibility.hpp"

namespace plan {

enum class LabelKind : std::uint8_t {
    none,
    number,         // 序号
    reference,      // 对应问题序号
    area,           // 方面
    problem,        // 反馈问题
    manifestation,  // 具体表现
    task,           // 整改任务: a problem where no other column is
    goal,           // 整改目标
    measure,        // 整改措施
    progress,       // 整改情况
    result,         // 整改成效
    next_step,      // 下一步打算
    status,         // 整改状态
    holder,         // 责任单位 …: see roles
    deadline,       // 完成时限
    ignored,        // 备注, 佐证材料, 原因分析
};

/// What a label or a column heading announces. 责任单位及责任人 has two roles; 整改措施及时限 a
/// deadline too.
struct Label {
    LabelKind kind = LabelKind::none;
    std::uint8_t roles = 0;  // bits by ledger::HolderRole
    bool with_deadline = false;
    bool detail = false;  // 具体问题: a manifestation where a problem stands beside it
    int ordinal = 0;      // 2 in 问题二, 措施2
    explicit operator bool() const { return kind != LabelKind::none; }
    [[nodiscard]] bool has(ledger::HolderRole role) const {
        return (roles >> static_cast<unsigned>(role) & 1u) != 0;
    }
    /// 整改措施, 整改情况 …: what follows it is what is done.
    [[nodiscard]] bool says_what_is_done() const {
        return kind == LabelKind::measure || kind == LabelKind::progress ||
               kind == LabelKind::result;
    }
};

/// The label these words are, all of them; kind none for any other wording. White space is ignored.
[[nodiscard]] Label label_of(std::string_view words);
/// Only labels that may stand without a colon at the start of a line (整改措施 …).
[[nodiscard]] bool is_strong(const Label& label);

/// 总体要求, 组织保障, 时间安排, 意见建议, 附件 …: numbered too, and no problems.
[[nodiscard]] bool is_background_heading(std::string_view heading);
/// 整改任务和措施, 问题清单, 反馈问题整改落实情况 …: what holds areas and problems.
[[nodiscard]] bool is_ledger_heading(std::string_view heading);
/// …方面, 聚焦…
[[nodiscard]] bool is_area_heading(std::string_view heading);
/// A heading or sentence that states a shortcoming: 关于…问题, …不到位, 未…
[[nodiscard]] bool states_problem(std::string_view text);
/// 关于…问题, 针对…问题, “…”问题整改: names a problem as a heading does.
[[nodiscard]] bool names_problem(std::string_view text);
/// A sentence that says what is or was done: 制定…, 已完成…, 加强…
[[nodiscard]] bool states_action(std::string_view text);

/// A state at the start of the text (已完成整改, 持续推进 …): its bytes, with what belongs to it
/// (已完成，并长期坚持); 0 where the text only begins alike (已完成制度修订).
[[nodiscard]] std::size_t status_bytes(std::string_view text);
/// The text is a state and nothing else, stops aside.
[[nodiscard]] bool is_status(std::string_view text);

/// Sellers' lines, disclaimers, furniture of web pages.
[[nodiscard]] bool is_advertising(std::string_view line);

}  // namespace plan
