#include "statements/compared_plan_store.hpp"

#include "base/utf8.hpp"
#include "drafting/plan_store.hpp"
#include "drafting/section_store.hpp"

namespace statements {
namespace {

// As a place names it: "safeguards 3", the part and the revision.
constexpr std::string_view select_new_wordings = R"sql(
SELECT s.version_id, s.part, s.revision FROM plan_section s
WHERE NOT EXISTS (SELECT 1 FROM compared_text c
                  WHERE c.kind = 'plan' AND c.source_id = s.version_id
                    AND c.part = s.part || ' ' || CAST(s.revision AS TEXT))
ORDER BY s.version_id, s.part LIMIT $1)sql";

struct Place {
    drafting::PlanVersionId plan;
    drafting::Part part{};
    std::int64_t revision = 0;
};
std::optional<Place> place_of(const ComparedText& where) {
    std::string_view rest = where.part;
    const auto part = drafting::part_of(base::cut(rest, ' '));
    const auto plan = drafting::PlanVersionId::parse(where.source);
    if (!part || !plan || rest.empty()) return std::nullopt;
    return Place{*plan, *part, std::stoll(std::string(rest))};
}

}  // namespace

void index_new_plans(db::Transaction& transaction, std::int64_t count_max) {
    const auto found = transaction.all(select_new_wordings, {count_max}, [](const db::Row& row) {
        return ComparedText{0, std::string(plan_text), row.string(0),
                            row.string(1) + " " + std::to_string(row.integer(2))};
    });
    for (const auto& where : found) {
        forget_compared(transaction, where, where.part.substr(0, where.part.find(' ') + 1));
        save_compared(transaction, where, load_plan_text(transaction, where));
    }
}

std::string load_plan_text(db::Transaction& transaction, const ComparedText& where) {
    const auto place = place_of(where);
    if (!place) return {};
    for (const auto& one : drafting::list_wordings(transaction, place->plan, place->part))
        if (one.revision == place->revision) return one.text;
    return {};
}

std::string find_plan_label(db::Transaction& transaction, const ComparedText& where,
                            const base::Actor& actor) {
    const auto place = place_of(where);
    const auto plan = place ? drafting::find_plan(transaction, place->plan, actor) : std::nullopt;
    if (!plan) return {};
    return plan->title + "：" + std::string(drafting::usual_heading(place->part));
}

}  // namespace statements
