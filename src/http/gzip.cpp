#include "http/gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <stdexcept>

namespace http {
namespace {

constexpr int level = 1;
constexpr int window_bits_gzip = 15 + 16;

// One per worker thread: setting up deflate costs more than compressing a page of rows.
class Deflater {
  public:
    Deflater() {
        if (deflateInit2(&stream_, level, Z_DEFLATED, window_bits_gzip, 8, Z_DEFAULT_STRATEGY) !=
            Z_OK)
            throw std::runtime_error("deflateInit2 failed");
    }
    ~Deflater() { deflateEnd(&stream_); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    std::string run(std::string_view bytes) {
        deflateReset(&stream_);
        std::string out(deflateBound(&stream_, static_cast<uLong>(bytes.size())), '\0');
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        stream_.avail_in = static_cast<uInt>(bytes.size());
        stream_.next_out = reinterpret_cast<Bytef*>(out.data());
        stream_.avail_out = static_cast<uInt>(out.size());
        if (deflate(&stream_, Z_FINISH) != Z_STREAM_END) throw std::runtime_error("deflate failed");
        out.resize(stream_.total_out);
        return out;
    }

  private:
    z_stream stream_{};
};

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
    return text;
}

bool weight_is_zero(std::string_view parameters) {
    const auto at = parameters.find("q=");
    if (at == parameters.npos) return false;
    const auto weight = trimmed(parameters.substr(at + 2));
    return std::all_of(weight.begin(), weight.end(), [](char c) { return c == '0' || c == '.'; });
}

}  // namespace

std::string gzip(std::string_view bytes) {
    thread_local Deflater deflater;
    return deflater.run(bytes);
}

bool accepts(std::string_view accept_encoding, std::string_view coding) {
    while (!accept_encoding.empty()) {
        const auto end = std::min(accept_encoding.find(','), accept_encoding.size());
        const auto one = accept_encoding.substr(0, end);
        const auto name = trimmed(one.substr(0, one.find(';')));
        if (name == coding || name == "*")
            return !weight_is_zero(one.substr(std::min(one.find(';'), one.size())));
        accept_encoding.remove_prefix(std::min(end + 1, accept_encoding.size()));
    }
    return false;
}

}  // namespace http
