// The words that finding names rests on: surnames, posts, what follows a name, and words that begin
// like one or look like one. Data only.
#pragma once

#include "disclosure/word_book.hpp"

namespace disclosure {

[[nodiscard]] const WordBook& surnames();
/// Surnames that are everyday words as well: 于 向 任 …; they need clear surroundings.
[[nodiscard]] const WordBook& weak_surnames();
/// 局长, 副局长: what stands beside it is most likely a name.
[[nodiscard]] const WordBook& posts();
/// 干部, 党员: a name may follow.
[[nodiscard]] const WordBook& groups();
/// 县长, 局长 behind a name may as well belong to a place or an office: 江北区长.
[[nodiscard]] const WordBook& posts_of_places();
/// 同志, 等人.
[[nodiscard]] const WordBook& titles();
/// What may stand right behind a name: 主持, 在, 、.
[[nodiscard]] const WordBook& followers();
/// What is done to somebody: 对张伟给予 …
[[nodiscard]] const WordBook& measures_taken();
/// Everyday words that hold characters of names: 高度, 提高, 力度, 文明.
[[nodiscard]] const WordBook& everyday_words();

}  // namespace disclosure
