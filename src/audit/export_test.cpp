// What leaves as a file: that it is an entry, that a signed one can be checked by anybody, and that
// whatever is changed in it is found. Both engines.
#include <fstream>
#include <sstream>

#include "audit/evidence_json.hpp"
#include "audit/test_audit.hpp"
#include "exchange/package.hpp"
#include "journal/journal_store.hpp"

namespace audit {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

class Exports : public ledger::testing::OneLedger {
  protected:
    Exports() {
        ledger.add("贪占挪用公款");
        (void)ledger.here.working_session(
            ledger.here.account("lihua", accounts::Role::responsible_unit, ledger.finance));
        ledger.here.journal.anchor(database(), ledger.here.clock);
    }
    fs::path exported(Form form, const EntryQuery& query = {}) {
        const auto made = export_journal(audit.with_folder(), audit.auditor, query, form);
        EXPECT_TRUE(made);
        return made->file;
    }
    // The package again, with one part replaced; signed anew when a key is given.
    fs::path forged(const fs::path& from, std::string_view part,
                    const std::function<void(std::string&)>& change,
                    const journal::SigningKey* key = nullptr) {
        auto package = exchange::PackageReader::open(from);
        const auto target = audit.folder / "forged.zip";
        fs::remove(target);
        exchange::PackageWriter writer(target);
        std::map<std::string, std::string> texts;
        for (const auto name :
             {entries_part, table_part, words_part, manifest_part, signature_part})
            texts[std::string(name)] = *package->text(std::string(name), 1 << 24);
        change(texts[std::string(part)]);
        if (key != nullptr)
            texts[std::string(signature_part)] = key->sign(texts[std::string(manifest_part)]);
        for (const auto& [name, text] : texts) writer.add_text(name, text);
        writer.close();
        return target;
    }
    static void replace(std::string& text, std::string_view from, std::string_view to) {
        const auto at = text.find(from);
        ASSERT_NE(at, text.npos) << from;
        text.replace(at, from.size(), to);
    }
    testing::TestAudit audit{ledger};
};
ZHENGGAI_ON_BOTH_ENGINES(Exports);

TEST_P(Exports, are_entries_with_filter_and_rows) {
    EntryQuery query;
    query.acts = {"sign_in"};
    const auto file = exported(Form::table, query);
    EXPECT_TRUE(file.extension() == ".csv");
    EntryQuery exports;
    exports.acts = {"export_journal"};
    const auto rows = audit.found(exports);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].entry.actor_name, "审计管理员吴敏");
    EXPECT_EQ(seen_of(rows[0]).payload.facts,
              (decltype(journal::Payload::facts){
                  {"form", "csv"}, {"filter", "操作：登录"}, {"rows", "1"}}));
    ledger.expect_sound_journal();
}

