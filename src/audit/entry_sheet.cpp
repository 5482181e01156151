#include "audit/entry_sheet.hpp"

#include <algorithm>
#include <vector>

#include "base/json_writer.hpp"
#include "journal/entry_words.hpp"

namespace audit {
namespace {

using journal::Word;

// A cell that begins like a formula is one to Excel, whoever wrote it (CWE-1236).
bool looks_like_a_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != text.npos;
}

std::string cell(std::string_view text) {
    std::string quoted = "\"";
    if (looks_like_a_formula(text)) quoted += '\'';
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string line(const std::vector<std::string>& cells) {
    std::string text;
    for (const auto& one : cells) text += (text.empty() ? "" : ",") + cell(one);
    return text + "\r\n";
}

std::string actor_in_words(const journal::Entry& entry) {
    return entry.act == journal::anchor_act ? "程序" : entry.actor_name;
}

std::string words_of(const Seen& seen) {
    std::string text;
    const auto begin = [&](std::string_view field) {
        text += (text.empty() ? "" : "；") + journal::words_of(Word::field, field);
    };
    for (const auto& [field, value] : seen.payload.facts) {
        if (field == "remote") continue;
        begin(field);
        if (seen.open) text += "：" + journal::words_of_value(field, value);
    }
    for (const auto& change : seen.payload.changes) {
        begin(change.field);
        if (seen.open)
            text += "：" + journal::words_of_value(change.field, change.old_value) + " → " +
                    journal::words_of_value(change.field, change.new_value);
    }
    return text;
}

}  // namespace

std::string table_head() {
    return "\xEF\xBB\xBF" + line({"时间", "操作人", "账号", "操作", "对象", "整改工作", "来源地址",
                                  "内容", "序号", "哈希值"});
}

std::string table_line(const EntryRow& row) {
    const auto seen = seen_of(row);
    return line({base::to_local_text(row.entry.at), actor_in_words(row.entry), row.actor_account,
                 journal::words_of(Word::act, row.entry.act), subject_in_words(row),
                 row.programme_title, address_in(seen),
                 row.erased ? "内容已依法删除" : words_of(seen), std::to_string(row.entry.sequence),
                 row.entry.hash});
}

std::string table_foot(std::int64_t entries, const std::vector<NamedHead>& heads) {
    auto foot = line({"共" + std::to_string(entries) + "条"});
    for (const auto& [name, head] : heads)
        foot += line({"导出时" + name + "的留痕链到第" + std::to_string(head.sequence) +
                      "条，链头哈希值" + head.hash});
    return foot;
}

std::string evidence_line(const EntryRow& row) {
    const auto& entry = row.entry;
    base::JsonWriter json;
    json.begin_object().field("chain", entry.chain).field("sequence", entry.sequence);
    json.field("at", entry.at.milliseconds).field("actor_id", entry.actor_id);
    json.field("actor_name", entry.actor_name).field("act", entry.act);
    json.field("subject_kind", entry.subject_kind).field("subject_id", entry.subject_id);
    json.field("payload_digest", entry.payload_digest).field("previous", entry.previous);
    json.field("algorithm", entry.algorithm).field("hash", entry.hash);
    if (is_open(entry.act) && row.payload && row.salt)
        json.field("salt", *row.salt).field("payload", *row.payload);
    json.end_object();
    return json.take() + "\n";
}

std::string manifest_text(const Manifest& manifest) {
    base::JsonWriter json;
    json.begin_object().field("format", manifest.format).field("program", manifest.program);
    json.field("made_at", manifest.made_at).field("made_by", manifest.made_by);
    json.field("filter", manifest.filter).field("entries", manifest.entries);
    json.key("parts").begin_array();
    for (const auto& part : manifest.parts)
        json.begin_object().field("name", part.name).field("digest", part.digest).end_object();
    json.end_array().key("heads").begin_array();
    for (const auto& head : manifest.heads) {
        json.begin_object().field("chain", head.chain).field("sequence", head.sequence);
        json.field("hash", head.hash).end_object();
    }
    json.end_array().field("public_key", manifest.public_key).end_object();
    return json.take();
}

std::string evidence_words(std::string_view fingerprint) {
    return "\xEF\xBB\xBF操作留痕签名导出\r\n\r\n"
           "entries.jsonl  留痕条目，每行一条，用于校验\r\n"
           "entries.csv    同样的条目，可用 Excel 打开查看\r\n"
           "manifest.json  清单：条数、各文件的摘要（SHA-256）、导出时各链的链头、公钥\r\n"
           "manifest.sig   对清单的签名（Ed25519）\r\n\r\n"
           "校验办法：在任何一台装有本程序的机器上运行\r\n"
           "  zhenggai verify-export 本文件.zip\r\n"
           "并把显示的公钥指纹与审计管理员提供的指纹核对。不需要数据库和密钥，不联网。\r\n"
           "导出时的公钥指纹：" +
           std::string(fingerprint) + "\r\n";
}

}  // namespace audit
