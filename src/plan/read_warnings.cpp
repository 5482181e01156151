#include "plan/read_warnings.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/utf8.hpp"
#include "plan/read_holders.hpp"
#include "text/mark.hpp"
#include "text/numeral.hpp"
#include "text/punctuation.hpp"
#include "text/word_set.hpp"

namespace plan {
namespace {

class Warnings {
  public:
    Warnings(const Outline& outline, PlanDocument& document) : outline_(outline), out_(document) {}

    void give() {
        numbers();
        totals();
        rows();
        promises();
        lines();
        inspecting_bodies();
        cut_off();
        std::stable_sort(out_.warnings.begin(), out_.warnings.end(),
                         [](const ReadWarning& a, const ReadWarning& b) { return a.at < b.at; });
    }

  private:
    void say(std::string code, std::size_t at, std::string message) {
        out_.warnings.push_back({std::move(code), at, std::move(message)});
    }

    // --- numbers

    static int value_of(std::string_view number) {
        const auto mark = text::mark_at(number);
        if (mark) return mark.value;
        const auto plain = text::leading_number(number);
        return plain && plain->bytes == number.size() ? plain->value : 0;
    }

    /// One list of rows: restarts at 1 are another list, anything else must count on.
    template <class Rows>
    void list(const Rows& rows, int& last, text::MarkStyle& style) {
        for (const auto& row : rows) {
            const int value = value_of(row.number);
            const auto now = text::mark_at(row.number).style;
            if (value == 0) continue;
            if (style == now && last > 0 && value != 1) {
                if (value == last)
                    say("number_repeated", row.source.first,
                        "编号重复：第" + std::to_string(value) + "项出现两次");
                for (int missing = last + 1; missing < value && missing < last + 6; ++missing)
                    say("number_missing", row.source.first,
                        "编号不连续：缺第" + std::to_string(missing) + "项");
                if (value < last)
                    say("number_repeated", row.source.first,
                        "编号不连续：第" + std::to_string(last) + "项之后是第" +
                            std::to_string(value) + "项");
            }
            last = value;
            style = now;
        }
    }

    void numbers() {
        int area = 0, problem = 0;
        auto area_style = text::MarkStyle::none, problem_style = text::MarkStyle::none;
        list(out_.areas, area, area_style);
        for (const auto& one : out_.areas) {
            list(one.problems, problem, problem_style);
            for (const auto& row : one.problems) {
                int inner = 0;
                auto style = text::MarkStyle::none;
                list(row.manifestations, inner, style);
                inner = 0;
                style = text::MarkStyle::none;
                list(row.measures, inner, style);
            }
        }
    }

    void differs(std::string_view what, std::optional<int> declared, std::size_t counted) {
        if (!declared || static_cast<std::size_t>(*declared) == counted) return;
        say("total_differs", 0,
            "文中说明有" + std::to_string(*declared) + std::string(what) + "，实际读到" +
                std::to_string(counted) + std::string(what));
    }
    void totals() {
        const auto found = counts(out_);
        if (found.problems == 0 && found.measures == 0) return;
        differs("个方面", out_.declared_areas, found.areas);
        if (out_.declared_problems &&
            static_cast<std::size_t>(*out_.declared_problems) != found.manifestations)
            differs("个问题", out_.declared_problems, found.problems);
        differs("条措施", out_.declared_measures, found.measures);
    }

    // --- rows

    template <class Row>
    void fields(const Row& row) {
        for (const auto& holder : row.responsibility)
            if (is_placeholder(holder.name)) {
                say("placeholder", row.source.first, "责任人或责任单位尚未填写：" + holder.name);
                break;
            }
        const auto& deadline = row.deadline;
        if (deadline.empty()) return;
        const bool open = has_placeholder(deadline.text);
        if (open)
            say("placeholder", row.source.first, "完成时限尚未填写：" + deadline.text);
        else if (deadline.kind == ledger::DeadlineKind::unspecified)
            say("deadline_unreadable", row.source.first, "完成时限读不出日期：" + deadline.text);
        else if (deadline.kind == ledger::DeadlineKind::date && !deadline.date)
            say("deadline_without_year", row.source.first,
                "完成时限没有写明年份或日期，无法推算：" + deadline.text);
        if (deadline.kind == ledger::DeadlineKind::long_term)
            say("long_term_without_stage", row.source.first,
                "“" + deadline.text + "”没有阶段目标和下次复核时间");
    }

