#include "evidence/blob_bucket.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <system_error>

#include "base/curl.hpp"
#include "evidence/stored_bytes.hpp"

namespace evidence {
namespace {

namespace fs = std::filesystem;

constexpr long connect_seconds_max = 10, stalled_seconds_max = 60, stalled_bytes_per_s = 1024;
constexpr std::size_t answer_bytes_max = 16u << 20;
constexpr int not_there = 404;

/// One request to the bucket.
struct Order {
    std::string method = "GET";
    std::string key;    // "": the bucket itself
    std::string query;  // in alphabetical order, as it is signed
    std::string range;
    const fs::path* upload = nullptr;
};
struct Reply {
    int status = 0;
    std::string body;
    std::uint64_t length = 0;  // as the head says
};

std::size_t take(char* from, std::size_t size, std::size_t count, void* into) {
    auto& body = *static_cast<std::string*>(into);
    if (body.size() + size * count > answer_bytes_max) return 0;
    body.append(from, size * count);
    return size * count;
}

std::size_t give(char* to, std::size_t size, std::size_t count, void* from) {
    return std::fread(to, size, count, static_cast<std::FILE*>(from));
}

using File = std::unique_ptr<std::FILE, decltype(&std::fclose)>;

File opened(const fs::path& path) {
    File file(std::fopen(path.c_str(), "rbe"), &std::fclose);
    if (!file)
        throw std::system_error(errno, std::generic_category(), "cannot read " + path.string());
    return file;
}

void set_access(CURL* curl, const BucketSettings& settings) {
    const auto signature = "aws:amz:" + settings.region + ":s3";
    const auto who = settings.access_key + ":" + settings.secret_key;
    curl_easy_setopt(curl, CURLOPT_AWS_SIGV4, signature.c_str());
    curl_easy_setopt(curl, CURLOPT_USERPWD, who.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connect_seconds_max);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, stalled_seconds_max);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, stalled_bytes_per_s);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");  // None that the surroundings would name.
    if (!settings.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, settings.ca_file.c_str());
}

void set_order(CURL* curl, const Order& order, std::FILE* upload) {
    if (order.method == "HEAD") curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
    if (order.method == "DELETE") curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, "DELETE");
    if (!order.range.empty()) curl_easy_setopt(curl, CURLOPT_RANGE, order.range.c_str());
    if (upload == nullptr) return;
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl, CURLOPT_READDATA, upload);
    curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE,
                     static_cast<curl_off_t>(fs::file_size(*order.upload)));
}

/// Whatever the status. Throws StoreUnreachable when there is no answer.
Reply ask(const BucketSettings& settings, const Order& order) {
    // Kept for the thread: its connection serves the next request.
    thread_local const auto handle = base::new_curl_handle();
    // libcurl signs by this header what it does not hash itself. TLS keeps the bytes on their way;
    // what comes back is compared with its digest.
    thread_local const base::CurlList headers(
        curl_slist_append(nullptr, "x-amz-content-sha256: UNSIGNED-PAYLOAD"), curl_slist_free_all);
    auto* const curl = handle.get();
    curl_easy_reset(curl);
    const auto url =
        settings.url + "/" + order.key + (order.query.empty() ? "" : "?" + order.query);
    File upload(nullptr, &std::fclose);
    if (order.upload != nullptr) upload = opened(*order.upload);
    Reply reply;
    char why[CURL_ERROR_SIZE] = "";
    set_access(curl, settings);
    set_order(curl, order, upload.get());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply.body);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, why);
    const auto outcome = curl_easy_perform(curl);
    if (outcome != CURLE_OK)
        throw StoreUnreachable(order.method + " " + url + ": " +
                               (why[0] != '\0' ? why : curl_easy_strerror(outcome)));
    long status = 0;
    curl_off_t length = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(curl, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    reply.status = static_cast<int>(status);
    reply.length = static_cast<std::uint64_t>(std::max<curl_off_t>(length, 0));
    return reply;
}

/// As ask(), and throws StoreUnreachable too when the store says no.
Reply done(const BucketSettings& settings, const Order& order) {
    auto reply = ask(settings, order);
    if (reply.status >= 300)
        throw StoreUnreachable(order.method + " " + settings.url + "/" + order.key + ": " +
                               std::to_string(reply.status) + " " + reply.body.substr(0, 300));
    return reply;
}

class ObjectBytes final : public StoredBytes {
  public:
    ObjectBytes(const BucketSettings& settings, std::string key, std::uint64_t size)
        : settings_(settings), key_(std::move(key)), size_(size) {}
    std::uint64_t size() const override { return size_; }
    std::string read(std::uint64_t offset, std::size_t count) const override {
        if (count == 0 || offset >= size_) return {};
        const auto last = std::min<std::uint64_t>(size_, offset + count) - 1;
        return done(settings_,
                    {.key = key_, .range = std::to_string(offset) + "-" + std::to_string(last)})
            .body;
    }

  private:
    const BucketSettings& settings_;
    std::string key_;
    std::uint64_t size_;
};

