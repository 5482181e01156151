#include "drafting/outline.hpp"

#include <algorithm>

#include "base/names.hpp"
#include "base/utf8.hpp"
#include "text/mark.hpp"

namespace drafting {
namespace {

constexpr std::array<std::string_view, 7> part_names{
    "requirements", "principles", "tasks", "calendar", "safeguards", "group", "ledger"};
constexpr std::array<std::string_view, 7> headings{
    "一、总体要求",       "二、主要原则", "三、整改任务和措施",
    "四、时间安排",       "五、组织保障", "附件1　整改工作领导小组组成及职责",
    "附件2　整改工作台账"};
constexpr std::array<std::string_view, 5> kind_names{"county", "bureau", "township", "school",
                                                     "enterprise"};

constexpr std::string_view principles =
    "（一）坚持问题导向。逐条对照反馈意见，一个问题一套措施，不漏项、不走样。\n"
    "（二）坚持立行立改。能改的马上改，一时改不了的定出时间表和阶段目标，跟踪到底。\n"
    "（三）坚持标本兼治。既解决具体问题，又从思想、监督、制度上查找原因，防止再犯。\n"
    "（四）坚持落实到位。以问题解决、群众认可为准，进展有记录，成效有佐证。\n"
    "（五）坚持统筹推进。整改与日常工作、深化改革相结合，两手抓、两促进。";

/// What differs between kinds of units.
struct Wordings {
    std::string_view requirements, safeguards, group;
};
constexpr std::array<Wordings, 5> wordings{{
    {"区委把抓好巡视整改作为重大政治任务，对反馈意见全面认领、照单全收。围绕〔本地区改革发展的重点"
     "任务〕，"
     "由区委常委会集体负责，区四套班子分工落实，在〔年月日〕前完成集中整改，长期任务持续推进。\n"
     "通过整改，做到问题逐项解决、责任逐级压实、制度逐步健全，以整改成效推动全区工作。",
     "（一）加强组织领导。成立由区委书记任组长的整改工作领导小组，下设办公室，设在〔部门〕，负责日"
     "常工作。\n"
     "（二）压实各级责任。书记负总责，常委会成员抓分管领域，牵头单位和责任单位主要负责人直接抓落实"
     "。\n"
     "（三）健全推进机制。〔每周〕召开碰头会，每月召开联席会议，定期督查，逐项对账销号。\n"
     "（四）严肃追责问责。对不重视、不认真、不负责、不到位的，依规依纪追究责任。",
     "组　长：〔姓名〕　区委书记\n副组长：〔姓名〕　区委副书记、区长\n成　员：〔区委常委及有关单位"
     "主要负责人〕\n"
     "领导小组负责整改工作的统一领导、统筹协调、督促检查和成效评估。\n"
     "领导小组办公室设在〔部门〕，主任由〔姓名〕兼任，负责日常工作、联络沟通、方案起草和材料收集报"
     "送。"},
    {"局党组把抓好巡察整改作为当前首要政治任务，诚恳接受反馈意见，全面认领、逐条整改。"
     "结合〔本单位主责主业〕，由党组集体负责，在〔年月日〕前完成集中整改，长期任务持续推进。\n"
     "通过整改，切实解决反馈问题，堵塞管理漏洞，健全长效机制，促进本职工作。",
     "（一）加强组织领导。成立由党组书记任组长的整改工作领导小组，下设办公室，设在〔科室〕，负责日"
     "常工作。\n"
     "（二）压实三级责任。党组书记负总责，班子成员抓分管领域，科室负责人直接抓落实。\n"
     "（三）健全推进机制。〔每半月〕召开碰头会，每月召开联席会议，自觉接受派驻纪检监察组监督。\n"
     "（四）严肃追责问责。对敷衍应付、虚假整改的，依规依纪追究责任。",
     "组　长：〔姓名〕　党组书记、局长\n副组长：〔姓名〕　党组副书记\n成　员：〔党组成员及有关科室"
     "负责人〕\n"
     "领导小组负责整改工作的统一领导、统筹协调、督促检查和成效评估。\n"
     "领导小组办公室设在〔科室〕，主任由〔姓名〕兼任，负责日常工作、联络沟通、方案起草和材料收集报"
     "送。"},
    {"镇党委把抓好巡察整改作为重大政治任务，对反馈意见照单全收、主动认账。"
     "结合〔乡村振兴、基层治理等重点工作〕，由镇党委集体负责，镇村两级联动，在〔年月日〕前完成集中"
     "整改。\n"
     "通过整改，解决群众身边的具体问题，管好资金、资产、资源，让群众看得见变化。",
     "（一）加强组织领导。成立由镇党委书记任组长的整改工作领导小组，下设办公室，设在〔党政办〕。\n"
     "（二）压实镇村责任。书记负总责，班子成员包片包村，站所和村党组织负责人直接抓落实。\n"
     "（三）健全推进机制。〔每周〕召开碰头会，逐项对账销号，整改情况在镇、村公开栏公开。\n"
     "（四）严肃追责问责。对拖延不改、边改边犯的，依规依纪追究责任。",
     "组　长：〔姓名〕　镇党委书记\n副组长：〔姓名〕　镇党委副书记、镇长\n成　员：〔班子成员及站所"
     "负责人〕\n"
     "领导小组负责整改工作的统一领导、统筹协调、督促检查和成效评估。\n"
     "领导小组办公室设在〔党政办〕，主任由〔姓名〕兼任，负责日常工作和镇村联络。"},
    {"学校党委把抓好巡察整改作为重大政治任务，诚恳接受反馈意见，全面认领、逐条整改。"
     "围绕立德树人，结合〔学校发展规划〕，由党委集体负责，在〔年月日〕前完成集中整改，长期任务持续"
     "推进。\n"
     "通过整改，解决师生反映的突出问题，规范办学管理，健全长效机制。",
     "（一）加强组织领导。成立由党委书记、校长任组长的整改工作领导小组，下设办公室，设在〔党政办公"
     "室〕。\n"
     "（二）压实工作责任。书记、校长负总责，班子成员抓分管领域，处室、年级负责人直接抓落实。\n"
     "（三）健全推进机制。〔每半月〕召开碰头会，向教职工代表大会通报进展，接受师生监督。\n"
     "（四）严肃追责问责。对推诿应付、整改不实的，依规依纪追究责任。",
     "组　长：〔姓名〕　党委书记\n　　　　〔姓名〕　校长\n副组长：〔姓名〕　党委副书记\n成　员：〔"
     "校级领导及处室负责人〕\n"
     "领导小组负责整改工作的统一领导、统筹协调、督促检查和成效评估。\n"
     "领导小组办公室设在〔党政办公室〕，主任由〔姓名〕兼任，负责日常工作、联络沟通和材料收集报送"
     "。"},
    {"公司党委把抓好巡察整改作为重大政治任务，对反馈意见全面认领、逐条整改。"
     "坚持党的领导与公司治理相统一，结合〔企业改革发展任务〕，由党委集体负责，在〔年月日〕前完成集"
     "中整改。\n"
     "通过整改，解决突出问题，防范经营风险和廉洁风险，健全内控制度，促进高质量发展。",
     "（一）加强组织领导。成立由党委书记、董事长任组长的整改工作领导小组，下设办公室，设在〔党群工"
     "作部〕。\n"
     "（二）压实各级责任。党委书记负总责，班子成员履行“一岗双责”，部门和所属企业负责人直接抓落实。"
     "\n"
     "（三）健全推进机制。〔每半月〕召开碰头会，每月通报进展，巡察整改与审计整改一体推进。\n"
     "（四）严肃追责问责。对整改不力、造成损失的，依规依纪依法追究责任。",
     "组　长：〔姓名〕　党委书记、董事长\n副组长：〔姓名〕　党委副书记、总经理\n成　员：〔班子成员"
     "及部门负责人〕\n"
     "领导小组负责整改工作的统一领导、统筹协调、督促检查和成效评估。\n"
     "领导小组办公室设在〔党群工作部〕，主任由〔姓名〕兼任，负责日常工作、联络沟通和材料收集报送"
     "。"},
}};

/// Words by which documents name the written parts in their headings.
std::vector<std::string_view> words_for(Part part) {
    switch (part) {
        case Part::requirements: return {"总体要求", "指导思想", "总体目标"};
        case Part::principles: return {"主要原则", "基本原则", "整改原则"};
        case Part::safeguards: return {"组织保障", "保障措施", "组织领导", "工作要求"};
        case Part::group: return {"领导小组组成", "领导小组名单", "领导小组及职责", "领导小组成员"};
        default: return {};
    }
}

bool is_heading(const SourceLine& line) {
    constexpr std::size_t heading_chars_max = 40;
    if (base::chars_in(line.text) > heading_chars_max) return false;
    if (line.outline_level == 1 || line.text.starts_with("附件")) return true;
    const auto style = text::mark_at(line.text).style;
    return style == text::MarkStyle::han || style == text::MarkStyle::part;
}

bool names(const SourceLine& line, Part part) {
    const auto words = words_for(part);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return line.text.find(word) != std::string::npos;
    });
}

