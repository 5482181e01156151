#include "ledger/notice_json.hpp"

#include <algorithm>

namespace ledger {
namespace {

using base::limits::reason_chars_max;
using base::limits::text_chars_max;

/// Names of persons, each as this reader is told it.
std::string names_for(const Reader& reader, std::string_view names) {
    constexpr std::string_view comma = "、";
    std::string told;
    while (!names.empty()) {
        const auto end = std::min(names.find(comma), names.size());
        (told += told.empty() ? "" : comma) += reader.name(names.substr(0, end));
        names.remove_prefix(std::min(end + comma.size(), names.size()));
    }
    return told;
}

void write(base::JsonWriter& json, const NoticeItem& item, const Reader& reader) {
    json.begin_object().field("id", item.measure).field("number", item.number);
    json.field("text", item.text).field("deadline_text", item.deadline_text);
    json.field("due_on", item.due_on).field("status", name_of(item.status));
    json.field("responsible", names_for(reader, item.responsible)).end_object();
}

void write(base::JsonWriter& json, const NoticeStep& step, const Reader& reader) {
    json.begin_object().field("act", name_of(step.act)).field("at", step.at);
    json.field("by", reader.name(step.by)).field("text", step.text).end_object();
}

void write_members(base::JsonWriter& json, const Notice& one, std::int64_t rows,
                   const Reader& reader) {
    json.field("id", one.id).key("programme").begin_object().field("id", one.programme);
    json.field("title", one.programme_title).end_object();
    json.key("unit").begin_object().field("id", one.unit).field("name", one.unit_name).end_object();
    json.field("kind", one.kind).field("colour", name_of(one.colour));
    json.field("rung", words_of_key(one.rung)).field("state", name_of(one.state));
    json.field("number", one.number).field("mark", one.mark);
    json.field("matter", one.texts.matter)
        .field("basis", one.texts.basis)
        .field("requirement", one.texts.requirement);
    json.field("contact", reader.name(one.texts.contact)).field("reply_by", one.texts.reply_by);
    json.key("days_to_reply");
    if (const auto days = days_to_reply(one, reader.today))
        json.value(*days);
    else
        json.null();
    json.field("helped", one.helped).field("made_at", one.made_at).field("rows", rows);
    json.field("version", one.version).key("may").begin_array();
    for (const auto act : notice_acts)
        if (!why_not(act, one, reader.actor)) json.value(name_of(act));
    json.end_array();
}

void write_rows(base::JsonWriter& json, const NoticePage& page, const Reader& reader) {
    json.key("rows").begin_array();
    for (const auto& [notice, rows] : page.rows) {
        json.begin_object();
        write_members(json, notice, rows, reader);
        json.end_object();
    }
    json.end_array().field("total", page.total);
}

}  // namespace

base::Result<NewNotice> read_new_notice(std::string_view body) {
    return base::read_object<NewNotice>(body, [](base::JsonReader& reader) {
        NewNotice wanted;
        wanted.id = reader.id<NoticeTag>("id");
        wanted.kind = reader.filled_text("kind", kind_name_chars_max);
        wanted.measures = read_ids<MeasureTag>(reader, "measure_ids");
        return wanted;
    });
}

base::Result<NewAtOnce> read_new_at_once(std::string_view body) {
    return base::read_object<NewAtOnce>(body, [](base::JsonReader& reader) {
        NewAtOnce wanted;
        wanted.id = reader.id<NoticeTag>("id");
        wanted.matter = reader.text_or_empty("matter", reason_chars_max);
        return wanted;
    });
}

base::Result<NoticeDraftForm> read_notice_draft(std::string_view body) {
    return base::read_object<NoticeDraftForm>(body, [](base::JsonReader& reader) {
        NoticeDraftForm form;
        form.version = reader.integer("version", 1);
        form.draft.texts.basis = reader.text_or_empty("basis", reason_chars_max);
        form.draft.texts.requirement = reader.text_or_empty("requirement", reason_chars_max);
        form.draft.texts.contact = reader.text_or_empty("contact", contact_chars_max);
        form.draft.texts.reply_by = reader.optional_date("reply_by");
        form.draft.texts.matter = reader.text_or_empty("matter", reason_chars_max);
        form.draft.measures = read_ids<MeasureTag>(reader, "measure_ids");
        return form;
    });
}

base::Result<NoticeWords> read_notice_words(std::string_view body, std::string_view key) {
    return base::read_object<NoticeWords>(body, [&](base::JsonReader& reader) {
        NoticeWords words;
        words.version = reader.integer("version", 1);
        if (!key.empty()) words.text = reader.text_or_empty(key, text_chars_max);
        if (key == "note") words.helped = reader.boolean("helped", false);
        return words;
    });
}

std::string to_json(const Notice& notice, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object();
    write_members(json, notice, static_cast<std::int64_t>(notice.items.size()), reader);
    json.key("measures").begin_array();
    for (const auto& item : notice.items) write(json, item, reader);
    json.end_array().key("steps").begin_array();
    for (const auto& step : notice.steps) write(json, step, reader);
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const NoticePage& page, const Page& asked, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object();
    write_rows(json, page, reader);
    json.field("page", asked.page).field("page_size", asked.page_size).end_object();
    return json.take();
}

std::string to_json(const std::vector<WaitingNotices>& waiting, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object().key("sections").begin_array();
    for (const auto& section : waiting) {
        json.begin_object().field("act", name_of(section.act));
        write_rows(json, section.page, reader);
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const std::vector<NoticeCounts>& counts) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : counts) {
        json.begin_object().key("unit").begin_object().field("id", one.unit);
        json.field("name", one.unit_name).end_object().field("issued", one.issued);
        json.field("unsigned_for", one.unsigned_for).field("unanswered", one.unanswered);
        json.field("late", one.late).field("closed", one.closed).end_object();
    }
    json.end_array().end_object();
    return json.take();
}

}  // namespace ledger
