// The same as record_sheet.hpp for life meetings: what was said at one, the report on it. From
// types to texts.
#pragma once

#include "dossier/record_sheet.hpp"
#include "sittings/life_text.hpp"

namespace dossier {

struct SatMeeting {
    life_meetings::LifeMeeting meeting;
    sittings::Sitting sitting;
    std::vector<sittings::RecordEntry> entries;
    std::vector<sittings::Remark> remarks;
};
[[nodiscard]] Record record_of(const SatMeeting& one);
[[nodiscard]] Record report_of(const life_meetings::LifeMeeting& meeting,
                               const sittings::LifeText& report);

}  // namespace dossier
