#include "supervision/sample.hpp"

#include <algorithm>
#include <charconv>

#include "base/names.hpp"
#include "base/utf8.hpp"
#include "journal/entry.hpp"

namespace supervision {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 3> pool_names{"reported", "struck_off", "both"};
constexpr std::array<std::string_view, 2> method_names{"even", "weighted"};
constexpr std::array<std::string_view, 2> row_kind_names{"measure", "problem"};
constexpr std::array<std::string_view, weights.size()> weight_names{
    "overdue",      "rushed", "sent_back",        "without_evidence",
    "large_amount", "copied", "evidence_doubtful"};
constexpr std::array<int, weights.size()> weight_lots{2, 1, 2, 3, 2, 3, 3};

base::Algorithm algorithm_of(const Draw& draw) {
    return journal::algorithm_named(draw.algorithm).value_or(base::Algorithm::sha256);
}

std::vector<PoolLine> lines_in(std::string_view list) {
    std::vector<PoolLine> lines;
    while (!list.empty()) {
        auto line = base::cut(list, '\n');
        PoolLine one;
        one.row = base::cut(line, ' ');
        std::from_chars(line.data(), line.data() + line.size(), one.lots);
        lines.push_back(std::move(one));
    }
    return lines;
}

}  // namespace

std::string_view name_of(Pool pool) {
    return pool_names[static_cast<std::size_t>(pool)];
}
std::optional<Pool> pool_of(std::string_view name) {
    return base::named<Pool>(pool_names, name);
}
std::string_view name_of(DrawMethod method) {
    return method_names[static_cast<std::size_t>(method)];
}
std::optional<DrawMethod> draw_method_of(std::string_view name) {
    return base::named<DrawMethod>(method_names, name);
}
std::string_view name_of(Weight weight) {
    return weight_names[static_cast<std::size_t>(weight)];
}
std::optional<Weight> weight_of(std::string_view name) {
    return base::named<Weight>(weight_names, name);
}
std::string_view name_of(RowKind kind) {
    return row_kind_names[static_cast<std::size_t>(kind)];
}
std::optional<RowKind> row_kind_of(std::string_view name) {
    return base::named<RowKind>(row_kind_names, name);
}
int lots_for(Weight weight) {
    return weight_lots[static_cast<std::size_t>(weight)];
}

std::vector<Weight> weights_of(const Candidate& one) {
    std::vector<Weight> found;
    if (one.due_on && one.done_on) {
        if (*one.done_on > *one.due_on)
            found.push_back(Weight::overdue);
        else if (base::add_days(*one.done_on, rushed_days) >= *one.due_on)
            found.push_back(Weight::rushed);
    }
    if (one.times_sent_back > 0) found.push_back(Weight::sent_back);
    if (one.results > 0 && one.evidence == 0) found.push_back(Weight::without_evidence);
    if (one.recovered_yuan >= large_amount_yuan) found.push_back(Weight::large_amount);
    if (one.copied) found.push_back(Weight::copied);
    if (one.evidence_doubtful) found.push_back(Weight::evidence_doubtful);
    return found;
}

int lots_of(const Candidate& one, DrawMethod method) {
    int lots = 1;
    if (method == DrawMethod::weighted)
        for (const auto weight : weights_of(one)) lots += lots_for(weight);
    return lots;
}

std::string label_of(RowKind kind, std::int64_t number) {
    return (kind == RowKind::measure ? "M" : "P") + std::to_string(number);
}

std::string list_of(const std::vector<Candidate>& pool, DrawMethod method) {
    auto sorted = pool;
    std::sort(sorted.begin(), sorted.end(), [](const Candidate& a, const Candidate& b) {
        return std::tie(a.kind, a.number) < std::tie(b.kind, b.number);
    });
    std::string list;
    for (const auto& one : sorted)
        list += label_of(one.kind, one.number) + ' ' + std::to_string(lots_of(one, method)) + '\n';
    return list;
}

std::vector<PoolLine> drawn_again(const Draw& draw) {
    auto lines = lines_in(draw.pool_list);
    for (auto& line : lines)
        for (int lot = 1; lot <= line.lots; ++lot) {
            auto key = base::digest(algorithm_of(draw),
                                    draw.seed + ':' + line.row + ':' + std::to_string(lot));
            if (line.key.empty() || key < line.key) line.key = std::move(key);
        }
    std::sort(lines.begin(), lines.end(),
              [](const PoolLine& a, const PoolLine& b) { return a.key < b.key; });
    const auto taken = std::min(lines.size(), static_cast<std::size_t>(draw.size));
    for (std::size_t i = 0; i < taken; ++i) lines[i].drawn = true;
    return lines;
}

bool is_sound(const Draw& draw, std::vector<std::string> rows) {
    if (base::digest(algorithm_of(draw), draw.pool_list) != draw.pool_digest) return false;
    std::vector<std::string> expected;
    for (const auto& line : drawn_again(draw))
        if (line.drawn) expected.push_back(line.row);
    std::sort(rows.begin(), rows.end());
    std::sort(expected.begin(), expected.end());
    return rows == expected;
}

base::Result<void> check_size(std::int64_t wanted, std::int64_t pool, std::int64_t there) {
    if (pool == 0) return refuse(ErrorKind::invalid, "pool_is_empty", "size");
    if (wanted > pool)
        return refuse(ErrorKind::invalid, "sample_larger_than_pool", "size",
                      {{"value", std::to_string(wanted)}, {"accepted", std::to_string(pool)}});
    if (there + wanted > sample_rows_max)
        return refuse(
            ErrorKind::invalid, "sample_is_full", "size",
            {{"value", std::to_string(there)}, {"accepted", std::to_string(sample_rows_max)}});
    return {};
}

}  // namespace supervision
