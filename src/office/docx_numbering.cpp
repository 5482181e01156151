#include "office/docx_numbering.hpp"

#include "base/utf8.hpp"
#include "office/number_format.hpp"
#include "office/package.hpp"

namespace office {
namespace {

// "1." and 第一章 stand apart from the text behind, 一、 and （一） and ① and 一是 do not.
bool wants_space(std::string_view number) {
    if (number.empty() || number.ends_with("是")) return false;
    std::size_t last = number.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(number[last]) & 0xc0) == 0x80) --last;
    const auto c = base::next_char(number, last);
    return c < 0x80 || (c >= 0x4e00 && c <= 0x9fff);
}

}  // namespace

// Reads numbering.xml into the maps of DocxNumbering.
struct NumberingTree {
    DocxNumbering& numbering;
    std::map<std::string, int, std::less<>> by_style_link = {};

    static void read_level(const pugi::xml_node& node, DocxNumbering::Level& level) {
        level.start = number_in(value_of(child_of(node, "start")), level.start);
        if (const auto restart = child_of(node, "lvlRestart")) {
            level.restart_after = number_in(value_of(restart), 0);
            level.never_restarts = level.restart_after == 0;
        }
        if (const auto legal = child_of(node, "isLgl"))
            level.decimal_only = means_on(value_of(legal));
        auto format = child_of(node, "numFmt");
        // A newer format stands in mc:AlternateContent, its fallback is what older programs print.
        if (!format)
            format = child_of(child_of(child_of(node, "AlternateContent"), "Fallback"), "numFmt");
        if (format) level.format = value_of(format);
        if (const auto text = child_of(node, "lvlText")) level.text = words_of(value_of(text));
        level.suffix = value_of(child_of(node, "suff"));
        level.style = value_of(child_of(node, "pStyle"));
    }

    static bool level_index(const pugi::xml_node& node, int& index) {
        index = number_in(value_of(node, "ilvl"), -1);
        return index >= 0 && index < DocxNumbering::levels;
    }

    void read_abstract(const pugi::xml_node& node) {
        const int id = number_in(value_of(node, "abstractNumId"), -1);
        auto& levels = numbering.abstracts_[id];
        for (const auto& child : children_of(node, "lvl"))
            if (int index = 0; level_index(child, index))
                read_level(child, levels[static_cast<std::size_t>(index)]);
        if (const auto link = child_of(node, "styleLink"))
            by_style_link.emplace(value_of(link), id);
    }

    void read_list(const pugi::xml_node& node) {
        auto& list = numbering.lists_[number_in(value_of(node, "numId"), -1)];
        list.abstract_id = number_in(value_of(child_of(node, "abstractNumId")), -1);
        for (const auto& change : children_of(node, "lvlOverride")) {
            int index = 0;
            if (!level_index(change, index)) continue;
            if (const auto start = child_of(change, "startOverride"))
                list.start_overrides[index] = number_in(value_of(start), 1);
            if (const auto level = child_of(change, "lvl")) read_level(level, list.replaced[index]);
        }
    }

    // An abstract list without levels of its own may name a style whose list it is.
    void follow_style_link(const pugi::xml_node& node) {
        const auto link = by_style_link.find(value_of(child_of(node, "numStyleLink")));
        if (link == by_style_link.end()) return;
        const int id = number_in(value_of(node, "abstractNumId"), -1);
        numbering.abstracts_[id] = numbering.abstracts_[link->second];
    }
};

base::Result<DocxNumbering> DocxNumbering::load(Archive& archive, const std::string& part) {
    DocxNumbering numbering;
    if (part.empty()) return numbering;
    const auto tree = load_tree(archive, part);
    if (!tree) return tree.error();
    NumberingTree reading{numbering};
    const auto root = tree->document_element();
    for (const auto& node : children_of(root, "abstractNum")) reading.read_abstract(node);
    for (const auto& node : children_of(root, "abstractNum")) reading.follow_style_link(node);
    for (const auto& node : children_of(root, "num")) reading.read_list(node);
    return numbering;
}

const DocxNumbering::Level& DocxNumbering::level_of(const List& list, int level) const {
    if (const auto own = list.replaced.find(level); own != list.replaced.end()) return own->second;
    static const Levels none{};
    const auto found = abstracts_.find(list.abstract_id);
    return (found == abstracts_.end() ? none : found->second)[static_cast<std::size_t>(level)];
}

int DocxNumbering::level_of_style(int num_id, std::string_view style) const {
    const auto list = lists_.find(num_id);
    if (list == lists_.end() || style.empty()) return 0;
    for (int level = 0; level < levels; ++level)
        if (level_of(list->second, level).style == style) return level;
    return 0;
}

void DocxNumbering::count(List& list, Counters& counters, int level) const {
    const auto at = static_cast<std::size_t>(level);
    if (const auto start = list.start_overrides.find(level); start != list.start_overrides.end()) {
        counters.value[at] = start->second;
        list.start_overrides.erase(start);
    } else if (counters.running[at]) {
        if (counters.value[at] < 1'000'000) ++counters.value[at];
    } else {
        counters.value[at] = level_of(list, level).start;
    }
    counters.running[at] = true;
    for (int below = level + 1; below < levels; ++below) {
        const auto& rule = level_of(list, below);
        if (rule.never_restarts || (rule.restart_after > 0 && level >= rule.restart_after))
            continue;
        counters.running[static_cast<std::size_t>(below)] = false;
    }
}

std::string DocxNumbering::print(const List& list, const Counters& counters, int level) const {
    const auto& rule = level_of(list, level);
    std::string text;
    for (std::size_t i = 0; i < rule.text.size(); ++i) {
        const char digit = i + 1 < rule.text.size() ? rule.text[i + 1] : '\0';
        if (rule.text[i] != '%' || digit < '1' || digit > '9') {
            text += rule.text[i];
            continue;
        }
        const int named = digit - '1';
        const auto& named_rule = level_of(list, named);
        const auto at = static_cast<std::size_t>(named);
        const int value = counters.running[at] ? counters.value[at] : named_rule.start;
        text += printed_number(value, rule.decimal_only ? "decimal" : named_rule.format);
        ++i;
    }
    if (rule.suffix != "nothing" && wants_space(text)) text += ' ';
    return text;
}

std::string DocxNumbering::next(int num_id, int level) {
    const auto found = lists_.find(num_id);
    if (found == lists_.end() || level < 0 || level >= levels) return "";
    auto& counters = counters_[found->second.abstract_id];
    count(found->second, counters, level);
    if (level_of(found->second, level).format == "bullet") return "";
    return print(found->second, counters, level);
}

std::string number_of(DocxNumbering& numbering, const OwnNumber& own, const ParagraphStyle& style) {
    const int num_id = own.num_id.value_or(style.num_id);
    if (num_id <= 0) return "";
    if (own.level) return numbering.next(num_id, *own.level);
    if (own.num_id) return numbering.next(num_id, 0);
    const int level =
        style.level >= 0 ? style.level : numbering.level_of_style(num_id, style.numbered_by);
    return numbering.next(num_id, level);
}

}  // namespace office
