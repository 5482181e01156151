// Encrypting the addresses and secrets of webhooks again under the newest key.
#pragma once

#include "accounts/resealing_actions.hpp"
#include "notify/needs.hpp"

namespace notify {

/// All webhooks in one transaction; an entry in the journal of the installation when there are any.
/// `needs.secrets` holds the newest key first.
[[nodiscard]] accounts::Resealed reseal_webhooks(const Needs& needs, const base::Actor& actor);

}  // namespace notify
