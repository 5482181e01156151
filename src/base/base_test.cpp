// Ids, days, texts, digests and JSON as the whole program relies on them: read back what was
// written, count as said, refuse by name.
#include <gtest/gtest.h>

#include <set>

#include "base/digest.hpp"
#include "base/id.hpp"
#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "base/utf8.hpp"

namespace base {
namespace {

using Row = Id<struct RowTag>;

TEST(Ids, RiseWithTimeAndSurviveTheirText) {
    SeededRandom random(1);
    const auto early = Row::make(Instant{1'000}, random), late = Row::make(Instant{2'000}, random);
    EXPECT_LT(early, late);
    EXPECT_EQ(Row::parse(early.text()), early);
    EXPECT_EQ(early.text()[14], '7');
    for (const auto* wrong : {"", "018f", "018f2c1e7b6a7c3d9e4f0123456789abcdef",
                              "018f2c1e-7b6a-7c3d-9e4f-01234567zzab"})
        EXPECT_FALSE(Row::parse(wrong)) << wrong;
}

TEST(Days, AreCountedInShanghai) {
    EXPECT_EQ(to_text(date_of(Instant{0})), "1970-01-01");
    EXPECT_EQ(to_text(date_of(Instant{16LL * 3600 * 1000})),
              "1970-01-02");  // 16:00 UTC is midnight there
    EXPECT_EQ(to_text(date_of(Instant{-9LL * 3600 * 1000})), "1969-12-31");
    EXPECT_EQ(start_of(date_of(Instant{1'700'000'000'000})).milliseconds % 86'400'000, 57'600'000);
    EXPECT_EQ(to_text(*last_day_of(2024, 2)), "2024-02-29");
    EXPECT_FALSE(make_date(2023, 2, 29));
    EXPECT_FALSE(parse_date("2024-2-9"));
    EXPECT_EQ(to_text(add_days(*parse_date("2024-02-28"), 2)), "2024-03-01");
    EXPECT_EQ(to_text(Instant{1'719'735'300'007}), "2024-06-30T08:15:00.007Z");
    EXPECT_EQ(to_local_text(Instant{1'719'735'300'007}), "2024-06-30 16:15");
}

TEST(Utf8, CountsCharactersAndRefusesWhatIsNotUtf8) {
    EXPECT_EQ(chars_in("整改a𠮷"), 4u);
    EXPECT_EQ(first_chars("整改落实", 2), "整改");
    EXPECT_EQ(trim("\u3000 整 改\u00a0\n"), "整 改");
    EXPECT_TRUE(is_utf8("整改𠮷"));
    for (const std::string wrong :
         {"\x80", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe6\x95"})
        EXPECT_FALSE(is_utf8(wrong));
    std::string text;
    std::size_t at = 0;
    while (at < std::string_view("é整𠮷").size()) append_char(text, next_char("é整𠮷", at));
    EXPECT_EQ(text, "é整𠮷");
}

TEST(Digests, MatchThePublishedValues) {
    EXPECT_EQ(digest(Algorithm::sm3, "abc"),
              "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    EXPECT_EQ(digest(Algorithm::sha256, "abc"),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    Digester digester(Algorithm::sm3);
    digester.add("a");
    digester.add("bc");
    EXPECT_EQ(digester.finish(), digest(Algorithm::sm3, "abc"));
    EXPECT_NE(keyed_digest(Algorithm::sm3, "k", "abc"), keyed_digest(Algorithm::sm3, "l", "abc"));
}

TEST(JsonReading, CollectsEveryFaultWithItsPath) {
    const auto value =
        parse_json(R"({"name":" 张三 ","rows":[{"n":1},{"n":"x","extra":2}],"day":"2024-02-30"})");
    ASSERT_TRUE(value);
    JsonReader reader(*value);
    EXPECT_EQ(reader.filled_text("name", 10), "张三");
    reader.array("rows", 10, [](JsonReader& row) { row.integer("n"); });
    reader.optional_date("day");
    reader.text("missing", 5);
    const auto result = reader.finish();
    ASSERT_FALSE(result);
    std::vector<std::string> found{result.error().field + ":" + result.error().code};
    for (const auto& other : result.error().also) found.push_back(other.field + ":" + other.code);
    EXPECT_EQ(found,
              (std::vector<std::string>{"rows[1].n:expected_integer", "rows[1].extra:unknown_field",
                                        "day:expected_date", "missing:missing"}));
}

TEST(JsonReading, RefusesWhatIsNotJson) {
    EXPECT_EQ(parse_json("{\"a\":").error().code, "not_json");
    EXPECT_EQ(parse_json("{} x").error().code, "not_json");
    EXPECT_EQ(parse_json(std::string(100, '[')).error().code, "json_too_deep");
    EXPECT_EQ(parse_json("1e999").error().code, "number_not_finite");
}

TEST(JsonReading, CountsCharactersNotBytes) {
    const auto value = parse_json(R"({"a":"整改","b":"整改落"})");
    JsonReader reader(*value);
    EXPECT_EQ(reader.text("a", 2), "整改");
    EXPECT_EQ(reader.text("b", 2), "");
    EXPECT_EQ(reader.finish().error().code, "text_too_long");
}

TEST(JsonWriting, QuotesAndSeparates) {
    JsonWriter json;
    json.begin_object().field("a", "整\"\n\x01").field("n", -3).key("l").begin_array();
    json.value(true).null().value(2.5).end_array();
    json.field("o", std::optional<Date>()).end_object();
    EXPECT_EQ(json.take(), R"({"a":"整\"\n\u0001","n":-3,"l":[true,null,2.5],"o":null})");
}

}  // namespace
}  // namespace base
