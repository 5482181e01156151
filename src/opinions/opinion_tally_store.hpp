// How many sheets and opinions there are, by channel, by whom they come from, by whom they are
// about; and who was given how many and signed for them. Struck opinions do not count. One function
// a statement.
#pragma once

#include "db/database.hpp"
#include "opinions/opinion.hpp"

namespace opinions {

struct ChannelCount {
    Channel channel = Channel::form;
    Voice voice = Voice::others;
    std::int64_t sheets = 0, opinions = 0;
    bool operator==(const ChannelCount&) const = default;
};
/// By channel and voice, where there are any sheets.
[[nodiscard]] std::vector<ChannelCount> count_sheets(db::Transaction& transaction,
                                                     LifeMeetingId id);
[[nodiscard]] std::int64_t count_blank_sheets(db::Transaction& transaction, LifeMeetingId id);

struct AboutCount {
    std::optional<ParticipantId> about;  // none: the team
    std::int64_t opinions = 0;
    bool operator==(const AboutCount&) const = default;
};
[[nodiscard]] std::vector<AboutCount> count_about(db::Transaction& transaction, LifeMeetingId id);

struct DeliveryCount {
    ParticipantId participant;
    std::int64_t delivered = 0, received = 0;
    std::optional<base::Instant> last_received_at;
    bool on_paper = false;  // some of it
    bool operator==(const DeliveryCount&) const = default;
};
[[nodiscard]] std::vector<DeliveryCount> count_deliveries(db::Transaction& transaction,
                                                          LifeMeetingId id);

/// What waits for somebody in one meeting that is not over.
struct WaitingOpinions {
    LifeMeetingId meeting;
    base::ProgrammeId programme;
    std::string title;
    std::int64_t to_receive = 0, to_claim = 0;
    bool operator==(const WaitingOpinions&) const = default;
};
/// Only meetings in which something waits, by day.
[[nodiscard]] std::vector<WaitingOpinions> list_waiting(db::Transaction& transaction,
                                                        base::PersonId person);

}  // namespace opinions
