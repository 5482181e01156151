#include "office/template_mark.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace office {
namespace {

constexpr std::string_view opening = "{{", closing = "}}";
constexpr std::size_t said_chars_max = 40;

/// Without white space, the signs that a Chinese keyboard gives narrowed.
std::string narrowed(std::string_view text) {
    std::string narrow;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        const auto c = base::next_char(text, at);
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x3000 || c == 0xA0) continue;
        constexpr std::u32string_view wide = U"＃／？！｜．、。";
        constexpr std::string_view meant = "#/?!|...";
        const auto found = wide.find(c);
        if (found == std::u32string_view::npos)
            narrow += text.substr(begin, at - begin);
        else
            narrow += meant[found];
    }
    return narrow;
}

Mark read_mark(std::string_view inside) {
    Mark mark;
    auto name = narrowed(inside);
    if (const auto bar = name.find('|'); bar != std::string::npos) {
        mark.format = name.substr(bar + 1);
        name.erase(bar);
    }
    const auto begins = [&](char c) { return name.starts_with(c); };
    if (begins('/')) {
        mark.kind = MarkKind::end;
        name.erase(0, 1);
        if (begins('#') || begins('?') || begins('!')) name.erase(0, 1);
    } else if (begins('#') || begins('?') || begins('!')) {
        mark.kind = begins('#')   ? MarkKind::loop
                    : begins('?') ? MarkKind::condition
                                  : MarkKind::unless;
        name.erase(0, 1);
    }
    mark.name = std::move(name);
    return mark;
}

std::string shortened(std::string_view text) {
    std::string words(base::first_chars(text, said_chars_max));
    if (words.size() < text.size()) words += "…";
    return words;
}

Mark broken(std::string_view text, std::size_t begin, std::size_t end) {
    Mark mark;
    mark.kind = MarkKind::broken;
    mark.said = shortened(text.substr(begin, end - begin));
    mark.begin = begin;
    mark.end = end;
    return mark;
}

std::string as_end(const Mark& mark) {
    const char* sign = mark.kind == MarkKind::condition ? "?"
                       : mark.kind == MarkKind::unless  ? "!"
                                                        : "";
    return "{{/" + std::string(sign) + mark.name + "}}";
}

template <class Named>
std::optional<std::size_t> place_of(const std::vector<Named>& all, std::string_view name) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Named& one) { return one.name == name; });
    if (found == all.end()) return std::nullopt;
    return static_cast<std::size_t>(found - all.begin());
}

void add_names(const RecordType& type, std::vector<std::string>& names) {
    const auto before = type.name.empty() ? "" : type.name + ".";
    const auto add = [&](std::string name) {
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    };
    for (const auto& field : type.fields) add(before + field.name);
    for (const auto& list : type.lists) {
        add(list.name);
        add_names(list, names);
    }
}

/// The lists of this name, wherever they stand.
const RecordType* list_anywhere(const RecordType& type, std::string_view name) {
    for (const auto& list : type.lists) {
        if (list.name == name) return &list;
        if (const auto* inner = list_anywhere(list, name)) return inner;
    }
    return nullptr;
}

}  // namespace

std::vector<Mark> marks_in(std::string_view text) {
    std::vector<Mark> marks;
    for (std::size_t at = 0;;) {
        const auto begin = std::min(text.find(opening, at), text.size());
        if (const auto stray = text.find(closing, at); stray < begin)
            marks.push_back(broken(text, stray, stray + closing.size()));
        if (begin == text.size()) return marks;
        const auto inside = begin + opening.size();
        const auto end = text.find(closing, inside);
        const auto next = text.find(opening, inside);
        if (end == std::string_view::npos || next < end) {
            marks.push_back(broken(text, begin, std::min(next, text.size())));
            at = std::min(next, text.size());
            continue;
        }
        auto mark = read_mark(text.substr(inside, end - inside));
        at = mark.end = end + closing.size();
        mark.begin = begin;
        mark.said = shortened(text.substr(begin, at - begin));
        marks.push_back(std::move(mark));
    }
}

std::vector<std::string> names_of(const RecordType& root) {
    std::vector<std::string> names;
    add_names(root, names);
    return names;
}

void MarkScope::note(std::string_view code, const std::string& place, std::string value,
                     std::string accepted) {
    faults_.push_back(base::refuse(
        base::ErrorKind::invalid, code, "file",
        {{"place", place}, {"value", std::move(value)}, {"accepted", std::move(accepted)}}));
}

MarkScope::Meaning MarkScope::follow(const Mark& mark, const std::string& place) {
    if (mark.kind == MarkKind::broken) {
        note(mark.said == closing ? "template_mark_not_opened" : "template_mark_not_closed", place,
             mark.said);
        return {};
    }
    if (mark.name.empty()) {
        note("template_mark_empty", place, mark.said);
        return {};
    }
    if (mark.kind != MarkKind::field && !mark.format.empty())
        note("template_format_wrong", place, mark.said, "不写格式");
    if (mark.kind == MarkKind::field) return field(mark, place);
    return mark.kind == MarkKind::end ? close(mark, place) : open(mark, place);
}

