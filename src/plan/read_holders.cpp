#include "plan/read_holders.hpp"

#include <algorithm>
#include <string>

#include "base/utf8.hpp"
#include "plan/grammar_line.hpp"
#include "text/mark.hpp"
#include "text/numeral.hpp"
#include "text/punctuation.hpp"
#include "text/word_set.hpp"

namespace plan {
namespace {

using ledger::HolderRole;

const text::WordSet& unit_ends() {
    static const text::WordSet set(
        "局 办 科 室 部 处 中心 委 组 院 所 站 队 会 支部 总支 单位 公司 厅 政府 学校 街道 镇 乡 "
        "村 "
        "社区 党委 党组 机关 部门 集团 "
        "医院 银行 学院 大学 小学 中学 园 馆 台 社 班子 股 分局 支队 大队 党支部 科室 处室 单位 "
        "街办 "
        "办事处 党工委 管委会 团委 工会 妇联 系 "
        "年级 教研组 窗口 专班 工作组 领导小组 军 厂 矿 场 店 所属 各乡镇 各科室 镇街 司 署 庭 "
        "纪检 "
        "人事 财务 党建");
    return set;
}
const text::WordSet& titles() {
    static const text::WordSet set(
        "书记 局长 主任 组长 部长 镇长 县长 院长 成员 校长 处长 科长 所长 站长 主席 委员 区长 市长 "
        "乡长 会长 经理 总监 "
        "股长 队长 主管 专员 巡视员 调研员 负责人 负责同志 干事 秘书长 常委 司长 厅长 总经理 "
        "董事长 "
        "行长 台长 馆长 园长 理事长 支书 同志");
    return set;
}

bool is_separator(char32_t c) {
    return c == U'、' || c == U'，' || c == U',' || c == U'；' || c == U';' || c == U'\n' ||
           c == U'/' || c == U'／' || c == U'|';
}

bool is_title(std::string_view piece) {
    return base::chars_in(piece) <= 14 && titles().ends(piece) && !piece.ends_with("同志");
}

/// A name and where it stands in the value.
struct Name {
    std::string text;
    std::size_t first = 0, end = 0;
};

/// Two characters of one name set apart (王 伟) or two names (办公室 人事科)?
void add_piece(std::vector<Name>& names, std::string_view value, std::size_t first, std::size_t end,
               bool after_space) {
    auto piece = text::trim_stops(value.substr(first, end - first));
    if (const auto mark = text::mark_at(piece); mark && mark.style != text::MarkStyle::bare)
        piece = text::trim_stops(piece.substr(mark.bytes));
    if (piece.empty()) return;
    if (after_space && !names.empty() &&
        (base::chars_in(piece) == 1 || base::chars_in(names.back().text) == 1)) {
        names.back().text += piece;
        names.back().end = end;
        return;
    }
    const auto start = static_cast<std::size_t>(piece.data() - value.data());
    names.push_back({std::string(piece), start, start + piece.size()});
}

std::vector<Name> split_names(std::string_view value) {
    std::vector<Name> names;
    const auto brackets = text::outer_brackets(value);
    std::size_t start = 0, bracket = 0;
    bool after_space = false;
    for (std::size_t at = 0; at <= value.size();) {
        if (bracket < brackets.size() && at == brackets[bracket].open) {
            at = brackets[bracket++].end;
            continue;
        }
        const auto c = at < value.size() ? text::char_at(value, at) : U'、';
        const bool space = text::is_space(c) && c != U'\n';
        const auto bytes = at < value.size() ? text::bytes_of(value[at]) : 1;
        if (is_separator(c) || space) {
            add_piece(names, value, start, at, after_space);
            start = at + bytes;
            after_space = space;
        }
        at += bytes;
    }
    return names;
}

HolderRole role_for(const Label& label, std::string_view name) {
    std::optional<HolderRole> unit, person;
    for (const auto role : ledger::holder_roles) {
        if (!label.has(role)) continue;
        auto& slot = ledger::is_unit(role) ? unit : person;
        if (!slot) slot = role;
    }
    if (!unit) return *person;
    if (!person) return *unit;
    return reads_as_unit(name) ? *unit : *person;
}

}  // namespace

bool is_placeholder(std::string_view name) {
    name = text::trim_stops(name);
    const auto bytes = text::placeholder_bytes(name);
    if (bytes == 0) return false;
    const auto rest = text::trim(name.substr(bytes));
    return rest.empty() || text::placeholder_bytes(rest) == rest.size();
}

bool reads_as_unit(std::string_view name) {
    const auto open = std::min(name.find("（"), name.find("("));
    if (open != std::string_view::npos && open > 0) name = name.substr(0, open);
    if (titles().ends(name)) return false;
    if (name.starts_with("各") || name.starts_with("全体")) return true;
    return base::chars_in(name) > 2 ? unit_ends().ends(name)
                                    : text::words<"局 办 科 室 部 处 委 院 站 所 股">().ends(name);
}

std::vector<std::string> names_in(std::string_view value, NamesOf whom) {
    std::vector<std::string> names;
    std::vector<Name> titles;  // 党组书记、局长 张三: kept for the name behind them
    for (auto& piece : split_names(value)) {
        if (piece.text == "无" || piece.text == "—" || piece.text == "-" || piece.text == "——" ||
            piece.text == "/" || piece.text == "\\")
            continue;
        if (whom == NamesOf::persons && is_title(piece.text)) {
            titles.push_back(std::move(piece));
            continue;
        }
        if (titles.empty())
            names.push_back(std::move(piece.text));
        else
            names.emplace_back(
                value.substr(titles.front().first, piece.end - titles.front().first));
        titles.clear();
    }
    for (auto& title : titles) names.push_back(std::move(title.text));
    return names;
}

void add_holders(const Label& label, std::string_view value, ledger::Responsibility& to) {
    // 相关责任: 牵头领导：… in a line each
    bool told_apart = false;
    if (text::contains(value, "："))
        for (const auto& field : fields_of(value)) {
            if (field.label.kind != LabelKind::holder) continue;
            add_holders(field.label, field.value, to);
            told_apart = true;
        }
    if (told_apart) return;
    const bool persons = label.has(HolderRole::lead_leader) ||
                         label.has(HolderRole::responsible_leader) ||
                         label.has(HolderRole::handler);
    for (auto& name : names_in(value, persons ? NamesOf::persons : NamesOf::units)) {
        const auto role = role_for(label, name);
        const bool known = std::any_of(to.begin(), to.end(), [&](const ledger::Holder& holder) {
            return holder.role == role && holder.name == name;
        });
        if (!known) to.push_back({role, std::move(name), {}, {}});
    }
}

}  // namespace plan
