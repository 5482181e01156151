#include "base/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "base/clock.hpp"
#include "base/json_writer.hpp"

namespace base {
namespace {

spdlog::logger& logger() {
    static const auto instance = [] {
        auto made = std::make_shared<spdlog::logger>(
            "zhenggai", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        made->set_pattern("%v");
        made->flush_on(spdlog::level::warn);
        return made;
    }();
    return *instance;
}

spdlog::level::level_enum level_of(LogLevel level) {
    switch (level) {
        case LogLevel::debug: return spdlog::level::debug;
        case LogLevel::info: return spdlog::level::info;
        case LogLevel::warning: return spdlog::level::warn;
        case LogLevel::error: return spdlog::level::err;
    }
    return spdlog::level::info;
}

std::string_view name_of(LogLevel level) {
    switch (level) {
        case LogLevel::debug: return "debug";
        case LogLevel::info: return "info";
        case LogLevel::warning: return "warning";
        case LogLevel::error: return "error";
    }
    return "info";
}

}  // namespace

void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
    if (!logger().should_log(level_of(level))) return;
    JsonWriter json;
    json.begin_object();
    json.field("at", SystemClock().now()).field("level", name_of(level)).field("event", event);
    for (const auto& [key, field] : fields) {
        json.key(key);
        std::visit([&](const auto& value) { json.value(value); }, field);
    }
    json.end_object();
    logger().log(level_of(level), json.text());
}

void set_log_level(LogLevel level) {
    logger().set_level(level_of(level));
}

}  // namespace base
