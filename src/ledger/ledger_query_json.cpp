#include "ledger/ledger_query_json.hpp"

#include <charconv>

#include "base/utf8.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

/// Reads query values, collecting faults.
class AddressReader {
  public:
    explicit AddressReader(const http::Request& request) : request_(request) {}

    [[nodiscard]] std::string_view text(std::string_view name) const {
        return request_.query_value(name);
    }
    void fault(std::string_view name, std::string_view code) {
        faults_.push_back(refuse(ErrorKind::invalid, code, name,
                                 {{"value", std::string(base::first_chars(text(name), 40))}}));
    }
    /// Through `find` when it is there.
    template <class T, class Find>
    std::optional<T> value(std::string_view name, std::string_view code, Find find) {
        if (text(name).empty()) return std::nullopt;
        const std::optional<T> found = find(text(name));
        if (!found) fault(name, code);
        return found;
    }
    /// Each of a comma-separated list; `code` where one is not acceptable.
    template <class Each>
    void list(std::string_view name, std::string_view code, Each each) {
        auto rest = text(name);
        while (!rest.empty()) {
            const auto end = std::min(rest.find(','), rest.size());
            if (!each(rest.substr(0, end))) return fault(name, code);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    std::int64_t number(std::string_view name, std::int64_t when_absent, std::int64_t max) {
        const auto given = text(name);
        if (given.empty()) return when_absent;
        std::int64_t found = 0;
        const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), found);
        const bool whole = error == std::errc() && end == given.data() + given.size();
        if (whole && found >= 1 && found <= max) return found;
        faults_.push_back(refuse(ErrorKind::invalid, "number_out_of_range", name,
                                 {{"value", std::string(base::first_chars(given, 40))},
                                  {"accepted", "1–" + std::to_string(max)}}));
        return when_absent;
    }
    [[nodiscard]] base::Result<void> finish() const {
        if (auto fault = base::together(faults_)) return *fault;
        return {};
    }

  private:
    const http::Request& request_;
    std::vector<base::Error> faults_;
};

constexpr std::int64_t page_max = 1'000'000, number_max = 1'000'000'000;

Page read_page(AddressReader& address) {
    return {
        address.number("page", 1, page_max),
        address.number("page_size", 50, static_cast<std::int64_t>(base::limits::page_rows_max))};
}

void read_held_by(AddressReader& address, std::vector<base::UnitId>& units) {
    address.list("held_by", "expected_id", [&](std::string_view id) {
        const auto unit = base::UnitId::parse(id);
        if (unit) units.push_back(*unit);
        return unit.has_value();
    });
}

void read_sort(AddressReader& address, LedgerFilter& filter) {
    auto sort = address.text("sort");
    if (sort.empty()) return;
    if (sort.front() == '-') {
        filter.order = Order::descending;
        sort.remove_prefix(1);
    }
    if (const auto key = sort_key_of(sort))
        filter.sort = *key;
    else
        address.fault("sort", "unknown_name");
}

void read_names(AddressReader& address, View view, LedgerFilter& filter) {
    address.list("status", "unknown_name", [&](std::string_view name) {
        filter.statuses.emplace_back(name);
        return view == View::measures ? measure_status_of(name).has_value()
                                      : problem_status_of(name).has_value();
    });
    address.list("kind", "unknown_name", [&](std::string_view name) {
        const auto kind = deadline_kind_of(name);
        if (kind) filter.kinds.push_back(*kind);
        return kind.has_value();
    });
    filter.tier = address.value<Tier>("tier", "unknown_name", [](std::string_view name) {
        const auto tier = tier_of_name(name);
        const bool a_day = tier == Tier::overdue || tier == Tier::due_soon || tier == Tier::on_time;
        return a_day ? tier : std::nullopt;
    });
    filter.waiting = address.value<Waiting>("waiting", "unknown_name", waiting_of);
    filter.group = address.value<GroupKey>("group", "unknown_name", group_key_of);
    if (filter.waiting && !is_asked_of(view, *filter.waiting))
        address.fault("waiting", "waits_at_the_other_level");
}

}  // namespace

base::Result<Page> read_page(const http::Request& request) {
    AddressReader address(request);
    const auto page = read_page(address);
    if (auto fine = address.finish(); !fine) return fine.error();
    return page;
}

base::Result<ListAddress> read_list_address(const http::Request& request) {
    AddressReader address(request);
    ListAddress list;
    auto& filter = list.query.filter;
    const auto view = address.text("view");
    if (view == "problems")
        list.view = View::problems;
    else if (!view.empty() && view != "measures")
        address.fault("view", "unknown_name");
    filter.programme = address.value<ProgrammeId>("programme", "expected_id", ProgrammeId::parse);
    filter.area = address.value<AreaId>("area", "expected_id", AreaId::parse);
    list.query.unit = address.value<base::UnitId>("unit", "expected_id", base::UnitId::parse);
    read_held_by(address, filter.held_by);
    filter.due_from = address.value<base::Date>("due_from", "expected_date", base::parse_date);
    filter.due_to = address.value<base::Date>("due_to", "expected_date", base::parse_date);
    if (!address.text("number").empty()) filter.number = address.number("number", 1, number_max);
    read_names(address, list.view, filter);
    read_sort(address, filter);
    filter.words = base::trim(address.text("q"));
    if (base::chars_in(filter.words) > base::limits::name_chars_max)
        address.fault("q", "text_too_long");
    filter.page = read_page(address);
    if (auto fine = address.finish(); !fine) return fine.error();
    return list;
}

base::Result<NoticeFilter> read_notice_filter(const http::Request& request) {
    AddressReader address(request);
    NoticeFilter filter;
    filter.programme = address.value<ProgrammeId>("programme", "expected_id", ProgrammeId::parse);
    filter.unit = address.value<base::UnitId>("unit", "expected_id", base::UnitId::parse);
    filter.measure = address.value<MeasureId>("measure", "expected_id", MeasureId::parse);
    address.list("state", "unknown_name", [&](std::string_view name) {
        const auto state = notice_state_of(name);
        if (state) filter.states.push_back(*state);
        return state.has_value();
    });
    filter.page = read_page(address);
    if (auto fine = address.finish(); !fine) return fine.error();
    return filter;
}

base::Result<TaskFilter> read_task_filter(const http::Request& request) {
    AddressReader address(request);
    TaskFilter filter;
    filter.programme = address.value<ProgrammeId>("programme", "expected_id", ProgrammeId::parse);
    read_held_by(address, filter.held_by);
    address.list("state", "unknown_name", [&](std::string_view name) {
        const auto state = task_state_of(name);
        if (state) filter.states.push_back(*state);
        return state.has_value();
    });
    filter.waiting = address.value<Waiting>("waiting", "unknown_name", waiting_of);
    if (const auto kind = address.value<OriginKind>("origin_kind", "unknown_name", origin_kind_of))
        filter.origin = TaskOrigin{*kind, std::string(address.text("origin"))};
    filter.page = read_page(address);
    if (auto fine = address.finish(); !fine) return fine.error();
    return filter;
}

}  // namespace ledger
