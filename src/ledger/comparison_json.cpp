#include "ledger/comparison_json.hpp"

#include "base/utf8.hpp"
#include "ledger/ledger_query_json.hpp"
#include "ledger/problem_json.hpp"

namespace ledger {

base::Result<ComparisonAddress> read_comparison_address(const http::Request& request,
                                                        base::Date today) {
    const auto page = read_page(request);
    if (!page) return page.error();
    const auto from = http::day_in_query(request, "from");
    if (!from) return from.error();
    const auto to = http::day_in_query(request, "to");
    if (!to) return to.error();
    const auto view = request.query_value("view");
    if (!view.empty() && view != name_of(View::measures) && view != name_of(View::problems))
        return base::refuse(base::ErrorKind::invalid, "unknown_name", "view",
                            {{"value", std::string(base::first_chars(view, 40))}});
    const auto until = to->value_or(today);
    return ComparisonAddress{{from->value_or(base::add_days(until, -7)), until},
                             view == name_of(View::problems) ? View::problems : View::measures,
                             *page};
}

std::string to_json(const ComparisonPage& page, const ComparisonAddress& asked,
                    const Reader& reader) {
    base::JsonWriter json;
    json.begin_object().field("from", asked.period.from).field("to", asked.period.to);
    json.field("view", name_of(asked.view)).key("rows").begin_array();
    for (const auto& row : page.rows) {
        json.begin_object().field("id", row.id).field("number", row.number);
        json.field("text", row.text).field("is_new", row.is_new);
        json.field("by", reader.name(row.last_by)).field("at", row.last_at);
        write_changes(json, row.changes, reader);
        json.end_object();
    }
    json.end_array().field("total", page.total).field("reports", page.reports);
    json.field("page", asked.page.page).field("page_size", asked.page.page_size).end_object();
    return json.take();
}

}  // namespace ledger
