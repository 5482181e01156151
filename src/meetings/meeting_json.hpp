// Messages about meetings, their series, agendas and minutes: names of fields and their sizes.
#pragma once

#include <string_view>

#include "ledger/row_json.hpp"
#include "meetings/running_actions.hpp"

namespace meetings {

using ledger::Reader;

/// {"id","kind","title","every","day","dates":[],"ended"}; of a change "version" in place of "id".
[[nodiscard]] base::Result<Series> read_new_series(std::string_view body);
[[nodiscard]] base::Result<Series> read_series_change(std::string_view body);
/// {"id","series_id"|null, and the terms}: "kind","title","held_on","begins_at","minutes","place",
/// "participants":[{"name","person_id"|null,"unit_id"|null,"standing","duty"}]. The programme is
/// the caller's to fill in.
[[nodiscard]] base::Result<NewMeeting> read_new_meeting(std::string_view body);
struct MeetingChange {
    std::int64_t version = 0;
    MeetingTerms terms;
};
/// {"version", and the terms}
[[nodiscard]] base::Result<MeetingChange> read_meeting_change(std::string_view body);
struct MeetingWords {
    std::int64_t version = 0;
    std::string text;
};
/// {"version", `key`}; `key` may be "" where nothing is said.
[[nodiscard]] base::Result<MeetingWords> read_meeting_words(std::string_view body,
                                                            std::string_view key);
/// {"text"}
[[nodiscard]] base::Result<std::string> read_remark(std::string_view body);
/// {"line","attendance","reason","proxy"}
[[nodiscard]] base::Result<AttendanceNote> read_attendance(std::string_view body);
struct AgendaForm {
    std::int64_t version = 0;
    std::vector<AgendaLine> lines;
};
/// {"version","items":[{"id","subject","subject_id","title"}]}
[[nodiscard]] base::Result<AgendaForm> read_agenda(std::string_view body);
/// {"version","heard","discussion","moved_on","decisions":[{"id","matter","unit_id"|null,
/// "person_id"|null,"due_on"|null}]}; the item is the caller's to fill in.
[[nodiscard]] base::Result<Minute> read_minute(std::string_view body);

[[nodiscard]] std::string to_json(const Series& series);
[[nodiscard]] std::string to_json(const std::vector<SeriesView>& series);
[[nodiscard]] std::string to_json(const MeetingTerms& terms, const Reader& reader);
[[nodiscard]] std::string to_json(const Meeting& meeting, const Reader& reader);
/// With "items","figures","remarks","next_on".
[[nodiscard]] std::string to_json(const MeetingView& view, const Reader& reader);
[[nodiscard]] std::string to_json(const AgendaItem& item, const Reader& reader);
/// {"rows":[{"subject","subject_id","reasons":[],"row":{…}}]}
[[nodiscard]] std::string to_json(const std::vector<Proposal>& proposals, const Reader& reader);
/// {"rows","total","page","page_size"}; rows without participants.
[[nodiscard]] std::string to_json(const MeetingPage& page, const ledger::Page& asked,
                                  const Reader& reader);
/// {"rows"}
[[nodiscard]] std::string to_json(const std::vector<Meeting>& meetings, const Reader& reader);

}  // namespace meetings
