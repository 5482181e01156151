#include "office/template_package.hpp"

#include <algorithm>

#include "office/archive_in_memory.hpp"
#include "office/refusal.hpp"

namespace office {
namespace {

constexpr std::size_t part_bytes_max = 64u << 20;

struct Discard {
    void operator()(zip_t* zip) const { zip_discard(zip); }
};
using Zip = std::unique_ptr<zip_t, Discard>;

zip_source_t* source_of(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_error_fini(&error);
    if (source == nullptr) throw std::bad_alloc();
    return source;
}

Zip open_zip(zip_source_t* source, int flags) {
    zip_error_t error;
    zip_error_init(&error);
    Zip zip(zip_open_from_source(source, flags, &error));
    zip_error_fini(&error);
    if (!zip) zip_source_free(source);
    return zip;
}

/// Parts that people see; Word copies the first line of a document into its properties.
bool is_xml(std::string_view name) {
    if (name.starts_with("docProps/") || name.starts_with("customXml/")) return false;
    return name.ends_with(".xml") || name.ends_with(".vml") || name.ends_with(".rels");
}

bool is_package(std::string_view name) {
    return name.ends_with(".docx") || name.ends_with(".xlsx") || name.ends_with(".pptx");
}

/// What such a part is to people.
std::string_view words_of_part(std::string_view name) {
    constexpr std::pair<std::string_view, std::string_view> known[]{
        {"comments", "批注"},          {"threadedComment", "批注"},
        {"charts/", "图表"},           {"diagrams/", "SmartArt 图形"},
        {"embeddings/", "嵌入的文件"}, {"drawings/", "文本框或图形"},
        {"tables/", "表格的列名"},     {"workbook.xml", "工作表名称"},
        {"glossary/", "构建基块"}};
    for (const auto& [part, words] : known)
        if (name.find(part) != std::string_view::npos) return words;
    return "文件的其他部分";
}

}  // namespace

base::Result<TemplatePackage> TemplatePackage::open(std::string_view bytes) {
    auto archive = Archive::open_bytes(bytes);
    if (!archive) return archive.error();
    TemplatePackage package;
    package.bytes_ = bytes;
    package.archive_ = std::make_unique<Archive>(std::move(*archive));
    const auto zip = open_zip(source_of(bytes), ZIP_RDONLY);
    if (!zip) return damaged("");
    const auto entries = zip_get_num_entries(zip.get(), 0);
    for (zip_int64_t i = 0; i < entries; ++i) {
        const auto* name = zip_get_name(zip.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS);
        if (name != nullptr) package.names_.emplace_back(name);
    }
    return package;
}

base::Result<TemplatePart> TemplatePackage::part(const std::string& name) const {
    auto text = archive_->read(name, part_bytes_max);
    if (!text) return text.error();
    TemplatePart part{name, std::make_unique<std::string>(std::move(*text)), {}};
    auto spans = XmlSpans::read(*part.text, name);
    if (!spans) return spans.error();
    part.spans = std::move(*spans);
    return part;
}

bool TemplatePackage::says(const std::string& name, std::string_view words) const {
    if (!is_xml(name)) return false;
    const auto text = archive_->read(name, part_bytes_max);
    return text && text->find(words) != std::string::npos;
}

base::Result<std::string> TemplatePackage::with(
    const std::map<std::string, std::string>& replaced) const {
    const auto from = open_zip(source_of(bytes_), ZIP_RDONLY);
    if (!from) return damaged("");
    ArchiveInMemory target;
    const auto entries = zip_get_num_entries(from.get(), 0);
    for (zip_int64_t i = 0; i < entries; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        const auto* name = zip_get_name(from.get(), index, ZIP_FL_ENC_GUESS);
        if (name == nullptr) return damaged("");
        const auto other = replaced.find(name);
        if (other == replaced.end())
            target.copy(from.get(), index, name);
        else if (!other->second.empty())
            target.add(name, other->second);
    }
    return target.bytes();
}

void note_unreachable(const TemplatePackage& package, const std::vector<std::string>& filled,
                      MarkScope& scope) {
    for (const auto& name : package.names()) {
        if (std::find(filled.begin(), filled.end(), name) != filled.end()) continue;
        const std::string where(words_of_part(name));
        if (package.says(name, "{{")) scope.note("template_mark_out_of_reach", where, "{{");
        if (!is_package(name)) continue;
        const auto bytes = package.archive().read(name, part_bytes_max);
        const auto inner = bytes ? TemplatePackage::open(*bytes) : damaged(name);
        if (!inner) continue;
        const bool says = std::any_of(inner->names().begin(), inner->names().end(),
                                      [&](const auto& one) { return inner->says(one, "{{"); });
        if (says) scope.note("template_mark_out_of_reach", where, "{{");
    }
}

}  // namespace office
