#include "office/template_xlsx.hpp"

#include <algorithm>
#include <array>

#include "office/package.hpp"
#include "office/refusal.hpp"
#include "office/template_sheet_writer.hpp"

namespace office {
namespace {

constexpr std::string_view types_part = "[Content_Types].xml";
constexpr std::array before_calculation{"sheets", "functionGroups", "externalReferences",
                                        "definedNames"};

struct Sheet {
    TemplatePart part;
    SheetPlan plan;
};

class XlsxTemplate final : public Template {
  public:
    XlsxTemplate(TemplatePackage package, std::string main_part)
        : package_(std::move(package)), main_part_(std::move(main_part)) {}

    base::Result<void> read(const RecordType& type) {
        auto workbook = package_.part(main_part_);
        if (!workbook) return workbook.error();
        workbook_ = std::move(*workbook);
        if (auto done = read_shared(); !done) return done;
        if (auto done = read_sheets(type); !done) return done;
        MarkScope scope(type);
        std::vector<std::string> known{shared_part_};
        for (const auto& sheet : sheets_) known.push_back(sheet.part.name);
        note_unreachable(package_, known, scope);
        take_faults(scope);
        return {};
    }
    TemplateKind kind() const override { return TemplateKind::xlsx; }
    const std::vector<base::Error>& faults() const override { return faults_; }
    std::size_t marks() const override {
        std::size_t all = 0;
        for (const auto& sheet : sheets_) all += sheet.plan.marks;
        return all;
    }

    base::Result<std::string> fill(const Record& root) const override {
        if (marks() == 0) return package_.with({});
        std::vector<RowLayout> layouts;
        for (const auto& sheet : sheets_) {
            auto layout = RowLayout::make(sheet.plan, root);
            if (!layout) return layout.error();
            layouts.push_back(std::move(*layout));
        }
        const RowOf row_of = [&](std::string_view name, int row, RefEnd end) {
            for (std::size_t i = 0; i < sheets_.size(); ++i)
                if (sheets_[i].plan.name == name)
                    return layouts[i].row_of(layouts[i].whole(), row, end);
            return row;
        };
        std::map<std::string, std::string> replaced;
        for (std::size_t i = 0; i < sheets_.size(); ++i) {
            const auto& plan = sheets_[i].plan;
            if (plan.marks == 0 && !plan.formulas) continue;
            replaced[sheets_[i].part.name] =
                write_sheet(plan, layouts[i], {root, formats_, since_1904_, row_of});
            if (!plan.blocks.empty()) follow_related(sheets_[i], layouts[i], replaced);
        }
        follow_charts(row_of, replaced);
        replaced[main_part_] = workbook_with(row_of);
        if (auto done = drop_order_of_calculation(replaced); !done) return done.error();
        return package_.with(replaced);
    }

  private:
    base::Result<void> read_shared() {
        shared_part_ = related_part(package_.archive(), main_part_, "sharedStrings", "");
        if (!shared_part_.empty()) {
            auto part = package_.part(shared_part_);
            if (!part) return part.error();
            strings_ = std::move(*part);
            shared_.spans = &strings_.spans;
            strings_.spans.children(0, [&](std::uint32_t i) { shared_.elements.push_back(i); });
        }
        const auto styles = related_part(package_.archive(), main_part_, "styles", "");
        auto formats = CellFormats::load(package_.archive(), styles);
        if (!formats) return formats.error();
        formats_ = std::move(*formats);
        return {};
    }
    base::Result<void> read_sheets(const RecordType& type) {
        const auto& spans = workbook_.spans;
        if (const auto properties = spans.child(0, "workbookPr")) {
            const auto value = spans.value(*properties, "date1904");
            since_1904_ = !value.empty() && means_on(value);
        }
        const auto list = spans.child(0, "sheets");
        if (!list) return damaged(main_part_);
        const auto related = relationships_of(package_.archive(), main_part_);
        std::optional<base::Error> fault;
        spans.children(*list, [&](std::uint32_t i) {
            const auto found = std::find_if(related.begin(), related.end(), [&](const auto& one) {
                return one.id == spans.value(i, "id");
            });
            if (fault || found == related.end() || found->type != "worksheet") return;
            auto part = package_.part(found->part);
            if (!part) {
                fault = part.error();
                return;
            }
            sheets_.push_back({std::move(*part), {}});
            auto& sheet = sheets_.back();
            MarkScope scope(type);
            sheet.plan =
                read_sheet(unescaped(spans.value(i, "name")), sheet.part.spans, shared_, scope);
            take_faults(scope);
        });
        if (fault) return *fault;
        return {};
    }

    /// Names and print areas follow the rows; everything is worked out when it is opened.
    [[nodiscard]] std::string workbook_with(const RowOf& row_of) const {
        const auto& spans = workbook_.spans;
        std::vector<Edit> edits;
        std::size_t behind = 0;
        bool said = false;
        spans.children(0, [&](std::uint32_t i) {
            const auto& one = spans[i];
            if (std::find(before_calculation.begin(), before_calculation.end(), one.name) !=
                before_calculation.end())
                behind = one.whole.end;
            if (one.name != "calcPr") return;
            said = true;
            if (const auto value = spans.attribute(i, "fullCalcOnLoad"))
                edits.push_back(put_text(*value, "1"));
            else
                edits.push_back(put_text({name_end(one), name_end(one)}, " fullCalcOnLoad=\"1\""));
        });
        if (!said)
            edits.push_back(put_text({behind, behind}, "<" + std::string(spans[0].prefix) +
                                                           "calcPr fullCalcOnLoad=\"1\"/>"));
        for (std::uint32_t i = 0; i < spans.size(); ++i)
            if (spans[i].name == "definedName")
                edits.push_back(
                    put_text(spans[i].inner, followed(spans.text(spans[i].inner), row_of)));
        std::string out;
        run(program_of(spans.text(), {0, spans.text().size()}, std::move(edits)), Record{}, out);
        return out;
    }
    static std::size_t name_end(const XmlSpan& element) {
        return element.whole.begin + 1 + element.prefix.size() + element.name.size();
    }

