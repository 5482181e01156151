// How far an installation is sealed, and under which key, in one row. Decides nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "db/database.hpp"

namespace sealing {

enum class State {
    off,     // nothing is sealed
    partly,  // something may be, and something restricted may not
    whole,   // everything restricted is
};
[[nodiscard]] std::string_view name_of(State state);

struct Sealing {
    State state = State::off;
    std::string key_name;  // hexadecimal, of the newest key when the state was written; "" when off
    bool operator==(const Sealing&) const = default;
};

[[nodiscard]] Sealing load_sealing(db::Transaction& transaction);
void save_sealing(db::Transaction& transaction, const Sealing& sealing, base::Instant at);

}  // namespace sealing
