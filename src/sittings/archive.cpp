#include "sittings/archive.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"
#include "base/text_length.hpp"

namespace sittings {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, materials_count> material_names{
    "request", "plan",           "notice",     "consultations",  "study",       "opinions",
    "talks",   "team_statement", "statements", "preparation",    "host_script", "agenda",
    "sign_in", "record",         "recording",  "criticisms",     "comments",    "commitment",
    "report",  "bulletin",       "team_list",  "personal_lists", "public_text", "catalogue"};
constexpr std::array<std::string_view, materials_count> material_words{
    "召开会议的请示",
    "会议方案",
    "会议通知",
    "向巡视巡察办的请示报告和答复",
    "学习计划与记录",
    "征求意见表与汇总",
    "谈心谈话记录",
    "班子对照检查材料",
    "个人发言提纲（含审阅痕迹）",
    "会前准备情况通报",
    "主持词",
    "议程",
    "签到表",
    "会议记录",
    "会议录音",
    "批评意见汇总",
    "点评讲话",
    "表态发言",
    "情况报告",
    "通报稿",
    "班子整改清单",
    "个人整改清单",
    "公开稿",
    "归档目录"};
constexpr std::array<std::string_view, 4> state_names{"missing", "held", "filed", "not_applicable"};

bool is_issued(const HeldMaterial& held, LifeTextKind kind) {
    return std::find(held.issued.begin(), held.issued.end(), kind) != held.issued.end();
}

bool holds(const HeldMaterial& held, Material material) {
    switch (material) {
        case Material::plan:
        case Material::notice: return held.called;
        case Material::consultations: return held.consultations;
        case Material::study: return held.study;
        case Material::opinions: return held.opinions;
        case Material::talks: return held.talks;
        case Material::team_statement: return held.team_statement;
        case Material::statements: return held.statements;
        case Material::host_script: return is_issued(held, LifeTextKind::host_script);
        case Material::agenda: return held.agenda;
        case Material::sign_in: return held.sign_in;
        case Material::record: return held.record;
        case Material::criticisms: return held.criticisms;
        case Material::comments: return held.comments;
        case Material::commitment: return held.commitment;
        case Material::report: return is_issued(held, LifeTextKind::report);
        case Material::bulletin: return is_issued(held, LifeTextKind::bulletin);
        case Material::team_list: return held.team_list;
        case Material::personal_lists: return held.personal_lists;
        case Material::public_text: return held.published;
        case Material::catalogue: return true;
        default: return false;
    }
}

}  // namespace

std::string_view name_of(Material material) {
    return material_names[static_cast<std::size_t>(material)];
}
std::optional<Material> material_of(std::string_view name) {
    return base::named<Material>(material_names, name);
}
std::string_view words_of(Material material) {
    return material_words[static_cast<std::size_t>(material)];
}
std::string_view name_of(FiledState state) {
    return state_names[static_cast<std::size_t>(state)];
}
std::optional<FiledState> filed_state_of(std::string_view name) {
    return base::named<FiledState>(state_names, name);
}

std::vector<ArchiveLine> catalogue_of(const HeldMaterial& held,
                                      const std::vector<ArchiveLine>& said) {
    std::vector<ArchiveLine> lines;
    for (std::size_t i = 0; i < materials_count; ++i) {
        ArchiveLine line;
        line.material = static_cast<Material>(i);
        const auto found = std::find_if(said.begin(), said.end(), [&](const ArchiveLine& one) {
            return one.material == line.material;
        });
        if (holds(held, line.material))
            line.state = FiledState::held;
        else if (found != said.end())
            line = *found;
        lines.push_back(line);
    }
    return lines;
}

base::Result<void> check(const ArchiveLine& said, const std::vector<ArchiveLine>& catalogue) {
    if (catalogue[static_cast<std::size_t>(said.material)].state == FiledState::held)
        return refuse(ErrorKind::illegal_transition, "material_is_held");
    if (said.state == FiledState::held)
        return refuse(ErrorKind::invalid, "filed_state_unknown", "state");
    if (said.state == FiledState::not_applicable)
        if (auto no = base::why_too_short(said.remark, "reason_too_short", "remark")) return *no;
    return {};
}

}  // namespace sittings
