#include "office/template_docx.hpp"

#include <array>

#include "office/package.hpp"
#include "office/template_docx_blocks.hpp"

namespace office {
namespace {

struct Story {
    std::string_view type, words;  // of the relationship
};
constexpr std::array stories{Story{"header", "页眉"}, Story{"footer", "页脚"},
                             Story{"footnotes", "脚注"}, Story{"endnotes", "尾注"}};

struct ReadPart {
    TemplatePart part;
    std::vector<Op> ops;
};

class DocxTemplate final : public Template {
  public:
    explicit DocxTemplate(TemplatePackage package) : package_(std::move(package)) {}

    base::Result<void> read(const std::string& main_part, const RecordType& type) {
        if (auto done = read_part(main_part, "", type); !done) return done;
        for (const auto& one : relationships_of(package_.archive(), main_part))
            for (const auto& story : stories)
                if (one.type == story.type && package_.archive().has(one.part))
                    if (auto done = read_part(one.part, std::string(story.words), type); !done)
                        return done;
        MarkScope scope(type);
        note_unreachable(package_, read_, scope);
        take_faults(scope);
        return {};
    }
    TemplateKind kind() const override { return TemplateKind::docx; }
    const std::vector<base::Error>& faults() const override { return faults_; }
    std::size_t marks() const override { return marks_; }
    base::Result<std::string> fill(const Record& root) const override {
        std::map<std::string, std::string> replaced;
        for (const auto& one : parts_) run(one.ops, root, replaced[one.part.name]);
        return package_.with(replaced);
    }

  private:
    base::Result<void> read_part(const std::string& name, const std::string& where,
                                 const RecordType& type) {
        auto part = package_.part(name);
        if (!part) return part.error();
        MarkScope scope(type);
        auto read = docx_part(part->spans, where, scope);
        marks_ += read.marks;
        note_unseen(part->spans, where, read.marks, scope);
        take_faults(scope);
        read_.push_back(name);
        // A part without a mark is copied, not written.
        if (read.marks > 0) parts_.push_back({std::move(*part), std::move(read.ops)});
        return {};
    }
    /// What looks like a mark in attributes: alternative texts, bookmarks, hidden data.
    static void note_unseen(const XmlSpans& spans, const std::string& where, std::size_t marks,
                            MarkScope& scope) {
        if (marks > 0 || !scope.faults().empty()) return;
        if (spans.text().find("{{") == std::string_view::npos) return;
        scope.note("template_mark_out_of_reach", where.empty() ? "图片说明或书签" : where, "{{");
    }
    void take_faults(MarkScope& scope) {
        for (auto& fault : scope.faults()) faults_.push_back(std::move(fault));
    }

    TemplatePackage package_;
    std::vector<ReadPart> parts_;
    std::vector<std::string> read_;
    std::vector<base::Error> faults_;
    std::size_t marks_ = 0;
};

}  // namespace

base::Result<std::unique_ptr<Template>> read_docx_template(TemplatePackage package,
                                                           const std::string& main_part,
                                                           const RecordType& type) {
    auto made = std::make_unique<DocxTemplate>(std::move(package));
    if (auto read = made->read(main_part, type); !read) return read.error();
    return std::unique_ptr<Template>(std::move(made));
}

}  // namespace office
