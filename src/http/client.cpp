#include "http/client.hpp"

#include "base/curl.hpp"

namespace http {
namespace {

struct Taken {
    std::string bytes;
    std::size_t bytes_max = 0;
};

std::size_t take(char* from, std::size_t size, std::size_t count, void* into) {
    auto& taken = *static_cast<Taken*>(into);
    if (taken.bytes.size() + size * count > taken.bytes_max) return 0;  // Breaks the transfer off.
    taken.bytes.append(from, size * count);
    return size * count;
}

base::CurlList list_of(const std::vector<std::pair<std::string, std::string>>& headers) {
    base::CurlList list(nullptr, curl_slist_free_all);
    for (const auto& [name, value] : headers) {
        auto* longer = curl_slist_append(list.get(), (name + ": " + value).c_str());
        if (longer == nullptr) throw std::bad_alloc();
        static_cast<void>(list.release());
        list.reset(longer);
    }
    return list;
}

void set_request(CURL* curl, const Outgoing& request, const curl_slist* headers) {
    curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, static_cast<long>(request.seconds_max));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(request.seconds_max));
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");  // None that the surroundings would name.
    if (!request.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, request.ca_file.c_str());
    if (!request.body) return;
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(request.body->size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body->data());
}

}  // namespace

base::Result<Incoming> fetch(const Outgoing& request) {
    const auto curl = base::new_curl_handle();
    const auto headers = list_of(request.headers);
    Taken taken{{}, request.bytes_max};
    char why[CURL_ERROR_SIZE] = "";
    set_request(curl.get(), request, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &taken);
    curl_easy_setopt(curl.get(), CURLOPT_ERRORBUFFER, why);
    const auto outcome = curl_easy_perform(curl.get());
    if (outcome != CURLE_OK)
        return base::refuse(
            base::ErrorKind::unavailable, "server_not_reachable", {},
            {{"what", why[0] != '\0' ? std::string(why) : curl_easy_strerror(outcome)}});
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    return Incoming{static_cast<int>(status), std::move(taken.bytes)};
}

}  // namespace http
