#include "life_meetings/focus_checklist.hpp"

#include <array>

namespace life_meetings {
namespace {

constexpr std::size_t lines_max = 10;
struct Row {
    std::string_view key, name;
    std::array<std::string_view, lines_max> lines;
};

// By the kind of unit, from the widest to the smallest.
constexpr Row rows[]{
    {"district",
     "区（县级党委和政府班子）：四个方面",
     {"纪律规矩意识方面：是否严守政治纪律和政治规矩，对突破底线的人和事敢于斗争",
      "党风廉政建设“两个责任”方面：主体责任、监督责任是否层层压实、有无空档",
      "财政资金监管方面：重点资金和项目的分配、拨付、使用是否管住管严",
      "干部选用管理方面：选拔任用程序是否规范，日常监督管理是否到位"}},
    {"county",
     "县（市）：三个聚焦",
     {"聚焦贯彻党的路线方针政策和上级决策部署：有没有选择性执行、打折扣、不见实效",
      "聚焦基层党组织软弱涣散：有没有组织生活不正常、战斗堡垒作用不强",
      "聚焦群众身边的腐败和不正之风：有没有管不住、查不深、改不实"}},
    {"four_fulfilments",
     "部门：四个落实",
     {"落实党中央重大决策部署方面", "落实全面从严治党战略部署方面", "落实新时代党的组织路线方面",
      "落实巡视巡察和其他监督发现问题整改要求方面"}},
    {"town_wide",
     "乡镇：九个方面",
     {"学习贯彻上级精神：是否重形式、轻转化", "遵守政治纪律：有没有搞圈子、拉关系",
      "党建与业务：是否存在“两张皮”", "选人用人：导向是否正、把关是否严",
      "党内政治生活：民主生活会是否有辣味、批评是否真刀真枪",
      "意识形态工作（含宗教领域）：责任制是否落实、阵地是否守住",
      "巩固脱贫和乡村振兴：政策是否落到户、作风是否扎实",
      "主体责任和中央八项规定精神：是否常抓不懈", "整改态度：对反馈问题是否重视、是否改得彻底"}},
    {"town_ten",
     "乡镇：十个方面",
     {"学习贯彻上级精神", "党内政治生活", "管党治党主体责任", "执纪监督责任", "工作作风",
      "惠民政策的学习掌握", "项目建设和资金监管", "产业发展和带动群众增收", "政策落实到村到户",
      "干部联系帮扶制度的执行"}},
    {"government_group",
     "政府党组：三个方面，逐条自问",
     {"党的领导：核心作用是否发挥？上级决策部署是否落地见效？",
      "党的建设：党内政治生活是否严肃？基层党建是否抓实？选人用人是否规范？",
      "全面从严治党责任：主体责任、监督责任是否担起？中央八项规定精神是否执行到位？"
      "反馈问题是否整改到位？"}},
    {"bureau",
     "局：六个方面",
     {"管党治党政治责任", "贯彻决策部署有无偏差", "基层组织和阵地建设", "纠治“四风”和工作作风",
      "“两个责任”向下传导", "持续整改的韧劲"}},
    {"bureau_brief", "局：三个方面", {"党的领导方面", "党的建设方面", "全面从严治党方面"}},
    {"department",
     "机关：七个方面",
     {"政治建设", "思想建设", "组织建设", "作风建设", "纪律建设", "反腐败斗争",
      "对以往巡视巡察整改的督查督办"}},
    {"township_four",
     "乡：四个方面",
     {"党的全面领导是否弱化", "组织建设是否薄弱", "管党治党责任是否压实",
      "上级巡视和审计发现的问题是否整改到位"}},
    {"school",
     "学校和直属单位：五个方面",
     {"政治方向和政治能力", "党的全面领导", "履职担当", "事业谋划和短板弱项",
      "从严治党责任（同时对照好人主义、意识形态工作责任制）"}},
    {"prison_like",
     "系统管理单位：三个方面",
     {"领导核心作用发挥", "组织生活和党内政治生活", "“两个责任”落实"}},
    {"branch",
     "支部和班子综合：九个方面",
     {"学习贯彻党的创新理论", "贯彻决策部署", "坚持党的领导、政治意识", "意识形态工作",
      "组织建设和选人用人", "作风和廉政建设", "巩固脱贫成果", "巡视巡察整改",
      "违法用地和违法建设整治"}},
};

// A list whose items stand in groups; offered behind the others.
struct GroupRow {
    std::string_view name;
    std::array<std::string_view, lines_max> lines;
};
constexpr std::string_view three_foci_key = "three_foci",
                           three_foci_name = "院校和直属单位：三个聚焦，十七项";
constexpr GroupRow three_foci[]{
    {"聚焦贯彻落实党的路线方针政策和中央决策部署",
     {"政治意识：党委和行政的议事规则是否健全、界限是否清楚？重大事项是否先上党委会？",
      "决策部署：上级部署的事项是否有方案、有分工、有督办？有没有传达了事、久拖不办？",
      "班子作用：党委是否定期研究党的建设和中心工作？把方向、管大局、保落实体现在哪些事上？",
      "民主集中制：“三重一大”事项是否都经集体研究？有没有会前不酝酿、会上不记录、会后补手续？",
      "理论武装：学习是否有计划、有研讨、有转化？有没有以念代学、学用脱节？",
      "意识形态：责任制是否逐级落实？网站、公众号、课堂、讲座等阵地是否有人管、管得住？",
      "宗教工作：上级要求是否学过、部署过、检查过？人员底数和风险是否清楚？"}},
    {"聚焦基层党组织软弱涣散、组织力欠缺",
     {"选人用人：动议、推荐、考察、公示是否一步不少？档案、兼职、近亲回避是否核清？",
      "组织生活：“三会一课”、民主评议、谈心谈话、党费收缴是否按时按规定？记录是否真实？",
      "支部堡垒：支部设置和换届是否规范？党员教育管理和发展党员是否严格？"
      "遇到急难任务支部在不在前面？"}},
    {"聚焦群众身边腐败问题和不正之风",
     {"中央八项规定精神：津贴补贴、公务接待、公务用车、办公用房有没有违规？是否常态检查？",
      "形式主义：有没有补材料应付检查、以留痕代替落实、让基层重复报表？",
      "财务制度：报销、现金、往来款、专项资金是否合规？审批是否有人把关？",
      "“四种形态”：对苗头性问题是否及时谈话提醒？有没有该谈不谈、该处理不处理？",
      "制度建设：财务、采购、公开、教学管理等制度是否齐全，是否真正管用？",
      "主体责任：班子是否定期听取汇报？廉政风险是否逐岗排查？责任是否传到末梢？",
      "审计整改：审计指出的问题是否逐项改完？有没有拖到巡察进驻才改、改了又犯？"}},
};

template <std::size_t count>
FocusGroup group_of(std::string_view name, const std::array<std::string_view, count>& lines) {
    FocusGroup group{name, {}};
    for (const auto line : lines)
        if (!line.empty()) group.lines.push_back(line);
    return group;
}

}  // namespace

std::span<const FocusChecklist> focus_checklists() {
    static const std::vector<FocusChecklist> all = [] {
        std::vector<FocusChecklist> lists;
        for (const auto& row : rows)
            lists.push_back({row.key, row.name, {group_of({}, row.lines)}});
        FocusChecklist foci{three_foci_key, three_foci_name, {}};
        for (const auto& row : three_foci) foci.groups.push_back(group_of(row.name, row.lines));
        lists.push_back(std::move(foci));
        return lists;
    }();
    return all;
}

}  // namespace life_meetings
