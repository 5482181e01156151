#include "ledger/copied.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <unordered_map>

#include "text/similarity_index.hpp"

namespace ledger {
namespace {

using TextOf = const std::string& (*)(const CheckedRow&);

const std::string& wording(const CheckedRow& row) {
    return row.text;
}
const std::string& report(const CheckedRow& row) {
    return row.last_entry;
}

/// Rows of both kinds as one list, their texts indexed.
class Collection {
  public:
    Collection(const CheckedLedger& ledger, TextOf text_of) : text_of_(text_of) {
        for (const auto* rows : {&ledger.measures, &ledger.elsewhere})
            for (const auto& row : *rows) rows_.push_back(&row);
        texts_max_ = std::max<std::size_t>(20, rows_.size() / 20);
        index_ = text::SimilarityIndex(
            {.shingle = text::row_shingle, .window = 2, .texts_max = texts_max_});
        for (const auto* row : rows_) {
            const auto prepared = text::compared(text_of(*row));
            sets_.push_back(prepared.chars.size() < text::row_chars_min
                                ? std::vector<std::uint64_t>{}
                                : text::shingle_set(prepared, text::row_shingle));
            for (const auto shingle : sets_.back()) ++texts_with_[shingle];
            index_.add(text_of(*row));
        }
        index_.seal();
    }

    /// The most alike row of somebody else, with how alike.
    [[nodiscard]] std::pair<const CheckedRow*, double> most_like(std::size_t number) const {
        std::pair<const CheckedRow*, double> best{nullptr, 0};
        if (sets_[number].empty()) return best;
        constexpr std::size_t looked_at = 20;
        for (const auto& one : index_.similar_to(text_of_(*rows_[number]), looked_at)) {
            const auto& other = *rows_[one.text];
            const bool own = other.programme_title.empty() && other.unit == rows_[number]->unit;
            if (own || sets_[one.text].empty()) continue;
            const auto jaccard =
                text::likeness(sets_[number], sets_[one.text], boilerplate()).jaccard;
            if (jaccard > best.second) best = {&other, jaccard};
        }
        return best;
    }

  private:
    /// What stands in very many rows is nobody's own wording.
    [[nodiscard]] std::function<bool(std::uint64_t)> boilerplate() const {
        return [this](std::uint64_t shingle) { return texts_with_.at(shingle) > texts_max_; };
    }

    TextOf text_of_;
    std::size_t texts_max_ = 0;
    std::unordered_map<std::uint64_t, std::size_t> texts_with_;
    std::vector<const CheckedRow*> rows_;
    std::vector<std::vector<std::uint64_t>> sets_;
    text::SimilarityIndex index_;
};

Finding copy_of(const CheckedRow& row, const CheckedRow& other, TextOf text_of, double jaccard) {
    const auto degree = text::degree_of(jaccard);
    Finding finding;
    finding.check = Check::copied;
    finding.weight = degree == text::Degree::high ? 75 : 50;
    finding.view = row.view;
    finding.id = row.id;
    finding.unit = row.unit;
    finding.number = row.number;
    finding.text = text_of(row);
    finding.twin =
        Twin{other.id, text_of(other), other.unit, other.programme_title, other.number, {}};
    for (const auto& one : text::shared_passages(finding.text, finding.twin->text, 4)) {
        finding.marked.push_back({one.first_begin, one.first_end});
        finding.twin->marked.push_back({one.second_begin, one.second_end});
    }
    std::sort(finding.twin->marked.begin(), finding.twin->marked.end(),
              [](const MarkedSpan& a, const MarkedSpan& b) { return a.begin < b.begin; });
    finding.facts = {{"degree", std::string(text::name_of(degree))},
                     {"percent", std::to_string(std::lround(jaccard * 100))},
                     {"part", text_of == wording ? "text" : "report"}};
    return finding;
}

}  // namespace

std::vector<Finding> copies_in(const CheckedLedger& ledger) {
    std::vector<Finding> found;
    for (const TextOf text_of : {wording, report}) {
        const Collection collection(ledger, text_of);
        for (std::size_t i = 0; i < ledger.measures.size(); ++i) {
            const auto [other, jaccard] = collection.most_like(i);
            if (other && text::degree_of(jaccard) >= text::Degree::medium)
                found.push_back(copy_of(ledger.measures[i], *other, text_of, jaccard));
        }
    }
    return found;
}

}  // namespace ledger
