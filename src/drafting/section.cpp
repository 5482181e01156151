#include "drafting/section.hpp"

#include "base/names.hpp"
#include "drafting/reason.hpp"

namespace drafting {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 3> adopted_names{"", "yes", "no"};

}  // namespace

base::Result<Section> write(const Section& before, const SectionDraft& draft) {
    if (is_live(before.part)) return refuse(ErrorKind::illegal_transition, "section_is_live");
    if (before.revision != draft.revision)
        return refuse(ErrorKind::conflict, "somebody_else_wrote_this_section", "revision",
                      {{"name", before.by}, {"version", std::to_string(before.revision)}});
    if (base::trim(draft.heading).empty())
        return refuse(ErrorKind::invalid, "text_empty", "heading");
    auto after = before;
    after.heading = draft.heading;
    after.text = draft.text;
    if (after != before) ++after.revision;
    return after;
}

std::string_view name_of(Adopted adopted) {
    return adopted_names[static_cast<std::size_t>(adopted)];
}
std::optional<Adopted> adopted_of(std::string_view name) {
    return base::named<Adopted>(adopted_names, name);
}

base::Result<void> check(const Comment& comment) {
    std::vector<base::Error> faults;
    if (says_nothing(comment.text))
        faults.push_back(refuse(ErrorKind::invalid, "comment_too_short", "text"));
    if (comment.problem && comment.part != Part::tasks)
        faults.push_back(
            refuse(ErrorKind::invalid, "problem_stands_in_another_part", "problem_id"));
    if (auto wrong = base::together(std::move(faults))) return *wrong;
    return {};
}

base::Result<Comment> answer(Comment comment, Adopted adopted, std::string_view reason) {
    if (adopted == Adopted::unanswered)
        return refuse(ErrorKind::invalid, "answer_missing", "adopted");
    if (adopted == Adopted::no)
        if (auto no = why_no_reason(reason, "answer")) return *no;
    comment.adopted = adopted;
    comment.answer = reason;
    return comment;
}

}  // namespace drafting
