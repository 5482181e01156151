// Settings, embedded pages, the table of all routes, and commands as the command line calls them.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "app/commands.hpp"
#include "app/config.hpp"
#include "app/pages.hpp"
#include "app/terminal.hpp"
#include "app/wiring.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;

class Folder : public testing::Test {
  protected:
    Folder()
        : folder_(fs::temp_directory_path() / ("zhenggai-app-test-" + std::to_string(::getpid()))) {
        fs::create_directories(folder_);
    }
    ~Folder() override { fs::remove_all(folder_); }

    std::string write(const std::string& name, std::string_view content) {
        std::ofstream(folder_ / name) << content;
        return (folder_ / name).string();
    }

    fs::path folder_;
};

class Settings : public Folder {};
class Program : public Folder {};

std::string refusal(const base::Result<Config>& result) {
    if (result) return "nothing";
    auto text = result.error().code;
    for (const auto& [name, value] : result.error().args) text += " " + name + "=" + value;
    return text;
}

TEST_F(Settings, flags_come_before_the_environment_and_that_before_the_file) {
    const auto file = write("a.toml", "listen = \"10.0.0.1:1\"\nworkers = 3\nsession_hours = 9\n");
    const auto config = load_config(
        {{{"config", file}, {"listen", "[::1]:0"}},
         {{"ZHENGGAI_LISTEN", "10.0.0.2:2"}, {"ZHENGGAI_WORKERS", "5"}, {"HOME", "/"}}});
    ASSERT_TRUE(config) << refusal(config);
    EXPECT_EQ(config->listen_address, "::1");
    EXPECT_EQ(config->listen_port, 0);
    EXPECT_EQ(config->workers, 5u);
    EXPECT_EQ(config->session_hours, 9);
    EXPECT_EQ(config->session_idle_minutes, 30);
}

TEST_F(Settings, the_file_in_the_data_folder_is_read_unasked) {
    write("zhenggai.toml", "trusted_proxies = [\"10.0.0.1\", \"::1\"]\nmetrics_for_all = true\n");
    const auto config = load_config({{{"data_dir", folder_.string()}}, {}});
    ASSERT_TRUE(config) << refusal(config);
    EXPECT_EQ(config->trusted_proxies, (std::vector<std::string>{"10.0.0.1", "::1"}));
    EXPECT_TRUE(config->metrics_for_all);
    EXPECT_EQ(config->journal_key_file, folder_ / "journal.key");
}

TEST_F(Settings, a_secret_may_stand_in_a_file_of_its_own) {
    const auto file = write("secret", "postgresql://zg:geheim@db/zg\n");
    const auto config = load_config({{}, {{"ZHENGGAI_DATABASE_FILE", file}}});
    ASSERT_TRUE(config) << refusal(config);
    EXPECT_EQ(config->database, "postgresql://zg:geheim@db/zg");
    EXPECT_EQ(refusal(load_config({{}, {{"ZHENGGAI_DATABASE_FILE", "/nowhere"}}})),
              "secret_file_not_readable name=database path=/nowhere");
}

TEST_F(Settings, misspelt_names_are_refused_with_the_one_that_was_meant) {
    const auto file = write("a.toml", "lisen = \"10.0.0.1:1\"\n");
    EXPECT_EQ(refusal(load_config({{{"config", file}}, {}})),
              "setting_unknown_but_near name=lisen near=listen");
    const auto strange = write("b.toml", "colour = \"red\"\n");
    EXPECT_EQ(refusal(load_config({{{"config", strange}}, {}})), "setting_unknown name=colour");
    EXPECT_EQ(refusal(load_config({{}, {{"ZHENGGAI_DATADIR", "x"}}})),
              "setting_unknown_but_near name=datadir near=data_dir");
    EXPECT_EQ(refusal(load_config({{}, {{"ZHENGGAI_TEST_POSTGRES", "x"}}})), "nothing");
}

