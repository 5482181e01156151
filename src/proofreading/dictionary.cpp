#include "proofreading/dictionary.hpp"

#include <algorithm>

#include "base/names.hpp"
#include "base/text_length.hpp"
#include "text/phrases.hpp"

namespace proofreading {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 5> group_names{"character", "formulation", "title",
                                                      "outdated", "own"};

/// Whether `whole` stands in the text so that it covers the hit at `begin`.
bool stands_within(std::string_view text, std::size_t begin, std::string_view wrong,
                   std::string_view whole) {
    for (auto at = whole.find(wrong); at != std::string_view::npos; at = whole.find(wrong, at + 1))
        if (at <= begin && text.substr(begin - at).starts_with(whole)) return true;
    return false;
}
bool is_right_here(std::string_view text, std::size_t begin, const Wording& wording) {
    if (stands_within(text, begin, wording.wrong, wording.right)) return true;
    return std::any_of(wording.unless.begin(), wording.unless.end(), [&](const std::string& whole) {
        return stands_within(text, begin, wording.wrong, whole);
    });
}

}  // namespace

std::string_view name_of(Group group) {
    return group_names[static_cast<std::size_t>(group)];
}
std::optional<Group> group_of(std::string_view name) {
    return base::named<Group>(group_names, name);
}

const Entry* find_standard(std::string_view id) {
    const auto& all = standard_dictionary();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Entry& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

Dictionary in_place(const Dictionary& changed) {
    auto all = standard_dictionary();
    for (const auto& entry : changed) {
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const Entry& one) { return one.id == entry.id; });
        if (found == all.end())
            all.push_back(entry);
        else
            *found = entry;
    }
    return all;
}

std::optional<base::Error> why_not_keep(const base::Actor& actor) {
    if (actor.may(base::Act::edit_ledger)) return std::nullopt;
    return refuse(ErrorKind::forbidden, "only_the_office_keeps_the_dictionary");
}

base::Result<void> check(const Wording& wording) {
    std::vector<base::Error> faults;
    const auto bound = [&](std::string_view text, std::string_view field, std::size_t chars_max) {
        if (auto fault = base::why_too_long(text, field, chars_max))
            faults.push_back(std::move(*fault));
    };
    if (wording.wrong.empty())
        faults.push_back(refuse(ErrorKind::invalid, "wording_missing", "wrong"));
    if (!wording.wrong.empty() && wording.wrong == wording.right)
        faults.push_back(refuse(ErrorKind::invalid, "wording_is_right_already", "right"));
    if (wording.reason.empty())
        faults.push_back(refuse(ErrorKind::invalid, "wording_reason_missing", "reason"));
    bound(wording.wrong, "wrong", wording_chars_max);
    bound(wording.right, "right", wording_chars_max);
    bound(wording.reason, "reason", wording_reason_chars_max);
    for (const auto& whole : wording.unless) {
        bound(whole, "unless", wording_chars_max);
        if (whole.find(wording.wrong) == std::string::npos || whole == wording.wrong)
            faults.push_back(refuse(ErrorKind::invalid, "wording_exception_without_it", "unless",
                                    {{"value", whole}}));
    }
    if (auto refused = base::together(std::move(faults))) return std::move(*refused);
    return {};
}

void find_wordings(const Passages& passages, const Dictionary& dictionary, Found& found) {
    std::vector<std::string> wrong;
    wrong.reserve(dictionary.size());
    for (const auto& entry : dictionary)
        wrong.push_back(entry.wording.in_force ? entry.wording.wrong : std::string());
    const text::Phrases phrases(std::move(wrong));
    for (std::size_t i = 0; i < passages.size(); ++i)
        for (const auto& hit : phrases.in(passages[i].text)) {
            const auto& wording = dictionary[hit.phrase].wording;
            if (is_right_here(passages[i].text, hit.begin, wording)) continue;
            std::optional<std::string> fix;
            if (!wording.right.empty()) fix = wording.right;
            found.add(Kind::wording, wording.severity,
                      {i, hit.begin, hit.begin + wording.wrong.size()}, wording.reason,
                      fix ? "改为“" + wording.right + "”。" : "", fix);
        }
}

}  // namespace proofreading
