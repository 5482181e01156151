#include "base/day_words.hpp"

namespace base {

std::string in_words(Date day) {
    return std::to_string(day.year()) + "年" + std::to_string(day.month()) + "月" +
           std::to_string(day.day()) + "日";
}

}  // namespace base
