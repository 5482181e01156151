#include "statements/compared_template_actions.hpp"

#include "base/utf8.hpp"
#include "office/document.hpp"
#include "statements/copy_check.hpp"

namespace statements {
namespace {

const templates::Version* in_use(const templates::Template& one) {
    return one.withdrawn ? nullptr : templates::find_version(one, one.used);
}

ComparedText place(const templates::Template& one, std::size_t paragraph) {
    return {0, std::string(template_text), one.id.text(),
            std::to_string(one.used) + " " + std::to_string(paragraph)};
}

std::string text_of(const office::Block& block) {
    auto text = block.text;
    for (const auto& cell : block.cells)
        if (!cell.continued) text += (text.empty() ? "" : "\n") + cell.text;
    return text;
}

std::optional<templates::Template> find_in_use(db::Transaction& transaction,
                                               const ComparedText& where) {
    const auto id = templates::TemplateId::parse(where.source);
    auto found = id ? templates::find_template(transaction, *id) : std::nullopt;
    if (!found || in_use(*found) == nullptr) return std::nullopt;
    return found;
}

}  // namespace

const std::vector<std::string>& TemplateTexts::paragraphs_of(const templates::Template& one) {
    const auto& digest = in_use(one)->digest;
    if (const auto known = read_.find(digest); known != read_.end()) return known->second;
    auto& paragraphs = read_[digest];
    const auto blob = files_ == nullptr ? nullptr : files_->open(digest);
    if (!blob) return paragraphs;
    const evidence::LocalFile local(*blob);
    const auto document = office::read_document(local.path());
    if (!document) return paragraphs;
    for (const auto& block : document->blocks) {
        auto text = text_of(block);
        if (base::chars_in(text) >= compared_chars_min) paragraphs.push_back(std::move(text));
        if (paragraphs.size() == template_paragraphs_max) break;
    }
    return paragraphs;
}

void TemplateTexts::read_new(db::Database& database) {
    if (files_ == nullptr) return;
    new_ = database.read([](db::Transaction& transaction) {
        auto all = templates::list_templates(transaction);
        std::erase_if(all, [&](const templates::Template& one) {
            return in_use(one) == nullptr || is_compared(transaction, place(one, 0));
        });
        return all;
    });
    for (const auto& one : new_) paragraphs_of(one);
}

void TemplateTexts::index_new(db::Transaction& transaction) const {
    for (const auto& one : new_) {
        forget_compared(transaction, place(one, 0), "");
        // The place of none says that this version was read.
        save_compared(transaction, place(one, 0), "");
        std::size_t number = 0;
        for (const auto& text : read_.at(in_use(one)->digest))
            save_compared(transaction, place(one, ++number), text);
    }
}

std::string TemplateTexts::load(db::Transaction& transaction, const ComparedText& where) {
    const auto one = find_in_use(transaction, where);
    std::string_view rest = where.part;
    if (!one || base::cut(rest, ' ') != std::to_string(one->used)) return {};
    const auto& paragraphs = paragraphs_of(*one);
    const auto number = static_cast<std::size_t>(std::stoll(std::string(rest)));
    return number == 0 || number > paragraphs.size() ? std::string() : paragraphs[number - 1];
}

std::string TemplateTexts::find_label(db::Transaction& transaction, const ComparedText& where) {
    const auto one = find_in_use(transaction, where);
    return one ? one->name : std::string();
}

}  // namespace statements
