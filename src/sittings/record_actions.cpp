// The record of a sitting: see sitting_actions.hpp.
#include "notify/live_store.hpp"
#include "sittings/sitting_actions.hpp"

namespace sittings {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::Recorder;
using life_meetings::note_content_read;

RecordView show_record(db::Transaction& transaction, const Opened& opened, const Sitting& sitting) {
    RecordView view{opened.meeting,
                    opened.standing,
                    list_entries(transaction, opened.meeting.id),
                    list_remarks(transaction, opened.meeting.id),
                    {},
                    sitting.digest,
                    true};
    view.figures = figures_of(view.entries, view.meeting);
    if (!view.digest.empty()) view.sound = digest_of(view.entries) == view.digest;
    return view;
}

base::Result<RecordView> load_record(const Needs& needs, const base::Actor& actor,
                                     LifeMeetingId id) {
    return life_meetings::read_meeting<RecordView>(
        needs, actor, id,
        [&](db::Transaction& transaction, const Opened& opened) -> base::Result<RecordView> {
            const auto sitting = load_sitting(transaction, id);
            if (auto no = why_not_read(opened.meeting, sitting, opened.standing)) return *no;
            return show_record(transaction, opened, sitting);
        });
}

base::Result<WrittenEntry> entry_action(
    const Needs& needs, const base::Actor& actor, LifeMeetingId id,
    const std::function<base::Result<RecordEntry>(Recorder&, const Opened&)>& act) {
    return life_meetings::with_meeting<WrittenEntry>(
        needs, actor, id,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<WrittenEntry> {
            auto entry = act(recorder, opened);
            if (!entry) return entry.error();
            notify::count_change(recorder.transaction(), sittings_changed);
            return WrittenEntry{std::move(*entry), true};
        });
}

}  // namespace

base::Result<RecordView> view_record(const Needs& needs, const base::Actor& actor,
                                     LifeMeetingId id) {
    auto shown = load_record(needs, actor, id);
    if (shown) note_content_read(needs, actor, shown->meeting, "会议记录");
    return shown;
}

base::Result<WrittenEntry> write_entry(const Needs& needs, const base::Actor& actor,
                                       LifeMeetingId id, const Spoken& said) {
    return entry_action(needs, actor, id,
                        [&](Recorder& recorder, const Opened& opened) -> base::Result<RecordEntry> {
                            auto& transaction = recorder.transaction();
                            if (const auto stored = find_entry(transaction, said.id)) {
                                if (stored->meeting == id && stored->entry.said == said &&
                                    stored->entry.by_account == actor.id)
                                    return stored->entry;
                                return refuse(ErrorKind::conflict, "same_id_other_content", "id");
                            }
                            auto entry = write(said, opened.meeting, load_sitting(transaction, id),
                                               opened.standing, actor, recorder.now());
                            if (!entry) return entry;
                            insert_entry(transaction, id, *entry);
                            life_meetings::note(recorder, "write_life_entry", opened.meeting,
                                                {{"entry_kind", std::string(name_of(said.kind))}});
                            return entry;
                        });
}

base::Result<WrittenEntry> correct_entry(const Needs& needs, const base::Actor& actor,
                                         LifeMeetingId id, const Correction& correction) {
    return entry_action(needs, actor, id,
                        [&](Recorder& recorder, const Opened& opened) -> base::Result<RecordEntry> {
                            auto& transaction = recorder.transaction();
                            const auto stored = find_entry(transaction, correction.said.id);
                            if (!stored || stored->meeting != id)
                                return refuse(ErrorKind::not_found, "entry_unknown");
                            if (stored->entry.said == correction.said) return stored->entry;
                            const auto wanted = write(correction.said, opened.meeting,
                                                      load_sitting(transaction, id),
                                                      opened.standing, actor, recorder.now());
                            if (!wanted) return wanted;
                            auto after = correct(stored->entry, *wanted, correction.revision);
                            if (!after) return after;
                            if (auto saved = save_entry(transaction, *after); !saved)
                                return saved.error();
                            life_meetings::note(recorder, "correct_life_entry", opened.meeting,
                                                {{"revision", std::to_string(after->revision)}});
                            return after;
                        });
}

base::Result<RecordView> add_remark(const Needs& needs, const base::Actor& actor, LifeMeetingId id,
                                    const NewRemark& remark) {
    return life_meetings::with_meeting<RecordView>(
        needs, actor, id,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<RecordView> {
            if (auto no = why_not(SittingAct::add_remark, opened.meeting, opened.standing))
                return *no;
            auto& transaction = recorder.transaction();
            insert_remark(transaction, id, {remark.id, remark.text, recorder.now(), actor.name});
            life_meetings::note(recorder, "add_life_remark", opened.meeting);
            return show_record(transaction, opened, load_sitting(transaction, id));
        });
}

}  // namespace sittings
