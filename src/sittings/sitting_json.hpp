// Messages about a sitting and its record: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "ledger/row_json.hpp"
#include "sittings/sitting_actions.hpp"

namespace sittings {

using ledger::Reader;

struct TurnsForm {
    std::int64_t version = 0;
    std::vector<Turn> turns;
};
/// {"version","turns":[{"id","topic","about","speaker","title","minutes"}]}; no turns: the usual.
[[nodiscard]] base::Result<TurnsForm> read_turns(std::string_view body);
/// {"participant","state","reason","left"}
[[nodiscard]] base::Result<PresenceChange> read_presence(std::string_view body);
struct StepForm {
    std::int64_t version = 0;
};
/// {"version"}
[[nodiscard]] base::Result<StepForm> read_step(std::string_view body);
struct TurnForm {
    std::int64_t version = 0;
    TurnId turn;
};
/// {"version","turn"}
[[nodiscard]] base::Result<TurnForm> read_turn(std::string_view body);
/// {"id","kind","turn","speaker","about","example","words","suggestion","reply","read_out",
/// "said_at_ms"}
[[nodiscard]] base::Result<Spoken> read_spoken(std::string_view body);
/// The same with "revision".
[[nodiscard]] base::Result<Correction> read_correction(std::string_view body);
/// {"id","text"}
[[nodiscard]] base::Result<NewRemark> read_remark(std::string_view body);

/// {"state","version","opened_at","opened_by","closed_at","closed_by","digest","turn","turn_since",
/// "now","writings","quorum":{…},"turns":[…],"presences":[…],"reads_record","may":[]}
[[nodiscard]] std::string to_json(const SittingView& view, const Reader& reader);
/// {"state","version","writings","turn","turn_since","now"}
[[nodiscard]] std::string to_json(const SittingState& state, const Reader& reader);
/// {"entries":[…],"remarks":[…],"figures":{…},"digest","sound","may":[]}
[[nodiscard]] std::string to_json(const RecordView& view, const Reader& reader);
[[nodiscard]] std::string to_json(const WrittenEntry& written, const Reader& reader);

}  // namespace sittings
