// Messages about talks: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "ledger/row_json.hpp"
#include "talks/talk_actions.hpp"
#include "talks/talk_plan_actions.hpp"

namespace talks {

using ledger::Reader;

/// {"version","rules":[{"kind","due_on"}],"partners":[{"id","kind","name","title","person_id",
/// "member_ids":[],"left_on","left_reason"}]}
[[nodiscard]] base::Result<TalkPlan> read_talk_plan(std::string_view body);
/// {"id","member_id","other_id","another","appointment":{…}?,"held":{…}?}
[[nodiscard]] base::Result<NewTalk> read_new_talk(std::string_view body);

struct SeenMessage {
    std::int64_t version = 0;
};
[[nodiscard]] base::Result<SeenMessage> read_seen_talk(std::string_view body);  // {"version"}
struct AppointmentForm {
    std::int64_t version = 0;
    Appointment appointment;
};
/// {"version","held_on","begins_at","minutes","place","form"}
[[nodiscard]] base::Result<AppointmentForm> read_appointment(std::string_view body);
struct CancellationForm {
    std::int64_t version = 0;
    std::string reason;
};
[[nodiscard]] base::Result<CancellationForm> read_cancellation(std::string_view body);
struct RecordForm {
    std::int64_t version = 0;
    HeldTalk held;
};
/// {"version","held_on","place","form","theme","own","others":[],"work","thought","suggestions",
/// "commitments","follow_up"}
[[nodiscard]] base::Result<RecordForm> read_talk_record(std::string_view body);
struct PaperSignatureForm {
    std::int64_t version = 0;
    PaperSignature signature;
};
/// {"version","side","signed_on","note"}
[[nodiscard]] base::Result<PaperSignatureForm> read_paper_signature(std::string_view body);

[[nodiscard]] std::string to_json(const TalksView& view, const Reader& reader);
[[nodiscard]] std::string to_json(const TalkView& view, const Reader& reader);
/// {"rows":[{"person_id","name","title","unit_name"}]}
[[nodiscard]] std::string to_json(const std::vector<HeadOfUnit>& heads, const Reader& reader);
[[nodiscard]] std::string to_json(const std::vector<OwnTalk>& talks, const Reader& reader);

}  // namespace talks
