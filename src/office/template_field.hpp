// What a template may ask for: fields and lists by their Chinese names, and the records that a
// document is filled with. Knows no field by itself. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/instant.hpp"

namespace office {

enum class FieldSort {
    text,
    several,  // entries, 、 or ； between them
    number,
    share,  // so many of so many, printed as a percentage
    day,
    flag,  // 是 or nothing
};
[[nodiscard]] std::string_view name_of(FieldSort sort);
/// The formats that it takes, in words: 年月日、年月、数字.
[[nodiscard]] std::string formats_of(FieldSort sort);
[[nodiscard]] bool takes_format(FieldSort sort, std::string_view format);

struct Share {
    std::int64_t part = 0, whole = 0;
    bool operator==(const Share&) const = default;
};
struct Several {
    std::vector<std::string> entries;
    std::string between = "、";
    bool operator==(const Several&) const = default;
};
/// The first: nothing is known.
using FieldValue =
    std::variant<std::monostate, std::string, Several, std::int64_t, Share, base::Date, bool>;
/// As it is printed; "" for nothing. `format` is one that its sort takes, or "".
[[nodiscard]] std::string printed(const FieldValue& value, std::string_view format);
/// Whether a condition on it holds: there is something, it is not 0 and not no.
[[nodiscard]] bool holds(const FieldValue& value);

struct FieldType {
    std::string name;
    FieldSort sort = FieldSort::text;
    std::string about, sample;
};
/// Of what a record consists; names are those of its fields and of the lists under it.
struct RecordType {
    std::string name;  // of the list; "" of the root
    std::string about;
    std::vector<FieldType> fields;
    std::vector<RecordType> lists;
};

/// Values in the order of the type's fields; fewer: the rest says nothing. Lists likewise.
struct Record {
    std::vector<FieldValue> values;
    std::vector<std::vector<Record>> lists;
};

/// Names, those most like the one that was written first, three at most; "" when none is alike.
[[nodiscard]] std::string nearest(std::string_view written, const std::vector<std::string>& names);

}  // namespace office
