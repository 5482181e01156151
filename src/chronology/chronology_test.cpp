// The chronology of a programme: found where things are stored, as far as the reader sees them, and
// written by hand with its history.
#include "base/test_contract.hpp"
#include "chronology/chronicle_json.hpp"
#include "chronology/test_held_meeting.hpp"
#include "ledger/extension_actions.hpp"
#include "ledger/notice_actions.hpp"
#include "ledger/task_actions.hpp"
#include "ledger/test_ledger.hpp"
#include "meetings/running_actions.hpp"
#include "office/sample_files.hpp"
#include "supervision/accountability_actions.hpp"

namespace chronology {
namespace {

using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::TestLedger;

base::Actor cleared(base::Actor actor) {
    actor.scope.cleared = base::subject_guards;
    return actor;
}

TEST(ChronicleRules, say_what_an_entry_must_hold) {
    const auto today = day("2024-06-30");
    Note note{day("2024-06-28"), "区委书记陈立新", "听取整改工作汇报并提出要求", "", 2};
    EXPECT_EQ(code_of(check(note, today)), "accepted");
    EXPECT_EQ(code_of(check({}, today)), "chronicle_person_missing");
    EXPECT_EQ(check({}, today).error().also.size(), 1u);
    note.day = day("2024-07-01");
    EXPECT_EQ(code_of(check(note, today)), "day_in_the_future");
    Entry entry;
    entry.note = note;
    entry.note.day = today;
    EXPECT_EQ(code_of(remove(entry, "误")), "reason_too_short");
    const auto removed = remove(entry, "登记重复，保留另一条");
    ASSERT_EQ(code_of(removed), "accepted");
    EXPECT_EQ(removed->version, 2);
    EXPECT_EQ(code_of(edit(*removed, entry.note, today)), "chronicle_entry_removed");
    EXPECT_EQ(code_of(remove(*removed, "登记重复，保留另一条")), "chronicle_entry_removed");
}

TEST(ChronicleRules, have_a_name_and_words_for_every_kind) {
    std::set<std::string_view> words;
    for (const auto kind : kinds) {
        EXPECT_EQ(kind_of(name_of(kind)), kind);
        EXPECT_TRUE(words.insert(words_of(kind)).second) << words_of(kind);
    }
}

class Chronicles : public ledger::testing::OneLedger {
  protected:
    HappeningPage seen_by(const base::Actor& who, HappeningFilter filter = {}) {
        filter.programme = ledger.programme;
        auto found = view_chronicle(chronicle, who, filter);
        EXPECT_EQ(code_of(found), "accepted");
        return std::move(found->page);
    }
    /// "kind person sentence", the oldest first.
    std::vector<std::string> told_to(const base::Actor& who, HappeningFilter filter = {}) {
        std::vector<std::string> all;
        for (const auto& one : seen_by(who, std::move(filter)).rows)
            all.insert(all.begin(),
                       std::string(name_of(one.kind)) + " " + one.person + " " + sentence_of(one));
        return all;
    }
    bool tells(const base::Actor& who, const std::string& line) {
        const auto all = told_to(who);
        return std::find(all.begin(), all.end(), line) != all.end();
    }
    void later() { ledger.here.pass(1000); }
    void hold_meeting() {
        meetings::NewMeeting wanted;
        wanted.id = ledger.here.make_id<meetings::MeetingId>();
        wanted.programme = ledger.programme;
        wanted.terms.title = "第一次碰头会";
        wanted.terms.held_on = day("2024-06-30");
        wanted.terms.begins_at = "15:00";
        wanted.terms.participants = {{.name = "陈立新", .duty = meetings::Duty::host}};
        const auto& office = ledger.zhang_min;
        const auto planned = *meetings::plan_meeting(needs, office, wanted);
        const auto called = *meetings::call_meeting(needs, office, {planned.id, planned.version});
        later();
        meetings::AgendaLine line{ledger.here.make_id<meetings::AgendaItemId>(),
                                  meetings::Subject::none, "", "传达会议精神"};
        const auto set = *meetings::set_agenda(needs, office, {called.id, called.version}, {line});
        const auto opened =
            *meetings::open_meeting(needs, office, {called.id, set.meeting.version});
        later();
        meetings::Minute minute;
        minute.item = opened.items[0].id;
        minute.version = opened.items[0].version;
        minute.heard = "各科室汇报了进展。";
        minute.decisions = {{ledger.here.make_id<meetings::DecisionId>(),
                             "月底前完成自查",
                             ledger.procurement,
                             "",
                             {},
                             "",
                             day("2024-07-31"),
                             ""}};
        ASSERT_EQ(code_of(meetings::write_minute(needs, office, called.id, minute)), "accepted");
        ASSERT_EQ(
            code_of(meetings::close_meeting(needs, office, {called.id, opened.meeting.version})),
            "accepted");
        later();
    }
    void issue_notice() {
        const auto made = *ledger::propose_notice(
            needs, ledger.zhang_min,
            {ledger.here.make_id<ledger::NoticeId>(), "督办通知单", {late.measure.id}});
        ledger::NoticeDraft draft{made.texts, {late.measure.id}};
        ASSERT_EQ(
            code_of(ledger::issue_notice(needs, ledger.zhang_min, {made.id, made.version}, draft)),
            "accepted");
        later();
    }
    void strike_off() {
        ledger.claim(row.problem.id, ledger.li_qiang);
        for (const auto id : {measure.measure.id, late.measure.id}) {
            ledger.finish(id, ledger.li_qiang);
            later();
        }
        ledger.strike_off(row.problem.id, ledger.li_qiang);
        later();
    }
    void call_to_account() {
        supervision::Accountability one;
        one.id = ledger.here.make_id<supervision::AccountabilityId>();
        one.programme = ledger.programme;
        one.unit = ledger.procurement;
        one.triggers = {supervision::Trigger::overdue};
        one.person = "钱立";
        one.facts = "采购制度逾期两个月没有修订。";
        one.decided_by = "区财政局党组";
        one.decided_on = day("2024-06-28");
        ASSERT_EQ(
            code_of(supervision::record_accountability(needs, cleared(ledger.zhang_min), one)),
            "accepted");
        later();
    }
    Entry entry(const std::string& text, std::string_view on = "2024-06-20") {
        Entry one;
        one.id = ledger.here.make_id<EntryId>();
        one.programme = ledger.programme;
        one.note = {day(on), "区委书记陈立新", text, "区委办督查通报第3期", 3};
        return one;
    }

