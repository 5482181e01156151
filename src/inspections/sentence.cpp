#include "inspections/sentence.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/names.hpp"
#include "base/text_length.hpp"
#include "office/document.hpp"
#include "plan/read_title.hpp"
#include "text/mark.hpp"
#include "text/punctuation.hpp"
#include "text/similarity.hpp"

namespace inspections {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::size_t heading_chars_max = 40, shingle = 3;
constexpr std::array<std::string_view, 4> answer_names{"", "praise", "general", "advice"};

bool opens_quote(char32_t c) {
    return c == U'“' || c == U'‘' || c == U'「' || c == U'《' || text::opens_bracket(c);
}
bool closes_quote(char32_t c) {
    return c == U'”' || c == U'’' || c == U'」' || c == U'》' || text::closes_bracket(c);
}
bool ends_here(char32_t c) {
    return c != U'\n' && text::ends_sentence(c);
}

/// Lines of the text, trimmed, without the empty ones.
std::vector<std::string_view> lines_in(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto line = text::trim(base::cut(text, '\n'));
        if (!line.empty()) lines.push_back(line);
    }
    return lines;
}

bool is_heading(std::string_view line) {
    if (ends_here(text::last_char(line))) return false;
    const auto mark = text::mark_at(line);
    if (!mark) return base::chars_in(line) <= heading_chars_max;
    return mark.style == text::MarkStyle::part || mark.style == text::MarkStyle::han ||
           mark.style == text::MarkStyle::han_bracket;
}

/// Where a quote or bracket is never closed, none of the line holds anything together.
bool is_balanced(std::string_view line) {
    int depth = 0;
    for (std::size_t at = 0; at < line.size();) {
        const auto c = text::take_char(line, at);
        if (opens_quote(c)) ++depth;
        if (closes_quote(c) && --depth < 0) return false;
    }
    return depth == 0;
}

void cut(std::string_view line, std::vector<Piece>& pieces) {
    const bool keeps_quotes = is_balanced(line);
    int depth = 0;
    bool ended_inside = false;  // a full stop stands right before the closing quote
    std::size_t begin = 0;
    for (std::size_t at = 0; at < line.size();) {
        const auto c = text::take_char(line, at);
        if (keeps_quotes && opens_quote(c)) ++depth;
        if (keeps_quotes && closes_quote(c)) --depth;
        const bool closes = keeps_quotes && closes_quote(c);
        if (depth > 0 || !(ends_here(c) || (closes && ended_inside && c != U'》'))) {
            ended_inside = c == U'。';
            continue;
        }
        const auto next = text::char_at(line, at);
        // "……”；" and "？！": what ends with them goes on to the last of the signs.
        if (ends_here(next) || (keeps_quotes && closes_quote(next))) continue;
        pieces.push_back({std::string(text::trim(line.substr(begin, at - begin))), false});
        begin = at;
        ended_inside = false;
    }
    const auto rest = text::trim(line.substr(begin));
    if (!rest.empty()) pieces.push_back({std::string(rest), false});
}

std::string reading_of(std::string_view text) {
    return text::without_spaces(text::trim_stops(text));
}

using Shingles = std::vector<std::uint64_t>;
Shingles shingles_of(std::string_view text) {
    return text::shingle_set(text::compared(text), shingle);
}

struct Compared {
    ProblemId id;
    std::vector<Shingles> texts;
};

std::vector<Proposal> proposals_for(const Shingles& sentence,
                                    const std::vector<Compared>& problems) {
    std::vector<Proposal> found;
    for (const auto& problem : problems) {
        double best = 0;
        for (const auto& text : problem.texts)
            best = std::max(best, text::likeness(sentence, text).containment);
        if (best >= likeness_min) found.push_back({problem.id, best});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.likeness > b.likeness; });
    if (found.size() > proposals_max) found.resize(proposals_max);
    return found;
}

}  // namespace

std::vector<Piece> pieces_of(std::string_view text) {
    std::vector<Piece> pieces;
    for (const auto line : lines_in(text)) {
        if (is_heading(line))
            pieces.push_back({std::string(line), true});
        else
            cut(line, pieces);
    }
    return pieces;
}

std::string_view name_of(Answer answer) {
    return answer_names[static_cast<std::size_t>(answer)];
}
std::optional<Answer> answer_of(std::string_view name) {
    return base::named<Answer>(answer_names, name);
}

std::vector<std::optional<std::size_t>> kept(const std::vector<Sentence>& before,
                                             const std::vector<Piece>& now) {
    std::map<std::string, std::vector<std::size_t>> places;  // the last first
    for (std::size_t i = before.size(); i-- > 0;)
        places[reading_of(before[i].piece.text)].push_back(i);
    std::vector<std::optional<std::size_t>> found;
    for (const auto& piece : now) {
        auto& same = places[reading_of(piece.text)];
        if (same.empty()) {
            found.emplace_back();
            continue;
        }
        found.emplace_back(same.back());
        same.pop_back();
    }
    return found;
}

base::Result<void> check(const WantedAnswer& wanted) {
    std::vector<base::Error> faults;
    if (!wanted.problems.empty() && wanted.answer != Answer::none)
        faults.push_back(refuse(ErrorKind::invalid, "sentence_is_answered_twice", "answers"));
    if (wanted.answer != Answer::none)
        if (auto fault = base::why_too_short(wanted.reason, "sentence_reason_too_short", "reason"))
            faults.push_back(std::move(*fault));
    if (auto fault = base::together(std::move(faults))) return *fault;
    return {};
}

std::vector<std::vector<Proposal>> proposals(const std::vector<Sentence>& sentences,
                                             const std::vector<ComparedProblem>& problems) {
    std::vector<Compared> compared;
    for (const auto& problem : problems) {
        compared.push_back({problem.id, {}});
        for (const auto& text : problem.texts) compared.back().texts.push_back(shingles_of(text));
    }
    std::vector<std::vector<Proposal>> found;
    for (const auto& sentence : sentences) {
        found.emplace_back();
        if (sentence.open())
            found.back() = proposals_for(shingles_of(sentence.piece.text), compared);
    }
    return found;
}

DeclaredTotals declared_in(std::string_view text) {
    std::vector<plan::Line> lines;
    for (const auto line : lines_in(text)) lines.push_back(plan::line_of(line, 0));
    plan::PlanDocument document;
    plan::read_declared(lines, document);
    return {document.declared_areas, document.declared_problems};
}

}  // namespace inspections
