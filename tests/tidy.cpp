// See tidy.hpp. First the tables, which are the rules; then the reading of C++ text; then one
// function a rule.
#include "tidy.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <sstream>

namespace tidy {
namespace {

using Text = std::string_view;
using Names = std::vector<Text>;

// ---- The rules
// ----------------------------------------------------------------------------------------------

// Include only from your left; those on one line do not know each other.
const std::vector<Names> module_order = {
    {"base"},          {"db", "http", "text"},
    {"office"},        {"journal"},
    {"identity"},      {"accounts"},
    {"calendar"},      {"notify"},
    {"evidence"},      {"ledger"},
    {"plan"},          {"inspections", "bodies", "regulations", "campaigns"},
    {"supervision"},   {"meetings"},
    {"drafting"},      {"chronology"},
    {"reports"},       {"documents"},
    {"proofreading"},  {"templates", "narrative"},
    {"life_meetings"}, {"studies", "opinions", "talks", "statements"},
    {"sittings"},      {"disclosure"},
    {"dossier"},       {"sealing"},
    {"exchange"},      {"audit"},
    {"app"},
};

// In these modules the suffix of a file's name says which room it is; the others are mechanisms
// without rooms.
const Names modules_with_rooms = {
    "accounts",    "calendar",      "notify",      "evidence",  "ledger",       "plan",
    "inspections", "bodies",        "regulations", "campaigns", "supervision",  "meetings",
    "drafting",    "chronology",    "reports",     "documents", "proofreading", "templates",
    "narrative",   "life_meetings", "studies",     "opinions",  "talks",        "statements",
    "sittings",    "disclosure",    "dossier",     "sealing",   "audit"};

enum class Room { rules, store, json, actions, routes };

struct RoomRule {
    Room room;
    Text suffix;
    Names
        closed;  // beginnings of include paths that this room may not use, or rooms by their suffix
    Text advice;
};
const std::vector<RoomRule> room_rules = {
    {Room::store,
     "_store",
     {"http/", "journal/journal", "boost/json", "_json", "_actions", "_routes"},
     "a store turns rows into types and knows neither requests nor decisions"},
    {Room::json,
     "_json",
     {"db/", "journal/journal", "_routes"},
     "json turns text into commands and types into text: no database"},
    {Room::json,
     "_sheet",
     {"db/", "http/", "journal/journal", "_json", "_routes"},
     "a sheet turns types into rows of a workbook: no database, no request"},
    {Room::json,
     "_paper",
     {"db/", "http/", "journal/journal", "_json", "_actions", "_routes"},
     "a paper turns types into an official document: no database, no request"},
    {Room::actions,
     "_actions",
     {"http/", "boost/json", "base/json_reader", "_json", "_routes"},
     "an action is called by commands and imports too: no wire format in it"},
    {Room::routes,
     "_routes",
     {"db/", "journal/journal", "_store"},
     "a route parses, calls one action and answers"},
    {Room::rules,
     "",
     {"db/", "http/", "journal/journal", "boost/json", "base/json_", "base/clock", "base/log",
      "mutex", "_store", "_json", "_actions", "_routes"},
     "rules are pure: no database, wire format, clock, log or lock"},
};
// What a module's actions are given: references to the surroundings, so it may name them.
constexpr Text needs_file = "/needs.hpp";

enum class Layer { code, strings, comments, everything };

struct Ban {
    std::regex pattern;
    Layer layer;
    Names allowed;  // parts of paths where it may stand
    Text advice;
};
const std::vector<Ban> bans = {
    {std::regex(R"(boost/(beast|asio))"),
     Layer::everything,
     {"src/http/server", "src/http/connection.", "src/http/connection_live.", "src/http/stream",
      "tests/tidy"},
     "sockets live in the network files of http/; handlers are plain functions"},
    {std::regex(R"(\bco_(await|return|yield)\b)"),
     Layer::code,
     {"src/http/server", "src/http/connection.", "src/http/connection_live.", "src/http/stream"},
     "coroutines live in the network files of http/; write a plain function"},
    {std::regex(R"(co_await [^;)]*[(,]\s*\[[^&\]])"),
     Layer::code,
     {},
     "g++ 12 frees a by-value capture twice here: name the lambda first, or capture by reference"},
    {std::regex(R"(co_await [^;)]*\w\{)"),
     Layer::code,
     {},
     "g++ 12 frees an aggregate twice here: name the argument before co_await"},
    {std::regex(R"(\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|(CREATE|ALTER|DROP) (TABLE|INDEX))\s)"),
     Layer::strings,
     {"_store.", "src/db/", "tests/", "bench/", "_test.", "/test_"},
     "SQL text stands in *_store.cpp"},
    {std::regex(R"(SELECT\s+\*)"),
     Layer::strings,
     {"_test.", "tests/tidy"},
     "name the columns: rows are read by position"},
    {std::regex(R"(\bgetenv\b)"),
     Layer::code,
     {"src/app/config", "tests/", "bench/", "_test.", "src/db/test_database"},
     "settings are read in app/config and passed on"},
    {std::regex(R"(\bsystem_clock::now\b)"),
     Layer::code,
     {"src/base/clock."},
     "ask the base::Clock that you were given"},
    {std::regex(R"(\b(random_device|rand|mt19937\w*)\b)"),
     Layer::code,
     {"src/base/random.", "tests/", "bench/", "_test."},
     "ask the base::Random that you were given"},
    {std::regex(R"(\bstd::(cerr|cout|clog)\b)"),
     Layer::code,
     {"src/base/log.", "src/app/", "bench/", "tests/", "_test."},
     "log through base/log, or return what is to be said"},
    {std::regex(R"(\bstd::w?regex\b)"),
     Layer::code,
     {"tests/tidy"},
     "recursive and slow on foreign text: read it by hand"},
    {std::regex(R"(\b(strcpy|strcat|sprintf|gets|atoi|atof|strtok)\b)"),
     Layer::code,
     {},
     "use std::string, std::from_chars"},
    {std::regex(R"(\b(sqlite3_\w+|PQ[a-z]\w+)\s*\()"),
     Layer::code,
     {"src/db/", "bench/"},
     "databases are spoken to through db/"},
    {std::regex(R"(\b(FIXME|TODO)\b)"),
     Layer::everything,
     {"tests/tidy"},
     "do it, or write it down as an issue"},
};

constexpr std::size_t line_columns_max = 100, source_lines_max = 400, test_lines_max = 800,
                      function_lines_max = 60;

// Files that were longer when the limit came: they may shrink, never grow. Take a line out as soon
// as it is met.
const std::map<Text, std::size_t> lines_ratchet = {};

// ---- Reading
// ------------------------------------------------------------------------------------------------

bool has(Text text, Text part) {
    return text.find(part) != Text::npos;
}
bool contains(const Names& names, Text name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}
bool is_test(Text path) {
    return has(path, "_test.") || has(path, "/test_") || path.starts_with("tests/") ||
           path.starts_with("bench/");
}

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

std::vector<Text> lines_of(Text text) {
    std::vector<Text> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text = end == Text::npos ? Text{} : text.substr(end + 1);
    }
    return lines;
}

std::size_t code_points(Text line) {
    return static_cast<std::size_t>(
        std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// The text three times, each with all that belongs to the other layers turned into spaces: lines
// keep their numbers.
struct Layers {
    std::string code, strings, comments;
};

// Where the comment or literal that begins at `at` ends; nullopt when none begins there.
std::optional<std::size_t> end_of_literal(Text text, std::size_t at, Layer& layer) {
    const auto until = [&](Text mark, std::size_t from) {
        const auto found = text.find(mark, from);
        return found == Text::npos ? text.size() : found + mark.size();
    };
    layer = Layer::comments;
    if (text.substr(at, 2) == "//") return std::min(text.find('\n', at), text.size());
    if (text.substr(at, 2) == "/*") return until("*/", at + 2);
    layer = Layer::strings;
    if (text.substr(at, 2) == "R\"") {
        const auto open = text.find('(', at);
        return until(")" + std::string(text.substr(at + 2, open - at - 2)) + "\"", open);
    }
    // In 20'000 it parts digits; after U, u or L it opens a character.
    const char before = at > 0 ? text[at - 1] : ' ';
    const bool digit_separator =
        text[at] == '\'' && is_word(before) && !has("UuL", Text(&before, 1));
    if ((text[at] != '"' && text[at] != '\'') || digit_separator) return std::nullopt;
    auto end = at + 1;
    while (end < text.size() && text[end] != text[at] && text[end] != '\n')
        end += text[end] == '\\' ? 2 : 1;
    return std::min(end + 1, text.size());
}

Layers layers_of(Text text) {
    std::string blank(text);
    for (char& c : blank)
        if (c != '\n') c = ' ';
    Layers layers{blank, blank, blank};
    for (std::size_t at = 0; at < text.size();) {
        Layer layer = Layer::code;
        const auto end = end_of_literal(text, at, layer);
        auto& out = !end ? layers.code : layer == Layer::strings ? layers.strings : layers.comments;
        const auto next = end.value_or(at + 1);
        for (; at < next; ++at) out[at] = text[at];
    }
    return layers;
}

int line_at(Text text, std::size_t offset) {
    return 1 + static_cast<int>(std::count(
                   text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

struct Include {
    int line;
    std::string path;
    bool ours;  // in quotes
};
std::vector<Include> includes_of(Text text) {
    static const std::regex pattern(R"(^\s*#include\s*(["<])([^">]+))");
    std::vector<Include> includes;
    int number = 0;
    for (const Text line : lines_of(text)) {
        ++number;
        std::match_results<Text::const_iterator> match;
        if (std::regex_search(line.begin(), line.end(), match, pattern))
            includes.push_back({number, match[2].str(), match[1].str() == "\""});
    }
    return includes;
}

// "ledger" of "src/ledger/measure.cpp" and of "ledger/measure.hpp"; "" where no folder stands.
Text module_of(Text path) {
    if (path.starts_with("src/")) path.remove_prefix(4);
    const auto slash = path.find('/');
    return slash == Text::npos ? Text{} : path.substr(0, slash);
}
std::optional<std::size_t> rank_of(Text module) {
    for (std::size_t rank = 0; rank < module_order.size(); ++rank)
        if (contains(module_order[rank], module)) return rank;
    return std::nullopt;
}
bool may_use(Text module, Text other) {
    const auto own = rank_of(module), its = rank_of(other);
    return module == other || (own && its && *its < *own);
}

// The name without folder, extension and "_test".
Text stem_of(Text path) {
    path = path.substr(path.rfind('/') + 1);
    path = path.substr(0, path.find('.'));
    if (path.ends_with("_test")) path.remove_suffix(5);
    return path;
}
const RoomRule& room_of(Text path) {
    const auto found =
        std::find_if(room_rules.begin(), room_rules.end(),
                     [&](const RoomRule& rule) { return stem_of(path).ends_with(rule.suffix); });
    return *found;  // The last suffix is empty and fits every name.
}

// ---- One function a rule
// ------------------------------------------------------------------------------------

using Found = std::vector<Violation>;

void add(Found& found, Text path, int line, Text rule, std::string advice) {
    found.push_back({std::string(path), line, std::string(rule), std::move(advice)});
}

void check_order(Found& found, Text path, Text text) {
    if (!path.starts_with("src/")) return;
    if (!rank_of(module_of(path)))
        add(found, path, 0, "module order", "the module stands in no order: tidy.cpp");
    for (const auto& include : includes_of(text)) {
        const Text other = module_of(include.path);
        if (include.ours && !may_use(module_of(path), other))
            add(found, path, include.line, "module order",
                "include only from the left: " + order_line());
    }
}

bool is_closed(const RoomRule& rule, Text include) {
    return std::any_of(rule.closed.begin(), rule.closed.end(), [&](Text closed) {
        return closed.starts_with("_") ? stem_of(include).ends_with(closed)
                                       : include.starts_with(closed);
    });
}

void check_room(Found& found, Text path, Text text) {
    const Text module = module_of(path);
    if (!path.starts_with("src/") || !contains(modules_with_rooms, module) || is_test(path)) return;
    if (path.ends_with(needs_file)) return;
    const RoomRule& rule = room_of(path);
    for (const auto& include : includes_of(text)) {
        if (is_closed(rule, include.path))
            add(found, path, include.line, "room", std::string(rule.advice));
    }
}

// An action is called with its Needs; another module's action called so would be a transaction
// inside a transaction.
void check_calls(Found& found, Text path, const Layers& layers) {
    if (!path.starts_with("src/") || !stem_of(path).ends_with("_actions") || is_test(path)) return;
    static const std::regex call(R"((\w+)::\w+\(\s*needs(\.\w+)?\s*,)");
    for (std::sregex_iterator hit(layers.code.begin(), layers.code.end(), call), end; hit != end;
         ++hit) {
        const std::string other = (*hit)[1].str();
        if (contains(modules_with_rooms, other) && other != module_of(path))
            add(found, path, line_at(layers.code, static_cast<std::size_t>(hit->position())),
                "room",
                "an action never calls an action: use the rule and the store of the other module");
    }
}

void check_bans(Found& found, Text path, Text text, const Layers& layers) {
    const std::string everything(text);
    for (const Ban& ban : bans) {
        if (std::any_of(ban.allowed.begin(), ban.allowed.end(),
                        [&](Text part) { return has(path, part); }))
            continue;
        const std::string& layer = ban.layer == Layer::code       ? layers.code
                                   : ban.layer == Layer::strings  ? layers.strings
                                   : ban.layer == Layer::comments ? layers.comments
                                                                  : everything;
        std::smatch hit;  // The first is enough: the advice is about the file.
        if (std::regex_search(layer, hit, ban.pattern))
            add(found, path, line_at(layer, static_cast<std::size_t>(hit.position())),
                "banned word " + hit.str(), std::string(ban.advice));
    }
}

void check_shape(Found& found, Text path, Text text, const Layers& layers) {
    const auto lines = lines_of(text);
    const bool header = path.ends_with(".hpp");
    // What stands beside its header begins with it: the header has the words.
    const bool beside_header = !header && text.starts_with("#include \"");
    if (!text.starts_with("//") && !beside_header)
        add(found, path, 1, "opening", "say in two to five lines what the file is for");
    if (header && !has(layers.code, "#pragma once"))
        add(found, path, 1, "header", "#pragma once is missing");
    if (header && has(layers.code, "using namespace"))
        add(found, path, 0, "header", "no using namespace in headers");
    const auto limit = is_test(path) ? test_lines_max : source_lines_max;
    const auto ratchet = lines_ratchet.find(path);
    if (lines.size() > (ratchet == lines_ratchet.end() ? limit : ratchet->second))
        add(found, path, 0, "file size", std::to_string(lines.size()) + " lines: part it by nouns");
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const int number = static_cast<int>(i) + 1;
        if (code_points(lines[i]) > line_columns_max)
            add(found, path, number, "line length", "100 columns at most");
        if (lines[i].ends_with(" ") || has(lines[i], "\t"))
            add(found, path, number, "blanks", "script/format");
    }
    const auto foreign = std::find_if(layers.code.begin(), layers.code.end(),
                                      [](char c) { return (c & 0x80) != 0; });
    if (foreign != layers.code.end())
        add(found, path, line_at(text, static_cast<std::size_t>(foreign - layers.code.begin())),
            "identifier", "identifiers are the English words of the glossary");
}

// A function outside a class begins and ends in the first column, as the formatter writes it.
void check_functions(Found& found, Text path, const Layers& layers) {
    if (is_test(path)) return;
    const auto lines = lines_of(layers.code);
    std::size_t opened = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool closes = lines[i].substr(0, lines[i].find_last_not_of(' ') + 1) == "}";
        const bool scope =
            lines[opened].starts_with("namespace") || lines[opened].starts_with("extern");
        if (closes && !scope && i - opened + 1 > function_lines_max)
            add(found, path, static_cast<int>(opened) + 1, "function size",
                std::to_string(i - opened + 1) + " lines: say it in steps");
        if (!lines[i].empty() && lines[i][0] != ' ') opened = i;
    }
}

}  // namespace

// ---- What tidy_test.cpp calls
// -------------------------------------------------------------------------------

std::string order_line() {
    std::string line;
    for (const Names& rank : module_order) {
        std::string names;
        for (const Text name : rank) names += (names.empty() ? "" : ", ") + std::string(name);
        line += (line.empty() ? "" : " < ") + (rank.size() == 1 ? names : "{ " + names + " }");
    }
    return line;
}

std::string module_list() {
    std::string list;
    for (const Names& rank : module_order)
        for (const Text name : rank) list += (list.empty() ? "" : " ") + std::string(name);
    return list;
}

std::vector<Violation> check_source(Text path, Text text) {
    Found found;
    const Layers layers = layers_of(text);
    check_order(found, path, text);
    check_room(found, path, text);
    check_calls(found, path, layers);
    check_bans(found, path, text, layers);
    check_shape(found, path, text, layers);
    check_functions(found, path, layers);
    return found;
}

std::vector<Violation> check_build(Text path, Text text, const std::vector<std::string>& siblings) {
    Found found;
    static const std::regex link(R"(zhenggai_([a-z_]+))");
    const std::string copy(text);
    for (std::sregex_iterator hit(copy.begin(), copy.end(), link), end; hit != end; ++hit) {
        const std::string other = (*hit)[1].str();
        if (rank_of(other) && !may_use(module_of(path), other))
            add(found, path, line_at(text, static_cast<std::size_t>(hit->position())),
                "module order", "link only what stands to the left: " + order_line());
    }
    for (const std::string& name : siblings)
        if (name.ends_with(".cpp") && !has(text, name))
            add(found, path, 0, "orphan", name + " is built by nobody: name it here or delete it");
    return found;
}

std::vector<Violation> check_page(Text path, Text text) {
    Found found;
    if (path.starts_with("web/src/words/") || has(path, ".test.")) return found;
    // Ideographs U+4E00..U+9FFF begin with these bytes.
    static const std::regex ideograph("[\xE4-\xE9][\x80-\xBF][\x80-\xBF]");
    int number = 0;
    for (const Text line : lines_of(text)) {
        ++number;
        const auto start = line.find_first_not_of(' ');
        const Text begun = start == Text::npos ? Text{} : line.substr(start);
        if (begun.starts_with("//") || begun.starts_with("*") || begun.starts_with("/*")) continue;
        if (std::regex_search(line.begin(), line.end(), ideograph))
            add(found, path, number, "words", "sentences stand in web/src/words, keyed by code");
    }
    return found;
}

std::vector<Violation> check_anywhere(Text path, Text text, Text project_dir) {
    Found found;
    // In two halves each, so that this file does not hold them.
    static const std::vector<std::string> foreign = {
        std::string("registry.") + "npmjs", std::string("deb.") + "debian.org",
        std::string("pypi.") + "org",       std::string("\"reso") + "lved\": \"http",
        std::string("/work") + "/main",     std::string("/home") + "/",
        std::string("/root") + "/",         std::string("/tmp/") + "build"};
    const auto report = [&](Text word) {
        const auto at = text.find(word);
        if (at != Text::npos)
            add(found, path, line_at(text, at), "machine",
                "\"" + std::string(word) + "\" belongs to one machine only");
    };
    for (const auto& word : foreign) report(word);
    if (project_dir.size() > 3) report(project_dir);
    return found;
}

std::vector<Violation> check_migrations(std::vector<std::string> names) {
    Found found;
    static const std::regex pattern(R"((\d{4})_([a-z0-9_]+)(\.(sqlite|postgres))?\.sql)");
    std::map<std::string, std::set<std::string>>
        engines;  // "0001_journal" -> {""} or {"sqlite", "postgres"}
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) {
        std::smatch match;
        if (!std::regex_match(name, match, pattern))
            add(found, name, 0, "migration", "name it NNNN_what_it_does.sql");
        else
            engines[match[1].str() + "_" + match[2].str()].insert(match[4].str());
    }
    int number = 0;
    for (const auto& [name, of] : engines) {
        if (std::stoi(name.substr(0, 4)) != ++number)
            add(found, name, 0, "migration", "numbers without gaps or twins");
        if (of != std::set<std::string>{""} && of.size() != 2)
            add(found, name, 0, "migration", "one file for both engines, or one for each");
    }
    return found;
}

std::vector<std::string> types_defined_in(Text text) {
    std::vector<std::string> found;
    for (Text line : lines_of(text)) {
        if (!line.ends_with('{') && !line.ends_with("};")) continue;
        for (const Text head : {"struct ", "enum class ", "class "}) {
            if (!line.starts_with(head)) continue;
            line.remove_prefix(head.size());
            const auto end = std::find_if_not(line.begin(), line.end(), is_word);
            found.emplace_back(line.begin(), end);
            break;
        }
    }
    return found;
}

std::vector<std::string> refusals_in(Text text) {
    static const std::regex pattern(
        R"re(refuse\(\s*(?:base::)?(?:ErrorKind|Kind)::\w+,\s*"([a-z_0-9]+)")re");
    const Layers layers = layers_of(text);
    std::string said = layers.code;
    for (std::size_t i = 0; i < said.size(); ++i)
        if (layers.strings[i] != ' ') said[i] = layers.strings[i];
    text = said;
    std::vector<std::string> codes;
    std::match_results<Text::const_iterator> match;
    for (auto at = text.begin(); std::regex_search(at, text.end(), match, pattern);
         at = match[0].second)
        codes.push_back(match[1].str());
    return codes;
}

std::vector<std::string> links_in(Text text) {
    std::vector<std::string> links;
    for (auto at = text.find("]("); at != Text::npos; at = text.find("](", at + 2)) {
        const auto start = at + 2;
        auto target = text.substr(start, text.find_first_of(")\n", start) - start);
        target = target.substr(0, target.find('#'));
        if (!target.empty() && !has(target, "://")) links.emplace_back(target);
    }
    return links;
}

std::string to_text(const std::vector<Violation>& violations) {
    std::ostringstream out;
    for (const auto& one : violations)
        out << one.path << ':' << one.line << ": [" << one.rule << "] " << one.advice << '\n';
    return out.str();
}

}  // namespace tidy
