#include "base/json_reader.hpp"

#include <cmath>

#include "base/utf8.hpp"

namespace base {
namespace {

bool all_finite(const boost::json::value& value) {
    if (value.is_double()) return std::isfinite(value.get_double());
    if (value.is_array()) {
        for (const auto& element : value.get_array())
            if (!all_finite(element)) return false;
    }
    if (value.is_object()) {
        for (const auto& member : value.get_object())
            if (!all_finite(member.value())) return false;
    }
    return true;
}

bool has_control(std::string_view text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r') || byte == 0x7f)
            return true;
    }
    return false;
}

}  // namespace

Result<boost::json::value> parse_json(std::string_view body) {
    boost::system::error_code error;
    boost::json::stream_parser parser;
    const auto read = parser.write_some(body.data(), body.size(), error);
    if (!error && read == body.size()) parser.finish(error);
    if (error == boost::json::error::too_deep) return refuse(ErrorKind::invalid, "json_too_deep");
    if (error || read != body.size())
        return refuse(ErrorKind::invalid, "not_json", "", {{"byte", std::to_string(read)}});
    auto value = parser.release();
    if (!all_finite(value)) return refuse(ErrorKind::invalid, "number_not_finite");
    return value;
}

JsonReader::JsonReader(const boost::json::value& value) : faults_(&own_faults_) {
    object_ = value.if_object();
    if (object_ == nullptr) fault("", "expected_object");
}

JsonReader::JsonReader(const boost::json::value& value, std::string path,
                       std::vector<Error>& faults)
    : path_(std::move(path)), faults_(&faults) {
    object_ = value.if_object();
    if (object_ == nullptr) fault("", "expected_object");
}

std::string JsonReader::path_to(std::string_view key) const {
    if (path_.empty()) return std::string(key);
    return key.empty() ? path_ : path_ + "." + std::string(key);
}

void JsonReader::fault(std::string_view key, std::string_view code, std::string_view value) {
    std::vector<std::pair<std::string, std::string>> args;
    if (!value.empty()) args.emplace_back("value", std::string(first_chars(value, 40)));
    faults_->push_back(refuse(ErrorKind::invalid, code, path_to(key), std::move(args)));
}

bool JsonReader::has(std::string_view key) const {
    if (object_ == nullptr) return false;
    const auto* value = object_->if_contains(key);
    return value != nullptr && !value->is_null();
}

const boost::json::value* JsonReader::find(std::string_view key, bool required) {
    note_asked(key);
    if (has(key)) return object_->if_contains(key);
    if (required && object_ != nullptr) fault(key, "missing");
    return nullptr;
}

std::string JsonReader::checked_text(std::string_view key, const boost::json::value* value,
                                     std::size_t chars_max) {
    if (value == nullptr) return {};
    if (!value->is_string()) return fault(key, "expected_text"), std::string();
    const std::string_view all = value->get_string();
    const auto trimmed = trim(all);
    if (has_control(trimmed)) return fault(key, "text_has_control", trimmed), std::string();
    if (chars_in(trimmed) > chars_max) {
        faults_->push_back(refuse(ErrorKind::invalid, "text_too_long", path_to(key),
                                  {{"chars", std::to_string(chars_in(trimmed))},
                                   {"accepted", std::to_string(chars_max)}}));
        return {};
    }
    return std::string(trimmed);
}

std::string JsonReader::text(std::string_view key, std::size_t chars_max) {
    return checked_text(key, find(key, true), chars_max);
}

std::string JsonReader::text_or_empty(std::string_view key, std::size_t chars_max) {
    return checked_text(key, find(key, false), chars_max);
}

std::string JsonReader::filled_text(std::string_view key, std::size_t chars_max) {
    const auto faults_before = faults_->size();
    auto value = text(key, chars_max);
    if (value.empty() && faults_->size() == faults_before) fault(key, "text_empty");
    return value;
}

