// The mark of secrecy in the head of a document, and what it keeps out.
#include "plan/read_mark.hpp"

#include <gtest/gtest.h>

#include "office/sample_files.hpp"
#include "plan/evidence_mark.hpp"

namespace plan {
namespace {

using office::Block;

std::vector<Block> paragraphs(const std::vector<std::string>& texts) {
    std::vector<Block> blocks;
    for (const auto& text : texts) {
        Block block;
        block.text = text;
        block.number = blocks.size() + 1;
        blocks.push_back(block);
    }
    return blocks;
}

TEST(DocumentMarks, AreFoundInTheHeadAsPeoplePrintThem) {
    const struct {
        std::string line, found;
    } table[]{
        {"秘密", "秘密"},
        {"秘　密", "秘密"},
        {"机密★10年", "机密★10年"},
        {"秘密 ☆ 一年", "秘密☆一年"},
        {"密级：机密", "机密"},
        {"绝密＊长期", "绝密*长期"},
        {"内部", ""},
        {"公开", ""},
        {"秘密工作情况", ""},
        {"严格保守秘密", ""},
        {"关于秘密级文件管理不规范问题的整改", ""},
    };
    for (const auto& row : table) {
        const auto found = mark_in(paragraphs({"000001", row.line, "中共某区财政局党组"}));
        EXPECT_EQ(found ? found->text : "", row.found) << row.line;
        if (found) EXPECT_EQ(found->number, 2u);
    }
}

TEST(DocumentMarks, AreTheHighestOfTheHeadAndNeverFromTheBody) {
    EXPECT_EQ(mark_in(paragraphs({"秘密★1年", "机密★5年"}))->mark, DocumentMark::confidential);
    std::vector<std::string> lines(20, "整改措施");
    lines.push_back("机密");
    EXPECT_FALSE(mark_in(paragraphs(lines)));
    Block row;
    row.kind = Block::Kind::table_row;
    row.number = 1;
    row.cells = {{"编号：7"}, {"特急\n秘密★2年"}};
    EXPECT_EQ(mark_in({row})->text, "秘密★2年");
}

TEST(DocumentMarks, DecideWhetherADocumentMayComeIn) {
    using enum ledger::Classification;
    using ledger::ClassifiedContent;
    const auto code = [](const char* mark, ledger::Classification programme,
                         ClassifiedContent here) {
        ledger::Programme wanted;
        wanted.classification = programme;
        const auto checked = check_document_mark(mark_in(paragraphs({"封面", mark})), wanted, here);
        return checked ? std::string("accepted") : checked.error().code;
    };
    const auto allowed = ClassifiedContent::allowed, refused = ClassifiedContent::refused;
    EXPECT_EQ(code("一、总体要求", internal, refused), "accepted");
    EXPECT_EQ(code("秘密★5年", internal, refused), "classified_document_is_refused_here");
    EXPECT_EQ(code("秘密★5年", confidential, refused), "classified_document_is_refused_here");
    EXPECT_EQ(code("秘密★5年", internal, allowed), "document_is_marked_above_its_programme");
    EXPECT_EQ(code("机密", secret, allowed), "document_is_marked_above_its_programme");
    EXPECT_EQ(code("秘密★5年", secret, allowed), "accepted");
    EXPECT_EQ(code("秘密★5年", confidential, allowed), "accepted");
    EXPECT_EQ(code("绝密", confidential, allowed), "top_secret_documents_are_refused");
}

TEST(DocumentMarks, KeepEvidenceThatBearsThemOut) {
    const office::sample::Folder folder;
    const auto code = [&](std::string_view text, ledger::ClassifiedContent here) {
        const ledger::Programme programme;
        const auto checked =
            check_evidence_mark(folder.write("a", text), evidence::FileType::text, programme, here);
        return checked ? std::string("accepted") : checked.error().code;
    };
    using enum ledger::ClassifiedContent;
    EXPECT_EQ(code("秘密★5年\n关于整改的通报\n", refused), "classified_document_is_refused_here");
    EXPECT_EQ(code("绝密\n关于整改的通报\n", allowed), "top_secret_documents_are_refused");
    EXPECT_EQ(code("秘密\n关于整改的通报\n", allowed), "document_is_marked_above_its_programme");
    EXPECT_EQ(code("要保守秘密。\n", refused), "accepted");
    const ledger::Programme programme;
    EXPECT_TRUE(check_evidence_mark(folder.write("b", "秘密\n"), evidence::FileType::pdf, programme,
                                    refused));
}

}  // namespace
}  // namespace plan
