// What becomes of a file by what clamd answers, and when it does not. A real clamd is asked in
// tests/scenarios/clamd_test.py.
#include "evidence/virus_scan.hpp"

#include <gtest/gtest.h>

#include "office/sample_files.hpp"

namespace evidence {
namespace {

using Unreachable = ClamdSettings::Unreachable;

std::string judged(std::string_view answer, Unreachable when_unreachable = Unreachable::refuse) {
    const auto scan = judge(answer, when_unreachable);
    if (scan) return std::string(name_of(*scan));
    std::string text = scan.error().code;
    for (const auto& [name, value] : scan.error().args) text += " " + value;
    return text;
}

TEST(Clamd, is_believed_only_when_it_says_so) {
    EXPECT_EQ(judged("stream: OK"), "clean");
    EXPECT_EQ(judged("stream: Win.Test.EICAR_HDB-1 FOUND"),
              "evidence_has_a_virus Win.Test.EICAR_HDB-1");
    for (const auto* answer : {"", "stream: OK then", "INSTREAM size limit exceeded. ERROR",
                               "stream: Can't allocate memory ERROR", "UNKNOWN COMMAND"}) {
        EXPECT_EQ(judged(answer), "evidence_cannot_be_scanned") << answer;
        EXPECT_EQ(judged(answer, Unreachable::accept), "missed") << answer;
    }
    EXPECT_EQ(judged("stream: Own FOUND", Unreachable::accept), "evidence_has_a_virus Own");
}

TEST(Clamd, has_an_address_of_two_forms) {
    for (const auto* good :
         {"127.0.0.1:3310", "[::1]:3310", "clam.example.cn:3310", "/run/clamav/clamd.ctl"})
        EXPECT_TRUE(is_clamd_address(good)) << good;
    for (const auto* bad : {"", "/", "127.0.0.1", "host:", ":3310", "host:port", "host:123456"})
        EXPECT_FALSE(is_clamd_address(bad)) << bad;
}

TEST(Clamd, that_is_not_there_scans_nothing) {
    const office::sample::Folder folder;
    const auto file = folder.write("a.txt", "文本");
    const ClamdSettings gone{(folder / "no.socket").string(), Unreachable::refuse};
    EXPECT_EQ(scan(gone, file).error().code, "evidence_cannot_be_scanned");
    EXPECT_EQ(*scan({gone.address, Unreachable::accept}, file), Scan::missed);
    EXPECT_EQ(*scan({"127.0.0.1:1", Unreachable::accept}, file), Scan::missed);
    EXPECT_EQ(*scan({}, file), Scan::none);
}

}  // namespace
}  // namespace evidence
