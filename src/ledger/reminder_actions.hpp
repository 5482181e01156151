// One round of reminding, by the program itself.
#pragma once

#include "ledger/recorder_actions.hpp"
#include "ledger/reminder.hpp"
#include "ledger/reminder_store.hpp"

namespace ledger {

/// One message for each unit, programme and step, never one for each row. At the first step those
/// who report hear of it, at the closer ones the unit's leaders too, and once it is overdue the
/// office. Before eight in the morning, and without a ladder, nothing. Returns how many events it
/// made. Several copies of the program may do it at once.
std::int64_t remind(const Needs& needs, const ReminderLadder& ladder);

}  // namespace ledger
