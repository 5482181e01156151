// One mail to one mail server, through libcurl. Waits for the answer; knows no queue.
#pragma once

#include <optional>
#include <string>

#include "notify/mail.hpp"

namespace notify {

struct SmtpServer {
    enum class Tls { required, none };
    std::string url;  // smtp://host:port or smtps://host:port
    Tls tls = Tls::required;
    std::string user, password;  // "" for no signing in
    std::string from;
};

/// Nothing when the server took it, else what went wrong, without any password. Takes 30 seconds at
/// most. Safe from any thread.
[[nodiscard]] std::optional<std::string> send_by_smtp(const SmtpServer& server, const Mail& mail);

}  // namespace notify
