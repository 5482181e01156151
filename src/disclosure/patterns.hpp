// What shows by its form: numbers of persons and accounts, amounts of money, sentences about cases,
// names of companies, words of a list, and text that repeats other text. Places in one paragraph.
// Pure; in proportion to the text.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "disclosure/passage.hpp"
#include "disclosure/word_book.hpp"

namespace disclosure {

struct Span {
    std::size_t from = 0, length = 0;
    bool operator==(const Span&) const = default;
};
struct NumberHit {
    Rule rule = Rule::phone;
    Span span;
    bool operator==(const NumberHit&) const = default;
};
/// Of identity cards, bank accounts, telephones; addresses of mail. A number within a longer one is
/// none.
[[nodiscard]] std::vector<NumberHit> find_numbers(CharsView text);

struct AmountHit {
    Span span;
    double yuan = 0;
    std::string unit;  // 元, 万元, 亿元
};
/// 12.5万元, 3,200元, 80余万元, in figures; never a part of a figure.
[[nodiscard]] std::vector<AmountHit> find_amounts(CharsView text);
/// 约13万元; below 10,000: 不足1万元.
[[nodiscard]] std::string rounded(double yuan);

/// Whole sentences that speak of clues, of cases, of measures against persons.
[[nodiscard]] std::vector<Span> find_case_sentences(CharsView text);
/// 云岭建工有限公司; not 国有公司, 该公司.
[[nodiscard]] std::vector<Span> find_companies(CharsView text);
/// Words of the book. A name of a unit that is the end of a longer word is none: 办公室 in
/// 领导小组办公室.
enum class Standing { anywhere, alone };
[[nodiscard]] std::vector<Span> find_words(CharsView text, const WordBook& words,
                                           Standing standing);

/// Text that repeats other text, word for word, over `repeated_chars` characters or more; white
/// space does not count.
inline constexpr std::size_t repeated_chars = 12;
class Repeats {
  public:
    explicit Repeats(const std::vector<std::string>& texts);
    [[nodiscard]] std::vector<Span> find(CharsView text) const;

  private:
    std::unordered_set<Chars> pieces_;
};

}  // namespace disclosure
