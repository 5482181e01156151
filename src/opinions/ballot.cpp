#include "opinions/ballot.hpp"

#include <array>

#include "base/digest.hpp"

namespace opinions {
namespace {

using base::ErrorKind;
using base::refuse;

/// Thirty-two of them, without 0, 1, I and O.
constexpr std::string_view letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
static_assert(letters.size() == 32);

}  // namespace

base::Uuid random_uuid(base::Random& random) {
    base::Uuid uuid;
    random.fill(uuid.bytes);
    uuid.bytes[6] = static_cast<std::uint8_t>((uuid.bytes[6] & 0x0f) | 0x40);
    uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3f) | 0x80);
    return uuid;
}

std::string new_code(base::Random& random) {
    std::array<std::uint8_t, code_chars> bytes{};
    random.fill(bytes);
    std::string code;
    for (const auto byte : bytes) code += letters[byte % letters.size()];
    return code;
}

std::string in_groups(std::string_view code) {
    std::string text;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (i > 0 && i % 4 == 0) text += '-';
        text += code[i];
    }
    return text;
}

std::string digest_of_code(std::string_view typed) {
    std::string plain = "opinion code ";
    for (const char c : typed) {
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (letters.find(upper) != std::string_view::npos) plain += upper;
    }
    return base::digest(base::Algorithm::sha256, plain);
}

std::optional<base::Error> why_not_make(std::int64_t count, const BoxState& box,
                                        const Collection& collection, base::Date today) {
    if (collection.terms.finish_on < today)
        return refuse(ErrorKind::illegal_transition, "opinions_are_collected_no_more", {},
                      {{"value", base::to_text(collection.terms.finish_on)}});
    if (box.codes + count > codes_max)
        return refuse(ErrorKind::invalid, "too_many_opinion_codes", "count",
                      {{"accepted", std::to_string(codes_max - box.codes)}});
    return std::nullopt;
}

std::optional<base::Error> why_not_open(const BoxState& box, const Collection& collection,
                                        base::Date today) {
    if (box.ballots == 0) return refuse(ErrorKind::illegal_transition, "opinion_box_is_empty");
    if (box.ballots >= ballots_at_once_min || collection.terms.finish_on < today)
        return std::nullopt;
    return refuse(ErrorKind::illegal_transition, "opinion_box_waits", {},
                  {{"count", std::to_string(box.ballots)},
                   {"accepted", std::to_string(ballots_at_once_min)},
                   {"until", base::to_text(collection.terms.finish_on)}});
}

bool takes_ballots(const Collection& collection, const LifeMeeting& meeting, base::Date today) {
    using life_meetings::LifeState;
    return collection.has(Channel::code) && today <= collection.terms.finish_on &&
           meeting.state != LifeState::closed && meeting.state != LifeState::cancelled;
}

base::Result<void> check(const Ballot& ballot, const Collection& collection,
                         const LifeMeeting& meeting) {
    auto faults = faults_of(ballot.lines, meeting);
    if (!collection.has(ballot.voice))
        faults.insert(faults.begin(),
                      refuse(ErrorKind::invalid, "opinion_voice_not_chosen", "voice",
                             {{"value", std::string(words_of(ballot.voice))}}));
    if (auto fault = base::together(std::move(faults))) return *fault;
    return {};
}

}  // namespace opinions
