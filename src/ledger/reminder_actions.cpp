#include "ledger/reminder_actions.hpp"

#include <map>
#include <set>
#include <tuple>

#include "accounts/account_store.hpp"
#include "accounts/post_store.hpp"
#include "accounts/role.hpp"
#include "accounts/unit_store.hpp"
#include "calendar/calendar_store.hpp"
#include "ledger/ladder_store.hpp"
#include "ledger/news_actions.hpp"
#include "ledger/notice_store.hpp"
#include "ledger/reminder_store.hpp"
#include "ledger/review_store.hpp"
#include "notify/message_store.hpp"

namespace ledger {
namespace {

using accounts::Account;
using base::Act;
using notify::EventKind;

Standing standing_on(const Rung& rung, ProgrammeId programme, base::Date today,
                     const calendar::Calendar& calendar) {
    Standing standing{programme, rung, std::nullopt, today};
    if (rung.cause == Cause::sent_back) return standing;
    standing.until = latest_day_on(rung, today, calendar);
    if (rung.since) standing.after = latest_day_on(rung, base::add_days(*rung.since, -1), calendar);
    return standing;
}

/// What a round goes over, one after the other.
enum class Level { rows, tasks };

EventKind event_kind_of(const Rung& rung, Level level) {
    if (level == Level::tasks)
        return rung.cause == Cause::before_due ? EventKind::tasks_due_soon
                                               : EventKind::tasks_overdue;
    switch (rung.cause) {
        case Cause::before_due: return EventKind::rows_due_soon;
        case Cause::overdue: return EventKind::rows_overdue;
        case Cause::sent_back: return EventKind::rows_sent_back;
        case Cause::stalled: return EventKind::rows_stalled;
        case Cause::in_review: return EventKind::reviews_lying;
    }
    return EventKind::rows_overdue;
}

/// Who hears of rows, looked up once each for a whole round.
class Hearers {
  public:
    Hearers(db::Transaction& transaction, const Programme& programme, base::Date today)
        : transaction_(transaction), programme_(programme), today_(today) {
        if (const auto path = accounts::load_unit_path(transaction, programme.inspected_unit))
            path_ = *path;
    }

    void add(const Rung& rung, const UntoldRow& row, std::set<base::AccountId>& hearers) {
        for (const auto recipient : rung.recipients) switch (recipient) {
                case Recipient::reporters: add_reporters(row, hearers); break;
                case Recipient::unit_head: add_heads(row, hearers); break;
                case Recipient::row_leaders: add_row_leaders(row, hearers); break;
                case Recipient::office: add_at_programme(row, true, hearers); break;
                case Recipient::supervision: add_at_programme(row, false, hearers); break;
                case Recipient::signers: add_signers(row, hearers); break;
                case Recipient::principal: add_principals(row, hearers); break;
            }
    }

  private:
    using Ids = std::set<base::AccountId>;

    static bool hears(const Account& account, Act act, const notify::Place& place) {
        return notify::hears(account, act, place, program());
    }
    const std::vector<Account>& of_unit(base::UnitId unit) {
        const auto [at, is_new] = units_.try_emplace(unit);
        if (is_new)
            for (const auto id : notify::list_accounts_of_unit(transaction_, unit, today_))
                if (auto account = accounts::find_account(transaction_, id))
                    at->second.push_back(std::move(*account));
        return at->second;
    }
    void add_reporters(const UntoldRow& row, Ids& hearers) {
        for (const auto& account : of_unit(row.unit))
            if (hears(account, Act::report_progress, {.guards = row.guards}))
                hearers.insert(account.id);
        if (row.kind != UntoldRow::Kind::task) return;
        for (const auto& holder : row.responsibility)  // Whoever a task names hears, too.
            if (holder.person) add_person(*holder.person, row.guards, hearers);
    }
    void add_heads(const UntoldRow& row, Ids& hearers) {
        for (const auto& account : of_unit(row.unit)) {
            const notify::Place place{.guards = row.guards};
            if (hears(account, Act::claim_problem, place) &&
                !hears(account, Act::report_progress, place))
                hearers.insert(account.id);
        }
        if (!heads_) heads_ = accounts::list_heads(transaction_);
        for (const auto& post : *heads_)
            if (post.unit == row.unit) add_person(post.person, row.guards, hearers);
    }
    void add_row_leaders(const UntoldRow& row, Ids& hearers) {
        for (const auto& holder : row.responsibility)
            if (holder.person && (holder.role == HolderRole::lead_leader ||
                                  holder.role == HolderRole::responsible_leader))
                add_person(*holder.person, row.guards, hearers);
    }
    void add_person(base::PersonId person, base::Guards guards, Ids& hearers) {
        const auto [at, is_new] = persons_.try_emplace(person);
        if (is_new)
            if (const auto id = notify::find_account_of_person(transaction_, person))
                at->second = accounts::find_account(transaction_, *id);
        if (at->second && hears(*at->second, Act::read_ledger, {.guards = guards}))
            hearers.insert(at->second->id);
    }
    const std::vector<Account>& everybody() {
        if (!everybody_) everybody_ = accounts::list_accounts_in_use(transaction_);
        return *everybody_;
    }
    /// Whose review is asked for: of a measure that somebody else handed in, or of an application
    /// at its stage.
    void add_signers(const UntoldRow& row, Ids& hearers) {
        if (row.kind == UntoldRow::Kind::measure) return add_reviewers(row, hearers);
        const auto id = ProblemId::parse(row.row);
        const auto problem = load_problem(transaction_, id.value(), base::unbounded());
        if (!problem) return;
        const auto review = load_review(transaction_, problem->id);
        for (const auto& account : list_accounts_seeing(transaction_, *problem, program()))
            if (problem->applied_by != account.id && is_asked(review, signer_of(account)))
                hearers.insert(account.id);
    }
    void add_reviewers(const UntoldRow& row, Ids& hearers) {
        const auto id = MeasureId::parse(row.row);
        const auto measure = load_measure(transaction_, id.value(), base::unbounded());
        if (!measure) return;
        const notify::Place place{path_, programme_.id, row.guards};
        for (const auto& account : everybody())
            if (measure->submitted_by != account.id && hears(account, Act::review, place))
                hearers.insert(account.id);
    }
    void add_principals(const UntoldRow& row, Ids& hearers) {
        const notify::Place place{path_, programme_.id, row.guards};
        for (const auto& account : everybody())
            if (accounts::seat_of(account.role) == base::Seat::principal &&
                hears(account, Act::read_ledger, place))
                hearers.insert(account.id);
    }
    /// Who keeps the ledger in the inspected unit's place, or who reviews there and does not.
    void add_at_programme(const UntoldRow& row, bool office, Ids& hearers) {
        const notify::Place place{path_, programme_.id, row.guards};
        for (const auto& account : everybody()) {
            const bool keeps = hears(account, Act::edit_ledger, place);
            if (office ? keeps : !keeps && hears(account, Act::review, place))
                hearers.insert(account.id);
        }
    }