bool is_year(std::string_view inside) {
    return inside.size() == 4 &&
           std::all_of(inside.begin(), inside.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_blank_sign(char32_t c) {
    return c == U'×' || c == U'X' || c == U'Ｘ' || c == U'○' || c == U'*' || c == U'＊' ||
           c == U'_' || c == U'＿';
}

/// The run of signs at `at`, as bytes; 0 for fewer than two.
std::size_t blank_bytes(std::string_view text, std::size_t at) {
    std::size_t end = at, signs = 0;
    while (end < text.size()) {
        auto next = end;
        if (!is_blank_sign(base::next_char(text, next))) break;
        end = next;
        ++signs;
    }
    return signs < 2 ? 0 : end - at;
}

}  // namespace

std::string_view name_of(Part part) {
    return part_names[static_cast<std::size_t>(part)];
}
std::optional<Part> part_of(std::string_view name) {
    return base::named<Part>(part_names, name);
}
std::string_view usual_heading(Part part) {
    return headings[static_cast<std::size_t>(part)];
}
std::string_view name_of(OutlineKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}
std::optional<OutlineKind> outline_kind_of(std::string_view name) {
    return base::named<OutlineKind>(kind_names, name);
}

std::string_view preface_of_bodies() {
    return "为加强对整改工作的组织领导，设立以下机构，组成人员和职责如下。";
}

std::string first_wording(OutlineKind kind, Part part) {
    const auto& own = wordings[static_cast<std::size_t>(kind)];
    switch (part) {
        case Part::requirements: return std::string(own.requirements);
        case Part::principles: return std::string(principles);
        case Part::safeguards: return std::string(own.safeguards);
        case Part::group: return std::string(own.group);
        default: return {};
    }
}

std::vector<Placeholder> placeholders_in(Part part, std::string_view text) {
    constexpr std::string_view open = "〔", close = "〕";
    std::vector<Placeholder> found;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.substr(at).starts_with(open) ? text.find(close, at) : text.npos;
        if (end != text.npos) {
            const auto inside = text.substr(at + open.size(), end - at - open.size());
            if (!is_year(inside))
                found.push_back({part, std::string(text.substr(at, end + close.size() - at))});
            at = end + close.size();
        } else if (const auto blank = blank_bytes(text, at); blank > 0) {
            found.push_back({part, std::string(text.substr(at, blank))});
            at += blank;
        } else {
            base::next_char(text, at);
        }
    }
    return found;
}

std::string wording_in(const std::vector<SourceLine>& lines, Part part) {
    std::string wording;
    bool here = false;
    for (const auto& line : lines) {
        if (is_heading(line)) {
            here = names(line, part);
            continue;
        }
        if (here) wording += (wording.empty() ? "" : "\n") + line.text;
    }
    return wording;
}

}  // namespace drafting
