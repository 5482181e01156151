// What the actions of this module need; all of it outlives the routes.
#pragma once

#include "base/clock.hpp"
#include "db/database.hpp"

namespace notify {

struct Needs {
    db::Database& database;
    const base::Clock& clock;
};

}  // namespace notify
