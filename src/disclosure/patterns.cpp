#include "disclosure/patterns.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace disclosure {
namespace {

std::size_t digits_from(CharsView text, std::size_t at) {
    auto end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end;
}

int number_at(CharsView text, std::size_t from, std::size_t length) {
    int value = 0;
    for (auto at = from; at < from + length; ++at) value = value * 10 + digit_value(text[at]);
    return value;
}

/// Digits 7 to 14 of an identity number are a day of birth.
bool bears_birthday(CharsView text, std::size_t from) {
    const int year = number_at(text, from + 6, 4), month = number_at(text, from + 10, 2),
              day = number_at(text, from + 12, 2);
    return year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/// `from` to `end` are digits with none beside them.
std::optional<NumberHit> number_in(CharsView text, std::size_t from, std::size_t end) {
    const auto length = end - from;
    const bool check_letter = end < text.size() && (text[end] == U'X' || text[end] == U'x');
    if (length == 17 && check_letter && bears_birthday(text, from))
        return NumberHit{Rule::id_number, {from, 18}};
    if (length == 18 && bears_birthday(text, from)) return NumberHit{Rule::id_number, {from, 18}};
    if (length >= 15 && length <= 21) return NumberHit{Rule::bank_account, {from, length}};
    if (length == 11 && digit_value(text[from]) == 1 && digit_value(text[from + 1]) >= 3)
        return NumberHit{Rule::phone, {from, 11}};
    if ((length == 3 || length == 4) && digit_value(text[from]) == 0 && end < text.size() &&
        (text[end] == U'-' || text[end] == U'—' || text[end] == U'－')) {
        const auto rest = digits_from(text, end + 1);
        if (rest - end - 1 == 7 || rest - end - 1 == 8)
            return NumberHit{Rule::phone, {from, rest - from}};
    }
    return std::nullopt;
}

bool is_of_mail(char32_t c) {
    return is_letter(c) || (c >= U'0' && c <= U'9') || c == U'.' || c == U'_' || c == U'-' ||
           c == U'+';
}

/// Around the @ at `at`.
std::optional<NumberHit> mail_in(CharsView text, std::size_t at) {
    auto from = at, end = at + 1;
    while (from > 0 && is_of_mail(text[from - 1])) --from;
    while (end < text.size() && is_of_mail(text[end])) ++end;
    while (end > at + 1 && text[end - 1] == U'.') --end;
    const auto domain = text.substr(at + 1, end - at - 1);
    if (from == at || domain.find(U'.') == CharsView::npos) return std::nullopt;
    return NumberHit{Rule::email, {from, end - from}};
}

struct Scale {
    std::u32string_view word;
    double factor;
    const char* unit;
};
constexpr std::array<Scale, 5> scales{{{U"亿元", 1e8, "亿元"},
                                       {U"万元", 1e4, "万元"},
                                       {U"千元", 1e3, "元"},
                                       {U"百元", 1e2, "元"},
                                       {U"元", 1, "元"}}};

bool is_of_figure(char32_t c) {
    return is_digit(c) || c == U'.' || c == U',' || c == U'，';
}

/// Where the figure that begins at `at` ends, and its value. A comma counts within a figure only.
std::size_t read_figure(CharsView text, std::size_t at, double& value) {
    double digits = 0, divisor = 0;  // divisor 0: before the point
    auto end = at;
    for (; end < text.size(); ++end) {
        const auto c = text[end];
        const bool digit_next = end + 1 < text.size() && is_digit(text[end + 1]);
        if (is_digit(c)) {
            digits = digits * 10 + digit_value(c);
            divisor *= 10;
        } else if (c == U'.' && divisor == 0 && digit_next) {
            divisor = 1;
        } else if (c != U',' || !digit_next) {
            break;
        }
    }
    value = divisor > 0 ? digits / divisor : digits;
    return end;
}

/// Before which no name of a company reaches back.
bool is_stop(char32_t c) {
    constexpr CharsView stops = U"由与和向对在及从给被经将为的是至到让请因据查按把等有";
    if (c == U'（' || c == U'）' || is_letter(c)) return false;
    return !is_han(c) || stops.find(c) != CharsView::npos;
}

}  // namespace

std::vector<NumberHit> find_numbers(CharsView text) {
    std::vector<NumberHit> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::optional<NumberHit> hit;
        if (text[at] == U'@') hit = mail_in(text, at);
        std::size_t end = at;
        if (is_digit(text[at])) {
            end = digits_from(text, at);
            hit = number_in(text, at, end);
        }
        if (hit) {
            while (!found.empty() &&
                   found.back().span.from + found.back().span.length > hit->span.from)
                found.pop_back();
            found.push_back(*hit);
            end = std::max(end, hit->span.from + hit->span.length);
        }
        if (end > at) at = end - 1;
    }
    return found;
}

