// Encrypting all secrets again under the newest key.
#pragma once

#include "accounts/needs.hpp"

namespace accounts {

struct Resealed {
    std::int64_t sealed = 0;
    std::int64_t lost = 0;  // opened by none of the keys; left as they are
};

/// All in one transaction, with one entry in the journal of the installation. `needs.secrets` holds
/// the newest key first.
[[nodiscard]] Resealed reseal_secrets(Needs needs, const base::Actor& actor);

}  // namespace accounts
