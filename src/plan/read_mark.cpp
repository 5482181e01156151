#include "plan/read_mark.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "accounts/name.hpp"
#include "base/utf8.hpp"

namespace plan {
namespace {

using base::ErrorKind;

/// The head of an official document is a page's upper half at most.
constexpr std::size_t head_blocks = 15, mark_chars_max = 16;
constexpr std::string_view label = "密级:";

constexpr std::array<std::pair<DocumentMark, std::string_view>, 3> marks{{
    {DocumentMark::secret, "秘密"},
    {DocumentMark::confidential, "机密"},
    {DocumentMark::top_secret, "绝密"},
}};

bool is_term(std::string_view rest) {
    constexpr std::array<std::string_view, 3> stars{"★", "☆", "*"};
    return rest.empty() || std::any_of(stars.begin(), stars.end(), [&](std::string_view star) {
               return rest.starts_with(star);
           });
}

std::optional<FoundMark> mark_of(std::string_view line, std::size_t number) {
    if (base::chars_in(line) > mark_chars_max) return std::nullopt;
    auto text = accounts::name_key(line);  // People set 秘　密 apart.
    if (text.starts_with(label)) text.erase(0, label.size());
    for (const auto& [mark, word] : marks)
        if (text.starts_with(word) && is_term(std::string_view(text).substr(word.size())))
            return FoundMark{mark, text, number};
    return std::nullopt;
}

void take_higher(std::optional<FoundMark>& highest, std::string_view text, std::size_t number) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto found = mark_of(text.substr(0, end), number);
        if (found && (!highest || highest->mark < found->mark)) highest = found;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

}  // namespace

std::optional<FoundMark> mark_in(const std::vector<office::Block>& blocks) {
    std::optional<FoundMark> highest;
    for (std::size_t i = 0; i < std::min(head_blocks, blocks.size()); ++i) {
        take_higher(highest, blocks[i].text, blocks[i].number);
        for (const auto& cell : blocks[i].cells) take_higher(highest, cell.text, blocks[i].number);
    }
    return highest;
}

base::Result<void> check_document_mark(const std::optional<FoundMark>& found,
                                       const ledger::Programme& programme,
                                       ledger::ClassifiedContent here) {
    if (!found) return {};
    const auto refuse = [&](std::string_view code, std::string_view accepted = {}) {
        return base::refuse(ErrorKind::forbidden, code, "file",
                            {{"value", found->text},
                             {"block", std::to_string(found->number)},
                             {"accepted", std::string(accepted)}});
    };
    if (found->mark == DocumentMark::top_secret) return refuse("top_secret_documents_are_refused");
    if (here == ledger::ClassifiedContent::refused)
        return refuse("classified_document_is_refused_here");
    const auto needed = found->mark == DocumentMark::secret ? ledger::Classification::secret
                                                            : ledger::Classification::confidential;
    if (programme.classification < needed)
        return refuse("document_is_marked_above_its_programme", words_of(needed));
    return {};
}

}  // namespace plan
