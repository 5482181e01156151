// The built program as a process of its own: started on a data folder, signed in to, stopped.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "district.hpp"
#include "load.hpp"

namespace bench {

struct ProgramPlace {
    std::string program;  // path of the binary
    std::string data_folder;
    std::string database;  // PostgreSQL connection, "" for SQLite
    std::vector<std::pair<std::string, std::string>> settings = {};  // more of the environment
};

class Program {
  public:
    /// Returns when /healthz answers. Throws std::runtime_error when it does not within 30 s.
    explicit Program(const ProgramPlace& place);
    /// Stops it and waits.
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] double start_ms() const { return start_ms_; }
    [[nodiscard]] double resident_mib() const;
    [[nodiscard]] double private_mib() const;  // without pages of files
    [[nodiscard]] double peak_mib() const;     // the most it ever was
    /// Of all its threads since the start.
    [[nodiscard]] double cpu_ms() const;
    /// Signs in as an account of the district; returns the header lines of later requests.
    [[nodiscard]] std::string sign_in(std::string_view account = account_name) const;

  private:
    std::uint16_t port_;
    pid_t process_ = 0;
    double start_ms_ = 0;
};

}  // namespace bench