TEST_F(Settings, values_that_cannot_be_are_refused_by_name) {
    const std::pair<const char*, const char*> rows[] = {
        {"listen", "8420"},
        {"listen", "a:b"},
        {"listen", "1.2.3.4:99999"},
        {"workers", "-1"},
        {"workers", "many"},
        {"session_hours", "0"},
        {"log_level", "loud"},
        {"metrics_for_all", "yes"},
        {"database", "zg"},
        {"public_origin", "zg"},
        {"connections_max", "0"},
        {"webhook_hosts", "https://a.cn"},
        {"evidence_s3_url", "https://store.example.cn"},
        {"clamd", "3310"},
        {"clamd_unreachable", "wait"}};
    for (const auto& [name, value] : rows) {
        const auto text = refusal(load_config({{{name, value}}, {}}));
        EXPECT_TRUE(text.starts_with("setting_not_acceptable name=" + std::string(name) +
                                     " value=" + value))
            << text;
    }
    EXPECT_EQ(refusal(load_config({{{"tls_key", "k.pem"}}, {}})),
              "setting_needs_another name=tls_key other=tls_certificate");
    const auto broken = write("a.toml", "listen = \n");
    EXPECT_TRUE(refusal(load_config({{{"config", broken}}, {}}))
                    .starts_with("config_file_not_readable path="));
}

TEST_F(Settings, of_hosts_for_webhooks_are_read_as_they_are_compared) {
    const auto file = write("a.toml", "webhook_hosts = [\"QYAPI.weixin.qq.com\", \"[::1]:80\"]\n");
    const auto config = load_config({{{"config", file}}, {}});
    ASSERT_TRUE(config) << refusal(config);
    EXPECT_EQ(config->webhook_hosts, (std::vector<std::string>{"qyapi.weixin.qq.com", "[::1]:80"}));
    EXPECT_TRUE(load_config({{}, {}})->webhook_hosts.empty());
}

TEST_F(Settings, a_key_of_sealing_lies_outside_of_what_it_seals) {
    const auto loaded = [&](const fs::path& key, const char* seal = "on") {
        return refusal(load_config({{{"data_dir", (folder_ / "data").string()},
                                     {"seal_restricted", seal},
                                     {"seal_key_file", key.string()}},
                                    {}}));
    };
    EXPECT_EQ(loaded(folder_ / "seal.key"), "nothing");
    EXPECT_EQ(loaded("", "off"), "nothing");
    EXPECT_EQ(loaded(""), "setting_needs_another name=seal_restricted other=seal_key_file");
    for (const auto& inside :
         {folder_ / "data" / "seal.key", folder_ / "other" / ".." / "data" / "keys" / "seal.key"})
        EXPECT_TRUE(loaded(inside).starts_with("setting_not_acceptable name=seal_key_file"))
            << inside;
    EXPECT_EQ(loaded(folder_ / "data-of-others" / "seal.key"), "nothing");
    EXPECT_TRUE(loaded(folder_ / "k", "yes").starts_with("setting_not_acceptable"));
}

TEST_F(Settings, every_one_is_explained) {
    for (const auto& setting : settings()) EXPECT_FALSE(setting.purpose.empty()) << setting.name;
}

http::Request asking(std::string path, std::string accepts = {}) {
    http::Request request;
    request.path = std::move(path);
    if (!accepts.empty()) request.headers.emplace_back("accept-encoding", accepts);
    return request;
}

std::string shown(const http::Response& response) {
    auto text = std::to_string(response.status);
    if (const auto* bytes = std::get_if<http::StaticBody>(&response.body))
        text += " " + std::string(bytes->bytes);
    for (const auto& [name, value] : response.headers)
        if (name == "Content-Encoding" || name == "Cache-Control") text += " " + value;
    return text;
}

TEST(Pages, are_sent_in_the_best_form_the_client_takes) {
    const std::vector<Page> pages{
        {"/assets/a-1f.js", "text/javascript", "\"1\"", "raw", "gz", "br"},
        {"/favicon.svg", "image/svg+xml", "\"2\"", "icon", "", ""},
        {"/index.html", "text/html", "\"3\"", "index", "gz", ""}};
    const auto handle = page_handler(pages);
    const std::string forever = " public, max-age=31536000, immutable";
    EXPECT_EQ(shown(handle(asking("/assets/a-1f.js"))), "200 raw" + forever);
    EXPECT_EQ(shown(handle(asking("/assets/a-1f.js", "gzip, br"))), "200 br" + forever + " br");
    EXPECT_EQ(shown(handle(asking("/assets/a-1f.js", "gzip"))), "200 gz" + forever + " gzip");
    EXPECT_EQ(shown(handle(asking("/index.html", "br"))), "200 index no-cache");
    EXPECT_EQ(shown(handle(asking("/favicon.svg", "gzip"))), "200 icon no-cache");
}