    /// Tables, comments and drawings that belong to a sheet whose rows moved.
    void follow_related(const Sheet& sheet, const RowLayout& layout,
                        std::map<std::string, std::string>& replaced) const {
        const RowOf row_of = [&](std::string_view, int row, RefEnd end) {
            return layout.row_of(layout.whole(), row, end);
        };
        for (const auto& one : relationships_of(package_.archive(), sheet.part.name)) {
            const bool ranges = one.type == "table" || one.type == "comments";
            if (!ranges && one.type != "drawing") continue;
            const auto part = package_.part(one.part);
            if (!part) continue;
            std::vector<Edit> edits;
            if (ranges)
                follow_ranges(part->spans, 0, row_of, edits);
            else
                follow_anchors(part->spans, row_of, edits);
            std::string out;
            const auto text = part->spans.text();
            run(program_of(text, {0, text.size()}, std::move(edits)), Record{}, out);
            replaced[one.part] = std::move(out);
        }
    }
    /// Charts, on whichever sheet, show the rows that came where those of the template stood.
    void follow_charts(const RowOf& row_of, std::map<std::string, std::string>& replaced) const {
        for (const auto& sheet : sheets_)
            for (const auto& drawing : relationships_of(package_.archive(), sheet.part.name)) {
                if (drawing.type != "drawing") continue;
                for (const auto& chart : relationships_of(package_.archive(), drawing.part))
                    if (chart.type == "chart") follow_chart(chart.part, row_of, replaced);
            }
    }
    void follow_chart(const std::string& name, const RowOf& row_of,
                      std::map<std::string, std::string>& replaced) const {
        const auto part = package_.part(name);
        if (!part) return;
        const auto& spans = part->spans;
        std::vector<Edit> edits;
        for (std::uint32_t i = 0; i < spans.size(); ++i)
            if (spans[i].name == "f")
                edits.push_back(
                    put_text(spans[i].inner, followed(spans.text(spans[i].inner), row_of)));
        std::string out;
        run(program_of(spans.text(), {0, spans.text().size()}, std::move(edits)), Record{}, out);
        replaced[name] = std::move(out);
    }
    /// Pictures are anchored to rows, counted from 0.
    static void follow_anchors(const XmlSpans& spans, const RowOf& row_of,
                               std::vector<Edit>& edits) {
        for (std::uint32_t i = 0; i < spans.size(); ++i) {
            if (spans[i].name != "row") continue;
            const auto row = number_in(spans.text(spans[i].inner), -1);
            if (row >= 0)
                edits.push_back(put_text(spans[i].inner,
                                         std::to_string(row_of("", row + 1, RefEnd::single) - 1)));
        }
    }

    /// The order in which Excel worked its formulas out names cells that are elsewhere now.
    base::Result<void> drop_order_of_calculation(
        std::map<std::string, std::string>& replaced) const {
        const auto part = related_part(package_.archive(), main_part_, "calcChain", "");
        if (part.empty()) return {};
        replaced[part] = "";
        const auto slash = main_part_.rfind('/') + 1;
        const auto links =
            main_part_.substr(0, slash) + "_rels/" + main_part_.substr(slash) + ".rels";
        for (const auto& name : {links, std::string(types_part)}) {
            const auto list = package_.part(name);
            if (!list) return list.error();
            const auto& spans = list->spans;
            std::vector<Edit> edits;
            spans.children(0, [&](std::uint32_t i) {
                const bool names_it = spans.value(i, "Type").ends_with("/calcChain") ||
                                      spans.value(i, "PartName") == "/" + part;
                if (names_it) edits.push_back(put_text(spans[i].whole, ""));
            });
            run(program_of(spans.text(), {0, spans.text().size()}, std::move(edits)), Record{},
                replaced[name]);
        }
        return {};
    }
    void take_faults(MarkScope& scope) {
        for (auto& fault : scope.faults()) faults_.push_back(std::move(fault));
    }

    TemplatePackage package_;
    std::string main_part_, shared_part_;
    TemplatePart workbook_, strings_;
    SharedTexts shared_;
    CellFormats formats_;
    bool since_1904_ = false;
    std::deque<Sheet> sheets_;  // plans point into their parts: nothing moves
    std::vector<base::Error> faults_;
};

}  // namespace

base::Result<std::unique_ptr<Template>> read_xlsx_template(TemplatePackage package,
                                                           const std::string& main_part,
                                                           const RecordType& type) {
    auto made = std::make_unique<XlsxTemplate>(std::move(package), main_part);
    if (auto read = made->read(type); !read) return read.error();
    return std::unique_ptr<Template>(std::move(made));
}

}  // namespace office
