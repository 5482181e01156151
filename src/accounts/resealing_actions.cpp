#include "accounts/resealing_actions.hpp"

#include "accounts/second_factor_store.hpp"
#include "journal/payload.hpp"

namespace accounts {

Resealed reseal_secrets(Needs needs, const base::Actor& actor) {
    return needs.database
        .write([&](db::Transaction& transaction) -> base::Result<Resealed> {
            Resealed resealed;
            for (auto& factor : list_second_factors(transaction)) {
                const auto owner = factor.account.text();
                const auto secret = needs.secrets.open(factor.sealed_secret, owner);
                if (!secret) {
                    ++resealed.lost;
                    continue;
                }
                factor.sealed_secret = needs.secrets.seal(*secret, owner, needs.random);
                save_second_factor(transaction, factor);
                ++resealed.sealed;
            }
            const std::pair<std::string, std::string> facts[]{
                {"sealed", std::to_string(resealed.sealed)},
                {"lost", std::to_string(resealed.lost)}};
            const auto payload = journal::payload_of({}, facts);
            needs.journal.append(transaction, actor, needs.clock.now(),
                                 {.act = "rotate_secrets_key",
                                  .subject_kind = "installation",
                                  .subject_id = "secrets",
                                  .payload = payload});
            return resealed;
        })
        .value();
}

}  // namespace accounts
