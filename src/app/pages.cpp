#include "app/pages.hpp"

#include <algorithm>

#include "http/gzip.hpp"

namespace app {
namespace {

constexpr std::string_view no_pages = R"(<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>整改台账</title>
<h1>程序中没有页面</h1>
<p>本程序构建时没有包含页面（web/dist）。请运行 script/build 重新构建，接口 /api/v1 不受影响。</p>
</html>
)";

const Page* find(std::span<const Page> pages, std::string_view path) {
    const auto found = std::lower_bound(
        pages.begin(), pages.end(), path,
        [](const Page& page, std::string_view wanted) { return page.path < wanted; });
    return found != pages.end() && found->path == path ? &*found : nullptr;
}

bool names_a_file(std::string_view path) {
    return path.substr(path.rfind('/') + 1).find('.') != std::string_view::npos;
}

// Vite puts a hash of the content into the names below /assets/: such a file never changes.
bool never_changes(const Page& page) {
    return page.path.starts_with("/assets/");
}

http::Response answer(const http::Request& request, const Page& page) {
    const auto accepted = request.header("accept-encoding");
    const bool brotli = !page.brotli.empty() && http::accepts(accepted, "br");
    const bool gzip = !brotli && !page.gzip.empty() && http::accepts(accepted, "gzip");
    http::Response response;
    response.body = http::StaticBody{brotli ? page.brotli : gzip ? page.gzip : page.raw};
    response.with("Content-Type", page.content_type)
        .with("ETag", page.tag)
        .with("Vary", "Accept-Encoding");
    response.with("Cache-Control",
                  never_changes(page) ? "public, max-age=31536000, immutable" : "no-cache");
    if (brotli || gzip) response.with("Content-Encoding", brotli ? "br" : "gzip");
    return response;
}

http::Response without_pages() {
    http::Response response;
    response.status = 503;
    response.body = http::StaticBody{no_pages};
    response.with("Content-Type", "text/html; charset=utf-8");
    return response;
}

}  // namespace

http::Handler page_handler(std::span<const Page> pages) {
    return [pages](const http::Request& request) {
        if (const auto* page = find(pages, request.path)) return answer(request, *page);
        if (request.path.starts_with("/api/") || names_a_file(request.path))
            return http::error_response(
                base::refuse(base::ErrorKind::not_found, "nothing_at_this_address"));
        const auto* index = find(pages, "/index.html");
        return index != nullptr ? answer(request, *index) : without_pages();
    };
}

}  // namespace app
