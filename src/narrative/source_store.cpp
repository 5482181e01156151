#include "narrative/source_store.hpp"

#include <algorithm>

#include "accounts/post_store.hpp"
#include "bodies/body_store.hpp"
#include "campaigns/campaign_store.hpp"
#include "chronology/happening_store.hpp"
#include "chronology/work_plan_store.hpp"
#include "drafting/plan_store.hpp"
#include "evidence/evidence_store.hpp"
#include "inspections/clue_store.hpp"
#include "inspections/feedback_store.hpp"
#include "ledger/evidence_place_store.hpp"
#include "ledger/phase_store.hpp"
#include "regulations/register_store.hpp"
#include "regulations/study_store.hpp"
#include "supervision/accountability_store.hpp"

namespace narrative {
namespace {

using base::Guard;
using base::Guards;

constexpr ledger::Page every_row{1, 100'000};

constexpr std::string_view select_links = R"sql(
SELECT evidence_id, subject_id FROM evidence_link
WHERE programme_id = $1 AND removed_at IS NULL ORDER BY at)sql";

/// What reports tell of; the rest of the chronology is counted, not told.
const std::vector<chronology::Kind> told_kinds{
    chronology::Kind::meeting, chronology::Kind::notice,    chronology::Kind::plan,
    chronology::Kind::check,   chronology::Kind::interview, chronology::Kind::life_meeting,
    chronology::Kind::noted};

/// Loads one source piece by piece.
class Loading {
  public:
    Loading(db::Transaction& transaction, const ledger::Programme& programme,
            const base::Actor& actor, base::Date today)
        : transaction_(transaction), actor_(actor), viewpoint_{today, actor.scope} {
        source_.programme = programme;
        source_.today = today;
        source_.cleared = actor.scope.cleared;
    }

    Source load() {
        load_rows();
        load_bodies_and_plans();
        load_regulations();
        load_happenings();
        load_proofs();
        load_restricted();
        return std::move(source_);
    }

  private:
    [[nodiscard]] base::ProgrammeId id() const { return source_.programme.id; }

    void load_rows() {
        ledger::LedgerFilter filter;
        filter.programme = id();
        source_.rows = reports::load_source(transaction_, filter, viewpoint_);
        source_.documents = inspections::list_source_documents(transaction_, id());
        for (auto& one : inspections::list_feedback(transaction_, id(), actor_.scope))
            source_.feedback.push_back(std::move(one.feedback));
    }

    void load_bodies_and_plans() {
        source_.bodies = bodies::as_of(bodies::list_bodies(transaction_, id()), source_.today);
        source_.phases = ledger::list_phases(transaction_, id());
        for (auto& one : drafting::list_plans(transaction_, id(), actor_))
            if (one.issue) source_.plans.push_back(std::move(one));
        const meetings::MeetingFilter filter{id(), meetings::WhichMeetings::over, every_row};
        for (auto& one : meetings::list_meetings(transaction_, filter, actor_, source_.today).rows)
            if (one.meeting.state == meetings::MeetingState::closed)
                source_.meetings.push_back(std::move(one));
        std::reverse(source_.meetings.begin(), source_.meetings.end());
    }

    void load_regulations() {
        regulations::RegulationFilter filter;
        filter.programme = id();
        filter.page = every_row;
        source_.regulations =
            regulations::list_regulations(transaction_, filter, actor_.scope).rows;
        std::reverse(source_.regulations.begin(), source_.regulations.end());
        source_.studies =
            regulations::list_studies(transaction_, id(), every_row, actor_.scope).rows;
        std::reverse(source_.studies.begin(), source_.studies.end());
        for (auto& one :
             campaigns::list_campaigns(transaction_, {id(), "", every_row}, viewpoint_).rows)
            source_.campaigns.push_back(std::move(one.campaign));
        source_.planned =
            chronology::list_planned(transaction_, id(), actor_.scope, every_row).rows;
    }

    void load_happenings() {
        const chronology::Eyes eyes{actor_.scope, true, source_.programme.feedback_on,
                                    actor_.may(base::Act::review)};
        chronology::HappeningFilter filter;
        filter.programme = id();
        filter.kinds = told_kinds;
        filter.page = every_row;
        source_.happenings = chronology::list_happenings(transaction_, filter, eyes).rows;
        std::reverse(source_.happenings.begin(), source_.happenings.end());
    }

    void load_proofs() {
        const auto in_sight = ledger::list_series_in_sight(transaction_, id(), actor_.scope);
        std::set<std::string> rows;
        for (const auto& row : source_.rows.problems) rows.insert(row.problem.id.text());
        for (const auto& row : source_.rows.measures) rows.insert(row.measure.id.text());
        std::map<std::string, std::vector<std::string>> places;
        transaction_.each(select_links, {id()}, [&](const db::Row& row) {
            if (rows.contains(row.string(1))) places[row.string(0)].push_back(row.string(1));
        });
        auto items = evidence::list_items_of(transaction_, id());
        std::reverse(items.begin(), items.end());
        for (auto& item : items)
            if (in_sight.contains(item.evidence.series))
                source_.proofs.push_back(
                    {item.evidence, std::move(places[item.evidence.series.text()])});
    }

    void load_restricted() {
        if (source_.cleared.has(Guard::accountability)) {
            supervision::AccountabilityFilter filter;
            filter.programme = id();
            filter.page = every_row;
            for (auto& one :
                 supervision::list_accountability(transaction_, filter, actor_.scope).rows)
                if (!one.revoked) source_.accountability.push_back(std::move(one));
        }
        if (source_.cleared.has(Guard::clues)) {
            inspections::ClueFilter filter;
            filter.programme = id();
            filter.page = every_row;
            for (auto& one :
                 inspections::list_clues(transaction_, filter, actor_.scope, source_.today).rows)
                if (!one.revoked) source_.clues.push_back(std::move(one));
        }
    }

    db::Transaction& transaction_;
    const base::Actor& actor_;
    ledger::Viewpoint viewpoint_;
    Source source_;
};

}  // namespace

Source load_source(db::Transaction& transaction, const ledger::Programme& programme,
                   const base::Actor& actor, base::Date today) {
    return Loading(transaction, programme, actor, today).load();
}

std::string find_principal(db::Transaction& transaction, const ledger::Programme& programme,
                           base::Date today) {
    for (const auto& post : accounts::list_posts_in(transaction, programme.inspected_unit))
        if (post.head && accounts::was_held_on(post, today)) return post.person_name;
    for (const auto& body : bodies::as_of(bodies::list_bodies(transaction, programme.id), today))
        if (body.terms.kind == bodies::BodyKind::leading_group)
            for (const auto& member : body.terms.members)
                if (member.role == bodies::MemberRole::head) return member.name;
    return {};
}

}  // namespace narrative
