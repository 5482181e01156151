// Messages about notices: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "ledger/notice_actions.hpp"
#include "ledger/row_json.hpp"

namespace ledger {

/// {"id","kind","measure_ids"}
[[nodiscard]] base::Result<NewNotice> read_new_notice(std::string_view body);

/// {"id","matter"}; the programme is the caller's to fill in.
[[nodiscard]] base::Result<NewAtOnce> read_new_at_once(std::string_view body);

struct NoticeDraftForm {
    std::int64_t version = 0;
    NoticeDraft draft;
};
/// {"version","basis","requirement","contact","reply_by"|null,"matter","measure_ids"}
[[nodiscard]] base::Result<NoticeDraftForm> read_notice_draft(std::string_view body);
struct NoticeWords {
    std::int64_t version = 0;
    std::string text;
    bool helped = false;
};
/// {"version", `key`}; with "helped" for a closing. `key` may be "" where nothing is said.
[[nodiscard]] base::Result<NoticeWords> read_notice_words(std::string_view body,
                                                          std::string_view key);
[[nodiscard]] std::string to_json(const Notice& notice, const Reader& reader);
/// {"rows","total","page","page_size"}; rows without measures and steps.
[[nodiscard]] std::string to_json(const NoticePage& page, const Page& asked, const Reader& reader);
/// {"sections":[{"act","total","rows"}]}
[[nodiscard]] std::string to_json(const std::vector<WaitingNotices>& waiting, const Reader& reader);
/// {"rows":[{"unit":{"id","name"},"issued","unsigned_for","unanswered","late","closed"}]}
[[nodiscard]] std::string to_json(const std::vector<NoticeCounts>& counts);

}  // namespace ledger
