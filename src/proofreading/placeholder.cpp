#include "proofreading/placeholder.hpp"

#include "text/numeral.hpp"
#include "text/phrases.hpp"
#include "text/punctuation.hpp"
#include "text/word_set.hpp"

namespace proofreading {
namespace {

using text::char_at;
using text::is_hanzi;

bool is_letter(char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}
bool holds_place(char32_t c) {
    return c == U'X' || c == U'x' || c == U'×' || c == U'╳' || c == U'✕' || c == U'Ｘ' ||
           c == U'ｘ' || c == U'*' || c == U'＊' || c == U'○' || c == U'_' || c == U'＿';
}

/// A run of signs that hold a place, and what stands around it.
struct Signs {
    std::size_t begin = 0, end = 0, count = 0;
    char32_t sign = 0, before = 0, after = 0;
};
Signs signs_at(std::string_view text, std::size_t at) {
    Signs run;
    run.begin = at;
    run.sign = char_at(text, at);
    run.before = at > 0 ? char_at(text, text::before(text, at)) : U'\0';
    for (; holds_place(char_at(text, at)); ++run.count) at += text::bytes_of(text[at]);
    run.end = at;
    run.after = char_at(text, at);
    return run;
}

bool is_placeholder(const Signs& run, std::string_view behind) {
    if (run.sign == U'_') return run.count >= 2;
    if (run.sign == U'＿') return true;
    if (run.sign == U'*' || run.sign == U'＊') {
        const bool masks = text::is_digit(run.before) || text::is_digit(run.after) ||
                           is_letter(run.before) || is_letter(run.after) || run.after == U'@';
        return run.count >= 2 && !masks && is_hanzi(run.after);
    }
    if (run.sign == U'○') {
        if (text::is_numeral(run.before) || text::is_numeral(run.after)) return false;
        return run.count >= 2;
    }
    if (is_letter(run.before) || is_letter(run.after)) return false;
    if (run.count >= 2) return true;
    if (run.sign == U'x' || run.sign == U'ｘ') return false;
    if (text::has_any<"光 射 线 染">(behind.substr(0, 3))) return false;
    const bool begins = run.before == U'\0' || text::is_boundary(run.before);
    const bool by_digit = text::is_digit(run.before) || text::is_digit(run.after);
    return is_hanzi(run.after) && !by_digit && (begins || is_hanzi(run.before));
}

/// 某某, 某局, 某同志; not 某些, 某种.
std::size_t somebody(std::string_view text) {
    constexpr std::string_view some = "某";
    const auto rest = text.substr(some.size());
    static const text::WordSet kinds(
        "某 单位 局 县 区 市 镇 乡 村 同志 公司 企业 领导 年 月 日 部门 科 处");
    return some.size() + kinds.longest_prefix(rest);
}

/// Behind the closing sign of 【…】, {{…}} or ${…} that asks to be filled in; 0 where none does.
std::size_t asks_to_fill(std::string_view text) {
    constexpr std::size_t bytes_max = 180;
    const auto inside = [&](std::string_view open, std::string_view close) {
        const auto end = text.substr(0, bytes_max).find(close, open.size());
        return end == std::string_view::npos ? std::string_view{} : text.substr(0, end);
    };
    if (text.starts_with("{{"))
        if (const auto all = inside("{{", "}}"); !all.empty()) return all.size() + 2;
    if (text.starts_with("${"))
        if (const auto all = inside("${", "}"); !all.empty()) return all.size() + 1;
    if (!text.starts_with("【")) return 0;
    const auto all = inside("【", "】");
    if (all.empty()) return 0;
    const auto words = text::trim(all.substr(3));
    static const text::WordSet asking("请 填写 此处 插入 在此 待 选填");
    static const text::WordSet nouns(
        "单位名称 姓名 日期 时间 地点 单位 职务 年月日 金额 数量 名称 被巡察单位 主要负责人");
    if (!words.empty() && !asking.begins(words) && !nouns.holds(words) &&
        text::placeholder_bytes(words) != words.size())
        return 0;
    return all.size() + 3;
}

/// 年  月  日 without its numbers; bytes from 年, 0 where it is none.
std::size_t empty_day(std::string_view text) {
    std::size_t at = 3, spaces = 0;
    for (const std::string_view word : {"月", "日"}) {
        while (text::is_space(char_at(text, at))) {
            at += text::bytes_of(text[at]);
            ++spaces;
        }
        if (!text.substr(std::min(at, text.size())).starts_with(word)) return 0;
        at += word.size();
    }
    return spaces >= 2 ? at : 0;
}

const text::WordSet& asking_words() {
    static const text::WordSet words(
        "待补充 待填写 待填报 此处填写 此处插入 此处应填 在此填写 在此输入 单击此处 点击此处输入 "
        "请填写具体 请在此 内容待定 数据待核 TBD");
    return words;
}

class Reader {
  public:
    Reader(const Passage& passage, std::size_t number, Found& found)
        : text_(passage.text), in_table_(passage.in_table()), number_(number), found_(found) {}

    void read() {
        for (std::size_t at = 0; at < text_.size();) at = read_at(at);
    }

  private:
    std::size_t read_at(std::size_t at) {
        const auto rest = text_.substr(at);
        const auto c = char_at(text_, at);
        if (holds_place(c)) {
            const auto run = signs_at(text_, at);
            if (!is_placeholder(run, text_.substr(run.end))) return run.end;
            const bool sure = c != U'*' && c != U'＊';
            return mark(at, run.end, sure ? Severity::must : Severity::should,
                        "这里还是占位符号，没有填写内容。");
        }
        if (c == U'某')
            if (const auto bytes = somebody(rest); bytes > 3)
                return mark(at, at + bytes, Severity::should,
                            "用“某”代替了具体名称，请核对是否应写明。");
        if (c == U'【' || c == U'{' || c == U'$')
            if (const auto bytes = asks_to_fill(rest); bytes > 0)
                return mark(at, at + bytes, Severity::must, "模板中的填写提示没有替换成内容。");
        if (c == U'年' && !in_table_)
            if (const auto bytes = empty_day(rest); bytes > 0)
                return mark(at, at + bytes, Severity::should, "日期没有填写。");
        if (const auto bytes = asking_words().longest_prefix(rest); bytes > 0 && !needed(at))
            return mark(at, at + bytes, Severity::must, "留有待补充的内容。");
        return at + text::bytes_of(text_[at]);
    }
    /// 有待补充: a judgement, no gap.
    bool needed(std::size_t at) const { return text_.substr(0, at).ends_with("有"); }
    std::size_t mark(std::size_t begin, std::size_t end, Severity severity, std::string reason) {
        found_.add(Kind::placeholder, severity, {number_, begin, end}, std::move(reason),
                   "填写具体内容，或者删去。");
        return end;
    }

    std::string_view text_;
    bool in_table_;
    std::size_t number_;
    Found& found_;
};

}  // namespace

void find_placeholders(const Passages& passages, Found& found) {
    for (std::size_t i = 0; i < passages.size(); ++i) Reader(passages[i], i, found).read();
}

}  // namespace proofreading
