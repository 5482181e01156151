#include "documents/plan_paper.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"
#include "base/utf8.hpp"
#include "documents/paper_words.hpp"
#include "documents/plan_table.hpp"
#include "plan/styled_ledger.hpp"

namespace documents {
namespace {

using drafting::Part;
using office::Style;
using Parts = std::vector<office::PaperPart>;

constexpr std::array<std::string_view, 2> layout_names{"text", "table"};
constexpr std::array<std::string_view, 3> annex_names{"least", "full", "none"};

office::Paragraph line_in(Style style, const PlanLine& line) {
    return office::paragraph(style, plan::numbered(line.number, line.text));
}

void add_statement(Parts& parts, Style style, const Terms& terms, base::Date day) {
    if (auto words = statement_of(terms, day); !words.empty())
        add(parts, office::paragraph(style, std::move(words)));
}

bool says_something_itself(const PlanProblem& problem) {
    return std::any_of(problem.measures.begin(), problem.measures.end(),
                       [](const PlanMeasure& one) { return !one.own.empty(); });
}

/// The measures of a block, with what is said of several of them behind the last.
void add_measures(Parts& parts, const PlanProblem& problem, const PlanBlock& block,
                  base::Date day) {
    const auto& all = problem.measures;
    // Beside one that says it for itself, another would be taken to share it.
    const bool apart = std::any_of(block.measures.begin(), block.measures.end(),
                                   [&](std::size_t at) { return !all[at].own.empty(); });
    const auto said_of = [&](std::size_t at) { return apart ? all[at].terms : Terms{}; };
    for (std::size_t i = 0; i < block.measures.size(); ++i) {
        const auto at = block.measures[i];
        auto line = line_in(Style::entry_step, all[at].line);
        if (i == 0)
            line.runs.insert(line.runs.begin(),
                             {std::string(plan::measures_label), office::Face::kaiti});
        add(parts, std::move(line));
        const bool last = i + 1 == block.measures.size();
        if (!last && said_of(at) == said_of(block.measures[i + 1])) continue;
        if (apart && !last && said_of(at).empty())
            add(parts, office::paragraph(Style::step_holders, "（责任和时限未明确）"));
        else
            add_statement(parts, Style::step_holders, said_of(at), day);
    }
}

void add_problem(Parts& parts, const PlanProblem& problem, base::Date day) {
    add(parts, line_in(Style::entry, problem.line));
    const bool above = says_something_itself(problem);
    if (above) add_statement(parts, Style::entry_holders, problem.terms, day);
    if (!problem.goal.empty())
        add(parts, office::paragraph(Style::body, "整改目标：" + problem.goal));
    for (const auto& block : blocks_of(problem)) {
        for (const auto at : block.manifestations)
            add(parts, line_in(Style::entry_detail, problem.manifestations[at]));
        add_measures(parts, problem, block, day);
    }
    if (!above) add_statement(parts, Style::entry_holders, problem.terms, day);
}

void add_ledger(Parts& parts, const PlanLedger& ledger, base::Date day) {
    for (const auto& area : ledger) {
        if (!area.line.text.empty()) add(parts, line_in(Style::entry_group, area.line));
        for (const auto& problem : area.problems) add_problem(parts, problem, day);
    }
}

std::string totals(const PlanLedger& ledger) {
    const auto counts = count(ledger);
    std::string words = "对照反馈意见，梳理出";
    if (counts.areas > 0) words += std::to_string(counts.areas) + "个方面、";
    return words + std::to_string(counts.problems) + "个问题，制定整改措施" +
           std::to_string(counts.measures) + "条。";
}

void add_tasks(Parts& parts, const PlanSource& source, TaskLayout layout) {
    if (source.ledger.empty())
        return add(parts, office::paragraph(Style::body, "（台账中尚无问题和措施）"));
    add(parts, office::paragraph(Style::body, totals(source.ledger)));
    if (layout == TaskLayout::text) return add_ledger(parts, source.ledger, source.day);
    for (const auto& area : source.ledger) {
        if (!area.line.text.empty())
            add(parts, office::paragraph(Style::level2, area.line.number + area.line.text));
        parts.emplace_back(task_table(area, source.day));
    }
}

struct RoleWords {
    bodies::MemberRole role;
    std::string_view group, office, other;
};
constexpr RoleWords role_words[]{{bodies::MemberRole::head, "组　长", "主　任", "负责人"},
                                 {bodies::MemberRole::deputy, "副组长", "副主任", "副　职"},
                                 {bodies::MemberRole::member, "成　员", "成　员", "成　员"},
                                 {bodies::MemberRole::recorder, "记录人员", "记录人员", "记录人员"},
                                 {bodies::MemberRole::support, "保障单位", "保障单位", "保障单位"},
                                 {bodies::MemberRole::sits_in, "列席人员", "列席人员", "列席人员"}};

std::string_view words_of(const RoleWords& row, bodies::BodyKind kind) {
    if (kind == bodies::BodyKind::office) return row.office;
    return kind == bodies::BodyKind::other ? row.other : row.group;
}

std::string members_in(const bodies::BodyTerms& terms, bodies::MemberRole role) {
    std::string names;
    for (const auto& one : terms.members) {
        if (one.role != role) continue;
        names += (names.empty() ? "" : "、") + one.name;
        if (one.name.empty() && one.unit) names += one.unit->name;
        if (!one.post.empty()) names += "（" + one.post + "）";
    }
    return names;
}

void add_body(Parts& parts, const bodies::Body& body, std::size_t number) {
    const auto& terms = body.terms;
    add(parts, office::paragraph(Style::level1, chinese(number) + "、" + terms.name));
    for (const auto& row : role_words)
        if (const auto names = members_in(terms, row.role); !names.empty())
            add(parts, office::paragraph(Style::body,
                                         std::string(words_of(row, terms.kind)) + "：" + names));
    if (!terms.duties.empty())
        add(parts, office::paragraph(Style::body, "职　责：" + terms.duties));
}

/// 附件1　整改工作领导小组组成及职责: without its number, which follows from its place.
std::string annex_name(const std::string& heading) {
    constexpr std::string_view word = "附件";
    if (!heading.starts_with(word)) return heading;
    auto rest = std::string_view(heading).substr(word.size());
    while (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') rest.remove_prefix(1);
    for (const std::string_view sign : {"：", "."})
        if (rest.starts_with(sign)) rest.remove_prefix(sign.size());
    return std::string(base::trim(rest));
}

struct Annex {
    const PlanText* text;
    std::string name;
};

std::vector<Annex> annexes_of(const PlanSource& source, const PlanForm& form) {
    std::vector<Annex> annexes;
    for (const auto& text : source.texts) {
        const bool group =
            text.part == Part::group && (!text.paragraphs.empty() || !source.bodies.empty());
        const bool ledger =
            text.part == Part::ledger && form.annex != LedgerAnnex::none && !source.ledger.empty();
        if (group || ledger) annexes.push_back({&text, annex_name(text.heading)});
    }
    return annexes;
}

office::PaperSection section_of(const Annex& annex, std::size_t number, const PlanSource& source,
                                const PlanForm& form) {
    office::PaperSection section;
    auto& parts = section.parts;
    const bool ledger = annex.text->part == Part::ledger;
    add(parts, office::paragraph(Style::annex_mark,
                                 "附件" + (number > 0 ? std::to_string(number) : std::string())));
    if (ledger) {
        section.orientation = office::Orientation::landscape;
        add(parts, office::paragraph(Style::table_title, annex.name));
        parts.emplace_back(ledger_table(source.ledger, source.day, form.annex));
        return section;
    }
    add(parts, office::paragraph(Style::annex_title, office::in_title_lines(annex.name)));
    for (const auto& paragraph : annex.text->paragraphs)
        add(parts, office::paragraph(Style::body, paragraph));
    if (annex.text->paragraphs.empty())
        for (std::size_t i = 0; i < source.bodies.size(); ++i)
            add_body(parts, source.bodies[i], i + 1);
    return section;
}

void add_texts(Parts& parts, const PlanSource& source, TaskLayout layout) {
    for (const auto& text : source.texts) {
        if (drafting::is_annex(text.part)) continue;
        add(parts, office::paragraph(Style::level1, text.heading));
        if (text.part == Part::tasks) add_tasks(parts, source, layout);
        for (const auto& paragraph : text.paragraphs) add(parts, prose(paragraph));
    }
}

}  // namespace

std::string_view name_of(TaskLayout layout) {
    return layout_names[static_cast<std::size_t>(layout)];
}
std::optional<TaskLayout> task_layout_of(std::string_view name) {
    return base::named<TaskLayout>(layout_names, name);
}
std::string_view name_of(LedgerAnnex annex) {
    return annex_names[static_cast<std::size_t>(annex)];
}
std::optional<LedgerAnnex> ledger_annex_of(std::string_view name) {
    return base::named<LedgerAnnex>(annex_names, name);
}

office::Paper plan_paper(const PlanSource& source, const PlanForm& form) {
    Parts parts;
    add(parts, office::paragraph(Style::title, office::in_title_lines(source.title)));
    if (!source.addressee.empty())
        add(parts, office::paragraph(Style::addressee, source.addressee + "："));
    add_texts(parts, source, form.tasks);
    const auto annexes = annexes_of(source, form);
    std::vector<std::string> names;
    for (const auto& one : annexes) names.push_back(one.name);
    add(parts, office::attachment_list(names));
    add(parts, office::signed_by(source.unit, base::in_words(source.day), office::Seal::none));
    office::Paper paper;
    paper.name = source.title;
    paper.head = {office::HeadKind::document, source.unit + "文件",
                  source.number.empty() ? "（拟稿，未编号）" : source.number, source.secrecy, ""};
    paper.sections = {{office::Orientation::portrait, std::move(parts)}};
    for (std::size_t i = 0; i < annexes.size(); ++i)
        paper.sections.push_back(
            section_of(annexes[i], annexes.size() > 1 ? i + 1 : 0, source, form));
    if (source.number.empty()) return paper;
    // 版记 stands at the foot of an upright page.
    if (paper.sections.back().orientation == office::Orientation::landscape)
        paper.sections.emplace_back();
    paper.imprint = {"", std::string(rectification_office), base::in_words(source.day)};
    return paper;
}

office::Paper sub_plan_paper(const SubPlanSource& source) {
    const auto& plan = source.plan;
    const auto day = base::date_of(plan.submitted_at);
    const auto title = plan.unit_name + "关于落实" + source.programme_title + "的子方案";
    Parts parts;
    add(parts, office::paragraph(Style::title, office::in_title_lines(title)));
    const auto paragraphs = [&](std::string_view text) {
        while (!text.empty())
            if (const auto line = base::trim(base::cut(text, '\n')); !line.empty())
                add(parts, prose(std::string(line)));
    };
    add(parts, office::paragraph(Style::level1, "一、整改目标"));
    paragraphs(plan.goals);
    add(parts, office::paragraph(Style::level1, "二、牵头的整改任务和措施"));
    add(parts, office::paragraph(Style::body, totals(source.ledger)));
    add_ledger(parts, source.ledger, day);
    add(parts, office::paragraph(Style::level1, "三、具体步骤和时间安排"));
    paragraphs(plan.text);
    add(parts, office::signed_by(plan.unit_name, base::in_words(day), office::Seal::none));
    office::Paper paper;
    paper.name = title;
    paper.sections = {{office::Orientation::portrait, std::move(parts)}};
    return paper;
}

namespace {

bool leads(const ledger::Responsibility& holders, base::UnitId unit) {
    const auto role_is = [](ledger::HolderRole role) {
        return [role](const ledger::Holder& one) { return one.role == role; };
    };
    const bool led =
        std::any_of(holders.begin(), holders.end(), role_is(ledger::HolderRole::lead_unit));
    const auto wanted = led ? ledger::HolderRole::lead_unit : ledger::HolderRole::responsible_unit;
    return std::any_of(holders.begin(), holders.end(), [&](const ledger::Holder& one) {
        return one.role == wanted && one.unit == unit;
    });
}

}  // namespace

PlanLedger led_by(const PlanLedger& ledger, base::UnitId unit) {
    PlanLedger led;
    for (auto area : ledger) {
        for (auto& problem : area.problems) {
            std::erase_if(problem.measures, [&](const PlanMeasure& measure) {
                return !leads(measure.terms.holders, unit);
            });
        }
        std::erase_if(area.problems, [&](const PlanProblem& problem) {
            return problem.measures.empty() && !leads(problem.terms.holders, unit);
        });
        if (!area.problems.empty()) led.push_back(std::move(area));
    }
    return led;
}

}  // namespace documents