std::vector<AmountHit> find_amounts(CharsView text) {
    std::vector<AmountHit> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_digit(text[at]) || (at > 0 && is_of_figure(text[at - 1]) && text[at - 1] != U'，'))
            continue;
        double value = 0;
        auto end = read_figure(text, at, value);
        const auto begins = at;
        at = end - 1;
        if (end < text.size() && (text[end] == U'余' || text[end] == U'多')) ++end;
        for (const auto& scale : scales) {
            if (!stands_at(text, end, scale.word)) continue;
            found.push_back(
                {{begins, end + scale.word.size() - begins}, value * scale.factor, scale.unit});
            break;
        }
    }
    return found;
}

std::string rounded(double yuan) {
    if (yuan < 1e4) return "不足1万元";
    if (yuan < 1e8) {
        const auto tens = static_cast<long long>(std::llround(yuan / 1e4));
        if (tens < 10'000) return "约" + std::to_string(tens) + "万元";
    }
    const auto tenths = static_cast<long long>(std::llround(yuan / 1e7));
    auto words = "约" + std::to_string(tenths / 10);
    if (tenths % 10 != 0) words += "." + std::to_string(tenths % 10);
    return words + "亿元";
}

std::vector<Span> find_case_sentences(CharsView text) {
    static const WordBook matters(
        "问题线索 立案审查 审查调查 立案调查 立案查处 立案侦查 留置 初步核实 谈话函询 函询 涉嫌 "
        "移送司法 移送检察 举报人 信访人 被举报人");
    constexpr CharsView ends = U"。！？；;\n";
    std::vector<Span> found;
    std::size_t from = 0;
    bool speaks = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        speaks = speaks || matters.longest_at(text, at) > 0;
        if (ends.find(text[at]) == CharsView::npos && at + 1 < text.size()) continue;
        if (speaks) found.push_back({from, at + 1 - from});
        from = at + 1;
        speaks = false;
    }
    return found;
}

std::vector<Span> find_companies(CharsView text) {
    static const WordBook endings(
        "有限公司 有限责任公司 股份有限公司 股份公司 集团公司 公司 合作社 事务所 经营部");
    static const WordBook generic(
        "国有 该 本 下属 所属 子 分 某 有关 相关 各 一家 两家 三家 多家 平台 国企 其他 上述 涉事 "
        "涉及 "
        "民营 部分 律师 会计师 专业 农民专业 村集体 集体 融资 物业 保险 建筑 施工");
    constexpr std::size_t chars_max = 24;
    std::vector<Span> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto ending = endings.longest_at(text, at);
        if (ending == 0) continue;
        auto from = at;
        while (from > 0 && at - from < chars_max && !is_stop(text[from - 1])) --from;
        while (from < at && text[from] == U'）') ++from;
        const auto name = text.substr(from, at - from);
        if (name.size() >= 2 && !generic.holds(name)) found.push_back({from, at + ending - from});
        at += ending - 1;
    }
    return found;
}

std::vector<Span> find_words(CharsView text, const WordBook& words, Standing standing) {
    constexpr CharsView links = U"由和与及向对在从给让请经将为是的至到把被、";
    std::vector<Span> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto length = words.longest_at(text, at);
        if (length == 0) continue;
        const bool inside =
            at > 0 && is_han(text[at - 1]) && links.find(text[at - 1]) == CharsView::npos;
        if (standing == Standing::alone && inside) continue;
        found.push_back({at, length});
        at += length - 1;
    }
    return found;
}

Repeats::Repeats(const std::vector<std::string>& texts) {
    for (const auto& text : texts) {
        Chars bare;
        for (const auto c : chars_of(text))
            if (c != U' ' && c != U'　' && c != U'\n' && c != U'\t') bare += c;
        for (std::size_t at = 0; at + repeated_chars <= bare.size(); ++at)
            pieces_.insert(bare.substr(at, repeated_chars));
    }
}

std::vector<Span> Repeats::find(CharsView text) const {
    std::vector<Span> found;
    if (pieces_.empty()) return found;
    Chars bare;
    std::vector<std::size_t> places;  // of each in `text`
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == U' ' || text[at] == U'　' || text[at] == U'\t') continue;
        bare += text[at];
        places.push_back(at);
    }
    for (std::size_t at = 0; at + repeated_chars <= bare.size(); ++at) {
        if (!pieces_.contains(bare.substr(at, repeated_chars))) continue;
        const auto from = places[at], end = places[at + repeated_chars - 1] + 1;
        if (!found.empty() && found.back().from + found.back().length >= from)
            found.back().length = end - found.back().from;
        else
            found.push_back({from, end - from});
    }
    return found;
}

}  // namespace disclosure
