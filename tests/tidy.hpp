// The rules of the house as functions over text: which module and room a file may include from,
// sizes, and words that have a better replacement. Pure, so that tidy_test.cpp can show that each
// rule bites; it also runs them over the tree. The tables at the top of tidy.cpp are the rules;
// ARCHITECTURE.md and STYLE.md explain them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tidy {

struct Violation {
    std::string path;
    int line = 0;        // from 1; 0 when the file as a whole is meant
    std::string rule;    // one word or two: "module order"
    std::string advice;  // what to do instead
};

/// "base < { db, http, text } < office < …", as it must stand in ARCHITECTURE.md.
[[nodiscard]] std::string order_line();
/// "base db http text office …", as it must stand in CMakeLists.txt.
[[nodiscard]] std::string module_list();

/// A C++ file; `path` from the project's folder, such as "src/ledger/measure_store.cpp".
[[nodiscard]] std::vector<Violation> check_source(std::string_view path, std::string_view text);
/// The CMakeLists.txt of a module: links to the left only, and builds each of `siblings` (file
/// names).
[[nodiscard]] std::vector<Violation> check_build(std::string_view path, std::string_view text,
                                                 const std::vector<std::string>& siblings);
/// A file of the pages: no sentence outside web/src/words.
[[nodiscard]] std::vector<Violation> check_page(std::string_view path, std::string_view text);
/// Any text file: nothing of one machine. `project_dir` is where this clone stands.
[[nodiscard]] std::vector<Violation> check_anywhere(std::string_view path, std::string_view text,
                                                    std::string_view project_dir);
/// The names in migrations/: NNNN_name.sql, numbered without gaps, engine twins complete.
[[nodiscard]] std::vector<Violation> check_migrations(std::vector<std::string> names);

/// The structs, classes and enums that a header defines at the edge of its namespace. Two headers
/// of one module that define the same name give the linker two meanings of it.
[[nodiscard]] std::vector<std::string> types_defined_in(std::string_view text);

/// The codes that a source refuses with in so many words: refuse(ErrorKind::…, "code").
[[nodiscard]] std::vector<std::string> refusals_in(std::string_view text);

/// Where the links and pictures of a Markdown text lead within the project, without #heading.
[[nodiscard]] std::vector<std::string> links_in(std::string_view text);

/// One violation a line.
[[nodiscard]] std::string to_text(const std::vector<Violation>& violations);

}  // namespace tidy
