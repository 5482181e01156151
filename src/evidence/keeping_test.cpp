// Files under their digests: kept once, found again, and removed only when nothing refers to them.
#include <algorithm>
#include <chrono>

#include "db/test_database.hpp"
#include "evidence/blob_bucket.hpp"
#include "evidence/blob_folder.hpp"
#include "evidence/evidence_store.hpp"
#include "evidence/keeping_actions.hpp"
#include "office/sample_files.hpp"

namespace evidence {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t day_ms = 24 * 60 * 60 * 1'000;

class Keeping : public db::testing::OnBothEngines {
  protected:
    BlobFolder::Kept keep(std::string_view bytes) {
        return files_.keep(folder_.write("upload", bytes));
    }
    void refer_to(const BlobFolder::Kept& kept) {
        const auto written =
            database().write([&](db::Transaction& transaction) -> base::Result<void> {
                insert_file(transaction,
                            {kept.digest, files_.algorithm(), kept.bytes, FileType::text, {}}, {0});
                return {};
            });
        ASSERT_TRUE(written);
    }
    void make_old(const fs::path& file) {
        fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(25));
    }
    base::Instant now() const {
        const auto since = std::chrono::time_point_cast<std::chrono::milliseconds>(
                               fs::file_time_type::clock::to_sys(fs::file_time_type::clock::now()))
                               .time_since_epoch();
        return {since.count()};
    }

    office::sample::Folder folder_;
    fs::path root_ = folder_ / "evidence";
    BlobFolder files_{root_, base::Algorithm::sha256};
};
ZHENGGAI_ON_BOTH_ENGINES(Keeping);

TEST_P(Keeping, puts_a_file_under_its_digest_once) {
    const auto kept = keep("abc");
    EXPECT_EQ(kept.digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(kept.bytes, 3);
    const auto file = root_ / "ba" / "78" / kept.digest;
    const auto blob = files_.open(kept.digest);
    ASSERT_TRUE(blob);
    EXPECT_EQ(blob->file(), file);
    EXPECT_EQ(blob->read(1, 9), "bc");
    EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read);
    EXPECT_EQ(keep("abc").digest, kept.digest);
    const auto count =
        std::distance(fs::recursive_directory_iterator(root_), fs::recursive_directory_iterator());
    EXPECT_EQ(count, 3);  // two folders and the file: nothing half written stays
    EXPECT_FALSE(files_.open(std::string(64, 'a')));
    EXPECT_FALSE(files_.open("../../etc/passwd"));
    const BlobFolder by_sm3(root_, base::Algorithm::sm3);
    EXPECT_EQ(by_sm3.keep(folder_.write("upload", "abc")).digest,
              "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
}

TEST_P(Keeping, is_the_same_for_a_file_of_many_blocks) {
    std::string bytes;
    for (int i = 0; bytes.size() < (1u << 20); ++i) bytes += std::to_string(i);
    const auto kept = keep(bytes);
    EXPECT_EQ(kept.digest, base::digest(base::Algorithm::sha256, bytes));
    EXPECT_EQ(files_.open(kept.digest)->read(0, bytes.size() + 1), bytes);
}

TEST(Listing, says_when_in_one_form) {
    EXPECT_EQ(moment_in("2024-06-30T08:15:00.000Z"), base::Instant{1'719'735'300'000});
    EXPECT_EQ(moment_in("2024-06-30T08:15:00Z"), base::Instant{1'719'735'300'000});
    for (const auto* wrong : {"", "2024-06-30", "2024-06-30T08:15:00", "2024-06-30 08:15:00.000Z",
                              "2024-06-30Tab:15:00.000Z", "2024-13-30T08:15:00.000Z"})
        EXPECT_FALSE(moment_in(wrong)) << wrong;
}

TEST_P(Keeping, needs_the_disk_once_for_a_file_whose_name_then_goes) {
    const auto file = folder_.write("upload", "large");
    const auto kept = files_.keep(file);
    EXPECT_TRUE(fs::equivalent(file, files_.place_of(kept.digest)));
    fs::remove(file);
    EXPECT_EQ(files_.open(kept.digest)->read(0, 9), "large");
}

TEST_P(Keeping, keeps_a_file_that_only_begins_like_a_sealed_one) {
    const auto bytes = "ZGSEAL1\n" + std::string(200, 'x');
    const auto kept = keep(bytes);
    EXPECT_EQ(files_.open(kept.digest)->read(0, 1000), bytes);
    fs::permissions(files_.place_of(kept.digest), fs::perms::owner_all);
    std::ofstream(files_.place_of(kept.digest), std::ios::app) << "y";
    EXPECT_THROW(static_cast<void>(files_.open(kept.digest)), base::SealBroken);
    EXPECT_EQ(keep(bytes).digest, kept.digest);  // Brought again, it is whole again.
    EXPECT_EQ(files_.open(kept.digest)->read(0, 1000), bytes);
}

TEST_P(Keeping, removes_what_nothing_refers_to_after_a_day_and_nothing_else) {
    const auto referred = keep("referred"), orphan = keep("orphan"), fresh = keep("fresh");
    refer_to(referred);
    make_old(files_.place_of(referred.digest));
    make_old(files_.place_of(orphan.digest));
    const auto unfinished = folder_.write("evidence/unfinished-abc", "half");
    folder_.write("evidence/unfinished-new", "half");
    make_old(unfinished);
    EXPECT_EQ(remove_orphans(database(), files_, now()), 1);
    EXPECT_TRUE(files_.open(referred.digest));
    EXPECT_FALSE(files_.open(orphan.digest));
    EXPECT_TRUE(files_.open(fresh.digest));
    EXPECT_FALSE(fs::exists(unfinished));
    EXPECT_TRUE(fs::exists(root_ / "unfinished-new"));
    EXPECT_EQ(remove_orphans(database(), files_, now()), 0);
}

TEST_P(Keeping, counts_a_file_that_came_again_as_new) {
    const auto kept = keep("again");
    make_old(files_.place_of(kept.digest));
    static_cast<void>(keep("again"));
    EXPECT_EQ(remove_orphans(database(), files_, now()), 0);
    EXPECT_EQ(remove_orphans(database(), files_, {now().milliseconds + 2 * day_ms}), 1);
}

TEST_P(Keeping, says_which_files_are_missing_or_changed) {
    const auto whole = keep("whole"), gone = keep("gone"), changed = keep("changed");
    for (const auto& kept : {whole, gone, changed}) refer_to(kept);
    EXPECT_TRUE(check_files(database(), files_).sound());
    files_.remove(gone.digest);
    const auto place = files_.place_of(changed.digest);
    fs::permissions(place, fs::perms::owner_all);
    std::ofstream(place) << "chAnged";
    const auto check = check_files(database(), files_);
    EXPECT_EQ(check.files, 3);
    EXPECT_EQ(check.missing, std::vector{gone.digest});
    EXPECT_EQ(check.changed, std::vector{changed.digest});
    EXPECT_FALSE(check.sound());
}

}  // namespace
}  // namespace evidence
