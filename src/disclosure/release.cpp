#include "disclosure/release.hpp"

#include <algorithm>

#include "base/names.hpp"
#include "base/text_length.hpp"

namespace disclosure {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;
using Refusal = std::optional<base::Error>;

constexpr std::array<std::string_view, 2> audience_names{"internal", "public"};
constexpr std::array<std::string_view, 4> source_names{"outline", "text", "release", "edition"};
constexpr std::array<std::string_view, 6> state_names{"draft",     "submitted", "approved",
                                                      "published", "exempted",  "withdrawn"};
constexpr std::array<std::string_view, 8> act_names{"write",     "submit",  "exempt", "approve",
                                                    "give_back", "publish", "object", "withdraw"};

Refusal illegal(std::string_view code) {
    return refuse(ErrorKind::illegal_transition, code);
}
Refusal forbidden(std::string_view code) {
    return refuse(ErrorKind::forbidden, code);
}

Refusal not_a_draft(ReleaseState state) {
    switch (state) {
        case ReleaseState::draft: break;
        case ReleaseState::submitted: return illegal("release_is_submitted");
        case ReleaseState::approved: return illegal("release_is_approved");
        case ReleaseState::published: return illegal("release_is_published");
        case ReleaseState::exempted: return illegal("release_is_exempted");
        case ReleaseState::withdrawn: return illegal("release_is_withdrawn");
    }
    return std::nullopt;
}

Refusal not_to_be_decided(const Release& release, const Makers& makers, const base::Actor& actor) {
    if (!actor.may(Act::sign)) return forbidden("only_signers_approve_releases");
    if (release.state != ReleaseState::submitted) return illegal("release_is_not_submitted");
    if (std::find(makers.begin(), makers.end(), actor.id) != makers.end())
        return forbidden("nobody_reviews_their_own");
    return std::nullopt;
}

Refusal no_reason(std::string_view reason) {
    return base::why_too_short(base::trim(reason), "reason_too_short", "reason");
}

void note_empty(std::vector<base::Error>& faults, std::string_view text, std::string_view field) {
    if (base::trim(text).empty()) faults.push_back(refuse(ErrorKind::invalid, "text_empty", field));
}

struct DayFault {
    std::string_view code, field;
};
base::Error wrong_day(const DayFault& fault, base::Date day, base::Date accepted) {
    return refuse(ErrorKind::invalid, fault.code, fault.field,
                  {{"value", base::to_text(day)}, {"accepted", base::to_text(accepted)}});
}

bool is_address(std::string_view link) {
    return link.starts_with("https://") || link.starts_with("http://");
}

}  // namespace

std::string_view name_of(Audience audience) {
    return audience_names[static_cast<std::size_t>(audience)];
}
std::optional<Audience> audience_of(std::string_view name) {
    return base::named<Audience>(audience_names, name);
}
std::string_view words_of(Audience audience) {
    return audience == Audience::internal ? "党内公开" : "向社会公开";
}
std::string_view name_of(Source source) {
    return source_names[static_cast<std::size_t>(source)];
}
std::optional<Source> source_of(std::string_view name) {
    return base::named<Source>(source_names, name);
}
std::string_view name_of(ReleaseState state) {
    return state_names[static_cast<std::size_t>(state)];
}
std::optional<ReleaseState> release_state_of(std::string_view name) {
    return base::named<ReleaseState>(state_names, name);
}
std::string_view name_of(ReleaseAct act) {
    return act_names[static_cast<std::size_t>(act)];
}

bool sees_inside(const base::Actor& actor, bool covered) {
    return covered && actor.may(Act::read_names) &&
           actor.acts.has_any({Act::edit_ledger, Act::sign});
}

Makers makers_of(const Release& release, const std::vector<Passage>& passages) {
    Makers makers{release.begun.account};
    if (release.submitted) makers.push_back(release.submitted->account);
    for (const auto& one : passages)
        if (one.decided_by) makers.push_back(*one.decided_by);
    return makers;
}

Refusal why_not(ReleaseAct act, const Release& release, const Makers& makers,
                const base::Actor& actor) {
    if (act == ReleaseAct::approve || act == ReleaseAct::give_back)
        return not_to_be_decided(release, makers, actor);
    if (!actor.may(Act::edit_ledger)) return forbidden("only_the_office_keeps_releases");
    const auto state = release.state;
    switch (act) {
        case ReleaseAct::publish:
            return state == ReleaseState::approved ? std::nullopt
                                                   : illegal("release_is_not_approved");
        case ReleaseAct::object:
            return state == ReleaseState::published ? std::nullopt
                                                    : illegal("release_is_not_published");
        case ReleaseAct::withdraw:
            return state == ReleaseState::withdrawn ? illegal("release_is_withdrawn")
                                                    : std::nullopt;
        default: return not_a_draft(state);
    }
}

