// Drafted plans and the office's templates among what statements are held against: found, told to
// whoever may read them, and followed when they change.
#include "drafting/plan_actions.hpp"
#include "evidence/blob_folder.hpp"
#include "office/template_samples.hpp"
#include "statements/test_statements.hpp"
#include "templates/template_actions.hpp"

namespace statements {
namespace {

using testing::code_of;

const std::string taken =
    "我在理论学习上浮在面上，去年中心组学习请假四次，发言材料由科室代写，照着念稿。联系的石桥村一年"
    "只"
    "去过两次，群众反映的饮水问题没有过问。";
const std::string other =
    "坚持以上率下，各级党组织书记履行第一责任人责任，班子成员落实一岗双责，一级抓一级、层层抓落实"
    "。";

class CopiesOfSources : public testing::Statements {
  protected:
    office::sample::Folder folder;
    evidence::BlobFolder files{folder / "evidence", base::Algorithm::sha256};
    templates::Needs templates_needs{{needs, files, 1 << 20}, folder / "temporary"};

    CopyReport check(StatementId id, const base::Actor& who) {
        auto report = check_copies({needs, {}, &files}, who, id);
        EXPECT_EQ(code_of(report), "accepted");
        return *report;
    }
    std::string paragraph(const std::string& text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }
    templates::Template bring(templates::TemplateId id, const std::string& text, int number) {
        const auto path =
            folder.write("upload" + std::to_string(number),
                         office::sample::word_template(paragraph("发言提纲") + paragraph(text)));
        if (number == 1) {
            const auto made = templates::add_template(templates_needs, one.keeper,
                                                      {id, "发言提纲范本", "a.docx", path});
            EXPECT_EQ(code_of(made), "accepted");
            return *made;
        }
        const auto made =
            templates::add_version(templates_needs, one.keeper, {id, "", "b.docx", path});
        EXPECT_EQ(code_of(made), "accepted");
        return *made;
    }
    StatementId written(const std::string& text) {
        const auto id = begin(one.zhou_yuan);
        EXPECT_EQ(write(id, one.zhou_yuan, 2, text), "accepted");
        return id;
    }
};
ZHENGGAI_ON_BOTH_ENGINES(CopiesOfSources);

TEST_P(CopiesOfSources, are_found_in_a_plan_and_told_to_whoever_sees_the_plan) {
    const drafting::NewPlan wanted{one.ledger.here.make_id<drafting::PlanVersionId>(),
                                   one.ledger.programme,
                                   drafting::OutlineKind::bureau,
                                   "",
                                   {}};
    ASSERT_EQ(code_of(drafting::begin_plan(needs, one.keeper, wanted)), "accepted");
    const auto write_part = [&](std::int64_t revision, const std::string& text) {
        return code_of(drafting::write_section(needs, one.keeper, wanted.id,
                                               drafting::Part::safeguards,
                                               {revision, "组织保障", text}));
    };
    ASSERT_EQ(write_part(1, taken), "accepted");
    const auto id = written(taken);
    const auto found = check(id, one.zhou_yuan).found;
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].kind, "plan");
    EXPECT_EQ(found[0].percent, 100);
    // A draft that nobody was consulted on is the office's.
    EXPECT_FALSE(found[0].readable);
    EXPECT_EQ(found[0].passages.at(0).other, "");
    // Another wording, and the one before is no more held against anybody.
    ASSERT_EQ(write_part(2, other), "accepted");
    EXPECT_TRUE(check(id, one.zhou_yuan).found.empty());
}

TEST_P(CopiesOfSources, in_a_plan_are_shown_to_those_above_who_read_it) {
    const drafting::NewPlan wanted{one.ledger.here.make_id<drafting::PlanVersionId>(),
                                   one.ledger.programme,
                                   drafting::OutlineKind::bureau,
                                   "",
                                   {}};
    ASSERT_EQ(code_of(drafting::begin_plan(needs, one.keeper, wanted)), "accepted");
    ASSERT_EQ(code_of(drafting::write_section(needs, one.keeper, wanted.id,
                                              drafting::Part::safeguards, {1, "组织保障", taken})),
              "accepted");
    const auto id = begin(one.keeper, StatementKind::team);
    EXPECT_EQ(write(id, one.keeper, 2, taken), "accepted");
    const auto found = check(id, one.keeper).found;
    ASSERT_EQ(found.size(), 1u);
    EXPECT_TRUE(found[0].readable);
    EXPECT_NE(found[0].label.find("组织保障"), std::string::npos);
    EXPECT_EQ(found[0].passages.at(0).other, found[0].passages.at(0).own);
}

TEST_P(CopiesOfSources, are_found_in_the_version_of_a_template_that_is_in_use) {
    const auto key = one.ledger.here.make_id<templates::TemplateId>();
    bring(key, taken, 1);
    const auto id = written(taken);
    for (int times = 0; times < 2; ++times) {
        const auto found = check(id, one.zhou_yuan).found;
        ASSERT_EQ(found.size(), 1u);
        EXPECT_EQ(found[0].kind, "template");
        EXPECT_EQ(found[0].label, "发言提纲范本");
        EXPECT_EQ(found[0].percent, 100);
        EXPECT_FALSE(found[0].passages.at(0).other.empty());
    }
    const auto second = bring(key, other, 2);
    ASSERT_EQ(
        code_of(templates::use_version(templates_needs, one.keeper, {key, second.version}, 2)),
        "accepted");
    EXPECT_TRUE(check(id, one.zhou_yuan).found.empty());
    // Without the files nothing is read of templates.
    EXPECT_EQ(code_of(check_copies({needs}, one.zhou_yuan, id)), "accepted");
}

}  // namespace
}  // namespace statements
