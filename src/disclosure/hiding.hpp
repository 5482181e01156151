// What a programme hides when it goes public: the choices of its office, what the installation
// knows, and the passages they lead to. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "disclosure/passage.hpp"

namespace disclosure {

inline constexpr std::size_t words_max = 500, word_chars_max = 60;
inline constexpr std::int64_t unit_levels_max = 5;

enum class NameStyle {
    some,  // 某某
    post,  // the post alone where one stands beside the name, else 某某
};
[[nodiscard]] std::string_view name_of(NameStyle style);
[[nodiscard]] std::optional<NameStyle> name_style_of(std::string_view name);

enum class AmountStyle { rounded, removed, as_it_is };
[[nodiscard]] std::string_view name_of(AmountStyle style);
[[nodiscard]] std::optional<AmountStyle> amount_style_of(std::string_view name);

/// What may be chosen. Numbers of persons, cases, secrets and what is restricted are always looked
/// for.
struct Hiding {
    NameStyle names = NameStyle::some;
    AmountStyle amounts = AmountStyle::rounded;
    bool companies = true;
    std::int64_t unit_levels = 0;  // below the inspected unit that are still named
    std::vector<std::string> hidden_words, spared_words;
    std::int64_t version = 0;  // 0: as the program brings it
    bool operator==(const Hiding&) const = default;
};
/// Refuses together: hidden_word_is_spared (spared_words; args value).
[[nodiscard]] base::Result<void> check(const Hiding& wanted);

/// What a text is held against.
struct Known {
    std::vector<std::string> persons, units;  // units: those that are not named
    std::vector<std::string> restricted;      // texts behind guards
    std::vector<std::string> open_words;      // of this text: its own channels of contact
};

/// Proposals in the order of the text, numbered from 1.
[[nodiscard]] std::vector<Passage> find_passages(const Paragraphs& text, const Hiding& hiding,
                                                 const Known& known);

/// 机密★10年 as a line of its own, or 绝密级 anywhere: the text has no business here.
[[nodiscard]] std::optional<std::string> secret_mark_in(const Paragraphs& text);

/// What must not go out and still stands in `out`, the text as it would go: what was kept
/// on purpose (`kept`, its originals) does not count. Only what is sure.
[[nodiscard]] std::vector<std::string> left_in(const Paragraphs& out, const Hiding& hiding,
                                               const Known& known,
                                               const std::vector<std::string>& kept);

}  // namespace disclosure
