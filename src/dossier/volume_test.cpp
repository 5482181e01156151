// The archive of a volume, byte by byte, and what its check says of one that was tampered with or
// made to do harm.
#include <zip.h>

#include "base/digest.hpp"
#include "dossier/volume_json.hpp"
#include "dossier/volume_sheet.hpp"
#include "dossier/volume_zip.hpp"
#include "journal/signing_key.hpp"
#include "ledger/test_ledger.hpp"
#include "office/sample_files.hpp"

namespace dossier {
namespace {

using ledger::testing::code_of;
using Contents = std::vector<std::pair<std::string, std::string>>;

constexpr base::Instant sealed_at{1'719'735'300'000};

ZipPart part(const std::string& name, const std::string& bytes) {
    return {{name, bytes.size(), crc_of(bytes)}, [bytes] {
                return [bytes](std::uint64_t offset, std::size_t count) {
                    return bytes.substr(static_cast<std::size_t>(offset), count);
                };
            }};
}

std::string archive_of(const Contents& contents) {
    std::vector<ZipPart> parts;
    for (const auto& [name, bytes] : contents) parts.push_back(part(name, bytes));
    ZipStream stream(std::move(parts), sealed_at);
    std::string all;
    for (auto piece = stream.next(); !piece.empty(); piece = stream.next()) all += piece;
    EXPECT_EQ(all.size(), stream.bytes()) << "the size is known before";
    return all;
}

TEST(VolumeZip, is_read_by_others_and_the_same_each_time) {
    const office::sample::Folder folder;
    const Contents contents{
        {"说明.txt", "第一卷"}, {"records/0001.html", "<p>纪要</p>"}, {"evidence/empty", ""}};
    const auto bytes = archive_of(contents);
    EXPECT_EQ(bytes, archive_of(contents));
    const auto path = folder.write("volume.zip", bytes);
    int error = 0;
    auto* zip = zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &error);
    ASSERT_NE(zip, nullptr) << error;
    EXPECT_EQ(zip_get_num_entries(zip, 0), 3);
    for (const auto& [name, text] : contents) {
        auto* file = zip_fopen(zip, name.c_str(), 0);
        ASSERT_NE(file, nullptr) << name;
        std::string got(100, '\0');
        got.resize(static_cast<std::size_t>(zip_fread(file, got.data(), got.size())));
        EXPECT_EQ(got, text);
        zip_fclose(file);
    }
    zip_discard(zip);
}

TEST(VolumeZip, knows_its_size_beyond_what_fits_the_old_form) {
    constexpr std::uint64_t five_gib = 5ull << 30;
    const ZipEntry large{"evidence/a", five_gib, 0}, small{"evidence/b", 10, 0};
    // Local: 30 and name, 20 more for the large one; central: 46 and name, and 28 more for both
    // (the second begins beyond 4 GiB); 56 + 20 + 22 at the end.
    EXPECT_EQ(zip_bytes({large, small}),
              five_gib + 10 + 2 * (30 + 10) + 20 + 2 * (46 + 10) + 2 * 28 + 56 + 20 + 22);
    EXPECT_EQ(zip_bytes({small}), 10u + 30 + 10 + 46 + 10 + 22);
}

TEST(VolumeZip, refuses_to_send_bytes_that_are_not_those_it_promised) {
    auto wrong = part("evidence/a", "原件");
    wrong.entry.crc ^= 1;
    std::vector<ZipPart> parts;
    parts.push_back(std::move(wrong));
    ZipStream stream(std::move(parts), sealed_at);
    EXPECT_FALSE(stream.next().empty());
    EXPECT_THROW(static_cast<void>(stream.next()), std::runtime_error);
}

TEST(VolumeNames, stay_within_the_folder_they_are_unpacked_in) {
    for (const auto* good : {"manifest.json", "卷内目录.xlsx", "evidence/0af.pdf"})
        EXPECT_TRUE(is_safe_name(good)) << good;
    for (const auto* bad : {"", "/etc/passwd", "../x", "a/../../x", "a//b", "./a", "records/",
                            "C:x", "a\\b", "a\nb", "\xff"})
        EXPECT_FALSE(is_safe_name(bad)) << bad;
}

class CheckedVolume : public testing::Test {
  protected:
    Contents files{{index_part.data(), R"({"pieces":[{"number":1}]})"},
                   {"records/0001.html", "<p>会议纪要</p>"},
                   {"evidence/aa.pdf", "%PDF-1.4 原件"}};

