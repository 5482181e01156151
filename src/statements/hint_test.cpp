// Criticisms and statements as people write them, invented: what names a problem is left alone,
// what gets round it is pointed at. The second set was never looked at while the words were chosen.
#include "statements/hint.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "statements/criticism.hpp"

namespace statements {
namespace {

const std::vector<std::string_view> real{
    "学习抓得不紧，去年中心组学习请假4次，发言材料由科室代写，照着念稿。",
    "对分管的采购工作管得不严，上半年3个项目没有招标就签了合同，你到会后才知道。",
    "脾气急躁，去年8月防汛会上当着二十多人训斥乡镇同志，让人不敢说话。",
    "深入基层少，联系的石桥村一年只去过两次，群众反映的饮水问题一直没有解决。",
    "碰到得罪人的事绕着走，办公用房超标整改拖了五个月，你一直没有签字。",
    "开会多、讲话长，二季度召开部署会11次，真正下去检查落实只有1次。",
    "党建和业务两张皮，分管领域支部换届逾期半年，你没有过问。",
    "用人上碍于情面，去年那次科长推荐，明知有不同意见，还是没有在会上讲出来。",
    "对意识形态工作重视不够，单位公众号出现错误表述，三天后才发现。",
    "向上汇报成绩多、问题少，6月的整改报告把正在办理的两项写成已经完成。",
    "主动担当不够，闲置资产处置涉及三家单位，你总说等别人先拿意见。",
    "批评别人时轻描淡写，去年民主生活会对我提的意见只有一句，够不上批评。",
    "工作标准不高，年初报区委的材料错字连篇，被退回两次。",
    "对分管干部失之于宽，办公室两人上班炒股被通报，你只是口头提醒。",
    "民主作风不够，专项资金分配方案没有上会就定了下来。",
    "调研蜻蜓点水，到企业走访半小时就走，企业提出的办证难题没有下文。",
    "推诿责任，信访件批给你后又转给下属单位，来回四次没有答复。",
    "遇事怕担风险，合同审核拖到期满前一天才签，影响了项目开工。",
    "理论学习浮在面上，谈起新修订的纪律处分条例，讲不出与自己分管工作有什么关系。",
    "对身边工作人员管教不严，司机公车私用，被群众举报后你才问起。",
};
const std::vector<std::string_view> disguised{
    "希望今后进一步加强理论学习，不断提高政治素质。",
    "建议多到基层走走，多听听群众的意见。",
    "希望在抓好业务工作的同时，更加注重党建工作。",
    "今后要多与班子成员沟通，形成更大合力。",
    "工作太拼，希望注意身体，劳逸结合。",
    "对自己要求太高，有时给同志们压力大，希望适当放松。",
    "建议统筹安排好时间，加强学习研究。",
    "理论学习的系统性有待进一步加强。",
    "创新意识可以再强一些，工作方法可以再灵活一些。",
    "能力强、水平高，是我学习的榜样，希望继续发扬。",
    "应当进一步加大对分管部门的管理力度。",
    "建议尽快出台资产管理办法，完善制度。",
    "望你在新的一年里再接再厉，取得更好成绩。",
    "调查研究还需要更加深入。",
    "建议多关心年轻干部成长，多给他们压担子。",
    "总体不错，没有什么意见，希望保持。",
    "今后在工作中要注意方式方法，多一些耐心。",
    "希望加快信息化建设步伐，推动工作上台阶。",
    "工作任劳任怨，建议多培养后备力量。",
    "下一步要强化责任担当，争取更大进步。",
};
const std::vector<std::string_view> second_real{
    "去年换届考察中对干部档案把关不严，漏审两份学历材料，被组织部退回。",
    "分管信访却怕见上访群众，一季度接访日三次都让副职代替。",
    "作为班长，听不进不同意见，4月党组会讨论搬迁方案时打断别人发言。",
    "对主体责任理解偏差，把党风廉政建设推给纪检组，全年没有同分管科室谈过一次话。",
    "抓整改虎头蛇尾，巡察反馈的食堂账目问题，整改报告交了就没有再过问。",
    "政治敏锐性不强，有人在群里转发错误言论，你看到后没有制止。",
    "工作拖拉，老旧小区改造的批复压在手里二十天。",
    "纪律松懈，工作日午间在接待中喝过一次酒，会上没有主动说明。",
    "对下属放任，科里连续两年考核排在末位，没有约谈过负责人。",
    "文风不实，调研报告大段照搬外地材料，连地名都没有改。",
    "和企业打交道分寸把握不好，年底收过一盒茶叶，事后才退。",
    "家属在下属单位承揽业务，你知道后没有报告。",
    "到任两年，还有三个村没有去过。",
    "传达文件不研究落实，区里关于减负的通知只在会上念了一遍。",
    "对班子内部的矛盾装作看不见，两位副职因为分工闹了半年意见。",
    "怕群众闹，征地补偿的账一直不敢公开。",
    "扶贫资金拨付慢，150万元在账上趴了七个月。",
    "主持工作凭老经验，新的预算管理办法出台后仍按旧程序报。",
    "把联系点当成盆景，每次去的都是同一个示范村。",
    "对自己要求松，述职时把班子的成绩都算在自己名下。",
};
const std::vector<std::string_view> second_disguised{
    "希望以后在工作中更加大胆一些。",
    "建议加强对新知识、新业务的学习。",
    "希望多与基层同志交流，更好地了解情况。",
    "工作中有时过于追求完美，希望适当放手。",
    "今后要进一步提高政治站位，增强大局意识。",
    "建议在抓落实上再加一把劲。",
    "希望你继续发挥模范带头作用。",
    "要更加注重统筹兼顾，处理好工作与家庭的关系。",
    "理论联系实际的能力还可以进一步提升。",
    "建议对分管工作多作前瞻性思考。",
    "希望在今后工作中多提宝贵意见。",
    "工作思路还可以更开阔。",
    "需要在学深悟透上再下功夫。",
    "希望加强锻炼，保重身体。",
    "建议尽快启动档案库房的建设。",
    "为人正直，工作扎实，望今后多传帮带。",
    "能不能在信息公开方面再主动一点，让大家更了解工作。",
    "希望把好的经验总结推广。",
    "建议加大项目争取力度，为发展多作贡献。",
    "对年轻干部的培养，今后要多给机会。",
};

const std::vector<std::string_view> unseen_real{
    "上个月接待来访的菜农，话没听完就让办公室打发走了。",
    "三公经费超预算11万元，党组会通报时你一言不发。",
    "年轻干部小李三次申请调整岗位，你始终没有回音。",
    "述责述廉报告连续两年只换了日期。",
    "对纪检组的提醒不当回事，同一张发票问题被指出两回。",
    "驻村点上的自来水断了九天，你是第十天才到场的。",
    "把政治学习交给办公室，自己当听众，心得体会由别人写。",
    "评先评优总照顾身边人，去年三个名额有两个给了办公室。",
    "安全检查带着稿子去，照着念完就上车。",
    "巡察整改台账是临时补的，六月的会议记录九月才写。"};
const std::vector<std::string_view> unseen_disguised{
    "请在百忙之中多关注职工食堂的伙食。",   "愿你今后带领我们再创佳绩。",
    "应把更多精力放到谋划长远上。",         "学习可以更系统一些，眼界可以更开阔一些。",
    "建议党组每季度研究一次信息化工作。",   "您为大家操心太多，要保重身体。",
    "在抓落实的力度上还有提升空间。",       "盼望在干部培养上给予更多支持。",
    "工作节奏可再快一点，方法可再多一点。", "要继续保持雷厉风行的好作风。"};

/// Whether it is said that a text gets round the criticism.
bool is_hinted(std::string_view text) {
    const auto hints = hints_of_criticism(text);
    return std::any_of(hints.begin(), hints.end(), [](const Hint& one) {
        return one.kind == HintKind::hope_instead_of_problem ||
               one.kind == HintKind::advice_instead_of_criticism || one.kind == HintKind::praise;
    });
}
/// Whether it is taken for a quarrel.
bool is_quarrel(std::string_view text) {
    const auto hints = hints_of_criticism(text);
    return std::any_of(hints.begin(), hints.end(),
                       [](const Hint& one) { return one.kind >= HintKind::personal_attack; });
}
std::ptrdiff_t hinted_among(const std::vector<std::string_view>& texts) {
    return std::count_if(texts.begin(), texts.end(), is_hinted);
}
void report(std::string_view set, const std::vector<std::string_view>& good,
            const std::vector<std::string_view>& bad) {
    std::cout << set << ": of " << good.size() << " real ones " << hinted_among(good)
              << " hinted at, of " << bad.size() << " disguised ones " << hinted_among(bad) << "\n";
}
std::vector<HintKind> kinds_of(std::string_view problem, bool of_team = false) {
    std::vector<HintKind> kinds;
    for (const auto& one : hints_of_statement(problem, of_team)) kinds.push_back(one.kind);
    return kinds;
}
bool has(const std::vector<HintKind>& kinds, HintKind kind) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

TEST(Hints, leave_twenty_real_criticisms_alone_and_point_at_twenty_disguised_ones) {
    report("known set", real, disguised);
    for (const auto text : real) EXPECT_FALSE(is_hinted(text)) << text;
    for (const auto text : disguised) EXPECT_TRUE(is_hinted(text)) << text;
}

TEST(Hints, do_as_well_on_forty_more) {
    report("second set", second_real, second_disguised);
    for (const auto text : second_real) EXPECT_FALSE(is_hinted(text)) << text;
    for (const auto text : second_disguised) EXPECT_TRUE(is_hinted(text)) << text;
}

TEST(Hints, do_nearly_as_well_on_texts_that_nobody_had_seen) {
    report("unseen set", unseen_real, unseen_disguised);
    EXPECT_LE(hinted_among(unseen_real), 1);
    EXPECT_GE(hinted_among(unseen_disguised), 6);
    // The others at least are told that they name nothing concrete.
    for (const auto text : unseen_disguised) EXPECT_FALSE(hints_of_criticism(text).empty()) << text;
}

TEST(Hints, take_none_of_a_hundred_criticisms_for_a_quarrel) {
    for (const auto* set :
         {&real, &disguised, &second_real, &second_disguised, &unseen_real, &unseen_disguised})
        for (const auto text : *set) EXPECT_FALSE(is_quarrel(text)) << text;
}

TEST(Hints, point_at_the_sentence_and_at_the_words_in_it) {
    const CriticismText text{"", "希望今后进一步加强学习。", "多读原著。"};
    const auto hints = hints_of(text);
    ASSERT_FALSE(hints.empty());
    EXPECT_EQ(hints[0].field, "problem");
    EXPECT_EQ(hints[0].kind, HintKind::hope_instead_of_problem);
    EXPECT_EQ(hints[0].sentence, "希望今后进一步加强学习。");
    EXPECT_EQ(hints[0].because, "希望");
}

TEST(Hints, take_the_matter_and_the_problem_together_and_leave_the_suggestion_alone) {
    EXPECT_TRUE(hints_of({"去年8月防汛会上当众训斥乡镇同志。", "脾气急躁，民主作风不够。",
                          "希望今后耐心一些。"})
                    .empty());
    const auto vague = hints_of({"", "民主作风不够。", ""});
    ASSERT_EQ(vague.size(), 1u);
    EXPECT_EQ(vague[0].kind, HintKind::nothing_concrete);
    EXPECT_EQ(vague[0].sentence, "");
}

TEST(Hints, say_which_of_the_substitutions_a_statement_makes) {
    EXPECT_TRUE(has(kinds_of("我们班子存在学习不深入的问题，去年只集中学习两次。"),
                    HintKind::team_instead_of_self));
    EXPECT_TRUE(has(kinds_of("有的同志作风漂浮，下半年两次检查都走过场。"),
                    HintKind::others_instead_of_self));
    EXPECT_TRUE(has(kinds_of("我对工程进度抓得不紧，3个项目拖了半年。"),
                    HintKind::business_instead_of_thought));
    EXPECT_TRUE(has(kinds_of("众所周知，批评是党的优良传统。我去年学习上不够用心。"),
                    HintKind::reasons_instead_of_problem));
    EXPECT_TRUE(has(kinds_of("客观上受制于编制。我去年学习上不够用心。"), HintKind::excuse));
    EXPECT_TRUE(has(kinds_of("上次民主生活会查摆的学习不深入问题，我至今没有解决。"),
                    HintKind::old_instead_of_new));
    EXPECT_FALSE(
        has(kinds_of("上次民主生活会查摆的问题没有解决。今年我又有3次中心组学习没有参加，思想上放"
                     "松了要求。"),
            HintKind::old_instead_of_new));
    EXPECT_TRUE(has(kinds_of("我圆满完成了全年任务，荣获先进个人。"), HintKind::work_summary));
}

TEST(Hints, leave_a_concrete_problem_of_thought_alone) {
    EXPECT_TRUE(
        kinds_of("我政治学习抓得不紧，去年中心组学习请假4次，思想上把学习当成软任务。").empty());
    EXPECT_TRUE(
        kinds_of("班子理论学习不深入，上半年中心组只学习两次，党建和业务两张皮。", true).empty());
}

TEST(Hints, have_names_that_lead_back_to_them) {
    for (const auto kind : hint_kinds) EXPECT_EQ(hint_kind_of(name_of(kind)), kind);
    EXPECT_FALSE(hint_kind_of("nonsense"));
}

}  // namespace
}  // namespace statements
