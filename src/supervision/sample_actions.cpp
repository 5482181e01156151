#include "supervision/sample_actions.hpp"

#include <algorithm>
#include <set>

#include "accounts/unit_store.hpp"
#include "base/text_length.hpp"
#include "ledger/quality_store.hpp"
#include "supervision/check_step_actions.hpp"

namespace supervision {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::Recorder;

constexpr std::size_t seed_bytes = 32;

/// What the checks of quality find at rows of the pool.
void mark_doubtful(db::Transaction& transaction, const ledger::Programme& programme,
                   std::vector<Candidate>& pool, const base::Scope& scope) {
    std::set<std::string> copied, doubtful;
    for (const auto& one : ledger::findings_in(read_checked(transaction, programme, scope))) {
        if (one.check == ledger::Check::copied) copied.insert(one.id);
        if (one.check == ledger::Check::evidence_older ||
            one.check == ledger::Check::evidence_reused)
            doubtful.insert(one.id);
    }
    for (auto& one : pool) {
        one.copied = copied.contains(one.id);
        one.evidence_doubtful = doubtful.contains(one.id);
    }
}

base::Result<void> check_filter(db::Transaction& transaction, const PoolFilter& filter) {
    if (filter.unit && !accounts::load_unit_path(transaction, *filter.unit))
        return refuse(ErrorKind::invalid, "unit_unknown", "unit_id");
    return {};
}

/// Who answers for it, as a notice about it would be addressed.
base::Result<base::UnitId> unit_of(Recorder& recorder, const Candidate& one) {
    const auto inspected = recorder.programme().inspected_unit;
    auto& transaction = recorder.transaction();
    if (one.kind == RowKind::measure) {
        const auto measure =
            ledger::load_item(transaction, *ledger::MeasureId::parse(one.id), base::unbounded());
        if (!measure) return measure.error();
        return ledger::addressee_of(measure->responsibility, inspected);
    }
    const auto problem =
        ledger::load_problem(transaction, *ledger::ProblemId::parse(one.id), base::unbounded());
    if (!problem) return problem.error();
    return ledger::addressee_of(problem->responsibility, inspected);
}

base::Result<void> put_in(Recorder& recorder, const Check& check, const Candidate& one,
                          CheckedRow row) {
    const auto unit = unit_of(recorder, one);
    if (!unit) return unit.error();
    row.check = check.id;
    row.unit = *unit;
    row.subject.kind = one.kind;
    row.subject.id = one.id;
    row.weights = weights_of(one);
    insert_row(recorder.transaction(), row, check.programme);
    return {};
}

Draw new_draw(Recorder& recorder, const Check& check, const NewDraw& wanted,
              const std::vector<Candidate>& pool) {
    std::vector<std::uint8_t> seed(seed_bytes);
    recorder.random().fill(seed);
    const auto algorithm = base::preferred_algorithm();
    Draw draw;
    draw.id = wanted.id;
    draw.check = check.id;
    draw.number = load_last_draw(recorder.transaction(), check.id) + 1;
    draw.filter = wanted.filter;
    draw.method = wanted.method;
    draw.size = wanted.size;
    draw.seed = base::to_hex(seed);
    draw.algorithm = base::name_of(algorithm);
    draw.pool_size = static_cast<std::int64_t>(pool.size());
    draw.pool_list = list_of(pool, wanted.method);
    draw.pool_digest = base::digest(algorithm, draw.pool_list);
    for (const auto& one : pool) draw.guards = draw.guards | one.guards;
    draw.drawn_by = recorder.actor().name;
    draw.drawn_at = recorder.now();
    return draw;
}

base::Result<void> put_drawn_in(Recorder& recorder, const Check& check, const Draw& draw,
                                const std::vector<Candidate>& pool) {
    for (const auto& line : drawn_again(draw)) {
        if (!line.drawn) continue;
        const auto at = std::find_if(pool.begin(), pool.end(), [&](const Candidate& one) {
            return label_of(one.kind, one.number) == line.row;
        });
        CheckedRow row;
        row.id = CheckRowId::make(recorder.now(), recorder.random());
        row.draw = draw.number;
        if (auto put = put_in(recorder, check, *at, std::move(row)); !put) return put;
    }
    return {};
}

/// The version the actor saw, and the act allowed; then `fill` puts rows in, and the check moves
/// on by a version.
template <class Fill>
base::Result<CheckView> grow(Recorder& recorder, const Check& check, const SeenCheck& seen,
                             Fill fill) {
    if (auto fresh = ledger::check_version(check.version, seen.version); !fresh)
        return fresh.error();
    if (const auto no = why_not(CheckAct::draw, check, recorder.actor())) return *no;
    if (const base::Result<void> filled = fill(); !filled) return filled.error();
    if (auto touched = touch_check(recorder.transaction(), check); !touched) return touched.error();
    recorder.finish();
    return view_of(recorder.transaction(), check.id, recorder.actor());
}

}  // namespace

