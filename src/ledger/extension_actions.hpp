// Asking for a later deadline, deciding on it, and looking at what was asked for. Each change is
// one transaction with its entry in the programme's chain.
#pragma once

#include "ledger/extension_store.hpp"
#include "ledger/recorder_actions.hpp"

namespace ledger {

struct NewExtension {
    ExtensionId id;
    base::Date wanted_on;
    std::string reason;
    Signature leader;
};
/// Sent again with the same content: as it is. Refuses: measure_not_found, problem_not_found (also
/// outside the actor's scope), same_id_other_content, as why_not_extend(), as ask_for().
[[nodiscard]] base::Result<Extension> ask_for_extension(const Needs& needs,
                                                        const base::Actor& actor, RowRef row,
                                                        const NewExtension& wanted);

/// An extension as somebody saw it before acting on it.
struct SeenExtension {
    ExtensionId id;
    std::int64_t version = 0;
};
/// When it is approved the row has the new deadline, its measures with it. Refuses:
/// extension_unknown (also when the row lies outside the actor's scope), somebody_else_changed_it,
/// as decide(); for an approval: deadline_changed_meanwhile, and what keeps the row from being
/// worked on.
[[nodiscard]] base::Result<Extension> decide_extension(const Needs& needs, const base::Actor& actor,
                                                       const SeenExtension& seen, bool agreed,
                                                       std::string_view note);
/// Refuses: extension_unknown, somebody_else_changed_it, as withdraw().
[[nodiscard]] base::Result<Extension> withdraw_extension(const Needs& needs,
                                                         const base::Actor& actor,
                                                         const SeenExtension& seen);

/// Of one row, and whether another may be asked for.
struct RowExtensions {
    std::vector<Extension> rows;  // the latest first
    bool may_ask = false;
};
/// Refuses: measure_not_found, problem_not_found.
[[nodiscard]] base::Result<RowExtensions> list_row_extensions(const Needs& needs,
                                                              const base::Actor& actor, RowRef row);
[[nodiscard]] ExtensionPage list_extension_page(const Needs& needs, const base::Actor& actor,
                                                const ExtensionFilter& filter);

}  // namespace ledger
