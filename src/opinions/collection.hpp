// How opinions are collected for a life meeting: by which channels, from whom, until when, on which
// form (R97, R98, R104, R105). What comes back: opinion.hpp; what comes by a code: ballot.hpp.
// Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "life_meetings/life_meeting.hpp"

namespace opinions {

using life_meetings::LifeMeeting;
using life_meetings::LifeMeetingId;
using life_meetings::ParticipantId;
using life_meetings::Standing;
inline constexpr std::size_t form_title_chars_max = 60;
inline constexpr std::int64_t handed_out_max = 100'000;

/// The last one is the page that is opened by a code; nobody enters sheets by it.
enum class Channel {
    symposium,    // 座谈会
    visit,        // 上门走访
    box,          // 意见箱
    form,         // 征求意见表
    network,      // 网络征询
    interview,    // 个别约谈
    field_study,  // 实地调研
    written,      // 书面征求
    code,         // 匿名网页
};
inline constexpr Channel opinion_channels[]{
    Channel::symposium, Channel::visit,       Channel::box,     Channel::form, Channel::network,
    Channel::interview, Channel::field_study, Channel::written, Channel::code};
[[nodiscard]] std::string_view name_of(Channel channel);
[[nodiscard]] std::optional<Channel> channel_of(std::string_view name);
[[nodiscard]] std::string_view words_of(Channel channel);

/// Who was asked.
enum class Voice {
    lower_units,      // 下级党组织
    departments,      // 部门（科室）
    portfolio,        // 分管领域
    team_members,     // 班子成员
    party_members,    // 党员
    masses,           // 干部群众
    staff_delegates,  // 职工（教职工）代表
    villages,         // 村（居）
    delegates,        // 两代表一委员
    served,           // 服务对象
    others,           // 其他
};
inline constexpr Voice opinion_voices[]{
    Voice::lower_units,   Voice::departments, Voice::portfolio,       Voice::team_members,
    Voice::party_members, Voice::masses,      Voice::staff_delegates, Voice::villages,
    Voice::delegates,     Voice::served,      Voice::others};
[[nodiscard]] std::string_view name_of(Voice voice);
[[nodiscard]] std::optional<Voice> voice_of(std::string_view name);
[[nodiscard]] std::string_view words_of(Voice voice);

struct ChannelChoice {
    Channel channel = Channel::form;
    std::int64_t handed_out = 0;  // forms, invitations; 0: not counted
    bool operator==(const ChannelChoice&) const = default;
};

struct CollectionTerms {
    std::string form_title;
    base::Date finish_on;
    std::vector<ChannelChoice> channels;
    std::vector<Voice> voices;
    bool operator==(const CollectionTerms&) const = default;
};

struct Collection {
    LifeMeetingId meeting;
    CollectionTerms terms;
    std::int64_t version = 1;
    bool operator==(const Collection&) const = default;

    [[nodiscard]] bool has(Channel channel) const;
    [[nodiscard]] bool has(Voice voice) const;
};

/// What the office does with opinions.
enum class KeeperAct {
    choose,       // channels and whom to ask
    enter,        // what came back
    make_codes,   // for the page without accounts
    open_box,     // of what came by codes
    strike,       // what was entered by mistake
    deliver,      // to whom it is about
    receive_for,  // note that somebody signed on paper
    gather,       // problems for leaders to take on
};
inline constexpr KeeperAct keeper_acts[]{
    KeeperAct::choose, KeeperAct::enter,   KeeperAct::make_codes,  KeeperAct::open_box,
    KeeperAct::strike, KeeperAct::deliver, KeeperAct::receive_for, KeeperAct::gather};
[[nodiscard]] std::string_view name_of(KeeperAct act);

/// Refuses, in this order: only_the_keeper_collects_opinions, life_meeting_is_closed,
/// life_meeting_is_cancelled.
[[nodiscard]] std::optional<base::Error> why_not(KeeperAct act, const LifeMeeting& meeting,
                                                 const Standing& standing);
/// Refuses, together: opinion_channels_missing (channels), opinion_voices_missing (voices).
[[nodiscard]] base::Result<void> check(const CollectionTerms& terms);

}  // namespace opinions
