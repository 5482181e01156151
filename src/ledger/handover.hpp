// The handing over of what an office-holder leaves undone (责任交接, domain 2.6): the list of what
// is unfinished or has to be kept up for long, signed by who leaves and by who follows, witnessed
// by the supervising side. From the first signature on the list stays as it is. Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "accounts/post.hpp"
#include "ledger/deadline.hpp"
#include "ledger/programme.hpp"
#include "ledger/responsibility.hpp"

namespace ledger {

using HandoverId = base::Id<struct HandoverTag>;
inline constexpr std::size_t risk_note_chars_max = 2'000, witness_unit_chars_max = 200,
                             paper_note_chars_max = 200;
inline constexpr int handover_working_days = 20;  // the practice of domain 2.6

enum class HandoverState { open, completed, taken_back };
enum class HandoverPart { giver, taker, witness };
inline constexpr std::array<HandoverPart, 3> handover_parts{
    HandoverPart::giver, HandoverPart::taker, HandoverPart::witness};

enum class HandoverRow { problem, measure, task };

[[nodiscard]] std::string_view name_of(HandoverState state);
[[nodiscard]] std::optional<HandoverState> handover_state_of(std::string_view name);
[[nodiscard]] std::string_view name_of(HandoverPart part);
[[nodiscard]] std::optional<HandoverPart> handover_part_of(std::string_view name);
[[nodiscard]] std::string_view name_of(HandoverRow row);
/// As documents say it: 问题.
[[nodiscard]] std::string_view words_of(HandoverRow row);
[[nodiscard]] std::optional<HandoverRow> handover_row_of(std::string_view name);

/// Somebody in a handover; `name` is read with the row, never written.
struct HandoverPerson {
    base::PersonId id;
    std::string name;
    bool operator==(const HandoverPerson&) const = default;
};

struct HandoverSignature {
    HandoverPart part = HandoverPart::giver;
    base::Instant at;  // when it was given or, on paper, registered
    base::AccountId by_account;
    std::string by_name;
    bool on_paper = false;  // somebody else registered what was signed on paper
    base::Date signed_on;
    std::string note;  // where the paper is kept
    bool operator==(const HandoverSignature&) const = default;
};

struct Handover {
    HandoverId id;
    accounts::PostId post;
    std::string post_title;  // read with the row
    bool post_is_head = false;
    base::UnitId unit;
    std::string unit_name, unit_path;  // read with the row
    HandoverPerson giver;
    std::optional<HandoverPerson> taker;
    std::optional<accounts::PostId> taker_post;
    std::string witness_unit;  // 监交单位, as it is written
    std::string risk_note;     // 风险提示
    HandoverState state = HandoverState::open;
    std::string list_digest;  // "" before the first signature
    base::Instant opened_at;
    base::AccountId opened_by;
    std::string opened_by_name;
    base::Date due_on;
    std::optional<base::Instant> ended_at;
    std::vector<HandoverSignature> signatures;
    std::int64_t version = 1;

    [[nodiscard]] const HandoverSignature* signature(HandoverPart part) const;
    bool operator==(const Handover&) const = default;
};

/// A row as it stood when the list was made.
struct HandoverItem {
    std::int64_t position = 0;
    ProgrammeId programme;
    std::string programme_title;  // read with the row
    HandoverRow kind = HandoverRow::problem;
    base::Uuid row;
    std::int64_t row_number = 0;
    std::string text, status;
    DeadlineKind deadline = DeadlineKind::unspecified;
    std::optional<base::Date> due_on;
    std::optional<std::int64_t> percent;
    std::vector<HolderRole> roles;  // the giver's own in the row (of a task: its handler); none:
                                    // it is the unit's
    bool kept = false;              // stays with the giver, who holds another post
    base::Guards guards = {};       // of the row; not read back
    bool operator==(const HandoverItem&) const = default;
};

/// What the signatures are under: every row of the list, one a line.
[[nodiscard]] std::string text_of(const std::vector<HandoverItem>& items);

enum class HandoverAct { change, name_taker, take_back };
/// Of what a person may do to a handover now, apart from their part in it. Refuses, in this order:
/// only_the_office_keeps_handovers (change, name_taker, take_back), handover_is_over,
/// handover_is_signed (change, take_back), taker_is_named (take_back), taker_has_signed
/// (name_taker).
[[nodiscard]] std::optional<base::Error> why_not(HandoverAct act, const Handover& handover,
                                                 const base::Actor& actor);

struct HandoverTexts {
    std::string risk_note, witness_unit;
};
/// Refuses: as why_not(change), giver and taker may change it too while nobody signed.
[[nodiscard]] base::Result<Handover> change(const Handover& before, const HandoverTexts& wanted,
                                            const base::Actor& actor);
/// Whoever registers posts may say who follows, so this asks nobody's powers. Refuses
/// giver_takes_nothing_over.
[[nodiscard]] base::Result<Handover> name_taker(const Handover& before, const HandoverPerson& taker,
                                                accounts::PostId post);
/// The post is held as before. Refuses: as why_not(take_back).
[[nodiscard]] base::Result<Handover> take_back(const Handover& before, const base::Actor& actor,
                                               base::Instant now);

/// What is signed, by whom.
struct HandoverSigning {
    HandoverPart part = HandoverPart::giver;
    bool on_paper = false;
    std::optional<base::Date> signed_on;  // on paper
    std::string note;
};
/// Whether this part is to be signed next or may be: not signed yet, and nothing stands before it.
[[nodiscard]] bool is_its_turn(const Handover& handover, HandoverPart part);
/// Which part an actor may sign in person now, none when none.
[[nodiscard]] std::optional<HandoverPart> part_to_sign(const Handover& handover,
                                                       const base::Actor& actor);
/// Signed in this part already: as it is. `signer_has_account`: whoever signs this part could do so
/// in person. The third signature completes it. Refuses, in this order: handover_is_over,
/// taker_is_not_named, both_sign_before_the_witness; in person: only_who_leaves_signs_as_giver,
/// only_who_follows_signs_as_taker, only_reviewers_witness, nobody_witnesses_what_is_theirs; on
/// paper: only_the_office_registers_paper, who_has_an_account_signs_in_person, paper_needs_a_note,
/// paper_needs_a_day (args accepted).
[[nodiscard]] base::Result<Handover> sign(const Handover& before, const HandoverSigning& signing,
                                          const base::Actor& actor, bool signer_has_account,
                                          base::Instant now);

}  // namespace ledger
