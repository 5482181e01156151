// Signatures of exports, and the payloads and words that leave with them.
#include "journal/signing_key.hpp"

#include <gtest/gtest.h>

#include "journal/entry_words.hpp"
#include "journal/export_note.hpp"
#include "journal/payload.hpp"

namespace journal {
namespace {

TEST(SigningKey, signs_what_nobody_can_change_unnoticed) {
    const SigningKey key(std::string(32, 's')), other(std::string(32, 'o'));
    const auto mark = key.sign("manifest");
    EXPECT_TRUE(is_signed_by(key.public_key(), "manifest", mark));
    EXPECT_FALSE(is_signed_by(key.public_key(), "manifesto", mark));
    EXPECT_FALSE(is_signed_by(other.public_key(), "manifest", mark));
    for (const auto* wrong : {"", "zz", "00"}) {
        EXPECT_FALSE(is_signed_by(key.public_key(), "manifest", wrong)) << wrong;
        EXPECT_FALSE(is_signed_by(wrong, "manifest", mark)) << wrong;
    }
    EXPECT_THROW(SigningKey("short"), std::runtime_error);
}

TEST(SigningKey, has_a_fingerprint_that_people_can_compare) {
    const SigningKey key(std::string(32, 's'));
    const auto fingerprint = fingerprint_of(key.public_key());
    EXPECT_EQ(fingerprint.size(), 39u) << fingerprint;
    EXPECT_NE(fingerprint, fingerprint_of(SigningKey(std::string(32, 'o')).public_key()));
}

TEST(Payload, reads_back_what_was_written) {
    const std::vector<FieldChange> changes{{"role", "handler", "observer"}};
    const std::vector<std::pair<std::string, std::string>> facts{{"reason", "说\"明\"\n"}};
    EXPECT_EQ(read_payload(payload_of(changes, facts)), (Payload{facts, changes}));
    EXPECT_EQ(read_payload(R"({"heads":[{},{}],"sequence":3})"),
              (Payload{{{"heads", "2"}, {"sequence", "3"}}, {}}));
    for (const auto* wrong : {"", "[]", "{", "7", R"({"changes":7})", R"({"changes":[7]})"})
        EXPECT_EQ(read_payload(wrong), Payload{}) << wrong;
}

TEST(Words, of_an_entry_come_from_the_catalogue) {
    EXPECT_EQ(words_of(Word::act, "sign_in"), "登录");
    EXPECT_EQ(words_of(Word::kind, "problem"), "问题");
    EXPECT_EQ(words_of(Word::act, "never_heard_of"), "never_heard_of");
    EXPECT_FALSE(has_words(Word::field, "never_heard_of"));
    EXPECT_EQ(words_of_value("role", "handler"), "经办人");
    EXPECT_EQ(words_of_value("guards", "clues, life_meeting"), "问题线索、民主生活会材料");
    EXPECT_EQ(words_of_value("reason", "handler"), "handler");
    EXPECT_EQ(codes_of(Word::act).front(), "sign_in");
}

TEST(ExportNote, says_what_was_taken_out_and_leaves_out_what_says_nothing) {
    using Facts = std::vector<std::pair<std::string, std::string>>;
    EXPECT_EQ(facts_of({.form = "csv", .filter = "", .rows = 0, .guarded_rows = 0, .target = ""}),
              (Facts{{"form", "csv"}, {"rows", "0"}}));
    EXPECT_EQ(facts_of({.form = "xlsx", .filter = "状态", .rows = 7, .guarded_rows = 2}),
              (Facts{{"form", "xlsx"}, {"filter", "状态"}, {"rows", "7"}, {"guarded_rows", "2"}}));
}

}  // namespace
}  // namespace journal
