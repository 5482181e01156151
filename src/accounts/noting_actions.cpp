#include "accounts/noting_actions.hpp"

namespace accounts {

void note_account(Needs needs, db::Transaction& transaction, const base::Actor& actor,
                  std::string_view act, std::string_view account_id, std::string_view payload) {
    needs.journal.append(
        transaction, actor, needs.clock.now(),
        {.act = act, .subject_kind = "account", .subject_id = account_id, .payload = payload});
}

}  // namespace accounts