TEST_P(Exports, as_a_table_hold_every_entry_and_no_text_of_the_work) {
    EntryQuery all;
    all.rows_max = 200;
    const auto entries = audit.found(all).size();
    const auto text = read(exported(Form::table));
    EXPECT_EQ(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')), entries + 3)
        << "head, foot, head of the chain";
    EXPECT_EQ(text.find("贪占"), text.npos);
    EXPECT_NE(text.find("\"账号 lihua（干部lihua）\""), text.npos) << text;
    EXPECT_NE(text.find("\"问题 1\",\"青云区财政局巡察整改\""), text.npos) << text;
    EXPECT_NE(text.find("导出时系统的留痕链到第"), text.npos);
    EXPECT_EQ(std::distance(fs::directory_iterator(audit.folder), {}), 1) << "work is cleared";
}

TEST_P(Exports, of_one_programme_name_the_head_of_its_chain_too) {
    EntryQuery query;
    query.chain = ledger.programme.text();
    const auto text = read(exported(Form::table, query));
    const auto head = ledger.needs.database.read(
        [&](db::Transaction& transaction) { return journal::load_head(transaction, query.chain); });
    EXPECT_NE(text.find("导出时“青云区财政局巡察整改”的留痕链到第" + std::to_string(head.sequence) +
                        "条，链头哈希值" + head.hash),
              text.npos)
        << text;
    EXPECT_NE(text.find("导出时系统的留痕链到第"), text.npos);
}

TEST_P(Exports, that_are_signed_can_be_checked_without_database_and_key) {
    const auto report = check_evidence(exported(Form::signed_package));
    ASSERT_TRUE(report) << report.error().code;
    EXPECT_FALSE(report->fault) << report->fault->what;
    EXPECT_EQ(report->fingerprint, journal::fingerprint_of(audit.signing.public_key()));
    EXPECT_EQ(report->entries, report->manifest.entries);
    EXPECT_EQ(report->chained, report->entries - 2) << "two chains, each whole";
    EXPECT_EQ(report->manifest.made_by, "审计管理员吴敏");
    EXPECT_EQ(report->manifest.heads.size(), 2u);

    EntryQuery some;
    some.acts = {"open_unit"};
    const auto part = check_evidence(exported(Form::signed_package, some));
    ASSERT_TRUE(part);
    EXPECT_FALSE(part->fault);
    EXPECT_EQ(part->manifest.filter, "操作：建立单位");
}

TEST_P(Exports, that_are_signed_hold_no_text_of_the_work) {
    auto package = exchange::PackageReader::open(exported(Form::signed_package));
    const auto lines = *package->text(std::string(entries_part), 1 << 24);
    EXPECT_EQ(lines.find("贪占"), lines.npos);
    EXPECT_NE(lines.find("add_problem"), lines.npos);
}

TEST_P(Exports, that_were_changed_are_refused) {
    const auto good = exported(Form::signed_package);
    const auto code_after = [&](std::string_view part, std::string_view from, std::string_view to) {
        const auto file = forged(good, part, [&](std::string& text) { replace(text, from, to); });
        const auto report = check_evidence(file);
        return report ? report->fault ? report->fault->what : "sound" : report.error().code;
    };
    EXPECT_EQ(code_after(entries_part, "lihua", "lihub"), "export_part_changed");
    EXPECT_EQ(code_after(table_part, "lihua", "lihub"), "export_part_changed");
    EXPECT_EQ(code_after(words_part, "manifest", "manifesto"), "export_part_changed");
    EXPECT_EQ(code_after(manifest_part, "吴敏", "吴某"), "export_not_signed");
    const auto other_mark = [](std::string& text) { text.assign(128, '0'); };
    EXPECT_EQ(check_evidence(forged(good, signature_part, other_mark)).error().code,
              "export_not_signed");
    const auto garbage = [](std::string& text) { text = "{"; };
    EXPECT_EQ(check_evidence(forged(good, manifest_part, garbage)).error().code,
              "export_not_readable");
    EXPECT_EQ(check_evidence(audit.folder / "none.zip").error().code, "export_not_found");
    std::ofstream(audit.folder / "text.zip") << "no zip";
    EXPECT_EQ(check_evidence(audit.folder / "text.zip").error().code, "export_not_readable");
}

// A byte of the zip itself, a date of it, may change without changing what is in it.
TEST_P(Exports, that_are_damaged_anywhere_are_refused_or_say_the_same) {
    const auto whole = read(exported(Form::signed_package));
    const auto target = audit.folder / "damaged.zip";
    const auto damaged = [&](const std::string& bytes) {
        std::ofstream(target, std::ios::binary) << bytes;
        return check_evidence(target);
    };
    const auto entries = damaged(whole)->entries;
    std::size_t refused = 0;
    for (std::size_t i = 0; i < 400; ++i) {
        auto bytes = whole;
        bytes[i * 7'919 % bytes.size()] ^= static_cast<char>(1 << i % 8);
        const auto report = damaged(bytes);
        refused += report ? 0 : 1;
        EXPECT_TRUE(!report || (!report->fault && report->entries == entries)) << i;
    }
    EXPECT_GT(refused, 200u);
    for (std::size_t kept = 0; kept < whole.size(); kept += whole.size() / 50)
        EXPECT_FALSE(damaged(whole.substr(0, kept))) << kept;
}

TEST_P(Exports, that_another_key_signed_show_another_fingerprint) {
    const journal::SigningKey other(std::string(32, 'x'));
    const auto file = forged(
        exported(Form::signed_package), manifest_part,
        [&](std::string& text) { replace(text, audit.signing.public_key(), other.public_key()); },
        &other);
    const auto report = check_evidence(file);
    ASSERT_TRUE(report) << "a signature says who, not that he may";
    EXPECT_NE(report->fingerprint, journal::fingerprint_of(audit.signing.public_key()));
}

// Lines as a forger would write them who could sign: the hashes still betray him.
TEST_P(Exports, hold_entries_that_prove_each_other) {
    const auto file = exported(Form::signed_package);
    auto package = exchange::PackageReader::open(file);
    const auto manifest = *read_manifest(*package->text(std::string(manifest_part), 1 << 24));
    std::vector<EvidenceLine> lines;
    std::istringstream text(*package->text(std::string(entries_part), 1 << 24));
    for (std::string line; std::getline(text, line);) lines.push_back(*read_line(line));
    const auto fault_after = [&](const std::function<void(std::vector<EvidenceLine>&)>& change) {
        auto changed = lines;
        change(changed);
        EvidenceWalk walk(manifest.heads);
        for (const auto& line : changed) walk.add(line);
        const auto fault = walk.finish();
        return fault ? fault->what : "sound";
    };
    const auto rehash = [](EvidenceLine& line) {
        line.entry.hash =
            journal::hash_of(*journal::algorithm_named(line.entry.algorithm), line.entry);
    };
    EXPECT_EQ(fault_after([](auto&) {}), "sound");
    EXPECT_EQ(fault_after([](auto& all) { all[1].entry.actor_name = "他人"; }), "entry_changed");
    EXPECT_EQ(fault_after([](auto& all) { all[0].payload = "{}"; }), "payload_changed");
    EXPECT_EQ(fault_after([](auto& all) { all[0].entry.algorithm = "md5"; }), "algorithm_unknown");
    EXPECT_EQ(fault_after([](auto& all) { all.push_back(all[1]); }), "entry_unexpected");
    EXPECT_EQ(fault_after([&](auto& all) {
                  for (auto& line : all)
                      if (line.entry.sequence == 2) {
                          line.entry.actor_name = "他人";
                          rehash(line);
                      }
              }),
              "entry_not_chained");
    EXPECT_EQ(fault_after([&](auto& all) {
                  all[0].entry.sequence += 1'000;
                  rehash(all[0]);
              }),
              "entry_unexpected");
    EXPECT_EQ(fault_after([&](auto& all) {
                  for (auto& line : all)
                      for (const auto& head : manifest.heads)
                          if (line.entry.hash == head.hash) {
                              line.entry.act = "other";
                              rehash(line);
                          }
              }),
              "head_wrong");
}

TEST(EvidenceLines, that_are_broken_are_refused) {
    for (const auto* wrong : {"", "[]", "{}", R"({"chain":7})", "{\"chain\":\"a\""})
        EXPECT_FALSE(read_line(wrong)) << wrong;
}

}  // namespace
}  // namespace audit
