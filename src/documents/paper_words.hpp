// What the papers of this module say in the same way: days, numbers of sections, names of holders,
// forms of labels and contents. Pure.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/day_words.hpp"
#include "ledger/responsibility.hpp"
#include "office/paper.hpp"

namespace ledger {
struct Problem;
}

namespace documents {

inline constexpr std::string_view rectification_office = "整改工作领导小组办公室";

using base::in_words;
/// "" for none.
[[nodiscard]] std::string in_words(const std::optional<base::Date>& day);
/// 一, 十二, 二十.
[[nodiscard]] std::string chinese(std::size_t number);
/// The names in one role, 、 between them; "" for none.
[[nodiscard]] std::string names_in(const ledger::Responsibility& responsibility,
                                   ledger::HolderRole role);
/// Its text; of one that follows another with （续）, since both may say the same.
[[nodiscard]] std::string text_of(const ledger::Problem& problem);
/// 牵头领导：…, a line a role.
[[nodiscard]] std::string holders_in_lines(const ledger::Responsibility& responsibility);

/// As it stands within brackets or before another stop: without its own 。
[[nodiscard]] std::string without_stop(std::string_view sentence);

/// The word of one of an enum's names, which begin at 0.
template <class Name, std::size_t count>
[[nodiscard]] std::string word_in(const std::array<std::string_view, count>& words, Name name) {
    return std::string(words[static_cast<std::size_t>(name)]);
}

/// "标签：" in the face of headings, then the content.
[[nodiscard]] office::Paragraph labelled(std::string label, std::string content);
/// A paragraph of prose: （一）加强组织领导。成立…: what stands up to the first stop is its
/// heading. One that is nothing else is a heading by itself.
[[nodiscard]] office::Paragraph prose(const std::string& text);
void add(std::vector<office::PaperPart>& parts, office::Paragraph one);
void add(std::vector<office::PaperPart>& parts, std::vector<office::Paragraph> all);

/// "财政局整改" and "整改台账": 财政局整改台账.
[[nodiscard]] std::string titled(const std::string& programme, std::string_view kind);
/// A row of heading cells.
[[nodiscard]] office::PaperRow heading_row(const std::vector<std::string>& headings);
[[nodiscard]] office::PaperCell centred(std::string text);
/// A form: in each row label and content, or two pairs of them beside each other.
using FormRow = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] office::PaperTable form_of(const std::vector<FormRow>& rows, double height_mm);
/// A page that is one form: its title, a small line below it, the table.
[[nodiscard]] office::Paper form_paper(std::string title, const std::string& note,
                                       office::PaperTable table);
/// 67, 100: 67.0%; — of nothing.
[[nodiscard]] std::string percent(std::size_t part, std::size_t whole);

}  // namespace documents
