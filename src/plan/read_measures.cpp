#include "plan/read_measures.hpp"

#include "base/utf8.hpp"
#include "plan/vocabulary.hpp"
#include "text/items.hpp"
#include "text/punctuation.hpp"

namespace plan {
namespace {

constexpr std::size_t lead_chars_max = 40;

bool is_item_mark(const text::Mark& mark) {
    return mark && mark.style != text::MarkStyle::bare;
}

}  // namespace

bool only_announces(std::string_view lead) {
    const auto last = text::last_char(lead);
    if (last == U'：' || last == U':' || last == U'，') return true;
    return base::chars_in(lead) <= lead_chars_max || text::contains(lead, "以下") ||
           text::contains(lead, "如下");
}

void MeasureBlock::push(std::string_view number, std::string_view given, std::size_t block) {
    const auto text = text::trim(given);
    if (text::trim_stops(text).empty()) return;
    ReadMeasure measure;
    measure.number = number;
    measure.text = text;
    measure.source = {block, block};
    measures.push_back(std::move(measure));
}

void MeasureBlock::append(std::string_view text, std::size_t block, std::string_view joint) {
    auto& last = measures.back();
    last.text += joint;
    last.text += text;
    last.source.last = block;
}

void MeasureBlock::drop_lead() {
    if (measures.size() == 1 && measures[0].number.empty() && only_announces(measures[0].text))
        measures.clear();
}

void MeasureBlock::add_marked(std::string_view text, const text::Mark& mark, std::size_t block) {
    if (outer_ == text::MarkStyle::none) {
        drop_lead();
        outer_ = mark.style;
    }
    if (mark.style != outer_ && !measures.empty()) return append(text, block, "\n");
    const auto run = text::items_in(text, mark.value);
    if (run.style != mark.style || !run.lead.empty())
        return push(mark.text, text.substr(mark.bytes), block);
    for (const auto& item : run.items) push(item.number, item.text, block);
}

void MeasureBlock::add_unmarked(std::string_view text, std::size_t block) {
    if (outer_ != text::MarkStyle::none && !measures.empty()) return append(text, block, "\n");
    const auto run = text::items_in(text);
    if (run.items.size() < 2) return push("", text, block);
    if (!only_announces(run.lead)) push("", run.lead, block);
    for (const auto& item : run.items) push(item.number, item.text, block);
}

void MeasureBlock::add(std::string_view given, std::size_t block, Piece piece) {
    auto text = text::trim(given);
    if (text::trim_stops(text).empty()) return;
    if (!whole.empty() && piece == Piece::paragraph) whole += '\n';
    whole += text;
    if (piece == Piece::same_paragraph) {
        auto rest = text;
        while (!rest.empty() && text::ends_sentence(text::char_at(rest, 0)))
            rest.remove_prefix(text::bytes_of(rest[0]));
        rest = text::trim(rest);
        if (const auto mark = text::mark_at(rest); is_item_mark(mark))
            return add_marked(rest, mark, block);
        if (!measures.empty()) return append(text, block, "");
    }
    if (const auto mark = text::mark_at(text); is_item_mark(mark))
        return add_marked(text, mark, block);
    add_unmarked(text, block);
}

}  // namespace plan
