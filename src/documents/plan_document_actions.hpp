// Making the plan of a programme and the plans of its units from what the system holds. Steps for
// the actions of documents.
#pragma once

#include "documents/document_actions.hpp"

namespace documents {

/// The subject is a version of the plan, or a programme: then its last version that the actor sees,
/// and where none was begun its ledger, with the texts of the document that it was imported from.
/// A version in review or issued is printed as it stood then. Refuses plan_unknown.
[[nodiscard]] base::Result<Document> make_plan(const Needs& needs, db::Transaction& transaction,
                                               const base::Actor& actor,
                                               const WantedDocument& wanted);
/// Refuses sub_plan_is_not_there, also where the actor sees nothing of what the unit leads.
[[nodiscard]] base::Result<Document> make_sub_plan(const Needs& needs, db::Transaction& transaction,
                                                   const base::Actor& actor,
                                                   const WantedDocument& wanted);

}  // namespace documents
