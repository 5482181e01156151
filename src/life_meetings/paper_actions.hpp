// An official document of a life meeting: to look at, and to take out with its page heads and its
// entry in the programme's journal. What it says is made by whoever asks.
#pragma once

#include <functional>

#include "documents/document_actions.hpp"
#include "life_meetings/opening_actions.hpp"

namespace life_meetings {

/// Makes the paper of an opened meeting. `which`: the parameter {which} of the path, "" without
/// one. Refuses what its maker refuses.
using PaperMaker = std::function<base::Result<documents::Document>(
    db::Transaction& transaction, const Opened& opened, std::string_view which)>;
struct AskedPaper {
    LifeMeetingId meeting;
    std::string which;
};

/// Refuses: life_meeting_unknown, as the maker.
[[nodiscard]] base::Result<documents::Document> view_paper(const documents::Needs& needs,
                                                           const base::Actor& actor,
                                                           const AskedPaper& asked,
                                                           const PaperMaker& make);
/// Refuses besides: document_is_no_table (xlsx), pdf_needs_program, pdf_not_made.
[[nodiscard]] base::Result<documents::DocumentFile> take_out_paper(const documents::Needs& needs,
                                                                   const base::Actor& actor,
                                                                   const AskedPaper& asked,
                                                                   const PaperMaker& make,
                                                                   documents::FileForm form);

}  // namespace life_meetings