    db::Transaction& transaction_;
    const Programme& programme_;
    base::Date today_;
    std::string path_;
    std::map<base::UnitId, std::vector<Account>> units_;
    std::map<base::PersonId, std::optional<Account>> persons_;
    std::optional<std::vector<accounts::Post>> heads_;
    std::optional<std::vector<Account>> everybody_;
};

/// One programme's round, in its recorder's transaction.
class Round {
  public:
    Round(Recorder& recorder, const Ladder& ladder, const calendar::Calendar& calendar)
        : recorder_(recorder),
          transaction_(recorder.transaction()),
          ladder_(ladder),
          calendar_(calendar),
          hearers_(transaction_, recorder.programme(), recorder.today()) {}

    std::int64_t make() {
        remind(Level::rows);
        remind(Level::tasks);
        propose();
        return made_;
    }

  private:
    using RowIds = std::set<std::string>;

    [[nodiscard]] Standing standing(const Rung& rung) const {
        return standing_on(rung, recorder_.programme().id, recorder_.today(), calendar_);
    }

    /// From the top of the ladder down: what a further rung told of a row, a nearer one does not.
    void remind(Level level) {
        const auto list = level == Level::tasks ? list_untold_tasks : list_untold;
        std::map<Cause, RowIds> told_by_cause;
        for (auto rung = ladder_.rungs.rbegin(); rung != ladder_.rungs.rend(); ++rung) {
            const bool by_day = rung->cause == Cause::before_due || rung->cause == Cause::overdue;
            auto& told = told_by_cause[by_day ? Cause::overdue : rung->cause];
            std::map<base::AccountId, RowIds> rows_of;
            RowIds on_this_rung;
            for (const auto& row : list(transaction_, standing(*rung))) {
                save_told(transaction_, row, *rung, recorder_.now());
                on_this_rung.insert(row.row);
                if (told.contains(row.row)) continue;
                std::set<base::AccountId> hearers;
                hearers_.add(*rung, row, hearers);
                for (const auto hearer : hearers) rows_of[hearer].insert(row.row);
            }
            told.merge(on_this_rung);
            tell(event_kind_of(*rung, level), *rung, rows_of);
        }
    }

    /// One event for all who hear of as many rows.
    void tell(EventKind kind, const Rung& rung, const std::map<base::AccountId, RowIds>& rows_of) {
        std::map<std::size_t, std::vector<base::AccountId>> by_count;
        for (const auto& [hearer, rows] : rows_of) by_count[rows.size()].push_back(hearer);
        for (const auto& [count, hearers] : by_count) {
            notify::Event event;
            event.at = recorder_.now();
            event.id = notify::EventId::make(event.at, recorder_.random());
            event.kind = kind;
            event.programme_id = recorder_.programme().id.text();
            event.programme_title = recorder_.programme().title;
            event.subject_kind = "programme";
            event.subject_id = event.programme_id;
            event.subject_number = static_cast<std::int64_t>(count);
            event.by = program().name;
            event.note = words_of(rung);
            notify::insert_event(transaction_, event);
            for (const auto hearer : hearers)
                notify::insert_message(transaction_, event.id, hearer);
            ++made_;
        }
    }

