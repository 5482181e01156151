// A text read by every rule at once. Pure: what the programme knows and the dictionary are handed
// in, so that it runs on the command line as on the server.
#pragma once

#include "office/docx_look.hpp"
#include "proofreading/dictionary.hpp"
#include "proofreading/facts.hpp"
#include "proofreading/finding.hpp"

namespace proofreading {

struct Given {
    const Dictionary& dictionary;
    const Facts* facts = nullptr;            // without a programme: none
    const office::DocxLook* look = nullptr;  // of a Word document: how it looks, a line a passage
    bool live_figures = false;  // {{…}} stands for a figure: nothing is found in one, or across one
};
/// In the order of the text, each with its key; of more than findings_max the first ones, and a
/// hint that there are more.
[[nodiscard]] std::vector<Finding> proofread(const Passages& passages, const Given& given);

/// The most that is read at once.
inline constexpr std::size_t text_chars_max = 1'000'000, findings_max = 5'000;

}  // namespace proofreading
