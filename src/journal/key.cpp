#include "journal/key.hpp"

#include <stdexcept>

#include "journal/key_file.hpp"

namespace journal {

constexpr std::size_t key_bytes_min = 32;

Key::Key(std::string bytes) : bytes_(std::move(bytes)) {
    if (bytes_.size() < key_bytes_min)
        throw std::runtime_error("a journal key has 32 bytes or more");
}

std::string Key::seal(base::Algorithm algorithm, const Head& head) const {
    return base::keyed_digest(algorithm, bytes_, canonical_bytes(head));
}

Key load_or_create_key(const std::string& path, base::Random& random) {
    return Key(load_or_create_key_bytes(path, random));
}

}  // namespace journal
