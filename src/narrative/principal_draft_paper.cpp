// The six parts of the report on how the principal organised the rectification, told by the
// principal: from the chronology, what was studied, decided, made as a rule and written by hand.
#include "narrative/draft_paper.hpp"

#include <algorithm>
#include <set>

#include "base/day_words.hpp"

namespace narrative {
namespace {

using chronology::Kind;

constexpr std::size_t studies_told = 12, meetings_told = 40, items_told = 10;

std::string day_of(const chronology::Happening& one) {
    return base::in_words(base::date_of(one.at)) + "，";
}

std::string opening(const Source& source) {
    auto text = feedback_in_words(source);
    for (const auto& one : source.feedback) {
        const auto& said = one.declaration;
        if (said.by.empty() || said.by != source.principal || said.promises.empty()) continue;
        text += "。本人作了表态，承诺" + joined(said.promises, "；");
        break;
    }
    return as_sentence(text) + "现将本人组织落实整改的情况报告如下。";
}

std::string awareness(const Source& source) {
    std::string text;
    std::vector<std::string> told;
    const auto& all = source.studies;
    const auto from = all.size() - std::min(all.size(), studies_told);
    for (auto i = from; i < all.size(); ++i)
        told.push_back(base::in_words(all[i].studied_on) +
                       (all[i].occasion.empty() ? "" : "在" + all[i].occasion) + "学习" +
                       title_marked(all[i].title));
    if (!told.empty())
        add_paragraph(text, as_sentence("围绕整改组织学习法规制度{{学习法规制度数}}项：" +
                                        joined(told, "；")));
    add_paragraph(text, noted_for(1, source));
    return text.empty() ? "〔学习情况〕" : text;
}

std::string leadership(const Source& source) {
    std::string text;
    const auto group = group_in_words(source), plan = plan_in_words(source);
    add_paragraph(text,
                  "（一）健全组织。" + as_sentence(group.empty() ? "〔领导小组成立情况〕" : group));
    add_paragraph(text,
                  "（二）压实责任。" + (plan.empty() ? "〔整改方案印发情况〕" : plan) +
                      "，把{{方面数}}个方面{{问题总数}}个问题分解为{{措施总数}}条措施，逐条明确牵"
                      "头领导、责任单位和完成时限。");
    add_paragraph(text, noted_for(2, source));
    return text;
}

/// What the principal did on a day, as the principal says it; "" for what is told elsewhere.
std::string done_by_principal(const Source& source, const chronology::Happening& one) {
    if (one.kind == Kind::noted && one.number == 3)
        return day_of(one) + (one.person == source.principal ? "本人" : one.person) + one.words;
    if (one.person != source.principal) return {};
    switch (one.kind) {
        case Kind::meeting: return day_of(one) + "本人主持召开“" + one.words + "”";
        case Kind::notice:
        case Kind::plan:
        case Kind::check: return day_of(one) + "本人" + chronology::sentence_of(one);
        case Kind::interview: return day_of(one) + "本人就整改落实开展约谈";
        default: return {};
    }
}

std::string deployment(const Source& source) {
    std::string text;
    std::vector<std::string> told;
    if (!source.principal.empty())
        for (const auto& one : source.happenings)
            if (auto words = done_by_principal(source, one); !words.empty())
                told.push_back(std::move(words));
    if (told.size() > meetings_told)
        told.erase(told.begin(), told.end() - static_cast<std::ptrdiff_t>(meetings_told));
    for (const auto& one : told) add_paragraph(text, as_sentence(one));
    if (text.empty()) return "〔部署推动情况〕";
    add_paragraph(text,
                  "整改以来，共召开整改工作会议{{召开会议数}}次，其中本人主持"
                  "{{主要负责人主持会议数}}次。截至目前，已销号问题{{已销号问题数}}个，销号率"
                  "{{销号率}}。");
    return text;
}

std::string example(const Source& source) {
    std::string text;
    const auto leads = [&](const ledger::ProblemRow& row) {
        const auto& all = row.problem.responsibility;
        return std::any_of(all.begin(), all.end(), [&](const ledger::Holder& one) {
            return one.role == ledger::HolderRole::lead_leader && one.name == source.principal;
        });
    };
    const auto& rows = source.rows.problems;
    if (!source.principal.empty() && std::any_of(rows.begin(), rows.end(), leads))
        add_paragraph(text,
                      "本人牵头整改问题{{主要负责人牵头问题数}}个，已销号"
                      "{{主要负责人牵头问题已销号数}}个。");
    bool told = false;
    for (const auto& one : source.happenings) {
        if (one.kind != Kind::life_meeting) continue;
        add_paragraph(
            text, as_sentence(day_of(one) + (one.person == source.principal ? "本人" : one.person) +
                              chronology::sentence_of(one)));
        told = true;
    }
    const auto noted = noted_for(4, source);
    if (!told || !noted.empty())
        add_paragraph(text, noted.empty() ? "〔专题民主生活会召开情况〕" : noted);
    return text;
}

std::string lasting(const Source& source) {
    std::string text;
    const auto done = regulations_in_words(source, regulations::is_done);
    const auto drafted = regulations_in_words(source, regulations::is_drafted);
    if (!done.empty()) add_paragraph(text, as_sentence("出台制度{{出台制度数}}项：" + done));
    if (!drafted.empty())
        add_paragraph(text, as_sentence("正在起草{{起草中制度数}}项：" + drafted));
    add_paragraph(text, noted_for(5, source));
    return text.empty() ? "〔建章立制情况〕" : text;
}

std::string balance(const Source& source) {
    std::string text;
    std::set<std::string> known;
    std::vector<std::string> told;
    for (const auto& one : source.planned)
        if (told.size() < items_told && known.insert(one.plan + one.item).second)
            told.push_back(title_marked(one.plan) + "的“" + one.item + "”");
    if (!told.empty())
        add_paragraph(
            text, as_sentence("把整改与日常工作一起部署、一起推进，对应落实" + joined(told, "、")));
    add_paragraph(text, noted_for(6, source));
    return text.empty() ? "〔统筹业务工作情况〕" : text;
}

}  // namespace

std::string draft_of_principal(Part part, const Source& source) {
    switch (part) {
        case Part::opening: return opening(source);
        case Part::awareness: return awareness(source);
        case Part::leadership: return leadership(source);
        case Part::deployment: return deployment(source);
        case Part::example: return example(source);
        case Part::lasting: return lasting(source);
        case Part::balance: return balance(source);
        default: return {};
    }
}

}  // namespace narrative