base::Result<Release> submit(Release release, const std::vector<Passage>& passages,
                             const Paragraphs& out, const std::vector<std::string>& left) {
    const auto open = std::count_if(passages.begin(), passages.end(),
                                    [](const Passage& one) { return one.open(); });
    if (open > 0)
        return refuse(ErrorKind::illegal_transition, "passages_are_undecided", {},
                      {{"count", std::to_string(open)}});
    if (!left.empty())
        return refuse(ErrorKind::illegal_transition, "personal_data_is_left", {},
                      {{"count", std::to_string(left.size())}, {"value", left.front()}});
    if (out.empty()) return *illegal("nothing_is_left_to_publish");
    release.state = ReleaseState::submitted;
    release.exemption.reset();
    release.opinion.clear();
    return release;
}

base::Result<Release> exempt(Release release, const Exemption& wanted) {
    if (wanted.ground == Ground::wording)
        return refuse(ErrorKind::invalid, "ground_missing", "ground");
    if (auto no = no_reason(wanted.reason)) return *no;
    release.state = ReleaseState::submitted;
    release.exemption = wanted;
    release.opinion.clear();
    return release;
}

base::Result<Release> approve(Release release, std::vector<Passage>& passages,
                              const std::vector<std::int64_t>& consents) {
    if (release.exemption) {
        release.state = ReleaseState::exempted;
        return release;
    }
    std::int64_t missing = 0;
    for (auto& one : passages) {
        if (!one.needs_consent()) continue;
        one.consented = std::find(consents.begin(), consents.end(), one.number) != consents.end();
        if (!one.consented) ++missing;
    }
    if (missing > 0)
        return refuse(ErrorKind::illegal_transition, "kept_passages_need_consent", {},
                      {{"count", std::to_string(missing)}});
    release.state = ReleaseState::approved;
    return release;
}

base::Result<Release> give_back(Release release, std::string_view reason) {
    if (auto no = no_reason(reason)) return *no;
    release.state = ReleaseState::draft;
    release.exemption.reset();
    release.opinion = reason;
    return release;
}

base::Result<Release> publish(Release release, const Publication& wanted, base::Date today) {
    std::vector<base::Error> faults;
    note_empty(faults, wanted.channel, "channel");
    const auto approved = release.decided ? base::date_of(release.decided->at) : wanted.on;
    if (wanted.on > today) faults.push_back(wrong_day({"day_lies_ahead", "on"}, wanted.on, today));
    if (wanted.on < approved)
        faults.push_back(wrong_day({"published_before_the_approval", "on"}, wanted.on, approved));
    if (wanted.objections_until && *wanted.objections_until < wanted.on)
        faults.push_back(
            wrong_day({"day_is_over", "objections_until"}, *wanted.objections_until, wanted.on));
    if (!wanted.link.empty() && !is_address(wanted.link))
        faults.push_back(
            refuse(ErrorKind::invalid, "link_is_no_address", "link", {{"value", wanted.link}}));
    if (auto wrong = base::together(std::move(faults))) return *wrong;
    release.state = ReleaseState::published;
    release.publication = wanted;
    return release;
}

base::Result<Release> withdraw(Release release, std::string_view reason) {
    if (auto no = no_reason(reason)) return *no;
    release.state = ReleaseState::withdrawn;
    release.withdrawal = reason;
    return release;
}

base::Result<void> check(const Objection& wanted, const Release& release, base::Date today) {
    std::vector<base::Error> faults;
    note_empty(faults, wanted.text, "text");
    if (wanted.received_on > today)
        faults.push_back(wrong_day({"day_lies_ahead", "received_on"}, wanted.received_on, today));
    if (release.publication && wanted.received_on < release.publication->on)
        faults.push_back(wrong_day({"received_before_the_publication", "received_on"},
                                   wanted.received_on, release.publication->on));
    if (auto wrong = base::together(std::move(faults))) return *wrong;
    return {};
}

Paragraphs paragraphs_of(std::string_view text) {
    Paragraphs paragraphs;
    while (!text.empty()) {
        const auto line = base::trim(base::cut(text, '\n'));
        if (!line.empty()) paragraphs.emplace_back(line);
    }
    return paragraphs;
}

std::string joined(const Paragraphs& paragraphs) {
    std::string text;
    for (const auto& one : paragraphs) text += (text.empty() ? "" : "\n") + one;
    return text;
}

std::string digest_of(base::Algorithm algorithm, const std::string& title,
                      const Paragraphs& paragraphs) {
    return base::digest(algorithm, title + "\n" + joined(paragraphs));
}

}  // namespace disclosure
