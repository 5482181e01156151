#include "plan/read_meeting_report.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "text/numeral.hpp"
#include "text/punctuation.hpp"
#include "text/word_set.hpp"

namespace plan {
namespace {

/// Names of Party bodies at the start of the text: 县纪委监委、县委组织部和市委.
void add_recipients(std::string_view text, ReadReport& report) {
    while (!text.empty()) {
        std::size_t end = 0;
        while (end < text.size()) {
            const auto c = text::char_at(text, end);
            if (text::is_boundary(c) || c == U'和' || c == U'及' || c == U'书' || c == U'报' ||
                text.substr(end).starts_with("上报"))
                break;
            end += text::bytes_of(text[end]);
        }
        const auto name = text::trim(text.substr(0, end));
        bool body = false;
        for (const std::string_view tail :
             {"委", "部", "巡察办", "巡视办", "组", "党组织", "办", "监委"})
            body = body || name.ends_with(tail);
        if (!body || base::chars_in(name) > 22 || base::chars_in(name) < 2) return;
        if (std::find(report.to.begin(), report.to.end(), name) == report.to.end())
            report.to.emplace_back(name);
        const auto next = text::char_at(text, end);
        if (next != U'、' && next != U'和' && next != U'及') return;
        text.remove_prefix(end + 3);
    }
}

/// xx日内, 5天内, 15个工作日内
std::string within(std::string_view sentence) {
    for (const std::string_view tail : {"个工作日内", "日内", "天内"}) {
        const auto at = text::find(sentence, tail);
        if (at == std::string_view::npos) continue;
        auto start = at;
        while (start > 0) {
            const auto previous = text::before(sentence, start);
            const auto rest = sentence.substr(previous);
            if (text::placeholder_bytes(rest) == 0 && !text::leading_number(rest)) break;
            start = previous;
        }
        if (start < at) return std::string(sentence.substr(start, at + tail.size() - start));
    }
    return {};
}

}  // namespace

bool tells_report(std::string_view text) {
    return text::has_any<"报送 上报 报市 报县 抄送 书面报送 报上级 报告情况">(text);
}

std::optional<ReadReport> report_in(std::string_view sentence) {
    if (!tells_report(sentence) || text::has_any<"报送相关材料 审阅 审核">(sentence)) return {};
    ReadReport report;
    for (const std::string_view word : {"抄送", "报送", "上报", "报市", "报县", "报上级"}) {
        const auto at = text::find(sentence, word);
        if (at == std::string_view::npos) continue;
        const auto skip =
            word == "报市" || word == "报县" || word == "报上级" ? std::size_t{3} : word.size();
        add_recipients(sentence.substr(at + skip), report);
    }
    for (auto at = text::find(sentence, "向"); at != std::string_view::npos;
         at = text::find(sentence, "向", at + 3))
        add_recipients(sentence.substr(at + 3), report);
    if (report.to.empty()) return {};
    report.within_text = within(sentence);
    return report;
}

}  // namespace plan
