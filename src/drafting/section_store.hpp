// Statements on the parts of a plan, their wordings and what was said of them. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "drafting/section.hpp"

namespace drafting {

void insert_section(db::Transaction& transaction, PlanVersionId plan, const Section& section);
/// Heading and the wording that holds now; the ones before stay. Refuses
/// somebody_else_wrote_this_section.
[[nodiscard]] base::Result<void> save_section(db::Transaction& transaction, PlanVersionId plan,
                                              const Section& section);
/// In the order of the outline.
[[nodiscard]] std::vector<Section> list_sections(db::Transaction& transaction, PlanVersionId plan);
[[nodiscard]] std::optional<Section> find_section(db::Transaction& transaction, PlanVersionId plan,
                                                  Part part);
struct Wording {
    std::int64_t revision = 0;
    std::string text;
    base::Instant at;
    std::string by;
};
/// The last one first.
[[nodiscard]] std::vector<Wording> list_wordings(db::Transaction& transaction, PlanVersionId plan,
                                                 Part part);

void insert_comment(db::Transaction& transaction, const Comment& comment);
void save_answer(db::Transaction& transaction, const Comment& comment);
[[nodiscard]] std::optional<Comment> find_comment(db::Transaction& transaction, CommentId id);
/// But for those on problems that the scope does not cover; the first one first.
[[nodiscard]] std::vector<Comment> list_comments(db::Transaction& transaction, PlanVersionId plan,
                                                 const base::Scope& scope);
[[nodiscard]] std::int64_t count_unanswered(db::Transaction& transaction, PlanVersionId plan);

}  // namespace drafting
