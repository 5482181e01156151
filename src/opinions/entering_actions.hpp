// Entering what came back, and striking what was entered by mistake.
#pragma once

#include "opinions/collection_actions.hpp"

namespace opinions {

/// Writes sheets of one meeting one behind the other, their numbers going on. A step for actions.
class SheetWriter {
  public:
    SheetWriter(Recorder& recorder, LifeMeetingId meeting);
    /// `origin`: digest of the workbook it came in; "" : none.
    void write(const Sheet& sheet, std::string_view origin = {});
    /// In the place of what is struck, on the same sheet; returns the id it was given.
    OpinionId write(SheetId sheet, const Line& line);
    [[nodiscard]] std::int64_t opinions_written() const { return written_; }

  private:
    Recorder& recorder_;
    LifeMeetingId meeting_;
    LastOpinionNumbers last_;
    std::int64_t written_ = 0;
};

/// One or several sheets, all or none; a sheet that is there as it was sent is left as it is.
/// Refuses: life_meeting_unknown, as why_not(enter), opinions_are_not_collected_yet, check(),
/// same_id_other_content.
[[nodiscard]] base::Result<CollectionView> enter_sheets(const Needs& needs,
                                                        const base::Actor& actor, LifeMeetingId id,
                                                        const std::vector<Sheet>& sheets);
/// Refuses: opinion_unknown (also to those who do not see its meeting), as check(correction).
[[nodiscard]] base::Result<CollectionView> strike_opinion(const Needs& needs,
                                                          const base::Actor& actor, OpinionId id,
                                                          const Correction& correction);

}  // namespace opinions
