#include "office/number_format.hpp"

#include <array>
#include <vector>

#include "base/utf8.hpp"

namespace office {
namespace {

using Digits = std::array<std::string_view, 10>;

constexpr Digits plain_digits{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits counting_digits{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits formal_digits{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};

std::string digit_by_digit(int number, const Digits& digits) {
    std::string text;
    for (const char c : std::to_string(number)) text += digits[static_cast<std::size_t>(c - '0')];
    return text;
}

// 0–99,999: 十二, 一百零五, 二千三百.
std::string counted(int number, const Digits& digits,
                    const std::array<std::string_view, 5>& places) {
    if (number <= 0 || number > 99'999) return digit_by_digit(number, digits);
    const auto decimal = std::to_string(number);
    std::string text;
    bool gap = false;
    for (std::size_t i = 0; i < decimal.size(); ++i) {
        const auto digit = static_cast<std::size_t>(decimal[i] - '0');
        if (digit == 0) {
            gap = true;
            continue;
        }
        if (gap) text += digits[0];
        gap = false;
        text += digits[digit];
        text += places[decimal.size() - 1 - i];
    }
    return text;
}

std::string counting(int number) {
    const auto text = counted(number, counting_digits, {"", "十", "百", "千", "万"});
    constexpr std::string_view one = "一";
    return number >= 10 && number < 20 ? text.substr(one.size()) : text;
}

std::string roman(int number) {
    constexpr std::pair<int, std::string_view> steps[] = {
        {1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
        {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
    if (number <= 0 || number > 3999) return std::to_string(number);
    std::string text;
    for (const auto& [value, letters] : steps)
        for (; number >= value; number -= value) text += letters;
    return text;
}

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

// a … z, aa, bb …: Word repeats the letter.
std::string letters(int number) {
    if (number <= 0 || number > 260) return std::to_string(number);
    return std::string(static_cast<std::size_t>((number - 1) / 26 + 1),
                       static_cast<char>('A' + (number - 1) % 26));
}

// One of a run of consecutive code points: ⑴ … ⒇.
std::string one_of_run(int number, char32_t first, int count) {
    if (number < 1 || number > count) return std::to_string(number);
    std::string text;
    base::append_char(text, first + static_cast<char32_t>(number - 1));
    return text;
}

std::string circled(int number) {
    if (number == 0) return "⓪";
    if (number > 35 && number <= 50) return one_of_run(number - 35, U'㊱', 15);
    if (number > 20 && number <= 35) return one_of_run(number - 20, U'㉑', 15);
    return one_of_run(number, U'①', 20);
}

std::string one_of(int number, const std::vector<std::string_view>& names) {
    if (number < 1 || static_cast<std::size_t>(number) > names.size())
        return std::to_string(number);
    return std::string(names[static_cast<std::size_t>(number - 1)]);
}

std::string full_width(int number) {
    std::string text;
    for (const char c : std::to_string(number))
        base::append_char(text, U'０' + static_cast<char32_t>(c - '0'));
    return text;
}

bool counts_in_chinese(std::string_view format) {
    for (const std::string_view each :
         {"chineseCounting", "chineseCountingThousand", "taiwaneseCounting",
          "taiwaneseCountingThousand", "japaneseCounting", "koreanDigital2", "ideographDigital"})
        if (format == each) return true;
    return false;
}

std::string enclosed_number(int number, std::string_view format) {
    if (format == "decimalEnclosedCircle" || format == "decimalEnclosedCircleChinese")
        return circled(number);
    if (format == "decimalEnclosedParen") return one_of_run(number, U'⑴', 20);
    if (format == "decimalEnclosedFullstop") return one_of_run(number, U'⒈', 20);
    if (format == "ideographEnclosedCircle") return one_of_run(number, U'㊀', 10);
    if (format == "decimalFullWidth" || format == "decimalFullWidth2") return full_width(number);
    if (format == "decimalZero" && number >= 0 && number < 10) return "0" + std::to_string(number);
    return std::to_string(number);
}

}  // namespace

std::string printed_number(int number, std::string_view format) {
    if (format == "decimal" || number < 0) return std::to_string(number);
    if (format == "none" || format == "bullet") return "";
    // ideographDigital is 一二三 up to nine; beyond, Word prints 一〇 where everyone means 十.
    if (format == "ideographDigital" && number > 9) return digit_by_digit(number, plain_digits);
    if (counts_in_chinese(format)) return counting(number);
    if (format == "chineseLegalSimplified" || format == "ideographLegalTraditional")
        return counted(number, formal_digits, {"", "拾", "佰", "仟", "万"});
    if (format == "upperRoman") return roman(number);
    if (format == "lowerRoman") return lower(roman(number));
    if (format == "upperLetter") return letters(number);
    if (format == "lowerLetter") return lower(letters(number));
    if (format == "ideographTraditional")
        return one_of(number, {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"});
    if (format == "ideographZodiac")
        return one_of(number,
                      {"子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"});
    return enclosed_number(number, format);
}

}  // namespace office
