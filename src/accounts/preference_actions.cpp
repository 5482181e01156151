#include "accounts/preference_actions.hpp"

#include "accounts/preference.hpp"
#include "accounts/preference_store.hpp"

namespace accounts {

base::Result<std::string> load_preference(Needs needs, std::string_view name,
                                          const base::Actor& actor) {
    if (const auto good = check_preference_name(name); !good) return good.error();
    auto value = needs.database.read(
        [&](db::Transaction& transaction) { return find_preference(transaction, actor.id, name); });
    if (!value) return base::refuse(base::ErrorKind::not_found, "preference_unknown", "key");
    return std::move(*value);
}

base::Result<std::string> set_preference(Needs needs, std::string_view name,
                                         const std::string& value, const base::Actor& actor) {
    if (const auto good = check_preference(name, value); !good) return good.error();
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<std::string> {
        save_preference(transaction, actor.id, name, value);
        return value;
    });
}

}  // namespace accounts
