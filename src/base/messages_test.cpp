#include "base/messages.hpp"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(Sentences, take_their_values_from_the_refusal) {
    const auto error = refuse(ErrorKind::invalid, "number_out_of_range", "rows[2].percent",
                              {{"value", "101"}, {"accepted", "0–100"}});
    EXPECT_EQ(sentence_of(error), "数字 101 超出范围，应在 0–100 之间。");
}

TEST(Sentences, keep_a_place_whose_value_is_missing) {
    EXPECT_EQ(sentence_of(refuse(ErrorKind::invalid, "number_out_of_range")),
              "数字 {value} 超出范围，应在 {accepted} 之间。");
}

TEST(Sentences, fall_back_to_code_and_field) {
    EXPECT_EQ(sentence_of(refuse(ErrorKind::invalid, "never_worded", "name")),
              "never_worded（name）");
    EXPECT_EQ(sentence_of(refuse(ErrorKind::invalid, "never_worded")), "never_worded");
}

}  // namespace
}  // namespace base
