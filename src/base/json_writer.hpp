// Writes JSON straight into a string, without a tree between: pages of rows are written often.
// Only *_json files, the log and the journal use it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "base/instant.hpp"

namespace base {

/// Commas and quoting are its job; matching begin and end is the caller's. Text must be valid
/// UTF-8.
///   JsonWriter json; json.begin_object(); json.field("name", name); json.end_object(); return
///   json.take();
class JsonWriter {
  public:
    JsonWriter& begin_object() { return open('{'); }
    JsonWriter& end_object() { return close('}'); }
    JsonWriter& begin_array() { return open('['); }
    JsonWriter& end_array() { return close(']'); }
    JsonWriter& key(std::string_view name);  // an identifier: nothing in it is escaped
    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(int number) { return value(static_cast<std::int64_t>(number)); }
    JsonWriter& value(std::uint64_t number) { return value(static_cast<std::int64_t>(number)); }
    JsonWriter& value(unsigned number) { return value(static_cast<std::int64_t>(number)); }
    JsonWriter& value(double number);  // finite
    JsonWriter& value(bool truth);
    JsonWriter& value(Date date) { return value(to_text(date)); }
    JsonWriter& value(Instant instant) { return value(to_text(instant)); }
    JsonWriter& null();
    /// JSON text that is already written.
    JsonWriter& raw(std::string_view json);
    template <class Tag>
    JsonWriter& value(const Id<Tag>& id) {
        return value(id.text());
    }
    template <class T>
    JsonWriter& value(const std::optional<T>& maybe) {
        return maybe ? value(*maybe) : null();
    }
    template <class T>
    JsonWriter& field(std::string_view name, const T& what) {
        key(name);
        return value(what);
    }
    JsonWriter& field(std::string_view name, const char* what) { return key(name).value(what); }

    [[nodiscard]] const std::string& text() const { return out_; }
    [[nodiscard]] std::string take() { return std::move(out_); }
    void reserve(std::size_t bytes) { out_.reserve(bytes); }

  private:
    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
    void separate();

    std::string out_;
    bool comma_ = false;
};

}  // namespace base