    Contents sealed(std::string_view tampered = "") const {
        VolumeCopy copy;
        copy.volume.title = "财政局整改";
        copy.volume.number = 1;
        copy.volume.sealed_at = sealed_at;
        copy.volume.sealed_by_name = "张敏";
        copy.volume.algorithm = base::Algorithm::sha256;
        copy.pieces = {Piece{}};
        std::vector<ManifestFile> listed;
        for (const auto& [name, bytes] : files)
            listed.push_back({name, base::digest(base::Algorithm::sha256, bytes),
                              static_cast<std::int64_t>(bytes.size())});
        auto manifest = manifest_text(copy, listed, key.public_key());
        auto all = files;
        all.emplace_back(signature_part, key.sign(manifest));
        all.emplace_back(manifest_part, manifest + std::string(tampered));
        return all;
    }
    base::Result<VolumeReport> checked(const Contents& contents) {
        return check_volume(folder.write("volume.zip", archive_of(contents)));
    }
    std::string faults(const Contents& contents) {
        const auto report = checked(contents);
        if (!report) return report.error().code;
        std::string text;
        for (const auto& fault : report->faults) text += fault.what + " " + fault.name + ";";
        return text;
    }
    static void put(Contents& contents, const std::string& name, const std::string& bytes) {
        for (auto& [known, old] : contents)
            if (known == name) old = bytes;
    }

    office::sample::Folder folder;
    journal::SigningKey key{std::string(32, 's')};
};

TEST_F(CheckedVolume, is_sound_as_it_was_sealed) {
    const auto report = checked(sealed());
    ASSERT_EQ(code_of(report), "accepted");
    EXPECT_TRUE(report->faults.empty());
    EXPECT_EQ(report->manifest.programme, "财政局整改");
    EXPECT_EQ(report->manifest.files.size(), 3u);
    EXPECT_EQ(report->fingerprint, journal::fingerprint_of(key.public_key()));
}

TEST_F(CheckedVolume, names_every_file_that_was_changed_taken_out_or_added) {
    auto contents = sealed();
    put(contents, "records/0001.html", "<p>会议记要</p>");
    EXPECT_EQ(faults(contents), "volume_file_changed records/0001.html;");
    put(contents, "evidence/aa.pdf", "%PDF-1.4 短");
    contents.emplace_back("evidence/bb.pdf", "后来放进去的");
    EXPECT_EQ(faults(contents),
              "volume_file_changed records/0001.html;volume_file_changed evidence/aa.pdf;"
              "volume_file_added evidence/bb.pdf;");
    contents = sealed();
    std::erase_if(contents, [](const auto& one) { return one.first == "evidence/aa.pdf"; });
    EXPECT_EQ(faults(contents), "volume_file_missing evidence/aa.pdf;");
}

TEST_F(CheckedVolume, holds_its_counts_to_what_was_signed) {
    files[0].second = R"({"pieces":[]})";
    EXPECT_EQ(faults(sealed()), "volume_counts_differ ;");
}

TEST_F(CheckedVolume, is_refused_without_its_signed_list) {
    EXPECT_EQ(faults(sealed(" ")), "volume_not_signed");
    auto contents = sealed();
    put(contents, std::string(manifest_part), "{}");
    EXPECT_EQ(faults(contents), "volume_has_no_manifest");
    EXPECT_EQ(faults(files), "volume_has_no_manifest");
    const auto other = journal::SigningKey(std::string(32, 'x'));
    contents = sealed();
    put(contents, std::string(signature_part), other.sign("{}"));
    EXPECT_EQ(faults(contents), "volume_not_signed");
}

TEST_F(CheckedVolume, is_refused_when_it_would_do_harm) {
    auto contents = sealed();
    contents.emplace_back("../../etc/cron.d/x", "* * * * *");
    EXPECT_EQ(faults(contents), "volume_name_unsafe");
    contents = sealed();
    contents.push_back(contents[1]);
    const auto twice = faults(contents);
    EXPECT_TRUE(twice == "volume_name_twice" || twice == "volume_not_readable") << twice;
    const auto packed = folder / "packed.zip";
    office::sample::write_archive(packed, {{"a", std::string(5'000'000, '0')}});
    EXPECT_EQ(code_of(check_volume(packed)), "volume_file_packed");
}

TEST_F(CheckedVolume, is_refused_when_it_is_cut_off_or_hides_something) {
    const auto whole = archive_of(sealed());
    EXPECT_EQ(code_of(check_volume(folder.write("cut.zip", whole.substr(0, whole.size() - 40)))),
              "volume_not_readable");
    EXPECT_EQ(code_of(check_volume(folder.write("cut.zip", whole.substr(0, 100)))),
              "volume_not_readable");
    EXPECT_EQ(code_of(check_volume(folder.write("text.zip", "不是压缩文件"))),
              "volume_not_readable");
    EXPECT_EQ(code_of(check_volume(folder / "none.zip")), "volume_not_found");
    // An archive behind other bytes is one that many programs open all the same.
    const auto hidden = check_volume(folder.write("hidden.zip", "夹带的内容" + whole));
    EXPECT_TRUE(!hidden || !hidden->faults.empty());
}

TEST_F(CheckedVolume, is_refused_when_an_entry_claims_more_than_there_is) {
    auto bytes = archive_of(sealed());
    // The size in the central directory, 24 bytes behind the mark of its first entry.
    const auto central = bytes.find("PK\x01\x02");
    for (const std::size_t at : {central + 20, central + 24})
        bytes.replace(at, 4, std::string("\xff\xff\xff\x7f", 4));
    const auto code = code_of(check_volume(folder.write("bomb.zip", bytes)));
    EXPECT_TRUE(code == "volume_is_a_bomb" || code == "volume_not_readable") << code;
}

}  // namespace
}  // namespace dossier
