// A thread that makes one round every so often, until it is destroyed. A round that fails is logged
// and made again at its time.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>

#include "base/log.hpp"

namespace app {

class Timer {
  public:
    /// A long round looks at the token between its steps.
    using Round = std::function<void(const std::stop_token&)>;
    /// `failed` names the failure in the log and outlives the timer.
    Timer(std::chrono::milliseconds pause, std::string_view failed, Round round)
        : pause_(pause),
          failed_(failed),
          round_(std::move(round)),
          thread_([this](const std::stop_token& stop) { run(stop); }) {}
    /// Asks it to end, without waiting: of several the last ends no later than the slowest.
    void stop() { thread_.request_stop(); }

  private:
    void run(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        while (!stop.stop_requested()) {
            try {
                round_(stop);
            } catch (const std::exception& exception) {
                base::log(base::LogLevel::error, failed_,
                          {{"what", std::string_view(exception.what())}});
            }
            wake_.wait_for(lock, stop, pause_, [] { return false; });
        }
    }

    std::chrono::milliseconds pause_;
    std::string_view failed_;
    Round round_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;  // last: it ends before what it uses
};

}  // namespace app
