// Evasions and quarrels as people write them, invented: what owns up to a failing or says a matter
// sharply is left alone, what gets round it or goes for the person is pointed at. The last set of
// each was written after the words were chosen, and no word was chosen for it.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "statements/evasion.hpp"
#include "statements/hint.hpp"
#include "statements/quarrel.hpp"

namespace statements {
namespace {

using Texts = std::vector<std::string_view>;

// Self-criticism that hides nothing, with the words of evasion where they are harmless.
const Texts owning_up{
    "我总以工作忙为借口放松学习，去年中心组学习请假4次，根子是思想上不重视。",
    "巡察反馈的采购问题，我先是强调客观条件，其实是自己把关不严，3个项目没有招标就签了合同。",
    "我性子急，去年8月防汛会上当众训斥乡镇同志，会后也没有道歉。",
    "对分管科室出现的小问题不以为意，两名干部上班炒股被通报，我只口头提醒。",
    "我碰到矛盾不敢较真，办公用房超标整改拖了五个月。",
    "对上级政策变化学习不及时，新的预算办法出台后仍按旧程序报了两次。",
    "我对体制机制问题研究不深，任职两年没有提出一条可行的改革建议。",
    "前任分管领导交接的12件信访件，我只过问了3件，思想上有推给前任的念头。",
    "我把人手不足当挡箭牌，二季度的检查计划只完成一半。",
    "群众反映的一些问题，我批给科室后就没有再问，三件超过了答复期限。",
    "我思想上存在畏难情绪，合同瑕疵拖到诉讼前一天才处理。",
    "我总认为出发点是好的就不算违规，去年两次未经集体研究就定了经费。",
    "对年龄大的干部关心不够，全年没有同他们谈过一次话，宗旨意识淡了。",
    "为名额分配照顾熟人，我没有守住纪律，去年评优三个名额两个给了办公室。",
};
// … and self-criticism that gets round it, each with the kind that is meant.
struct Evading {
    std::string_view text;
    HintKind kind;
};
const std::vector<Evading> evading{
    {"我平时工作过于追求完美，给同志们压力大。", HintKind::lesser_instead_of_greater},
    {"我这个人心直口快，容易得罪人。", HintKind::lesser_instead_of_greater},
    {"平时不善言辞，和同志们聊得少。", HintKind::lesser_instead_of_greater},
    {"加班太多，陪家人时间少，忽视了身体。", HintKind::lesser_instead_of_greater},
    {"我工作中存在一些小毛病，都是小问题。", HintKind::lesser_instead_of_greater},
    {"签批有疏漏，但出发点是好的。", HintKind::glossed_over},
    {"工作千头万绪，出现疏忽在所难免。", HintKind::glossed_over},
    {"我虽有不足，总体上还是好的，问心无愧。", HintKind::glossed_over},
    {"没有上会研究，也是为了工作，没有造成什么后果。", HintKind::glossed_over},
    {"发火训人，本意是好的，同志们应该理解。", HintKind::glossed_over},
    {"由于工作忙，我理论学习不够深入。", HintKind::excuse},
    {"人少事多，时间紧，导致调研不够。", HintKind::excuse},
    {"这些问题都是历史原因造成的，我接手时就有。", HintKind::excuse},
    {"上级没有明确要求，所以制度没有及时修订。", HintKind::excuse},
    {"受疫情影响，下基层偏少。", HintKind::excuse},
    {"我刚到任，情况不熟，所以抓得不紧。", HintKind::excuse},
    {"在某些方面还存在一定差距。", HintKind::perfunctory},
    {"学习上或多或少有放松。", HintKind::perfunctory},
    {"和大家一样，作风上不同程度存在问题。", HintKind::perfunctory},
    {"其他问题见班子材料，不再赘述。", HintKind::perfunctory},
    {"无。", HintKind::perfunctory},
    {"同上", HintKind::perfunctory},
};
// Sharp criticism of a matter, with the words of a quarrel where they are harmless.
const Texts sharp{
    "你打断别人发言，4月党组会上三次不让何秀兰同志把话说完，民主作风很差。",
    "老同志找你反映问题，你没能耐心听完就走了，这样的事去年有两次。",
    "对这种人情请托不敢顶，去年那次招标你打了招呼。",
    "工程款旧账没有清，你分管两年没有开过一次协调会。",
    "你不配合纪检组核查，通知三次才交材料。",
    "会上骂科长是草包，群众听见了影响很坏，这是典型的简单粗暴。",
    "放任举报人被打击报复，你知道后一个月没有过问。",
    "破坏我局形象的那次酒后闹事，你作为分管领导没有严肃处理。",
    "针对我分管的科室提的意见，你当面不说、会后乱说，去年至少有三回。",
    "违规吃喝被查以后还想瞒报，丢了党员干部的脸。",
    "表态调门高、行动少，答应群众的路灯半年没有装。",
    "废物利用项目花了40万元没有产出，你一直不肯认账。",
    "你调整我的分工没有同我谈过一次话，用权太随意。",
    "对骗子冒领补贴失察，损失11万元，全责在审核环节松懈。",
};
const std::vector<Evading> quarrelling{
    {"你就是个伪君子，嘴上一套背后一套。", HintKind::personal_attack},
    {"你这水平就是个草包，开会只会念稿。", HintKind::personal_attack},
    {"不要脸的事你做得还少吗。", HintKind::personal_attack},
    {"你心胸狭窄，容不下人。", HintKind::personal_attack},
    {"看你那副嘴脸，谁愿意跟你共事。", HintKind::personal_attack},
    {"你太虚伪，真可笑。", HintKind::personal_attack},
    {"五年前提拔的事你背后捅刀子，今天我就要算总账。", HintKind::old_scores},
    {"你在老单位时就跟我过不去，给我穿小鞋。", HintKind::old_scores},
    {"你有什么资格说我，你先管好自己。", HintKind::old_scores},
    {"我早就看不惯你了，今天把话说开。", HintKind::old_scores},
    {"有些人心里清楚，当初是谁告我状。", HintKind::old_scores},
    {"你们彼此彼此，半斤八两。", HintKind::old_scores},
    {"你这个人就没有干成过一件事，一无是处。", HintKind::sweeping_verdict},
    {"你品行败坏，无可救药。", HintKind::sweeping_verdict},
    {"江山易改，本性难移，说了也白说。", HintKind::sweeping_verdict},
    {"你根本不配当这个副局长，没有人服你。", HintKind::sweeping_verdict},
    {"你的人品大家都知道。", HintKind::sweeping_verdict},
    {"你从头到脚没有一点党员的样子，算什么党员。", HintKind::sweeping_verdict},
};
const Texts unseen_owning_up{
    "我在去年的两次推荐中碍于情面，没有讲出对老部下的真实看法。",
    "机关食堂的账，我三年没有看过一次，出了问题才想起自己是第一责任人。",
    "因为怕影响招商，我默许企业先建后批，纪律意识淡薄。",
    "我把该由我牵头的信访案推给副职，自己躲在办公室。",
    "到村里调研，我听完汇报就走，没有进过一户贫困户的门。",
    "我用公车接送过孩子两次，当时觉得顺路，没有主动说明。",
};
const Texts unseen_evading{
    "主要是这几年改革任务一件接一件，顾不过来。", "我最大的缺点是太能吃苦，不知道休息。",
    "问题肯定是有的，请同志们多包涵。",           "没有抓好，科室同志也有责任，大家都不容易。",
    "由于历史原因和人手紧，落实上打了一点折扣。", "我的不足大体如此，不一一列举。",
};
const Texts unseen_sharp{
    "你当组长三年，没有主持过一次案例剖析，监督的牌子是挂着的。",
    "去年五月你答应拆除违建，结果带头替亲戚说情，群众骂声一片。",
    "你在会上从不表态，会后到处说决定是错的，这是两面做法。",
    "把单位的车借给亲戚结婚，司机不敢吭声，你觉得是小事。",
    "你对下属动不动拍桌子，办公室两年走了三个人。",
    "三重一大记录是事后补的，你签字时连内容都没有看。",
};
const Texts unseen_quarrelling{
    "跟你这种人共事是我倒了八辈子霉。", "当年分房子的事，你欠我一个说法。",
    "你就会溜须拍马，靠关系上来的。",   "全局谁不知道你是个什么货色。",
    "你天生就不是当领导的料。",         "我看你是脑子有病。",
};

bool is_evasion(HintKind kind) {
    return kind >= HintKind::lesser_instead_of_greater && kind <= HintKind::perfunctory;
}
bool is_quarrel(HintKind kind) {
    return kind >= HintKind::personal_attack;
}
bool any(const std::vector<Hint>& hints, bool (*asked)(HintKind)) {
    return std::any_of(hints.begin(), hints.end(),
                       [&](const Hint& one) { return asked(one.kind); });
}
bool evades(std::string_view text) {
    return any(hints_of_statement(text, false), is_evasion);
}
bool quarrels(std::string_view text) {
    return any(hints_of_criticism(text), is_quarrel);
}
bool has(const std::vector<Hint>& hints, HintKind kind) {
    return std::any_of(hints.begin(), hints.end(),
                       [&](const Hint& one) { return one.kind == kind && !one.because.empty(); });
}
std::ptrdiff_t count(const Texts& texts, bool (*asked)(std::string_view)) {
    return std::count_if(texts.begin(), texts.end(), asked);
}

TEST(Evasions, leave_alone_who_owns_up) {
    for (const auto text : owning_up) EXPECT_FALSE(evades(text)) << text;
}

TEST(Evasions, are_pointed_at_with_the_words_they_were_seen_by) {
    for (const auto& [text, kind] : evading) {
        const auto hints = hints_of_statement(text, false);
        const bool whole = says_none(text);
        EXPECT_TRUE(whole ? any(hints, is_evasion) : has(hints, kind)) << text;
        EXPECT_TRUE(evades(text)) << text;
    }
    const auto found = evasions_in("由于工作忙，我理论学习不够深入。");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0], (FoundEvasion{Evasion::excuse, "工作忙"}));
}

