// Test support: a table of docs/states.md against the rules it tells of. Every situation of state,
// act, person and condition must stand in its table exactly once and come out as the table says.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace ledger::testing {

using Words = std::vector<std::string>;

/// One line of a table of states.
struct Row {
    int line = 0;
    std::set<std::string> states, acts, who, conditions;
    std::string result;
    bool refused = false;
};

struct Situation {
    std::string state, act, who;
    Words facts;  // one word of each dimension that matters to the act
};

struct Outcome {
    std::string word;
    bool refused = false;
    bool operator==(const Outcome&) const = default;
};

/// Everything one level's table is made of.
struct Level {
    std::string heading;
    Words states, acts, who;
    std::vector<Words> dimensions;
    std::function<std::vector<std::size_t>(const std::string& act)> dimensions_of;
    std::function<Outcome(const Situation&)> outcome;
};

inline Words words_in(const std::string& cell) {
    Words words;
    for (std::size_t at = 0;;) {
        const auto open = cell.find('`', at);
        const auto close = open == std::string::npos ? open : cell.find('`', open + 1);
        if (close == std::string::npos) return words;
        words.push_back(cell.substr(open + 1, close - open - 1));
        at = close + 1;
    }
}

inline std::set<std::string> set_in(const std::string& cell, const Words& all) {
    std::set<std::string> set;
    for (const auto& word : words_in(cell)) {
        if (word == "any")
            set.insert(all.begin(), all.end());
        else
            set.insert(word);
    }
    return set;
}

inline std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream rest(line.substr(1));
    for (std::string cell; std::getline(rest, cell, '|');) cells.push_back(cell);
    return cells;
}

inline std::vector<Row> rows_of(const Level& level) {
    std::ifstream file(PROJECT_DIR "/docs/states.md");
    std::vector<Row> rows;
    bool here = false;
    int number = 0;
    for (std::string line; std::getline(file, line);) {
        ++number;
        if (line.starts_with("#")) here = line == "### " + level.heading;
        if (!here || !line.starts_with("| ") || line.find('`') == std::string::npos) continue;
        const auto cells = cells_of(line);
        if (cells.size() < 5) {
            ADD_FAILURE() << "docs/states.md:" << number << " has too few cells";
            continue;
        }
        const auto result = words_in(cells[4]);
        rows.push_back({number, set_in(cells[0], level.states), set_in(cells[1], level.acts),
                        set_in(cells[2], level.who), set_in(cells[3], {}),
                        result.size() == 1 ? result.front() : "",
                        cells[4].find("拒绝") != std::string::npos});
    }
    return rows;
}

inline bool matches(const Row& row, const Situation& situation, const Level& level) {
    if (!row.states.contains(situation.state) || !row.acts.contains(situation.act) ||
        !row.who.contains(situation.who))
        return false;
    return std::all_of(level.dimensions.begin(), level.dimensions.end(), [&](const Words& words) {
        const auto asked = [&](const auto& word) { return row.conditions.contains(word); };
        const auto met = [&](const auto& word) {
            return asked(word) && std::find(situation.facts.begin(), situation.facts.end(), word) !=
                                      situation.facts.end();
        };
        return std::none_of(words.begin(), words.end(), asked) ||
               std::any_of(words.begin(), words.end(), met);
    });
}

/// Every combination of one word of each of these dimensions.
inline std::vector<Words> combinations(const Level& level,
                                       const std::vector<std::size_t>& dimensions) {
    std::vector<Words> all{{}};
    for (const auto dimension : dimensions) {
        std::vector<Words> longer;
        for (const auto& before : all) {
            for (const auto& word : level.dimensions[dimension]) {
                longer.push_back(before);
                longer.back().push_back(word);
            }
        }
        all = std::move(longer);
    }
    return all;
}

inline std::vector<Situation> situations_of(const Level& level) {
    std::vector<Situation> all;
    for (const auto& act : level.acts) {
        const auto facts = combinations(level, level.dimensions_of(act));
        for (const auto& state : level.states)
            for (const auto& who : level.who)
                for (const auto& fact : facts) all.push_back({state, act, who, fact});
    }
    return all;
}

inline std::string text_of(const Situation& situation) {
    std::string text = situation.state + " · " + situation.act + " · " + situation.who;
    for (const auto& fact : situation.facts) text += " · " + fact;
    return text;
}

inline void hold_against_the_table(const Level& level) {
    const auto rows = rows_of(level);
    ASSERT_FALSE(rows.empty()) << level.heading;
    std::set<int> used;
    for (const auto& situation : situations_of(level)) {
        std::vector<const Row*> found;
        for (const auto& row : rows)
            if (matches(row, situation, level)) found.push_back(&row);
        ASSERT_EQ(found.size(), 1u) << text_of(situation) << " stands in that many rows";
        const auto& row = *found.front();
        used.insert(row.line);
        const auto outcome = level.outcome(situation);
        EXPECT_EQ(outcome, (Outcome{row.result, row.refused}))
            << "docs/states.md:" << row.line << ": " << text_of(situation) << " comes out as "
            << outcome.word;
    }
    for (const auto& row : rows)
        EXPECT_TRUE(used.contains(row.line))
            << "docs/states.md:" << row.line << " is about nothing that can be";
}

inline void expect_known_words(const Level& level) {
    const auto expect_in = [](const std::set<std::string>& words, const Words& known, int line) {
        for (const auto& word : words)
            EXPECT_NE(std::find(known.begin(), known.end(), word), known.end())
                << "docs/states.md:" << line << " says " << word;
    };
    Words conditions;
    for (const auto& dimension : level.dimensions)
        conditions.insert(conditions.end(), dimension.begin(), dimension.end());
    for (const auto& row : rows_of(level)) {
        expect_in(row.states, level.states, row.line);
        expect_in(row.acts, level.acts, row.line);
        expect_in(row.who, level.who, row.line);
        expect_in(row.conditions, conditions, row.line);
    }
}

inline bool has(const Situation& situation, std::string_view fact) {
    return std::find(situation.facts.begin(), situation.facts.end(), fact) != situation.facts.end();
}

template <class Row>
Outcome outcome_of(const base::Result<Row>& result) {
    if (!result) return {result.error().code, true};
    return {std::string(name_of(result->status)), false};
}

template <class List>
inline Words names_of(const List& list) {
    Words words;
    for (const auto one : list) words.emplace_back(name_of(one));
    return words;
}

}  // namespace ledger::testing
