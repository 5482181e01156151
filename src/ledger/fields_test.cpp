// Rows as named texts: what is written reads back, what changed is named, what a version changed
// and where a row's state changed is told from its history.
#include "ledger/fields.hpp"

#include <gtest/gtest.h>

#include "ledger/steps.hpp"

namespace ledger {
namespace {

using journal::FieldChange;

template <class Id>
Id id(std::uint8_t last) {
    Id made;
    made.uuid.bytes[15] = last;
    return made;
}

std::string value_of(const Fields& fields, std::string_view name) {
    for (const auto& [key, value] : fields)
        if (key == name) return value;
    return "(absent)";
}

TEST(Fields, read_back_what_was_written_whatever_it_contains) {
    const Fields fields{{"text", "一\t二\n三"}, {"path", R"(C:\temp\new\t)"},
                        {"end", "\\"},          {"both", "\\\n\\\t\\n"},
                        {"empty", ""},          {"na\tme\n", "1"},
                        {"carriage", "a\r\nb"}};
    EXPECT_EQ(decode(encode(fields)), fields);
    EXPECT_EQ(encode({{"a", "1"}, {"b", ""}}), "a\t1\nb\t\n");
    EXPECT_EQ(decode(""), Fields{});
}

TEST(Fields, leave_out_lines_of_another_form) {
    EXPECT_EQ(decode("a\t1\nno separator\nb\t2"), (Fields{{"a", "1"}, {"b", "2"}}));
    EXPECT_EQ(decode("\n\n"), Fields{});
    EXPECT_EQ(decode("a\tx\\"), (Fields{{"a", "x\\"}}));
}

TEST(Fields, name_what_changed_in_the_order_of_the_form) {
    const Fields before{{"a", "1"}, {"b", "2"}, {"gone", "x"}, {"empty", ""}};
    const Fields after{{"b", "3"}, {"a", "1"}, {"new", "y"}, {"blank", ""}};
    EXPECT_EQ(changes_between(before, after),
              (std::vector<FieldChange>{{"b", "2", "3"}, {"new", "", "y"}, {"gone", "x", ""}}));
    EXPECT_TRUE(changes_between(before, before).empty());
    EXPECT_EQ(changes_between({}, {{"a", "1"}}), (std::vector<FieldChange>{{"a", "", "1"}}));
}

Responsibility responsibility() {
    return {{HolderRole::responsible_unit, "区财政局", id<base::UnitId>(1), std::nullopt},
            {HolderRole::lead_leader, "陈立新\t（区长）", std::nullopt, id<base::PersonId>(2)},
            {HolderRole::responsible_unit, "区审计局\n", std::nullopt, std::nullopt}};
}

TEST(Responsibility, reads_back_what_was_written) {
    EXPECT_EQ(decode_responsibility(encode(responsibility())), responsibility());
    EXPECT_EQ(encode(Responsibility{}), "");
    EXPECT_TRUE(decode_responsibility("").empty());
    EXPECT_TRUE(decode_responsibility("nobody\tx\t\t\n").empty());
}

TEST(Responsibility, is_told_by_role_in_the_order_of_names) {
    Measure measure;
    measure.responsibility = responsibility();
    const auto fields = fields_of(measure);
    EXPECT_EQ(value_of(fields, "responsible_units"), "区财政局、区审计局\n");
    EXPECT_EQ(value_of(fields, "lead_leaders"), "陈立新\t（区长）");
    EXPECT_EQ(value_of(fields, "handlers"), "");
}

TEST(Responsibility, knows_its_roles_by_name) {
    for (const auto role : holder_roles) {
        EXPECT_EQ(holder_role_of(name_of(role)), role);
        EXPECT_EQ(list_name_of(role), std::string(name_of(role)) + "s");
        EXPECT_FALSE(words_of(role).empty());
        EXPECT_EQ(is_unit(role), name_of(role).ends_with("_unit"));
    }
    EXPECT_EQ(holder_role_of("owner"), std::nullopt);
}

TEST(FieldsOfAMeasure, name_everything_a_person_can_change) {
    Measure before, after;
    after.text = "健全采购制度";
    after.status = MeasureStatus::under_way;
    after.deadline = {DeadlineKind::date, "6月底前", base::parse_date("2024-06-30")};
    after.responsibility = responsibility();
    after.percent = 40;
    after.last_entry = "已完成初稿";
    after.printed_number = "①";
    after.due_on = base::parse_date("2024-06-30");  // A copy: no change of its own.
    std::vector<std::string> changed;
    for (const auto& change : changes_between(fields_of(before), fields_of(after)))
        changed.push_back(change.field);
    EXPECT_EQ(changed,
              (std::vector<std::string>{"printed_number", "text", "status", "lead_leaders",
                                        "responsible_units", "deadline_kind", "deadline_text",
                                        "deadline_date", "percent", "last_entry"}));
}

TEST(FieldsOfAProblem, name_everything_a_person_can_change) {
    Problem before, after;
    after.text = "采购管理不规范";
    after.goal = "三个月内规范";
    after.status = ProblemStatus::under_way;
    after.predecessor = id<ProblemId>(9);
    std::vector<std::string> changed;
    for (const auto& change : changes_between(fields_of(before), fields_of(after)))
        changed.push_back(change.field);
    EXPECT_EQ(changed, (std::vector<std::string>{"text", "goal", "status", "predecessor"}));
}

TEST(FieldsOfAProgramme, name_its_dates) {
    Programme programme;
    programme.title = "青云区财政局巡察整改";
    programme.feedback_on = base::parse_date("2024-05-13");
    programme.required_evidence.measure = {evidence::EvidenceKind::minutes,
                                           evidence::EvidenceKind::voucher};
    EXPECT_EQ(fields_of(programme), (Fields{{"title", "青云区财政局巡察整改"},
                                            {"feedback_on", "2024-05-13"},
                                            {"concentrated_end_on", ""},
                                            {"immediate_days", "60"},
                                            {"classification", "internal"},
                                            {"review_chain", words_of(default_chain())},
                                            {"measure_evidence", "会议记录、财务凭证"},
                                            {"problem_evidence", ""}}));
}

std::vector<HistoryRow> three_versions() {
    return {{1, {1000}, "张敏", "add_measure", {{"text", "一"}, {"status", "not_started"}}},
            {2, {2000}, "张敏", "edit_measure", {{"text", "二"}, {"status", "not_started"}}},
            {3, {3000}, "李强", "report_progress", {{"text", "二"}, {"status", "under_way"}}}};
}

TEST(History, tells_newest_first_what_each_version_changed) {
    const auto changes = changes_of(three_versions());
    ASSERT_EQ(changes.size(), 3u);
    EXPECT_EQ(changes[0].version, 3);
    EXPECT_EQ(changes[0].by, "李强");
    EXPECT_EQ(changes[0].changes,
              (std::vector<FieldChange>{{"status", "not_started", "under_way"}}));
    EXPECT_EQ(changes[1].changes, (std::vector<FieldChange>{{"text", "一", "二"}}));
    EXPECT_EQ(changes[2].act, "add_measure");
    EXPECT_EQ(changes[2].changes.size(), 2u);
    EXPECT_TRUE(changes_of({}).empty());
}

TEST(Steps, are_the_versions_in_which_the_state_changed) {
    EXPECT_EQ(steps_of(three_versions()),
              (std::vector<Step>{{"not_started", {1000}, "张敏"}, {"under_way", {3000}, "李强"}}));
    EXPECT_TRUE(steps_of({}).empty());
}

}  // namespace
}  // namespace ledger
