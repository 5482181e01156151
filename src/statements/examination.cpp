#include "statements/examination.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "text/punctuation.hpp"
#include "text/word_set.hpp"

namespace statements {
namespace {

constexpr text::WordList self_words{"我 本人 自己 自身 个人"};
constexpr text::WordList team_words{"我们 班子 党组 党委"};
constexpr text::WordList duty_words{"职责 分管 履职 尽责 岗位 主体责任 一岗双责 第一责任人 分工"};
constexpr text::WordList thought_words{"思想 认识 党性 信念 觉悟 觉得 以为 侥幸 放松了 心里"};
constexpr text::WordList work_words{"工作 落实 任务 项目 业务 推进"};
constexpr text::WordList problem_words{"问题 不够 不足 不到位 不深 不严 不实 差距"};
constexpr text::WordList pointed_out{
    "巡视组 巡察组 巡视反馈 巡察反馈 反馈指出 反馈意见 上级指出 审计指出 "
    "考核指出 通报指出"};
constexpr text::WordList self_found{
    "自查 自己查 自己感到 我感到 对照检查发现 自我检视 反思 自己发现 "
    "我发现 主动查"};
/// More sentences of deeds than this make a report on work of it.
constexpr double deeds_max = 0.3;

bool has(Aspect aspect, std::string_view text, bool of_team) {
    switch (aspect) {
        case Aspect::self:
            return of_team ? text::words<team_words>().any_in(text)
                           : text::words<self_words>().any_in(text);
        case Aspect::duty: return text::words<duty_words>().any_in(text);
        case Aspect::thought: return text::words<thought_words>().any_in(text);
        case Aspect::work: return text::words<work_words>().any_in(text);
        case Aspect::problem: return text::words<problem_words>().any_in(text);
    }
    return true;
}

/// Whether causes are looked for under a heading: by its name, or by what stands for it.
bool is_written_on(CauseHeading heading, std::string_view text) {
    switch (heading) {
        case CauseHeading::thought:
            return text::has_any<
                "思想 理论 理想信念 信念 党性 宗旨 世界观 人生观 价值观 权力观 政绩观 "
                "总开关">(text);
        case CauseHeading::politics:
            return text::has_any<
                "政治 两个维护 两个确立 四个意识 四个自信 国之大者 主体责任 "
                "大局意识">(text);
        case CauseHeading::style:
            return text::has_any<
                "作风 形式主义 官僚主义 漂浮 求真务实 真抓实干 脱离群众 群众观念 "
                "群众路线 浮在上面 四风">(text);
        case CauseHeading::ability:
            return text::has_any<
                "能力 本领 水平 业务知识 专业知识 知识储备 办法不多 方法不多 "
                "经验不足">(text);
        case CauseHeading::integrity:
            return text::has_any<
                "廉洁 廉政 清廉 自律 拒腐 防腐 腐蚀 特权 人情 公私 贪 "
                "底线">(text);
        case CauseHeading::organisation:
            return text::has_any<
                "组织 民主集中制 党内政治生活 民主生活会 党支部 集体领导 "
                "三会一课">(text);
        case CauseHeading::discipline:
            return text::has_any<"纪律 规矩 违纪 条例 执纪 监督执纪 守纪 纪法 法纪">(text);
    }
    return true;
}

bool says_nothing(const Section& one) {
    return base::trim(one.text).empty();
}

class Reading {
  public:
    Reading(const std::vector<Section>& sections, StatementKind kind, const Asked& asked)
        : sections_(sections), asked_(asked), of_team_(kind == StatementKind::team) {}

    std::vector<SectionHint> take() {
        for (const auto& one : sections_) {
            if (says_nothing(one)) continue;
            if (one.part == Part::problem) read_problem(one);
            if (one.part == Part::causes) read_causes(one);
        }
        read_whole();
        return std::move(found_);
    }

  private:
    void read_problem(const Section& one) {
        ++problems_;
        if (text::words<pointed_out>().any_in(one.text)) ++pointed_out_;
        self_found_ = self_found_ || text::words<self_found>().any_in(one.text);
        sentences_ += text::sentences(one.text).size();
        for (const auto& hint : hints_of_statement(one.text, of_team_)) {
            if (hint.kind == HintKind::work_summary) ++deeds_;
            found_.push_back({one.position, pointed("text", one.text, hint)});
        }
    }
    void read_causes(const Section& one) {
        for (const auto heading : headings_of(asked_.causes))
            if (!is_written_on(heading, one.text))
                add(HintKind::cause_missing, name_of(heading), one.position);
    }
    void add(HintKind kind, std::string_view because = {}, std::int64_t position = 0) {
        found_.push_back({position, {{}, kind, {}, std::string(because)}});
    }
    void read_whole() {
        std::string all;
        for (const auto& one : sections_) all += one.text + "\n";
        if (problems_ == 0) return;
        for (const auto aspect : asked_.aspects)
            if (!has(aspect, all, of_team_)) add(HintKind::aspect_missing, name_of(aspect));
        if (pointed_out_ == problems_ && !self_found_) add(HintKind::superior_instead_of_self);
        if (sentences_ > 0 &&
            static_cast<double>(deeds_) / static_cast<double>(sentences_) > deeds_max)
            add(HintKind::work_summary);
    }

    const std::vector<Section>& sections_;
    const Asked& asked_;
    bool of_team_, self_found_ = false;
    std::size_t problems_ = 0, pointed_out_ = 0, sentences_ = 0, deeds_ = 0;
    std::vector<SectionHint> found_;
};

}  // namespace

std::vector<SectionHint> hints_of(const std::vector<Section>& sections, StatementKind kind,
                                  const Asked& asked) {
    return Reading(sections, kind, asked).take();
}

}  // namespace statements
