// What commands say to the person in front of the terminal: results on standard output, complaints
// on standard error, and how a command ends.
#pragma once

#include <string>
#include <string_view>

#include "base/error.hpp"

namespace app {

inline constexpr int done = 0;
inline constexpr int broken_surroundings = 1;
inline constexpr int refused_input = 2;

/// One line on standard output.
void say(std::string_view line);
/// One line on standard error.
void complain(std::string_view line);
/// The sentences of a refusal, one a line on standard error, with the field where one is at fault.
/// Returns refused_input.
int refused(const base::Error& error);

/// Text in a column of a table: padded to `columns`, Chinese characters counting two.
[[nodiscard]] std::string padded(std::string_view text, std::size_t columns);

/// A bar on standard error while long work goes on; nothing at all when that is no terminal.
class ProgressBar {
  public:
    explicit ProgressBar(std::string label);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;
    void show(std::size_t finished, std::size_t total);

  private:
    std::string label_;
    bool on_terminal_;
    int shown_percent_ = -1;
};

}  // namespace app
