#include "app/terminal.hpp"

#include <unistd.h>

#include <iostream>

#include "base/messages.hpp"
#include "base/utf8.hpp"

namespace app {
namespace {

void complain_of(const base::Error& error) {
    auto line = base::sentence_of(error);
    if (!error.field.empty()) line += "（" + error.field + "）";
    complain(line);
}

bool is_wide(char32_t c) {
    return c >= 0x1100 && (c <= 0x115f || c >= 0x2e80);
}

}  // namespace

void say(std::string_view line) {
    std::cout << line << '\n' << std::flush;
}
void complain(std::string_view line) {
    std::cerr << line << '\n' << std::flush;
}

int refused(const base::Error& error) {
    complain_of(error);
    for (const auto& other : error.also) complain_of(other);
    return refused_input;
}

std::string padded(std::string_view text, std::size_t columns) {
    std::string out(text);
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) width += is_wide(base::next_char(text, at)) ? 2 : 1;
    out.append(width < columns ? columns - width : 1, ' ');
    return out;
}

ProgressBar::ProgressBar(std::string label)
    : label_(std::move(label)), on_terminal_(::isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
    if (shown_percent_ >= 0) std::cerr << '\n' << std::flush;
}

void ProgressBar::show(std::size_t finished, std::size_t total) {
    if (!on_terminal_ || total == 0) return;
    const int percent = static_cast<int>(finished * 100 / total);
    if (percent == shown_percent_) return;
    shown_percent_ = percent;
    const auto filled = static_cast<std::size_t>(percent) / 4;
    std::cerr << '\r' << label_ << " [" << std::string(filled, '#') << std::string(25 - filled, '.')
              << "] " << percent << "% " << std::flush;
}

}  // namespace app
