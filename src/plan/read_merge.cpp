#include "plan/read_merge.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "text/mark.hpp"
#include "text/numeral.hpp"
#include "text/punctuation.hpp"

namespace plan {
namespace {

constexpr std::size_t fuzzy_pairs_max = 250'000;

/// Only hanzi and digits, without 关于 and 问题的整改: what two wordings of one problem share.
std::string key_of(std::string_view text) {
    std::string key;
    for (std::size_t at = 0; at < text.size();) {
        const auto start = at;
        const auto c = text::take_char(text, at);
        if (text::is_hanzi(c) || text::is_digit(c) ||
            (c < 0x80 && c > ' ' && c != '.' && c != ',' && c != '"'))
            key.append(text.substr(start, at - start));
    }
    for (const std::string_view tail :
         {"整改情况", "整改措施", "的整改", "整改", "的问题", "问题", "方面", "的"})
        if (key.ends_with(tail) && key.size() > tail.size() + 12)
            key.resize(key.size() - tail.size());
    for (const std::string_view lead : {"关于", "针对", "对于"})
        if (key.starts_with(lead)) key.erase(0, lead.size());
    return key;
}

bool alike(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty()) return false;
    if (a == b) return true;
    const auto& shorter = a.size() < b.size() ? a : b;
    const auto& longer = a.size() < b.size() ? b : a;
    return shorter.size() >= 18 &&
           (longer.starts_with(shorter) ||
            (longer.find(shorter) != std::string::npos && shorter.size() * 2 >= longer.size()));
}

/// The number of a row whatever its style: 3 of "3.", "（三）", "问题三".
int value_of(std::string_view number) {
    for (std::size_t at = 0; at < number.size(); at += text::bytes_of(number[at]))
        if (const auto found = text::leading_number(number.substr(at))) return found->value;
    return 0;
}

struct Known {
    ReadProblem* problem;
    std::string key;
    int value;
};

std::vector<Known> known_in(std::vector<ReadArea>& areas) {
    std::vector<Known> known;
    for (auto& area : areas)
        for (auto& problem : area.problems)
            known.push_back({&problem, key_of(problem.text), value_of(problem.number)});
    return known;
}

class Finder {
  public:
    explicit Finder(std::vector<Known> known) : known_(std::move(known)) {
        for (std::size_t i = 0; i < known_.size(); ++i) {
            by_key_.emplace(known_[i].key, i);
            if (const auto [place, fresh] = by_value_.emplace(known_[i].value, i); !fresh)
                place->second = ambiguous;
        }
    }
    Known* by_wording(const std::string& key, std::size_t others) {
        if (const auto same = by_key_.find(key); same != by_key_.end() && !key.empty())
            return &known_[same->second];
        if (known_.size() * others > fuzzy_pairs_max) return nullptr;
        for (auto& one : known_)
            if (alike(one.key, key)) return &one;
        return nullptr;
    }
    Known* by_number(int value) {
        const auto found = by_value_.find(value);
        return value > 0 && found != by_value_.end() && found->second != ambiguous
                   ? &known_[found->second]
                   : nullptr;
    }

  private:
    static constexpr std::size_t ambiguous = static_cast<std::size_t>(-1);
    std::vector<Known> known_;
    std::unordered_map<std::string, std::size_t> by_key_;
    std::unordered_map<int, std::size_t> by_value_;
};

bool has_measures(const ReadProblem& problem) {
    return !problem.measures.empty() ||
           std::any_of(problem.manifestations.begin(), problem.manifestations.end(),
                       [](const auto& one) { return !one.measures.empty(); });
}

void fill(ReadProblem& to, ReadProblem from) {
    if (!has_measures(to)) to.measures = std::move(from.measures);
    if (to.manifestations.empty()) {
        to.manifestations = std::move(from.manifestations);
    } else if (!has_measures(to)) {
        for (auto& one : from.manifestations)
            for (auto& measure : one.measures) to.measures.push_back(std::move(measure));
    }
    for (const auto role : ledger::holder_roles) {
        const auto has = [&](const ledger::Holder& holder) { return holder.role == role; };
        if (std::any_of(to.responsibility.begin(), to.responsibility.end(), has)) continue;
        std::copy_if(from.responsibility.begin(), from.responsibility.end(),
                     std::back_inserter(to.responsibility), has);
    }
    if (to.deadline.empty()) to.deadline = from.deadline;
    if (to.status.empty()) to.status = from.status;
    if (to.progress.empty()) to.progress = from.progress;
}

std::size_t problems_in(const std::vector<ReadArea>& areas) {
    std::size_t count = 0;
    for (const auto& area : areas) count += area.problems.size();
    return count;
}

void append(std::vector<ReadArea>& areas, std::vector<ReadArea> more) {
    for (auto& area : more) {
        const auto same = std::find_if(areas.begin(), areas.end(), [&](const ReadArea& one) {
            return one.heading == area.heading;
        });
        if (same == areas.end()) {
            areas.push_back(std::move(area));
            continue;
        }
        std::move(area.problems.begin(), area.problems.end(), std::back_inserter(same->problems));
        std::move(area.measures.begin(), area.measures.end(), std::back_inserter(same->measures));
    }
}

}  // namespace

