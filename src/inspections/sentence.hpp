// The text of a feedback, sentence by sentence: where one ends, which of them a later wording
// keeps, which problems of the ledger a sentence may stand for, and how it is answered, so that
// nothing of the feedback is left without one (R6, R45). Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/programme.hpp"

namespace inspections {

using SentenceId = base::Id<struct SentenceTag>;
using ledger::ProblemId;

inline constexpr std::size_t answers_max = 500, links_max = 20, proposals_max = 3;
inline constexpr double likeness_min = 0.4;

/// As it stands in the text.
struct Piece {
    std::string text;
    bool heading = false;  // leads to what follows; asks for no answer
    bool operator==(const Piece&) const = default;
};
/// A line always ends a sentence, 。！？； outside quotes and brackets do. The closing quote behind
/// the sign goes with it. A line that ends in no sign is a heading where it bears a mark of the
/// upper levels (一、 （一） 第一部分) or no mark and few characters. Empty lines are left out.
/// Linear in the text.
[[nodiscard]] std::vector<Piece> pieces_of(std::string_view text);

/// Why no problem of the ledger stands for a sentence.
enum class Answer { none, praise, general, advice };
[[nodiscard]] std::string_view name_of(Answer answer);  // "" of none
[[nodiscard]] std::optional<Answer> answer_of(std::string_view name);

struct Sentence {
    SentenceId id;
    Piece piece;
    Answer answer = Answer::none;
    std::string reason, answered_by;
    std::vector<ProblemId> problems;  // those that stand for it
    std::int64_t version = 1;
    bool operator==(const Sentence&) const = default;

    [[nodiscard]] bool open() const {
        return !piece.heading && problems.empty() && answer == Answer::none;
    }
};

/// Which of `before` each piece of `now` still reads like, spaces and the stop at its end apart;
/// each at most once, the first first.
[[nodiscard]] std::vector<std::optional<std::size_t>> kept(const std::vector<Sentence>& before,
                                                           const std::vector<Piece>& now);

struct WantedAnswer {
    SentenceId sentence;
    std::int64_t version = 0;
    std::vector<ProblemId> problems;
    Answer answer = Answer::none;
    std::string reason;
};
/// Nothing at all opens the sentence again. Refuses, together: sentence_is_answered_twice (by
/// problems and by a reason), sentence_reason_too_short (args accepted).
[[nodiscard]] base::Result<void> check(const WantedAnswer& wanted);

/// A problem with its manifestations, as it is compared.
struct ComparedProblem {
    ProblemId id;
    std::vector<std::string> texts;
};
struct Proposal {
    ProblemId problem;
    double likeness = 0;
    bool operator==(const Proposal&) const = default;
};
/// Of each sentence the problems most like it, from likeness_min on; of open ones only.
[[nodiscard]] std::vector<std::vector<Proposal>> proposals(
    const std::vector<Sentence>& sentences, const std::vector<ComparedProblem>& problems);

/// How many areas and problems the text says it has.
struct DeclaredTotals {
    std::optional<int> areas, problems;
    bool operator==(const DeclaredTotals&) const = default;
};
[[nodiscard]] DeclaredTotals declared_in(std::string_view text);

}  // namespace inspections
