// Every endpoint in process, through the router: as nobody, as an administrator, as somebody of a
// unit, as the office.
#include "narrative/narrative_routes.hpp"

#include <gtest/gtest.h>

#include "ledger/test_routes.hpp"

namespace narrative {
namespace {

using http::Method;
using ledger::testing::TestLedger;

class NarrativeRoutes : public ledger::testing::RoutesOfLedger {
  protected:
    NarrativeRoutes()
        : RoutesOfLedger([](const TestLedger& one) {
              return routes({one.needs, std::filesystem::temp_directory_path()});
          }) {}
};
ZHENGGAI_ON_BOTH_ENGINES(NarrativeRoutes);

TEST_P(NarrativeRoutes, open_to_those_who_may_and_to_nobody_else) {
    (void)ledger.add("关于采购不规范的问题", ledger.held_by("采购科", ledger.procurement));
    const auto id = new_id(), report = api + "/narratives/" + id, part = report + "/sections/next";
    const auto begun =
        send({Method::post, programme + "/narratives",
              R"({"id":")" + id + R"(","kind":"other_report","title":"","principal":""})"},
             &ledger.zhang_min);
    ASSERT_EQ(begun.status, 201) << text(begun);
    const auto edition = api + "/narrative-editions/" + new_id();
    // It is being written: those who do not write it learn nothing of it.
    expect_answers({
        {{Method::get, programme + "/narratives", ""}, 200, 200},
        {{Method::post, programme + "/narratives", "{}"}, 403, 422},
        {{Method::get, report, ""}, 404, 200},
        {{Method::get, report + "/paper", ""}, 404, 200},
        {{Method::get, report + "/state", ""}, 404, 200},
        {{Method::get, report + "/figure?name=问题总数", ""}, 404, 200},
        {{Method::get, report + "/figure?name=没有这个", ""}, 404, 404},
        {{Method::put, part, R"({"revision":1,"heading":"下一步","text":"文"})"}, 403, 409},
        {{Method::put, part + "/hold", R"({"take_over":false})"}, 403, 200},
        {{Method::put, part, R"({"revision":0,"heading":"下一步","text":"文"})"}, 403, 422},
        {{Method::put, part, R"({"revision":1,"heading":"下一步","text":"文"})"}, 403, 200},
        {{Method::del, part + "/hold", ""}, 403, 200},
        {{Method::put, part + "/confirmation", R"({"revision":2})"}, 403, 200},
        {{Method::get, part + "/wordings", ""}, 404, 200},
        {{Method::get, report + "/sections/nothing/wordings", ""}, 404, 404},
        {{Method::get, part + "/draft", ""}, 403, 200},
        {{Method::post, report + "/editions",
          R"({"id":")" + new_id() +
              R"(","version":2,"number":"1","issued_on":"2024-06-30","issuer":"局",)"
              R"("addressee":"办","signer":"周","restricted":false})"},
         403,
         422},
        {{Method::get, edition, ""}, 404, 404},
        {{Method::get, edition + "/differences", ""}, 404, 404},
        {{Method::get, edition + "/figure?name=问题总数", ""}, 404, 404},
        {{Method::get, edition + "/file?form=docx", ""}, 404, 404},
        {{Method::get, edition + "/file?form=doc", ""}, 422, 422},
    });
}

TEST_P(NarrativeRoutes, answer_as_the_pages_read_it) {
    (void)ledger.add("关于采购不规范的问题");
    const auto id = new_id();
    const auto view = expect(
        201,
        {Method::post, programme + "/narratives",
         R"({"id":")" + id + R"(","kind":"other_report","title":"情况报告","principal":"周"})"},
        ledger.zhang_min);
    EXPECT_EQ(view.at("title").as_string(), "情况报告");
    const auto& situation = view.at("sections").as_array().at(1).as_object();
    EXPECT_EQ(situation.at("printed_heading").as_string(), "一、基本情况");
    EXPECT_TRUE(situation.at("hold").is_null());
    const auto report = api + "/narratives/" + id;
    const auto state =
        expect(200, {Method::put, report + "/sections/situation/hold", R"({"take_over":false})"},
               ledger.zhang_min);
    const auto& hold = state.at("sections").as_array().at(1).as_object().at("hold").as_object();
    EXPECT_TRUE(hold.at("own").as_bool());
    const auto theirs = expect(200, {Method::get, report + "/state", ""}, ledger.wang_fang);
    EXPECT_FALSE(theirs.at("sections")
                     .as_array()
                     .at(1)
                     .as_object()
                     .at("hold")
                     .as_object()
                     .at("own")
                     .as_bool());
    const auto figure =
        expect(200, {Method::get, report + "/figure?name=问题总数", ""}, ledger.zhang_min);
    EXPECT_EQ(figure.at("words").as_string(), "1");
    EXPECT_EQ(figure.at("rows").as_array().at(0).as_object().at("kind").as_string(), "problem");
    const auto refused =
        expect(409, {Method::put, report + "/sections/situation/hold", R"({"take_over":false})"},
               ledger.wang_fang);
    EXPECT_EQ(refused.at("code").as_string(), "section_is_held");
}

}  // namespace
}  // namespace narrative
