// Which statement is printed for whom: the makers that the routes of papers ask, and the entry that
// somebody read what another wrote. Steps for actions.
#pragma once

#include "life_meetings/paper_actions.hpp"
#include "statements/criticism_store.hpp"
#include "statements/statement_actions.hpp"

namespace statements {

using documents::Document;

/// `which`: "team" or whose it is. As far as the reader sees it. Refuses statement_unknown,
/// statement_is_not_readable (only its state is shown).
[[nodiscard]] base::Result<Document> make_statement(db::Transaction& transaction,
                                                    const Opened& opened, std::string_view which);
/// Refuses besides statement_is_not_yours_to_check.
[[nodiscard]] base::Result<Document> make_reviews(db::Transaction& transaction,
                                                  const Opened& opened, std::string_view which);
/// All that were approved and that the reader may read. Refuses nothing_is_approved.
[[nodiscard]] base::Result<Document> make_compilation(db::Transaction& transaction,
                                                      const Opened& opened, std::string_view which);
/// One's own. Refuses only_the_team_criticises.
[[nodiscard]] base::Result<Document> make_criticisms(db::Transaction& transaction,
                                                     const Opened& opened, std::string_view which);

/// Before a paper goes out. Nothing of the own one, nor where there is none.
void note_printed(const Needs& needs, const base::Actor& actor, LifeMeetingId meeting,
                  std::string_view which);

}  // namespace statements
