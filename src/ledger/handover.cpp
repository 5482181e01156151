#include "ledger/handover.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"
#include "base/utf8.hpp"

namespace ledger {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 3> state_names{"open", "completed", "taken_back"};
constexpr std::array<std::string_view, 3> part_names{"giver", "taker", "witness"};
constexpr std::array<std::string_view, 3> row_names{"problem", "measure", "task"};

bool is_party(const Handover& handover, const base::Actor& actor) {
    return actor.person == handover.giver.id ||
           (handover.taker && actor.person == handover.taker->id);
}

bool both_signed(const Handover& handover) {
    return handover.signature(HandoverPart::giver) && handover.signature(HandoverPart::taker);
}

/// Whether it is this part's turn.
std::optional<base::Error> why_not_yet(const Handover& handover, HandoverPart part) {
    if (handover.state != HandoverState::open)
        return refuse(ErrorKind::illegal_transition, "handover_is_over");
    if (part == HandoverPart::taker && !handover.taker)
        return refuse(ErrorKind::illegal_transition, "taker_is_not_named");
    if (part == HandoverPart::witness && !both_signed(handover))
        return refuse(ErrorKind::illegal_transition, "both_sign_before_the_witness");
    return std::nullopt;
}

std::optional<base::Error> why_not_in_person(const Handover& handover, HandoverPart part,
                                             const base::Actor& actor) {
    if (part == HandoverPart::giver && actor.person != handover.giver.id)
        return refuse(ErrorKind::forbidden, "only_who_leaves_signs_as_giver");
    if (part == HandoverPart::taker && actor.person != handover.taker->id)
        return refuse(ErrorKind::forbidden, "only_who_follows_signs_as_taker");
    if (part != HandoverPart::witness) return std::nullopt;
    if (!actor.may(Act::review)) return refuse(ErrorKind::forbidden, "only_reviewers_witness");
    if (is_party(handover, actor) || actor.id == handover.opened_by)
        return refuse(ErrorKind::forbidden, "nobody_witnesses_what_is_theirs");
    return std::nullopt;
}

std::optional<base::Error> why_not_on_paper(const HandoverSigning& signing,
                                            const base::Actor& actor, bool signer_has_account,
                                            base::Date today) {
    if (!actor.may(Act::edit_ledger))
        return refuse(ErrorKind::forbidden, "only_the_office_registers_paper");
    if (signer_has_account)
        return refuse(ErrorKind::illegal_transition, "who_has_an_account_signs_in_person");
    if (signing.note.empty()) return refuse(ErrorKind::invalid, "paper_needs_a_note", "note");
    if (!signing.signed_on || *signing.signed_on > today)
        return refuse(ErrorKind::invalid, "paper_needs_a_day", "signed_on",
                      {{"accepted", base::to_text(today)}});
    return std::nullopt;
}

}  // namespace

std::string_view name_of(HandoverState state) {
    return state_names[static_cast<std::size_t>(state)];
}
std::optional<HandoverState> handover_state_of(std::string_view name) {
    return base::named<HandoverState>(state_names, name);
}
std::string_view name_of(HandoverPart part) {
    return part_names[static_cast<std::size_t>(part)];
}
std::optional<HandoverPart> handover_part_of(std::string_view name) {
    return base::named<HandoverPart>(part_names, name);
}
std::string_view name_of(HandoverRow row) {
    return row_names[static_cast<std::size_t>(row)];
}
std::string_view words_of(HandoverRow row) {
    constexpr std::array<std::string_view, 3> words{"问题", "措施", "任务"};
    return words[static_cast<std::size_t>(row)];
}

std::optional<HandoverRow> handover_row_of(std::string_view name) {
    return base::named<HandoverRow>(row_names, name);
}

const HandoverSignature* Handover::signature(HandoverPart part) const {
    const auto found = std::find_if(signatures.begin(), signatures.end(),
                                    [&](const auto& one) { return one.part == part; });
    return found == signatures.end() ? nullptr : &*found;
}

