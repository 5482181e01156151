// What belongs into the dossier (档案) of a programme: a list of materials by stage, which the
// program brings and the office changes, each filled by what the system holds, by files that are
// put there, or said not to apply; and the pieces (件) that fill them. Pure.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/actor.hpp"
#include "base/instant.hpp"
#include "base/limits.hpp"
#include "base/result.hpp"

namespace dossier {

using base::ProgrammeId;
using FileId = base::Id<struct DossierFileTag>;
using LineId = base::Id<struct DossierLineTag>;
using base::limits::name_chars_max;
using base::limits::reason_chars_max;
inline constexpr std::size_t lines_max = 200, document_chars_max = 100, remark_chars_max = 500;
inline constexpr std::int64_t pages_max = 100'000;

/// In archival order.
enum class Stage {
    feedback,
    publication,
    special_meeting,
    life_meeting,
    plan,
    concentrated,
    reports,
    results,
    follow_up,
    evaluation,
};
inline constexpr std::array<Stage, 10> stages{
    Stage::feedback,  Stage::publication,  Stage::special_meeting, Stage::life_meeting,
    Stage::plan,      Stage::concentrated, Stage::reports,         Stage::results,
    Stage::follow_up, Stage::evaluation};
[[nodiscard]] std::string_view name_of(Stage stage);
[[nodiscard]] std::optional<Stage> stage_of(std::string_view name);
/// As catalogues print it: 集中整改.
[[nodiscard]] std::string_view words_of(Stage stage);

/// From what a line is filled without anybody's doing; see piece_store.cpp for each.
enum class Source {
    files,            // nothing but what people put there
    feedback,         // its file, else its text, once it was delivered
    receipts,         // who signed for it
    declarations,     // what the principal declared and promised
    plans,            // documents that were imported
    special_minutes,  // of mobilisation and leading group
    minutes,          // of the other meetings
    notices,
    slips,
    handovers,
    evidence,
    accountability,
    issued_plans,   // versions of the plan
    plan_reviews,   // rounds of joint review of such
    check_reports,  // of checks that are concluded
    interviews,
    regulations,        // that were issued
    extensions,         // that were decided
    life_reports,       // on life meetings, that were issued
    life_records,       // of life meetings, once they are closed
    progress_reports,   // editions, as they were issued
    principal_reports,  // as above
    statistics_tables,  // annexes of such, as are the next two
    cadres_tables,
    petitions_tables,
    internal_releases,  // texts that were published, as they were approved
    public_releases,
    ledger,     // as it is when a volume is sealed, a new one in each
    chronicle,  // as above
    journal,    // as above
};
inline constexpr std::array<Source, 30> sources{Source::files,
                                                Source::feedback,
                                                Source::receipts,
                                                Source::declarations,
                                                Source::plans,
                                                Source::special_minutes,
                                                Source::minutes,
                                                Source::notices,
                                                Source::slips,
                                                Source::handovers,
                                                Source::evidence,
                                                Source::accountability,
                                                Source::issued_plans,
                                                Source::plan_reviews,
                                                Source::check_reports,
                                                Source::interviews,
                                                Source::regulations,
                                                Source::extensions,
                                                Source::life_reports,
                                                Source::life_records,
                                                Source::progress_reports,
                                                Source::principal_reports,
                                                Source::statistics_tables,
                                                Source::cadres_tables,
                                                Source::petitions_tables,
                                                Source::internal_releases,
                                                Source::public_releases,
                                                Source::ledger,
                                                Source::chronicle,
                                                Source::journal};
[[nodiscard]] std::string_view name_of(Source source);
[[nodiscard]] std::optional<Source> source_of(std::string_view name);
/// Whether it is an annex of an issued report.
[[nodiscard]] bool is_annex(Source source);
/// Whether it is written anew for each volume: such a piece alone makes no volume.
[[nodiscard]] bool is_of_every_volume(Source source);

enum class LineState { asked, not_applicable, dropped };
[[nodiscard]] std::string_view name_of(LineState state);
[[nodiscard]] std::optional<LineState> line_state_of(std::string_view name);

/// One line of the list.
struct Line {
    std::string key;  // the name of one that the program brings, or an id
    Stage stage = Stage::feedback;
    std::string name;
    Source source = Source::files;
    base::Guards guards;  // only those cleared for them see what fills it
    LineState state = LineState::asked;
    std::string reason, by;  // why it does not apply or is not asked for
    std::optional<base::Instant> at;
    std::int64_t version = 0;  // 0: as the program brings it
    std::int64_t pieces = 0;   // counted, never stored
    bool operator==(const Line&) const = default;
};
/// What people said of one, as it is stored; `name` "" as the program calls it.
struct SaidOfLine {
    std::string key;
    Stage stage = Stage::feedback;
    std::string name;
    LineState state = LineState::asked;
    std::string reason, by;
    base::Instant at;
    std::int64_t version = 0;
    bool operator==(const SaidOfLine&) const = default;
};
/// The list of a programme in archival order: what the program brings, with what was said of it,
/// and behind each stage's own what was added. `said` in the order in which it was added.
[[nodiscard]] std::vector<Line> lines_of(const std::vector<SaidOfLine>& said);
[[nodiscard]] const Line* find_line(const std::vector<Line>& lines, std::string_view key);

struct Tally {
    std::int64_t asked = 0, filled = 0, not_applicable = 0;
    std::vector<std::string> missing;  // names, in order
    [[nodiscard]] bool complete() const { return missing.empty(); }
};
/// Dropped lines do not count, nor do those that the scope is not cleared for.
[[nodiscard]] Tally tally(const std::vector<Line>& lines, const base::Scope& scope);

/// A dossier is seen as a whole or not at all: `covered` says whether the unit under inspection
/// lies within the scope. Refuses: dossier_is_seen_as_a_whole.
[[nodiscard]] std::optional<base::Error> why_not_see(const base::Actor& actor, bool covered);
/// Refuses: as why_not_see(), only_the_office_keeps_the_dossier.
[[nodiscard]] std::optional<base::Error> why_not_keep(const base::Actor& actor, bool covered);

/// What the office says of a line; nothing: as it is.
struct LineChange {
    std::optional<std::string> name;
    std::optional<LineState> state;
    std::string reason;
};
/// What is stored afterwards. Refuses: line_is_restricted (not cleared for it), line_is_filled
/// (something fills what is said not to apply), line_needs_a_name, reason_too_short
/// (not_applicable, dropped).
[[nodiscard]] base::Result<SaidOfLine> change(const Line& before, const LineChange& change,
                                              const base::Actor& actor, base::Instant now);

/// What is said of a file that is put into a line.
struct FileClaim {
    FileId id;
    std::string line, title, responsible, document, remark, file_name;
    std::optional<base::Date> dated_on;
    std::int64_t pages = 0;  // 0: not said
    bool operator==(const FileClaim&) const = default;
};
/// Refuses: line_is_restricted, line_is_not_asked, then together file_missing, title_missing,
/// text_too_long, document_date_in_the_future (args value, accepted).
[[nodiscard]] base::Result<void> check(const FileClaim& claim, const Line& line,
                                       const base::Actor& actor, base::Date today);

struct KeptFile {
    FileClaim said;
    ProgrammeId programme;
    std::string digest, by;
    base::AccountId by_account;
    base::Instant at;
    base::Guards guards;
    bool removed = false;
    bool operator==(const KeptFile&) const = default;
};

/// One piece of the catalogue.
struct Piece {
    std::int64_t number = 0;  // in its volume, from 1; 0 while it waits for one
    Source source = Source::files;
    std::string id;  // of what it is made from
    Stage stage = Stage::feedback;
    std::string line_name;
    std::string title, responsible, document, remark;
    std::optional<base::Date> dated_on;
    std::int64_t pages = 0;
    base::Guards guards;
    std::string kept;       // the digest of its file; "" : it is written when it is sealed
    std::string file_name;  // of that file
    std::int64_t bytes = 0;

    /// By which it is known in all volumes.
    [[nodiscard]] std::string key() const { return std::string(name_of(source)) + "/" + id; }
    bool operator==(const Piece&) const = default;
};
struct PiecePage {
    std::vector<Piece> rows;
    std::int64_t total = 0;
};

}  // namespace dossier
