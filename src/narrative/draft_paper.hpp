// With what a written part begins: sentences made from what the program holds, with figures as
// {{…}}. Nothing is invented: what cannot be told stands there as 〔…〕, and no edition is issued
// while such a mark is left. Pure.
#pragma once

#include "narrative/part.hpp"
#include "narrative/source_store.hpp"

namespace narrative {

/// "" for what is live.
[[nodiscard]] std::string draft_of(Part part, NarrativeKind kind, const Source& source);

/// The drafts of the parts of each kind; draft_of() knows them all.
[[nodiscard]] std::string opening_of_office(const Source& source);
[[nodiscard]] std::string draft_of_progress(Part part, const Source& source);
[[nodiscard]] std::string draft_of_principal(Part part, const Source& source);

/// How drafts put things, the same in all of them.
[[nodiscard]] std::string as_sentence(std::string text);         // ends in 。
[[nodiscard]] std::string title_marked(std::string_view title);  // 《…》
[[nodiscard]] std::string joined(const std::vector<std::string>& texts, std::string_view between);
void add_paragraph(std::string& text, const std::string& paragraph);
/// What is known of the feedback: who gave it, when, under which number; placeholders for the rest.
[[nodiscard]] std::string feedback_in_words(const Source& source);
/// "印发《…》（…号）"; "" when no plan was issued.
[[nodiscard]] std::string plan_in_words(const Source& source);
/// Of the leading group: its head and deputies; "" when there is none.
[[nodiscard]] std::string group_in_words(const Source& source);
/// What was written by hand for this part of the principal's report, a paragraph each.
[[nodiscard]] std::string noted_for(std::int64_t part, const Source& source);
/// 《…》（…号）、《…》: of those that `wanted` says, at most regulations_told.
inline constexpr std::size_t regulations_told = 30;
[[nodiscard]] std::string regulations_in_words(const Source& source,
                                               bool (*wanted)(regulations::RegulationState));

}  // namespace narrative
