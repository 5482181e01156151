// What every change of the ledger has in common: one programme at a time, the row saved with its
// version, the row as it was kept in the history, and one journal entry, all in the caller's
// transaction. Steps for actions; not an action itself.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/random.hpp"
#include "calendar/working_day.hpp"
#include "db/database.hpp"
#include "journal/journal.hpp"
#include "ledger/held_table.hpp"
#include "ledger/history_store.hpp"
#include "ledger/measure_store.hpp"
#include "ledger/problem_store.hpp"
#include "ledger/programme_store.hpp"
#include "ledger/task.hpp"

namespace ledger {

/// All that a ledger action depends on; everything must outlive it.
struct Needs {
    db::Database& database;
    const base::Clock& clock;
    base::Random& random;
    const journal::Journal& journal;
    ClassifiedContent classified = ClassifiedContent::refused;
    std::int64_t bin_days = 90;            // for which what was taken away can be put back
    std::span<const HeldTable> held = {};  // beside the ledger, by units
};

/// The program itself, in the rounds it makes unasked: sees every row, may do nothing by itself.
[[nodiscard]] const base::Actor& program();

/// Refuses unit_unknown when a holder is said to be a unit that does not exist, unit_is_closed when
/// it is closed. The units stay as they are until the end of the transaction.
[[nodiscard]] base::Result<void> check_holders(db::Transaction& transaction,
                                               const Responsibility& responsibility);
/// Refuses somebody_else_changed_it (args: version) when the client saw another version.
[[nodiscard]] base::Result<void> check_version(std::int64_t stored, std::int64_t seen);

/// What is worked out again for the measures of a problem.
enum class Replace {
    holders,           // units and label only
    holders_and_days,  // the day that counts too
};

/// What one unit answers for goes to another.
struct Succession {
    base::UnitId from, into;
    std::string into_name;
};

/// One programme's ledger, open for writing in one transaction. Other writers of the same programme
/// wait; writers of other programmes do not. Used by one thread.
class Recorder {
  public:
    /// Refuses what load_programme refuses.
    [[nodiscard]] static base::Result<Recorder> open(db::Transaction& transaction,
                                                     const Needs& needs, const base::Actor& actor,
                                                     ProgrammeId programme);

    [[nodiscard]] const Programme& programme() const { return programme_; }
    [[nodiscard]] base::Instant now() const { return now_; }
    [[nodiscard]] base::Date today() const { return base::date_of(now_); }
    [[nodiscard]] const base::Actor& actor() const { return actor_; }
    [[nodiscard]] db::Transaction& transaction() { return transaction_; }
    [[nodiscard]] base::Random& random() { return needs_.random; }

    /// The next running number of a kind; never given again, whatever becomes of the row.
    std::int64_t next_area_number() { return ++programme_.last.area; }
    std::int64_t next_problem_number() { return ++programme_.last.problem; }
    std::int64_t next_measure_number() { return ++programme_.last.measure; }
    std::int64_t next_slip_number() { return ++programme_.last.slip; }

    /// From now on every row that is saved belongs to this batch, which is inserted before.
    void begin_batch(BatchId batch) { batch_ = batch; }

