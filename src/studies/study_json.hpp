// Messages about study: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "ledger/row_json.hpp"
#include "studies/study_actions.hpp"

namespace studies {

using ledger::Reader;

/// {"readings":[{"title","topic","finish_on"}]}
[[nodiscard]] base::Result<std::vector<Reading>> read_readings(std::string_view body);
/// {"id","version","held_on","minutes","form","place","host","topic","items":[],
/// "attendance":[{"participant","attended","reason"}]}; version 0 of a new one.
[[nodiscard]] base::Result<Session> read_session(std::string_view body);
/// {"id","studied_on","minutes","what"}
[[nodiscard]] base::Result<OwnStudy> read_own_study(std::string_view body);
/// {"id","title","text"}
[[nodiscard]] base::Result<StudyNote> read_study_note(std::string_view body);

/// {"hours_min","readings":[],"sessions":[],"hours":[],"own":[],"notes":[],"titles":[],"may":[]}
[[nodiscard]] std::string to_json(const StudyView& view, const Reader& reader);

}  // namespace studies
