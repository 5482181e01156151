// What may be seen of an entry, in which words, and that no act of the program is without them.
#include "audit/entry.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "accounts/role.hpp"
#include "audit/entry_sheet.hpp"
#include "journal/entry_words.hpp"
#include "ledger/fields.hpp"

namespace audit {
namespace {

namespace fs = std::filesystem;
using journal::Word;

EntryRow row_of(std::string act, std::string payload) {
    EntryRow row;
    row.entry.act = std::move(act);
    row.entry.chain = journal::installation_chain;
    row.payload = std::move(payload);
    return row;
}

std::string read(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

constexpr const char* change =
    R"({"reason":"贪占","changes":[{"field":"text","old":"旧","new":"新"}]})";

TEST(Sight, of_the_content_of_the_work_is_the_names_of_its_fields) {
    for (const auto* act : {"edit_problem", "send_back_measure", "import", "an_act_to_come"}) {
        const auto seen = seen_of(row_of(act, change));
        EXPECT_FALSE(seen.open) << act;
        EXPECT_EQ(seen.payload, (journal::Payload{{{"reason", ""}}, {{"text", "", ""}}})) << act;
    }
}

TEST(Sight, of_what_administrators_do_is_whole) {
    const auto seen = seen_of(row_of("give_permission", change));
    EXPECT_TRUE(seen.open);
    EXPECT_EQ(seen.payload.facts[0].second, "贪占");
    EXPECT_EQ(address_in(seen_of(row_of("fail_sign_in", R"({"remote":"10.0.0.9"})"))), "10.0.0.9");
}

TEST(Sight, says_by_name_what_stands_there_by_id) {
    auto row =
        row_of("give_permission",
               R"({"change":"u0","changes":[{"field":"scope","old":"","new":"u1 @ p1; * @ *"}]})");
    EXPECT_EQ(ids_in(row), (std::vector<std::string>{"u1", "p1"}));
    row.names = {{"u1", "财政局"}, {"p1", "财政局整改"}};
    const auto seen = seen_of(row);
    EXPECT_TRUE(seen.payload.facts.empty());
    EXPECT_EQ(seen.payload.changes[0].new_value, "财政局及下属单位（财政局整改）；全部单位");
    EXPECT_TRUE(ids_in(row_of("edit_problem", R"({"scope":"u1 @ p1"})")).empty());
}

TEST(Sight, is_declared_for_acts_that_there_are) {
    for (const auto act : open_acts()) EXPECT_TRUE(journal::has_words(Word::act, act)) << act;
}

TEST(Marks, are_read_back_or_refused) {
    const Mark mark{{1'719'735'300'000}, "018f2c1e-7b6a-7c3d-9e4f-000000000001", 7};
    EXPECT_EQ(mark_of(to_text(mark)), mark);
    for (const auto* wrong : {"", "1", "1.a", "x.a.1", "1.a.x", "1.a.1x"})
        EXPECT_FALSE(mark_of(wrong)) << wrong;
}

TEST(Queries, are_refused_where_they_cannot_be) {
    EntryQuery query;
    EXPECT_TRUE(check(query));
    query.acts = {"sign_in", "sing_in"};
    EXPECT_EQ(check(query).error().args[0].second, "sing_in");
    query = {};
    query.kind = "person_of_note";
    EXPECT_EQ(check(query).error().code, "unknown_name");
    query = {};
    query.from = base::parse_date("2024-06-30");
    query.to = base::parse_date("2024-06-29");
    EXPECT_EQ(check(query).error().code, "from_is_after_to");
}

TEST(Queries, are_said_in_words) {
    EntryQuery query;
    EXPECT_EQ(words_of(query, ""), "");
    query.actor = "李华";
    query.acts = {"sign_in", "sign_out"};
    query.from = base::parse_date("2024-06-30");
    EXPECT_EQ(words_of(query, ""), "操作人：李华；操作：登录、退出登录；从：2024-06-30");
}

TEST(Table, opens_no_formula) {
    for (const auto* hostile : {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"}) {
        auto row = row_of("sign_in", "{}");
        row.entry.actor_name = hostile;
        EXPECT_NE(table_line(row).find(std::string("\"'") + hostile), std::string::npos) << hostile;
    }
    auto row = row_of("give_permission", R"({"reason":"=1\"+\"2"})");
    row.entry.actor_name = "李\"华\"";
    EXPECT_NE(table_line(row).find(R"("李""华""")"), std::string::npos) << table_line(row);
    EXPECT_NE(table_line(row).find(R"("理由：=1""+""2")"), std::string::npos) << table_line(row);
    EXPECT_TRUE(table_head().starts_with("\xEF\xBB\xBF\"时间\","));
    EXPECT_TRUE(table_line(row).ends_with("\r\n"));
}

TEST(Table, shows_no_text_of_the_work) {
    const auto line = table_line(row_of("edit_problem", change));
    EXPECT_EQ(line.find("贪占"), std::string::npos);
    EXPECT_EQ(line.find("旧"), std::string::npos);
    EXPECT_NE(line.find("理由；文字"), std::string::npos) << line;
}

TEST(Words, of_roles_are_those_of_the_program) {
    for (const auto role : accounts::roles())
        EXPECT_EQ(journal::words_of_value("role", accounts::name_of(role)),
                  accounts::words_of(role));
    for (const auto role : accounts::roles())
        for (const auto name : accounts::names_of(accounts::acts_of(role)))
            EXPECT_EQ(journal::words_of_value("acts", name),
                      accounts::words_of(*accounts::act_of(name)));
}

TEST(Words, name_every_field_of_a_row) {
    ledger::Problem problem;
    problem.guards = base::every_guard;
    problem.predecessor = ledger::ProblemId{};
    for (const auto& fields : {ledger::fields_of(problem), ledger::fields_of(ledger::Measure{}),
                               ledger::fields_of(ledger::Programme{})})
        for (const auto& [field, value] : fields)
            EXPECT_TRUE(journal::has_words(Word::field, field)) << field;
}

TEST(Words, group_every_act_for_the_filter) {
    const auto text = read(fs::path(PROJECT_DIR) / "contract/journal.zh-CN.json");
    const auto catalogue = boost::json::parse(text);
    std::set<std::string> grouped;
    for (const auto& [name, group] : catalogue.at("groups").as_object())
        for (const auto& act : group.at("acts").as_array()) grouped.emplace(act.as_string());
    const auto acts = journal::codes_of(Word::act);
    EXPECT_EQ(grouped, std::set<std::string>(acts.begin(), acts.end()));
}

bool looks_like_a_code(std::string_view text) {
    return text.find('_') != text.npos && std::islower(text.front()) != 0 && text.back() != '_' &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return c == '_' || (c >= 'a' && c <= 'z'); });
}

// Every second part between quotes is a literal; an escaped quote only makes two of one.
std::vector<std::string> codes_in(const std::string& source) {
    std::vector<std::string> codes;
    std::istringstream parts(source);
    bool inside = false;
    for (std::string part; std::getline(parts, part, '"'); inside = !inside)
        if (inside && looks_like_a_code(part)) codes.push_back(part);
    return codes;
}

// Literals of actions that are neither acts nor fields nor refusals: of lines in the log, of
// constraints and of fields of messages.
const std::set<std::string> other_words{"second_factor_does_not_open",
                                        "integrity_check_failed",
                                        "account_name_key_key",
                                        "custom_role_name_key_key",
                                        "mail_not_sent",
                                        "parent_id",
                                        "previous_id",
                                        "unit_id",
                                        "person_id",
                                        "person_name",
                                        "account_id",
                                        "problem_id",
                                        "problem_ids",
                                        "manifestation_ids",
                                        "measure_ids",
                                        "series_id",
                                        "member_id",
                                        "other_id",
                                        "import_id",
                                        "meeting_id",
                                        "inspected_unit_id",
                                        "inspecting_body",
                                        "programme_id",
                                        "unit_ids"};

// A code-shaped literal in an action is a refusal with a sentence, or it is a word of entries.
TEST(Words, stand_for_every_act_that_an_action_writes) {
    const auto sentences =
        boost::json::parse(read(fs::path(PROJECT_DIR) / "contract/messages.zh-CN.json"));
    std::set<std::string> unknown;
    for (const auto& file : fs::recursive_directory_iterator(fs::path(PROJECT_DIR) / "src")) {
        const auto name = file.path().filename().string();
        if (!name.ends_with("_actions.cpp")) continue;
        for (const auto& word : codes_in(read(file.path()))) {
            const bool known = journal::has_words(Word::act, word) ||
                               journal::has_words(Word::field, word) ||
                               journal::has_words(Word::kind, word) ||
                               sentences.as_object().contains(word) || other_words.contains(word);
            if (!known) unknown.insert(name + ": " + word);
        }
    }
    std::string all;
    for (const auto& one : unknown) all += one + "\n";
    EXPECT_EQ(all, "") << "give them words in contract/journal.zh-CN.json";
}

}  // namespace
}  // namespace audit
