// Every endpoint in process, through the router: as nobody, as an administrator, as somebody of a
// unit, as somebody of the office who is not cleared.
#include <gtest/gtest.h>

#include "ledger/test_routes.hpp"
#include "opinions/opinion_routes.hpp"

namespace opinions {
namespace {

using http::Method;
using ledger::testing::TestLedger;

CodeTries tries;

class OpinionsRoutes : public ledger::testing::RoutesOfLedger {
  protected:
    OpinionsRoutes()
        : RoutesOfLedger([](const TestLedger& one) {
              return routes({{one.needs, std::filesystem::temp_directory_path()}}, tries);
          }) {}
};
ZHENGGAI_ON_BOTH_ENGINES(OpinionsRoutes);

TEST_P(OpinionsRoutes, open_to_those_who_may_and_to_nobody_else) {
    const auto meeting = api + "/life-meetings/" + new_id(), all = meeting + "/opinions";
    const auto gathered = api + "/gathered-problems/" + new_id();
    const std::string choice =
        R"({"version":0,"form_title":"表","finish_on":"2024-07-10","channels":[],"voices":[]})";
    expect_answers({
        {{Method::get, all, ""}, 404, 404},
        {{Method::put, all, choice}, 403, 404},
        {{Method::get, all + "/texts?about=7", ""}, 422, 422},
        {{Method::post, all + "/sheets", "{}"}, 403, 422},
        {{Method::put, api + "/opinions/" + new_id() + "/strike", "{}"}, 403, 404},
        {{Method::put, all + "/delivery", ""}, 403, 404},
        {{Method::put, all + "/receipt", ""}, 404, 404},
        {{Method::put, all + "/paper-receipt", "{}"}, 403, 422},
        {{Method::get, api + "/opinions/waiting", ""}, 200, 200},
        {{Method::get, meeting + "/gathered-problems", ""}, 404, 404},
        {{Method::post, meeting + "/gathered-problems", "{}"}, 403, 422},
        {{Method::put, gathered + "/given", "{}"}, 403, 404},
        {{Method::put, gathered + "/claim", ""}, 404, 404},
        {{Method::del, gathered, ""}, 403, 404},
        {{Method::get, all + "/workbook", ""}, 403, 404},
        {{Method::post, all + "/imports/check", ""}, 403, 422},
        {{Method::post, all + "/imports", ""}, 403, 422},
        {{Method::post, all + "/imports/returned", ""}, 403, 422},
        {{Method::post, all + "/codes", R"({"count":1,"page":"x"})"}, 403, 404},
        {{Method::put, all + "/box", ""}, 403, 404},
        {{Method::post, api + "/opinion-box/look", "{}"}, 422, 422, 422, 422},
        {{Method::post, api + "/opinion-box", "{}"}, 422, 422, 422, 422},
        {{Method::get, meeting + "/opinion-papers/report", ""}, 404, 404},
        {{Method::get, meeting + "/opinion-papers/report/file?form=docx", ""}, 404, 404},
    });
}

}  // namespace
}  // namespace opinions
