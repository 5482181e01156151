#include "narrative/edition.hpp"

#include <algorithm>
#include <map>

#include "base/utf8.hpp"

namespace narrative {
namespace {

using base::ErrorKind;
using base::refuse;

// No text from outside holds a control character.
constexpr char between = '\x1f';

std::string joined(std::initializer_list<std::string_view> texts) {
    std::string all;
    for (const auto text : texts) {
        all += text;
        all += between;
    }
    return all + "\n";
}

std::string lines_for(const FrozenFigure& frozen) {
    const auto& figure = frozen.figure;
    auto lines = joined({figure.name, frozen.words, std::to_string(figure.whole)});
    for (const auto& row : figure.rows)
        lines += joined({row.kind, row.id, std::to_string(row.number), row.text,
                         std::to_string(row.amount), std::to_string(row.guards.bits())});
    return lines;
}

const DocumentPart* find_part(const Document& document, Part part) {
    const auto found = std::find_if(document.begin(), document.end(),
                                    [&](const auto& one) { return one.part == part; });
    return found == document.end() ? nullptr : &*found;
}

/// As it is compared: the cells of a table one behind the other.
std::string shown(const Line& line) {
    auto text = line.text;
    for (auto at = text.find(between); at != text.npos; at = text.find(between, at))
        text.replace(at, 1, "　");
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

std::string text_of(const DocumentPart& part) {
    std::string text;
    for (const auto& line : part.lines) text += (text.empty() ? "" : "\n") + shown(line);
    return text;
}

/// By the row that it tells of, or what it says where it tells of none.
std::string key_of(const Line& line) {
    return line.row.empty() ? shown(line) : line.row + std::string(name_of(line.kind));
}

/// Of what the ledger fills: what came, went or says something else.
std::vector<drafting::Line> row_difference(const DocumentPart& before, const DocumentPart& after) {
    using drafting::LineChange;
    std::map<std::string, std::vector<std::string>> old_texts;
    for (const auto& line : before.lines) old_texts[key_of(line)].push_back(shown(line));
    std::vector<drafting::Line> lines;
    for (const auto& line : after.lines) {
        auto& old = old_texts[key_of(line)];
        const auto text = shown(line);
        if (!old.empty() && old.front() == text) {
            old.erase(old.begin());
            continue;
        }
        if (!old.empty()) {
            lines.push_back({LineChange::removed, old.front()});
            old.erase(old.begin());
        }
        lines.push_back({LineChange::added, text});
    }
    for (const auto& line : before.lines) {
        auto& left = old_texts[key_of(line)];
        if (left.empty()) continue;
        lines.push_back({LineChange::removed, left.front()});
        left.erase(left.begin());
    }
    return lines;
}

std::vector<drafting::Line> lines_between(const DocumentPart& before, const DocumentPart& after) {
    if (is_live(after.part)) return row_difference(before, after);
    const auto old_text = text_of(before), new_text = text_of(after);
    if (old_text == new_text) return {};
    return drafting::line_difference(old_text, new_text);
}

std::vector<FigureDifference> between_figures(const std::vector<FrozenFigure>& before,
                                              const std::vector<FrozenFigure>& after) {
    std::map<std::string, std::string> was;
    for (const auto& one : before) was[one.figure.name] = one.words;
    std::vector<FigureDifference> found;
    for (const auto& one : after)
        if (was[one.figure.name] != one.words)
            found.push_back({one.figure.name, was[one.figure.name], one.words});
    return found;
}

std::vector<std::string> placeholders_in(const Document& document) {
    std::vector<std::string> left;
    for (const auto& part : document) {
        if (is_live(part.part)) continue;  // what the ledger says is said as it stands there
        for (const auto& line : part.lines)
            for (auto& one : drafting::placeholders_in(drafting::Part::requirements, line.text))
                left.push_back(std::move(one.text));
    }
    return left;
}

}  // namespace

std::string digest_of(const EditionContent& content, base::Algorithm algorithm) {
    base::Digester digester(algorithm);
    const auto& edition = content.edition;
    digester.add(joined({edition.id.text(), edition.narrative.text(), name_of(edition.kind),
                         std::to_string(edition.number), edition.title, edition.issue.number,
                         base::to_text(edition.issue.on), edition.issue.issuer,
                         edition.issue.addressee, edition.issue.signer}));
    for (const auto& part : content.document) {
        digester.add(joined({name_of(part.part), part.heading}));
        for (const auto& line : part.lines)
            digester.add(joined({name_of(line.kind), line.row_kind, line.row,
                                 std::to_string(line.guards.bits()), line.text}));
    }
    for (const auto& figure : content.figures) digester.add(lines_for(figure));
    return std::string(base::name_of(algorithm)) + ":" + digester.finish();
}

bool is_sound(const EditionContent& content) {
    const auto& digest = content.edition.digest;
    const auto algorithm =
        digest.starts_with("sm3:") ? base::Algorithm::sm3 : base::Algorithm::sha256;
    return digest_of(content, algorithm) == digest;
}

base::Result<void> check(const EditionContent& wanted, base::Date today) {
    const auto& issue = wanted.edition.issue;
    std::vector<base::Error> faults;
    const auto expect = [&](std::string_view field, const std::string& text) {
        if (base::trim(text).empty())
            faults.push_back(refuse(ErrorKind::invalid, "text_empty", field));
    };
    if (wanted.edition.kind != NarrativeKind::principal_report) expect("number", issue.number);
    expect("issuer", issue.issuer);
    expect("addressee", issue.addressee);
    expect("signer", issue.signer);
    if (issue.on > today)
        faults.push_back(
            refuse(ErrorKind::invalid, "day_lies_ahead", "issued_on",
                   {{"value", base::to_text(issue.on)}, {"accepted", base::to_text(today)}}));
    if (const auto left = placeholders_in(wanted.document); !left.empty())
        faults.push_back(refuse(ErrorKind::invalid, "blanks_are_left", {},
                                {{"count", std::to_string(left.size())}, {"value", left.front()}}));
    if (auto wrong = base::together(std::move(faults))) return *wrong;
    return {};
}

EditionDifference differences(const EditionContent& before, const EditionContent& after) {
    EditionDifference found;
    const auto add = [&](const DocumentPart& old, const DocumentPart& now) {
        if (auto lines = lines_between(old, now); !lines.empty())
            found.parts.push_back(
                {now.part, now.heading.empty() ? old.heading : now.heading, std::move(lines)});
    };
    for (const auto& part : after.document) {
        const auto* old = find_part(before.document, part.part);
        add(old ? *old : DocumentPart{part.part, {}, {}}, part);
    }
    for (const auto& part : before.document)
        if (!find_part(after.document, part.part)) add(part, {part.part, {}, {}});
    found.figures = between_figures(before.figures, after.figures);
    return found;
}

}  // namespace narrative