std::unique_ptr<StoredBytes> find(const BucketSettings& settings, std::string_view digest) {
    const Order order{.method = "HEAD", .key = std::string(digest)};
    const auto reply = ask(settings, order);
    if (reply.status == not_there) return nullptr;
    if (reply.status >= 300)
        throw StoreUnreachable("HEAD " + settings.url + "/" + order.key + ": " +
                               std::to_string(reply.status));
    return std::make_unique<ObjectBytes>(settings, order.key, reply.length);
}

void put(const BucketSettings& settings, std::string_view digest, const fs::path& file) {
    static_cast<void>(
        done(settings, {.method = "PUT", .key = std::string(digest), .upload = &file}));
}

/// What stands between <name> and its end, from `at` on, which moves behind it.
std::optional<std::string_view> element(std::string_view xml, const std::string& name,
                                        std::size_t& at) {
    const auto start = xml.find("<" + name + ">", at);
    if (start == xml.npos) return std::nullopt;
    const auto from = start + name.size() + 2;
    const auto end = xml.find("</" + name + ">", from);
    if (end == xml.npos) return std::nullopt;
    at = end;
    return xml.substr(from, end - from);
}

std::string escaped(std::string_view text) {
    constexpr std::string_view plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
    std::string out;
    for (const char c : text) {
        if (plain.find(c) != plain.npos) {
            out += c;
            continue;
        }
        char code[4];
        std::snprintf(code, sizeof code, "%%%02X", static_cast<unsigned char>(c));
        out += code;
    }
    return out;
}

}  // namespace

std::optional<base::Instant> moment_in(std::string_view text) {
    const auto day = text.size() < 20 ? std::nullopt : base::parse_date(text.substr(0, 10));
    if (!day || text[10] != 'T' || text.back() != 'Z') return std::nullopt;
    std::int64_t parts[3]{};  // hours, minutes, seconds
    for (std::size_t i = 0; i < 3; ++i) {
        const auto* from = text.data() + 11 + 3 * i;
        if (std::from_chars(from, from + 2, parts[i]).ptr != from + 2) return std::nullopt;
    }
    // Days begin here at midnight in China; the listing is in UTC.
    constexpr std::int64_t china_ms = 8 * 60 * 60 * 1'000;
    return base::Instant{base::start_of(*day).milliseconds + china_ms +
                         ((parts[0] * 60 + parts[1]) * 60 + parts[2]) * 1'000};
}

BlobBucket::BlobBucket(BucketSettings settings, fs::path temporary, base::Algorithm algorithm,
                       const base::Sealer* sealer)
    : settings_(std::move(settings)),
      temporary_(std::move(temporary)),
      algorithm_(algorithm),
      sealer_(sealer) {}

// Written again when it is there: so it counts as kept now, and one that is broken is put right.
BlobStore::Kept BlobBucket::keep(const fs::path& file) const {
    fs::create_directories(temporary_);
    base::Digester digester(algorithm_);
    Unfinished out(temporary_);
    Incoming incoming(out, that_seals(sealer_));
    Kept kept;
    kept.bytes = each_block(file, [&](std::string_view bytes) {
        digester.add(bytes);
        incoming.add(bytes);
    });
    kept.digest = digester.finish();
    incoming.finish(kept.digest);
    put(settings_, kept.digest, out.name());
    return kept;
}

std::unique_ptr<Blob> BlobBucket::open(std::string_view digest) const {
    auto bytes = is_digest(digest) ? find(settings_, digest) : nullptr;
    return bytes ? open_stored(std::move(bytes), digest, sealer_) : nullptr;
}

bool BlobBucket::put_into(Form form, std::string_view digest) const {
    if (sealer_ == nullptr) return false;
    auto bytes = find(settings_, digest);
    if (!bytes || is_in_form(*bytes, form, *sealer_)) return false;
    const auto blob = open_stored(std::move(bytes), digest, sealer_);
    fs::create_directories(temporary_);
    Unfinished out(temporary_);
    Incoming incoming(out, form == Form::sealed ? sealer_ : nullptr);
    read_whole(*blob, [&](std::string_view piece) { incoming.add(piece); });
    incoming.finish(digest);
    put(settings_, digest, out.name());
    return true;
}

void BlobBucket::remove(std::string_view digest) const {
    if (is_digest(digest))
        static_cast<void>(done(settings_, {.method = "DELETE", .key = std::string(digest)}));
}

void BlobBucket::each(const Told& told) const {
    std::string token;
    do {
        const auto query = (token.empty() ? "" : "continuation-token=" + escaped(token) + "&") +
                           std::string("list-type=2");
        const auto xml = done(settings_, {.query = query}).body;
        for (std::size_t at = 0; const auto key = element(xml, "Key", at);) {
            const auto when = element(xml, "LastModified", at);
            const auto moment = when ? moment_in(*when) : std::nullopt;
            if (is_digest(*key) && moment) told(std::string(*key), *moment);
        }
        std::size_t from = 0;
        token = std::string(element(xml, "NextContinuationToken", from).value_or(""));
    } while (!token.empty());
}

void BlobBucket::remove_unfinished(base::Instant) const {
    // They lie in the folder for temporary files, which every start empties.
}

}  // namespace evidence
