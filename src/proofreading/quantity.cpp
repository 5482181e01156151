#include "proofreading/quantity.hpp"

#include "text/numeral.hpp"
#include "text/punctuation.hpp"

namespace proofreading {
namespace {

using text::char_at;

bool is_measure(char32_t c) {
    switch (c) {
        case U'个':
        case U'项':
        case U'条':
        case U'件':
        case U'类':
        case U'点':
        case U'处':
        case U'名':
        case U'人':
        case U'次':
        case U'份':
        case U'%':
        case U'％': return true;
        default: return false;
    }
}
bool parts_clauses(char32_t c) {
    return text::ends_sentence(c) || c == U'，' || c == U',' || c == U'、' || c == U'：' ||
           c == U':' || c == U'（' || c == U'）' || c == U'(' || c == U')';
}

/// Digits with decimals at `at`; moves behind them.
bool take_digits(std::string_view text, std::size_t& at, Quantity& out) {
    const auto whole = text::leading_digits(text.substr(at));
    if (!whole) return false;
    out.value = whole->value;
    at += whole->bytes;
    if (char_at(text, at) != U'.') return true;
    double place = 0.1;
    auto next = at + 1;
    while (next < text.size() && text[next] >= '0' && text[next] <= '9') {
        out.value += place * (text[next] - '0');
        place /= 10;
        ++out.decimals;
        ++next;
    }
    if (out.decimals > 0) at = next;
    return true;
}

// What is said of a number stands near it; more would cost without end in a clause of numbers.
constexpr std::size_t words_bytes_max = 120;

std::string_view clause_behind(std::string_view text, std::size_t at) {
    const auto begin = at;
    while (at < text.size() && at - begin < words_bytes_max && !parts_clauses(char_at(text, at)))
        at += text::bytes_of(text[at]);
    return text.substr(begin, at - begin);
}

/// Of the clause that begins at `clause`, the last words before `at`.
std::string_view words_before(std::string_view text, std::size_t clause, std::size_t at) {
    auto from = at - clause > words_bytes_max ? at - words_bytes_max : clause;
    while (from < at && (static_cast<unsigned char>(text[from]) & 0xc0) == 0x80) ++from;
    return text.substr(from, at - from);
}

}  // namespace

std::vector<Quantity> quantities_in(std::string_view text) {
    std::vector<Quantity> all;
    std::size_t clause = 0;
    char32_t prior = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        const auto c = char_at(text, at);
        Quantity one;
        const bool joined = text::is_digit(prior) || prior == U'.' || prior == U'-' ||
                            (prior < 0x80 && prior >= U'A') || text::is_numeral(prior);
        bool number = !joined && text::is_digit(c) && take_digits(text, at, one);
        if (!number && !joined && text::is_numeral(c)) {
            const auto hanzi = text::leading_hanzi_number(text.substr(at));
            if (hanzi) {
                one.value = hanzi->value;
                at += hanzi->bytes;
                number = true;
            }
        }
        if (number && is_measure(char_at(text, at))) {
            one.measure = char_at(text, at);
            if (one.measure == U'％') one.measure = U'%';
            at += text::bytes_of(text[at]);
            one.begin = begin;
            one.end = at;
            one.label = words_before(text, clause, begin);
            one.behind = clause_behind(text, at);
            one.ordinal = one.label.ends_with("第");
            all.push_back(one);
            prior = one.measure;
            continue;
        }
        if (!number) at += text::bytes_of(text[at]);
        if (parts_clauses(c)) clause = at;
        prior = c;
    }
    return all;
}

}  // namespace proofreading
