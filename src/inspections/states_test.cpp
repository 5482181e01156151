// Holds the table of feedback in docs/states.md against the rule: every state, act and person
// stands in exactly one row and comes out as the row says.
#include <gtest/gtest.h>

#include <map>

#include "accounts/role.hpp"
#include "inspections/feedback.hpp"
#include "ledger/test_states.hpp"

namespace inspections {
namespace {

using accounts::Role;
using ledger::testing::Words;
using WordSet = std::set<std::string>;

struct Row {
    WordSet states, acts, who;
    std::string refusal;  // "" : may
};

WordSet set_of(const std::string& cell) {
    const auto words = ledger::testing::words_in(cell);
    return {words.begin(), words.end()};
}

bool has(const WordSet& words, std::string_view word) {
    return words.contains("any") || words.contains(std::string(word));
}

std::vector<Row> table() {
    std::ifstream file(PROJECT_DIR "/docs/states.md");
    std::vector<Row> rows;
    bool here = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("#")) here = line == "### 反馈意见的状态表";
        if (!here || !line.starts_with("| ") || line.find('`') == std::string::npos) continue;
        const auto cells = ledger::testing::cells_of(line);
        const auto result = ledger::testing::words_in(cells.at(3));
        rows.push_back({set_of(cells[0]), set_of(cells[1]), set_of(cells[2]),
                        result.empty() ? "" : result.front()});
    }
    return rows;
}

std::map<std::string, base::Actor> people(base::UnitId unit) {
    const std::map<std::string, Role> roles{{"office", Role::rectification_office},
                                            {"inspection_office", Role::inspection_office},
                                            {"principal", Role::principal},
                                            {"reader", Role::observer}};
    std::map<std::string, base::Actor> all;
    for (const auto& [name, role] : roles) {
        all[name].acts = accounts::acts_of(role);
        all[name].seat = accounts::seat_of(role);
        all[name].unit = unit;
    }
    return all;
}

TEST(FeedbackStates, stand_in_the_table_row_by_row) {
    const auto rows = table();
    ASSERT_FALSE(rows.empty());
    Feedback feedback;
    feedback.unit = base::UnitId{base::Uuid{{7}}};
    for (const auto state : feedback_states)
        for (const auto act : feedback_acts)
            for (const auto& [name, actor] : people(feedback.unit)) {
                const auto what =
                    std::string(name_of(state)) + " " + std::string(name_of(act)) + " " + name;
                const Row* found = nullptr;
                for (const auto& row : rows) {
                    if (!has(row.states, name_of(state)) || !has(row.acts, name_of(act)) ||
                        !has(row.who, name))
                        continue;
                    EXPECT_EQ(found, nullptr) << what << " stands twice";
                    found = &row;
                }
                ASSERT_NE(found, nullptr) << what << " is missing";
                feedback.state = state;
                const auto refused = why_not(act, feedback, actor);
                EXPECT_EQ(refused ? refused->code : "", found->refusal) << what;
            }
}

TEST(FeedbackStates, are_written_with_words_that_exist) {
    WordSet known_states{"any"}, known_acts{"any"};
    const WordSet known_people{"office", "inspection_office", "principal", "reader"};
    for (const auto state : feedback_states) known_states.emplace(name_of(state));
    for (const auto act : feedback_acts) known_acts.emplace(name_of(act));
    for (const auto& row : table()) {
        for (const auto& word : row.states) EXPECT_TRUE(known_states.contains(word)) << word;
        for (const auto& word : row.acts) EXPECT_TRUE(known_acts.contains(word)) << word;
        for (const auto& word : row.who) EXPECT_TRUE(known_people.contains(word)) << word;
    }
}

TEST(FeedbackStates, a_principal_signs_for_the_own_unit_only) {
    Feedback feedback;
    feedback.unit = base::UnitId{base::Uuid{{7}}};
    feedback.state = FeedbackState::delivered;
    const auto other = people(base::UnitId{base::Uuid{{8}}}).at("principal");
    EXPECT_EQ(why_not(FeedbackAct::sign, feedback, other)->code,
              "only_the_principal_signs_for_feedback");
}

}  // namespace
}  // namespace inspections
