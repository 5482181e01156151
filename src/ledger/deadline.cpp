#include "ledger/deadline.hpp"

#include <array>

#include "base/day_words.hpp"

namespace ledger {
namespace {

struct Names {
    DeadlineKind kind;
    std::string_view name, words;
};

constexpr std::array<Names, 7> names{{
    {DeadlineKind::date, "date", "按期完成"},
    {DeadlineKind::relative, "relative", "相对期限"},
    {DeadlineKind::recurring, "recurring", "定期开展"},
    {DeadlineKind::immediate, "immediate", "立行立改"},
    {DeadlineKind::staged, "staged", "分阶段"},
    {DeadlineKind::long_term, "long_term", "长期坚持"},
    {DeadlineKind::unspecified, "unspecified", "未明确"},
}};

}  // namespace

std::string_view name_of(DeadlineKind kind) {
    return names[static_cast<std::size_t>(kind)].name;
}
std::string_view words_of(DeadlineKind kind) {
    return names[static_cast<std::size_t>(kind)].words;
}

std::optional<DeadlineKind> deadline_kind_of(std::string_view name) {
    for (const auto& entry : names)
        if (entry.name == name) return entry.kind;
    return std::nullopt;
}

Deadline by(base::Date day) {
    return {DeadlineKind::date, base::in_words(day) + "前", day};
}

}  // namespace ledger
