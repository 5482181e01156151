// Opinions that stand in a workbook, a row each, rows of one sheet by their number: what would be
// entered, what is wrong and in which cell. A sheet with a bad row stays out as a whole. Pure.
#pragma once

#include "office/filled_sheet.hpp"
#include "opinions/opinion.hpp"

namespace opinions {

inline constexpr std::size_t opinion_rows_max = 5'000;

/// The columns, as the template heads them.
inline constexpr std::string_view sheet_heading = "表号", channel_heading = "征求方式",
                                  voice_heading = "征求对象", about_heading = "对谁提的",
                                  text_heading = "意见原文", team_in_words = "领导班子";

/// The cells of a row as they are written, without white space at their ends.
struct OpinionCells {
    office::SheetPlace at;
    std::string sheet, channel, voice, about, text;
};
struct FilledOpinions {
    std::vector<OpinionCells> rows;
    std::vector<office::SheetFault> faults;  // of whole sheets: columns that are missing
};

struct OpinionImport {
    std::vector<Sheet> sheets;  // without ids
    std::int64_t opinions = 0;
    std::vector<office::SheetFault> faults;
    std::vector<std::size_t> bad_rows;  // places in the rows, ascending
};

/// Whom one may name: 领导班子, then each of the team; who shares a name with the title behind it.
[[nodiscard]] std::vector<std::pair<std::string, std::optional<ParticipantId>>> abouts_of(
    const LifeMeeting& meeting);

/// Of a row: opinion_cell_missing (args value: the heading), opinion_channel_not_chosen,
/// opinion_voice_not_chosen, opinion_cell_names_nobody (args value, accepted), text_too_long; of
/// rows of one sheet: sheet_says_two_things (args value).
[[nodiscard]] OpinionImport plan_opinion_import(const FilledOpinions& filled,
                                                const Collection& collection,
                                                const LifeMeeting& meeting);

}  // namespace opinions
