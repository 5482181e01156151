// Headings, states and the wording of problems and actions.
#include "plan/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/punctuation.hpp"
#include "text/word_set.hpp"

namespace plan {
namespace {

constexpr std::string_view background =
    "总体要求 指导思想 总体目标 工作目标 目标任务 主要原则 基本原则 工作原则 整改原则 时间安排 "
    "进度安排 方法步骤 实施步骤 工作步骤 步骤安排 步骤 阶段 组织保障 组织领导 保障措施 工作要求 "
    "有关要求 相关要求 整改要求 工作机制 推进机制 附件 附表 下一步 下步 意见建议 意见和建议 "
    "整改意见 整改建议 工作建议 几点建议 几点要求 组织实施 领导机构 组织机构 总体情况 基本情况 "
    "工作开展情况 组织推进 主要做法 工作打算 存在的困难 履行主体责任 责任追究 保障机制 长效机制 "
    "联系方式 主要成绩 总体评价 工作安排 督导检查 督促检查 强化督查 强化责任 压实责任 成立领导 "
    "职责分工 组织开展 思想认识 统筹推进 宣传引导 工作部署 后续整改 今后工作 努力方向 原因分析 "
    "问题线索 信访 选人用人专项检查情况 监督检查 整改成果运用 巩固整改 持续深化 领导小组 工作成效 "
    "整改成效 主要成效 取得成效";

constexpr std::string_view ledger_words =
    "整改任务 整改措施 问题清单 整改清单 任务清单 措施清单 责任清单 整改落实 整改情况 整改进展 "
    "落实情况 反馈问题 反馈的问题 存在的问题 存在问题 主要问题 突出问题 具体问题 问题及整改 "
    "整改内容 整改事项 整改台账 任务分解 整改重点 问题整改 重点任务 整改举措 发现的问题 "
    "反馈意见整改 整改的问题 整改完成 整改到位 具体措施 问题和不足 主要任务 主要措施 指出的问题 "
    "主要不足 完成情况 进展情况 问题与措施 整改工作任务 反馈的主要 的主要问题 对照检查 "
    "反馈意见指出";

/// A shortcoming is told by these, wherever they stand.
constexpr std::string_view shortcomings =
    "不够 不到位 不力 不严 不足 不高 不强 不深 不实 不规范 不健全 不完善 不及时 不重视 不明显 "
    "不完备 不严肃 不清 不准 不全 不细 不紧 不牢 不畅 不透 不符 不好 不精 不优 不快 不匹配 不平衡 "
    "不充分 不一致 不彻底 不扎实 不具体 不达标 不主动 不经常 不了了之 不合理 不齐 不浓 不突出 "
    "不均 不多 不大 不佳 不担当 不作为 不用心 不聚焦 不闭合 不落地 不顺 不合规 不适应 缺失 缺乏 "
    "缺少 缺位 欠缺 薄弱 弱化 淡化 虚化 边缘化 滞后 流于形式 形式主义 官僚主义 差距 违规 混乱 "
    "松懈 松散 松弛 宽松软 走过场 超标准 超职数 超范围 短板 乏力 打折扣 搞变通 脱节 偏差 老化 "
    "有待 隐患 风险 漏洞 随意 应付 照搬照抄 停留在 过于 偏低 偏少 偏慢 较少 较慢 较低 较差 较弱 "
    "较大廉政 偏软 迟缓 缓慢 拖延 推诿 断档 空转 失察 失管 失职 失之于 失真 虚报 虚假 白条 未按 "
    "未开 未召 未制 未修 未建 未及 未严 未落 未对 未能 未认 未将 未经 未进 未执 未签 未明 未组 "
    "未形 未定 未履 未传 未设 未发 未完 未有 未收 未公 未纳 未记 未参 未与 未真 未使 未以 未在 "
    "未就 未把 未向 尚未 从未 均未 没有 无记录 仍然存在 仍存在 时有发生 疏于 忽视 轻视 代替 替代 "
    "层层递减 不担 落实不 执行不 管理不 意识不 作用不 重业务轻 轻党建 一手硬 两张皮 多头 长期空缺 "
    "闲置 浪费 挪用 侵占 套取 截留 超支 逾期 超期 问题突出 问题较多 效果差 质量差 逐级递减 单一 "
    "僵化 简单化 表面 粗放 懈怠 软弱 涣散 不正之风 腐败问题 反映强烈";

/// A sentence that begins with one of these says what is or was done.
constexpr std::string_view actions =
    "加强 强化 制定 制订 建立 健全 完善 开展 组织 召开 认真 严格 落实 深入 进一步 切实 修订 印发 "
    "出台 明确 督促 规范 推动 加大 定期 坚持 已 举办 提高 提升 抓好 压实 细化 学习 充分 牢固 将 "
    "通过 及时 全面 完成 查漏 成立 持续 责令 清退 追缴 约谈 梳理 排查 对 按 优化 推进 邀请 安排 "
    "聘请 举一反三 立即 指导 加快 扎实 聚焦 把 以 补 增 实行 实施 推行 设立 编制 发布 公开 公示 "
    "收回 退还 整改 针对 要求 结合 严肃 做好 做到 发挥 落细 常态 每 由 拓宽 创新 统筹 引导 开设 "
    "新建 采取 根据 围绕 注重 配齐 配强 选派 培训 集中 专题 研究 部署 深化 夯实 汲取 筑牢 畅通 "
    "盘活 清理 核查 核实 补齐 补办 理顺 调整 带头 督导 监督 宣传 教育 营造 树立 纳入 启动 搭建 "
    "签订 签署 重新 分别 协调 争取 发放 收缴 上缴 退回 逐 多次 先后 共 截至 目前 经 "
    "充实 鼓励 向 列 运用 扩大 践行 推 实 为 搞好 防止 "
    "牵头 广泛 精心 科学 合理 主动 积极 大力 巩固 执行 履行 遵守 贯彻 传达 撰写 填写 吸收 优先 "
    "从严 从快 从";

/// Verbs that turn a shortcoming behind them into an aim.
constexpr std::string_view remedies =
    "防止 避免 杜绝 严禁 解决 整治 纠正 克服 消除 查处 惩治 坚决 确保 禁止 防范 治理 问责 追究 "
    "着力 力戒 化解";

constexpr std::string_view statuses =
    "已全部完成整改 已全部整改到位 已全部整改完成 已全部整改完毕 已全部完成 全部完成整改 "
    "全部整改到位 全部完成 已基本完成整改 已基本整改到位 已基本完成 基本完成整改 基本整改到位 "
    "基本完成 已完成整改任务 已完成整改并销号 已完成整改 已按期完成整改 已按期完成 按期完成 "
    "已整改完成 已整改完毕 已整改到位 已整改 整改已完成 整改完成 完成整改 整改到位 已完成并销号 "
    "已完成 已销号 已对账销号 已办结 已落实到位 已落实 已解决 部分完成整改 部分完成 阶段性完成 "
    "已完成阶段性整改任务 已完成阶段性任务 已完成阶段性整改 正在整改 正在推进 正在进行 "
    "正在有序推进 正在办理 持续整改中 持续整改 持续推进中 持续推进 持续坚持 长期整改 长期坚持 "
    "常态化推进 常态化坚持 未完成整改 尚未完成整改 尚未完成 未完成 尚未整改到位 尚未整改 未整改 "
    "未启动 整改中 推进中 进行中 取得阶段性进展 取得阶段性成效 取得阶段性成果 已取得阶段性进展 "
    "已取得阶段性成效 已取得阶段性成果 取得明显成效 已取得明显成效 按计划推进中 按计划推进 "
    "按序时进度推进 按时序推进 有序推进中 有序推进 稳步推进 加快推进 达到序时进度 已启动 待整改 "
    "未开始 立行立改 即知即改 完成 是 否";

constexpr std::string_view status_tails =
    "并 且 但 持续 长期 需 继续 已 正在 取得 常态 坚持 整改 并已销号 待 纳入 基本 立行立改 全部";

constexpr std::string_view furniture =
    "仅供学习 禁止外传 请勿照搬 原创投稿 会员 QQ群 订阅 公众号 扫码 倒卖 版权所有 转载请 更多资料 "
    "下载 仅供参考 文档来自 免责声明 加微信 微信号 酷乐文行 自建平台 不断迭代 扫描二维码 付费 "
    "购买 客服 来源： 来源: 浏览次数 浏览量 点击数 字号： 字体： 打印本页 关闭窗口 分享到 索引号 "
    "信息索引 发布机构 公开方式 当前位置 首页 阅读次数 发布日期 发布时间 责任编辑 文章来源 【打印 "
    "点击量 上一篇 下一篇";

const text::WordSet& set_of_background() {
    static const text::WordSet set(background);
    return set;
}
const text::WordSet& set_of_ledger_words() {
    static const text::WordSet set(ledger_words);
    return set;
}
const text::WordSet& set_of_shortcomings() {
    static const text::WordSet set(shortcomings);
    return set;
}
const text::WordSet& set_of_remedies() {
    static const text::WordSet set(remedies);
    return set;
}
const text::WordSet& set_of_actions() {
    static const text::WordSet set(actions);
    return set;
}
const text::WordSet& set_of_statuses() {
    static const text::WordSet set(statuses);
    return set;
}
const text::WordSet& set_of_status_tails() {
    static const text::WordSet set(status_tails);
    return set;
}
const text::WordSet& set_of_furniture() {
    static const text::WordSet set(furniture);
    return set;
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](auto word) { return text.ends_with(word); });
}

