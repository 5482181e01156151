#include "base/sealer.hpp"

#include <algorithm>

#include "base/base64.hpp"
#include "base/digest.hpp"

namespace base {
namespace {

// STX, so that no text from outside begins like it, and the number of the form.
constexpr std::string_view mark = "\x02zg1:";
constexpr std::size_t head_bytes = cipher_name_bytes + cipher_block_bytes;
constexpr std::chrono::milliseconds keys_age_max{1'000};

/// The key's name, the nonce, the text under them, and the keyed digest over all of it.
struct Parts {
    std::string_view name, nonce, text, mac;
};

Parts parts_of(std::string_view bytes) {
    return {bytes.substr(0, cipher_name_bytes), bytes.substr(cipher_name_bytes, cipher_block_bytes),
            bytes.substr(head_bytes, bytes.size() - head_bytes - cipher_mac_bytes),
            bytes.substr(bytes.size() - cipher_mac_bytes)};
}

/// Each part of the place with its length before it, so that no two places share their bytes.
std::string named_place(const Place& place) {
    return "zhenggai sealed text\n" + std::to_string(place.field.size()) + " " +
           std::string(place.field) + " " + std::to_string(place.row.size()) + " " +
           std::string(place.row) + "\n";
}

CounterBlock block_of(std::string_view nonce) {
    CounterBlock block{};
    std::copy(nonce.begin(), nonce.end(), block.begin());
    return block;
}

std::string words_of(SealBroken::Why why, const Place& place) {
    return std::string(why == SealBroken::Why::changed
                           ? "a sealed content was changed or moved: "
                           : "the key of a sealed content is missing: ") +
           std::string(place.field) + " of " + std::string(place.row);
}

}  // namespace

SealBroken::SealBroken(Why reason, const Place& place)
    : std::runtime_error(words_of(reason, place)),
      why(reason),
      field(place.field),
      row(place.row) {}

bool is_sealed(std::string_view stored) {
    return stored.starts_with(mark);
}

Sealer::Sealer(Mode mode, std::function<Ciphers()> load, Random& random)
    : mode_(mode),
      load_(std::move(load)),
      random_(random),
      keys_(load_()),
      loaded_at_(std::chrono::steady_clock::now()) {
    if (keys_.empty()) throw std::runtime_error("a key that seals is needed");
}

Ciphers Sealer::keys_not_older_than(std::chrono::milliseconds age) const {
    const std::scoped_lock lock(mutex_);
    const auto now = std::chrono::steady_clock::now();
    if (now - loaded_at_ >= age) {
        loaded_at_ = now;
        try {
            if (auto keys = load_(); !keys.empty()) keys_ = std::move(keys);
        } catch (const std::exception&) {
            // The medium with the key may be away for a while: what is known goes on.
        }
    }
    return keys_;
}

std::shared_ptr<const Cipher> Sealer::newest() const {
    return keys_not_older_than(keys_age_max).front();
}

std::shared_ptr<const Cipher> Sealer::named(std::string_view name) const {
    for (const auto age : {keys_age_max, std::chrono::milliseconds(0)}) {
        const auto keys = keys_not_older_than(age);
        const auto found = std::find_if(keys.begin(), keys.end(),
                                        [&](const auto& key) { return key->name() == name; });
        if (found != keys.end()) return *found;
    }
    return nullptr;
}

CounterBlock Sealer::fresh_block() const {
    CounterBlock block{};
    random_.fill(block);
    return block;
}

std::string Sealer::seal(std::string_view text, const Place& place) const {
    if (text.empty()) return {};
    const auto cipher = newest();
    const auto nonce = fresh_block();
    std::string bytes(cipher->name());
    bytes.append(nonce.begin(), nonce.end());
    bytes += text;
    cipher->crypt(nonce, std::span(bytes).subspan(head_bytes));
    bytes += cipher->mac({named_place(place), bytes});
    return std::string(mark) + base64_of(bytes);
}

std::string Sealer::open(std::string_view stored, const Place& place) const {
    if (!is_sealed(stored)) return std::string(stored);
    const auto bytes = bytes_of_base64(stored.substr(mark.size()));
    if (!bytes || bytes->size() < head_bytes + cipher_mac_bytes)
        throw SealBroken(SealBroken::Why::changed, place);
    const auto parts = parts_of(*bytes);
    const auto cipher = named(parts.name);
    if (!cipher) throw SealBroken(SealBroken::Why::no_key, place);
    const std::string_view before_mac(bytes->data(), bytes->size() - cipher_mac_bytes);
    if (!same_secret(cipher->mac({named_place(place), before_mac}), parts.mac))
        throw SealBroken(SealBroken::Why::changed, place);
    std::string text(parts.text);
    cipher->crypt(block_of(parts.nonce), text);
    return text;
}

bool Sealer::is_newest(std::string_view sealed) const {
    // Twelve letters are nine bytes: the name and one more.
    const auto start = bytes_of_base64(sealed.substr(mark.size(), 12));
    return start && std::string_view(*start).substr(0, cipher_name_bytes) == newest()->name();
}

}  // namespace base
