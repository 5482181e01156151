// A backup made on one engine stands on the other as it stood before; what is cut off or forged is
// refused and leaves nothing. Both engines.
#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "base/digest.hpp"
#include "db/test_database.hpp"
#include "exchange/backup_actions.hpp"
#include "exchange/manifest_json.hpp"
#include "exchange/package.hpp"

namespace exchange {
namespace {

namespace fs = std::filesystem;

struct Folder {
    fs::path path;
    Folder() {
        auto name = (fs::temp_directory_path() / "exchange-XXXXXX").string();
        path = mkdtemp(name.data());
    }
    ~Folder() { fs::remove_all(path); }
};

class Backups : public db::testing::OnBothEngines {
  protected:
    Needs needs_of(db::Database& database, std::string_view name) {
        return {database, clock_, folder_.path / name / "files", folder_.path / name / "tmp",
                &evidence_of(name)};
    }
    const evidence::BlobFolder& evidence_of(std::string_view name) {
        return name == "from" ? evidence_from_ : evidence_elsewhere_;
    }
    void fill(db::testing::TestDatabase& database) {
        database.run_raw(R"sql(
INSERT INTO unit (id, number, name, name_key, short_name, short_key, kind, parent_id, path, version)
VALUES ('018f2c1e-7b6a-7c3d-9e4f-000000000001', 1, '示例区委', '示例区委', '', '',
        'party_organisation', NULL, '/1/', 1);
INSERT INTO unit (id, number, name, name_key, short_name, short_key, kind, parent_id, path, version)
VALUES ('018f2c1e-7b6a-7c3d-9e4f-000000000002', 2, '示例''局 "甲"', '示例局甲', '', '', 'department',
        '018f2c1e-7b6a-7c3d-9e4f-000000000001', '/1/2/', 1);
INSERT INTO unit (id, number, name, name_key, short_name, short_key, kind, parent_id, path, version)
VALUES ('018f2c1e-7b6a-7c3d-9e4f-000000000009', 9, '示例局乙', '示例局乙', '', '', 'department',
        '018f2c1e-7b6a-7c3d-9e4f-000000000001', '/1/9/', 1);
UPDATE unit SET parent_id = '018f2c1e-7b6a-7c3d-9e4f-000000000009', path = '/1/9/2/', closed_at = 7,
                merged_into = '018f2c1e-7b6a-7c3d-9e4f-000000000009' WHERE number = 2;
INSERT INTO round (id, name) VALUES ('018f2c1e-7b6a-7c3d-9e4f-000000000003', '第三轮𠮷')
)sql");
        const auto files = folder_.path / "from" / "files";
        fs::create_directories(files);
        std::ofstream(files / "aa11") << "正文";
        std::ofstream(folder_.path / "photograph") << "照片";
        static_cast<void>(evidence_from_.keep(folder_.path / "photograph"));
    }
    fs::path made_backup() {
        const auto target = folder_.path / "backup.zip";
        static_cast<void>(back_up(needs_of(database(), "from"), {target, {}, {}}));
        return target;
    }
    base::FixedClock clock_{base::Instant{1'719'735'300'000}};
    Folder folder_;
    evidence::BlobFolder evidence_from_{folder_.path / "from" / "evidence",
                                        base::Algorithm::sha256},
        evidence_elsewhere_{folder_.path / "to" / "evidence", base::Algorithm::sha256};
};
ZHENGGAI_ON_BOTH_ENGINES(Backups);

TEST_P(Backups, HoldEveryTableButSessionsAndMigrations) {
    std::set<std::string> carried{"session", "schema_migration"};
    for (const auto& set : record_sets()) carried.emplace(set.table);
    const auto tables = database().read([](db::Transaction& t) { return list_tables(t); });
    EXPECT_EQ(std::set<std::string>(tables.begin(), tables.end()), carried);
}

TEST_P(Backups, StandOnEitherEngineAsTheyStoodBefore) {
    fill(test_database());
    const auto before = digests_of(needs_of(database(), "from"));
    const auto backup = made_backup();
    for (const auto engine : {db::Engine::sqlite, db::Engine::postgres}) {
        const db::testing::TestDatabase other(engine);
        const auto name = "to-" + db::testing::name_of(engine);
        const auto needs = needs_of(*other, name);
        const auto restored = restore(needs, backup, {});
        ASSERT_TRUE(restored) << restored.error().code;
        EXPECT_EQ(digests_of(needs), before);
        EXPECT_EQ(base::digest_of_file(base::Algorithm::sm3, (needs.files / "aa11").string()),
                  base::digest(base::Algorithm::sm3, "正文"));
        const auto photograph = base::digest(base::Algorithm::sha256, "照片");
        const auto evidence = evidence_elsewhere_.open(photograph);
        ASSERT_TRUE(evidence);
        EXPECT_EQ(evidence->read(0, 100), "照片");
    }
}

TEST_P(Backups, AreNotPutOverAnInstallationInUse) {
    fill(test_database());
    const auto backup = made_backup();
    const auto again = restore(needs_of(database(), "again"), backup, {});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "installation_is_not_empty");
}

TEST_P(Backups, ThatAreCutOffOrChangedAreRefusedAndLeaveNothing) {
    fill(test_database());
    const auto backup = made_backup();
    const auto cut = folder_.path / "cut.zip";
    fs::copy_file(backup, cut);
    fs::resize_file(cut, fs::file_size(cut) / 2);
    const db::testing::TestDatabase other(GetParam());
    EXPECT_EQ(restore(needs_of(*other, "cut"), cut, {}).error().code, "backup_not_readable");
    EXPECT_EQ(restore(needs_of(*other, "none"), folder_.path / "none.zip", {}).error().code,
              "document_not_found");

    const auto forged = folder_.path / "forged.zip";
    auto from = PackageReader::open(backup);
    const auto manifest = *read_manifest(*from->text("manifest.json", 1 << 20));
    PackageWriter to(forged);
    for (const auto& part : manifest.parts) {
        auto text = *from->text(part.name, 1 << 20);
        if (part.name == "tables/round.jsonl") text.replace(text.find("第三轮"), 9, "第四轮");
        to.add_text(part.name, text);
    }
    to.add_text("manifest.json", to_json(manifest));
    to.close();
    EXPECT_EQ(restore(needs_of(*other, "forged"), forged, {}).error().code, "backup_part_damaged");
    const auto rounds = other->read([](db::Transaction& t) {
        return count_records(t, {"round", "id"});
    });
    EXPECT_EQ(rounds, 0);
}

TEST_P(Backups, NeverOverwriteAFile) {
    const auto target = made_backup();
    EXPECT_THROW(static_cast<void>(back_up(needs_of(database(), "from"), {target, {}, {}})),
                 std::runtime_error);
}

TEST(Records, ReadBackAsTheyWereWritten) {
    const std::vector<Column> columns{{"a", true}, {"b", false}, {"c", false}};
    const Record record{std::int64_t{-7}, std::string("整\n\"改\"\t\\"), {}};
    auto line = to_line(record);
    line.pop_back();
    EXPECT_EQ(*read_line(line, columns), record);
    for (const auto* wrong : {"", "[1]", "[1,2,3]", "[\"x\",\"y\",null]", "{}", "[1,\"a\",1.5]"})
        EXPECT_EQ(read_line(wrong, columns).error().code, "backup_line_broken") << wrong;
}

}  // namespace
}  // namespace exchange
