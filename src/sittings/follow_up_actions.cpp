#include "sittings/follow_up_actions.hpp"

#include <algorithm>

#include "sittings/after_actions.hpp"

namespace sittings {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::Recorder;
using life_meetings::note_content_read;

constexpr std::int64_t waiting_rows_max = 200;
constexpr int waiting_days = 7;

void note_shown(const Needs& needs, const base::Actor& actor, const AfterView& view) {
    if (!view.items.empty()) note_content_read(needs, actor, view.meeting, "整改清单");
}

bool has_kind(const std::vector<Package>& packages, Recipient recipient) {
    return std::any_of(packages.begin(), packages.end(),
                       [&](const Package& one) { return one.terms.recipient == recipient; });
}

base::Result<void> add_package(Recorder& recorder, const Opened& opened, PackageId id,
                               const PackageTerms& terms) {
    if (auto good = check(terms); !good) return good;
    Package one;
    one.id = id;
    one.terms = terms;
    insert_package(recorder.transaction(), opened.meeting.id, one);
    life_meetings::note(recorder, "plan_life_package", opened.meeting,
                        {{"name", terms.name}, {"due_on", base::to_text(terms.due_on)}});
    return {};
}

base::Result<void> change_package(Recorder& recorder, const Opened& opened,
                                  const PackageForm& form) {
    auto& transaction = recorder.transaction();
    const auto id = opened.meeting.id;
    const auto before = find_package(transaction, id, form.id);
    if (!before) return refuse(ErrorKind::not_found, "package_unknown");
    if (auto fresh = ledger::check_version(before->version, form.version); !fresh) return fresh;
    if (form.delivery) {
        const auto report = load_text(transaction, id, LifeTextKind::report);
        const auto after =
            deliver(*before, *form.delivery, report, recorder.actor(), recorder.today());
        if (!after) return after.error();
        life_meetings::note(recorder, "deliver_life_package", opened.meeting,
                            {{"name", before->terms.name},
                             {"delivered_on", base::to_text(form.delivery->delivered_on)}});
        return save_package(transaction, *after);
    }
    if (before->delivered_on) return refuse(ErrorKind::illegal_transition, "package_is_delivered");
    if (auto good = check(form.terms); !good) return good;
    auto after = *before;
    after.terms = form.terms;
    ++after.version;
    life_meetings::note(recorder, "plan_life_package", opened.meeting,
                        {{"name", form.terms.name}, {"due_on", base::to_text(form.terms.due_on)}});
    return save_package(transaction, after);
}

}  // namespace

base::Result<AfterView> view_after(const Needs& needs, const base::Actor& actor, LifeMeetingId id) {
    auto shown = life_meetings::read_meeting<AfterView>(
        needs, actor, id,
        [&](db::Transaction& transaction, const Opened& opened) -> base::Result<AfterView> {
            auto view = show_after(transaction, opened, needs.clock.today());
            if (!view.sees_follow_up && view.items.empty())
                return refuse(ErrorKind::forbidden, "record_is_restricted");
            return view;
        });
    if (shown) note_shown(needs, actor, *shown);
    return shown;
}

base::Result<AfterView> put_package(const Needs& needs, const base::Actor& actor, LifeMeetingId id,
                                    const PackageForm& form) {
    return followed_up(needs, actor, id,
                       [&](Recorder& recorder, const Opened& opened) -> base::Result<void> {
                           if (form.version > 0) return change_package(recorder, opened, form);
                           if (find_package(recorder.transaction(), id, form.id)) return {};
                           return add_package(recorder, opened, form.id, form.terms);
                       });
}

base::Result<AfterView> add_usual_packages(const Needs& needs, const base::Actor& actor,
                                           LifeMeetingId id) {
    return followed_up(
        needs, actor, id, [&](Recorder& recorder, const Opened& opened) -> base::Result<void> {
            const auto there = list_packages(recorder.transaction(), id);
            for (const auto& terms : usual_packages(opened.meeting)) {
                if (has_kind(there, terms.recipient)) continue;
                const auto fresh = PackageId::make(recorder.now(), recorder.random());
                if (auto added = add_package(recorder, opened, fresh, terms); !added) return added;
            }
            return {};
        });
}

base::Result<AfterView> publish(const Needs& needs, const base::Actor& actor, LifeMeetingId id,
                                const Publication& wanted) {
    return followed_up(needs, actor, id,
                       [&](Recorder& recorder, const Opened& opened) -> base::Result<void> {
                           if (auto good = check(wanted, recorder.today()); !good) return good;
                           auto one = wanted;
                           one.by = actor.name;
                           one.at = recorder.now();
                           insert_publication(recorder.transaction(), id, one);
                           life_meetings::note(recorder, "publish_life_lists", opened.meeting,
                                               {{"published", std::string(name_of(one.subject))},
                                                {"scope", one.scope},
                                                {"published_on", base::to_text(one.published_on)}});
                           return {};
                       });
}

base::Result<AfterView> put_branch_meeting(const Needs& needs, const base::Actor& actor,
                                           LifeMeetingId id, const BranchMeeting& wanted) {
    return followed_up(needs, actor, id,
                       [&](Recorder& recorder, const Opened& opened) -> base::Result<void> {
                           auto& transaction = recorder.transaction();
                           if (auto good = check(wanted, recorder.today()); !good) return good;
                           const auto before = find_branch_meeting(transaction, id, wanted.id);
                           life_meetings::note(recorder, "note_branch_meeting", opened.meeting,
                                               {{"branch", wanted.branch}});
                           auto one = wanted;
                           one.version = wanted.version + 1;
                           if (wanted.version == 0) {
                               if (!before) insert_branch_meeting(transaction, id, one);
                               return {};
                           }
                           if (!before)
                               return refuse(ErrorKind::not_found, "branch_meeting_unknown");
                           return save_branch_meeting(transaction, one);
                       });
}

base::Result<AfterView> say_of_material(const Needs& needs, const base::Actor& actor,
                                        LifeMeetingId id, const ArchiveLine& wanted) {
    return after_change(needs, actor, id,
                        [&](Recorder& recorder, const Opened& opened) -> base::Result<void> {
                            if (!opened.standing.keeper)
                                return refuse(ErrorKind::forbidden, "only_the_office_follows_up");
                            auto& transaction = recorder.transaction();
                            auto good = check(wanted, load_catalogue(transaction, opened.meeting));
                            if (!good) return good;
                            auto one = wanted;
                            one.by = actor.name;
                            one.at = recorder.now();
                            save_archive_line(transaction, id, one);
                            life_meetings::note(recorder, "file_life_material", opened.meeting,
                                                {{"material", std::string(words_of(one.material))},
                                                 {"filed_state", std::string(name_of(one.state))}});
                            return {};
                        });
}

PackagesWaiting list_packages_waiting(const Needs& needs, const base::Actor& actor) {
    return needs.database.read([&](db::Transaction& transaction) {
        PackagesWaiting waiting{{}, needs.clock.today()};
        const auto until = base::add_days(waiting.today, waiting_days);
        for (auto& due : list_due_packages(transaction, until, waiting_rows_max)) {
            const auto opened = life_meetings::open_meeting(transaction, actor, due.meeting);
            if (!opened || !opened->standing.keeper) continue;
            const auto& meeting = opened->meeting;
            waiting.rows.push_back(
                {meeting.id, meeting.programme, meeting.terms.title, std::move(due.package)});
        }
        return waiting;
    });
}

}  // namespace sittings
