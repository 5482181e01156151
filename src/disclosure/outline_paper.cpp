#include "disclosure/outline_paper.hpp"

#include <array>
#include <map>

#include "documents/paper_words.hpp"
#include "reports/ledger_sheet.hpp"

namespace disclosure {
namespace {

using documents::chinese;
using documents::in_words;
using ledger::MeasureRow;
using ledger::ProblemRow;

constexpr std::array<std::string_view, 10> form_words{
    "批评教育", "责令检查", "提醒谈话", "约谈",     "诫勉",
    "通报",     "纳入考核", "组织处理", "党纪处分", "政务处分"};

std::string n(std::size_t number) {
    return std::to_string(number);
}
std::string n(std::int64_t number) {
    return std::to_string(number);
}

std::string share(std::size_t part, std::size_t whole) {
    const auto tenths = whole == 0 ? 0 : (part * 1000 + whole / 2) / whole;
    return n(tenths / 10) + "." + n(tenths % 10) + "%";
}

/// Ends in 。, as it stood or not.
std::string as_sentence(std::string text) {
    constexpr std::array<std::string_view, 4> ends{"。", "！", "；", "？"};
    for (const auto end : ends) {
        if (!text.ends_with(end)) continue;
        if (end == "；") text.replace(text.size() - end.size(), end.size(), "。");
        return text;
    }
    return text.empty() ? text : text + "。";
}

std::string opening(const OutlineSource& source) {
    const auto& inspection = source.inspection;
    std::string text =
        "根据" + (inspection.round_name.empty() ? "巡察" : inspection.round_name) + "工作安排，";
    if (source.inspected_from && source.inspected_to)
        text += in_words(*source.inspected_from) + "至" + in_words(*source.inspected_to) + "，";
    text += inspection.inspecting_body.empty() ? "巡察组" : inspection.inspecting_body;
    text += "对" + source.rows.inspected_unit + "开展了巡察。";
    if (source.feedback_on) text += in_words(*source.feedback_on) + "，反馈了巡察意见。";
    return text + "按照巡察工作有关要求，现将整改情况予以公布。";
}

std::string totals(const OutlineSource& source, const OutlineFigures& now) {
    const auto& ledger = now.ledger;
    return "截至" + in_words(source.rows.today) + "，反馈的" + n(ledger.problems) +
           "个问题，已完成整改" + n(ledger.struck_off) + "个，正在推进" +
           n(ledger.problems - ledger.struck_off) + "个，完成率" +
           share(ledger.struck_off, ledger.problems) + "；制定的" + n(ledger.measures) +
           "条整改措施，已完成" + n(ledger.done) + "条，长期坚持" + n(ledger.long_term) +
           "条，正在推进" + n(ledger.open) + "条。";
}

std::string called_to_account(const std::vector<supervision::FormCount>& counts) {
    std::string text;
    for (const auto& one : counts) {
        const auto words = form_words[static_cast<std::size_t>(one.form)];
        if (one.persons > 0)
            text += (text.empty() ? "" : "，") + std::string(words) + n(one.persons) + "人次";
        if (one.units > 0)
            text +=
                (text.empty() ? "" : "，") + std::string(words) + "单位" + n(one.units) + "个次";
    }
    return text.empty() ? text : "整改中追究责任：" + text + "。";
}

std::string results(const OutlineSource& source, const OutlineFigures& now) {
    const auto& rules = source.regulations;
    std::string text;
    if (now.rules_made > 0) {
        text = "建立完善制度" + n(now.rules_made) + "项，其中新建" + n(rules.made) + "项、修订" +
               n(rules.revised) + "项。";
    }
    if (now.recovered_yuan > 0) text += "挽回经济损失" + money_in_words(now.recovered_yuan) + "。";
    return text;
}

class Details {
  public:
    Details(const OutlineSource& source, Paragraphs& out) : source_(source), out_(out) {
        for (const auto& row : source.rows.rows.measures)
            under_[row.measure.problem].push_back(&row);
    }

