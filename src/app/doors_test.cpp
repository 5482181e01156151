// Every route as every role: what the router lets through against the table of
// docs/manual/doors.md, which is declared by hand. A route without a row there fails, and so does a
// row without a route.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "accounts/role.hpp"
#include "app/config.hpp"
#include "app/installation.hpp"
#include "app/wiring.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;

/// "GET /api/v1/units" → the words of those who may, in the table's order.
using Doors = std::map<std::string, std::string>;

Doors declared() {
    std::ifstream file(std::string(PROJECT_DIR) + "/docs/manual/doors.md");
    EXPECT_TRUE(file);
    Doors doors;
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("| `")) continue;
        const auto end = line.find("` | ");
        doors[line.substr(3, end - 3)] = line.substr(end + 4, line.rfind(" |") - end - 4);
    }
    return doors;
}

/// A path that the route matches.
std::string some_path(std::string_view pattern) {
    std::string path;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '{') {
            path += "x1";
            i = pattern.find('}', i);
        } else {
            path += pattern[i] == '*' ? 'x' : pattern[i];
        }
    }
    return path;
}

class DoorsTest : public testing::Test {
  protected:
    DoorsTest() {
        folder_ = fs::temp_directory_path() / ("zhenggai-doors-test-" + std::to_string(::getpid()));
        fs::create_directories(folder_);
    }
    ~DoorsTest() override { fs::remove_all(folder_); }

    fs::path folder_;
};

TEST_F(DoorsTest, of_every_route_open_to_the_roles_of_the_manual_and_to_no_other) {
    const auto config = load_config({{{"data_dir", folder_.string()}}, {}});
    ASSERT_TRUE(config);
    Installation installation(*config, Opening::create);
    const http::Metrics metrics;
    auto routes = all_routes(installation, metrics);
    for (auto& route : routes)
        route.handler = [](const http::Request&) { return http::Response{}; };
    std::optional<base::Actor> asking;
    const http::Router router(std::move(routes), [&](const http::Request&) {
        return base::Result<std::optional<base::Actor>>(asking);
    });
    const auto passes = [&](const http::Route& route) {
        http::Request request;
        request.method = route.method;
        request.path = some_path(route.path);
        return !router.refuse_at_door(request).has_value();
    };
    Doors found;
    for (const auto& route : router.routes()) {
        asking.reset();
        std::string who;
        if (passes(route)) who = "所有人";
        std::size_t roles = 0;
        std::string words;
        for (const auto role : accounts::roles()) {
            asking = base::Actor{};
            asking->acts = accounts::acts_of(role);
            if (!passes(route)) continue;
            ++roles;
            words += (words.empty() ? "" : "、") + std::string(accounts::words_of(role));
        }
        if (who.empty()) who = roles == accounts::roles_count ? "登录即可" : words;
        found[std::string(http::name_of(route.method)) + " " + std::string(route.path)] = who;
    }
    const auto wanted = declared();
    for (const auto& [door, who] : found) {
        const auto row = wanted.find(door);
        if (row == wanted.end())
            ADD_FAILURE() << "not declared:\n| `" << door << "` | " << who << " |";
        else
            EXPECT_EQ(row->second, who) << door;
    }
    for (const auto& [door, who] : wanted) EXPECT_TRUE(found.contains(door)) << door << " is gone";
}

}  // namespace
}  // namespace app
