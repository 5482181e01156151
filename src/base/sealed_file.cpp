#include "base/sealed_file.hpp"

#include <algorithm>

#include "base/digest.hpp"

namespace base {
namespace {

using Why = SealBroken::Why;

constexpr std::string_view mark = "ZGSEAL1\n";
constexpr std::string_view head_purpose = "zhenggai sealed file\n", piece_purpose = "piece\n";
constexpr std::size_t number_bytes = 8, nonce_at = mark.size() + cipher_name_bytes,
                      bytes_at = nonce_at + cipher_block_bytes, mac_at = bytes_at + number_bytes;
constexpr std::size_t sealed_size = sealed_piece_bytes + cipher_mac_bytes;

std::string number(std::uint64_t value) {
    std::string bytes(number_bytes, '\0');
    for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, value >>= 8)
        *byte = static_cast<char>(value & 0xff);
    return bytes;
}

std::uint64_t number_in(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

std::string_view view_of(const CounterBlock& block) {
    return {reinterpret_cast<const char*>(block.data()), block.size()};
}

CounterBlock start_of(const CounterBlock& nonce, std::uint64_t piece) {
    return counted_on(nonce, piece * (sealed_piece_bytes / cipher_block_bytes));
}

std::string mac_of(const Cipher& cipher, const CounterBlock& nonce, std::uint64_t piece,
                   std::string_view text) {
    return cipher.mac({piece_purpose, view_of(nonce), number(piece), text});
}

std::uint64_t pieces_for(std::uint64_t bytes) {
    return (bytes + sealed_piece_bytes - 1) / sealed_piece_bytes;
}

}  // namespace

bool begins_sealed_file(std::string_view bytes) {
    return bytes.size() >= sealed_head_bytes && bytes.starts_with(mark);
}

std::string_view key_of_sealed_file(std::string_view head) {
    return head.substr(mark.size(), cipher_name_bytes);
}

FileSealing::FileSealing(const Sealer& sealer)
    : cipher_(sealer.newest()), nonce_(sealer.fresh_block()) {}

std::string FileSealing::next(std::string_view piece) {
    std::string sealed(piece);
    cipher_->crypt(start_of(nonce_, pieces_), sealed);
    sealed += mac_of(*cipher_, nonce_, pieces_, sealed);
    ++pieces_;
    bytes_ += piece.size();
    return sealed;
}

std::string FileSealing::head(std::string_view digest) const {
    auto head = std::string(mark) + std::string(cipher_->name()) + std::string(view_of(nonce_)) +
                number(bytes_);
    head += cipher_->mac({head_purpose, digest, head});
    return head;
}

FileOpening::FileOpening(const Sealer& sealer, std::string_view head, std::uint64_t whole_bytes,
                         std::string_view digest)
    : digest_(digest) {
    const Place place{"evidence", digest_};
    if (!begins_sealed_file(head)) throw SealBroken(Why::changed, place);
    cipher_ = sealer.named(key_of_sealed_file(head));
    if (!cipher_) throw SealBroken(Why::no_key, place);
    const auto mac = cipher_->mac({head_purpose, digest_, head.substr(0, mac_at)});
    if (!same_secret(mac, head.substr(mac_at, cipher_mac_bytes)))
        throw SealBroken(Why::changed, place);
    std::copy_n(head.begin() + nonce_at, cipher_block_bytes, nonce_.begin());
    bytes_ = number_in(head.substr(bytes_at, number_bytes));
    if (whole_bytes != sealed_head_bytes + bytes_ + pieces_for(bytes_) * cipher_mac_bytes)
        throw SealBroken(Why::changed, place);
}

std::uint64_t FileOpening::offset_of(std::uint64_t piece) {
    return sealed_head_bytes + piece * sealed_size;
}

std::size_t FileOpening::size_of(std::uint64_t piece) const {
    const auto from = piece * sealed_piece_bytes;
    const auto plain = std::min<std::uint64_t>(sealed_piece_bytes, bytes_ - std::min(from, bytes_));
    return plain == 0 ? 0 : static_cast<std::size_t>(plain) + cipher_mac_bytes;
}

std::string FileOpening::open(std::uint64_t piece, std::string_view sealed) const {
    const Place place{"evidence", digest_};
    if (sealed.size() != size_of(piece) || sealed.empty()) throw SealBroken(Why::changed, place);
    const auto text = sealed.substr(0, sealed.size() - cipher_mac_bytes);
    if (!same_secret(mac_of(*cipher_, nonce_, piece, text), sealed.substr(text.size())))
        throw SealBroken(Why::changed, place);
    std::string plain(text);
    cipher_->crypt(start_of(nonce_, piece), plain);
    return plain;
}

}  // namespace base