TEST(Pages, answer_every_address_of_their_own_and_no_other) {
    const std::vector<Page> pages{{"/index.html", "text/html", "\"3\"", "index", "", ""}};
    const auto handle = page_handler(pages);
    EXPECT_EQ(shown(handle(asking("/"))), "200 index no-cache");
    EXPECT_EQ(shown(handle(asking("/problems/7"))), "200 index no-cache");
    EXPECT_EQ(handle(asking("/api/v1/nothing")).status, 404);
    EXPECT_EQ(handle(asking("/assets/old-2a.js")).status, 404)
        << "a page instead of a script would only confuse";
}

TEST(Pages, say_so_when_there_are_none) {
    const auto handle = page_handler({});
    const auto response = handle(asking("/"));
    EXPECT_EQ(response.status, 503);
    EXPECT_NE(shown(response).find("程序中没有页面"), std::string::npos);
}

TEST(Pages, as_embedded_are_sorted_and_lead_with_an_index) {
    const auto pages = embedded_pages();
    EXPECT_TRUE(std::is_sorted(pages.begin(), pages.end(),
                               [](const Page& a, const Page& b) { return a.path < b.path; }));
    for (const auto& page : pages) {
        EXPECT_NE(page.content_type, "application/octet-stream") << page.path;
        EXPECT_LT(page.gzip.size(), page.raw.size()) << page.path;
    }
}

TEST_F(Program, has_no_two_routes_for_one_address_and_keeps_its_interface_in_one_place) {
    const auto config = load_config({{{"data_dir", (folder_ / "data").string()}}, {}});
    Installation installation(*config, Opening::create);
    const http::Metrics metrics;
    const http::Router router(all_routes(installation, metrics), {});
    for (const auto& route : router.routes()) {
        const bool outside =
            route.path == "/healthz" || route.path == "/metrics" || route.path == "/*";
        EXPECT_TRUE(outside || route.path.starts_with("/api/v1/")) << route.path;
    }
    EXPECT_EQ(router.handle(asking("/healthz")).status, 200);
}

TEST_F(Program, keeps_its_data_folder_to_itself) {
    const auto config = load_config({{{"data_dir", (folder_ / "data").string()}}, {}});
    const Installation installation(*config, Opening::create);
    EXPECT_EQ(fs::status(config->data_dir).permissions(), fs::perms::owner_all);
    for (const auto& entry : fs::directory_iterator(config->data_dir))
        EXPECT_EQ(entry.status().permissions() & (fs::perms::group_all | fs::perms::others_all),
                  fs::perms::none)
            << entry.path();
}

TEST_F(Program, changes_nothing_where_there_is_no_installation) {
    const auto config = load_config({{{"data_dir", (folder_ / "none").string()}}, {}});
    EXPECT_THROW(Installation(*config, Opening::existing), std::runtime_error);
    EXPECT_FALSE(fs::exists(folder_ / "none"));
}

int run(std::vector<std::string> words) {
    words.insert(words.begin(), "zhenggai");
    std::vector<char*> argv;
    for (auto& word : words) argv.push_back(word.data());
    return run_command_line(static_cast<int>(argv.size()), argv.data());
}

TEST_F(Program, ends_with_the_code_that_tells_what_was_wrong) {
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    const auto data = (folder_ / "data").string();
    EXPECT_EQ(run({"--help"}), done);
    EXPECT_EQ(run({}), refused_input);
    EXPECT_EQ(run({"frobnicate"}), refused_input);
    EXPECT_EQ(run({"parse"}), refused_input);
    EXPECT_EQ(run({"parse", "/nowhere/plan.docx"}), refused_input);
    EXPECT_EQ(run({"verify", "--data-dir", data}), broken_surroundings);
    EXPECT_EQ(run({"migrate", "--data-dir", data}), done);
    EXPECT_EQ(run({"verify", "--data-dir", data}), done);
    EXPECT_EQ(run({"migrate", "--data-dir", data, "--workers", "many"}), refused_input);
    EXPECT_EQ(run({"migrate", "--data-dir", "/proc/none"}), broken_surroundings);
    const auto complaints = testing::internal::GetCapturedStderr();
    EXPECT_NE(complaints.find("不认识的参数或命令：frobnicate"), std::string::npos) << complaints;
    EXPECT_NE(testing::internal::GetCapturedStdout().find("退出码"), std::string::npos);
}

