#include "ledger/programme.hpp"

#include <array>

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 4> kind_names{"regular", "special", "look_back", "mobile"};

struct MarkRow {
    std::string_view name, words;
    base::Guards guards;
};
constexpr std::array<MarkRow, 4> marks{{
    {"open", "公开", {}},
    {"internal", "内部", {}},
    {"secret", "秘密", {base::Guard::secret}},
    {"confidential", "机密", {base::Guard::confidential}},
}};

const MarkRow& row_of(Classification classification) {
    return marks[static_cast<std::size_t>(classification)];
}

bool ends_before_feedback(const Programme& programme) {
    return programme.feedback_on && programme.concentrated_end_on &&
           *programme.concentrated_end_on < *programme.feedback_on;
}

}  // namespace

std::string_view name_of(InspectionKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<InspectionKind> inspection_kind_of(std::string_view name) {
    for (std::size_t i = 0; i < kind_names.size(); ++i)
        if (kind_names[i] == name) return static_cast<InspectionKind>(i);
    return std::nullopt;
}

std::string_view name_of(Classification classification) {
    return row_of(classification).name;
}

std::optional<Classification> classification_of(std::string_view name) {
    for (std::size_t i = 0; i < marks.size(); ++i)
        if (marks[i].name == name) return static_cast<Classification>(i);
    return std::nullopt;
}

std::string_view words_of(Classification classification) {
    return row_of(classification).words;
}

base::Guards guards_of(Classification classification) {
    return row_of(classification).guards;
}

base::Result<void> check_mark(Classification mark, ClassifiedContent here,
                              const base::Actor& actor) {
    const auto guards = guards_of(mark);
    if (!guards.empty() && here == ClassifiedContent::refused)
        return refuse(ErrorKind::forbidden, "classified_content_is_refused_here", "classification",
                      {{"value", std::string(words_of(mark))}});
    if (!actor.scope.clears(guards))
        return refuse(ErrorKind::forbidden, "mark_is_above_your_clearance", "classification",
                      {{"value", std::string(words_of(mark))}});
    return {};
}

base::Result<Programme> open(const Programme& wanted, ClassifiedContent here,
                             const base::Actor& actor) {
    if (!actor.may(base::Act::edit_ledger))
        return refuse(ErrorKind::forbidden, "only_the_office_opens_programmes");
    if (ends_before_feedback(wanted))
        return refuse(ErrorKind::invalid, "concentrated_period_ends_before_feedback",
                      "concentrated_end_on");
    if (auto marked = check_mark(wanted.classification, here, actor); !marked)
        return marked.error();
    return wanted;
}

base::Result<Programme> change(const Programme& before, const ProgrammeChange& change,
                               ClassifiedContent here, const base::Actor& actor) {
    if (!actor.may(base::Act::edit_ledger))
        return refuse(ErrorKind::forbidden, "only_the_office_edits");
    Programme after = before;
    if (change.title) after.title = *change.title;
    if (change.feedback_on) after.feedback_on = change.feedback_on;
    if (change.concentrated_end_on) after.concentrated_end_on = change.concentrated_end_on;
    if (change.immediate_days) after.immediate_days = *change.immediate_days;
    if (change.classification) after.classification = *change.classification;
    if (ends_before_feedback(after))
        return refuse(ErrorKind::invalid, "concentrated_period_ends_before_feedback",
                      "concentrated_end_on");
    if (after.classification != before.classification) {
        if (auto marked = check_mark(after.classification, here, actor); !marked)
            return marked.error();
    }
    if (change.review_chain) {
        if (auto sound = check(*change.review_chain); !sound) return sound.error();
        after.review_chain = *change.review_chain;
    }
    if (change.required_evidence)
        after.required_evidence = {in_order(change.required_evidence->measure),
                                   in_order(change.required_evidence->problem)};
    return after;
}

}  // namespace ledger
