// What a careful reader would mark in a text, why, and how it is put right. Pure.
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "proofreading/passage.hpp"

namespace proofreading {

enum class Kind {
    placeholder,  // 未填写: XX, ____, 待补充
    figure,       // 数字: against each other and against the ledger
    numbering,    // 编号: gaps, repeats
    date,         // 日期
    name,         // 名称: inspecting body and unit
    wording,      // 用语: the dictionary
    punctuation,  // 标点
    leftover,     // 他处遗留: what belongs to another unit's text
    personal,     // 个人信息
    layout,       // 公文格式
};
inline constexpr std::array<Kind, 10> kinds{
    Kind::placeholder, Kind::figure,   Kind::numbering,   Kind::date,     Kind::name,
    Kind::wording,     Kind::leftover, Kind::punctuation, Kind::personal, Kind::layout};
[[nodiscard]] std::string_view name_of(Kind kind);
/// As lists print it.
[[nodiscard]] std::string_view words_of(Kind kind);

enum class Severity { must, should, hint };
[[nodiscard]] std::string_view name_of(Severity severity);
[[nodiscard]] std::optional<Severity> severity_of(std::string_view name);
[[nodiscard]] std::string_view words_of(Severity severity);

struct Finding {
    Kind kind = Kind::placeholder;
    Severity severity = Severity::should;
    std::size_t passage = 0;         // the how-manieth, from 0
    std::size_t begin = 0, end = 0;  // bytes of its text; both 0: the document as a whole
    std::string reason, suggestion;  // sentences in Chinese; a suggestion may be ""
    std::optional<std::string> fix;  // what stands there afterwards, where that is safe
    std::string key;                 // the same in another reading of the same text
};

/// Where findings are gathered.
struct Found {
    std::vector<Finding> all;

    struct Range {
        std::size_t passage, begin, end;
    };
    void add(Kind kind, Severity severity, const Range& range, std::string reason,
             std::string suggestion = {}, std::optional<std::string> fix = {}) {
        all.push_back({kind,
                       severity,
                       range.passage,
                       range.begin,
                       range.end,
                       std::move(reason),
                       std::move(suggestion),
                       std::move(fix),
                       {}});
    }
};

/// The words it marks.
[[nodiscard]] std::string_view marked(const Passages& passages, const Finding& finding);
/// In the order of the text, each with its key; one place is marked once for one kind.
void settle(const Passages& passages, std::vector<Finding>& findings);

/// The finding with its words marked and a few characters around them: …前【错】后….
[[nodiscard]] std::string excerpt(const Passages& passages, const Finding& finding);

/// Keys of the findings that are to be put right.
using Chosen = std::set<std::string, std::less<>>;
/// The chosen findings that can be put right together, from the back to the front: none overlaps
/// another.
[[nodiscard]] std::vector<const Finding*> fixes(const std::vector<Finding>& findings,
                                                const Chosen& chosen);
/// The text once they are put right.
[[nodiscard]] Passages corrected(Passages passages, const std::vector<Finding>& findings,
                                 const Chosen& chosen);
/// The keys of all that can be put right.
[[nodiscard]] Chosen all_fixable(const std::vector<Finding>& findings);

}  // namespace proofreading
