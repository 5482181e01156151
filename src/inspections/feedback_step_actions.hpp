// What the actions on feedback have in common: steps in the caller's transaction; not actions.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "inspections/feedback_actions.hpp"

namespace inspections {

[[nodiscard]] base::Error feedback_unknown();
/// An entry about the feedback; facts without a value are left out.
void note(ledger::Recorder& recorder, std::string_view act, const Feedback& feedback,
          std::vector<std::pair<std::string, std::string>> facts = {});
[[nodiscard]] FeedbackView view_of(db::Transaction& transaction, const Feedback& feedback,
                                   const base::Actor& actor);

/// Loads, checks that it is what the actor saw, lets `act` make of it what it will be and say what
/// is to be noted.
template <class Change>
base::Result<FeedbackView> changed(const Needs& needs, const base::Actor& actor,
                                   const SeenFeedback& seen, Change act) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<FeedbackView> {
        const auto found = find_feedback(transaction, seen.id, actor.scope);
        if (!found) return feedback_unknown();
        auto recorder = ledger::Recorder::open(transaction, needs, actor, found->programme);
        if (!recorder) return feedback_unknown();
        const auto before = find_feedback(transaction, seen.id, actor.scope);
        if (!before) return feedback_unknown();
        if (auto fresh = ledger::check_version(before->version, seen.version); !fresh)
            return fresh.error();
        const base::Result<Feedback> after = act(*recorder, *before);
        if (!after) return after.error();
        if (*after == *before) return view_of(transaction, *after, actor);
        if (auto saved = save_feedback(transaction, *after); !saved) return saved.error();
        recorder->finish();
        return view_of(transaction, *after, actor);
    });
}

/// As changed(), for acts of which only who did them and when is noted.
template <class Change>
base::Result<FeedbackView> changed(const Needs& needs, const base::Actor& actor,
                                   const SeenFeedback& seen, std::string_view name, Change act) {
    return changed(
        needs, actor, seen,
        [&](ledger::Recorder& recorder, const Feedback& before) -> base::Result<Feedback> {
            auto after = act(before, recorder.today());
            if (after && *after != before) note(recorder, name, *after);
            return after;
        });
}

}  // namespace inspections