/// …落实不到位, …现象, …的问题: the shortcoming stands at the end of the clause.
bool ends_in_shortcoming(std::string_view clause) {
    if (ends_with_any(clause, {"问题", "现象", "问题的整改", "问题整改", "差距"})) return true;
    auto at = clause.size();
    for (int i = 0; i < 5 && at > 0; ++i) at = text::before(clause, at);
    return set_of_shortcomings().any_in(clause.substr(at));
}

}  // namespace

bool is_background_heading(std::string_view heading) {
    heading = heading.substr(0, 120);
    return set_of_background().any_in(text::first_sentence(heading));
}

bool is_ledger_heading(std::string_view heading) {
    heading = text::first_sentence(heading.substr(0, 180));
    return set_of_ledger_words().any_in(heading) && !ends_with_any(heading, {"机制", "方案"});
}

bool is_area_heading(std::string_view heading) {
    if (heading.size() > 240) return false;
    heading = text::trim_stops(heading);
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view tail :
             {"情况", "整改", "落实", "进展", "问题", "突出", "主要", "存在", "的"})
            if (heading.ends_with(tail)) {
                heading.remove_suffix(tail.size());
                again = true;
            }
    }
    return heading.ends_with("方面") || heading.ends_with("领域");
}

bool names_problem(std::string_view given) {
    auto text = text::first_sentence(given);
    if (text.size() > 900) return false;
    const bool about = text.starts_with("关于") || text.starts_with("针对") ||
                       text.starts_with("对于") || text.starts_with("在“") ||
                       text.starts_with("在\"") || text.starts_with("“") || text.starts_with("\"");
    return about && text::has_any<"问题 方面">(text);
}

