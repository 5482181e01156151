// Where a text names persons: a table of texts with what is found in them. A ? stands behind what
// is a guess.
#include <gtest/gtest.h>

#include "disclosure/person_names.hpp"

namespace disclosure {
namespace {

const std::vector<std::string> known{"张建国", "王芳", "王芳菲", "高峰",   "高度", "张力",   "文明",
                                     "王在",   "李强", "陈立新", "欧阳明", "赵一", "方向阳", "钱"};

std::string found_in(const std::string& text, const std::vector<std::string>& spared = {}) {
    const auto chars = chars_of(text);
    std::string found;
    for (const auto& one : NameFinder(known, spared).find(chars)) {
        if (!found.empty()) found += ' ';
        found += text_of(CharsView(chars).substr(one.from, one.length)) + (one.sure ? "" : "?");
    }
    return found;
}

struct Case {
    const char* text;
    const char* found;
};

void expect_all(const std::vector<Case>& cases) {
    for (const auto& one : cases) EXPECT_EQ(found_in(one.text), one.found) << one.text;
}

TEST(PersonNames, known_to_the_installation_are_found_wherever_they_stand) {
    expect_all({
        {"由张建国牵头整改。", "张建国"},
        {"张建国、王芳、李强参加。", "张建国 王芳 李强"},
        {"王芳菲与王芳不是一人。", "王芳菲 王芳"},
        {"张建国张建国", "张建国 张建国"},
        {"经李强核实", "李强"},
        {"责任人：欧阳明", "欧阳明"},
        {"方向阳到任。", "方向阳"},
        {"没有人名的一句话。", ""},
        {"", ""},
    });
}

TEST(PersonNames, that_are_parts_of_words_are_none) {
    expect_all({
        {"在王府井设点宣传。", ""},
        {"高度重视整改工作。", ""},
        {"扩张力度不够。", ""},
        {"紧张力求稳妥", ""},
        {"加强精神文明建设。", ""},
        {"迎来旅游高峰。", ""},
        {"提高度量标准", ""},
        {"钱款已经退回。", ""},
    });
}

TEST(PersonNames, that_are_words_are_names_beside_a_post_or_a_title) {
    expect_all({
        {"局长高峰主持会议。", "高峰"},
        {"高峰同志作了检查。", "高峰"},
        {"主任文明在会上表态。", "文明"},
        {"局长高度重视。", ""},
        {"书记高度重视、亲自部署。", ""},
    });
}

TEST(PersonNames, unknown_ones_show_behind_a_post) {
    expect_all({
        {"局长周伟主持会议。", "周伟"},
        {"副局长孙晓梅参加。", "孙晓梅"},
        {"党组书记、局长徐磊同志讲话", "徐磊"},
        {"会计郭某违规报销。", "郭某?"},
        {"驾驶员黄大勇私自用车。", "黄大勇"},
        {"科长欧阳建设负责。", "欧阳建设"},
        {"书记王强要求抓好落实。", "王强"},
        {"书记王强对照检查。", "王强"},
        {"办公室主任许桂香", "许桂香"},
        {"由局长李强任组长", "李强"},
        {"由局长孙磊任组长", "孙磊"},
        {"书记王永和主持", "王永和"},
        {"局长（周伟）", ""},
    });
}

TEST(PersonNames, words_behind_a_post_are_none) {
    expect_all({
        {"主任安排专人负责。", ""},
        {"书记严格落实责任。", ""},
        {"局长任职期间。", ""},
        {"组长单位牵头。", ""},
        {"主任于3月到任", ""},
        {"书记任组长的小组", ""},
        {"科长向党组汇报", ""},
        {"主任于会议结束", ""},
        {"局长方面的意见", ""},
        {"会计金额不符", ""},
        {"干部任用程序不规范", ""},
        {"党员常态化学习", ""},
        {"委员会研究决定。", ""},
        {"书记成为第一责任人", ""},
        {"干部双方谈话", ""},
        {"局长全面负责", ""},
    });
}

TEST(PersonNames, unknown_ones_show_before_a_title) {
    expect_all({
        {"由杨桂兰同志负责。", "杨桂兰"},
        {"和周伟同志谈话。", "周伟"},
        {"给予吴刚、郑毅等人处理。", "郑毅"},
        {"全体同志参加。", ""},
        {"各单位同志", ""},
        {"老同志座谈会", ""},
        {"有关同志", ""},
        {"财政局长", ""},
        {"江北区长", ""},
        {"林业站长", ""},
        {"石油公司经理", ""},
    });
}

TEST(PersonNames, of_those_acted_against_show) {
    expect_all({
        {"对周伟给予党内警告处分。", "周伟"},
        {"对孙晓梅进行诫勉谈话。", "孙晓梅"},
        {"对方案进行修改。", ""},
        {"对单位给予通报。", ""},
        {"对项目进行核查。", ""},
        {"对文件进行清理。", ""},
        {"对程序进行规范。", ""},
    });
}

TEST(PersonNames, half_hidden_are_guesses) {
    expect_all({
        {"张某违规领取补贴。", "张某?"},
        {"李某某、孙某被诫勉。", "李某某? 孙某?"},
        {"于某日到现场", ""},
        {"任某种原因", ""},
        {"对某单位通报", ""},
        {"某某局", ""},
    });
}

TEST(PersonNames, that_are_spared_are_not_found) {
    EXPECT_EQ(found_in("王芳小学", {"王芳小学"}), "");
    EXPECT_EQ(found_in("局长王芳", {"王芳"}), "");
    EXPECT_EQ(found_in("王芳小学", {}), "王芳");
}

TEST(PersonNames, do_not_take_long_in_long_paragraphs) {
    std::string text;
    for (int i = 0; i < 1'000; ++i) text += "局长张建国高度重视整改，王府井";
    const auto chars = chars_of(text);
    EXPECT_EQ(NameFinder(known, {}).find(chars).size(), 1'000u);
    std::string surnames;
    for (int i = 0; i < 10'000; ++i) surnames += "王";
    EXPECT_LE(NameFinder(known, {}).find(chars_of(surnames)).size(), 10'000u);
}

}  // namespace
}  // namespace disclosure
