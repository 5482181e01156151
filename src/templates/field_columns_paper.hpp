// A line of a table of fields: name, sort, what it says, a sample, and how it is found in a row.
#pragma once

#include "office/template_field.hpp"

namespace templates {

template <class Row>
struct Column {
    const char* name;
    office::FieldSort sort;
    const char *about, *sample;
    office::FieldValue (*value)(const Row&);
};
template <class Row>
using Columns = std::vector<Column<Row>>;

template <class Row>
[[nodiscard]] std::vector<office::FieldType> types_of(const Columns<Row>& columns) {
    std::vector<office::FieldType> types;
    for (const auto& one : columns) types.push_back({one.name, one.sort, one.about, one.sample});
    return types;
}
template <class Row>
[[nodiscard]] office::Record values_of(const Columns<Row>& columns, const Row& row) {
    office::Record record;
    for (const auto& one : columns) record.values.push_back(one.value(row));
    return record;
}
[[nodiscard]] inline office::FieldValue number(std::size_t count) {
    return static_cast<std::int64_t>(count);
}
[[nodiscard]] inline office::FieldValue maybe(const std::optional<base::Date>& day) {
    return day ? office::FieldValue(*day) : office::FieldValue();
}

}  // namespace templates
