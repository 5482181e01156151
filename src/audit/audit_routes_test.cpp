// The endpoints through the router without a socket: nobody and every other role is kept out.
#include "audit/audit_routes.hpp"

#include <boost/json.hpp>
#include <fstream>
#include <sstream>

#include "audit/test_audit.hpp"
#include "http/http.hpp"

namespace audit {
namespace {

namespace fs = std::filesystem;
using http::Method;

class AuditRoutes : public ledger::testing::OneLedger {
  protected:
    http::Response send(Method method, const std::string& path,
                        std::vector<std::pair<std::string, std::string>> query = {}) {
        http::Request request;
        request.method = method;
        request.path = path;
        request.query = std::move(query);
        return router.dispatch(request);
    }
    static std::string text(const http::Response& response) {
        return std::get<std::string>(response.body);
    }
    static std::string code(const http::Response& response) {
        return std::string(boost::json::parse(text(response)).at("code").as_string());
    }
    static std::string content(const http::Response& response) {
        const auto& file = std::get<http::FileBody>(response.body);
        EXPECT_TRUE(file.temporary);
        std::ostringstream read;
        read << std::ifstream(file.path, std::ios::binary).rdbuf();
        return read.str();
    }
    testing::TestAudit audit{ledger};
    Needs with_folder = audit.with_folder();
    std::optional<base::Actor> asking = audit.auditor;
    http::Router router{routes(with_folder), [this](const http::Request&) {
                            return base::Result<std::optional<base::Actor>>(asking);
                        }};
};
ZHENGGAI_ON_BOTH_ENGINES(AuditRoutes);

TEST_P(AuditRoutes, are_for_auditors_alone) {
    const std::pair<Method, std::string> doors[]{{Method::get, "/api/v1/journal"},
                                                 {Method::get, "/api/v1/journal/sources"},
                                                 {Method::get, "/api/v1/journal/export.csv"},
                                                 {Method::get, "/api/v1/journal/export.zip"},
                                                 {Method::get, "/api/v1/journal/integrity"},
                                                 {Method::post, "/api/v1/journal/integrity"}};
    for (const auto& [method, path] : doors) {
        asking.reset();
        EXPECT_EQ(send(method, path).status, 401) << path;
        for (const auto role : accounts::roles()) {
            asking = audit.auditor;
            asking->acts = accounts::acts_of(role);
            const bool may = role == accounts::Role::audit_admin;
            EXPECT_EQ(send(method, path).status == 403, !may)
                << path << ' ' << accounts::name_of(role);
            audit.integrity.wait();
        }
    }
}

TEST_P(AuditRoutes, answer_a_page_of_entries) {
    ledger.add("采购管理不规范");
    const auto answer = send(Method::get, "/api/v1/journal",
                             {{"act", "add_problem,open_programme"}, {"page_size", "1"}});
    ASSERT_EQ(answer.status, 200) << text(answer);
    const auto page = boost::json::parse(text(answer));
    ASSERT_EQ(page.at("rows").as_array().size(), 1u);
    const auto& row = page.at("rows").at(0);
    EXPECT_EQ(row.at("act"), "add_problem");
    EXPECT_EQ(row.at("programme_title"), "青云区财政局巡察整改");
    EXPECT_EQ(row.at("subject").at("number"), 1);
    EXPECT_EQ(row.at("open"), false);
    EXPECT_EQ(row.at("hash").as_string().size(), 64u);
    const std::string next(page.at("next").as_string());
    const auto rest = send(Method::get, "/api/v1/journal",
                           {{"act", "add_problem,open_programme"}, {"behind", next}});
    EXPECT_EQ(boost::json::parse(text(rest)).at("rows").at(0).at("act"), "open_programme");
    EXPECT_TRUE(boost::json::parse(text(rest)).at("next").is_null());
}

TEST_P(AuditRoutes, refuse_an_address_that_says_nothing_sensible) {
    const std::pair<std::pair<std::string, std::string>, std::string> rows[]{
        {{"act", "sing_in"}, "unknown_name"},
        {{"kind", "x"}, "unknown_name"},
        {{"from", "yesterday"}, "expected_date"},
        {{"behind", "7"}, "page_mark_not_readable"},
        {{"page_size", "0"}, "number_out_of_range"},
        {{"page_size", "201"}, "number_out_of_range"},
        {{"text", std::string(201, 'x')}, "text_too_long"}};
    for (const auto& [said, wanted] : rows) {
        const auto answer = send(Method::get, "/api/v1/journal", {said});
        EXPECT_EQ(answer.status, 422) << said.first;
        EXPECT_EQ(code(answer), wanted) << said.first;
        EXPECT_EQ(send(Method::get, "/api/v1/journal/export.csv", {said}).status, 422);
    }
    const auto turned =
        send(Method::get, "/api/v1/journal", {{"from", "2024-07-01"}, {"to", "2024-06-01"}});
    EXPECT_EQ(code(turned), "from_is_after_to");
}

TEST_P(AuditRoutes, send_files_under_chinese_names) {
    const auto table = send(Method::get, "/api/v1/journal/export.csv");
    ASSERT_EQ(table.status, 200);
    EXPECT_TRUE(content(table).starts_with("\xEF\xBB\xBF"));
    const auto package = send(Method::get, "/api/v1/journal/export.zip");
    ASSERT_EQ(package.status, 200);
    EXPECT_TRUE(content(package).starts_with("PK"));
    const auto& headers = package.headers;
    EXPECT_NE(headers[1].second.find("filename*=UTF-8''"), std::string::npos);
}

TEST_P(AuditRoutes, say_the_fingerprint_of_the_signing_key) {
    const auto sources = boost::json::parse(text(send(Method::get, "/api/v1/journal/sources")));
    EXPECT_EQ(sources.at("signing").at("fingerprint").as_string(),
              journal::fingerprint_of(audit.signing.public_key()));
    EXPECT_EQ(sources.at("programmes").at(0).at("title"), "青云区财政局巡察整改");
}

TEST_P(AuditRoutes, run_the_check_and_answer_how_it_went) {
    EXPECT_EQ(send(Method::post, "/api/v1/journal/integrity").status, 202);
    audit.integrity.wait();
    const auto state = boost::json::parse(text(send(Method::get, "/api/v1/journal/integrity")));
    EXPECT_EQ(state.at("running"), false);
    EXPECT_EQ(state.at("sound"), true);
    EXPECT_EQ(state.at("chains").as_array().size(), 2u);
}

}  // namespace
}  // namespace audit
