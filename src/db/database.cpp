// What both engines share: reading typed columns, and parameters on their way to the engine.
#include "db/database.hpp"

#include "base/log.hpp"

namespace db {

std::string Row::open(const base::Place& place, std::string_view stored) const {
    if (sealer_ == nullptr) throw base::SealBroken(base::SealBroken::Why::no_key, place);
    return sealer_->open(stored, place);
}

std::string Row::opened_or_stored(int column, std::string_view field, std::string_view row) const {
    try {
        return opened(column, field, row);
    } catch (const base::SealBroken& broken) {
        base::log(base::LogLevel::error, "sealed_content_broken",
                  {{"what", std::string_view(broken.what())}});
        return string(column);
    }
}

base::Date Row::date(int column) const {
    const auto found = base::parse_date(text(column));
    if (!found) throw std::runtime_error("a stored date is not a date");
    return *found;
}

std::optional<base::Date> Row::optional_date(int column) const {
    return is_null(column) ? std::nullopt : std::optional(date(column));
}

std::optional<base::Instant> Row::optional_instant(int column) const {
    return is_null(column) ? std::nullopt : std::optional(instant(column));
}

std::optional<std::int64_t> Row::optional_integer(int column) const {
    return is_null(column) ? std::nullopt : std::optional(integer(column));
}

std::string Row::string_or_empty(int column) const {
    return is_null(column) ? std::string() : string(column);
}

std::int64_t Transaction::run(std::string_view sql, std::span<const Parameter> parameters,
                              const EachRow& each) {
    constexpr std::size_t usual_parameters_max = 24;  // kept off the heap
    std::array<Value, usual_parameters_max> few;
    std::vector<Value> many;
    std::span<Value> values(few);
    if (parameters.size() > few.size()) {
        many.resize(parameters.size());
        values = many;
    }
    for (std::size_t i = 0; i < parameters.size(); ++i) values[i] = parameters[i].value();
    return run(sql, std::span<const Value>(values.first(parameters.size())), each);
}

std::int64_t Transaction::execute(std::string_view sql,
                                  std::initializer_list<Parameter> parameters) {
    return run(sql, std::span<const Parameter>(parameters.begin(), parameters.size()), EachRow());
}

void Transaction::each(std::string_view sql, std::initializer_list<Parameter> parameters,
                       const EachRow& each) {
    run(sql, std::span<const Parameter>(parameters.begin(), parameters.size()), each);
}

}  // namespace db
