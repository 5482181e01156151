// Holds the table of meetings in docs/states.md against the rule: every state, act and person
// stands in exactly one row and comes out as the row says.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "meetings/meeting.hpp"

namespace meetings {
namespace {

using Words = std::set<std::string>;

constexpr MeetingState states[]{MeetingState::planned, MeetingState::called, MeetingState::running,
                                MeetingState::closed, MeetingState::cancelled};

/// What stands between back quotes.
Words words_in(const std::string& cell) {
    Words words;
    std::istringstream parts(cell);
    bool inside = false;
    for (std::string part; std::getline(parts, part, '`'); inside = !inside)
        if (inside) words.insert(part);
    return words;
}

bool has(const Words& words, std::string_view word) {
    return words.contains("any") || words.contains(std::string(word));
}

struct Row {
    Words states, acts, who;
    std::string refusal;  // "" : may
};

std::vector<Row> table() {
    std::ifstream file(PROJECT_DIR "/docs/states.md");
    std::vector<Row> rows;
    bool here = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("#")) here = line == "### 会议的状态表";
        if (!here || !line.starts_with("| ") || line.find('`') == std::string::npos) continue;
        std::vector<std::string> cells;
        std::istringstream rest(line.substr(1));
        for (std::string cell; std::getline(rest, cell, '|');) cells.push_back(cell);
        const auto result = words_in(cells.at(3));
        rows.push_back({words_in(cells[0]), words_in(cells[1]), words_in(cells[2]),
                        result.empty() ? "" : *result.begin()});
    }
    return rows;
}

/// The four kinds of people that a meeting knows.
struct People {
    Meeting meeting;
    std::map<std::string, base::Actor> actors;

    People() {
        unsigned char number = 0;
        for (const auto* name : {"office", "recorder", "participant", "stranger"}) {
            auto& actor = actors[name];
            actor.person = base::PersonId{base::Uuid{{++number}}};
            actor.acts = {base::Act::read_ledger};
            const std::string kind = name;
            if (kind == "office") actor.acts = actor.acts | base::Acts{base::Act::edit_ledger};
            if (kind == "recorder" || kind == "participant")
                meeting.terms.participants.push_back(
                    {.name = kind,
                     .person = actor.person,
                     .duty = kind == "recorder" ? Duty::recorder : Duty::none});
        }
    }
};

TEST(MeetingStates, stand_in_the_table_row_by_row) {
    const auto rows = table();
    ASSERT_FALSE(rows.empty());
    People people;
    for (const auto state : states)
        for (const auto act : meeting_acts)
            for (const auto& [name, actor] : people.actors) {
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
                people.meeting.state = state;
                const auto refused = why_not(act, people.meeting, actor);
                EXPECT_EQ(refused ? refused->code : "", found->refusal) << what;
            }
}

TEST(MeetingStates, are_written_with_words_that_exist) {
    Words known_states{"any"}, known_acts{"any"};
    const Words known_people{"office", "recorder", "participant", "stranger"};
    for (const auto state : states) known_states.emplace(name_of(state));
    for (const auto act : meeting_acts) known_acts.emplace(name_of(act));
    for (const auto& row : table()) {
        for (const auto& word : row.states) EXPECT_TRUE(known_states.contains(word)) << word;
        for (const auto& word : row.acts) EXPECT_TRUE(known_acts.contains(word)) << word;
        for (const auto& word : row.who) EXPECT_TRUE(known_people.contains(word)) << word;
    }
}

}  // namespace
}  // namespace meetings
