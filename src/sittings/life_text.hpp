// Texts of a life meeting that the office writes and issues: what the host says, the report on the
// meeting (情况报告), the bulletin that tells of it (通报稿). Each begins as a draft from what
// happened: figures are counted, names and numbers of criticisms stand in it, never their words.
// A line that begins 一、 is a heading. Pure.
#pragma once

#include "sittings/list_item.hpp"
#include "sittings/preparation.hpp"

namespace sittings {

inline constexpr std::size_t life_text_chars_max = 60'000;

enum class LifeTextKind { host_script, report, bulletin };
inline constexpr LifeTextKind life_text_kinds[]{LifeTextKind::host_script, LifeTextKind::report,
                                                LifeTextKind::bulletin};
[[nodiscard]] std::string_view name_of(LifeTextKind kind);
[[nodiscard]] std::optional<LifeTextKind> life_text_kind_of(std::string_view name);
/// As its title says: 情况报告 …
[[nodiscard]] std::string_view words_of(LifeTextKind kind);

struct LifeText {
    LifeTextKind kind = LifeTextKind::report;
    std::string text;
    std::int64_t version = 0;  // 0: nothing was written yet
    base::Instant at;
    std::string by;
    std::optional<base::Date> issued_on;  // from then on it stays as it is
    std::string issued_by, digest;
};

/// Whoever takes part in running the meeting; report and bulletin the team and the superior, too.
[[nodiscard]] bool sees_text(LifeTextKind kind, const Standing& standing);
/// Refuses: only_the_office_writes_texts, life_text_is_issued, sitting_is_not_over (but for the
/// script of the host).
[[nodiscard]] std::optional<base::Error> why_not_write_text(const LifeText& before,
                                                            const LifeMeeting& meeting,
                                                            const Standing& standing);
/// Refuses: as above, somebody_else_changed_it (version), text_empty (text).
[[nodiscard]] base::Result<LifeText> write_text(const LifeText& before, std::string_view text,
                                                std::int64_t seen, const base::Actor& actor,
                                                base::Instant now);
/// Refuses: text_empty, text_has_gaps (text; args value: what is still to be filled in),
/// issued_in_the_future (issued_on; args value, accepted).
[[nodiscard]] base::Result<LifeText> issue_text(const LifeText& before, base::Date on,
                                                const base::Actor& actor, base::Date today);

/// What drafts are made from.
struct TextFacts {
    const LifeMeeting& meeting;
    const Sitting& sitting;
    RecordFigures record;
    std::vector<ListItem> team_list;
    std::int64_t personal_items = 0, from_feedback = 0, from_opinions = 0, from_criticism = 0;
    Preparation made;
};
/// What only people know stands as 〔…〕 and must be filled in before it is issued.
[[nodiscard]] std::string draft_of(LifeTextKind kind, const TextFacts& facts);

}  // namespace sittings
