// Steps on notices that several actions take, in the caller's transaction. Not actions themselves.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ledger/notice_actions.hpp"

namespace ledger {

/// A notice about these measures, of one programme, to one unit; nothing is written yet. Refuses:
/// measure_not_found (also outside the actor's scope), rows_of_several_units.
[[nodiscard]] base::Result<Notice> notice_about(db::Transaction& transaction,
                                                const base::Actor& actor, const NewNotice& wanted);
/// Inserted as the office's own proposal, with what its kind asks for filled in; `found` is quoted
/// after the basis. Refuses: notice_kind_unknown (args accepted).
[[nodiscard]] base::Result<Notice> insert_proposal(Recorder& recorder, const Notice& wanted,
                                                   std::string_view found = {});
[[nodiscard]] base::Error kind_unknown(const Ladder& ladder, const std::string& kind);
void note(Recorder& recorder, std::string_view act, const Notice& notice,
          std::vector<std::pair<std::string, std::string>> more = {});

}  // namespace ledger
