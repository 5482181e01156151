#include "http/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <mutex>

namespace http {
namespace {

const prometheus::Histogram::BucketBoundaries seconds_buckets{
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};

std::size_t class_of(int status) {
    return static_cast<std::size_t>(std::clamp(status / 100, 2, 5)) - 2;
}

double resident_bytes() {
    std::ifstream file("/proc/self/statm");
    double total = 0;
    double resident = 0;
    file >> total >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

}  // namespace

struct Metrics::Inside {
    struct OfRoute {
        std::array<prometheus::Counter*, 4> by_class{};
        prometheus::Histogram* seconds = nullptr;
    };

    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests = prometheus::BuildCounter()
                                                            .Name("zhenggai_http_requests_total")
                                                            .Help("Finished requests")
                                                            .Register(registry);
    prometheus::Family<prometheus::Histogram>& seconds =
        prometheus::BuildHistogram()
            .Name("zhenggai_http_request_seconds")
            .Help("From the last byte of the head to the last byte of the answer")
            .Register(registry);
    prometheus::Gauge& connections = prometheus::BuildGauge()
                                         .Name("zhenggai_http_connections")
                                         .Help("Open connections")
                                         .Register(registry)
                                         .Add({});
    prometheus::Gauge& waiting = prometheus::BuildGauge()
                                     .Name("zhenggai_http_waiting_requests")
                                     .Help("Requests waiting for a worker")
                                     .Register(registry)
                                     .Add({});
    prometheus::Gauge& resident = prometheus::BuildGauge()
                                      .Name("process_resident_memory_bytes")
                                      .Help("Resident memory")
                                      .Register(registry)
                                      .Add({});
    std::mutex mutex;
    std::map<const Route*, OfRoute> routes;

    OfRoute& of(const Route* route) {
        const std::lock_guard lock(mutex);
        auto& found = routes[route];
        if (found.seconds == nullptr) add(route, found);
        return found;
    }

    void add(const Route* route, OfRoute& fresh) {
        const std::string path(route != nullptr ? route->path : "none");
        const std::string method(route != nullptr ? name_of(route->method) : "none");
        for (std::size_t i = 0; i < fresh.by_class.size(); ++i)
            fresh.by_class[i] = &requests.Add(
                {{"route", path}, {"method", method}, {"status", std::to_string(i + 2) + "xx"}});
        fresh.seconds = &seconds.Add({{"route", path}, {"method", method}}, seconds_buckets);
    }
};

Metrics::Metrics() : inside_(std::make_unique<Inside>()) {}
Metrics::~Metrics() = default;

void Metrics::count(const Route* route, int status, double seconds) {
    auto& of_route = inside_->of(route);
    of_route.by_class[class_of(status)]->Increment();
    of_route.seconds->Observe(seconds);
}

void Metrics::set_connections(std::size_t connections) {
    inside_->connections.Set(static_cast<double>(connections));
}

void Metrics::set_waiting(std::size_t requests) {
    inside_->waiting.Set(static_cast<double>(requests));
}

std::string Metrics::text() const {
    inside_->resident.Set(resident_bytes());
    return prometheus::TextSerializer().Serialize(inside_->registry.Collect());
}

}  // namespace http
