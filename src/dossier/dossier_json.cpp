#include "dossier/dossier_json.hpp"

#include <charconv>

#include "base/utf8.hpp"

namespace dossier {
namespace {

using base::ErrorKind;
using base::refuse;

std::string_view name_of(DossierAct act) {
    return act == DossierAct::keep ? "keep" : "seal";
}

void write(base::JsonWriter& json, const KeptFile& file, const ledger::Reader& reader) {
    const auto& said = file.said;
    json.begin_object().field("id", said.id).field("title", said.title);
    json.field("responsible", said.responsible).field("document", said.document);
    json.field("dated_on", said.dated_on).field("pages", said.pages);
    json.field("remark", said.remark).field("name", said.file_name);
    json.field("by", reader.name(file.by)).field("at", file.at).end_object();
}

/// Of what is not for the reader, only that it belongs into a dossier.
Line as_seen(const Line& line, const ledger::Reader& reader) {
    if (reader.actor.scope.clears(line.guards)) return line;
    Line seen;
    seen.key = line.key;
    seen.stage = line.stage;
    seen.name = line.name;
    seen.source = line.source;
    return seen;
}

void write(base::JsonWriter& json, const Line& line, const DossierView& view,
           const ledger::Reader& reader) {
    json.begin_object().field("key", line.key).field("stage", dossier::name_of(line.stage));
    json.field("name", line.name).field("source", dossier::name_of(line.source));
    json.field("state", dossier::name_of(line.state)).field("reason", line.reason);
    json.field("by", reader.name(line.by)).field("at", line.at).field("version", line.version);
    json.field("pieces", line.pieces).key("files").begin_array();
    for (const auto& file : view.files)
        if (file.said.line == line.key) write(json, file, reader);
    json.end_array();
}

void write(base::JsonWriter& json, const Tally& sum) {
    json.begin_object().field("asked", sum.asked).field("filled", sum.filled);
    json.field("not_applicable", sum.not_applicable).key("missing").begin_array();
    for (const auto& name : sum.missing) json.value(name);
    json.end_array().end_object();
}

void write(base::JsonWriter& json, const Volume& volume, const ledger::Reader& reader) {
    json.begin_object().field("id", volume.id).field("number", volume.number);
    json.field("sealed_at", volume.sealed_at)
        .field("sealed_by", reader.name(volume.sealed_by_name));
    json.key("missing").begin_array();
    for (const auto& name : volume.missing) json.value(name);
    json.end_array().field("reason", volume.reason).field("pieces", volume.pieces);
    json.field("files", volume.files).field("bytes", volume.bytes).end_object();
}

base::Result<std::int64_t> pages_in(const http::Request& request) {
    const auto text = request.query_value("pages");
    if (text.empty()) return 0;
    std::int64_t pages = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), pages);
    if (fault != std::errc() || end != text.data() + text.size() || pages < 0 || pages > pages_max)
        return refuse(ErrorKind::invalid, "number_out_of_range", "pages",
                      {{"value", std::string(base::first_chars(text, 40))},
                       {"accepted", "0–" + std::to_string(pages_max)}});
    return pages;
}

}  // namespace

base::Result<WantedLine> read_new_line(std::string_view body) {
    return base::read_object<WantedLine>(body, [](base::JsonReader& reader) {
        WantedLine line;
        line.id = reader.id<DossierLineTag>("id");
        line.stage = reader.name<Stage>("stage", stage_of, Stage::feedback);
        line.name = reader.text_or_empty("name", name_chars_max);
        return line;
    });
}

base::Result<LineEdit> read_line_edit(std::string_view body) {
    return base::read_object<LineEdit>(body, [](base::JsonReader& reader) {
        LineEdit edit;
        edit.seen = {reader.filled_text("key", 64), reader.integer("version")};
        if (reader.has("name")) edit.change.name = reader.text("name", name_chars_max);
        if (reader.has("state"))
            edit.change.state = reader.name<LineState>("state", line_state_of, LineState::asked);
        edit.change.reason = reader.text_or_empty("reason", reason_chars_max);
        return edit;
    });
}

base::Result<FileClaim> read_file_claim(const http::Request& request) {
    FileClaim claim;
    const auto id = FileId::parse(request.query_value("id"));
    if (!id) return refuse(ErrorKind::invalid, "expected_id", "id");
    claim.id = *id;
    const auto said = [&](std::string_view name) {
        return std::string(base::trim(request.query_value(name)));
    };
    claim.line = said("line");
    claim.title = said("title");
    claim.responsible = said("responsible");
    claim.document = said("document");
    claim.remark = said("remark");
    claim.file_name = said("name");
    const auto day = http::day_in_query(request, "dated_on");
    if (!day) return day.error();
    claim.dated_on = *day;
    const auto pages = pages_in(request);
    if (!pages) return pages.error();
    claim.pages = *pages;
    if (request.body_file.empty())
        return refuse(ErrorKind::invalid, "evidence_file_empty", "file",
                      {{"name", claim.file_name}});
    return claim;
}

base::Result<std::string> read_file_removal(std::string_view body) {
    return base::read_object<std::string>(body, [](base::JsonReader& reader) {
        return reader.text_or_empty("reason", reason_chars_max);
    });
}

base::Result<SealingOrder> read_sealing_order(std::string_view body) {
    return base::read_object<SealingOrder>(body, [](base::JsonReader& reader) {
        return SealingOrder{reader.id<DossierVolumeTag>("id"),
                            reader.text_or_empty("reason", reason_chars_max)};
    });
}

std::string to_json(const DossierView& view, std::uint64_t file_bytes_max,
                    const ledger::Reader& reader) {
    base::JsonWriter json;
    json.begin_object().key("lines").begin_array();
    for (const auto& line : view.lines) {
        write(json, as_seen(line, reader), view, reader);
        json.field("open", reader.actor.scope.clears(line.guards)).end_object();
    }
    json.end_array().key("volumes").begin_array();
    for (const auto& volume : view.volumes) write(json, volume, reader);
    json.end_array().key("tally");
    write(json, view.tally);
    json.field("waiting", view.waiting).field("file_bytes_max", file_bytes_max);
    json.key("may").begin_array();
    for (const auto act : view.may) json.value(name_of(act));
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const PiecePage& page, const ledger::Page& asked,
                    const ledger::Reader& reader) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& piece : page.rows) {
        json.begin_object().field("number", piece.number);
        json.field("stage", dossier::name_of(piece.stage)).field("line", piece.line_name);
        json.field("title", piece.title).field("responsible", reader.name(piece.responsible));
        json.field("document", piece.document).field("dated_on", piece.dated_on);
        json.field("pages", piece.pages).field("bytes", piece.bytes);
        json.field("remark", piece.remark).field("guarded", !piece.guards.empty()).end_object();
    }
    json.end_array().field("total", page.total).field("page", asked.page);
    json.field("page_size", asked.page_size).end_object();
    return json.take();
}

std::string to_json(const Volume& volume, const ledger::Reader& reader) {
    base::JsonWriter json;
    write(json, volume, reader);
    return json.take();
}

}  // namespace dossier
