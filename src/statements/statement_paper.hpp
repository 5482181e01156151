// Statements, their reviews and criticisms as official documents. What may be printed for whom is
// decided before.
#pragma once

#include "office/paper.hpp"
#include "statements/criticism.hpp"
#include "statements/statement.hpp"

namespace statements {

struct PrintedStatement {
    Statement statement;
    std::vector<Section> sections;
};
/// 班子对照检查材料 or 个人发言提纲.
[[nodiscard]] office::Paper statement_paper(const LifeMeeting& meeting,
                                            const PrintedStatement& printed);
/// 材料汇编: all of these, each on a new page, behind a list of them.
[[nodiscard]] office::Paper compilation_paper(const LifeMeeting& meeting,
                                              const std::vector<PrintedStatement>& all);
/// 审阅意见: what was marked and what came of it, and the steps.
[[nodiscard]] office::Paper review_paper(const LifeMeeting& meeting,
                                         const PrintedStatement& reviewed,
                                         const std::vector<Remark>& remarks,
                                         const std::vector<StatementStep>& steps);
/// 批评意见: what one member prepared for the others.
[[nodiscard]] office::Paper criticism_paper(const LifeMeeting& meeting,
                                            const life_meetings::Participant& author,
                                            const std::vector<Criticism>& all);

}  // namespace statements
