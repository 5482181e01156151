// libcurl started once, and its handles owned. For the files that speak to other servers; they link
// it themselves.
#pragma once

#include <curl/curl.h>

#include <memory>
#include <stdexcept>

namespace base {

using CurlHandle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using CurlList = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

/// A handle that is never empty. Throws std::runtime_error when libcurl gives none.
[[nodiscard]] inline CurlHandle new_curl_handle() {
    static const auto started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK) throw std::runtime_error("libcurl cannot be started");
    CurlHandle handle(curl_easy_init(), curl_easy_cleanup);
    if (!handle) throw std::runtime_error("libcurl has no handle");
    return handle;
}

}  // namespace base
