#include "ledger/ladder_json.hpp"

#include <algorithm>

namespace ledger {
namespace {

void write(base::JsonWriter& json, const NoticeKind& kind) {
    json.begin_object().field("name", kind.name).field("short_name", kind.short_name);
    json.field("requirement", kind.requirement).field("reply_days", kind.reply_days).end_object();
}

void write(base::JsonWriter& json, const Rung& rung) {
    json.begin_object().field("cause", name_of(rung.cause)).field("amount", rung.amount);
    json.field("days", name_of(rung.days)).key("recipients").begin_array();
    for (const auto one : rung.recipients) json.value(name_of(one));
    json.end_array().field("notice", rung.notice).field("colour", name_of(colour_of(rung)));
    json.field("since", rung.since).end_object();
}

NoticeKind read_kind(base::JsonReader& one) {
    NoticeKind kind;
    kind.name = one.filled_text("name", kind_name_chars_max);
    kind.short_name = one.filled_text("short_name", short_name_chars_max);
    kind.requirement = one.filled_text("requirement", base::limits::reason_chars_max);
    kind.reply_days = static_cast<int>(one.integer("reply_days", 1, reply_days_max));
    return kind;
}

Rung read_rung(base::JsonReader& one) {
    Rung rung;
    rung.cause = one.name("cause", cause_of, Cause::overdue);
    rung.amount = static_cast<int>(one.integer("amount", 1, rung_amount_max));
    rung.days = one.name("days", day_count_of, DayCount::calendar);
    if (rung.cause == Cause::sent_back) rung.days = DayCount::calendar;
    std::vector<Recipient> named;
    for (const auto& name : one.texts("recipients", recipients.size(), 40)) {
        if (const auto recipient = recipient_of(name))
            named.push_back(*recipient);
        else
            one.fault("recipients", "unknown_name", name);
    }
    for (const auto recipient : recipients)
        if (std::find(named.begin(), named.end(), recipient) != named.end())
            rung.recipients.push_back(recipient);
    rung.notice = one.text_or_empty("notice", kind_name_chars_max);
    return rung;
}

}  // namespace

std::string to_json(const Ladder& ladder, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object().field("version", ladder.version);
    json.field("mark_pattern", ladder.mark_pattern).key("kinds").begin_array();
    for (const auto& kind : ladder.kinds) write(json, kind);
    json.end_array().key("rungs").begin_array();
    for (const auto& rung : ladder.rungs) write(json, rung);
    json.end_array().key("may").begin_array();
    if (reader.actor.may(base::Act::edit_ledger)) json.value("edit");
    json.end_array().end_object();
    return json.take();
}

base::Result<Ladder> read_ladder(std::string_view body) {
    return base::read_object<Ladder>(body, [](base::JsonReader& reader) {
        Ladder ladder;
        ladder.version = reader.integer("version", 0);
        ladder.mark_pattern = reader.filled_text("mark_pattern", mark_pattern_chars_max);
        reader.array("kinds", notice_kinds_max,
                     [&](base::JsonReader& one) { ladder.kinds.push_back(read_kind(one)); });
        reader.array("rungs", rungs_max,
                     [&](base::JsonReader& one) { ladder.rungs.push_back(read_rung(one)); });
        return ladder;
    });
}

}  // namespace ledger
