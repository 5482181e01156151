// A text of a programme on its way to the public (公开), for the Party (internal) or for society
// (public): what is not to go out is replaced passage by passage, a second person approves, then it
// is published and objections are noted; or it is withdrawn; or it is decided that the whole is not
// made public. The text that was approved never changes: what is to change begins anew. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "base/instant.hpp"
#include "disclosure/passage.hpp"
#include "narrative/edition.hpp"

namespace disclosure {

using base::ProgrammeId;
using ObjectionId = base::Id<struct ObjectionTag>;
using ReleaseId = base::Id<struct ReleaseTag>;

inline constexpr std::size_t title_chars_max = 200, text_chars_max = 100'000,
                             paragraphs_max = 3'000, channel_chars_max = 200, link_chars_max = 500,
                             number_chars_max = 60, contact_chars_max = 200,
                             objection_chars_max = 2'000;

enum class Audience { internal, society };
[[nodiscard]] std::string_view name_of(Audience audience);
[[nodiscard]] std::optional<Audience> audience_of(std::string_view name);
/// 党内公开, 向社会公开.
[[nodiscard]] std::string_view words_of(Audience audience);

/// Where its text comes from.
enum class Source {
    outline,  // made of the ledger: the public notice
    text,     // given by somebody
    release,  // an earlier one, with what was decided of it
    edition,  // an issued edition of a report
};
[[nodiscard]] std::string_view name_of(Source source);
[[nodiscard]] std::optional<Source> source_of(std::string_view name);

enum class ReleaseState { draft, submitted, approved, published, exempted, withdrawn };
inline constexpr ReleaseState release_states[]{ReleaseState::draft,    ReleaseState::submitted,
                                               ReleaseState::approved, ReleaseState::published,
                                               ReleaseState::exempted, ReleaseState::withdrawn};
[[nodiscard]] std::string_view name_of(ReleaseState state);
[[nodiscard]] std::optional<ReleaseState> release_state_of(std::string_view name);

enum class ReleaseAct { write, submit, exempt, approve, give_back, publish, object, withdraw };
inline constexpr ReleaseAct release_acts[]{
    ReleaseAct::write,     ReleaseAct::submit,  ReleaseAct::exempt, ReleaseAct::approve,
    ReleaseAct::give_back, ReleaseAct::publish, ReleaseAct::object, ReleaseAct::withdraw};
[[nodiscard]] std::string_view name_of(ReleaseAct act);

/// That the whole is not made public, and why.
struct Exemption {
    Ground ground = Ground::other_sensitive;
    std::string reason;
    bool operator==(const Exemption&) const = default;
};
struct Publication {
    base::Date on;
    std::string channel;  // 区政府门户网站
    std::string link, number;
    std::optional<base::Date> objections_until;  // the last day on which objections are taken
    std::string by;
    bool operator==(const Publication&) const = default;
};
/// Something somebody did, and when.
struct Step {
    base::AccountId account;
    std::string name;
    base::Instant at;
    bool operator==(const Step&) const = default;
};

struct Release {
    ReleaseId id;
    ProgrammeId programme;
    std::string programme_title;  // read with the row
    std::int64_t number = 1;      // of the programme
    Audience audience = Audience::society;
    std::string title;
    Source source = Source::outline;
    std::optional<ReleaseId> previous;
    std::optional<narrative::EditionId> edition;
    ReleaseState state = ReleaseState::draft;
    std::int64_t last_passage = 0;  // the last number of a passage that was given
    Step begun;
    std::optional<Step> submitted, decided, withdrawn;
    std::optional<Exemption> exemption;  // asked for, or decided
    std::string opinion;                 // with which it was approved or returned
    std::string withdrawal;              // why it was withdrawn
    std::string digest;                  // of what was approved
    base::Algorithm algorithm = base::Algorithm::sha256;
    std::optional<Publication> publication;
    std::int64_t version = 1;
    bool operator==(const Release&) const = default;
};

struct Objection {
    ObjectionId id;
    base::Date received_on;
    std::string text, answer;
    std::string by;
    base::Instant at;
    bool operator==(const Objection&) const = default;
};

/// Whether this person sees what a release hides: whoever keeps or signs, and sees the programme as
/// a whole (`covered`). Others see what was published.
[[nodiscard]] bool sees_inside(const base::Actor& actor, bool covered);

/// Everybody who had a hand in it: who began, submitted, decided of a passage.
using Makers = std::vector<base::AccountId>;
[[nodiscard]] Makers makers_of(const Release& release, const std::vector<Passage>& passages);

/// Whether an act is refused now. Refuses, in this order: approve, give_back:
/// only_signers_approve_releases, release_is_not_submitted, nobody_reviews_their_own (also whoever
/// had a hand in it); every other: only_the_office_keeps_releases; then publish:
/// release_is_not_approved; object: release_is_not_published; withdraw: release_is_withdrawn;
/// write, submit, exempt: release_is_submitted, release_is_approved, release_is_published,
/// release_is_exempted, release_is_withdrawn.
[[nodiscard]] std::optional<base::Error> why_not(ReleaseAct act, const Release& release,
                                                 const Makers& makers, const base::Actor& actor);

/// Requires of each below: why_not() of its act is nothing.
/// `left`: what still names somebody in the text as it would go out. Refuses:
/// passages_are_undecided (args count), personal_data_is_left (args count, value: the first),
/// nothing_is_left_to_publish.
[[nodiscard]] base::Result<Release> submit(Release release, const std::vector<Passage>& passages,
                                           const Paragraphs& out,
                                           const std::vector<std::string>& left);
/// Refuses: reason_too_short, ground_missing (of wording: that hides nothing).
[[nodiscard]] base::Result<Release> exempt(Release release, const Exemption& wanted);
/// `consents`: numbers of the passages whose keeping is consented to. Refuses:
/// kept_passages_need_consent (args count).
[[nodiscard]] base::Result<Release> approve(Release release, std::vector<Passage>& passages,
                                            const std::vector<std::int64_t>& consents);
/// Refuses: reason_too_short.
[[nodiscard]] base::Result<Release> give_back(Release release, std::string_view reason);
/// Refuses together: text_empty (channel), day_lies_ahead (on; args value, accepted),
/// published_before_the_approval (on; args value, accepted), day_is_over (objections_until; args
/// value, accepted), link_is_no_address (link; args value).
[[nodiscard]] base::Result<Release> publish(Release release, const Publication& wanted,
                                            base::Date today);
/// Refuses: reason_too_short.
[[nodiscard]] base::Result<Release> withdraw(Release release, std::string_view reason);
/// Refuses together: text_empty (text), day_lies_ahead (received_on; args value, accepted),
/// received_before_the_publication (received_on; args value, accepted).
[[nodiscard]] base::Result<void> check(const Objection& wanted, const Release& release,
                                       base::Date today);

/// A text in paragraphs: a line each, trimmed, without empty ones.
[[nodiscard]] Paragraphs paragraphs_of(std::string_view text);
[[nodiscard]] std::string joined(const Paragraphs& paragraphs);
/// Over title and paragraphs, by which anybody can tell whether a text is the approved one.
[[nodiscard]] std::string digest_of(base::Algorithm algorithm, const std::string& title,
                                    const Paragraphs& paragraphs);

}  // namespace disclosure
