// The rules of a sitting without a database: the order of speaking, the quorum, leave, the record,
// the lists, the texts, what follows.
#include <gtest/gtest.h>

#include <algorithm>

#include "sittings/sitting_paper.hpp"
#include "sittings/test_meeting.hpp"

namespace sittings {
namespace {

using life_meetings::LifeState;
using sittings::testing::code_of;
using sittings::testing::day;
using sittings::testing::TestMeeting;

struct Sittings : ::testing::Test, TestMeeting {
    std::vector<Turn>& turns = sitting.turns;
    std::size_t at(Topic topic, std::optional<ParticipantId> about = {}) const {
        const auto found = std::find_if(turns.begin(), turns.end(), [&](const Turn& one) {
            return one.topic == topic && (!about || one.about == about);
        });
        EXPECT_NE(found, turns.end()) << name_of(topic);
        return static_cast<std::size_t>(found - turns.begin());
    }
    Turn taken(std::size_t from) {
        const auto one = turns[from];
        turns.erase(turns.begin() + static_cast<std::ptrdiff_t>(from));
        return one;
    }
    void put(std::size_t to, const Turn& one) {
        turns.insert(turns.begin() + static_cast<std::ptrdiff_t>(to), one);
    }
    Spoken criticism() {
        Spoken said;
        said.id = base::testing::golden_id<EntryId>("21");
        said.kind = EntryKind::criticism;
        said.speaker = zhou;
        said.about = han;
        said.words = "抓整改只部署不检查，三次调度会没有一次到现场。";
        said.said_at = now;
        return said;
    }
    Spoken said_of(EntryKind kind, std::string words) {
        auto said = criticism();
        said.kind = kind;
        said.words = std::move(words);
        return said;
    }
    base::Result<RecordEntry> written(const Spoken& said) {
        return write(said, meeting, sitting, records, actor, now);
    }
};

TEST_F(Sittings, have_an_usual_order_that_keeps_the_rules) {
    EXPECT_EQ(code_of(check_turns(turns, meeting)), "accepted");
    // 4 reports, guide, team, 3 members of self-check + 2 criticisms + reply, comments, leader,
    // end.
    EXPECT_EQ(turns.size(), 6u + 3u * 4u + 3u);
    EXPECT_LT(at(Topic::team_check), at(Topic::self_check, han));
    EXPECT_LT(at(Topic::self_check, han), at(Topic::self_check, zhou));
    EXPECT_EQ(title_of(turns[at(Topic::criticism, han)], meeting),
              "周远同志对韩征同志提出批评意见");
    EXPECT_EQ(turns[at(Topic::leader_requirements)].title, "梁志远同志提出要求");
    meeting.participants[1].left_on = day("2024-07-10");
    const auto without = usual_turns(meeting);
    EXPECT_EQ(without.size(), 6u + 2u * 3u + 3u) << "who left speaks no more";
}

TEST_F(Sittings, refuse_an_order_that_breaks_a_rule) {
    const auto good = turns;
    put(0, taken(at(Topic::self_check, zhou)));
    EXPECT_EQ(code_of(check_turns(turns, meeting)), "team_comes_before_members");
    turns = good;
    put(at(Topic::self_check, han), taken(at(Topic::self_check, lin)));
    EXPECT_EQ(code_of(check_turns(turns, meeting)), "principal_comes_before_members");
    turns = good;
    put(at(Topic::self_check, han), taken(at(Topic::criticism, han)));
    EXPECT_EQ(code_of(check_turns(turns, meeting)), "self_comes_before_mutual");
    turns = good;
    put(at(Topic::self_check, zhou) + 1, taken(at(Topic::criticism, han)));
    EXPECT_EQ(code_of(check_turns(turns, meeting)), "criticism_goes_one_by_one");
    turns = good;
    put(at(Topic::criticism, zhou), taken(at(Topic::reply, zhou)));
    EXPECT_EQ(code_of(check_turns(turns, meeting)), "reply_comes_after_criticism");
    turns = good;
    turns[at(Topic::criticism, lin)].speaker = lin;
    EXPECT_EQ(code_of(check_turns(turns, meeting)), "criticism_needs_two_members");
    turns = good;
    turns[0].speaker = base::testing::golden_id<ParticipantId>("99");
    EXPECT_EQ(code_of(check_turns(turns, meeting)), "turn_names_an_unknown_person");
}

TEST_F(Sittings, open_with_the_principal_and_two_thirds_of_the_team) {
    EXPECT_EQ(code_of(open(sitting, meeting, actor, now)), "principal_is_not_there");
    sitting.presences = {present(han)};
    const auto few = open(sitting, meeting, actor, now);
    ASSERT_EQ(code_of(few), "sitting_lacks_quorum");
    EXPECT_EQ(few.error().args, (std::vector<std::pair<std::string, std::string>>{
                                    {"present", "1"}, {"accepted", "2"}}));
    sitting.presences.push_back(present(zhou));
    const auto opened = open(sitting, meeting, actor, now);
    ASSERT_EQ(code_of(opened), "accepted");
    EXPECT_EQ(opened->turn, turns.front().id);
    auto gone = sitting;
    gone.presences[1].left_at = now;
    EXPECT_EQ(code_of(open(gone, meeting, actor, now)), "sitting_lacks_quorum") << "went again";
    turns.clear();
    EXPECT_EQ(code_of(open(sitting, meeting, actor, now)), "agenda_is_empty");
    for (const auto& [team, needed] : {std::pair{3, 2}, {4, 3}, {5, 4}, {6, 4}, {7, 5}, {9, 6}})
        EXPECT_EQ((Quorum{team, 0}.needed()), needed) << team;
    meeting.participants[2].left_on = day("2024-07-01");
    EXPECT_EQ(quorum_of(meeting, sitting), (Quorum{2, 2})) << "who left the team does not count";
}

TEST_F(Sittings, are_run_by_office_host_and_recorders) {
    EXPECT_EQ(code_of(why_not(SittingAct::arrange, meeting, member)),
              "only_host_and_recorders_run_the_sitting");
    for (const auto& who : {host, keeper, records})
        EXPECT_EQ(code_of(why_not(SittingAct::arrange, meeting, who)), "accepted");
    EXPECT_EQ(code_of(why_not(SittingAct::move, meeting, host)), "sitting_is_not_open");
    EXPECT_EQ(code_of(why_not(SittingAct::record, meeting, keeper)),
              "only_recorders_write_the_record");
    EXPECT_EQ(code_of(why_not(SittingAct::add_remark, meeting, records)), "record_is_still_open");
    meeting.state = LifeState::running;
    EXPECT_EQ(code_of(why_not(SittingAct::move, meeting, host)), "accepted");
    EXPECT_EQ(code_of(why_not(SittingAct::record, meeting, records)), "accepted");
    EXPECT_EQ(code_of(why_not(SittingAct::close, meeting, member)),
              "only_the_keeper_runs_life_meetings");
    meeting.state = LifeState::closed;
    EXPECT_EQ(code_of(why_not(SittingAct::record, meeting, records)), "record_is_closed");
    EXPECT_EQ(code_of(why_not(SittingAct::arrange, meeting, host)), "record_is_closed");
    EXPECT_EQ(code_of(why_not(SittingAct::add_remark, meeting, records)), "accepted");
    meeting.state = LifeState::cancelled;
    EXPECT_EQ(code_of(why_not(SittingAct::arrange, meeting, host)), "life_meeting_is_cancelled");
}

TEST_F(Sittings, give_leave_only_by_the_principal_and_with_a_reason) {
    const auto say = [&](const PresenceChange& change, const Standing& standing) {
        return note_presence(sitting, meeting, change, standing, actor, now);
    };
    PresenceChange ask{zhou, PresenceState::leave_asked, "住院手术，医嘱不能参会"};
    EXPECT_EQ(code_of(say({zhou, PresenceState::leave_asked, "有事"}, member)), "reason_too_short");
    EXPECT_EQ(code_of(say(ask, other)), "only_host_and_recorders_run_the_sitting");
    EXPECT_EQ(code_of(say({zhou, PresenceState::on_leave}, host)), "leave_was_not_asked_for");
    EXPECT_EQ(code_of(say({han, PresenceState::leave_asked, "外出开会不能参加"}, host)),
              "principal_cannot_be_on_leave");
    const auto asked = say(ask, member);
    ASSERT_EQ(code_of(asked), "accepted");
    sitting.presences = {*asked};
    EXPECT_EQ(code_of(say({zhou, PresenceState::on_leave}, keeper)),
              "only_the_principal_grants_leave");
    EXPECT_EQ(code_of(say({zhou, PresenceState::on_leave}, member)),
              "only_the_principal_grants_leave")
        << "nobody grants themselves leave";
    EXPECT_EQ(code_of(say({zhou, PresenceState::absent}, records)),
              "only_the_principal_grants_leave")
        << "a wish is answered by the principal";
    const auto granted = say({zhou, PresenceState::on_leave}, host);
    ASSERT_EQ(code_of(granted), "accepted");
    EXPECT_EQ(granted->granted_by, actor.name);
    EXPECT_EQ(granted->reason, ask.reason);
    const auto late = say({lin, PresenceState::present}, other);
    ASSERT_EQ(code_of(late), "accepted") << "everybody signs in themselves";
    EXPECT_EQ(late->arrived_at, now);
    EXPECT_EQ(code_of(say({base::testing::golden_id<ParticipantId>("99"), {}}, host)),
              "participant_unknown");
}

TEST_F(Sittings, count_the_time_of_each_turn) {
    sitting.presences = {present(han), present(zhou)};
    auto running = *open(sitting, meeting, actor, now);
    running = *move(running, turns[1].id, {now.milliseconds + 60'000});
    EXPECT_EQ(running.turns[0].spent_ms, 60'000);
    running = *move(running, turns[0].id, {now.milliseconds + 90'000});
    EXPECT_EQ(running.turns[1].spent_ms, 30'000);
    running = close(running, "sm3:1", actor, {now.milliseconds + 100'000});
    EXPECT_EQ(running.turns[0].spent_ms, 70'000) << "back, and added up";
    EXPECT_FALSE(running.turn);
    EXPECT_EQ(code_of(move(sitting, base::testing::golden_id<TurnId>("98"), now)), "turn_unknown");
}

TEST_F(Sittings, record_what_was_said_by_recorders_who_do_not_touch_each_others_entries) {
    meeting.state = LifeState::running;
    const auto entry = written(criticism());
    ASSERT_EQ(code_of(entry), "accepted");
    EXPECT_EQ(code_of(written(said_of(EntryKind::speech, ""))), "entry_is_empty");
    auto self = criticism();
    self.about = zhou;
    EXPECT_EQ(code_of(written(self)), "criticism_needs_two_members");
    auto elsewhere = criticism();
    elsewhere.turn = base::testing::golden_id<TurnId>("98");
    EXPECT_EQ(code_of(written(elsewhere)), "turn_unknown");
    auto put_right = *entry;
    put_right.said.reply = "接受，月底前逐个到现场。";
    const auto corrected = correct(*entry, put_right, 1);
    ASSERT_EQ(code_of(corrected), "accepted");
    EXPECT_EQ(corrected->revision, 2);
    EXPECT_EQ(code_of(correct(*corrected, put_right, 1)), "somebody_else_changed_it");
    put_right.by_account = base::testing::golden_id<base::AccountId>("32");
    EXPECT_EQ(code_of(correct(*entry, put_right, 1)), "entry_is_of_another_recorder");
}

TEST_F(Sittings, do_not_count_hopes_as_criticism) {
    meeting.state = LifeState::running;
    auto hope = said_of(EntryKind::criticism, "");
    hope.suggestion = "希望多到基层走走。";
    const auto figures = figures_of(
        {*written(criticism()), *written(hope), *written(said_of(EntryKind::last_year, "已完成"))},
        meeting);
    EXPECT_EQ(figures.criticisms, 1);
    EXPECT_EQ(figures.last_year, 1);
    EXPECT_EQ(figures.members[0], (CriticismCount{han, 1, 0, 1}));
    EXPECT_EQ(figures.members[1], (CriticismCount{zhou, 0, 1, 0}));
}

TEST_F(Sittings, keep_the_record_from_those_who_are_not_there) {
    meeting.state = LifeState::running;
    sitting.presences = {present(zhou)};
    const auto read = [&](const Standing& who) {
        return code_of(why_not_read(meeting, sitting, who));
    };
    EXPECT_EQ(read(member), "accepted");
    EXPECT_EQ(read(records), "accepted");
    for (const auto& who : {other, keeper, superior, guides})
        EXPECT_EQ(read(who), "record_is_restricted");
    meeting.state = LifeState::closed;
    for (const auto& who : {member, other, records, keeper, superior})
        EXPECT_EQ(read(who), "accepted");
    EXPECT_EQ(read(guides), "record_is_restricted");
}

TEST_F(Sittings, seal_the_record_with_a_digest_that_any_change_breaks) {
    meeting.state = LifeState::running;
    const auto entry = *written(criticism());
    auto moved = entry;
    moved.said.suggestion = moved.said.words;
    moved.said.words.clear();
    EXPECT_NE(digest_of({entry}), digest_of({moved})) << "the same words in another place";
    EXPECT_NE(digest_of({entry}), digest_of({entry, entry}));
    EXPECT_EQ(digest_of({entry}), digest_of({entry}));
}

TEST_F(Sittings, let_a_member_write_the_own_list_and_the_office_every_list) {
    const auto write_of = [&](std::optional<ParticipantId> owner, const Standing& who) {
        return code_of(why_not_write(meeting, owner, who));
    };
    EXPECT_EQ(write_of({}, keeper), "sitting_is_not_over");
    meeting.state = LifeState::closed;
    EXPECT_EQ(write_of({}, keeper), "accepted");
    EXPECT_EQ(write_of(zhou, host), "accepted");
    EXPECT_EQ(write_of(zhou, member), "accepted");
    EXPECT_EQ(write_of(zhou, other), "only_the_own_list_is_written");
    EXPECT_EQ(write_of({}, member), "only_the_own_list_is_written");
    EXPECT_EQ(write_of(zhou, superior), "only_the_own_list_is_written");
    EXPECT_TRUE(sees_list(member, zhou) && sees_list(host, zhou) && sees_list(superior, zhou));
    EXPECT_FALSE(sees_list(other, zhou) || sees_list(records, zhou) || sees_list(guides, {}));
    EXPECT_TRUE(sees_list(other, {}) && sees_list(records, {}));
}

TEST_F(Sittings, make_guarded_rows_of_what_a_member_answers_for) {
    ListItem item;
    item.terms = {zhou,     ListSource::criticism, "", {}, "调研走过场", "每月驻点一天", "", {},
                  "办公室", day("2024-12-31")};
    const auto own = rows_of(item, meeting);
    EXPECT_TRUE(own.problem.guards.has(base::Guard::life_meeting));
    EXPECT_EQ(own.problem.responsibility[0].name, "周远");
    EXPECT_EQ(own.problem.deadline.date, day("2024-12-31"));
    EXPECT_EQ(own.measure.text, "每月驻点一天");
    item.terms.owner.reset();
    const auto team = rows_of(item, meeting);
    EXPECT_TRUE(team.problem.guards.empty());
    EXPECT_EQ(team.problem.responsibility[0].name, "韩征") << "the principal answers";
    item.terms.leader = lin;
    EXPECT_EQ(rows_of(item, meeting).problem.responsibility[0].name, "林晓");
}

TEST_F(Sittings, draft_texts_with_figures_and_without_what_was_said) {
    meeting.state = LifeState::running;
    sitting.presences = {present(han), present(zhou)};
    Presence away;
    away.participant = lin;
    away.state = PresenceState::on_leave;
    sitting.presences.push_back(away);
    const TextFacts facts{
        meeting, sitting, figures_of({*written(criticism())}, meeting), {}, 2, 0, 1, 1, {}};
    const auto report = draft_of(LifeTextKind::report, facts);
    EXPECT_NE(report.find("班子成员应到3人，实到2人，林晓同志请假并经批准"), std::string::npos);
    EXPECT_NE(report.find("共提出批评意见1条，其中对韩征同志1条"), std::string::npos);
    EXPECT_EQ(report.find("三次调度会"), std::string::npos) << "no words of a criticism";
    const auto script = draft_of(LifeTextKind::host_script, facts);
    EXPECT_NE(script.find("请其他同志依次对韩征同志提出批评意见"), std::string::npos);
    LifeText text;
    text.kind = LifeTextKind::report;
    const auto first = write_text(text, report, 0, actor, now);
    ASSERT_EQ(code_of(first), "accepted");
    EXPECT_EQ(code_of(write_text(*first, "别的", 0, actor, now)), "somebody_else_changed_it");
    EXPECT_EQ(code_of(issue_text(*first, day("2024-07-30"), actor, day("2024-07-30"))),
              "text_has_gaps");
    const auto full = *write_text(*first, "一、基本情况\n已开。", 1, actor, now);
    EXPECT_EQ(code_of(issue_text(full, day("2024-08-01"), actor, day("2024-07-30"))),
              "issued_in_the_future");
    const auto issued = *issue_text(full, day("2024-07-30"), actor, day("2024-07-30"));
    EXPECT_FALSE(issued.digest.empty());
    meeting.state = LifeState::closed;
    EXPECT_EQ(code_of(why_not_write_text(issued, meeting, keeper)), "life_text_is_issued");
    EXPECT_EQ(code_of(why_not_write_text(full, meeting, member)), "only_the_office_writes_texts");
    EXPECT_FALSE(sees_text(LifeTextKind::host_script, member));
    EXPECT_TRUE(sees_text(LifeTextKind::report, member));
    EXPECT_FALSE(sees_text(LifeTextKind::report, guides));
}

TEST_F(Sittings, send_packages_only_with_an_issued_report_and_a_receipt) {
    const auto packages = usual_packages(meeting);
    ASSERT_EQ(packages.size(), 4u);
    EXPECT_EQ(packages[0].due_on, day("2024-08-06")) << "15 days after";
    Package one;
    one.terms = packages[0];
    LifeText report;
    const auto today = day("2024-08-01");
    const Delivery delivery{today, "王主任"};
    EXPECT_EQ(code_of(deliver(one, delivery, report, actor, today)), "report_is_not_issued");
    report.issued_on = today;
    EXPECT_EQ(code_of(deliver(one, {day("2024-08-02"), "王主任"}, report, actor, today)),
              "delivered_in_the_future");
    EXPECT_EQ(code_of(deliver(one, {today, ""}, report, actor, today)), "receipt_missing");
    const auto sent = deliver(one, delivery, report, actor, today);
    ASSERT_EQ(code_of(sent), "accepted");
    EXPECT_EQ(code_of(deliver(*sent, delivery, report, actor, today)), "package_is_delivered");
    EXPECT_TRUE(one.is_overdue(day("2024-08-07")) && !one.is_overdue(day("2024-08-06")));
    EXPECT_FALSE(sent->is_overdue(day("2024-09-07")));
    EXPECT_EQ(code_of(check(PackageTerms{})), "package_needs_contents");
}

TEST_F(Sittings, catalogue_what_the_program_holds_and_what_people_filed) {
    HeldMaterial held;
    held.record = true;
    ArchiveLine talks;
    talks.material = Material::talks;
    talks.state = FiledState::not_applicable;
    talks.remark = "没有";
    const auto catalogue = catalogue_of(held, {});
    ASSERT_EQ(catalogue.size(), materials_count);
    EXPECT_EQ(catalogue[static_cast<std::size_t>(Material::record)].state, FiledState::held);
    EXPECT_EQ(catalogue[static_cast<std::size_t>(Material::talks)].state, FiledState::missing);
    EXPECT_EQ(code_of(check(talks, catalogue)), "reason_too_short");
    talks.remark = "本次会议按规定不再谈话";
    EXPECT_EQ(code_of(check(talks, catalogue)), "accepted");
    EXPECT_EQ(catalogue_of(held, {talks})[static_cast<std::size_t>(Material::talks)].state,
              FiledState::not_applicable);
    ArchiveLine record;
    record.material = Material::record;
    record.state = FiledState::filed;
    EXPECT_EQ(code_of(check(record, catalogue)), "material_is_held");
}

TEST_F(Sittings, print_what_is_in_them) {
    meeting.state = LifeState::running;
    const PaperSource source{meeting, sitting, {*written(criticism())}, {}, {}, {}, {}};
    const auto rows_of_agenda =
        std::get<office::PaperTable>(agenda_paper(source).sections[0].parts.back()).rows;
    EXPECT_EQ(rows_of_agenda.size(), 1u + 6u + 3u * 3u + 3u)
        << "criticisms of one member are one line";
    const auto record = record_paper(source);
    bool found = false;
    for (const auto& part : record.sections[0].parts)
        if (const auto* line = std::get_if<office::Paragraph>(&part))
            for (const auto& run : line->runs)
                found = found || run.text.find("三次调度会") != std::string::npos;
    EXPECT_TRUE(found);
    EXPECT_EQ(personal_lists_paper(source).sections.size(), 1u) << "says that there is none";
}

}  // namespace
}  // namespace sittings