std::optional<std::int64_t> JsonReader::optional_integer(std::string_view key, std::int64_t min,
                                                         std::int64_t max) {
    const auto* value = find(key, false);
    if (value == nullptr) return std::nullopt;
    boost::system::error_code error;
    const auto number = value->is_number() ? value->to_number<std::int64_t>(error) : 0;
    if (!value->is_number() || error) return fault(key, "expected_integer"), std::nullopt;
    if (number < min || number > max) {
        faults_->push_back(refuse(ErrorKind::invalid, "number_out_of_range", path_to(key),
                                  {{"value", std::to_string(number)},
                                   {"accepted", std::to_string(min) + "–" + std::to_string(max)}}));
        return std::nullopt;
    }
    return number;
}

std::int64_t JsonReader::integer(std::string_view key, std::int64_t min, std::int64_t max) {
    if (!has(key)) return static_cast<void>(find(key, true)), min;
    return optional_integer(key, min, max).value_or(min);
}

bool JsonReader::boolean(std::string_view key, bool when_absent) {
    const auto* value = find(key, false);
    if (value == nullptr) return when_absent;
    if (!value->is_bool()) return fault(key, "expected_boolean"), when_absent;
    return value->get_bool();
}

std::optional<Date> JsonReader::optional_date(std::string_view key) {
    const auto* value = find(key, false);
    if (value == nullptr) return std::nullopt;
    if (!value->is_string()) return fault(key, "expected_date"), std::nullopt;
    const std::string_view text = value->get_string();
    const auto date = parse_date(text);
    if (!date) fault(key, "expected_date", text);
    return date;
}

Date JsonReader::date(std::string_view key) {
    if (!has(key)) static_cast<void>(find(key, true));
    return optional_date(key).value_or(Date{});
}

Uuid JsonReader::uuid(std::string_view key, bool required) {
    const auto* value = find(key, required);
    if (value == nullptr) return {};
    const auto uuid = value->is_string() ? parse_uuid(value->get_string()) : std::nullopt;
    if (!uuid) fault(key, "expected_id");
    return uuid.value_or(Uuid{});
}

void JsonReader::array(std::string_view key, std::size_t elements_max,
                       const std::function<void(JsonReader&)>& each) {
    const auto* value = find(key, false);
    if (value == nullptr) return;
    if (!value->is_array()) return fault(key, "expected_list");
    if (value->get_array().size() > elements_max) return fault(key, "list_too_long");
    std::size_t index = 0;
    for (const auto& element : value->get_array()) {
        JsonReader reader(element, path_to(key) + "[" + std::to_string(index++) + "]", *faults_);
        each(reader);
        reader.refuse_unknown_fields();
    }
}

std::vector<std::string> JsonReader::texts(std::string_view key, std::size_t elements_max,
                                           std::size_t chars_max) {
    std::vector<std::string> found;
    const auto* value = find(key, false);
    if (value == nullptr) return found;
    if (!value->is_array()) return fault(key, "expected_list"), found;
    if (value->get_array().size() > elements_max) return fault(key, "list_too_long"), found;
    for (std::size_t i = 0; i < value->get_array().size(); ++i) {
        const auto place = std::string(key) + "[" + std::to_string(i) + "]";
        found.push_back(checked_text(place, &value->get_array()[i], chars_max));
    }
    return found;
}

void JsonReader::object(std::string_view key, const std::function<void(JsonReader&)>& inside) {
    const auto* value = find(key, false);
    if (value == nullptr) return;
    JsonReader reader(*value, path_to(key), *faults_);
    inside(reader);
    reader.refuse_unknown_fields();
}

void JsonReader::refuse_unknown_fields() {
    if (object_ == nullptr) return;
    for (const auto& member : *object_)
        if (!asked_.contains(member.key())) fault(member.key(), "unknown_field");
}

Result<void> JsonReader::finish() {
    refuse_unknown_fields();
    if (auto fault = together(*faults_)) return *fault;
    return {};
}

}  // namespace base
