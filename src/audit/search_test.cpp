// Searching by who, what, on what and when, page by page, on both engines; and the entries that
// are written about looking, taking out and being turned away.
#include <set>

#include "accounts/grant_actions.hpp"
#include "audit/entry_json.hpp"
#include "audit/test_audit.hpp"
#include "journal/entry_words.hpp"
#include "ledger/batch_actions.hpp"
#include "ledger/restricted_actions.hpp"

namespace audit {
namespace {

constexpr std::int64_t day_ms = 86'400'000;

class Search : public ledger::testing::OneLedger {
  protected:
    testing::TestAudit audit{ledger};
    accounts::OpenedAccount li_hua =
        ledger.here.account("lihua", accounts::Role::responsible_unit, ledger.finance);

    EntryQuery query(const std::function<void(EntryQuery&)>& set) {
        EntryQuery made;
        set(made);
        return made;
    }
    std::string acts(const std::function<void(EntryQuery&)>& set) { return audit.acts(query(set)); }
};
ZHENGGAI_ON_BOTH_ENGINES(Search);

TEST_P(Search, finds_who_did_it_by_account_by_name_and_by_id) {
    ledger.here.pass(1'000);
    (void)ledger.here.working_session(li_hua);
    for (const auto& words : {std::string("lihua"), std::string("LiHua"), std::string("干部lihua"),
                              std::string("lihu"), li_hua.account.id.text()})
        EXPECT_EQ(acts([&](auto& q) { q.actor = words; }), "change_own_password sign_in") << words;
    EXPECT_EQ(acts([&](auto& q) { q.actor = "没有这个人"; }), "");
    EXPECT_NE(acts([&](auto& q) { q.actor = "整改办张敏"; }), "")
        << "by the name as it was written";
}

TEST_P(Search, finds_what_was_done_to_whom) {
    ledger.here.pass(1'000);
    EXPECT_FALSE(ledger.here.sign_in_as("lihua", "wrong"));
    ledger.here.pass(1'000);
    EXPECT_FALSE(ledger.here.sign_in_as("nobody", "wrong"));
    const auto about = [&](auto& q) {
        q.kind = "account";
        q.subject = "lihua";
    };
    EXPECT_EQ(acts(about), "fail_sign_in open_account");
    EXPECT_EQ(acts([](auto& q) { q.acts = {"fail_sign_in"}; }), "fail_sign_in fail_sign_in");
    const auto rows = audit.found(query([](auto& q) { q.acts = {"fail_sign_in"}; }));
    EXPECT_EQ(rows[0].subject_name, "");
    EXPECT_EQ(rows[1].subject_name, "lihua");
    EXPECT_EQ(rows[1].subject_person, "干部lihua");
    EXPECT_EQ(rows[1].entry.actor_name, "未登录");
    EXPECT_EQ(address_in(seen_of(rows[1])), "10.0.0.9");
}

TEST_P(Search, finds_rows_by_number_within_their_programme) {
    const auto one = ledger.add("采购管理不规范");
    ledger.add(one, "修订采购制度");
    const auto other = ledger.open("另一项整改");
    ledger.add("另一个问题", {}, {}, other);
    const auto numbered = [&](auto& q) {
        q.kind = "problem";
        q.subject = "1";
    };
    EXPECT_EQ(audit.found(query(numbered)).size(), 2u);
    const auto rows = audit.found(query([&](auto& q) {
        numbered(q);
        q.chain = other.text();
    }));
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].programme_title, "另一项整改");
    EXPECT_EQ(rows[0].subject_number, 1);
    EXPECT_EQ(subject_in_words(rows[0]), "问题 1");
    EXPECT_EQ(acts([&](auto& q) {
                  q.kind = "measure";
                  q.subject = "1";
              }),
              "add_measure");
    EXPECT_EQ(acts([&](auto& q) {
                  q.kind = "measure";
                  q.subject = "one";
              }),
              "");
    EXPECT_EQ(acts([&](auto& q) {
                  q.kind = "unit";
                  q.subject = "财政";
              }),
              "open_unit");
}

TEST_P(Search, keeps_to_the_days_with_both_ends) {
    ledger.here.pass(2 * day_ms);  // 2 July in Shanghai.
    EXPECT_FALSE(ledger.here.sign_in_as("nobody", "wrong"));
    const auto on = [&](const char* from, const char* to) {
        return acts([&](auto& q) {
            q.acts = {"fail_sign_in"};
            q.from = base::parse_date(from);
            q.to = base::parse_date(to);
        });
    };
    EXPECT_EQ(on("2024-07-02", "2024-07-02"), "fail_sign_in");
    EXPECT_EQ(on("2024-07-03", "2024-07-09"), "");
    EXPECT_EQ(on("2024-06-01", "2024-07-01"), "");
}

TEST_P(Search, looks_for_text_only_in_what_it_shows) {
    ledger.add("贪占挪用公款");
    EXPECT_EQ(acts([](auto& q) { q.text = "贪占"; }), "");
    EXPECT_EQ(acts([](auto& q) { q.text = "干部lihua"; }), "open_account");
    EXPECT_EQ(acts([](auto& q) { q.text = "%"; }), "");
    EXPECT_NE(acts([](auto& q) { q.text = "张敏"; }), "") << "in the actor's name";
}

TEST_P(Search, pages_through_everything_once_even_where_moments_are_equal) {
    for (int i = 0; i < 7; ++i) ledger.add("问题" + std::to_string(i));
    EntryQuery query;
    query.rows_max = 200;
    const auto all = audit.found(query);
    std::set<std::pair<std::string, std::int64_t>> met;
    query.rows_max = 3;
    std::size_t pages = 0;
    for (;;) {
        const auto page = search_entries(audit.needs, query);
        ++pages;
        for (const auto& row : page->rows)
            EXPECT_TRUE(met.emplace(row.entry.chain, row.entry.sequence).second);
        if (!page->next) break;
        query.behind = page->next;
    }
    EXPECT_EQ(met.size(), all.size());
    EXPECT_EQ(pages, (all.size() + 2) / 3);
}

TEST_P(Search, takes_the_same_few_statements_however_many_rows) {
    const auto cost = [&] {
        const auto before = database().statements_run();
        EntryQuery query;
        query.actor = "整改办张敏";
        query.rows_max = 200;
        EXPECT_FALSE(audit.found(query).empty());
        return database().statements_run() - before;
    };
    const auto few = cost();
    for (int i = 0; i < 60; ++i) ledger.add("问题" + std::to_string(i));
    EXPECT_EQ(cost(), few);
    EXPECT_LE(few, 4u);
}

TEST_P(Search, says_what_may_be_seen_by_the_names_of_units_and_programmes) {
    const accounts::WantedChange wanted{
        ledger.here.make_id<accounts::PermissionChangeId>(),
        li_hua.account.id,
        1,
        {accounts::Role::handler, {{ledger.procurement, {}, ledger.programme}}, {}},
        "调整分工"};
    ASSERT_TRUE(accounts::ask_for_change(ledger.here.needs, wanted, accounts::operator_actor()));
    const auto rows = audit.found(query([](auto& q) { q.acts = {"give_permission"}; }));
    ASSERT_EQ(rows.size(), 1u);
    const auto seen = seen_of(rows[0]);
    std::string scope;
    for (const auto& change : seen.payload.changes)
        if (change.field == "scope") scope = change.new_value;
    EXPECT_EQ(scope, "采购科及下属单位（青云区财政局巡察整改）");
}

TEST_P(Search, never_shows_the_text_of_a_problem) {
    const auto problem = ledger.add("贪占挪用公款");
    ASSERT_TRUE(ledger::edit_problem(needs, ledger.zhang_min, ledger.seen(problem.problem.id),
                                     {.text = "侵占集体资产"}));
    const auto json = to_json(*search_entries(audit.needs, {}));
    EXPECT_EQ(json.find("贪占"), std::string::npos);
    EXPECT_EQ(json.find("侵占"), std::string::npos);
    EXPECT_NE(json.find(R"({"field":"text"})"), std::string::npos);
    EXPECT_NE(json.find("edit_problem"), std::string::npos);
}

TEST_P(Search, finds_who_was_turned_away_once_a_minute) {
    ledger.here.pass(1'000);
    for (int i = 0; i < 5; ++i) EXPECT_FALSE(ledger.here.sign_in_as("lihua", "wrong"));
    ledger.here.pass(1'000);
    for (int i = 0; i < 5; ++i) EXPECT_FALSE(ledger.here.sign_in_as("lihua", "wrong"));
    const auto locked = query([](auto& q) { q.acts = {"refuse_sign_in"}; });
    ASSERT_EQ(audit.found(locked).size(), 1u);
    EXPECT_EQ(
        seen_of(audit.found(locked)[0]).payload.facts,
        (decltype(journal::Payload::facts){{"refusal", "account_locked"}, {"remote", "10.0.0.9"}}));
    ledger.here.pass(61'000);
    EXPECT_FALSE(ledger.here.sign_in_as("lihua", "wrong"));
    EXPECT_EQ(audit.found(locked).size(), 2u);
}

TEST_P(Search, finds_who_came_to_a_closed_account_with_the_right_password) {
    const auto session = ledger.here.working_session(li_hua);
    ASSERT_TRUE(accounts::set_disabled(ledger.here.needs, li_hua.account.id,
                                       {session.who.account.version, true},
                                       accounts::operator_actor()));
    EXPECT_FALSE(ledger.here.sign_in_as("lihua", ledger.here.own_password));
    const auto rows = audit.found(query([](auto& q) { q.acts = {"refuse_sign_in"}; }));
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(seen_of(rows[0]).payload.facts[0].second, "account_is_disabled");
}

TEST_P(Search, has_words_for_all_that_a_ledger_is_worked_with) {
    const auto held = ledger::testing::TestLedger::held_by("采购科", ledger.procurement);
    const auto one = ledger.add("采购管理不规范", held), other = ledger.add("预算粗放");
    const auto measure = ledger.add(one, "修订采购制度");
    ASSERT_TRUE(ledger::link_measure(needs, ledger.zhang_min, ledger.seen(measure.measure.id),
                                     {{other.problem.id}, {}}));
    ledger.claim(one.problem.id, ledger.li_qiang);
    ledger.report(measure.measure.id, ledger.li_qiang);
    const auto seen = [&] { return ledger.seen(measure.measure.id); };
    ASSERT_TRUE(ledger::submit_measure(needs, ledger.li_qiang, seen()));
    ASSERT_TRUE(ledger::send_back_measure(needs, ledger.zhang_min, seen(),
                                          {"没有会议记录", "补充会议记录"}));
    ledger.finish(measure.measure.id, ledger.li_qiang);
    ledger.strike_off(one.problem.id, ledger.li_qiang);
    ASSERT_TRUE(ledger::open_successor_problem(needs, ledger.wang_fang, one.problem.id,
                                               ledger.here.make_id<ledger::ProblemId>(),
                                               "采购又不规范", "抽查发现问题反弹"));
    const auto rows = audit.found(query([](auto& q) { q.rows_max = 200; }));
    EXPECT_GT(rows.size(), 25u);
    for (const auto& row : rows) {
        EXPECT_TRUE(journal::has_words(journal::Word::act, row.entry.act)) << row.entry.act;
        EXPECT_TRUE(journal::has_words(journal::Word::kind, row.entry.subject_kind))
            << row.entry.subject_kind;
        const auto payload = seen_of(row).payload;
        for (const auto& [field, value] : payload.facts)
            EXPECT_TRUE(journal::has_words(journal::Word::field, field)) << field;
        for (const auto& change : payload.changes)
            EXPECT_TRUE(journal::has_words(journal::Word::field, change.field)) << change.field;
    }
}

TEST_P(Search, leaves_anchors_out_when_asked_to) {
    ledger.here.journal.anchor(database(), ledger.here.clock);
    const auto anchors = [&](bool without) {
        const auto said = acts([&](auto& q) {
            q.chain = journal::installation_chain;
            q.brief = without;
        });
        return said.find("anchor_chains") != said.npos;
    };
    EXPECT_TRUE(anchors(false));
    EXPECT_FALSE(anchors(true));
}

TEST_P(Search, shows_a_change_in_bulk_as_one_thing_unless_a_row_is_asked_for) {
    const auto problem = ledger.add("采购管理不规范");
    const auto measure = ledger.add(problem, "修订采购制度").measure;
    ledger::BulkChange change;
    change.deadline = ledger::testing::TestLedger::by("2024-12-31");
    ASSERT_TRUE(ledger::change_in_bulk(ledger.needs, ledger.zhang_min, ledger.programme,
                                       {ledger.here.make_id<ledger::BatchId>(),
                                        ledger::View::measures,
                                        change,
                                        "全区统一时限",
                                        {{measure.id.text(), measure.version}}}));
    const auto whole = acts([](auto& q) { q.brief = true; });
    EXPECT_NE(whole.find("bulk_change"), whole.npos) << whole;
    EXPECT_EQ(whole.find("bulk_edit"), whole.npos) << whole;
    const auto row = acts([&](auto& q) {
        q.brief = true;
        q.kind = "measure";
        q.subject = measure.id.text();
    });
    EXPECT_NE(row.find("bulk_edit"), row.npos) << row;
}

TEST_P(Search, says_that_a_payload_was_erased) {
    const auto erased = database().write([&](db::Transaction& transaction) {
        return ledger.here.journal.erase(transaction, audit.auditor, ledger.here.clock.now(),
                                         {ledger.programme.text(), 1, "依法删除"});
    });
    ASSERT_TRUE(erased);
    const auto rows = audit.found(query([&](auto& q) { q.chain = ledger.programme.text(); }));
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].entry.act, "erase_payload");
    EXPECT_EQ(subject_in_words(rows[0]), "留痕条目 1");
    EXPECT_EQ(seen_of(rows[0]).payload.facts[1].second, "依法删除");
    EXPECT_TRUE(rows[1].erased);
    EXPECT_FALSE(rows[1].payload);
}

class Restricted : public Search {
  protected:
    ledger::ProblemRow one = ledger.add("线索一");
    ledger::MeasureRow measure = ledger.add(one, "核查");
    ledger::ProblemRow open = ledger.add("公开的问题");

    Restricted() {
        auto guarded = one.problem;
        guarded.guards = {base::Guard::clues};
        (void)database().write([&](db::Transaction& transaction) -> base::Result<void> {
            ledger::save_guards(transaction, guarded);
            return {};
        });
        ledger.zhang_min.scope.cleared = {base::Guard::clues};
    }
    std::size_t noted() {
        return audit.found(query([](auto& q) { q.acts = {"read_restricted"}; })).size();
    }
};
ZHENGGAI_ON_BOTH_ENGINES(Restricted);

TEST_P(Restricted, rows_are_read_with_an_entry_once_an_hour_for_person_and_row) {
    const auto problem = one.problem.id;
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(ledger::view_problem(needs, ledger.zhang_min, problem));
    EXPECT_TRUE(ledger::history_of_problem(needs, ledger.zhang_min, problem));
    EXPECT_EQ(noted(), 1u);
    EXPECT_TRUE(ledger::view_measure(needs, ledger.zhang_min, measure.measure.id));
    EXPECT_TRUE(ledger::history_of_measure(needs, ledger.zhang_min, measure.measure.id));
    EXPECT_EQ(noted(), 2u);
    ledger.here.pass(61 * 60'000);
    EXPECT_TRUE(ledger::history_of_problem(needs, ledger.zhang_min, problem));
    EXPECT_EQ(noted(), 3u);
    const auto row = audit.found(query([](auto& q) { q.acts = {"read_restricted"}; }))[0];
    EXPECT_EQ(row.entry.actor_name, "整改办张敏");
    EXPECT_EQ(seen_of(row).payload.facts[0].second, "clues");
    EXPECT_EQ(row.entry.chain, ledger.programme.text());
    ledger.expect_sound_journal();
}

TEST_P(Restricted, rows_leave_no_entry_for_what_is_open_or_was_not_shown) {
    EXPECT_TRUE(ledger::view_problem(needs, ledger.zhang_min, open.problem.id));
    EXPECT_FALSE(ledger::view_problem(needs, ledger.wang_fang, one.problem.id));
    EXPECT_FALSE(ledger::history_of_problem(needs, ledger.wang_fang, one.problem.id));
    EXPECT_EQ(noted(), 0u);
}

}  // namespace
}  // namespace audit
