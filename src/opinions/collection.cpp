#include "opinions/collection.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"

namespace opinions {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, std::size(opinion_channels)> channel_names{
    "symposium", "visit", "box", "form", "network", "interview", "field_study", "written", "code"};
constexpr std::array<std::string_view, std::size(opinion_channels)> channel_words{
    "座谈会",   "上门走访", "意见箱",   "征求意见表", "网络征询",
    "个别约谈", "实地调研", "书面征求", "匿名网页"};
constexpr std::array<std::string_view, std::size(opinion_voices)> voice_names{
    "lower_units",     "departments", "portfolio", "team_members", "party_members", "masses",
    "staff_delegates", "villages",    "delegates", "served",       "others"};
constexpr std::array<std::string_view, std::size(opinion_voices)> voice_words{
    "下级党组织", "部门（科室）", "分管领域",     "班子成员", "党员", "干部群众",
    "职工代表",   "村（居）",     "两代表一委员", "服务对象", "其他"};
constexpr std::array<std::string_view, std::size(keeper_acts)> act_names{
    "choose", "enter", "make_codes", "open_box", "strike", "deliver", "receive_for", "gather"};

template <class Named, std::size_t count>
std::string_view in(const std::array<std::string_view, count>& names, Named one) {
    return names[static_cast<std::size_t>(one)];
}

}  // namespace

std::string_view name_of(Channel channel) {
    return in(channel_names, channel);
}
std::optional<Channel> channel_of(std::string_view name) {
    return base::named<Channel>(channel_names, name);
}
std::string_view words_of(Channel channel) {
    return in(channel_words, channel);
}
std::string_view name_of(Voice voice) {
    return in(voice_names, voice);
}
std::optional<Voice> voice_of(std::string_view name) {
    return base::named<Voice>(voice_names, name);
}
std::string_view words_of(Voice voice) {
    return in(voice_words, voice);
}
std::string_view name_of(KeeperAct act) {
    return in(act_names, act);
}

bool Collection::has(Channel channel) const {
    return std::any_of(terms.channels.begin(), terms.channels.end(),
                       [&](const ChannelChoice& one) { return one.channel == channel; });
}
bool Collection::has(Voice voice) const {
    return std::find(terms.voices.begin(), terms.voices.end(), voice) != terms.voices.end();
}

std::optional<base::Error> why_not(KeeperAct, const LifeMeeting& meeting,
                                   const Standing& standing) {
    using life_meetings::LifeState;
    if (!standing.keeper) return refuse(ErrorKind::forbidden, "only_the_keeper_collects_opinions");
    if (meeting.state == LifeState::closed)
        return refuse(ErrorKind::illegal_transition, "life_meeting_is_closed");
    if (meeting.state == LifeState::cancelled)
        return refuse(ErrorKind::illegal_transition, "life_meeting_is_cancelled");
    return std::nullopt;
}

base::Result<void> check(const CollectionTerms& terms) {
    std::vector<base::Error> faults;
    if (terms.channels.empty())
        faults.push_back(refuse(ErrorKind::invalid, "opinion_channels_missing", "channels"));
    if (terms.voices.empty())
        faults.push_back(refuse(ErrorKind::invalid, "opinion_voices_missing", "voices"));
    if (auto fault = base::together(std::move(faults))) return *fault;
    return {};
}

}  // namespace opinions
