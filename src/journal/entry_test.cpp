// The bytes that are hashed. They may never change: chains written by older programs depend on
// them.
#include "journal/entry.hpp"

#include <gtest/gtest.h>

#include <set>

#include "journal/anchor_json.hpp"
#include "journal/key.hpp"

namespace journal {
namespace {

Entry sample() {
    return {.chain = "p1",
            .sequence = 2,
            .at = {1'719'735'300'007},
            .actor_id = "018f2c1e-7b6a-7c3d-9e4f-0123456789ab",
            .actor_name = "何敏",
            .act = "strike_off_problem",
            .subject_kind = "problem",
            .subject_id = "x",
            .payload_digest = "d",
            .previous = std::string(nothing_before),
            .algorithm = "sm3",
            .hash = {}};
}

TEST(Entries, AreHashedOverTheseBytes) {
    EXPECT_EQ(canonical_bytes(sample()),
              "zhenggai journal entry 1\n2:p1\n1:2\n13:1719735300007\n"
              "36:018f2c1e-7b6a-7c3d-9e4f-0123456789ab\n6:何敏\n18:strike_off_problem\n7:problem\n"
              "1:x\n1:d\n64:" +
                  std::string(64, '0') + "\n3:sm3\n");
    EXPECT_EQ(canonical_bytes(Head{"p1", 2, "h"}), "zhenggai journal head 1\n2:p1\n1:2\n1:h\n");
}

TEST(Entries, HashToOtherValuesWhenAnyFieldDiffers) {
    std::set<std::string> hashes{hash_of(base::Algorithm::sm3, sample())};
    const auto differs = [&](auto change) {
        auto entry = sample();
        change(entry);
        return hashes.insert(hash_of(base::Algorithm::sm3, entry)).second;
    };
    EXPECT_TRUE(differs([](Entry& e) { e.chain += "x"; }));
    EXPECT_TRUE(differs([](Entry& e) { e.sequence = 3; }));
    EXPECT_TRUE(differs([](Entry& e) { e.at.milliseconds += 1; }));
    EXPECT_TRUE(differs([](Entry& e) { e.actor_id += "x"; }));
    EXPECT_TRUE(differs([](Entry& e) { e.actor_name += "x"; }));
    EXPECT_TRUE(differs([](Entry& e) { e.act += "x"; }));
    EXPECT_TRUE(differs([](Entry& e) { e.subject_kind += "x"; }));
    EXPECT_TRUE(differs([](Entry& e) { e.subject_id += "x"; }));
    EXPECT_TRUE(differs([](Entry& e) { e.payload_digest += "x"; }));
    EXPECT_TRUE(differs([](Entry& e) { e.previous += "x"; }));
    EXPECT_TRUE(differs([](Entry& e) { e.algorithm += "x"; }));
    // Moving a character over the border of two fields is a change, too.
    EXPECT_TRUE(differs([](Entry& e) { e.subject_kind = "proble", e.subject_id = "mx"; }));
    EXPECT_FALSE(differs([](Entry& e) { e.hash = "not part of itself"; }));
}

TEST(Payloads, CannotBeGuessedFromTheirDigest) {
    EXPECT_NE(payload_digest(base::Algorithm::sm3, "salt 1", "{}"),
              payload_digest(base::Algorithm::sm3, "salt 2", "{}"));
    EXPECT_NE(payload_digest(base::Algorithm::sm3, "a", "bc"),
              payload_digest(base::Algorithm::sm3, "ab", "c"));
}

TEST(Seals, NeedTheKeyAndTheHead) {
    const Key key(std::string(32, 'a')), other(std::string(32, 'b'));
    const Head head{"p1", 2, "h"};
    const auto seal = [&](const Key& with, const Head& over) {
        return with.seal(base::Algorithm::sm3, over);
    };
    EXPECT_EQ(seal(key, head), seal(key, head));
    EXPECT_NE(seal(key, head), seal(other, head));
    EXPECT_NE(seal(key, head), seal(key, Head{"p1", 1, "h"}));
    EXPECT_NE(seal(key, head), seal(key, Head{"p2", 2, "h"}));
}

TEST(Anchors, SurviveTheirText) {
    const std::vector<Head> heads{{"p1", 2, "aa"}, {"p2", 9'000'000'000, "bb"}};
    EXPECT_EQ(anchor_json(heads), R"({"heads":[{"chain":"p1","sequence":2,"hash":"aa"},)"
                                  R"({"chain":"p2","sequence":9000000000,"hash":"bb"}]})");
    EXPECT_EQ(*heads_from_json(anchor_json(heads)), heads);
    for (const auto* wrong : {"", "[]", R"({"heads":[{"chain":"p1"}]})"})
        EXPECT_FALSE(heads_from_json(wrong)) << wrong;
}

}  // namespace
}  // namespace journal
