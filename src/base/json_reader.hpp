// Reads one JSON message into typed values, field by field, collecting every fault with its path
// ("measures[2].deadline.date"). Only *_json files use it. Knows no noun.
#pragma once

#include <boost/json.hpp>
#include <functional>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "base/result.hpp"

namespace base {

/// Parses a body. Refuses: not_json (line and column are not known to the parser; `value` is the
/// byte), json_too_deep (more than 32 levels), number_not_finite.
[[nodiscard]] Result<boost::json::value> parse_json(std::string_view body);

/// One object of a message. Every getter returns something usable and notes what was wrong; call
/// `finish()` once at the end: it also refuses fields nobody asked for.
class JsonReader {
  public:
    /// `value` must outlive the reader. Notes expected_object when it is not an object.
    explicit JsonReader(const boost::json::value& value);

    [[nodiscard]] bool has(std::string_view key) const;  // present and not null
    /// Trimmed text of at most `chars_max` code points. Notes missing, expected_text,
    /// text_too_long, text_has_control (control characters other than tab and line feed).
    std::string text(std::string_view key, std::size_t chars_max);
    /// As text, but "" when absent or null.
    std::string text_or_empty(std::string_view key, std::size_t chars_max);
    /// As text, but must not be empty: notes text_empty.
    std::string filled_text(std::string_view key, std::size_t chars_max);
    std::int64_t integer(std::string_view key, std::int64_t min = 0,
                         std::int64_t max = std::numeric_limits<std::int64_t>::max());
    std::optional<std::int64_t> optional_integer(
        std::string_view key, std::int64_t min = 0,
        std::int64_t max = std::numeric_limits<std::int64_t>::max());
    bool boolean(std::string_view key, bool when_absent);
    std::optional<Date> optional_date(std::string_view key);
    Date date(std::string_view key);

    template <class Tag>
    Id<Tag> id(std::string_view key) {
        return Id<Tag>{uuid(key, true)};
    }
    template <class Tag>
    std::optional<Id<Tag>> optional_id(std::string_view key) {
        if (!has(key)) return note_asked(key), std::nullopt;
        return Id<Tag>{uuid(key, true)};
    }
    /// `value_of` turns a name into a value or nullopt; notes unknown_name with the value given.
    template <class Enum>
    Enum name(std::string_view key, std::optional<Enum> (*value_of)(std::string_view),
              Enum when_wrong) {
        const auto word = text(key, 64);
        if (const auto value = value_of(word)) return *value;
        if (!word.empty()) fault(key, "unknown_name", word);
        return when_wrong;
    }
    /// Calls `each` with a reader for every element; absent means none.
    void array(std::string_view key, std::size_t elements_max,
               const std::function<void(JsonReader&)>& each);
    /// An array of texts; absent means none.
    std::vector<std::string> texts(std::string_view key, std::size_t elements_max,
                                   std::size_t chars_max);
    /// An object inside this one; nothing is called when it is absent.
    void object(std::string_view key, const std::function<void(JsonReader&)>& inside);
    /// Any other fault found while reading, for rules of form that only one message has.
    void fault(std::string_view key, std::string_view code, std::string_view value = {});

    /// All faults together (the first carries the others in `also`), or nothing.
    [[nodiscard]] Result<void> finish();

  private:
    JsonReader(const boost::json::value& value, std::string path, std::vector<Error>& faults);
    const boost::json::value* find(std::string_view key, bool required);
    Uuid uuid(std::string_view key, bool required);
    void note_asked(std::string_view key) { asked_.insert(std::string(key)); }
    void refuse_unknown_fields();
    [[nodiscard]] std::string path_to(std::string_view key) const;
    std::string checked_text(std::string_view key, const boost::json::value* value,
                             std::size_t chars_max);

    const boost::json::object* object_ = nullptr;
    std::string path_;
    std::vector<Error> own_faults_;
    std::vector<Error>* faults_;
    std::set<std::string, std::less<>> asked_;
};

/// The whole body as one object: parsed, read by `read(JsonReader&) -> T`, its faults together.
template <class T, class Read>
[[nodiscard]] Result<T> read_object(std::string_view body, Read read) {
    const auto value = parse_json(body);
    if (!value) return value.error();
    JsonReader reader(*value);
    T message = read(reader);
    if (auto fine = reader.finish(); !fine) return fine.error();
    return message;
}

}  // namespace base
