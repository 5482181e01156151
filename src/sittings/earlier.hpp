// Measures of the life meeting before (R133): what its lists say, for each as whose in this one,
// and what the ledger says of it now; so that statements and the record take them in and nobody
// types them again. Pure.
#pragma once

#include "sittings/list_item.hpp"

namespace sittings {

struct EarlierMeasure {
    std::optional<ParticipantId> owner;  // as they take part in this meeting; nobody: the team's
    std::string problem, measure;
    std::string status;  // of the problem in the ledger; "" : does not stand there
    bool operator==(const EarlierMeasure&) const = default;
};
/// In the order of the lists. What belongs to somebody who is not of this team is left out. A
/// person is known by who they are, else by their name.
[[nodiscard]] std::vector<EarlierMeasure> earlier_of(const LifeMeeting& earlier,
                                                     const std::vector<ListItem>& items,
                                                     const LifeMeeting& now);
/// As lists are seen; recorders besides, once each reports on them aloud.
[[nodiscard]] bool sees_earlier(const std::optional<ParticipantId>& owner,
                                const LifeMeeting& meeting, const Standing& standing);

}  // namespace sittings
