// What people do with notices. Each change is one transaction with its entry in the programme's
// chain.
#pragma once

#include "ledger/notice_store.hpp"
#include "ledger/recorder_actions.hpp"

namespace ledger {

struct NewNotice {
    NoticeId id;
    std::string kind;
    std::vector<MeasureId> measures;
};
/// A proposal of the office's own, with what the kind asks for filled in. Sent again: as it is.
/// Refuses: only_the_office_issues_notices, notice_has_no_rows, measure_not_found (also outside the
/// actor's scope), rows_of_several_units (of several programmes, too), notice_kind_unknown (args
/// accepted), same_id_other_content.
[[nodiscard]] base::Result<Notice> propose_notice(const Needs& needs, const base::Actor& actor,
                                                  const NewNotice& wanted);

struct NewAtOnce {
    NoticeId id;
    ProgrammeId programme;
    std::string matter;
};
/// To the inspected unit, about what is to be put right at once, feedback or not; requirement and
/// basis filled in. Sent again: as it is. Refuses: only_the_office_issues_notices, as
/// why_no_matter(), programme_not_found, same_id_other_content.
[[nodiscard]] base::Result<Notice> propose_at_once(const Needs& needs, const base::Actor& actor,
                                                   const NewAtOnce& wanted);

/// A notice as somebody saw it before acting on it. All below refuse: notice_unknown (also outside
/// the actor's sight), somebody_else_changed_it, then as the rule of their name in notice.hpp.
struct SeenNotice {
    NoticeId id;
    std::int64_t version = 0;
};
/// What the office made of a proposal; `measures` are those that stay.
struct NoticeDraft {
    NoticeTexts texts;
    std::vector<MeasureId> measures;
};
[[nodiscard]] base::Result<Notice> edit_notice(const Needs& needs, const base::Actor& actor,
                                               const SeenNotice& seen, const NoticeDraft& draft);
/// As the draft has it; without a day of reply, so many working days from today as its kind says;
/// without a contact, whoever issues it. Refuses besides: notice_kind_unknown (args accepted).
[[nodiscard]] base::Result<Notice> issue_notice(const Needs& needs, const base::Actor& actor,
                                                const SeenNotice& seen, const NoticeDraft& draft);
[[nodiscard]] base::Result<Notice> dismiss_notice(const Needs& needs, const base::Actor& actor,
                                                  const SeenNotice& seen, std::string_view reason);
[[nodiscard]] base::Result<Notice> sign_for_notice(const Needs& needs, const base::Actor& actor,
                                                   const SeenNotice& seen);
[[nodiscard]] base::Result<Notice> answer_notice(const Needs& needs, const base::Actor& actor,
                                                 const SeenNotice& seen, std::string_view text);
[[nodiscard]] base::Result<Notice> send_back_answer(const Needs& needs, const base::Actor& actor,
                                                    const SeenNotice& seen,
                                                    std::string_view reason);
[[nodiscard]] base::Result<Notice> close_notice(const Needs& needs, const base::Actor& actor,
                                                const SeenNotice& seen, bool helped,
                                                std::string_view note);

/// Refuses: notice_unknown.
[[nodiscard]] base::Result<Notice> view_notice(const Needs& needs, const base::Actor& actor,
                                               NoticeId id);
[[nodiscard]] NoticePage list_notice_page(const Needs& needs, const base::Actor& actor,
                                          const NoticeFilter& filter);
/// Refuses: programme_not_found.
[[nodiscard]] base::Result<std::vector<NoticeCounts>> count_notices_of_units(
    const Needs& needs, const base::Actor& actor, ProgrammeId programme);

/// What waits for the actor: to issue and to close for the office, to sign for and to answer for a
/// unit; the first few of each.
struct WaitingNotices {
    NoticeAct act = NoticeAct::issue;
    NoticePage page;
};
[[nodiscard]] std::vector<WaitingNotices> list_waiting_notices(const Needs& needs,
                                                               const base::Actor& actor);

}  // namespace ledger
