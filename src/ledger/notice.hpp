// Notices of supervision (督办): a numbered letter to one unit about measures of one programme that
// are near, late, sent back or at a standstill. The ladder proposes, the office issues or lets it
// be, the unit signs for it and answers, the office closes (domain 2.5, 5.1). The table of states
// stands in docs/states.md. What is to be put right at once, while the inspection goes on, is told
// by a notice too: about a matter instead of measures, signed for by the principal. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/ladder.hpp"
#include "ledger/measure.hpp"

namespace ledger {

using NoticeId = base::Id<struct NoticeTag>;
inline constexpr std::size_t notice_rows_max = 50, contact_chars_max = 100;

enum class NoticeState { proposed, issued, signed_for, answered, closed, dismissed };
inline constexpr NoticeState notice_states[]{NoticeState::proposed,   NoticeState::issued,
                                             NoticeState::signed_for, NoticeState::answered,
                                             NoticeState::closed,     NoticeState::dismissed};
enum class NoticeAct { edit, issue, dismiss, sign, answer, send_back, close };
inline constexpr NoticeAct notice_acts[]{NoticeAct::edit, NoticeAct::issue,  NoticeAct::dismiss,
                                         NoticeAct::sign, NoticeAct::answer, NoticeAct::send_back,
                                         NoticeAct::close};
[[nodiscard]] std::string_view name_of(NoticeState state);
[[nodiscard]] std::optional<NoticeState> notice_state_of(std::string_view name);
[[nodiscard]] std::string_view name_of(NoticeAct act);
[[nodiscard]] std::optional<NoticeAct> notice_act_of(std::string_view name);

/// A measure the notice is about; texts are copies as they stood when it was issued.
struct NoticeItem {
    MeasureId measure;
    std::string anchor;  // what it stood on the rung by: see reminder_store.hpp
    std::int64_t number = 0;
    std::string text, deadline_text;
    std::optional<base::Date> due_on;
    MeasureStatus status = MeasureStatus::not_started;
    std::string responsible;  // leaders and handlers by name: "陈立新、李强"
    bool operator==(const NoticeItem&) const = default;
};

struct NoticeStep {
    NoticeAct act = NoticeAct::issue;
    base::Instant at;
    base::AccountId by_account;
    std::string by;
    std::string text;  // the answer, the reason
    bool operator==(const NoticeStep&) const = default;
};

/// What the office writes.
struct NoticeTexts {
    std::string basis;        // 依据
    std::string requirement;  // 要求
    std::string contact;      // 联系人
    std::optional<base::Date> reply_by;
    std::string matter;  // 问题, of what is put right at once; else ""
    bool operator==(const NoticeTexts&) const = default;
};

struct Notice {
    NoticeId id;
    ProgrammeId programme;
    base::UnitId unit;                       // to whom
    std::string programme_title, unit_name;  // read with the row
    std::string kind;                        // its name, see Ladder
    std::string rung;                        // key of the rung that proposed it; "" : the office
    Colour colour = Colour::yellow;
    NoticeState state = NoticeState::proposed;
    std::int64_t number = 0;  // running within programme and kind, never reused; 0 before
    std::string mark;         // 文号
    NoticeTexts texts;
    bool helped = false;  // of a closed one
    base::Instant made_at;
    std::vector<NoticeItem> items;  // by number
    std::vector<NoticeStep> steps;  // in order
    std::int64_t version = 1;
    bool operator==(const Notice&) const = default;
};

/// About a matter that is put right at once.
[[nodiscard]] bool is_at_once(const Notice& notice);
/// Refuses notice_matter_missing (args accepted): it says too little.
[[nodiscard]] std::optional<base::Error> why_no_matter(std::string_view matter);

/// Whether an act is refused now. Refuses, in this order:
/// edit, issue, dismiss: only_the_office_issues_notices, notice_is_decided;
/// sign, answer: only_the_addressed_unit_answers, notice_is_not_in_force, notice_is_closed, then
/// sign: notice_is_signed_for, of one at once only_the_principal_signs_for_it; answer:
/// sign_for_the_notice_first, notice_is_answered; send_back, close: only_the_office_closes_notices,
/// notice_is_not_in_force, notice_is_closed, then send_back: notice_is_not_answered. The unit is
/// whoever may report or claim within sight of it; the office never is.
[[nodiscard]] std::optional<base::Error> why_not(NoticeAct act, const Notice& notice,
                                                 const base::Actor& actor);

/// Under which number it goes out.
struct NoticeNumber {
    std::int64_t number = 0;
    std::string mark;
};
/// Refuses: as why_not(edit), notice_has_no_rows, of one at once as why_no_matter().
[[nodiscard]] base::Result<Notice> edit(const Notice& before, const NoticeTexts& texts,
                                        const std::vector<MeasureId>& measures,
                                        const base::Actor& actor);
/// Refuses: as why_not(issue), notice_has_no_rows or as why_no_matter(), then all together as form
/// errors: notice_text_missing (basis, requirement), reply_by_is_over (args accepted).
[[nodiscard]] base::Result<Notice> issue(const Notice& before, const NoticeNumber& number,
                                         const base::Actor& actor, base::Instant now);
/// Refuses: as why_not(dismiss), reason_too_short.
[[nodiscard]] base::Result<Notice> dismiss(const Notice& before, std::string_view reason,
                                           const base::Actor& actor, base::Instant now);
[[nodiscard]] base::Result<Notice> sign(const Notice& before, const base::Actor& actor,
                                        base::Instant now);
/// Refuses: as why_not(answer), answer_too_short.
[[nodiscard]] base::Result<Notice> answer(const Notice& before, std::string_view text,
                                          const base::Actor& actor, base::Instant now);
/// The unit answers again. Refuses: as why_not(send_back), reason_too_short.
[[nodiscard]] base::Result<Notice> send_back(const Notice& before, std::string_view reason,
                                             const base::Actor& actor, base::Instant now);
/// `helped`: the ladder proposes nothing further about these rows. Refuses: as why_not(close); of
/// one that was not answered: reason_too_short.
[[nodiscard]] base::Result<Notice> close(const Notice& before, bool helped, std::string_view note,
                                         const base::Actor& actor, base::Instant now);

/// Whom a notice about a row goes to: the first responsible unit that is registered, else the first
/// that leads, else the inspected one.
[[nodiscard]] base::UnitId addressee_of(const Responsibility& responsibility,
                                        base::UnitId inspected);
/// The persons a row names, each once, leaders first.
[[nodiscard]] std::string responsible_in(const Responsibility& responsibility);
/// What a new notice refers to.
[[nodiscard]] std::string default_basis(const std::string& programme_title);
/// What a new one at once refers to.
[[nodiscard]] std::string default_basis_at_once(const Programme& programme);
/// How far an issued one is past its day of reply; none where nothing is waited for.
[[nodiscard]] std::optional<int> days_to_reply(const Notice& notice, base::Date today);

}  // namespace ledger
