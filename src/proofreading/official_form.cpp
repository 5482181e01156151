#include "proofreading/official_form.hpp"

#include "text/mark.hpp"
#include "text/numeral.hpp"
#include "text/punctuation.hpp"

namespace proofreading {
namespace {

/// 〔2024〕3号 as it is written: brackets of another kind, 第, a leading zero.
struct DocumentNumber {
    std::size_t end = 0;
    std::string right, fault;
};
std::optional<DocumentNumber> number_at(std::string_view text) {
    const auto open = text::char_at(text, 0);
    const bool right_open = open == U'〔';
    if (!right_open && open != U'[' && open != U'【' && open != U'（' && open != U'(' &&
        open != U'［')
        return std::nullopt;
    auto at = text::bytes_of(text[0]);
    const auto year = text::leading_digits(text.substr(at));
    if (!year || year->bytes != 4 || year->value < 1980 || year->value > 2199) return std::nullopt;
    at += 4;
    const auto close = text::char_at(text, at);
    if (!text::closes_bracket(close)) return std::nullopt;
    at += text::bytes_of(text[at]);
    DocumentNumber one;
    if (!right_open || close != U'〕') one.fault = "年份用六角括号“〔〕”";
    const bool ordinal = text.substr(at).starts_with("第");
    if (ordinal) {
        at += 3;
        one.fault += std::string(one.fault.empty() ? "" : "，") + "序号前不加“第”";
    }
    const auto number = text::leading_digits(text.substr(std::min(at, text.size())));
    if (!number) return std::nullopt;
    if (text[at] == '0') one.fault += std::string(one.fault.empty() ? "" : "，") + "序号不编虚位";
    at += number->bytes;
    if (!text.substr(at).starts_with("号")) return std::nullopt;
    one.end = at + 3;
    one.right = "〔" + std::to_string(year->value) + "〕" + std::to_string(number->value) + "号";
    return one;
}

void find_numbers(std::string_view text, std::size_t passage, Found& found) {
    for (std::size_t at = 0; at < text.size(); at += text::bytes_of(text[at])) {
        const auto one = number_at(text.substr(at));
        if (!one || one->fault.empty()) continue;
        found.add(Kind::layout, Severity::should, {passage, at, at + one->end},
                  "发文字号中" + one->fault + "。", "改为" + one->right + "。", one->right);
    }
}

/// Lines of the list of annexes end without a stop.
class Annexes {
  public:
    void meet(const Passage& passage, std::size_t number, Found& found) {
        const auto line = text::trim(passage.text);
        if (line.starts_with("附件：") || line.starts_with("附件:"))
            inside_ = true;
        else if (inside_ && text::mark_at(line).style != text::MarkStyle::arabic)
            inside_ = false;
        if (!inside_) return;
        const auto last = text::last_char(line);
        if (last != U'。' && last != U'；' && last != U';') return;
        const auto end = static_cast<std::size_t>(line.data() - passage.text.data()) + line.size();
        found.add(Kind::layout, Severity::should, {number, text::before(passage.text, end), end},
                  "附件名称后不加标点。", "删去这个标点。", "");
    }

  private:
    bool inside_ = false;
};

/// 二〇二四年六月三十日 alone in a line.
void find_hanzi_day(const Passage& passage, std::size_t number, Found& found) {
    const auto line = text::trim(passage.text);
    if (line.size() > 45 || !line.ends_with("日")) return;
    std::size_t at = 0;
    std::string right;
    for (const std::string_view word : {"年", "月", "日"}) {
        const auto value = text::leading_hanzi_number(line.substr(at));
        if (!value || !line.substr(at + value->bytes).starts_with(word)) return;
        at += value->bytes + word.size();
        right += std::to_string(value->value) + std::string(word);
    }
    if (at != line.size()) return;
    const auto begin = static_cast<std::size_t>(line.data() - passage.text.data());
    found.add(Kind::layout, Severity::should, {number, begin, begin + line.size()},
              "成文日期用阿拉伯数字。", "改为" + right + "。", right);
}

}  // namespace

void find_form(const Passages& passages, Found& found) {
    Annexes annexes;
    for (std::size_t i = 0; i < passages.size(); ++i) {
        find_numbers(passages[i].text, i, found);
        if (passages[i].in_table()) continue;
        annexes.meet(passages[i], i, found);
        find_hanzi_day(passages[i], i, found);
    }
}

}  // namespace proofreading
