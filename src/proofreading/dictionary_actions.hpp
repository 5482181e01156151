// Keeping the dictionary: one function a thing, one transaction with its entry in the journal.
#pragma once

#include "ledger/recorder_actions.hpp"
#include "proofreading/dictionary.hpp"

namespace proofreading {

/// All of it, what is switched off too, and whether this person may change it.
struct DictionaryView {
    Dictionary entries;
    bool may_keep = false;
};
[[nodiscard]] DictionaryView view_dictionary(const ledger::Needs& needs, const base::Actor& actor);

/// The versions a house made of an entry, newest first; behind them what the program brings along.
/// Refuses: wording_unknown.
[[nodiscard]] base::Result<Dictionary> view_versions(const ledger::Needs& needs,
                                                     std::string_view id);

/// A house's own, under an id the client made; sending it twice does it once. Refuses:
/// only_the_office_keeps_the_dictionary, as check(), wording_is_there_already (args value: another
/// entry in force has the same wrong words), dictionary_is_full, same_id_other_content.
[[nodiscard]] base::Result<Entry> add_entry(const ledger::Needs& needs, const base::Actor& actor,
                                            const Entry& wanted);
/// The next version of any entry, switching it off and on again among them. Refuses as above,
/// wording_unknown, somebody_else_changed_it.
[[nodiscard]] base::Result<Entry> change_entry(const ledger::Needs& needs, const base::Actor& actor,
                                               const Entry& wanted);

}  // namespace proofreading
