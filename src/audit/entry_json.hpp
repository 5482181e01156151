// Messages of the journal's page.
#pragma once

#include <span>

#include "audit/entry_actions.hpp"
#include "http/http.hpp"
#include "journal/signing_key.hpp"

namespace audit {

/// actor, act (codes, comma between), kind, subject, chain, from, to (days), text, behind,
/// page_size, brief ("1"). Refuses: text_too_long, expected_date, number_out_of_range,
/// page_mark_not_readable.
[[nodiscard]] base::Result<EntryQuery> read_query(const http::Request& request);

/// {"rows":[…],"next"}: `fields` of a row have "old" and "new" or "value" where they may be seen.
[[nodiscard]] std::string to_json(const EntryPage& page);
/// {"programmes":[{"id","title"}],"signing":{"algorithm","public_key","fingerprint"}}
[[nodiscard]] std::string sources_json(std::span<const ledger::ProgrammeTitle> programmes,
                                       const journal::SigningKey& signing);

}  // namespace audit
