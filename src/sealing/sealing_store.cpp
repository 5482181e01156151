#include "sealing/sealing_store.hpp"

#include <array>

#include "base/names.hpp"

namespace sealing {
namespace {

constexpr std::array<std::string_view, 3> state_names{"off", "partly", "whole"};

constexpr std::string_view load_sql = "SELECT state, key_name FROM sealing WHERE only_row = 1";
constexpr std::string_view save_sql =
    "UPDATE sealing SET state = $1, key_name = $2, changed_at = $3 WHERE only_row = 1";

}  // namespace

std::string_view name_of(State state) {
    return state_names[static_cast<std::size_t>(state)];
}

Sealing load_sealing(db::Transaction& transaction) {
    return transaction
        .first(load_sql, {},
               [](const db::Row& row) {
                   const auto state = base::named<State>(state_names, row.text(0));
                   return Sealing{state.value_or(State::partly), row.string(1)};
               })
        .value_or(Sealing{});
}

void save_sealing(db::Transaction& transaction, const Sealing& sealing, base::Instant at) {
    transaction.execute(save_sql, {name_of(sealing.state), sealing.key_name, at});
}

}  // namespace sealing
