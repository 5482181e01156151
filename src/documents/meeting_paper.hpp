// Papers of a meeting: the notice that calls it, its agenda, the sheet on which those who come
// sign, the minutes (纪要格式, GB/T 9704-2012, 10.3) with what was decided, by whom and until when.
// Pure.
#pragma once

#include "documents/paper_words.hpp"
#include "meetings/agenda.hpp"
#include "office/paper.hpp"

namespace documents {

/// A meeting with what of its agenda the reader may see.
struct MeetingSource {
    meetings::Meeting meeting;
    std::vector<meetings::AgendaItem> items;
    std::string issuer = std::string(rectification_office);
};
[[nodiscard]] office::Paper notice_paper(const MeetingSource& source, base::Date today);
[[nodiscard]] office::Paper sign_in_paper(const MeetingSource& source);
/// What is spoken of in which order, who reports, and why it is on the agenda.
[[nodiscard]] office::Paper agenda_paper(const MeetingSource& source);
[[nodiscard]] office::Paper minutes_paper(const MeetingSource& source);

}  // namespace documents
