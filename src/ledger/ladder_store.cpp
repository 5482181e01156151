#include "ledger/ladder_store.hpp"

#include <algorithm>

namespace ledger {
namespace {

constexpr std::string_view select_ladder =
    "SELECT mark_pattern, version FROM ladder WHERE programme_id = $1";
constexpr std::string_view select_kinds = R"sql(
SELECT name, short_name, requirement, reply_days FROM notice_kind WHERE programme_id = $1
ORDER BY position)sql";
constexpr std::string_view select_rungs = R"sql(
SELECT cause, amount, day_count, recipients, notice, since FROM rung WHERE programme_id = $1
ORDER BY position)sql";

constexpr std::string_view upsert_ladder = R"sql(
INSERT INTO ladder (programme_id, mark_pattern, version, updated_at, updated_by)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (programme_id) DO UPDATE SET mark_pattern = $2, version = $3, updated_at = $4,
                                         updated_by = $5)sql";
constexpr std::string_view delete_kinds = "DELETE FROM notice_kind WHERE programme_id = $1";
constexpr std::string_view delete_rungs = "DELETE FROM rung WHERE programme_id = $1";
constexpr std::string_view insert_kind = R"sql(
INSERT INTO notice_kind (programme_id, position, name, short_name, requirement, reply_days)
VALUES ($1, $2, $3, $4, $5, $6))sql";
constexpr std::string_view insert_rung = R"sql(
INSERT INTO rung (programme_id, position, cause, amount, day_count, recipients, notice, since)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql";

std::string encode(const std::vector<Recipient>& recipients) {
    std::string text;
    for (const auto one : recipients) (text += text.empty() ? "" : ",") += name_of(one);
    return text;
}

std::vector<Recipient> decode_recipients(std::string_view text) {
    std::vector<Recipient> found;
    while (!text.empty()) {
        const auto end = std::min(text.find(','), text.size());
        if (const auto one = recipient_of(text.substr(0, end))) found.push_back(*one);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return found;
}

Rung rung_in(const db::Row& row) {
    return {cause_of(row.text(0)).value_or(Cause::overdue),
            static_cast<int>(row.integer(1)),
            day_count_of(row.text(2)).value_or(DayCount::calendar),
            decode_recipients(row.text(3)),
            row.string(4),
            row.optional_date(5)};
}

NoticeKind kind_in(const db::Row& row) {
    return {row.string(0), row.string(1), row.string(2), static_cast<int>(row.integer(3))};
}

}  // namespace

Ladder load_ladder(db::Transaction& transaction, ProgrammeId programme) {
    Ladder ladder;
    transaction.each(select_ladder, {programme}, [&](const db::Row& row) {
        ladder.mark_pattern = row.string(0);
        ladder.version = row.integer(1);
    });
    if (ladder.version == 0) return default_ladder();
    ladder.kinds = transaction.all(select_kinds, {programme}, kind_in);
    ladder.rungs = transaction.all(select_rungs, {programme}, rung_in);
    return ladder;
}

void save_ladder(db::Transaction& transaction, ProgrammeId programme, const Ladder& ladder,
                 const std::string& by, base::Instant now) {
    transaction.execute(upsert_ladder,
                        {programme, ladder.mark_pattern, ladder.version + 1, now, by});
    transaction.execute(delete_kinds, {programme});
    transaction.execute(delete_rungs, {programme});
    std::int64_t position = 0;
    for (const auto& kind : ladder.kinds)
        transaction.execute(insert_kind, {programme, ++position, kind.name, kind.short_name,
                                          kind.requirement, kind.reply_days});
    position = 0;
    for (const auto& rung : ladder.rungs)
        transaction.execute(insert_rung,
                            {programme, ++position, name_of(rung.cause), rung.amount,
                             name_of(rung.days), encode(rung.recipients), rung.notice, rung.since});
}

}  // namespace ledger