TEST_F(Program, opens_accounts_that_show_in_the_list) {
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    const auto data = (folder_ / "data").string();
    EXPECT_EQ(run({"user", "add", "lihua", "--person", "李华", "--role", "rectification_office",
                   "--data-dir", data}),
              done);
    EXPECT_EQ(
        run({"user", "add", "wang", "--person", "王芳", "--role", "chef", "--data-dir", data}),
        refused_input);
    EXPECT_EQ(run({"user", "add", "wang", "--person", "王芳", "--role", "responsible_unit",
                   "--data-dir", data}),
              refused_input);
    EXPECT_EQ(run({"user", "password", "lihua", "--data-dir", data}), done);
    EXPECT_EQ(run({"user", "password", "nobody", "--data-dir", data}), refused_input);
    EXPECT_EQ(run({"user", "disable", "lihua", "--data-dir", data}), done);
    EXPECT_EQ(run({"user", "list", "--data-dir", data}), done);
    const auto said = testing::internal::GetCapturedStdout();
    EXPECT_NE(said.find("初始密码："), std::string::npos);
    EXPECT_NE(said.find("lihua               李华        整改办"), std::string::npos) << said;
    EXPECT_NE(said.find("停用"), std::string::npos);
    EXPECT_NE(testing::internal::GetCapturedStderr().find("chef"), std::string::npos);
}

TEST_F(Program, carries_the_sample_through_import_export_backup_and_restore) {
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    const auto data = (folder_ / "data").string(), other = (folder_ / "other").string();
    const auto book = (folder_ / "book.xlsx").string(), backup = (folder_ / "backup.zip").string();
    const auto blank = (folder_ / "units.xlsx").string();
    const auto plan = write("plan.txt",
                            "关于整改落实的方案\n一、具体整改措施\n（一）关于制度执行不严的问题\n"
                            "1.关于采购管理不规范问题的整改\n整改措施：①修订采购管理办法。\n"
                            "责任单位：办公室\n整改时限：2024年6月30日前\n");
    const std::string title = "教育局党组巡察整改";
    std::vector<int> codes;
    for (const auto& words : std::vector<std::vector<std::string>>{
             {"sample"},
             {"sample"},
             {"import", plan, "--programme", title, "--check"},
             {"import", plan, "--programme", title},
             {"import", plan, "--programme", "没有这项工作"},
             {"import", "/nowhere.docx", "--programme", title},
             {"export", book, "--programme", title},
             {"export", book, "--programme", title},
             {"unit-template", blank},
             {"unit-template", blank},
             {"import-units", blank, "--check"},
             {"import-units", blank},
             {"import-units", plan},
             {"backup", backup, "--key-to", (folder_ / "key").string()}}) {
        auto line = words;
        line.insert(line.end(), {"--data-dir", data});
        codes.push_back(run(line));
    }
    codes.push_back(run({"restore", backup, "--data-dir", other}));
    codes.push_back(run({"restore", backup, "--data-dir", other}));
    fs::copy_file(folder_ / "key", fs::path(other) / "journal.key",
                  fs::copy_options::overwrite_existing);
    codes.push_back(run({"verify", "--data-dir", other}));
    const auto said = testing::internal::GetCapturedStdout();
    const auto complaints = testing::internal::GetCapturedStderr();
    EXPECT_EQ(codes, (std::vector<int>{0, 2, 0, 0, 2, 2, 0, 2, 0, 2, 0, 0, 2, 0, 0, 2, 0}))
        << said << complaints;
    EXPECT_NE(said.find("以上为检查结果，没有写入台账。"), std::string::npos);
    EXPECT_NE(said.find("问题 1、表现 0、措施 1"), std::string::npos) << said;
    EXPECT_GT(fs::file_size(book), 4'000u);
}

TEST(Tables, count_chinese_characters_as_two) {
    EXPECT_EQ(padded("整改a", 8), "整改a   ");
    EXPECT_EQ(padded("整改整改", 8), "整改整改 ");
}

}  // namespace
}  // namespace app
