#include "proofreading/unit_name.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "base/utf8.hpp"
#include "text/numeral.hpp"
#include "text/phrases.hpp"
#include "text/punctuation.hpp"

namespace proofreading {
namespace {

/// Cities with the rank of a province.
constexpr std::string_view provinces[]{"北京", "天津", "上海", "重庆"};

/// 区委第二巡察组 where it stands in the text.
struct Team {
    Found::Range range{};
    std::string organ;   // 区委; "" where none is written
    std::string number;  // 第二
    std::string kind;    // 巡察组
    [[nodiscard]] std::string words() const { return organ + number + kind; }
};

/// Of the text before a team's number: the organ it belongs to, 区委 of …云岭区委.
std::string organ_before(std::string_view text) {
    if (text.ends_with("中央")) return "中央";
    if (!text.ends_with("委") && !text.ends_with("党组")) return {};
    if (text.ends_with("党组")) return {};
    const auto committee = text::before(text, text.size());
    if (committee == 0) return {};
    const auto level = text::before(text, committee);
    const auto c = text::char_at(text, level);
    if (c != U'省' && c != U'市' && c != U'区' && c != U'县' && c != U'旗' && c != U'州') return {};
    return std::string(text.substr(level));
}

std::vector<Team> teams_in(const Passages& passages) {
    std::vector<Team> all;
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const std::string_view text = passages[i].text;
        for (const std::string_view kind : {"巡察组", "巡视组"})
            for (auto at = text::find(text, kind); at != std::string_view::npos;
                 at = text::find(text, kind, at + kind.size())) {
                auto begin = at;
                while (begin > 0 &&
                       text::is_numeral(text::char_at(text, text::before(text, begin))))
                    begin = text::before(text, begin);
                if (begin == at || !text.substr(0, begin).ends_with("第")) continue;
                begin -= 3;
                const auto organ = organ_before(text.substr(0, begin));
                all.push_back({{i, begin - organ.size(), at + kind.size()},
                               organ,
                               std::string(text.substr(begin, at - begin)),
                               std::string(kind)});
            }
    }
    std::sort(all.begin(), all.end(), [](const Team& a, const Team& b) {
        return std::tie(a.range.passage, a.range.begin) < std::tie(b.range.passage, b.range.begin);
    });
    return all;
}

void mark_team(const Team& team, const std::string& right, bool sure, Found& found) {
    found.add(Kind::name, sure ? Severity::must : Severity::should, team.range,
              "这里是“" + team.words() + "”，" + right, "核对巡视巡察组的名称。");
}

/// Teams of one organ that bear different numbers: the number that stands most often is right.
void check_among_themselves(const std::vector<Team>& teams, Found& found) {
    std::map<std::string, std::map<std::string, int>> times;  // organ and kind, then number
    for (const auto& team : teams) ++times[team.organ + team.kind][team.number];
    for (const auto& team : teams) {
        const auto& numbers = times[team.organ + team.kind];
        const auto usual =
            std::max_element(numbers.begin(), numbers.end(),
                             [](const auto& a, const auto& b) { return a.second < b.second; });
        if (team.number != usual->first)
            mark_team(team, "别处是“" + team.organ + usual->first + team.kind + "”，前后不一致。",
                      false, found);
    }
}

/// Against the body of the programme, or without one against how the text says it mostly.
void check_teams(const Passages& passages, const Facts* facts, Found& found) {
    const auto teams = teams_in(passages);
    if (facts != nullptr && !facts->inspecting_body.empty()) {
        const std::string_view body = facts->inspecting_body;
        if (!text::contains(body, "巡察组") && !text::contains(body, "巡视组")) return;
        for (const auto& team : teams) {
            if (body.ends_with(team.words())) continue;
            const bool same_organ = team.organ.empty() || text::contains(body, team.organ);
            mark_team(team, "这项整改的巡视巡察组是“" + std::string(body) + "”。", same_organ,
                      found);
        }
        return;
    }
    check_among_themselves(teams, found);
}

/// Cities, counties and districts hold 巡察; 巡视 is the centre's and the provinces'.
void check_kind(const Passages& passages, Found& found) {
    static const text::Phrases wrong(
        {"市委巡视", "县委巡视", "区委巡视", "旗委巡视", "镇党委巡视", "乡党委巡视"});
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const std::string_view text = passages[i].text;
        for (const auto& hit : wrong.in(text)) {
            const auto before = text.substr(0, hit.begin);
            const auto end = hit.begin + wrong[hit.phrase].size();
            const bool province =
                std::any_of(std::begin(provinces), std::end(provinces),
                            [&](std::string_view one) { return before.ends_with(one); });
            if (province || text.substr(end).starts_with("巡察")) continue;
            found.add(Kind::name, Severity::should, {i, end - 6, end},
                      "市、县（区）党委开展的是巡察，不是巡视。", "核对后改为“巡察”。");
        }
    }
}