bool states_problem(std::string_view given) {
    if (names_problem(given)) return true;
    auto rest = text::first_sentence(given.substr(0, std::min<std::size_t>(given.size(), 1200)));
    bool acts = false;  // 制定…办法: only a clause that ends in a shortcoming makes it a problem
    for (bool first = true; !rest.empty(); first = false) {
        const auto comma = std::min(text::find(rest, "，"), rest.size());
        const auto clause = text::trim_stops(rest.substr(0, comma));
        rest.remove_prefix(std::min(comma + 3, rest.size()));
        const bool remedy = set_of_remedies().any_in(clause), action = states_action(clause);
        if (first) acts = remedy || action;
        if (remedy) continue;  // 防止…流于形式
        if (ends_in_shortcoming(clause) && (first || !action)) return true;
        if (!acts && !action && set_of_shortcomings().any_in(clause)) return true;
    }
    return false;
}

bool states_action(std::string_view text) {
    return set_of_actions().begins(text::trim_stops(text));
}

std::size_t status_bytes(std::string_view given) {
    const auto at = set_of_statuses().longest_prefix(given);
    if (at == 0 || at == given.size()) return at;
    const auto next = text::char_at(given, at);
    if (text::ends_sentence(next)) return at;
    const bool joined =
        next == U'，' || next == U',' || next == U'并' || next == U'且' || next == U'、';
    if (const auto clause = text::first_sentence(given);
        joined && clause.size() <= 72) {  // 已完成，并长期坚持
        const auto tail = text::trim_stops(clause.substr(at));
        if (set_of_status_tails().begins(tail)) return clause.size();
    }
    const bool stops = text::is_space(next) || next == U'，' || next == U',' || next == U'）' ||
                       next == U'：' || next == U'（';
    return stops ? at : 0;
}

bool is_status(std::string_view given) {
    const auto text = text::trim_stops(given);
    return !text.empty() && status_bytes(text) == text.size();
}

bool is_advertising(std::string_view line) {
    if (line.size() > 300) return false;
    return set_of_furniture().any_in(line);
}

}  // namespace plan
