// What operators watch, as Prometheus text: requests by route, verb and class of status, their
// latency, connections, waiting requests, memory. Knows route patterns, never addresses as asked
// for.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "http/http.hpp"

namespace http {

/// Safe from any thread.
class Metrics {
  public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    /// One finished request; `route` is nullptr when none was found.
    void count(const Route* route, int status, double seconds);
    void set_connections(std::size_t connections);
    void set_waiting(std::size_t requests);  // in the queue before the workers
    /// The text of /metrics; reads the memory of this process anew.
    [[nodiscard]] std::string text() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace http