std::string text_of(const std::vector<HandoverItem>& items) {
    std::string text;
    for (const auto& item : items) {
        text += std::to_string(item.position) + '\t' + item.programme.text() + '\t' +
                std::string(name_of(item.kind)) + '\t' + base::to_text(item.row) + '\t' +
                std::to_string(item.row_number) + '\t' + item.status + '\t' +
                std::string(name_of(item.deadline)) + '\t' +
                (item.due_on ? base::to_text(*item.due_on) : "") + '\t' +
                (item.percent ? std::to_string(*item.percent) : "") + '\t';
        for (const auto role : item.roles) text += std::string(name_of(role)) + ' ';
        text += item.kept ? "\tkept\t" : "\t\t";
        text += item.text + '\n';
    }
    return text;
}

std::optional<base::Error> why_not(HandoverAct act, const Handover& handover,
                                   const base::Actor& actor) {
    const bool changes = act == HandoverAct::change;
    const bool takes_back = act == HandoverAct::take_back;
    if (!actor.may(Act::edit_ledger) && !(changes && is_party(handover, actor)))
        return refuse(ErrorKind::forbidden, "only_the_office_keeps_handovers");
    if (handover.state != HandoverState::open)
        return refuse(ErrorKind::illegal_transition, "handover_is_over");
    if ((changes || takes_back) && !handover.signatures.empty())
        return refuse(ErrorKind::illegal_transition, "handover_is_signed");
    if (takes_back && handover.taker)
        return refuse(ErrorKind::illegal_transition, "taker_is_named");
    if (act == HandoverAct::name_taker && handover.signature(HandoverPart::taker))
        return refuse(ErrorKind::illegal_transition, "taker_has_signed");
    return std::nullopt;
}

base::Result<Handover> change(const Handover& before, const HandoverTexts& wanted,
                              const base::Actor& actor) {
    Handover after = before;
    after.risk_note = wanted.risk_note;
    after.witness_unit = wanted.witness_unit;
    if (after == before) return before;
    if (const auto error = why_not(HandoverAct::change, before, actor)) return *error;
    ++after.version;
    return after;
}

base::Result<Handover> name_taker(const Handover& before, const HandoverPerson& taker,
                                  accounts::PostId post) {
    if (taker.id == before.giver.id)
        return refuse(ErrorKind::invalid, "giver_takes_nothing_over", "person_name",
                      {{"value", taker.name}});
    Handover after = before;
    after.taker = taker;
    after.taker_post = post;
    ++after.version;
    return after;
}

base::Result<Handover> take_back(const Handover& before, const base::Actor& actor,
                                 base::Instant now) {
    if (before.state == HandoverState::taken_back) return before;
    if (const auto error = why_not(HandoverAct::take_back, before, actor)) return *error;
    Handover after = before;
    after.state = HandoverState::taken_back;
    after.ended_at = now;
    ++after.version;
    return after;
}

bool is_its_turn(const Handover& handover, HandoverPart part) {
    return !handover.signature(part) && !why_not_yet(handover, part);
}

std::optional<HandoverPart> part_to_sign(const Handover& handover, const base::Actor& actor) {
    for (const auto part : handover_parts)
        if (is_its_turn(handover, part) && !why_not_in_person(handover, part, actor)) return part;
    return std::nullopt;
}

base::Result<Handover> sign(const Handover& before, const HandoverSigning& signing,
                            const base::Actor& actor, bool signer_has_account, base::Instant now) {
    if (before.signature(signing.part)) return before;
    if (const auto error = why_not_yet(before, signing.part)) return *error;
    const auto today = base::date_of(now);
    const auto error = signing.on_paper
                           ? why_not_on_paper(signing, actor, signer_has_account, today)
                           : why_not_in_person(before, signing.part, actor);
    if (error) return *error;
    Handover after = before;
    after.signatures.push_back({signing.part, now, actor.id, actor.name, signing.on_paper,
                                signing.on_paper ? *signing.signed_on : today, signing.note});
    if (after.signatures.size() == handover_parts.size()) {
        after.state = HandoverState::completed;
        after.ended_at = now;
    }
    ++after.version;
    return after;
}

}  // namespace ledger
