#include "office/template_docx_page.hpp"

#include <algorithm>
#include <array>

namespace office {
namespace {

constexpr std::array wrappers{"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"};

bool wraps(std::string_view name) {
    return std::find(wrappers.begin(), wrappers.end(), name) != wrappers.end();
}

void add_elements(const XmlSpans& spans, std::uint32_t of, std::string_view name,
                  std::vector<std::uint32_t>& found) {
    spans.children(of, [&](std::uint32_t i) {
        if (spans[i].name == name)
            found.push_back(i);
        else if (wraps(spans[i].name))
            add_elements(spans, i, name, found);
    });
}

/// All that is said inside an element, whatever holds it.
std::string words_in(const XmlSpans& spans, std::uint32_t of) {
    std::string words;
    for (auto i = of; i < spans[of].last; ++i) {
        const auto name = spans[i].name;
        if (name == "t" || name == "delText" || name == "instrText")
            words += spans.text(spans[i].inner);
    }
    return words;
}

class Walk {
  public:
    Walk(const XmlSpans& spans, const std::string& where, MarkScope& scope)
        : spans_(spans), where_(where), scope_(scope) {}

    std::vector<TemplateParagraph> all() {
        container(0, "", 0);
        return std::move(paragraphs_);
    }

  private:
    /// `place`: of the cell; "" outside tables. Returns how many tables stand in it.
    int container(std::uint32_t of, const std::string& place, int tables) {
        spans_.children(of, [&](std::uint32_t i) {
            const auto name = spans_[i].name;
            if (name == "p")
                paragraph(i, of, place);
            else if (name == "tbl")
                table(i, place + "表" + std::to_string(++tables));
            else if (name == "del" || name == "moveFrom")
                forbid(i, "template_mark_in_tracked_change", here(place));
            else if (wraps(name) || name == "body" || name == "footnote" || name == "endnote")
                tables = container(i, place, tables);
        });
        return tables;
    }
    void table(std::uint32_t of, const std::string& place) {
        int row_number = 0;
        for (const auto row : elements_in(spans_, of, "tr")) {
            ++row_number;
            int cell_number = 0;
            for (const auto cell : elements_in(spans_, row, "tc")) {
                cells_.push_back({of, row, cell});
                container(cell,
                          place + "第" + std::to_string(row_number) + "行第" +
                              std::to_string(++cell_number) + "格",
                          0);
                cells_.pop_back();
            }
        }
    }
    [[nodiscard]] std::string here(const std::string& place) const {
        if (!place.empty()) return where_ + place;
        return where_ + "第" + std::to_string(number_) + "段";
    }
    void paragraph(std::uint32_t of, std::uint32_t container, const std::string& place) {
        if (place.empty()) ++number_;
        TemplateParagraph one{of, container, here(place), cells_, TemplateText(spans_), false, {}};
        content(of, one, false);
        one.marks = one.text.marks();
        paragraphs_.push_back(std::move(one));
    }
    void content(std::uint32_t of, TemplateParagraph& one, bool tracked) {
        spans_.children(of, [&](std::uint32_t i) {
            const auto name = spans_[i].name;
            if (name == "t" && spans_[i].prefix == spans_[one.element].prefix)
                return text(i, one, tracked);
            if (name == "del" || name == "moveFrom")
                return forbid(i, "template_mark_in_tracked_change", one.place);
            if (name == "txbxContent") return forbid(i, "template_mark_in_text_box", one.place);
            if (name == "instrText") return forbid(i, "template_mark_in_field_code", one.place);
            if (name == "Fallback") return;
            if (name == "t") return forbid(i, "template_mark_out_of_reach", one.place);
            if (name == "br" || name == "cr" || name == "tab") gap(i, one);
            const bool bears = name == "drawing" || name == "pict" || name == "object" ||
                               name == "sectPr" || name == "oMath";
            one.bears_more = one.bears_more || bears;
            content(i, one, tracked || name == "ins" || name == "moveTo");
        });
    }
    void text(std::uint32_t element, TemplateParagraph& one, bool tracked) {
        if (tracked && spans_.text(spans_[element].inner).find("{{") != std::string_view::npos)
            return forbid(element, "template_mark_in_tracked_change", one.place);
        one.text.add(element);
    }
    void gap(std::uint32_t element, TemplateParagraph& one) {
        // Tab stops of the paragraph are named like tabs.
        if (spans_[spans_[element].parent].name == "r") one.text.add_gap();
        if (!spans_.value(element, "type").empty()) one.bears_more = true;
    }
    void forbid(std::uint32_t of, std::string_view code, const std::string& place) {
        for (const auto& mark : marks_in(words_in(spans_, of))) scope_.note(code, place, mark.said);
    }

    const XmlSpans& spans_;
    const std::string& where_;
    MarkScope& scope_;
    std::vector<DocxCell> cells_;
    std::vector<TemplateParagraph> paragraphs_;
    int number_ = 0;
};

}  // namespace

std::vector<TemplateParagraph> paragraphs_of(const XmlSpans& spans, const std::string& where,
                                             MarkScope& scope) {
    return Walk(spans, where, scope).all();
}

std::vector<std::uint32_t> elements_in(const XmlSpans& spans, std::uint32_t of,
                                       std::string_view name) {
    std::vector<std::uint32_t> found;
    add_elements(spans, of, name, found);
    return found;
}

}  // namespace office
