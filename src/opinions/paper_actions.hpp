// Loading what the papers about opinions say, for whoever asks.
#pragma once

#include "life_meetings/paper_actions.hpp"
#include "opinions/collection_actions.hpp"

namespace opinions {

/// `which` of the path: form, report, summary, or the id of a participant for their 反馈单.
/// Refuses: document_kind_unknown, opinions_are_not_collected_yet, opinions_are_for_those_concerned
/// (the summary to whoever is told no words; the 反馈单 of somebody else to whoever is not the
/// keeper).
[[nodiscard]] life_meetings::PaperMaker opinion_papers(const base::Clock& clock);
/// The keeper's look at words leaves its entry. Refuses: life_meeting_unknown.
[[nodiscard]] base::Result<void> note_paper_read(const Needs& needs, const base::Actor& actor,
                                                 const life_meetings::AskedPaper& asked);

}  // namespace opinions