/// The place in front of a name: 云岭 of 云岭区财政局; "" where there is none.
std::string_view place_of(std::string_view name) {
    std::size_t at = 0;
    for (int count = 0; at < name.size() && count < 5; ++count) {
        const auto c = text::char_at(name, at);
        if (count >= 2 && (c == U'区' || c == U'县' || c == U'市' || c == U'旗' || c == U'州'))
            return name.substr(0, at);
        at += text::bytes_of(name[at]);
    }
    return {};
}
/// Whether nothing stands before it that could be a place of its own.
bool begins_name(std::string_view text, std::size_t at) {
    return at == 0 || !text::is_hanzi(text::char_at(text, text::before(text, at))) ||
           text.substr(0, at).ends_with("对") || text.substr(0, at).ends_with("由");
}
std::size_t differing(std::string_view a, std::string_view b) {
    std::size_t count = 0, i = 0, k = 0;
    while (i < a.size() && k < b.size())
        if (text::take_char(a, i) != text::take_char(b, k)) ++count;
    return count;
}

/// 云岭区财政局 in one place, 区财政局 in another, and nowhere that the one is short for the other.
void check_short_name(const Passages& passages, std::string_view unit, Found& found) {
    const auto place = place_of(unit);
    const auto rest = unit.substr(place.size());
    if (place.empty() || base::chars_in(rest) < 3) return;
    bool whole = false;
    std::optional<Found::Range> first_short;
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const std::string_view text = passages[i].text;
        if (text::contains(text, "简称")) return;
        for (auto at = text::find(text, rest); at != std::string_view::npos;
             at = text::find(text, rest, at + rest.size())) {
            const bool full = text.substr(0, at).ends_with(place);
            whole = whole || full;
            if (!full && !first_short && begins_name(text, at))
                first_short = {i, at, at + rest.size()};
        }
    }
    if (whole && first_short)
        found.add(Kind::name, Severity::hint, *first_short,
                  "全称“" + std::string(unit) + "”和简称“" + std::string(rest) + "”混用。",
                  "统一用全称，或在第一次出现时写明简称。");
}

/// 云领区财政局 for 云岭区财政局: one character of the place is another.
void check_unit(const Passages& passages, std::string_view unit, Found& found) {
    const auto place = place_of(unit);
    const auto rest = unit.substr(place.size());
    if (place.empty() || base::chars_in(rest) < 3) return;
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const std::string_view text = passages[i].text;
        for (auto at = text::find(text, rest); at != std::string_view::npos;
             at = text::find(text, rest, at + rest.size())) {
            if (at < place.size()) continue;
            const auto stands = text.substr(at - place.size(), place.size());
            if (stands == place || !base::is_utf8(stands) ||
                base::chars_in(stands) != base::chars_in(place) || differing(stands, place) != 1)
                continue;
            found.add(Kind::name, Severity::must, {i, at - place.size(), at + rest.size()},
                      "单位名称与“" + std::string(unit) + "”差一个字。",
                      "改为“" + std::string(unit) + "”。", std::string(unit));
        }
    }
}

/// Units that the ledger of this programme does not know: each is marked where it stands first.
void check_foreign(const Passages& passages, const Facts& facts, Found& found) {
    constexpr std::size_t chars_min = 4;
    std::vector<std::string> names = facts.own_units;
    names.push_back(facts.inspected_unit);
    const auto own = names.size();
    const auto inspected = own + facts.other_inspected.size();
    names.insert(names.end(), facts.other_inspected.begin(), facts.other_inspected.end());
    for (const auto& one : facts.other_units)
        names.push_back(base::chars_in(one) >= chars_min ? one : std::string());
    const text::Phrases phrases(std::move(names));
    std::vector<bool> told(inspected + facts.other_units.size(), false);
    for (std::size_t i = 0; i < passages.size(); ++i)
        for (const auto& hit : phrases.in(passages[i].text)) {
            if (hit.phrase < own || told[hit.phrase]) continue;
            const auto& name = phrases[hit.phrase];
            if (base::chars_in(name) < chars_min || text::contains(facts.inspected_unit, name))
                continue;
            told[hit.phrase] = true;
            const bool elsewhere = hit.phrase < inspected;
            found.add(Kind::leftover, elsewhere ? Severity::should : Severity::hint,
                      {i, hit.begin, hit.begin + name.size()},
                      elsewhere ? "“" + name + "”是另一项整改工作的被巡视巡察单位。"
                                : "本项整改的台账里没有“" + name + "”。",
                      "核对是否从别处的文稿沿用而来。");
        }
}

}  // namespace

void find_names(const Passages& passages, const Facts* facts, Found& found) {
    check_teams(passages, facts, found);
    check_kind(passages, found);
    if (facts == nullptr) return;
    check_unit(passages, facts->inspected_unit, found);
    check_short_name(passages, facts->inspected_unit, found);
    check_foreign(passages, *facts, found);
}

}  // namespace proofreading