MarkScope::Meaning MarkScope::field(const Mark& mark, const std::string& place) {
    const auto found = field_of(mark.name);
    if (!found) {
        if (list_of(mark.name, MarkKind::loop))
            note("template_list_is_no_field", place, mark.said, "{{#" + mark.name + "}}");
        else
            note_unknown(mark, place);
        return {};
    }
    if (!mark.format.empty() && !takes_format(found->sort, mark.format)) {
        const auto formats = formats_of(found->sort);
        note("template_format_wrong", place, mark.said, formats.empty() ? "不写格式" : formats);
        return {};
    }
    Meaning meaning;
    meaning.field = found;
    meaning.field->format = mark.format;
    return meaning;
}

MarkScope::Meaning MarkScope::open(const Mark& mark, const std::string& place) {
    Meaning meaning;
    meaning.opened = blocks_;
    meaning.block = block_of(mark, place);
    const bool loops = mark.kind == MarkKind::loop && meaning.block;
    open_.push_back({blocks_++, mark, place, meaning.block.has_value(), loops});
    if (loops) frames_.push_back(meaning.block->type);
    return meaning;
}

std::optional<BlockRef> MarkScope::block_of(const Mark& mark, const std::string& place) {
    if (const auto list = list_of(mark.name, mark.kind)) return list;
    const auto field = field_of(mark.name);
    if (!field) {
        note_unknown(mark, place);
        return std::nullopt;
    }
    if (mark.kind == MarkKind::loop) {
        std::vector<std::string> lists;
        for (const auto* frame : frames_)
            for (const auto& list : frame->lists) lists.push_back(list.name);
        std::string accepted;
        for (const auto& list : lists) accepted += (accepted.empty() ? "" : "、") + list;
        note("template_loops_over_no_list", place, mark.said, accepted);
        return std::nullopt;
    }
    return BlockRef{mark.kind, field->frame, field->index, false, nullptr};
}

MarkScope::Meaning MarkScope::close(const Mark& mark, const std::string& place) {
    const auto open = std::find_if(open_.rbegin(), open_.rend(),
                                   [&](const Open& one) { return one.mark.name == mark.name; });
    if (open == open_.rend()) {
        note("template_loop_not_opened", place, mark.said, "{{#" + mark.name + "}}");
        return {};
    }
    Meaning meaning;
    meaning.closed = open->number;
    while (open_.back().number != *meaning.closed) {
        const auto& inner = open_.back();
        note("template_loops_cross", place, mark.said, as_end(inner.mark));
        if (inner.pushed) frames_.pop_back();
        open_.pop_back();
    }
    if (open_.back().pushed) frames_.pop_back();
    open_.pop_back();
    return meaning;
}

void MarkScope::finish() {
    for (const auto& one : open_)
        note("template_loop_not_closed", one.place, one.mark.said, as_end(one.mark));
    open_.clear();
}

std::optional<BlockRef> MarkScope::list_of(std::string_view name, MarkKind kind) const {
    for (auto frame = frames_.size(); frame-- > 0;) {
        if (const auto index = place_of(frames_[frame]->lists, name))
            return BlockRef{kind, frame, *index, true, &frames_[frame]->lists[*index]};
    }
    return std::nullopt;
}

std::optional<FieldRef> MarkScope::field_of(std::string_view name) const {
    const auto dot = name.find('.');
    const auto list = dot == std::string_view::npos ? std::string_view() : name.substr(0, dot);
    const auto bare = dot == std::string_view::npos ? name : name.substr(dot + 1);
    for (auto frame = frames_.size(); frame-- > 0;) {
        if (!list.empty() && frames_[frame]->name != list) continue;
        if (const auto index = place_of(frames_[frame]->fields, bare))
            return FieldRef{frame, *index, frames_[frame]->fields[*index].sort, {}};
        if (!list.empty()) return std::nullopt;
    }
    return std::nullopt;
}

void MarkScope::note_unknown(const Mark& mark, const std::string& place) {
    const auto dot = mark.name.find('.');
    if (dot != std::string::npos) {
        const auto list = mark.name.substr(0, dot);
        const auto* type = list_anywhere(*frames_.front(), list);
        if (type != nullptr && place_of(type->fields, mark.name.substr(dot + 1)))
            return note("template_field_outside_its_loop", place, mark.said,
                        "{{#" + list + "}} … {{/" + list + "}}");
    }
    const auto alike = nearest(mark.name, names_here());
    note(alike.empty() ? "template_field_like_none" : "template_field_unknown", place, mark.said,
         alike);
}

std::vector<std::string> MarkScope::names_here() const {
    auto names = names_of(*frames_.front());
    for (auto frame = frames_.size(); frame-- > 1;)
        for (const auto& field : frames_[frame]->fields) names.push_back(field.name);
    return names;
}

}  // namespace office
