// A list's address turned into a filter: the same words in the address of the page, of the API and
// of the export.
#pragma once

#include "http/http.hpp"
#include "ledger/ledger_actions.hpp"
#include "ledger/notice_store.hpp"
#include "ledger/task_store.hpp"

namespace ledger {

struct ListAddress {
    View view = View::measures;
    LedgerQuery query;
};

/// Refuses, all together: unknown_name (view, sort, status, kind, tier, waiting, group),
/// expected_id (programme, unit, area, held_by), expected_date (due_from, due_to),
/// number_out_of_range (page, page_size, number), text_too_long (q), waits_at_the_other_level
/// (waiting).
[[nodiscard]] base::Result<ListAddress> read_list_address(const http::Request& request);

/// "page" and "page_size" of any list. Refuses number_out_of_range.
[[nodiscard]] base::Result<Page> read_page(const http::Request& request);

/// programme, unit, measure, state (a list), page, page_size. Refuses: expected_id,
/// number_out_of_range, unknown_name (state).
[[nodiscard]] base::Result<NoticeFilter> read_notice_filter(const http::Request& request);
/// programme, held_by (a list), state (a list), waiting, origin_kind, origin, page, page_size.
/// Refuses: expected_id, number_out_of_range, unknown_name.
[[nodiscard]] base::Result<TaskFilter> read_task_filter(const http::Request& request);

}  // namespace ledger
