#include "plan/styled_ledger.hpp"

#include <algorithm>
#include <optional>

#include "office/cell_text.hpp"
#include "office/paper.hpp"
#include "plan/read_problem.hpp"
#include "text/mark.hpp"
#include "text/punctuation.hpp"

namespace plan {
namespace {

using office::Style;

constexpr std::string_view text_begins = "\u200c";
constexpr std::size_t number_bytes_max = 48;

struct Numbered {
    std::string_view number, text;
};

Numbered split(std::string_view line) {
    if (const auto sign = line.substr(0, number_bytes_max).find(text_begins);
        sign != std::string_view::npos)
        return {line.substr(0, sign), line.substr(sign + text_begins.size())};
    const auto mark = text::mark_at(line);
    return {mark.text, line.substr(mark.bytes)};
}

std::optional<Style> style_of(const office::Block& block) {
    if (block.kind != office::Block::Kind::paragraph || block.style.empty()) return std::nullopt;
    for (const auto style : {Style::entry_group, Style::entry, Style::entry_detail,
                             Style::entry_step, Style::step_holders, Style::entry_holders})
        if (block.style == office::words_of(style)) return style;
    return std::nullopt;
}

/// （责任单位：…；完成时限：…）
Statement statement_in(std::string_view line) {
    constexpr std::string_view open = "（", close = "）";
    line = text::trim(line);
    if (line.starts_with(open) && line.ends_with(close) && line.size() > open.size())
        line = line.substr(open.size(), line.size() - open.size() - close.size());
    return statement_of(fields_of(line));
}

class StyledReader {
  public:
    void take(Style style, const std::string& line, Source source) {
        switch (style) {
            case Style::entry_group: return open_area(line, source);
            case Style::entry: return open_problem(line, source);
            case Style::entry_detail: return add_manifestation(line, source);
            case Style::entry_step: return add_measure(line, source);
            case Style::step_holders: return state_measures(statement_in(line));
            default: return state_problem(statement_in(line));
        }
    }

    std::vector<ReadArea> finish() {
        close_problem();
        return std::move(areas_);
    }

  private:
    ReadArea& area() {
        if (areas_.empty()) areas_.emplace_back();
        return areas_.back();
    }
    ReadProblem& problem() { return area().problems.back(); }

    void open_area(std::string_view line, Source source) {
        close_problem();
        const auto [number, heading] = split(line);
        auto& made = areas_.emplace_back();
        made.number = number;
        made.heading = heading;
        made.source = source;
    }

    void open_problem(std::string_view line, Source source) {
        close_problem();
        const auto [number, text] = split(line);
        auto& made = area().problems.emplace_back();
        made.number = number;
        made.text = text;
        made.source = source;
        in_problem_ = true;
    }

    void add_manifestation(std::string_view line, Source source) {
        if (!in_problem_) return open_problem(line, source);
        if (groups_.empty() || measures_ != nullptr) groups_.emplace_back();
        measures_ = nullptr;
        const auto [number, text] = split(line);
        groups_.back().push_back(problem().manifestations.size());
        auto& made = problem().manifestations.emplace_back();
        made.number = number;
        made.text = text;
        made.source = source;
        problem().source.last = source.last;
    }

    void add_measure(std::string_view line, Source source) {
        if (measures_ == nullptr) {
            if (line.starts_with(measures_label)) line.remove_prefix(measures_label.size());
            measures_ = !in_problem_      ? &area().measures
                        : groups_.empty() ? &problem().measures
                                          : &first_of(groups_.back()).measures;
            stated_ = measures_->size();
        }
        const auto [number, text] = split(line);
        auto& made = measures_->emplace_back();
        made.number = number;
        made.text = text;
        made.source = source;
        if (in_problem_) problem().source.last = source.last;
    }

    void state_measures(const Statement& statement) {
        if (measures_ == nullptr) return state_problem(statement);
        for (; stated_ < measures_->size(); ++stated_) {
            (*measures_)[stated_].responsibility = statement.who;
            (*measures_)[stated_].deadline = statement.deadline;
        }
    }

    void state_problem(const Statement& statement) {
        if (!in_problem_) return;
        problem().responsibility = statement.who;
        problem().deadline = statement.deadline;
    }

    ReadManifestation& first_of(const std::vector<std::size_t>& group) {
        return problem().manifestations[group.front()];
    }

    void close_problem() {
        if (in_problem_)
            for (const auto& group : groups_) settle(group);
        groups_.clear();
        measures_ = nullptr;
        in_problem_ = false;
    }

    void settle(const std::vector<std::size_t>& group) {
        auto& read = problem();
        auto& measures = first_of(group).measures;
        if (measures.empty()) return;
        if (group.size() == read.manifestations.size()) {
            std::move(measures.begin(), measures.end(), std::back_inserter(read.measures));
            measures.clear();
            return;
        }
        for (const auto one : group)
            for (const auto other : group)
                if (one != other)
                    read.manifestations[one].shares_measures_with.push_back(
                        read.manifestations[other].number);
    }

    std::vector<ReadArea> areas_;
    bool in_problem_ = false;
    std::vector<std::vector<std::size_t>> groups_;  // of manifestations that stand together
    std::vector<ReadMeasure>* measures_ = nullptr;  // of the block that is open
    std::size_t stated_ = 0;                        // of them: whose holders were said
};

}  // namespace

std::string numbered(std::string_view given_number, std::string_view given) {
    const auto number = office::fit_for_xml(given_number), fit = office::fit_for_xml(given);
    const auto text = text::trim(fit);
    std::string line = number;
    line += text;
    const auto [found_number, found_text] = split(line);
    if (found_number == number && found_text == text) return line;
    line.assign(number).append(text_begins).append(text);
    return line;
}

std::vector<ReadArea> styled_ledger(const office::Document& document) {
    StyledReader reader;
    const auto& blocks = document.blocks;
    for (std::size_t i = 0; i < blocks.size();) {
        const auto style = style_of(blocks[i]);
        auto line = blocks[i].text;
        Source source{blocks[i].number, blocks[i].number};
        for (++i; i < blocks.size() && blocks[i].goes_on; ++i) {
            line += '\n' + blocks[i].text;
            source.last = blocks[i].number;
        }
        if (style) reader.take(*style, line, source);
    }
    return reader.finish();
}

}  // namespace plan
