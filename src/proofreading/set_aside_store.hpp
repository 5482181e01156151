// Findings set aside in the database. One function a statement; decides nothing.
#pragma once

#include "db/database.hpp"
#include "proofreading/set_aside.hpp"

namespace proofreading {

[[nodiscard]] SetAsides list_set_aside(db::Transaction& transaction, base::ProgrammeId programme,
                                       std::string_view digest);
/// Over what stood there before.
void save_set_aside(db::Transaction& transaction, const FindingPlace& place, const SetAside& what);
/// Whether there was one.
bool delete_set_aside(db::Transaction& transaction, const FindingPlace& place);

}  // namespace proofreading