    office::sample::Folder folder;
    Needs chronicle{needs, folder / "temporary"};
    ledger::ProblemRow row =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    ledger::MeasureRow measure = ledger.add(row, "修订采购制度"),
                       late = ledger.add(row, "公开采购结果", {}, TestLedger::by("2024-06-20"));
    ledger::ProblemRow other =
        ledger.add("预算编制粗放", TestLedger::held_by("预算科", ledger.budget));
};
ZHENGGAI_ON_BOTH_ENGINES(Chronicles);

TEST_P(Chronicles, collect_what_is_stored_as_sentences) {
    EXPECT_EQ(told_to(ledger.zhang_min),
              (std::vector<std::string>{"feedback  区委第二巡察组反馈意见"}));
    later();
    hold_meeting();
    issue_notice();
    strike_off();
    for (const auto* line :
         {"meeting_called 陈立新 通知召开“第一次碰头会”",
          "meeting 陈立新 主持召开“第一次碰头会”，议定1项",
          "decision  会议议定由采购科承办：月底前完成自查",
          "notice 整改办张敏 签发督办通知单巡整督〔2024〕1号（采购科）",
          "progress 采购科李强 报告措施1进展，完成比例100%", "application 采购科李强 申请问题1销号",
          "struck_off 整改办张敏 问题1销号，销号单第1号"})
        EXPECT_TRUE(tells(ledger.zhang_min, line)) << line;
    const auto rows = seen_by(ledger.zhang_min).rows;
    for (std::size_t i = 1; i < rows.size(); ++i)
        EXPECT_GE(rows[i - 1].at, rows[i].at) << "the latest first";
    const auto struck = std::find_if(rows.begin(), rows.end(), [](const Happening& one) {
        return one.kind == Kind::struck_off;
    });
    EXPECT_EQ(struck->target_id, row.problem.id.text()) << "it leads to the problem";
}

TEST_P(Chronicles, show_each_reader_what_lies_in_sight) {
    hold_meeting();
    strike_off();
    call_to_account();
    ASSERT_EQ(code_of(write_entry(chronicle, ledger.zhang_min, entry("听取整改汇报"))), "accepted");
    const auto held = std::string("meeting 陈立新 主持召开“第一次碰头会”，议定1项"),
               applied = std::string("application 采购科李强 申请问题1销号"),
               accused =
                   std::string("accountability 钱立 被追责问责，由区财政局党组决定（登记第1号）");
    EXPECT_TRUE(tells(ledger.li_qiang, applied)) << "of his own section";
    EXPECT_FALSE(tells(ledger.li_qiang, held)) << "of the programme as a whole";
    EXPECT_FALSE(tells(ledger.li_qiang, "noted 区委书记陈立新 听取整改汇报"));
    EXPECT_TRUE(told_to(ledger.zhao_li).empty()) << "another section's";
    EXPECT_TRUE(tells(ledger.zhou_guifang, held)) << "the head of the inspected unit";
    EXPECT_FALSE(tells(ledger.zhang_min, accused));
    EXPECT_TRUE(tells(cleared(ledger.zhang_min), accused));
    EXPECT_EQ(code_of(view_chronicle(chronicle, ledger.sun_li, {.programme = ledger.programme})),
              "programme_not_found");
}

TEST_P(Chronicles, tell_of_plans_checks_and_interviews) {
    const auto office = ledger.finance.text();
    ASSERT_TRUE(database().write([&](db::Transaction& transaction) -> base::Result<void> {
        transaction.execute(
            "INSERT INTO plan_version (id, programme_id, number, outline, title, reason, state, "
            "held_by, "
            "conclusion, signed_by, round, document_number, issued_on, recipients, digest, "
            "issued_by, changed_at, version) VALUES ('p', $1, 1, 'bureau', '方案', '', 'issued', "
            "'', '', '', "
            "1, '财整〔2024〕1号', '2024-06-29', '', '', '整改办张敏', 1719600000000, 1)",
            {ledger.programme});
        transaction.execute(
            "INSERT INTO site_check (id, programme_id, kind, subject, begins_on, ends_on, "
            "announced, state, planned_by_name, reason, conclusion, concluded_by_name, "
            "concluded_at, version) VALUES ('k', $1, 'look_back', '资产清查', '2024-06-20', "
            "'2024-06-21', 0, 'concluded', '吴凯', '', '属实', '吴凯', 1719500000000, 1), ('u', "
            "$1, 'site_check', '尚未办结', '2024-06-20', '2024-06-21', 0, 'under_way', '吴凯', '', "
            "'', '', NULL, 1)",
            {ledger.programme});
        transaction.execute(
            "INSERT INTO interview (id, programme_id, number, held_on, begins_at, place, unit_id, "
            "person, post, interviewers, recorder, cause, problem, answer, requirement, signed, "
            "unsigned_reason, recorded_by_name, recorded_at, revoked_by_name, revocation, version) "
            "VALUES ('i', $1, 1, '2024-06-28', '09:00', '', $2, '周启明', '', '郑青', '', '', '', "
            "'', '', 1, '', '郑青', 1719550000000, '', '', 1)",
            {ledger.programme, office});
        return {};
    }));
    const std::string plan = "plan 整改办张敏 印发整改方案第1版（财整〔2024〕1号）",
                      check = "check 吴凯 办结回头看“资产清查”",
                      talk = "interview 郑青 约谈周启明（登记第1号）";
    for (const auto& line : {plan, check, talk}) EXPECT_TRUE(tells(ledger.zhang_min, line)) << line;
    EXPECT_FALSE(tells(ledger.zhang_min, "check  办结现场督查“尚未办结”"));
    EXPECT_TRUE(tells(ledger.zhou_guifang, plan)) << "the head of the inspected unit";
    EXPECT_FALSE(tells(ledger.zhou_guifang, talk)) << "told to those who review";
    EXPECT_FALSE(tells(ledger.li_qiang, check)) << "of the programme as a whole";
}

TEST_P(Chronicles, tell_that_a_life_meeting_was_held) {
    ASSERT_TRUE(database().write([&](db::Transaction& transaction) -> base::Result<void> {
        testing::insert_life_meeting(transaction, "held", ledger.programme, true);
        testing::insert_life_meeting(transaction, "open", ledger.programme, false);
        return {};
    }));
    const std::string held = "life_meeting 周桂芳 主持召开“专题民主生活会held”";
    EXPECT_TRUE(tells(ledger.zhang_min, held));
    EXPECT_FALSE(tells(ledger.zhang_min, "life_meeting 周桂芳 主持召开“专题民主生活会open”"))
        << "while it goes on";
    EXPECT_FALSE(tells(ledger.li_qiang, held)) << "of the programme as a whole";
    const std::string asked = "life_meeting 张敏 就“专题民主生活会open”向巡视巡察办请示（第1件）",
                      answered = "life_meeting 冯磊 答复“专题民主生活会open”的请示报告（第1件）";
    EXPECT_FALSE(tells(ledger.zhang_min, asked)) << "not cleared for life meetings";
    auto keeper = ledger.zhang_min;
    keeper.scope.cleared = {base::Guard::life_meeting};
    EXPECT_TRUE(tells(keeper, asked));
    EXPECT_TRUE(tells(keeper, answered));
}

TEST_P(Chronicles, leave_out_what_is_guarded) {
    issue_notice();
    strike_off();
    auto chief = cleared(ledger.zhang_min);
    ASSERT_EQ(code_of(ledger::guard_problem(needs, chief, ledger.seen(row.problem.id),
                                            {base::Guard::clues})),
              "accepted");
    EXPECT_EQ(told_to(ledger.zhang_min).size(), 1u) << "but the feedback";
    EXPECT_GT(told_to(chief).size(), 5u);
}

TEST_P(Chronicles, are_filtered_by_person_kind_and_day_and_paged_in_two_statements) {
    hold_meeting();
    strike_off();
    HappeningFilter filter;
    filter.kinds = {Kind::application, Kind::meeting};
    EXPECT_EQ(told_to(ledger.zhang_min, filter).size(), 2u);
    filter = {};
    filter.person = "采购科李强";
    EXPECT_EQ(told_to(ledger.zhang_min, filter).size(), 3u) << "two reports, an application";
    filter = {};
    filter.to = day("2024-05-13");
    EXPECT_EQ(told_to(ledger.zhang_min, filter).size(), 1u) << "the day of the feedback";
    filter.from = day("2024-05-14");
    EXPECT_TRUE(told_to(ledger.zhang_min, filter).empty());
    filter = {};
    filter.page = {2, 3};
    const auto all = seen_by(ledger.zhang_min);
    const auto before = database().statements_run();
    const auto second = seen_by(ledger.zhang_min, filter);
    EXPECT_EQ(database().statements_run() - before, 4u)
        << "programme, unit, the count and the rows, however many sources";
    EXPECT_EQ(second.total, all.total);
    ASSERT_EQ(second.rows.size(), 3u);
    EXPECT_EQ(second.rows[0], all.rows[3]);
}

TEST_P(Chronicles, are_written_by_hand_and_keep_every_version) {
    const auto wanted = entry("听取整改汇报，要求六月底前销号");
    ASSERT_EQ(code_of(write_entry(chronicle, ledger.zhang_min, wanted)), "accepted");
    EXPECT_EQ(code_of(write_entry(chronicle, ledger.zhang_min, wanted)), "accepted");
    auto changed = wanted;
    changed.note.text = "别的内容";
    EXPECT_EQ(code_of(write_entry(chronicle, ledger.zhang_min, changed)), "same_id_other_content");
    EXPECT_TRUE(tells(ledger.zhang_min, "noted 区委书记陈立新 听取整改汇报，要求六月底前销号"));
    EXPECT_EQ(code_of(write_entry(chronicle, ledger.zhou_guifang, entry("外出学习"))),
              "only_the_office_keeps_the_chronicle");
    auto note = wanted.note;
    note.text = "听取整改汇报，要求七月底前销号";
    const auto edited = edit_entry(chronicle, ledger.wang_fang, {wanted.id, 1}, note);
    ASSERT_EQ(code_of(edited), "accepted");
    EXPECT_EQ(code_of(edit_entry(chronicle, ledger.wang_fang, {wanted.id, 1}, note)),
              "somebody_else_changed_it");
    const auto removed =
        remove_entry(chronicle, ledger.zhang_min, {wanted.id, 2}, "登记重复，保留另一条");
    ASSERT_EQ(code_of(removed), "accepted");
    ASSERT_EQ(removed->versions.size(), 3u);
    EXPECT_EQ(removed->versions[0].reason, "登记重复，保留另一条");
    EXPECT_EQ(removed->versions[1].by, "整改办王芳");
    EXPECT_EQ(removed->versions[2].note, wanted.note);
    EXPECT_FALSE(tells(ledger.zhang_min, "noted 区委书记陈立新 " + note.text));
    EXPECT_EQ(code_of(view_entry(chronicle, ledger.li_qiang, wanted.id)),
              "chronicle_entry_unknown");
    ledger.expect_sound_journal();
}

TEST_P(Chronicles, leave_as_a_workbook_with_a_trace) {
    hold_meeting();
    const auto book =
        export_chronicle(chronicle, ledger.zhang_min, {.programme = ledger.programme});
    ASSERT_EQ(code_of(book), "accepted");
    EXPECT_TRUE(std::filesystem::exists(book->file));
    EXPECT_EQ(book->name, "青云区财政局巡察整改大事记（2024-06-30）.xlsx");
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = 'export_chronicle'"),
              1);
}

const base::testing::Contract contract{"chronology"};

TEST(ChronicleMessages, are_those_of_the_contract) {
    using base::testing::golden_id;
    base::Actor office;
    office.acts = accounts::acts_of(accounts::Role::rectification_office);
    const ledger::Reader reader{office, day("2024-06-30")};
    Chronicle found;
    Happening one;
    one.kind = Kind::struck_off;
    one.at = base::Instant{1'719'735'300'000};
    one.person = "张敏";
    one.target_kind = "problem";
    one.target_id = golden_id<ledger::ProblemId>("e1").text();
    one.number = 7;
    one.words = "3";
    Happening noted = one;
    noted.kind = Kind::noted;
    noted.person = "陈立新";
    noted.target_kind = "noted";
    noted.target_id = golden_id<EntryId>("c1").text();
    noted.number = 2;
    noted.words = "听取整改汇报";
    found.page = {{one, noted}, 2};
    found.may_write = true;
    contract.expect(to_json(found, {1, 50}, reader), "chronicle");
    Entry entry;
    entry.id = golden_id<EntryId>("c1");
    entry.note = {day("2024-06-20"), "陈立新", "听取整改汇报", "区委办督查通报第3期", 2};
    const EntryVersion first{1, base::Instant{1'719'735'300'000}, "张敏", entry.note, ""};
    contract.expect(to_json(EntryView{entry, {first}, true}, reader), "entry");
    const auto read = read_new_entry(contract.golden("new_entry"));
    ASSERT_EQ(code_of(read), "accepted");
    EXPECT_EQ(read->note, entry.note);
    const auto edit = read_entry_edit(contract.golden("entry_edit"));
    ASSERT_EQ(code_of(edit), "accepted");
    EXPECT_EQ(edit->version, 1);
}

}  // namespace
}  // namespace chronology
