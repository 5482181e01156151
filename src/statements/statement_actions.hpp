// What people do with statements of self-examination. Each change is one transaction with its entry
// in the programme's chain: who did what to whose, never what it says. Looking at what another
// wrote leaves an entry, too.
#pragma once

#include "life_meetings/opening_actions.hpp"
#include "statements/examination.hpp"
#include "statements/statement_store.hpp"

namespace statements {

using life_meetings::Needs;
using life_meetings::Opened;

/// Days of the meeting's steps that concern statements; none where its plan has no such step.
struct StatementDays {
    std::optional<base::Date> drafts, own_review, upward_review;
};
[[nodiscard]] StatementDays days_of(const LifeMeeting& meeting);
/// Whose it is: a name, "班子".
[[nodiscard]] std::string owner_of(const Statement& one, const LifeMeeting& meeting);
/// Which it is: "林晓个人发言提纲", "班子对照检查材料".
[[nodiscard]] std::string label_of(const Statement& one, const LifeMeeting& meeting);

struct ListedStatement {
    Statement statement;
    Sight sight = Sight::nothing;
    std::int64_t open_remarks = 0;  // 0 to whom it shows nothing but its state
    std::vector<StatementAct> may;
};
struct StatementList {
    Opened opened;
    Asked asked;
    std::vector<ListedStatement> rows;  // those in sight; the team's first, then as they speak
    std::vector<StatementKind> may_begin;
    bool may_ask = false;
};
/// Refuses life_meeting_unknown.
[[nodiscard]] base::Result<StatementList> list_statements_of(const Needs& needs,
                                                             const base::Actor& actor,
                                                             LifeMeetingId meeting);
/// Refuses besides: as why_not_ask(), somebody_else_changed_it.
[[nodiscard]] base::Result<StatementList> change_asked(const Needs& needs, const base::Actor& actor,
                                                       LifeMeetingId meeting, const Asked& wanted);

struct StatementView {
    Opened opened;
    Statement statement;
    Asked asked;
    Relation relation;
    Sight sight = Sight::nothing;
    std::vector<Section> sections;
    std::vector<SectionHint> hints;
    std::vector<DismissedHint> dismissed;
    std::vector<Remark> remarks;
    std::vector<StatementStep> steps;
};
struct NewStatement {
    StatementId id;
    LifeMeetingId meeting;
    StatementKind kind = StatementKind::individual;
};
/// With the sections that the meeting asks for. Refuses: life_meeting_unknown, as why_not_begin(),
/// statement_is_begun (there is one).
[[nodiscard]] base::Result<StatementView> begin_statement(const Needs& needs,
                                                          const base::Actor& actor,
                                                          const NewStatement& wanted);
/// Refuses statement_unknown (also to whom it shows nothing), as do all below.
[[nodiscard]] base::Result<StatementView> view_statement(const Needs& needs,
                                                         const base::Actor& actor, StatementId id);

struct SectionPlace {
    StatementId statement;
    std::int64_t position = 0;
};
struct SectionDraft {
    std::int64_t revision = 0;
    std::string text;
};
/// Refuses besides: as why_not(write), statement_section_unknown, as write().
[[nodiscard]] base::Result<StatementView> write_section(const Needs& needs,
                                                        const base::Actor& actor,
                                                        const SectionPlace& place,
                                                        const SectionDraft& draft);
/// To whoever writes it. Refuses besides: only_the_person_writes_it.
[[nodiscard]] base::Result<std::vector<Wording>> list_wordings_of(const Needs& needs,
                                                                  const base::Actor& actor,
                                                                  const SectionPlace& place);

struct WantedStep {
    std::int64_t version = 0;
    StatementAct act = StatementAct::hand_in;
    std::string words;
};
/// Refuses besides: somebody_else_changed_it, as why_not(), as moved().
[[nodiscard]] base::Result<StatementView> take_step(const Needs& needs, const base::Actor& actor,
                                                    StatementId id, const WantedStep& wanted);

struct NewRemark {
    RemarkId id;
    std::int64_t position = 0;
    std::string quote, words;
};
/// Sent again: as it is. Refuses besides: as why_not(remark), statement_section_unknown,
/// quote_unknown (quote: does not stand in what was handed in), text_empty (words).
[[nodiscard]] base::Result<StatementView> add_remark(const Needs& needs, const base::Actor& actor,
                                                     StatementId id, const NewRemark& wanted);
struct RemarkAnswer {
    RemarkId id;
    bool adopted = true;
    std::string words;
};
/// Refuses besides: remark_unknown, as answered().
[[nodiscard]] base::Result<StatementView> answer_remark(const Needs& needs,
                                                        const base::Actor& actor, StatementId id,
                                                        const RemarkAnswer& wanted);
struct HintDecision {
    std::int64_t position = 0;
    HintKind kind{};
    std::string sentence, because;
    bool dismissed = true;
};
/// Whoever reviews says that a hint does not hold. Refuses besides: only_the_reviewer_reviews_it.
[[nodiscard]] base::Result<StatementView> decide_hint(const Needs& needs, const base::Actor& actor,
                                                      StatementId id, const HintDecision& wanted);
/// As a hint is kept and found again.
[[nodiscard]] DismissedHint kept_as(std::int64_t position, const PointedHint& hint);

/// Steps for actions.
[[nodiscard]] base::Result<StatementView> load_view(db::Transaction& transaction,
                                                    const Opened& opened, StatementId id);
/// The meeting of a statement. Refuses statement_unknown.
[[nodiscard]] base::Result<LifeMeetingId> meeting_of(const Needs& needs, StatementId id);
/// Everything that the author sees, whoever asks.
[[nodiscard]] Whole load_whole(db::Transaction& transaction, const Statement& statement);
void note_statement(life_meetings::Recorder& recorder, std::string_view act, const Opened& opened,
                    const Statement& one,
                    std::vector<std::pair<std::string, std::string>> more = {});

}  // namespace statements
