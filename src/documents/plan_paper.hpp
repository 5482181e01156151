// The plan of a programme (整改方案) as an official document: its written parts, the tasks with
// their measures as levelled text or as tables, the phases, and on pages of their own the bodies
// with their duties and the ledger (domain 5.3, R25–R47). As text it is read back as the same
// ledger, see plan/styled_ledger.hpp. And what a unit will do about the rows that it leads
// (单位子方案, R58). Pure.
#pragma once

#include "bodies/body.hpp"
#include "documents/plan_ledger_paper.hpp"
#include "drafting/sub_plan.hpp"
#include "office/paper.hpp"

namespace documents {

enum class TaskLayout { text, table };
[[nodiscard]] std::string_view name_of(TaskLayout layout);
[[nodiscard]] std::optional<TaskLayout> task_layout_of(std::string_view name);
/// 附件 整改工作台账: the columns that it must have at least, all that the plan knows, or none.
enum class LedgerAnnex { least, full, none };
[[nodiscard]] std::string_view name_of(LedgerAnnex annex);
[[nodiscard]] std::optional<LedgerAnnex> ledger_annex_of(std::string_view name);
struct PlanForm {
    TaskLayout tasks = TaskLayout::text;
    LedgerAnnex annex = LedgerAnnex::least;
};

struct PlanText {
    drafting::Part part = drafting::Part::requirements;
    std::string heading;
    std::vector<std::string> paragraphs;
};
struct PlanSource {
    std::string title, unit;        // unit: whose plan it is
    std::string number, addressee;  // "" of one that is not issued
    std::string secrecy;            // as it is printed; "" for none
    base::Date day;                 // of issue, else today
    std::vector<PlanText> texts;    // the parts it has, in order; tasks and ledger without text
    PlanLedger ledger;
    std::vector<bodies::Body> bodies;  // for the annex of the group, where no text is written there
};
[[nodiscard]] office::Paper plan_paper(const PlanSource& source, const PlanForm& form);

struct SubPlanSource {
    std::string programme_title;
    drafting::SubPlan plan;
    PlanLedger ledger;  // of what the unit leads
};
[[nodiscard]] office::Paper sub_plan_paper(const SubPlanSource& source);
/// What this unit leads; where nobody leads, what it is responsible for.
[[nodiscard]] PlanLedger led_by(const PlanLedger& ledger, base::UnitId unit);

}  // namespace documents
