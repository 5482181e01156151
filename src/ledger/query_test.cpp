// The address of a list turned into a filter, and every fault of it named at once.
#include <gtest/gtest.h>

#include "ledger/ledger_query_json.hpp"

namespace ledger {
namespace {

using Query = std::vector<std::pair<std::string, std::string>>;

base::Result<ListAddress> read(Query query) {
    http::Request request;
    request.query = std::move(query);
    return read_list_address(request);
}

std::string faults(Query query) {
    const auto result = read(std::move(query));
    if (result) return "accepted";
    auto text = result.error().field + ":" + result.error().code;
    for (const auto& other : result.error().also) text += " " + other.field + ":" + other.code;
    return text;
}

constexpr const char* some_id = "01900000-0000-7000-8000-0000000000f1";

TEST(ListAddress, is_everything_in_the_ledgers_order_when_nothing_is_said) {
    const auto list = read({});
    ASSERT_TRUE(list);
    EXPECT_EQ(list->view, View::measures);
    const auto& filter = list->query.filter;
    EXPECT_FALSE(filter.programme || filter.area || filter.due_from || filter.due_to ||
                 filter.tier || list->query.unit);
    EXPECT_TRUE(filter.statuses.empty() && filter.kinds.empty() && filter.words.empty());
    EXPECT_EQ(filter.sort, SortKey::number);
    EXPECT_EQ(filter.order, Order::ascending);
    EXPECT_EQ(filter.page.page, 1);
    EXPECT_EQ(filter.page.page_size, 50);
}

TEST(ListAddress, says_all_filters_at_once) {
    const auto list = read({{"programme", some_id},
                            {"view", "problems"},
                            {"page", "3"},
                            {"page_size", "200"},
                            {"sort", "-due_on"},
                            {"status", "under_way,sent_back"},
                            {"unit", some_id},
                            {"area", some_id},
                            {"kind", "date,long_term"},
                            {"due_from", "2024-01-01"},
                            {"due_to", "2024-06-30"},
                            {"tier", "overdue"},
                            {"q", " 100%_ "}});
    ASSERT_TRUE(list);
    EXPECT_EQ(list->view, View::problems);
    const auto& filter = list->query.filter;
    EXPECT_EQ(filter.programme, ProgrammeId::parse(some_id));
    EXPECT_EQ(filter.area, AreaId::parse(some_id));
    EXPECT_EQ(list->query.unit, base::UnitId::parse(some_id));
    EXPECT_EQ(filter.statuses, (std::vector<std::string>{"under_way", "sent_back"}));
    EXPECT_EQ(filter.kinds, (std::vector{DeadlineKind::date, DeadlineKind::long_term}));
    EXPECT_EQ(filter.due_from, base::parse_date("2024-01-01"));
    EXPECT_EQ(filter.due_to, base::parse_date("2024-06-30"));
    EXPECT_EQ(filter.tier, Tier::overdue);
    EXPECT_EQ(filter.words, "100%_");
    EXPECT_EQ(filter.sort, SortKey::due_on);
    EXPECT_EQ(filter.order, Order::descending);
    EXPECT_EQ(filter.page.page, 3);
    EXPECT_EQ(filter.page.page_size, 200);
}

TEST(ListAddress, knows_every_sort_by_its_name) {
    for (const auto* name : {"number", "due_on", "status", "unit", "updated_at"})
        EXPECT_EQ(faults({{"sort", name}}), "accepted") << name;
    EXPECT_EQ(sort_key_of("text"), std::nullopt);
}

TEST(ListAddress, knows_the_states_of_its_own_level_only) {
    EXPECT_EQ(
        faults({{"status", "not_started,under_way,awaiting_review,sent_back,done,long_term"}}),
        "accepted");
    EXPECT_EQ(faults({{"view", "problems"},
                      {"status", "unclaimed,under_way,awaiting_review,sent_back,struck_off"}}),
              "accepted");
    EXPECT_EQ(faults({{"status", "struck_off"}}), "status:unknown_name");
    EXPECT_EQ(faults({{"view", "problems"}, {"status", "done"}}), "status:unknown_name");
}

TEST(ListAddress, waits_for_what_its_level_knows) {
    EXPECT_EQ(faults({{"waiting", "report"}}), "accepted");
    EXPECT_EQ(faults({{"view", "problems"}, {"waiting", "claim"}}), "accepted");
    EXPECT_EQ(faults({{"waiting", "claim"}}), "waiting:waits_at_the_other_level");
    EXPECT_EQ(faults({{"view", "problems"}, {"waiting", "report"}}),
              "waiting:waits_at_the_other_level");
    const auto list = read({{"waiting", "review"}, {"held_by", some_id}});
    ASSERT_TRUE(list);
    EXPECT_EQ(list->query.filter.waiting, Waiting::review);
    EXPECT_EQ(list->query.filter.held_by, std::vector{*base::UnitId::parse(some_id)});
}

TEST(ListAddress, names_every_fault) {
    EXPECT_EQ(faults({{"view", "areas"},
                      {"programme", "7"},
                      {"area", "x"},
                      {"unit", "y"},
                      {"due_from", "2024-02-30"},
                      {"due_to", "soon"},
                      {"status", "done,,x"},
                      {"kind", "date,never"},
                      {"tier", "done"},
                      {"sort", "-text"},
                      {"page", "0"},
                      {"page_size", "201"},
                      {"waiting", "rest"},
                      {"held_by", "z"}}),
              "view:unknown_name programme:expected_id area:expected_id unit:expected_id "
              "held_by:expected_id due_from:expected_date due_to:expected_date status:unknown_name "
              "kind:unknown_name "
              "tier:unknown_name waiting:unknown_name sort:unknown_name page:number_out_of_range "
              "page_size:number_out_of_range");
}

TEST(ListAddress, takes_no_number_that_is_not_one) {
    for (const auto* page : {"-1", "1.5", "1x", "x", " 1", "1000001", "99999999999999999999"})
        EXPECT_EQ(faults({{"page", page}}), "page:number_out_of_range") << page;
    EXPECT_EQ(faults({{"page", ""}}), "accepted");
}

TEST(ListAddress, takes_no_sentence_for_a_search) {
    std::string words;
    for (int i = 0; i < 200; ++i) words += "整";
    EXPECT_EQ(faults({{"q", words}}), "accepted");
    EXPECT_EQ(faults({{"q", words + "改"}}), "q:text_too_long");
    EXPECT_EQ(read({{"q", words + "改"}}).error().args.at(0).first, "value");
}

TEST(Tier, without_a_day_cannot_be_asked_for) {
    for (const auto* tier : {"overdue", "due_soon", "on_time"})
        EXPECT_EQ(faults({{"tier", tier}}), "accepted") << tier;
    for (const auto* tier : {"none", "long_term", "done", "green"})
        EXPECT_EQ(faults({{"tier", tier}}), "tier:unknown_name") << tier;
}

}  // namespace
}  // namespace ledger