    static bool has_placeholder(std::string_view text) {
        for (std::size_t at = 0; at < text.size(); at += text::bytes_of(text[at]))
            if (text::placeholder_bytes(text.substr(at)) > 0) return true;
        return false;
    }

    struct Said {
        bool who, until;
    };
    /// A measure without who or until when, its own or inherited.
    void measures(const std::vector<ReadMeasure>& list, Said above) {
        for (const auto& measure : list) {
            fields(measure);
            if (!above.who && measure.responsibility.empty()) {
                ++without_who_;
                note(without_who_at_, measure, "no_responsibility", "措施没有责任人或责任单位：");
            }
            if (!above.until && measure.deadline.empty()) {
                ++without_when_;
                note(without_when_at_, measure, "no_deadline", "措施没有完成时限：");
            }
        }
    }
    /// Once a block: the measures of one problem lack it together.
    void note(std::size_t& last, const ReadMeasure& measure, std::string code,
              std::string_view message) {
        if (last == measure.source.first) return;
        last = measure.source.first;
        say(std::move(code), last,
            std::string(message) + std::string(base::first_chars(measure.text, 20)));
    }

    void rows() {
        const bool report = out_.kind == "progress_report" || out_.kind == "feedback";
        for (const auto& area : out_.areas) {
            if (!report) measures(area.measures, {false, false});
            for (const auto& problem : area.problems) {
                fields(problem);
                const Said said{!problem.responsibility.empty() || report,
                                !problem.deadline.empty() || report};
                measures(problem.measures, said);
                for (const auto& one : problem.manifestations) {
                    fields(one);
                    measures(one.measures, {said.who || !one.responsibility.empty(),
                                            said.until || !one.deadline.empty()});
                }
                if (!problem.status.empty()) states_.insert(problem.status);
                for (const auto& measure : problem.measures)
                    if (!measure.status.empty()) states_.insert(measure.status);
            }
        }
    }

    /// 逐项明确牵头领导…整改时限, or 全部完成整改, and the rows say otherwise.
    void promises() {
        bool names = without_who_ + without_when_ > 0;
        bool done = std::any_of(states_.begin(), states_.end(), [](const std::string& state) {
            return !text::contains(state, "已") || text::contains(state, "未");
        });
        for (const auto& line : outline_.lines) {
            if (line.row != nullptr || line.whole.size() > 3000) continue;
            if (names && says_all_named(line.whole)) {
                names = false;
                say("claims_all_fixed", line.block, "文中说已逐项明确责任和时限，但有措施没有写明");
            }
            if (done && text::has_any<"全部完成整改 全部整改到位 已全部整改">(line.whole)) {
                done = false;
                say("claims_all_done", line.block, "文中说问题已全部整改，但有问题尚未完成");
            }
        }
    }
    static bool says_all_named(std::string_view text) {
        return text::contains(text, "明确") && text::has_any<"责任 牵头">(text) &&
               text::has_any<"时限 时间">(text);
    }

    // --- lines

    void lines() {
        for (const auto& line : outline_.lines) {
            if (line.row != nullptr) {
                for (const auto& cell : line.row->cells)
                    if (!cell.continued) balance(cell.text, line.block);
                continue;
            }
            if (is_advertising(line.whole))
                say("advertising", line.block,
                    "疑似广告、声明或网页残留：" + std::string(base::first_chars(line.whole, 20)));
            balance(line.whole, line.block);
        }
        names_beside_placeholders();
    }

    struct Pair {
        char32_t open, close;
    };
    static constexpr std::array<Pair, 7> pairs{{{U'“', U'”'},
                                                {U'《', U'》'},
                                                {U'〈', U'〉'},
                                                {U'（', U'）'},
                                                {U'(', U')'},
                                                {U'【', U'】'},
                                                {U'‘', U'’'}}};

    void balance(std::string_view text, std::size_t block) {
        std::array<int, pairs.size()> open{};
        int round = 0;
        for (auto at = text::skip_hanzi(text, 0); at < text.size();
             at = text::skip_hanzi(text, at)) {
            const auto lead = static_cast<unsigned char>(text[at]);
            if (lead != '(' && lead != ')' && (lead < 0xe2 || (lead > 0xe3 && lead != 0xef))) {
                at += text::bytes_of(text[at]);
                continue;
            }
            const auto c = text::take_char(text, at);
            for (std::size_t i = 0; i < pairs.size(); ++i)
                open[i] += c == pairs[i].open ? 1 : c == pairs[i].close ? -1 : 0;
        }
        round = open[3] + open[4];  // （…) is slovenly, not open; 1) counts below nothing
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const int off = i == 3 ? std::max(round, 0) : i == 4 ? 0 : open[i];
            if (off == 0) continue;
            std::string sign;
            base::append_char(sign, pairs[i].open);
            base::append_char(sign, pairs[i].close);
            say("unbalanced", block, "引号或括号不配对：" + sign);
            return;
        }
    }

