#include "opinions/opinion_json.hpp"

#include "base/utf8.hpp"
#include "ledger/ledger_query_json.hpp"

namespace opinions {
namespace {

using base::JsonReader;
using base::JsonWriter;
using life_meetings::LifeParticipantTag;

Line read_line(JsonReader& reader) {
    Line line;
    line.about = reader.optional_id<LifeParticipantTag>("about");
    line.text = reader.filled_text("text", opinion_chars_max);
    return line;
}

Sheet read_sheet(JsonReader& reader) {
    Sheet sheet;
    sheet.id = reader.id<OpinionSheetTag>("id");
    sheet.channel = reader.name<Channel>("channel", channel_of, Channel::form);
    sheet.voice = reader.name<Voice>("voice", voice_of, Voice::others);
    sheet.lines = read_lines(reader);
    return sheet;
}

void write_strike(JsonWriter& json, const Opinion& one, const Reader& reader) {
    json.key("strike");
    if (!one.strike) {
        json.null();
        return;
    }
    json.begin_object().field("reason", one.strike->reason);
    json.field("replaced_by", one.strike->replaced_by).field("at", one.strike->at);
    json.field("by", reader.name(one.strike->by)).end_object();
}

void write(JsonWriter& json, const ListedOpinion& listed, const OpinionTexts& texts,
           const Reader& reader) {
    const auto& one = listed.opinion;
    json.begin_object().field("id", one.id).field("number", one.number);
    write_about(json.key("about"), one.line.about, texts.meeting, reader);
    json.field("text", one.line.text).field("intact", is_intact(one));
    json.field("received_at", listed.received_at);
    if (texts.standing.keeper) {
        json.field("channel", name_of(one.channel)).field("voice", name_of(one.voice));
        json.field("sheet_number", one.sheet_number);
        write_strike(json, one, reader);
        json.key("may").begin_array();
        if (!one.strike && !why_not(KeeperAct::strike, texts.meeting, texts.standing))
            json.value("strike");
        json.end_array();
    }
    json.end_object();
}

}  // namespace

std::vector<Line> read_lines(base::JsonReader& reader) {
    std::vector<Line> lines;
    reader.array("lines", sheet_lines_max,
                 [&](JsonReader& each) { lines.push_back(read_line(each)); });
    return lines;
}

base::Result<std::vector<Sheet>> read_sheets(std::string_view body) {
    return base::read_object<std::vector<Sheet>>(body, [](JsonReader& reader) {
        std::vector<Sheet> sheets;
        reader.array("sheets", sheets_at_once_max,
                     [&](JsonReader& each) { sheets.push_back(read_sheet(each)); });
        if (sheets.empty()) reader.fault("sheets", "missing");
        return sheets;
    });
}

base::Result<Correction> read_correction(std::string_view body) {
    return base::read_object<Correction>(body, [](JsonReader& reader) {
        Correction correction;
        correction.reason = reader.text_or_empty("reason", base::limits::reason_chars_max);
        reader.object("instead",
                      [&](JsonReader& inside) { correction.instead = read_line(inside); });
        return correction;
    });
}

base::Result<ParticipantId> read_participant(std::string_view body) {
    return base::read_object<ParticipantId>(
        body, [](JsonReader& reader) { return reader.id<LifeParticipantTag>("participant"); });
}

base::Result<TextsWanted> read_texts_wanted(const http::Request& request) {
    const auto page = ledger::read_page(request);
    if (!page) return page.error();
    TextsWanted wanted{false, {}, *page};
    const auto about = request.query_value("about");
    if (about.empty()) return wanted;
    if (about == "team") {
        wanted.team_only = true;
        return wanted;
    }
    wanted.about = ParticipantId::parse(about);
    if (wanted.about) return wanted;
    return http::unfit_in_query("expected_id", "about", about);
}

std::string to_json(const OpinionTexts& texts, const ledger::Page& asked, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : texts.page.rows) write(json, one, texts, reader);
    json.end_array().field("total", texts.page.total).field("page", asked.page);
    return json.field("page_size", asked.page_size).end_object().take();
}

}  // namespace opinions