TEST(Evasions, are_told_from_owning_up_in_most_texts_that_nobody_had_seen) {
    const auto wrong = count(unseen_owning_up, evades), right = count(unseen_evading, evades);
    std::cout << "evasions, unseen: of " << unseen_owning_up.size() << " owning up " << wrong
              << " hinted at, of " << unseen_evading.size() << " evading " << right << "\n";
    EXPECT_EQ(wrong, 0);
    EXPECT_GE(right, 2);
    // The others at least are told that they name nothing concrete.
    for (const auto text : unseen_evading)
        EXPECT_FALSE(hints_of_statement(text, false).empty()) << text;
}

TEST(Quarrels, leave_sharp_words_about_a_matter_alone) {
    for (const auto text : sharp) EXPECT_FALSE(quarrels(text)) << text;
    for (const auto text : owning_up) EXPECT_FALSE(quarrels(text)) << text;
}

TEST(Quarrels, are_pointed_at_in_criticisms_and_in_statements) {
    for (const auto& [text, kind] : quarrelling) {
        EXPECT_TRUE(has(hints_of_criticism(text), kind)) << text;
        EXPECT_TRUE(has(hints_of_statement(text, false), kind)) << text;
    }
    // … also where a problem is named beside it.
    EXPECT_TRUE(has(hints_of_criticism("去年两次会议你都迟到，你这种人不配当副局长。"),
                    HintKind::sweeping_verdict));
}

TEST(Quarrels, are_told_from_sharp_words_in_most_texts_that_nobody_had_seen) {
    const auto wrong = count(unseen_sharp, quarrels), right = count(unseen_quarrelling, quarrels);
    std::cout << "quarrels, unseen: of " << unseen_sharp.size() << " sharp ones " << wrong
              << " hinted at, of " << unseen_quarrelling.size() << " quarrels " << right << "\n";
    EXPECT_EQ(wrong, 0);
    EXPECT_GE(right, 4);
}

}  // namespace
}  // namespace statements