    void names_beside_placeholders() {
        std::set<std::string> names;
        bool open = false;
        std::size_t at = 0;
        const auto look = [&](const ledger::Responsibility& who, std::size_t block) {
            for (const auto& holder : who) {
                if (is_placeholder(holder.name))
                    open = true;
                else if (!ledger::is_unit(holder.role) && base::chars_in(holder.name) <= 4 &&
                         names.insert(holder.name).second && at == 0)
                    at = block;
            }
        };
        for (const auto& area : out_.areas)
            for (const auto& problem : area.problems) {
                look(problem.responsibility, problem.source.first);
                for (const auto& one : problem.manifestations)
                    look(one.responsibility, one.source.first);
            }
        if (!open || names.empty()) return;
        std::string list;
        for (const auto& name : names) list += (list.empty() ? "" : "、") + name;
        say("personal_name", at, "其他姓名已用X代替，这里仍有姓名：" + list);
    }

    /// 市委第X巡察组, 省委巡视组反馈: the level and whether 巡视 or 巡察, "" for other mentions.
    static std::string inspecting_body(std::string_view line, std::size_t at) {
        auto start = at;
        for (int back = 0; back < 6 && start > 0; ++back) {
            start = text::before(line, start);
            const auto front = line.substr(start, at - start);
            if (front.size() > 6 && !text::contains(front, "第")) return {};
            for (const std::string_view level : {"中央", "省委", "市委", "县委", "区委", "州委"})
                if (front.starts_with(level))
                    return std::string(level) + std::string(line.substr(at, 6));
        }
        return {};
    }

    void inspecting_bodies() {
        std::map<std::string, std::pair<int, std::size_t>> found;
        const auto& words = text::words<"巡视组 巡察组 巡视反馈 巡察反馈">();
        for (const auto& line : outline_.lines)
            for (auto at = words.first_in(line.whole); at != text::WordSet::npos;
                 at = words.first_in(line.whole, at + 6)) {
                const auto name = inspecting_body(line.whole, at);
                if (name.empty()) continue;
                auto& [times, first] = found[name];
                if (times++ == 0) first = line.block;
            }
        if (found.size() < 2) return;
        const auto most = std::max_element(
            found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.second.first < b.second.first; });
        for (const auto& [name, where] : found)
            if (name != most->first)
                say("inspecting_body_differs", where.second,
                    "巡视巡察主体前后不一致：多处为“" + most->first + "”，此处为“" + name + "”");
    }

    /// The last row of the ledger stops in the middle of a sentence.
    void cut_off() {
        if (out_.areas.empty() || outline_.lines.empty()) return;
        const auto& last = outline_.lines.back();
        if (last.row != nullptr || last.whole.empty()) return;
        std::size_t end = 0;
        for (const auto& area : out_.areas)
            for (const auto& problem : area.problems) end = std::max(end, problem.source.last);
        if (end != last.block) return;
        const auto c = text::last_char(last.whole);
        const bool ends =
            text::ends_sentence(c) || text::closes_bracket(c) || c == U'”' || c == U'》';
        if (!ends && (text::is_hanzi(c) || c == U'，' || c == U'、' || c == U'：') &&
            base::chars_in(last.whole) > 12)
            say("cut_off", last.block,
                "文末语句不完整，可能被截断：…" + std::string(tail_of(last.whole)));
    }
    static std::string_view tail_of(std::string_view text) {
        auto at = text.size();
        for (int i = 0; i < 12 && at > 0; ++i) at = text::before(text, at);
        return text.substr(at);
    }

    const Outline& outline_;
    PlanDocument& out_;
    std::size_t without_who_ = 0, without_when_ = 0, without_who_at_ = 0, without_when_at_ = 0;
    std::set<std::string> states_;
};

}  // namespace

void warn(const Outline& outline, PlanDocument& document) {
    Warnings(outline, document).give();
}

}  // namespace plan