base::Result<PoolView> view_pool(const Needs& needs, const base::Actor& actor, CheckId id,
                                 const PoolFilter& filter) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<PoolView> {
        const auto check = find_check(transaction, id, actor);
        if (!check) return refuse(ErrorKind::not_found, "check_unknown");
        if (const auto no = why_not(CheckAct::draw, *check, actor)) return *no;
        const auto programme = ledger::load_programme(transaction, check->programme, actor.scope);
        if (!programme) return programme.error();
        auto pool = list_pool(transaction, *check, filter, actor.scope);
        mark_doubtful(transaction, *programme, pool, actor.scope);
        PoolView view{static_cast<std::int64_t>(pool.size()), figures_of(transaction, id).rows, {}};
        for (const auto weight : weights) view.weighted.emplace_back(weight, 0);
        for (const auto& one : pool)
            for (const auto weight : weights_of(one))
                ++view.weighted[static_cast<std::size_t>(weight)].second;
        return view;
    });
}

base::Result<CheckView> draw_sample(const Needs& needs, const base::Actor& actor,
                                    const SeenCheck& seen, const NewDraw& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<CheckView> {
        auto opened = open_check(transaction, needs, actor, seen.id);
        if (!opened) return opened.error();
        auto& [recorder, check] = *opened;
        if (const auto stored = find_draw(transaction, wanted.id)) {
            if (stored->check == seen.id && stored->filter == wanted.filter &&
                stored->method == wanted.method && stored->size == wanted.size)
                return view_of(transaction, seen.id, actor);
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        return grow(recorder, check, seen, [&]() -> base::Result<void> {
            if (auto fine = check_filter(transaction, wanted.filter); !fine) return fine;
            auto pool = list_pool(transaction, check, wanted.filter, actor.scope);
            const auto there = figures_of(transaction, check.id).rows;
            if (auto fine = check_size(wanted.size, static_cast<std::int64_t>(pool.size()), there);
                !fine)
                return fine;
            if (wanted.method == DrawMethod::weighted)
                mark_doubtful(transaction, recorder.programme(), pool, actor.scope);
            const auto draw = new_draw(recorder, check, wanted, pool);
            insert_draw(transaction, draw);
            note(recorder, "draw_sample", check,
                 {{"sample_size", std::to_string(draw.size)},
                  {"pool_size", std::to_string(draw.pool_size)},
                  {"seed", draw.seed},
                  {"list_digest", draw.algorithm + ":" + draw.pool_digest}});
            return put_drawn_in(recorder, check, draw, pool);
        });
    });
}

base::Result<CheckView> add_row_by_hand(const Needs& needs, const base::Actor& actor,
                                        const SeenCheck& seen, const RowByHand& wanted) {
    const auto label = label_of(wanted.kind, wanted.number);
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<CheckView> {
        auto opened = open_check(transaction, needs, actor, seen.id);
        if (!opened) return opened.error();
        auto& [recorder, check] = *opened;
        if (find_row(transaction, wanted.id, actor.scope))
            return view_of(transaction, seen.id, actor);
        return grow(recorder, check, seen, [&]() -> base::Result<void> {
            if (const auto no = base::why_too_short(wanted.why, "reason_too_short", "why"))
                return *no;
            const auto one =
                find_candidate(transaction, check, wanted.kind, wanted.number, actor.scope);
            if (!one)
                return refuse(ErrorKind::invalid, "row_is_not_in_the_pool", "number",
                              {{"value", std::to_string(wanted.number)}});
            if (auto fine = check_size(1, 1, figures_of(transaction, check.id).rows); !fine)
                return fine;
            CheckedRow row;
            row.id = wanted.id;
            row.why = wanted.why;
            note(recorder, "add_to_sample", check, {{"row", label}, {"reason", wanted.why}});
            return put_in(recorder, check, *one, std::move(row));
        });
    });
}

base::Result<DrawnAgain> draw_again(const Needs& needs, const base::Actor& actor, DrawId id) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<DrawnAgain> {
        const auto unknown = refuse(ErrorKind::not_found, "draw_unknown");
        auto draw = find_draw(transaction, id);
        if (!draw) return unknown;
        const auto check = find_check(transaction, draw->check, actor);
        if (!check || !sees_inside(*check, actor)) return unknown;
        if (!actor.scope.clears(draw->guards))
            return refuse(ErrorKind::forbidden, "draw_is_restricted");
        DrawnAgain again{*draw, drawn_again(*draw), false};
        again.sound = is_sound(*draw, list_drawn(transaction, *draw));
        return again;
    });
}

}  // namespace supervision
