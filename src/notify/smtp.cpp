#include "notify/smtp.hpp"

#include <cstring>

#include "base/curl.hpp"

namespace notify {
namespace {

constexpr long connect_seconds_max = 10, whole_seconds_max = 30;

struct Unsent {
    std::string_view text;
};

std::size_t give(char* into, std::size_t size, std::size_t count, void* from) {
    auto& unsent = *static_cast<Unsent*>(from);
    const auto piece = unsent.text.substr(0, size * count);
    std::memcpy(into, piece.data(), piece.size());
    unsent.text.remove_prefix(piece.size());
    return piece.size();
}

void set_server(CURL* curl, const SmtpServer& server) {
    curl_easy_setopt(curl, CURLOPT_URL, server.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    const bool encrypted = server.tls == SmtpServer::Tls::required;
    curl_easy_setopt(curl, CURLOPT_USE_SSL, encrypted ? CURLUSESSL_ALL : CURLUSESSL_NONE);
    if (!server.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, server.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, server.password.c_str());
    }
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connect_seconds_max);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, whole_seconds_max);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
}

}  // namespace

std::optional<std::string> send_by_smtp(const SmtpServer& server, const Mail& mail) {
    const auto curl = base::new_curl_handle();
    const base::CurlList receivers(curl_slist_append(nullptr, ("<" + mail.address + ">").c_str()),
                                   curl_slist_free_all);
    const auto from = "<" + server.from + ">";
    const auto text = mime_of(mail, server.from);
    Unsent unsent{text};
    char why[CURL_ERROR_SIZE] = "";
    set_server(curl.get(), server);
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, receivers.get());
    curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl.get(), CURLOPT_READDATA, &unsent);
    curl_easy_setopt(curl.get(), CURLOPT_ERRORBUFFER, why);
    const auto outcome = curl_easy_perform(curl.get());
    if (outcome == CURLE_OK) return std::nullopt;
    return why[0] != '\0' ? std::string(why) : std::string(curl_easy_strerror(outcome));
}

}  // namespace notify
