#include "narrative/draft_paper.hpp"

#include <algorithm>

#include "base/day_words.hpp"
#include "base/utf8.hpp"

namespace narrative {
namespace {

bool ends_a_sentence(std::string_view text) {
    constexpr std::string_view ends[]{"。", "；", "！", "？", "："};
    return std::any_of(std::begin(ends), std::end(ends),
                       [&](std::string_view end) { return text.ends_with(end); });
}

std::string draft_of_other(Part part, const Source& source) {
    std::string text;
    switch (part) {
        case Part::situation:
            add_paragraph(text,
                          "反馈意见涉及{{方面数}}个方面{{问题总数}}个问题，制定整改措施{{措施总数}}"
                          "条。截至目前，已销号问题{{已销号问题数}}个，销号率{{销号率}}；已完成措施"
                          "{{已完成措施数}}条，转入长期坚持{{长期坚持措施数}}条。");
            return text;
        case Part::work: add_paragraph(text, "〔主要做法〕"); return text;
        case Part::results:
            add_paragraph(text,
                          "出台制度{{出台制度数}}项，挽回资金{{挽回资金}}万元，开展专项治理"
                          "{{专项治理数}}项，形成佐证材料{{佐证材料数}}份。");
            return text;
        default: return draft_of_progress(part, source);
    }
}

}  // namespace

std::string as_sentence(std::string text) {
    const auto bare = base::trim(text);
    text = std::string(bare);
    return text.empty() || ends_a_sentence(text) ? text : text + "。";
}

std::string title_marked(std::string_view title) {
    if (title.starts_with("《")) return std::string(title);
    return "《" + std::string(title) + "》";
}

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
    std::string all;
    for (const auto& text : texts) {
        if (!all.empty()) all += between;
        all += text;
    }
    return all;
}

void add_paragraph(std::string& text, const std::string& paragraph) {
    if (paragraph.empty()) return;
    if (!text.empty()) text += "\n";
    text += paragraph;
}

std::string feedback_in_words(const Source& source) {
    const auto& programme = source.programme;
    std::vector<std::string> numbers;
    for (const auto& one : source.feedback)
        if (!one.paper.document.empty()) numbers.push_back(one.paper.document);
    const auto day = programme.feedback_on ? base::in_words(*programme.feedback_on)
                                           : std::string("〔反馈日期〕");
    const auto body = programme.inspection.inspecting_body.empty()
                          ? std::string("〔反馈意见的单位〕")
                          : programme.inspection.inspecting_body;
    return day + "，" + body + "向" + programme.inspected_unit_name + "反馈了意见" +
           (numbers.empty() ? "" : "（" + joined(numbers, "、") + "）");
}

std::string plan_in_words(const Source& source) {
    if (source.plans.empty()) return {};
    const auto& plan = source.plans.front();
    return base::in_words(plan.issue->on) + "印发" + title_marked(plan.title) + "（" +
           plan.issue->number + "）";
}

std::string group_in_words(const Source& source) {
    using bodies::MemberRole;
    for (const auto& body : source.bodies) {
        if (body.terms.kind != bodies::BodyKind::leading_group) continue;
        std::vector<std::string> heads, deputies;
        for (const auto& member : body.terms.members) {
            if (member.role == MemberRole::head) heads.push_back(member.name);
            if (member.role == MemberRole::deputy) deputies.push_back(member.name);
        }
        auto words = "成立" + body.terms.name;
        if (!heads.empty()) words += "，" + joined(heads, "、") + "任组长";
        if (!deputies.empty()) words += "，" + joined(deputies, "、") + "任副组长";
        return words;
    }
    return {};
}

std::string noted_for(std::int64_t part, const Source& source) {
    std::string text;
    for (const auto& one : source.happenings) {
        if (one.kind != chronology::Kind::noted || one.number != part) continue;
        const auto own = !source.principal.empty() && one.person == source.principal;
        add_paragraph(text, base::in_words(base::date_of(one.at)) + "，" +
                                (own ? "本人" : one.person) + as_sentence(one.words));
    }
    return text;
}

std::string regulations_in_words(const Source& source,
                                 bool (*wanted)(regulations::RegulationState)) {
    std::vector<std::string> titles;
    std::size_t left = 0;
    for (const auto& one : source.regulations) {
        if (one.terms.change == regulations::RegulationChange::abolished || !wanted(one.state))
            continue;
        if (titles.size() == regulations_told) {
            ++left;
            continue;
        }
        titles.push_back(title_marked(one.terms.title) +
                         (one.document.empty() ? "" : "（" + one.document + "）"));
    }
    return joined(titles, "、") + (left == 0 ? "" : "等");
}

std::string opening_of_office(const Source& source) {
    return feedback_in_words(source) +
           "，涉及{{方面数}}个方面{{问题总数}}个问题。现将集中整改进展情况报告如下。";
}

std::string draft_of(Part part, NarrativeKind kind, const Source& source) {
    if (is_live(part)) return {};
    if (kind == NarrativeKind::principal_report) return draft_of_principal(part, source);
    if (part == Part::opening) return opening_of_office(source);
    return kind == NarrativeKind::progress_report ? draft_of_progress(part, source)
                                                  : draft_of_other(part, source);
}

}  // namespace narrative