    /// The first entry of a programme that was just inserted.
    void record_opening();
    /// A new row, number set by the caller. Its day and its units are worked out here.
    void insert(Problem& problem, std::int64_t area_number, std::string_view act);
    void insert(Measure& measure, const Problem& problem, std::int64_t area_number,
                std::string_view act);
    /// A new task, see task.hpp: number, due day, guards of the programme's mark and moment are set
    /// here.
    void insert(Task& task, std::string_view act);
    /// Saves `after` over `before`; nothing is written when they are equal. Returns the row with
    /// its new version. Refuses somebody_else_changed_it.
    [[nodiscard]] base::Result<Problem> save(const Problem& before, Problem after,
                                             std::string_view act);
    [[nodiscard]] base::Result<Measure> save(const Measure& before, Measure after,
                                             std::string_view act);
    /// As above, for a measure whose problem the caller has loaded.
    [[nodiscard]] base::Result<Measure> save(const Measure& before, Measure after,
                                             const Problem& problem, std::string_view act);
    [[nodiscard]] base::Result<Task> save(const Task& before, Task after, std::string_view act);
    /// Saves the programme's new texts and dates; days are worked out from them from now on.
    /// Nothing is written when nothing changed. Refuses somebody_else_changed_it.
    [[nodiscard]] base::Result<void> save(const Programme& after);
    /// Moves a measure's version on because what it serves changed from `old_links` to `new_links`.
    [[nodiscard]] base::Result<Measure> save_links(const Measure& before,
                                                   const std::string& old_links,
                                                   const std::string& new_links);
    /// The last version of a row that is taken away: history and journal keep it. Returns it.
    std::int64_t note_removal(const Problem& problem, std::string_view reason);
    std::int64_t note_removal(const Measure& measure, std::string_view reason);
    /// Works out again the units and days of a problem's measures and its own day, because it or
    /// the programme's dates changed. These are copies: no version moves and no history is kept.
    /// What is over stays as it was: a struck-off problem and the day of a done measure.
    [[nodiscard]] base::Result<Problem> place_again(const Problem& problem,
                                                    Replace what = Replace::holders_and_days);

    /// The same for the due days of tasks that are not over.
    void place_tasks_again();

    /// Gives the programme, when it inspects `from`, and every problem that is not struck off, with
    /// all its measures, and its tasks that are not over, to `into`. Returns how many rows changed
    /// holders.
    [[nodiscard]] base::Result<std::int64_t> hand_over(const Succession& succession);

    /// A journal entry about something that has no row of its own history.
    void note(std::string_view act, std::string_view subject_kind, std::string subject_id,
              const std::vector<std::pair<std::string, std::string>>& facts = {});
    /// Writes the running numbers and the journal entries. Must be called last, once.
    void finish();

  private:
    struct Noted {
        std::string act, subject_kind, subject_id, payload;
    };
    Recorder(db::Transaction& transaction, const Needs& needs, const base::Actor& actor,
             Programme programme);
    std::int64_t note_removal(const Subject& subject, const HistoryRow& last,
                              std::string_view reason);
    void record(const Subject& subject, std::int64_t version, std::string_view act,
                const Fields& before, const Fields& after);
    [[nodiscard]] MeasurePlace place_of(const Measure& measure, const Problem& problem,
                                        std::int64_t area_number);
    [[nodiscard]] base::Result<std::int64_t> hand_over(const Succession& succession,
                                                       const Problem& before);
    void hand_over_programme(const Succession& succession);
    [[nodiscard]] base::Result<std::int64_t> hand_over_tasks(const Succession& succession);
    void set_due(Task& task);
    void set_due(Problem& problem);
    void set_due(Measure& measure, const Problem& problem);
    void set_due_if_moved(Measure& after, const Measure& before, const Problem& problem);
    [[nodiscard]] const calendar::Calendar& calendar_for(const Deadline& deadline);
    [[nodiscard]] Holding holding_of(const Responsibility& responsibility);
    [[nodiscard]] const std::string& path_of(base::UnitId unit);
    [[nodiscard]] std::int64_t area_number_of(AreaId area);

    db::Transaction& transaction_;
    const Needs& needs_;
    const base::Actor& actor_;
    base::Instant now_;
    Programme programme_;
    LastNumbers stored_last_;
    std::optional<calendar::Calendar>
        calendar_;  // read when the first relative deadline asks for it
    std::vector<Noted> noted_;
    std::optional<BatchId> batch_;
    std::map<base::UnitId, std::string> paths_;  // of units met so far
    std::map<AreaId, std::int64_t> area_numbers_;
};

}  // namespace ledger
