#include "reports/progress_cells.hpp"

#include <algorithm>
#include <charconv>

#include "base/form_words.hpp"
#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace reports {
namespace {

using base::ErrorKind;
using base::refuse;

class CellReader {
  public:
    CellReader(const FilledRow& row, const ledger::Measure& measure,
               const std::vector<ledger::CountedResult>& counted)
        : row_(row), measure_(measure), counted_(counted) {
        read_.entry.measure = measure.id;
    }

    ReadCells read() {
        for (std::size_t column = 0; column < entry_columns; ++column) look_at(column);
        read_text();
        read_percent();
        read_.entry.percent_reason = text_in(percent_reason_at);
        read_.entry.evidence_note = text_in(evidence_note_at);
        for (std::size_t i = 0; i < std::size(ledger::result_kinds); ++i) read_quantity(i);
        if (text_of(percent_at).empty()) propose_percent();
        read_submit();
        return std::move(read_);
    }

  private:
    using Args = std::vector<std::pair<std::string, std::string>>;

    void blame(std::size_t column, std::string_view code, Args args = {}) {
        const auto& value = row_.cells[column].text;
        args.emplace_back("value", value);
        read_.faults.push_back({row_.at, heading_of(column), value,
                                refuse(ErrorKind::invalid, code, "", std::move(args))});
    }
    void note(std::size_t column, std::string_view code) {
        const auto& value = row_.cells[column].text;
        read_.notes.push_back({row_.at, heading_of(column), value,
                               refuse(ErrorKind::invalid, code, "",
                                      {{"column", heading_of(column)}, {"value", value}})});
    }
    [[nodiscard]] const std::string& text_of(std::size_t column) const {
        return row_.cells[column].text;
    }
    /// What was worked out last is taken and said; what never was, or is an error of Excel's such
    /// as #REF!, cannot be.
    void look_at(std::size_t column) {
        const auto& cell = row_.cells[column];
        if (cell.formula && (cell.text.empty() || cell.text.front() == '#'))
            blame(column, "formula_without_value");
        else if (cell.formula)
            note(column, "formula_value_taken");
        if (cell.merged && !cell.text.empty()) note(column, "merged_value_taken");
    }
    std::string text_in(std::size_t column) {
        const auto chars = base::chars_in(text_of(column));
        if (chars > base::limits::text_chars_max)
            blame(column, "text_too_long",
                  {{"chars", std::to_string(chars)},
                   {"accepted", std::to_string(base::limits::text_chars_max)}});
        return text_of(column);
    }
    void read_text() {
        read_.entry.text = text_in(text_at);
        if (read_.entry.text.empty() && !row_.cells[text_at].formula)
            blame(text_at, "report_text_missing");
    }
    void read_percent() {
        if (text_of(percent_at).empty()) return;
        const auto percent = whole_number(text_of(percent_at), "%", 100);
        if (percent)
            read_.entry.percent = static_cast<int>(*percent);
        else
            blame(percent_at, "percent_not_whole");
    }
    void propose_percent() {
        auto counted = counted_;
        const auto& now = read_.entry.results;
        counted.insert(counted.end(), now.begin(), now.end());
        read_.entry.percent = percent_proposed(measure_, counted);
    }
    void read_quantity(std::size_t i) {
        const auto& text = text_of(results_at + i);
        if (text.empty()) return;
        const auto kind = ledger::result_kinds[i];
        const auto unit = base::form_words("result." + std::string(name_of(kind)) + ".unit");
        const auto quantity = whole_number(text, unit, ledger::quantity_max);
        if (!quantity)
            blame(results_at + i, "quantity_not_whole", {{"unit", unit}});
        else if (*quantity > 0)
            read_.entry.results.push_back({kind, *quantity});
    }
    void read_submit() {
        if (text_of(submit_at).empty()) return;
        const auto submit = yes_or_no(text_of(submit_at));
        read_.submit = submit.value_or(false);
        if (!submit) blame(submit_at, "neither_yes_nor_no");
    }

    const FilledRow& row_;
    const ledger::Measure& measure_;
    const std::vector<ledger::CountedResult>& counted_;
    ReadCells read_;
};

}  // namespace

std::optional<bool> yes_or_no(std::string_view text) {
    const auto word = base::folded(text);
    if (word == "是") return true;
    if (word == "否") return false;
    return std::nullopt;
}

std::optional<std::int64_t> whole_number(std::string_view text, std::string_view unit,
                                         std::int64_t max) {
    auto digits = base::folded(text);
    if (digits.ends_with(unit)) digits.resize(digits.size() - unit.size());
    std::erase(digits, ',');
    if (const auto point = digits.find('.'); point != digits.npos && point > 0) {
        if (digits.find_first_not_of('0', point + 1) != digits.npos) return std::nullopt;
        digits.resize(point);
    }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    if (!whole || number < 0 || number > max) return std::nullopt;
    return number;
}

ReadCells read_cells(const FilledRow& row, const ledger::Measure& measure,
                     const std::vector<ledger::CountedResult>& counted) {
    return CellReader(row, measure, counted).read();
}

}  // namespace reports
