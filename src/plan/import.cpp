#include "plan/import.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/names.hpp"

namespace plan {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 3> state_names{"read", "confirmed", "undone"};

// In order: the first that occurs decides. What denies stands before what it denies.
constexpr std::pair<std::string_view, std::string_view> status_words[]{
    {"未完成", "under_way"},     {"未启动", "not_started"}, {"未开始", "not_started"},
    {"尚未整改", "not_started"}, {"未整改", "not_started"}, {"基本完成", "under_way"},
    {"阶段性完成", "under_way"}, {"部分完成", "under_way"}, {"持续推进", "under_way"},
    {"持续", "long_term"},       {"长期", "long_term"},     {"常态化", "long_term"},
    {"已完成", "done"},          {"完成整改", "done"},      {"整改完成", "done"},
    {"整改到位", "done"},        {"已整改", "done"},        {"已销号", "done"},
    {"已办结", "done"},          {"推进", "under_way"},     {"正在", "under_way"},
    {"整改中", "under_way"},     {"进行中", "under_way"},   {"完成", "done"}};

base::Result<void> may_import(const base::Actor& actor) {
    if (!actor.may(base::Act::import_plan))
        return refuse(ErrorKind::forbidden, "only_the_office_imports");
    return {};
}

}  // namespace

std::string_view name_of(ImportState state) {
    return state_names[static_cast<std::size_t>(state)];
}

std::optional<ImportState> import_state_of(std::string_view name) {
    return base::named<ImportState>(state_names, name);
}

base::Result<void> may_edit(const Import& import, const base::Actor& actor) {
    if (auto may = may_import(actor); !may) return may;
    if (import.state != ImportState::read)
        return refuse(ErrorKind::illegal_transition, "import_is_confirmed_already");
    return {};
}

base::Result<Import> confirm(const Import& before, const Draft& draft, const base::Actor& actor) {
    if (auto may = may_edit(before, actor); !may) return may.error();
    if (auto fault = base::together(faults_of(draft))) return *fault;
    Import after = before;
    after.state = ImportState::confirmed;
    return after;
}

base::Result<Import> undo(const Import& before, std::int64_t touched, const base::Actor& actor) {
    if (auto may = may_import(actor); !may) return may.error();
    if (before.state != ImportState::confirmed)
        return refuse(ErrorKind::illegal_transition, "import_is_not_confirmed");
    if (touched > 0)
        return refuse(ErrorKind::conflict, "batch_was_worked_on", "",
                      {{"count", std::to_string(touched)}});
    Import after = before;
    after.state = ImportState::undone;
    return after;
}

std::optional<std::string_view> measure_status_in_words(std::string_view words) {
    for (const auto& [word, status] : status_words)
        if (words.find(word) != std::string_view::npos) return status;
    return std::nullopt;
}

bool says_struck_off(std::string_view words) {
    return words.find("已销号") != std::string_view::npos ||
           words.find("已消号") != std::string_view::npos;
}

}  // namespace plan
