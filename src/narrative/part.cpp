#include "narrative/part.hpp"

#include <array>

#include "base/names.hpp"

namespace narrative {
namespace {

using base::Guard;
using base::Guards;

constexpr std::array<std::string_view, 3> kind_names{"progress_report", "principal_report",
                                                     "other_report"};
constexpr std::array<std::string_view, 3> kind_words{
    "关于集中整改进展情况的报告", "主要负责人组织落实整改情况的报告", "整改情况报告"};

enum class Filled { written, live };
enum class Stands { text, annex };
struct PartRow {
    Part part;
    std::string_view name, heading;
    Filled filled;
    Stands stands;
    Guards guards;
};
constexpr PartRow rows[]{
    {Part::opening, "opening", "", Filled::written, Stands::text, {}},
    {Part::duties, "duties", "履行整改主体责任情况", Filled::written, Stands::text, {}},
    {Part::items, "items", "逐项整改落实情况", Filled::live, Stands::text, {}},
    {Part::clues, "clues", "移交线索和信访件办理情况", Filled::live, Stands::text, {Guard::clues}},
    {Part::special, "special", "选人用人和意识形态整改情况", Filled::written, Stands::text, {}},
    {Part::unfinished, "unfinished", "未完成事项及原因", Filled::written, Stands::text, {}},
    {Part::shortfalls, "shortfalls", "存在的不足", Filled::written, Stands::text, {}},
    {Part::next, "next", "下一步打算", Filled::written, Stands::text, {}},
    {Part::awareness, "awareness", "认真学习、提高认识的情况", Filled::written, Stands::text, {}},
    {Part::leadership, "leadership", "加强领导、落实责任的情况", Filled::written, Stands::text, {}},
    {Part::deployment, "deployment", "部署推动整改的情况", Filled::written, Stands::text, {}},
    {Part::example, "example", "带头整改和召开民主生活会的情况", Filled::written, Stands::text, {}},
    {Part::lasting, "lasting", "标本兼治、建章立制的情况", Filled::written, Stands::text, {}},
    {Part::balance, "balance", "统筹整改与业务工作的情况", Filled::written, Stands::text, {}},
    {Part::situation, "situation", "基本情况", Filled::written, Stands::text, {}},
    {Part::work, "work", "主要做法", Filled::written, Stands::text, {}},
    {Part::results, "results", "整改成效", Filled::written, Stands::text, {}},
    {Part::statistics, "statistics", "整改情况统计表", Filled::live, Stands::annex, {}},
    {Part::cadres,
     "cadres",
     "处理干部情况汇总表",
     Filled::live,
     Stands::annex,
     {Guard::accountability}},
    {Part::petitions,
     "petitions",
     "移交信访件处理情况汇总表",
     Filled::live,
     Stands::annex,
     {Guard::clues}},
    {Part::problems, "problems", "问题整改情况清单", Filled::live, Stands::annex, {}},
    {Part::evidence, "evidence", "佐证材料目录", Filled::live, Stands::annex, {}},
};
constexpr bool in_order() {
    for (std::size_t i = 0; i < std::size(rows); ++i)
        if (static_cast<std::size_t>(rows[i].part) != i) return false;
    return true;
}
static_assert(in_order());

const PartRow& row_of(Part part) {
    return rows[static_cast<std::size_t>(part)];
}

}  // namespace

std::string_view name_of(NarrativeKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}
std::optional<NarrativeKind> narrative_kind_of(std::string_view name) {
    return base::named<NarrativeKind>(kind_names, name);
}
std::string_view words_of(NarrativeKind kind) {
    return kind_words[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Part part) {
    return row_of(part).name;
}
std::optional<Part> part_of(std::string_view name) {
    for (const auto& row : rows)
        if (row.name == name) return row.part;
    return std::nullopt;
}
std::string_view usual_heading(Part part) {
    return row_of(part).heading;
}
std::string words_of(Part part) {
    return part == Part::opening ? "开头" : std::string(usual_heading(part));
}
bool is_live(Part part) {
    return row_of(part).filled == Filled::live;
}
bool is_annex(Part part) {
    return row_of(part).stands == Stands::annex;
}
base::Guards guards_of(Part part) {
    return row_of(part).guards;
}

std::vector<Part> parts_of(NarrativeKind kind) {
    switch (kind) {
        case NarrativeKind::progress_report:
            return {Part::opening,    Part::duties,     Part::items,      Part::clues,
                    Part::special,    Part::unfinished, Part::shortfalls, Part::next,
                    Part::statistics, Part::cadres,     Part::petitions,  Part::problems,
                    Part::evidence};
        case NarrativeKind::principal_report:
            return {Part::opening, Part::awareness, Part::leadership, Part::deployment,
                    Part::example, Part::lasting,   Part::balance,    Part::statistics};
        case NarrativeKind::other_report: break;
    }
    return {Part::opening, Part::situation,  Part::work,    Part::results,
            Part::next,    Part::statistics, Part::problems};
}

}  // namespace narrative
