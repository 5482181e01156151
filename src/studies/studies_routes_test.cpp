// Every endpoint in process, through the router: as nobody, as an administrator, as somebody of a
// unit, as somebody of the office who is not cleared.
#include <gtest/gtest.h>

#include "ledger/test_routes.hpp"
#include "studies/studies_routes.hpp"

namespace studies {
namespace {

using http::Method;
using ledger::testing::TestLedger;

class StudiesRoutes : public ledger::testing::RoutesOfLedger {
  protected:
    StudiesRoutes()
        : RoutesOfLedger([](const TestLedger& one) {
              return routes({{one.needs, std::filesystem::temp_directory_path()}});
          }) {}
};
ZHENGGAI_ON_BOTH_ENGINES(StudiesRoutes);

TEST_P(StudiesRoutes, open_to_those_who_may_and_to_nobody_else) {
    const auto meeting = api + "/life-meetings/" + new_id(), study = meeting + "/study";
    expect_answers({
        {{Method::get, study, ""}, 404, 404},
        {{Method::put, study + "/readings", R"({"readings":[]})"}, 403, 404},
        {{Method::put, study + "/sessions", "{}"}, 403, 422},
        {{Method::put, study + "/own", "{}"}, 422, 422},
        {{Method::del, study + "/own/" + new_id(), ""}, 404, 404},
        {{Method::put, study + "/notes", "{}"}, 422, 422},
        {{Method::get, meeting + "/study-papers/plan", ""}, 404, 404},
        {{Method::get, meeting + "/study-papers/plan/file?form=docx", ""}, 404, 404},
    });
}

}  // namespace
}  // namespace studies
