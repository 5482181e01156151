#include "proofreading/personal.hpp"

#include <array>
#include <charconv>

#include "base/instant.hpp"
#include "text/punctuation.hpp"
#include "text/word_set.hpp"

namespace proofreading {
namespace {

bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_word(char c) {
    return is_ascii_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// A run of digits, groups of four parted by a space taken together; an X may end it.
struct Run {
    std::size_t begin = 0, end = 0;
    std::string digits;
};
Run run_at(std::string_view text, std::size_t at) {
    Run run{at, at, {}};
    while (at < text.size()) {
        if (is_ascii_digit(text[at])) {
            run.digits += text[at++];
            run.end = at;
        } else if (text[at] == ' ' && run.digits.size() % 4 == 0 && at + 1 < text.size() &&
                   is_ascii_digit(text[at + 1])) {
            ++at;
        } else {
            break;
        }
    }
    if (run.digits.size() == 17 && run.end < text.size() &&
        (text[run.end] == 'X' || text[run.end] == 'x')) {
        run.digits += 'X';
        ++run.end;
    }
    return run;
}

struct Verdict {
    std::string_view reason;
    Severity severity = Severity::must;
};
std::optional<Verdict> verdict_on(std::string_view digits) {
    if (is_identity_number(digits)) return Verdict{"含有公民身份号码。"};
    const bool card = digits.size() >= 16 && digits.size() <= 19 &&
                      (digits.starts_with("62") || digits[0] == '4' || digits[0] == '5');
    if (card && holds_luhn(digits)) return Verdict{"含有银行卡号。"};
    if (digits.size() == 11 && digits[0] == '1' && digits[1] >= '3')
        return Verdict{"含有手机号码。", Severity::should};
    return std::nullopt;
}

class Reader {
  public:
    Reader(const Passage& passage, std::size_t number, Found& found)
        : text_(passage.text), number_(number), found_(found) {}

    void read() {
        read_numbers();
        read_mail();
        read_homes();
    }

  private:
    void mark(std::size_t begin, std::size_t end, Severity severity, std::string_view reason) {
        found_.add(Kind::personal, severity, {number_, begin, end}, std::string(reason),
                   "对外公开以前隐去；内部使用的核对是否必要。");
    }
    void read_numbers() {
        for (std::size_t at = 0; at < text_.size();) {
            if (!is_ascii_digit(text_[at])) {
                ++at;
                continue;
            }
            const auto run = run_at(text_, at);
            const bool alone = (at == 0 || !is_word(text_[at - 1])) &&
                               (run.end == text_.size() || !is_word(text_[run.end])) &&
                               !is_decimal(run);
            if (alone)
                if (const auto verdict = verdict_on(run.digits))
                    mark(run.begin, run.end, verdict->severity, verdict->reason);
            at = run.end;
        }
    }
    [[nodiscard]] bool is_decimal(const Run& run) const {
        const auto digit_at = [&](std::size_t at) {
            return at < text_.size() && is_ascii_digit(text_[at]);
        };
        return (run.begin > 1 && text_[run.begin - 1] == '.' && digit_at(run.begin - 2)) ||
               (run.end < text_.size() && text_[run.end] == '.' && digit_at(run.end + 1));
    }
    void read_mail() {
        const auto part = [](char c) { return is_word(c) || c == '.' || c == '_' || c == '-'; };
        for (auto at = text_.find('@'); at != std::string_view::npos;
             at = text_.find('@', at + 1)) {
            auto begin = at, end = at + 1;
            while (begin > 0 && part(text_[begin - 1])) --begin;
            while (end < text_.size() && part(text_[end])) ++end;
            while (end > at + 1 && text_[end - 1] == '.') --end;
            const auto host = text_.substr(at + 1, end - at - 1);
            if (begin < at && host.find('.') != std::string_view::npos)
                mark(begin, end, Severity::should, "含有电子邮箱地址。");
        }
    }
    /// 家庭住址：…; 3栋2单元501室.
    void read_homes() {
        constexpr std::size_t bytes_max = 150;
        for (const std::string_view label : {"家庭住址", "家庭地址", "现住址", "住址", "户籍地"})
            for (auto at = text::find(text_, label); at != std::string_view::npos;
                 at = text::find(text_, label, at + label.size())) {
                auto end = at + label.size();
                while (end < text_.size() && end - at < bytes_max && !stops(end))
                    end += text::bytes_of(text_[end]);
                if (text::has_any<"号 室 栋 幢 单元 村 组 小区">(
                        text_.substr(at + label.size(), end - at - label.size())))
                    return mark(at, end, Severity::should, "含有家庭住址。");
            }
        const auto unit = text::find(text_, "单元");
        if (unit == std::string_view::npos) return;
        const auto behind = text_.substr(unit, 30);
        const auto before =
            text_.substr(unit > 30 ? unit - 30 : 0, std::min<std::size_t>(unit, 30));
        const auto room = text::find(behind, "室");
        if (room == std::string_view::npos || !has_house(before)) return;
        const auto house = std::max(last_of(before, "栋"), last_of(before, "幢"));
        const auto from = unit - before.size() + house;
        mark(from, unit + room + 3, Severity::should, "含有家庭住址。");
    }
    [[nodiscard]] bool stops(std::size_t at) const {
        const auto c = text::char_at(text_, at);
        return text::ends_sentence(c) || c == U'，' || c == U'）';
    }
    [[nodiscard]] static bool has_house(std::string_view text) {
        return text.find("栋") != std::string_view::npos ||
               text.find("幢") != std::string_view::npos;
    }
    [[nodiscard]] static std::size_t last_of(std::string_view text, std::string_view word) {
        const auto at = text.rfind(word);
        return at == std::string_view::npos ? 0 : at;
    }

    std::string_view text_;
    std::size_t number_;
    Found& found_;
};

}  // namespace

bool is_identity_number(std::string_view digits) {
    if (digits.size() != 18) return false;
    constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    constexpr std::string_view checks = "10X98765432";
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (!is_ascii_digit(digits[i])) return false;
        sum += (digits[i] - '0') * weights[i];
    }
    if (checks[static_cast<std::size_t>(sum % 11)] != digits[17]) return false;
    const auto number = [&](std::size_t at, std::size_t size) {
        int value = 0;
        std::from_chars(digits.data() + at, digits.data() + at + size, value);
        return value;
    };
    const auto year = number(6, 4);
    return year >= 1900 && year < 2100 &&
           base::make_date(year, static_cast<unsigned>(number(10, 2)),
                           static_cast<unsigned>(number(12, 2)))
               .has_value();
}

bool holds_luhn(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const char c = digits[digits.size() - 1 - i];
        if (!is_ascii_digit(c)) return false;
        int value = c - '0';
        if (i % 2 == 1) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
        sum += value;
    }
    return !digits.empty() && sum % 10 == 0;
}

void find_personal(const Passages& passages, Found& found) {
    for (std::size_t i = 0; i < passages.size(); ++i) Reader(passages[i], i, found).read();
}

}  // namespace proofreading