void join_ledgers(std::vector<ReadArea>& areas, TableLedger more) {
    const auto known = problems_in(areas), count = problems_in(more.areas);
    if (known == 0 || count == 0) return append(areas, std::move(more.areas));
    Finder finder(known_in(areas));
    std::vector<Known*> pairs;
    std::size_t found = 0;
    for (auto& area : more.areas)
        for (auto& problem : area.problems) {
            auto* one = problem.text.empty() ? finder.by_number(value_of(problem.number))
                                             : finder.by_wording(key_of(problem.text), count);
            found += one != nullptr;
            pairs.push_back(one);
        }
    if (found * 2 < count) return append(areas, std::move(more.areas));
    std::size_t at = 0;
    std::vector<ReadArea> rest;
    for (auto& area : more.areas) {
        ReadArea left = area;
        left.problems.clear();
        left.measures.clear();
        for (auto& problem : area.problems) {
            if (auto* one = pairs[at++])
                fill(*one->problem, std::move(problem));
            else if (!problem.text.empty())
                left.problems.push_back(std::move(problem));
        }
        if (!left.problems.empty()) rest.push_back(std::move(left));
    }
    append(areas, std::move(rest));
}

namespace {

/// A section of bare measures, one for each problem listed before it, by number.
bool hand_out(std::vector<Known>& waiting, ReadArea& area) {
    if (!area.problems.empty() || area.measures.size() != waiting.size()) return false;
    for (std::size_t i = 0; i < waiting.size(); ++i)
        if (value_of(area.measures[i].number) != waiting[i].value) return false;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        auto& to = *waiting[i].problem;
        auto& measure = area.measures[i];
        to.responsibility = std::move(measure.responsibility);
        to.deadline = std::move(measure.deadline);
        measure.responsibility.clear();
        measure.deadline = {};
        to.measures.push_back(std::move(measure));
    }
    area.measures.clear();
    return true;
}

bool same_numbers(const std::vector<Known>& a, const std::vector<Known>& b) {
    if (a.size() != b.size() || a.size() < 2) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i].value != b[i].value || a[i].value == 0) return false;
    return true;
}

}  // namespace

void join_sections(std::vector<ReadArea>& areas) {
    std::vector<Known> waiting, served;  // listed without measures; further on with them
    for (auto& one : known_in(areas)) {
        if (has_measures(*one.problem))
            served.push_back(std::move(one));
        else if (served.empty())
            waiting.push_back(std::move(one));
    }
    if (waiting.empty()) return;
    if (served.empty()) {
        for (auto& area : areas)
            if (hand_out(waiting, area)) break;
    } else {
        const bool numbers = same_numbers(waiting, served);
        Finder finder(waiting);
        std::vector<std::pair<ReadProblem*, ReadProblem*>> pairs;
        for (auto& one : served) {
            auto* to = finder.by_wording(one.key, served.size());
            if (to == nullptr && numbers) to = finder.by_number(one.value);
            if (to != nullptr) pairs.emplace_back(to->problem, one.problem);
        }
        if (pairs.size() * 2 < served.size()) return;
        for (auto& [to, from] : pairs) {
            fill(*to, std::move(*from));
            *from = {};
        }
    }
    for (auto& area : areas)
        std::erase_if(area.problems, [](const ReadProblem& one) {
            return one.text.empty() && one.source.first == 0;
        });
    std::erase_if(
        areas, [](const ReadArea& area) { return area.problems.empty() && area.measures.empty(); });
}

}  // namespace plan
