#include "audit/export_actions.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "audit/entry_actions.hpp"
#include "audit/entry_sheet.hpp"
#include "base/digest.hpp"
#include "exchange/package.hpp"
#include "journal/export_note.hpp"
#include "journal/journal_store.hpp"

namespace audit {
namespace {

namespace fs = std::filesystem;
constexpr std::int64_t rows_per_page = 5'000;

/// A folder for one export; gone with it.
class WorkFolder {
  public:
    explicit WorkFolder(const fs::path& path) : path_(path) { fs::create_directories(path_); }
    ~WorkFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    [[nodiscard]] fs::path file(std::string_view name) const { return path_ / name; }

  private:
    fs::path path_;
};

/// One part while it is written.
class PartWriter {
  public:
    explicit PartWriter(fs::path path) : path_(std::move(path)), out_(path_, std::ios::binary) {}
    void add(std::string_view text) { out_ << text; }
    void close() {
        out_.close();
        if (!out_) throw std::runtime_error("cannot write " + path_.string());
    }

  private:
    fs::path path_;
    std::ofstream out_;
};

// What was found, as of one moment.
struct Read {
    std::int64_t entries = 0;
    std::vector<journal::Head> heads;
    std::string filter;
};

std::string title_of(db::Transaction& transaction, const std::string& chain) {
    for (const auto& one : ledger::list_programme_titles(transaction))
        if (one.id.text() == chain) return one.title;
    return chain;
}

/// The chain that was asked for, and the installation's, in which all others are anchored.
std::vector<NamedHead> heads_to_show(const std::vector<journal::Head>& heads,
                                     const std::string& chain, const std::string& title) {
    std::vector<NamedHead> shown;
    for (const auto& head : heads) {
        if (head.chain == journal::installation_chain)
            shown.push_back({"系统", head});
        else if (head.chain == chain)
            shown.push_back({"“" + title + "”", head});
    }
    return shown;
}

base::Result<Read> write_parts(db::Transaction& transaction, const EntryQuery& query,
                               const WorkFolder& folder) {
    auto filter = filter_for(transaction, query);
    const auto found = count_entries(transaction, filter, evidence_entries_max + 1);
    if (found > evidence_entries_max)
        return base::refuse(base::ErrorKind::too_large, "too_many_entries", "from",
                            {{"max", std::to_string(evidence_entries_max)}});
    Read read;
    std::string title;
    if (!query.chain.empty()) title = title_of(transaction, query.chain);
    read.filter = words_of(query, title);
    for (const auto& sealed : journal::list_heads(transaction)) read.heads.push_back(sealed.head);
    PartWriter table(folder.file(table_part)), lines(folder.file(entries_part));
    table.add(table_head());
    filter.query.rows_max = rows_per_page;
    for (;;) {
        const auto rows = list_named_entries(transaction, filter);
        for (const auto& row : rows) {
            table.add(table_line(row));
            lines.add(evidence_line(row));
        }
        read.entries += static_cast<std::int64_t>(rows.size());
        if (rows.size() < rows_per_page) break;
        const auto& last = rows.back().entry;
        filter.query.behind = Mark{last.at, last.chain, last.sequence};
    }
    table.add(table_foot(read.entries, heads_to_show(read.heads, query.chain, title)));
    table.close();
    lines.close();
    return read;
}

void note(const Needs& needs, const base::Actor& actor, const Read& read, Form form) {
    journal::ExportNote note{form == Form::table ? "csv" : "signed", read.filter};
    note.rows = read.entries;
    const auto written =
        needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
            journal::note_export(needs.journal, transaction, actor, needs.clock.now(),
                                 "export_journal", note);
            return {};
        });
    static_cast<void>(written);  // Refuses nothing; a broken database throws.
}

void write_package(const Needs& needs, const base::Actor& actor, const Read& read,
                   const WorkFolder& folder, const fs::path& target) {
    const auto& key = needs.signing.public_key();
    PartWriter words(folder.file(words_part));
    words.add(evidence_words(journal::fingerprint_of(key)));
    words.close();
    Manifest manifest;
    manifest.program = "zhenggai";
    manifest.made_at = base::to_text(needs.clock.now());
    manifest.made_by = actor.name;
    manifest.filter = read.filter;
    manifest.entries = read.entries;
    manifest.heads = read.heads;
    manifest.public_key = key;
    exchange::PackageWriter package(target);
    for (const auto name : {entries_part, table_part, words_part}) {
        const auto file = folder.file(name);
        manifest.parts.push_back(
            {std::string(name), base::digest_of_file(base::Algorithm::sha256, file.string())});
        package.add_file(std::string(name), file);
    }
    const auto text = manifest_text(manifest);
    package.add_text(std::string(signature_part), needs.signing.sign(text));
    package.add_text(std::string(manifest_part), text);
    package.close();
}

}  // namespace

base::Result<JournalFile> export_journal(const Needs& needs, const base::Actor& actor,
                                         const EntryQuery& query, Form form) {
    if (const auto good = check(query); !good) return good.error();
    const auto now = needs.clock.now();
    const auto name = base::to_text(base::make_uuid(now, needs.random));
    const WorkFolder folder(needs.temporary / name);
    const auto read = needs.database.read([&](db::Transaction& transaction) -> base::Result<Read> {
        return write_parts(transaction, query, folder);
    });
    if (!read) return read.error();
    note(needs, actor, *read, form);
    const auto ending = form == Form::table ? ".csv" : ".zip";
    const auto target = needs.temporary / (name + ending);
    if (form == Form::table)
        fs::rename(folder.file(table_part), target);
    else
        write_package(needs, actor, *read, folder, target);
    return JournalFile{target, "操作留痕（" + base::to_text(base::date_of(now)) + "）" + ending};
}

}  // namespace audit
