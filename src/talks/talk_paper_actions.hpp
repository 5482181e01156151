// Papers of talks: to look at, and to take out with page heads and an entry of the programme's
// journal. The filled record is for nobody but the two.
#pragma once

#include "documents/document_actions.hpp"
#include "talks/opening_actions.hpp"

namespace talks {

enum class TalkPaper {
    blank,   // 谈心谈话记录表 of a meeting, empty
    matrix,  // 谈心谈话情况表 of a meeting, of what the reader sees of it
    record,  // 谈心谈话记录表 of a talk
};
struct WantedTalkPaper {
    TalkPaper which = TalkPaper::blank;
    base::Uuid subject;  // the meeting, or the talk
};

/// Refuses: life_meeting_unknown or talk_unknown, talk_is_not_yours (record).
[[nodiscard]] base::Result<documents::Document> view_talk_paper(const documents::Needs& needs,
                                                                const base::Actor& actor,
                                                                const WantedTalkPaper& wanted);
/// Refuses besides: document_is_no_table (xlsx; all but the matrix), pdf_needs_program,
/// pdf_not_made.
[[nodiscard]] base::Result<documents::DocumentFile> take_out_talk_paper(
    const documents::Needs& needs, const base::Actor& actor, const WantedTalkPaper& wanted,
    documents::FileForm form);

}  // namespace talks
