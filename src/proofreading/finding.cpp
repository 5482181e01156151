#include "proofreading/finding.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <tuple>

#include "base/names.hpp"
#include "text/punctuation.hpp"

namespace proofreading {
namespace {

constexpr std::array<std::string_view, 10> kind_names{
    "placeholder", "figure",      "numbering", "date",     "name",
    "wording",     "punctuation", "leftover",  "personal", "layout"};
constexpr std::array<std::string_view, 10> kind_words{
    "未填写", "数字", "编号", "日期", "名称", "用语", "标点", "他处遗留", "个人信息", "公文格式"};
constexpr std::array<std::string_view, 3> severity_names{"must", "should", "hint"};
constexpr std::array<std::string_view, 3> severity_words{"必须改", "建议改", "请留意"};

constexpr std::size_t context_chars = 8;

std::size_t chars_back(std::string_view text, std::size_t at, std::size_t count) {
    for (; count > 0 && at > 0; --count) at = text::before(text, at);
    return at;
}
std::size_t chars_on(std::string_view text, std::size_t at, std::size_t count) {
    for (; count > 0 && at < text.size(); --count) at += text::bytes_of(text[at]);
    return std::min(at, text.size());
}

/// FNV-1a.
std::uint64_t mixed(std::uint64_t hash, std::string_view bytes) {
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return (hash ^ 0xffu) * 0x100000001b3u;
}
std::string hex(std::uint64_t value) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text(12, '0');
    for (auto& c : text) {
        c = digits[value & 0xfu];
        value >>= 4;
    }
    return text;
}

/// What stands there and around it, so that changes elsewhere leave the key as it is.
std::uint64_t fingerprint(const Passages& passages, const Finding& finding) {
    constexpr std::uint64_t begin = 0xcbf29ce484222325u;
    auto hash = mixed(begin, name_of(finding.kind));
    if (finding.end == 0) return mixed(hash, finding.reason);
    const std::string_view text = passages[finding.passage].text;
    const auto from = chars_back(text, finding.begin, context_chars);
    const auto to = chars_on(text, finding.end, context_chars);
    hash = mixed(hash, text.substr(from, finding.begin - from));
    hash = mixed(hash, marked(passages, finding));
    return mixed(hash, text.substr(finding.end, to - finding.end));
}

}  // namespace

std::string_view name_of(Kind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}
std::string_view words_of(Kind kind) {
    return kind_words[static_cast<std::size_t>(kind)];
}
std::string_view name_of(Severity severity) {
    return severity_names[static_cast<std::size_t>(severity)];
}
std::optional<Severity> severity_of(std::string_view name) {
    return base::named<Severity>(severity_names, name);
}
std::string_view words_of(Severity severity) {
    return severity_words[static_cast<std::size_t>(severity)];
}

std::string_view marked(const Passages& passages, const Finding& finding) {
    if (finding.passage >= passages.size()) return {};
    return std::string_view(passages[finding.passage].text)
        .substr(finding.begin, finding.end - finding.begin);
}

void settle(const Passages& passages, std::vector<Finding>& findings) {
    const auto place = [](const Finding& one) {
        return std::tuple(one.passage, one.begin, one.end, one.kind, one.severity);
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const Finding& a, const Finding& b) { return place(a) < place(b); });
    const auto twice = [](const Finding& a, const Finding& b) {
        return a.end > 0 && a.passage == b.passage && a.begin == b.begin && a.end == b.end &&
               a.kind == b.kind;
    };
    findings.erase(std::unique(findings.begin(), findings.end(), twice), findings.end());
    std::map<std::uint64_t, std::uint64_t> seen;
    for (auto& finding : findings) {
        const auto print = fingerprint(passages, finding);
        finding.key = hex(print + seen[print]++ * 0x9e3779b97f4a7c15u);
    }
}

std::string excerpt(const Passages& passages, const Finding& finding) {
    if (finding.end == 0 || finding.passage >= passages.size()) return {};
    const std::string_view text = passages[finding.passage].text;
    const auto from = chars_back(text, finding.begin, context_chars);
    const auto to = chars_on(text, finding.end, context_chars);
    std::string line = from > 0 ? "…" : "";
    line += text.substr(from, finding.begin - from);
    line += "【" + std::string(marked(passages, finding)) + "】";
    line += text.substr(finding.end, to - finding.end);
    if (to < text.size()) line += "…";
    return line;
}

std::vector<const Finding*> fixes(const std::vector<Finding>& findings, const Chosen& chosen) {
    std::vector<const Finding*> taken;
    for (const auto& one : findings) {
        if (!one.fix || !chosen.contains(one.key)) continue;
        const auto* last = taken.empty() ? nullptr : taken.back();
        if (last != nullptr && last->passage == one.passage && one.begin < last->end) continue;
        taken.push_back(&one);
    }
    std::reverse(taken.begin(), taken.end());
    return taken;
}

Passages corrected(Passages passages, const std::vector<Finding>& findings, const Chosen& chosen) {
    for (const auto* one : fixes(findings, chosen))
        passages[one->passage].text.replace(one->begin, one->end - one->begin, *one->fix);
    return passages;
}

Chosen all_fixable(const std::vector<Finding>& findings) {
    Chosen keys;
    for (const auto& one : findings)
        if (one.fix) keys.insert(one.key);
    return keys;
}

}  // namespace proofreading
