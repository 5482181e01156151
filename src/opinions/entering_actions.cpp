#include "opinions/entering_actions.hpp"

namespace opinions {
namespace {

using base::ErrorKind;
using base::refuse;
using life_meetings::with_meeting;

base::Error opinion_unknown() {
    return refuse(ErrorKind::not_found, "opinion_unknown");
}

}  // namespace

SheetWriter::SheetWriter(Recorder& recorder, LifeMeetingId meeting)
    : recorder_(recorder),
      meeting_(meeting),
      last_(load_last_numbers(recorder.transaction(), meeting)) {}

void SheetWriter::write(const Sheet& sheet, std::string_view origin) {
    insert_sheet(
        recorder_.transaction(), sheet,
        {meeting_, ++last_.sheet, std::string(origin), recorder_.now(), recorder_.actor().name});
    for (const auto& line : sheet.lines) write(sheet.id, line);
}

OpinionId SheetWriter::write(SheetId sheet, const Line& line) {
    Opinion one;
    one.id = OpinionId{random_uuid(recorder_.random())};
    one.meeting = meeting_;
    one.sheet = sheet;
    one.number = ++last_.opinion;
    one.line = line;
    one.digest = digest_of(one.id, line.text);
    insert_opinion(recorder_.transaction(), one);
    ++written_;
    return one.id;
}

base::Result<CollectionView> enter_sheets(const Needs& needs, const base::Actor& actor,
                                          LifeMeetingId id, const std::vector<Sheet>& sheets) {
    return with_meeting<CollectionView>(
        needs, actor, id,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<CollectionView> {
            if (auto no = why_not(KeeperAct::enter, opened.meeting, opened.standing)) return *no;
            auto& transaction = recorder.transaction();
            const auto collection = load_collection(transaction, id);
            if (!collection) return collection.error();
            SheetWriter writer(recorder, id);
            std::int64_t entered = 0;
            for (const auto& sheet : sheets) {
                if (const auto stored = find_sheet(transaction, sheet.id)) {
                    if (*stored == sheet) continue;
                    return refuse(ErrorKind::conflict, "same_id_other_content", "id");
                }
                if (auto good = check(sheet, *collection, opened.meeting); !good)
                    return good.error();
                writer.write(sheet);
                ++entered;
            }
            if (entered > 0)
                life_meetings::note(recorder, "enter_opinions", opened.meeting,
                                    {{"sheets", std::to_string(entered)},
                                     {"opinions", std::to_string(writer.opinions_written())}});
            return show_collection(transaction, opened);
        });
}

base::Result<CollectionView> strike_opinion(const Needs& needs, const base::Actor& actor,
                                            OpinionId id, const Correction& correction) {
    const auto meeting = needs.database.read([&](db::Transaction& transaction) {
        const auto found = find_opinion(transaction, id);
        return found ? std::optional(found->meeting) : std::nullopt;
    });
    if (!meeting) return opinion_unknown();
    auto shown = with_meeting<CollectionView>(
        needs, actor, *meeting,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<CollectionView> {
            auto& transaction = recorder.transaction();
            const auto found = find_opinion(transaction, id);
            if (!found) return opinion_unknown();
            if (auto good = check(correction, *found, opened.meeting, opened.standing); !good)
                return good.error();
            std::optional<OpinionId> instead;
            if (correction.instead)
                instead = SheetWriter(recorder, *meeting).write(found->sheet, *correction.instead);
            insert_strike(transaction, id,
                          {correction.reason, {}, recorder.now(), recorder.actor().name}, instead);
            life_meetings::note(
                recorder, "strike_opinion", opened.meeting,
                {{"number", std::to_string(found->number)},
                 {"replaced", correction.instead ? std::string("1") : std::string("0")}});
            return show_collection(transaction, opened);
        });
    if (!shown && shown.error().code == "life_meeting_unknown") return opinion_unknown();
    return shown;
}

}  // namespace opinions