    void propose() {
        std::int64_t proposed = 0;
        for (const auto& rung : ladder_.rungs)
            if (const auto* kind = ladder_.kind(rung.notice)) proposed += propose_on(rung, *kind);
        if (proposed == 0) return;
        notify::Event event;
        event.kind = EventKind::notices_proposed;
        event.subject_kind = "programme";
        event.subject_id = recorder_.programme().id.text();
        event.subject_number = proposed;
        tell_office(recorder_, std::move(event), {});
        made_ += proposed;
    }

    /// How many notices have something new.
    std::int64_t propose_on(const Rung& rung, const NoticeKind& kind) {
        const auto asked = standing(rung);
        std::map<std::pair<base::UnitId, std::int64_t>, std::vector<Notice>> notices;
        for (const auto& row : list_quiet(transaction_, asked, recorder_.today())) {
            if (was_let_be(rung, row)) continue;
            const auto unit =
                addressee_of(row.responsibility, recorder_.programme().inspected_unit);
            auto& letters = notices[{unit, row.guards.bits()}];
            if (letters.empty() || letters.back().items.size() == notice_rows_max)
                letters.emplace_back().unit = unit;
            letters.back().items.push_back(row.item);
        }
        std::int64_t written = 0;
        for (auto& [key, letters] : notices)
            for (auto& notice : letters) {
                write(notice, rung, kind, base::Guards::of_bits(key.second));
                ++written;
            }
        return written;
    }

    /// The office let a proposal about the row be when it stood on this rung already.
    [[nodiscard]] bool was_let_be(const Rung& rung, const QuietRow& row) const {
        if (!row.last_dismissed_at) return false;
        if (rung.cause == Cause::sent_back || !row.day) return true;
        const auto day = base::date_of(*row.last_dismissed_at);
        return *row.day <= latest_day_on(rung, day, calendar_);
    }

    /// A proposal that waits takes the rows, else a new one does.
    void write(Notice& notice, const Rung& rung, const NoticeKind& kind, base::Guards guards) {
        notice.programme = recorder_.programme().id;
        notice.kind = kind.name;
        notice.rung = key_of(rung);
        std::string rows;
        for (const auto& item : notice.items)
            rows += (rows.empty() ? "" : "、") + std::to_string(item.number);
        if (const auto waiting = find_proposal(transaction_, notice, guards)) {
            notice.id = *waiting;
            for (const auto& item : notice.items) save_item(transaction_, notice.id, item);
            touch_notice(transaction_, notice.id);
        } else {
            notice.id = NoticeId::make(recorder_.now(), recorder_.random());
            notice.colour = colour_of(rung);
            notice.texts.basis = default_basis(recorder_.programme().title);
            notice.texts.requirement = kind.requirement;
            notice.made_at = recorder_.now();
            insert_notice(transaction_, notice);
        }
        recorder_.note("propose_notice", "notice", notice.id.text(),
                       {{"notice_kind", kind.name}, {"measures", rows}, {"rung", words_of(rung)}});
    }

    Recorder& recorder_;
    db::Transaction& transaction_;
    const Ladder& ladder_;
    const calendar::Calendar& calendar_;
    Hearers hearers_;
    std::int64_t made_ = 0;
};

bool has_something(db::Transaction& transaction, const Ladder& ladder, const Standing& standing,
                   base::Date today) {
    if (!list_untold(transaction, standing).empty()) return true;
    if (!list_untold_tasks(transaction, standing).empty()) return true;
    return ladder.kind(standing.rung.notice) && !list_quiet(transaction, standing, today).empty();
}

/// Programmes whose ladders have something to do; most rounds find none, and write nothing.
std::vector<ProgrammeId> list_to_climb(const Needs& needs) {
    const auto today = needs.clock.today();
    return needs.database.read([&](db::Transaction& transaction) {
        std::vector<ProgrammeId> found;
        const auto calendar =
            calendar::load_calendar(transaction, calendar::year_min, calendar::year_max);
        for (const auto programme : list_programmes_at_work(transaction)) {
            const auto ladder = load_ladder(transaction, programme);
            for (const auto& rung : ladder.rungs) {
                if (!has_something(transaction, ladder,
                                   standing_on(rung, programme, today, calendar), today))
                    continue;
                found.push_back(programme);
                break;
            }
        }
        return found;
    });
}

}  // namespace

std::int64_t climb_ladders(const Needs& needs) {
    if (!is_time_to_remind(needs.clock.now())) return 0;
    std::int64_t all = 0;
    // One short transaction each: a province's first round must not keep everybody from writing.
    for (const auto programme : list_to_climb(needs)) {
        const auto made =
            needs.database.write([&](db::Transaction& transaction) -> base::Result<std::int64_t> {
                auto recorder = Recorder::open(transaction, needs, program(), programme);
                if (!recorder) return recorder.error();
                const auto ladder = load_ladder(transaction, programme);
                const auto calendar =
                    calendar::load_calendar(transaction, calendar::year_min, calendar::year_max);
                const auto done = Round(*recorder, ladder, calendar).make();
                recorder->finish();
                return done;
            });
        if (made) all += *made;
    }
    return all;
}

}  // namespace ledger
