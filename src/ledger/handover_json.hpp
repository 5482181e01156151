// Messages about leaving posts and handing over: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "http/http.hpp"
#include "ledger/handover_actions.hpp"
#include "ledger/row_json.hpp"

namespace ledger {

/// {"version","until_on","handover_id","risk_note","witness_unit","follower"|null:
/// {"person_id"|null,"person_name","from_on"|null}}; the post is the path's.
[[nodiscard]] base::Result<LeavePost> read_leave_post(std::string_view body, accounts::PostId post);
struct HandoverPatch {
    std::int64_t version = 0;
    HandoverTexts texts;
};
/// {"version","risk_note","witness_unit"}
[[nodiscard]] base::Result<HandoverPatch> read_handover_patch(std::string_view body);
struct KeptItem {
    std::int64_t version = 0;
    bool kept = false;
};
/// {"version","kept"}
[[nodiscard]] base::Result<KeptItem> read_kept(std::string_view body);
/// {"version"}
[[nodiscard]] base::Result<std::int64_t> read_handover_version(std::string_view body);
struct NamedFollower {
    std::int64_t version = 0;
    Follower follower;
};
/// {"version","person_id"|null,"person_name","from_on"|null}
[[nodiscard]] base::Result<NamedFollower> read_follower(std::string_view body);
struct SentSignature {
    std::int64_t version = 0;
    HandoverSigning signing;
};
/// {"version","on_paper","signed_on"|null,"note"}; the part is the path's.
[[nodiscard]] base::Result<SentSignature> read_signature(std::string_view body, HandoverPart part);
/// state, to_sign=1, page, page_size. Refuses, all together: unknown_name (state),
/// number_out_of_range (page, page_size).
[[nodiscard]] base::Result<HandoverFilter> read_handover_filter(const http::Request& request);

/// {"post":{…},"handover_id"|null,"items"}
[[nodiscard]] std::string to_json(const LeftPost& left);
/// The handover with "may", "to_sign"|null and "on_paper".
[[nodiscard]] std::string to_json(const HandoverView& view, const Reader& reader);
/// {"rows","total","page","page_size"}; a row with "to_sign"|null.
[[nodiscard]] std::string to_json(const HandoverPage& page, const Page& asked,
                                  const Reader& reader);
[[nodiscard]] std::string to_json(const HandoverItemPage& page, const Page& asked);

}  // namespace ledger
