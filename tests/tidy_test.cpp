// Runs the rules of the house over the tree, and shows with small texts that each rule bites.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "tidy.hpp"

namespace {

namespace fs = std::filesystem;
using tidy::Violation;

const fs::path project = PROJECT_DIR;

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string path_from_project(const fs::path& path) {
    return fs::relative(path, project).generic_string();
}

// Every file under `folder` that people write.
std::vector<fs::path> files_under(const fs::path& folder) {
    static const std::vector<std::string> made = {".git", "build",  "node_modules",
                                                  "dist", ".cache", "__pycache__"};
    std::vector<fs::path> files;
    if (!fs::exists(folder)) return files;
    for (auto entry = fs::recursive_directory_iterator(folder);
         entry != fs::recursive_directory_iterator(); ++entry) {
        const auto name = entry->path().filename().string();
        if (std::find(made.begin(), made.end(), name) != made.end())
            entry.disable_recursion_pending();
        else if (entry->is_regular_file())
            files.push_back(entry->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

bool is_source(const fs::path& path) {
    return path.extension() == ".cpp" || path.extension() == ".hpp";
}

// The rules that a text breaks, in order: "module order; room".
std::string rules_broken(const std::vector<Violation>& violations) {
    std::string rules;
    for (const auto& one : violations) rules += (rules.empty() ? "" : "; ") + one.rule;
    return rules;
}
std::string source(const std::string& path, const std::string& body) {
    const std::string head =
        path.ends_with(".hpp") ? "// What it is for.\n#pragma once\n" : "// What it is for.\n";
    return rules_broken(tidy::check_source(path, head + body));
}

// ---- The tree
// -----------------------------------------------------------------------------------------------

TEST(Tree, every_source_keeps_the_rules) {
    std::vector<Violation> all;
    for (const char* folder : {"src", "tests", "bench"})
        for (const auto& path : files_under(project / folder))
            if (is_source(path))
                for (auto& one : tidy::check_source(path_from_project(path), read(path)))
                    all.push_back(one);
    EXPECT_TRUE(all.empty()) << tidy::to_text(all);
}

TEST(Tree, headers_of_a_module_define_each_type_once) {
    const std::string header =
        "namespace a {\nstruct One {\n    struct Inner {\n};\nclass Two;\n"
        "enum class Three { x };\nstruct Four final : One {\n};\n}";
    EXPECT_EQ(tidy::types_defined_in(header), (std::vector<std::string>{"One", "Three", "Four"}));
    std::map<std::string, std::string> known;  // "src/office Sheet" -> its header
    std::string twice;
    for (const auto& path : files_under(project / "src")) {
        if (path.extension() != ".hpp") continue;
        for (const auto& name : tidy::types_defined_in(read(path))) {
            const auto key = path_from_project(path.parent_path()) + ' ' + name;
            const auto [other, is_new] = known.emplace(key, path_from_project(path));
            if (!is_new)
                twice += name + ": " + other->second + ", " + path_from_project(path) + '\n';
        }
    }
    EXPECT_EQ(twice, "");
}

TEST(Tree, every_module_builds_its_files_and_links_to_the_left) {
    std::vector<Violation> all;
    for (const auto& path : files_under(project / "src")) {
        if (path.filename() != "CMakeLists.txt") continue;
        std::vector<std::string> siblings;
        for (const auto& entry : fs::directory_iterator(path.parent_path()))
            siblings.push_back(entry.path().filename().string());
        for (auto& one : tidy::check_build(path_from_project(path), read(path), siblings))
            all.push_back(one);
    }
    EXPECT_TRUE(all.empty()) << tidy::to_text(all);
}

TEST(Tree, pages_keep_their_sentences_in_one_place) {
    std::vector<Violation> all;
    for (const auto& path : files_under(project / "web" / "src"))
        if (path.extension() == ".ts" || path.extension() == ".vue")
            for (auto& one : tidy::check_page(path_from_project(path), read(path)))
                all.push_back(one);
    EXPECT_TRUE(all.empty()) << tidy::to_text(all);
}

TEST(Tree, nothing_of_one_machine_stands_in_any_file) {
    std::vector<Violation> all;
    for (const auto& path : files_under(project)) {
        const auto text = read(path);
        if (text.find('\0') != std::string::npos) continue;  // A picture or a document.
        for (auto& one : tidy::check_anywhere(path_from_project(path), text, project.string()))
            all.push_back(one);
    }
    EXPECT_TRUE(all.empty()) << tidy::to_text(all);
}

TEST(Tree, links_of_the_documentation_lead_somewhere) {
    int links = 0;
    for (const auto& path : files_under(project)) {
        if (path.extension() != ".md") continue;
        for (const auto& link : tidy::links_in(read(path))) {
            ++links;
            EXPECT_TRUE(fs::exists(path.parent_path() / link))
                << path_from_project(path) << ": [broken link] " << link;
        }
    }
    EXPECT_GT(links, 0);
    EXPECT_EQ(tidy::links_in("[a](b.md#c) ![d](e/f.png) [g](https://h.cn/i.md) [j](#k)"),
              (std::vector<std::string>{"b.md", "e/f.png"}));
}

TEST(Tree, migrations_are_numbered_without_gaps) {
    std::vector<std::string> names;
    for (const auto& path : files_under(project / "migrations"))
        names.push_back(path.filename().string());
    const auto found = tidy::check_migrations(names);
    EXPECT_TRUE(found.empty()) << tidy::to_text(found);
}

TEST(Tree, the_order_of_modules_reads_the_same_everywhere) {
    EXPECT_NE(read(project / "ARCHITECTURE.md").find(tidy::order_line()), std::string::npos)
        << tidy::order_line();
    EXPECT_NE(read(project / "CMakeLists.txt").find("foreach(module " + tidy::module_list() + ")"),
              std::string::npos)
        << tidy::module_list();
}

TEST(Tree, every_refusal_has_its_sentence_and_every_sentence_its_refusal) {
    const auto catalogue = read(project / "contract" / "messages.zh-CN.json");
    std::string sources;
    for (const auto& path : files_under(project / "src"))
        if (is_source(path) && path.string().find("_test.") == std::string::npos)
            sources += read(path);
    std::string wrong;
    for (const auto& code : tidy::refusals_in(sources))
        if (catalogue.find("\n  \"" + code + "\": \"") == std::string::npos)
            wrong += code + " has no sentence\n";
    std::istringstream lines(catalogue);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("  \"")) continue;
        const auto code = line.substr(2, line.find('"', 3) - 1);  // With its quotes.
        if (sources.find(code) == std::string::npos)
            wrong += code + " is a sentence that nobody says\n";
    }
    EXPECT_EQ(wrong, "");
}

// ---- The rules bite
// -----------------------------------------------------------------------------------------

TEST(Rule, clean_files_pass) {
    EXPECT_EQ(source("src/ledger/measure.hpp",
                     "#include \"base/result.hpp\"\n#include \"text/date.hpp\"\n"),
              "");
    EXPECT_EQ(
        source("src/ledger/measure_store.cpp", "const char* a = \"SELECT id FROM measure\";\n"),
        "");
    EXPECT_EQ(
        source("src/ledger/measure.cpp", "int a = 20'000;  // '\nconst char* b = \"整改\";\n"), "");
}

TEST(Rule, a_module_includes_only_from_its_left) {
    EXPECT_EQ(source("src/ledger/measure_store.cpp", "#include \"plan/import.hpp\"\n"),
              "module order");
    EXPECT_EQ(source("src/db/sqlite.cpp", "#include \"http/http.hpp\"\n"), "module order");
    EXPECT_EQ(source("src/ledger/measure.cpp", "#include \"problem.hpp\"\n"), "module order");
    EXPECT_EQ(source("src/utils/text.cpp", ""), "module order");
    EXPECT_EQ(rules_broken(tidy::check_build("src/db/CMakeLists.txt",
                                             "LINKS zhenggai_base zhenggai_ledger", {})),
              "module order");
}

TEST(Rule, a_source_that_nobody_builds_is_found) {
    EXPECT_EQ(rules_broken(
                  tidy::check_build("src/db/CMakeLists.txt", "SOURCES a.cpp", {"a.cpp", "b.cpp"})),
              "orphan");
}

TEST(Rule, each_room_keeps_its_door) {
    const std::vector<std::pair<std::string, std::string>> wrong = {
        {"measure.cpp", "db/database.hpp"},
        {"measure.cpp", "ledger/measure_store.hpp"},
        {"measure.cpp", "base/clock.hpp"},
        {"measure.hpp", "http/http.hpp"},
        {"measure.cpp", "base/json_writer.hpp"},
        {"measure_store.cpp", "ledger/measure_json.hpp"},
        {"measure_store.cpp", "http/http.hpp"},
        {"measure_json.cpp", "db/database.hpp"},
        {"measure_json.cpp", "ledger/measure_routes.hpp"},
        {"measure_actions.cpp", "http/http.hpp"},
        {"measure_actions.cpp", "ledger/measure_json.hpp"},
        {"measure_routes.cpp", "ledger/measure_store.hpp"},
        {"measure_routes.cpp", "db/database.hpp"},
    };
    for (const auto& [file, include] : wrong)
        EXPECT_EQ(source("src/ledger/" + file, "#include \"" + include + "\"\n"), "room")
            << file << " " << include;
    EXPECT_EQ(source("src/ledger/measure.cpp", "#include <mutex>\n"), "room");
    EXPECT_EQ(source("src/ledger/needs.hpp",
                     "#include \"base/clock.hpp\"\n#include \"db/database.hpp\"\n"),
              "");
    EXPECT_EQ(source("src/ledger/measure_actions.cpp", "#include \"ledger/measure_store.hpp\"\n"),
              "");
    EXPECT_EQ(source("src/ledger/measure_routes.cpp", "#include \"ledger/measure_json.hpp\"\n"),
              "");
}

TEST(Rule, an_action_calls_no_action_of_another_module) {
    const std::string call = "auto a = accounts::open_unit(needs.accounts, unit);\n";
    EXPECT_EQ(source("src/ledger/measure_actions.cpp", call), "room");
    EXPECT_EQ(source("src/accounts/unit_actions.cpp", call), "");
    EXPECT_EQ(source("src/ledger/measure_actions.cpp",
                     "auto a = accounts::load_unit(transaction, id);\n"),
              "");
}

TEST(Rule, banned_words_are_found_where_they_count) {
    const std::vector<std::pair<std::string, std::string>> wrong = {
        {"#include <boost/asio.hpp>\n", "boost/asio"},
        {"#include <boost/beast/http.hpp>\n", "boost/beast"},
        {"void f() { co_await g(); }\n", "co_await"},
        {"const char* sql = \"UPDATE measure SET text = $1\";\n", "UPDATE "},
        {"const char* sql = R\"(\n  INSERT INTO measure)\";\n", "INSERT INTO "},
        {"auto a = std::getenv(\"HOME\");\n", "getenv"},
        {"auto now = std::chrono::system_clock::now();\n", "system_clock::now"},
        {"void f() { std::cerr << 1; }\n", "std::cerr"},
        {"std::regex r;\n", "std::regex"},
        {"int n = atoi(text);\n", "atoi"},
        {"auto n = std::rand();\n", "rand"},
        {"void f() { sqlite3_open(path, &out); }\n", "sqlite3_open("},
    };
    for (const auto& [body, word] : wrong)
        EXPECT_EQ(source("src/ledger/measure.cpp", body), "banned word " + word) << body;
    const std::string later = std::string("// TO") + "DO: later\n",
                      all_columns = std::string("\"SELECT") + " *\";\n";
    EXPECT_EQ(source("src/ledger/measure.cpp", later), "banned word TODO");
    EXPECT_EQ(source("src/ledger/measure_store.cpp", "auto sql = " + all_columns),
              "banned word SELECT *");
    // In a comment a statement is only talk, and in a string a call is only text.
    EXPECT_EQ(source("src/ledger/measure.cpp",
                     "// UPDATE measure, getenv, co_await\nauto a = \"std::cerr\";\n"),
              "");
}

TEST(Rule, coroutines_keep_to_forms_that_the_compiler_gets_right) {
    const std::string lambda = "    co_await run([copy] { return copy; });\n",
                      aggregate = "    co_await run(Head{1});\n";
    EXPECT_EQ(source("src/http/server.cpp", "void f() {\n" + lambda + "}\n"),
              "banned word co_await run([c");
    EXPECT_EQ(source("src/http/server.cpp", "void f() {\n" + aggregate + "}\n"),
              "banned word co_await run(Head{");
    EXPECT_EQ(source("src/http/server.cpp", "void f() { co_await run([&] { return 1; }); }\n"), "");
}

TEST(Rule, shape_and_size_have_limits) {
    EXPECT_EQ(rules_broken(tidy::check_source("src/base/a.cpp", "int a;\n")), "opening");
    EXPECT_EQ(rules_broken(tidy::check_source("src/base/a.hpp", "// A.\nint a;\n")), "header");
    EXPECT_EQ(source("src/base/a.hpp", "using namespace std;\n"), "header");
    EXPECT_EQ(source("src/base/a.cpp", "// " + std::string(98, 'x') + "\n"), "line length");
    EXPECT_EQ(source("src/base/a.cpp", "int a; \n"), "blanks");
    EXPECT_EQ(source("src/base/a.cpp", "int 整改;\n"), "identifier");
    EXPECT_EQ(source("src/base/a.cpp", "auto c = U'㊱', d = '\\'';\nint e = 20'000;\n"), "");
    std::string lines, body = "void f() {\n";
    for (int i = 0; i < 400; ++i) lines += "int a;\n";
    for (int i = 0; i < 59; ++i) body += "    g();\n";
    EXPECT_EQ(source("src/base/a.cpp", lines), "file size");
    EXPECT_EQ(source("src/base/a_test.cpp", lines), "");
    EXPECT_EQ(source("src/base/a.cpp", body + "}\n"), "function size");
}

TEST(Rule, refusals_are_found_across_lines) {
    const auto codes = tidy::refusals_in(
        "return refuse(ErrorKind::invalid, \"a_b\");\nbase::refuse(\n"
        "    base::ErrorKind::conflict,\n    \"c\", \"field\")");
    EXPECT_EQ(codes, (std::vector<std::string>{"a_b", "c"}));
}

TEST(Rule, pages_and_machines_and_migrations) {
    EXPECT_EQ(rules_broken(tidy::check_page("web/src/ledger/Table.vue", "<b>整改</b>\n")), "words");
    EXPECT_EQ(rules_broken(tidy::check_page("web/src/words/ledger.ts", "'整改'\n")), "");
    EXPECT_EQ(rules_broken(tidy::check_page("web/src/ledger/table.ts", "// 整改\n")), "");
    EXPECT_EQ(rules_broken(tidy::check_anywhere("a.md", "see /some/clone/x", "/some/clone")),
              "machine");
    EXPECT_EQ(rules_broken(tidy::check_migrations({"0001_a.sql", "0003_b.sql"})), "migration");
    EXPECT_EQ(rules_broken(tidy::check_migrations({"0001_a.sqlite.sql"})), "migration");
    EXPECT_EQ(rules_broken(tidy::check_migrations({"1_a.sql"})), "migration");
    EXPECT_EQ(rules_broken(tidy::check_migrations(
                  {"0001_a.sqlite.sql", "0001_a.postgres.sql", "0002_b.sql"})),
              "");
}

}  // namespace