    void add() {
        ledger::AreaId area;
        bool first = true;
        std::size_t areas = 0, problems = 0;
        for (const auto& row : source_.rows.rows.problems) {
            if ((first || row.area.id != area) && !row.area.heading.empty()) {
                out_.push_back("（" + chinese(++areas) + "）" + row.area.heading);
                problems = 0;
            }
            area = row.area.id;
            first = false;
            add_problem(row, ++problems);
        }
    }

  private:
    void add_problem(const ProblemRow& row, std::size_t number) {
        out_.push_back(n(number) + "." + documents::text_of(row.problem));
        const bool over = row.problem.status == ledger::ProblemStatus::struck_off;
        out_.push_back(std::string("整改情况：") + (over ? "已完成整改。" : "正在推进。"));
        std::size_t measure = 0;
        for (const auto* one : under_[row.problem.id]) add_measure(*one, ++measure);
    }

    void add_measure(const MeasureRow& row, std::size_t number) {
        std::string text = "（" + n(number) + "）" + as_sentence(row.measure.text);
        text += as_sentence(row.measure.last_entry);
        const auto facts = source_.rows.rows.measure_facts.find(row.measure.id);
        if (facts != source_.rows.rows.measure_facts.end()) {
            auto counted = reports::results_in_words(facts->second.results);
            for (auto at = counted.find('\n'); at != std::string::npos; at = counted.find('\n'))
                counted.replace(at, 1, "，");
            text += as_sentence(std::move(counted));
        }
        out_.push_back(std::move(text));
    }

    const OutlineSource& source_;
    Paragraphs& out_;
    std::map<ledger::ProblemId, std::vector<const MeasureRow*>> under_;
};

void add_next(const OutlineFigures& now, Paragraphs& out) {
    const auto open = now.ledger.problems - now.ledger.struck_off;
    out.emplace_back("三、下一步工作");
    if (open > 0)
        out.push_back("对正在推进的" + n(open) +
                      "个问题，按照责任分工和完成时限继续整改，完成一个销号一个。");
    out.emplace_back(
        "对已经完成整改的问题，适时组织检查，防止反弹；对需要长期坚持的措施，定期检视落实情况。");
}

void add_contacts(const Contacts& contacts, Paragraphs& out) {
    if (contacts.empty()) return;
    out.emplace_back("欢迎广大干部群众对整改情况进行监督，意见建议可通过以下方式反映：");
    if (!contacts.phone.empty()) out.push_back("联系电话：" + contacts.phone);
    if (!contacts.address.empty()) out.push_back("邮政地址：" + contacts.address);
    if (!contacts.email.empty()) out.push_back("电子邮箱：" + contacts.email);
}

}  // namespace

OutlineFigures count(const OutlineSource& source) {
    OutlineFigures now;
    now.ledger = documents::count(source.rows, documents::week_of(source.rows.today));
    now.rules_made = source.regulations.made + source.regulations.revised;
    for (const auto& [measure, facts] : source.rows.rows.measure_facts)
        for (const auto& one : facts.results)
            if (one.kind == ledger::ResultKind::recovered_yuan) now.recovered_yuan += one.quantity;
    return now;
}

std::string money_in_words(std::int64_t yuan) {
    if (yuan < 10'000) return n(yuan) + "元";
    auto words = n(yuan / 10'000);
    auto rest = n(yuan % 10'000 + 10'000).substr(1);
    while (!rest.empty() && rest.back() == '0') rest.pop_back();
    return words + (rest.empty() ? "" : "." + rest) + "万元";
}

std::string outline_title(const OutlineSource& source) {
    return source.rows.inspected_unit + "关于巡察整改情况的通报";
}

Paragraphs outline_of(const OutlineSource& source) {
    const auto now = count(source);
    Paragraphs out{opening(source), "一、总体情况", totals(source, now)};
    if (source.accountability)
        if (auto text = called_to_account(*source.accountability); !text.empty())
            out.push_back(std::move(text));
    if (auto text = results(source, now); !text.empty()) out.push_back(std::move(text));
    out.emplace_back("二、问题整改情况");
    Details(source, out).add();
    add_next(now, out);
    add_contacts(source.contacts, out);
    return out;
}

}  // namespace disclosure
