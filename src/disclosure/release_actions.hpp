// Making a text ready for the public, and looking at it. Each change is one transaction with its
// entry in the programme's chain; of the text the journal keeps counts and digests.
#pragma once

#include <filesystem>

#include "disclosure/known_store.hpp"
#include "disclosure/release_store.hpp"
#include "narrative/edition_store.hpp"
#include "proofreading/proofread_actions.hpp"
#include "reports/ledger_book_actions.hpp"

namespace disclosure {

using reports::Needs;

/// A release as its page shows it.
struct ReleaseView {
    Release release;
    bool inside = false;                // whether this person sees what it hides
    Paragraphs text;                    // the text inside; empty for others
    std::vector<Passage> passages;      // as above
    Paragraphs out;                     // as it would go out, or as it was approved
    bool intact = true;                 // what was approved still has its digest
    std::vector<Objection> objections;  // for those who see inside
    std::int64_t objections_count = 0;
    std::vector<ReleaseAct> may;
};
/// Refuses release_unknown (also outside the actor's sight), as do all below.
[[nodiscard]] base::Result<ReleaseView> view_release(const Needs& needs, const base::Actor& actor,
                                                     ReleaseId id);
/// Read as it would go out, whose persons are named in it first. Refuses besides:
/// only_insiders_proofread_releases.
[[nodiscard]] base::Result<proofreading::Reading> proofread_release(const Needs& needs,
                                                                    const base::Actor& actor,
                                                                    ReleaseId id);
/// A release as somebody saw it before acting on it: refuses somebody_else_changed_it.
struct SeenRelease {
    ReleaseId id;
    std::int64_t version = 0;
};
/// Puts right what was read, findings by their keys: each becomes a passage in other words, beside
/// those that hide, and whoever approves sees it among them. What stands in words that were put
/// there, or in a passage that was found, is not put right. Refuses: as why_not(write),
/// nothing_to_put_right (fixes).
[[nodiscard]] base::Result<ReleaseView> correct_release(const Needs& needs,
                                                        const base::Actor& actor,
                                                        const SeenRelease& seen,
                                                        const proofreading::Chosen& fixes);
struct ReleaseList {
    std::vector<Release> rows;  // the last one first
    Hiding hiding;
    bool may_begin = false;
    std::vector<narrative::Edition> editions = {};  // that a text may begin with, the last first
};
/// Refuses programme_not_found.
[[nodiscard]] base::Result<ReleaseList> list_releases_of(const Needs& needs,
                                                         const base::Actor& actor,
                                                         ProgrammeId programme);
/// What waits for this person: to be approved, to be published.
struct WaitingReleases {
    std::vector<Release> to_approve, to_publish;
};
[[nodiscard]] WaitingReleases list_releases_waiting(const Needs& needs, const base::Actor& actor);

/// All or none. Refuses: as why_not(write), passage_unknown (args value), decide().
[[nodiscard]] base::Result<ReleaseView> decide_passages(const Needs& needs,
                                                        const base::Actor& actor,
                                                        const SeenRelease& seen,
                                                        const std::vector<WantedDecision>& wanted);
/// Refuses: as why_not(write), mark().
[[nodiscard]] base::Result<ReleaseView> mark_passage(const Needs& needs, const base::Actor& actor,
                                                     const SeenRelease& seen,
                                                     const Passage& wanted);
/// Looks again, by the rules as they are now; what was decided stays. Refuses as why_not(write).
[[nodiscard]] base::Result<ReleaseView> search_again(const Needs& needs, const base::Actor& actor,
                                                     const SeenRelease& seen);

/// As the office chose it, or as the program brings it. Refuses programme_not_found.
[[nodiscard]] base::Result<Hiding> change_hiding(const Needs& needs, const base::Actor& actor,
                                                 ProgrammeId programme, const Hiding& wanted);

/// Steps for actions.
[[nodiscard]] ReleaseView show_release(db::Transaction& transaction, const base::Actor& actor,
                                       const Release& release);
[[nodiscard]] Known load_known_for(ledger::Recorder& recorder, const ReleaseTexts& texts,
                                   const Hiding& hiding);
void note(ledger::Recorder& recorder, std::string_view act, const Release& release,
          std::vector<std::pair<std::string, std::string>> more = {});
[[nodiscard]] inline Step step_of(ledger::Recorder& recorder) {
    return {recorder.actor().id, recorder.actor().name, recorder.now()};
}
/// Whether its text may be the beginning of one that goes out: nothing in it is restricted.
[[nodiscard]] inline bool may_go_public(const narrative::Edition& edition) {
    return edition.guards == base::Guards{};
}
/// When the actor sees the programme as a whole.
[[nodiscard]] bool covers_programme(db::Transaction& transaction, const base::Actor& actor,
                                    ProgrammeId programme);
/// Within the actor's sight: everything for those who see inside, what is published for others.
[[nodiscard]] std::optional<Release> find_in_sight(db::Transaction& transaction, ReleaseId id,
                                                   const base::Actor& actor);

/// Loads the release in its programme's turn with its passages, lets `step(recorder, release,
/// passages)` make of it what it will be, saves that with its next version, and shows it.
template <class Step>
base::Result<ReleaseView> on_release(const Needs& needs, const base::Actor& actor,
                                     const SeenRelease& seen, ReleaseAct act, Step step) {
    using Shown = base::Result<ReleaseView>;
    return needs.ledger.database.write([&](db::Transaction& transaction) -> Shown {
        const auto unknown = base::refuse(base::ErrorKind::not_found, "release_unknown");
        const auto found = find_in_sight(transaction, seen.id, actor);
        if (!found) return unknown;
        auto recorder = ledger::Recorder::open(transaction, needs.ledger, actor, found->programme);
        if (!recorder) return unknown;
        const auto before = find_in_sight(transaction, seen.id, actor);
        if (!before) return unknown;
        auto passages = list_passages(transaction, before->id);
        if (auto no = why_not(act, *before, makers_of(*before, passages), actor)) return *no;
        if (auto fresh = ledger::check_version(before->version, seen.version); !fresh)
            return fresh.error();
        base::Result<Release> after = step(*recorder, *before, passages);
        if (!after) return after.error();
        ++after->version;
        if (auto saved = save_release(transaction, *after); !saved) return saved.error();
        recorder->finish();
        return show_release(transaction, actor, *after);
    });
}

}  // namespace disclosure
