// Who sees what of statements and criticisms, person by person as docs/manual says it, and that
// looking at what another wrote leaves an entry.
#include <map>

#include "statements/printing_actions.hpp"
#include "statements/test_statements.hpp"

namespace statements {
namespace {

class StatementsInSight : public testing::Statements {
  protected:
    /// Everybody by what they are shown; who is shown nothing is refused.
    std::map<std::string, std::string> sights(StatementId id) {
        std::map<std::string, std::string> found;
        for (const auto& [what, who] : one.everybody()) {
            const auto seen = view_statement(needs, *who, id);
            found[what] = seen ? std::string(name_of(seen->sight)) : seen.error().code;
            if (seen && seen->sight == Sight::state) {
                EXPECT_TRUE(seen->sections.empty()) << what;
            }
        }
        return found;
    }
    /// What everybody without a part in it is told.
    std::map<std::string, std::string> expected(
        const std::map<std::string, std::string>& different) {
        std::map<std::string, std::string> all;
        for (const auto& [what, who] : one.everybody())
            all[what] = sees_meeting(what) ? "statement_unknown" : "life_meeting_unknown";
        for (const auto& [what, sight] : different) all[what] = sight;
        return all;
    }
    static bool sees_meeting(const std::string& what) {
        return what != "整改办其他人" && what != "其他人";
    }
    std::int64_t entries(const std::string& act) {
        return one.ledger.here.database.read([&](db::Transaction& transaction) {
            return transaction
                .first("SELECT count(*) FROM journal_entry WHERE act = $1", {act},
                       [](const db::Row& row) { return row.integer(0); })
                .value_or(0);
        });
    }
};
ZHENGGAI_ON_BOTH_ENGINES(StatementsInSight);
using testing::code_of;
using testing::LifeState;

TEST_P(StatementsInSight, of_a_member_are_the_members_until_they_are_handed_in) {
    const auto id = begin(one.lin_xiao);
    fill(id, one.lin_xiao);
    EXPECT_EQ(view(id, one.lin_xiao).sight, Sight::all);
    EXPECT_EQ(sights(id), expected({{"主要负责人", "state"},
                                    {"承办人", "state"},
                                    {"联系领导", "state"},
                                    {"上级机关", "state"}}));
}

TEST_P(StatementsInSight, of_a_member_are_the_reviewers_while_they_are_reviewed) {
    const auto id = handed_in(one.lin_xiao);
    EXPECT_EQ(sights(id), expected({{"主要负责人", "handed_in"},
                                    {"承办人", "state"},
                                    {"联系领导", "state"},
                                    {"上级机关", "state"}}));
    // What is typed after a return is not what was handed in.
    EXPECT_EQ(step(id, one.han_zheng, StatementAct::send_back), "accepted");
    EXPECT_EQ(write(id, one.lin_xiao, 2, "还没有交的一稿"), "accepted");
    EXPECT_EQ(view(id, one.han_zheng).sections[1].text, testing::problem_text);
}

TEST_P(StatementsInSight, of_a_member_go_up_to_the_superior_and_are_the_offices_once_approved) {
    const auto id = handed_in(one.lin_xiao);
    EXPECT_EQ(step(id, one.han_zheng, StatementAct::settle), "accepted");
    EXPECT_EQ(step(id, one.keeper, StatementAct::send_up), "accepted");
    EXPECT_EQ(sights(id), expected({{"主要负责人", "handed_in"},
                                    {"承办人", "state"},
                                    {"联系领导", "handed_in"},
                                    {"上级机关", "handed_in"}}));
    EXPECT_EQ(step(id, one.inspection, StatementAct::approve), "accepted");
    EXPECT_EQ(step(id, one.contact, StatementAct::approve), "accepted");
    EXPECT_EQ(sights(id), expected({{"主要负责人", "handed_in"},
                                    {"承办人", "approved"},
                                    {"联系领导", "handed_in"},
                                    {"上级机关", "handed_in"}}));
}

TEST_P(StatementsInSight, are_heard_by_team_and_recorders_once_the_meeting_runs) {
    const auto id = approved(one.lin_xiao);
    one.put_in_state(LifeState::running);
    EXPECT_EQ(sights(id), expected({{"主要负责人", "handed_in"},
                                    {"其他成员", "approved"},
                                    {"承办人", "approved"},
                                    {"记录人", "approved"},
                                    {"联系领导", "handed_in"},
                                    {"上级机关", "handed_in"}}));
}

TEST_P(StatementsInSight, of_the_team_are_shown_to_members_once_they_are_asked) {
    const auto id = begin(one.keeper, StatementKind::team);
    fill(id, one.keeper);
    EXPECT_EQ(sights(id), expected({{"主要负责人", "all"},
                                    {"其他成员", "state"},
                                    {"承办人", "all"},
                                    {"联系领导", "state"},
                                    {"上级机关", "state"}}));
    EXPECT_EQ(step(id, one.keeper, StatementAct::hand_in), "accepted");
    EXPECT_EQ(sights(id), expected({{"主要负责人", "all"},
                                    {"其他成员", "handed_in"},
                                    {"承办人", "all"},
                                    {"联系领导", "state"},
                                    {"上级机关", "state"}}));
}

TEST_P(StatementsInSight, stand_in_lists_only_where_they_are_in_sight) {
    handed_in(one.lin_xiao);
    const auto rows = [&](const base::Actor& who) {
        return list_statements_of(needs, who, one.meeting)->rows.size();
    };
    EXPECT_EQ(rows(one.lin_xiao), 1u);
    EXPECT_EQ(rows(one.han_zheng), 1u);
    EXPECT_EQ(rows(one.keeper), 1u);
    EXPECT_EQ(rows(one.zhou_yuan), 0u);
    EXPECT_EQ(rows(one.recorder), 0u);
}

TEST_P(StatementsInSight, leave_an_entry_when_another_reads_them_and_none_of_their_author) {
    const auto id = handed_in(one.lin_xiao);
    const auto before = entries("read_life_meeting");
    view(id, one.lin_xiao);
    EXPECT_EQ(entries("read_life_meeting"), before);
    view(id, one.han_zheng);
    view(id, one.han_zheng);  // once an hour
    EXPECT_EQ(entries("read_life_meeting"), before + 1);
    view(id, one.keeper);  // shows the state alone
    EXPECT_EQ(entries("read_life_meeting"), before + 1);
}

TEST_P(StatementsInSight, are_printed_for_those_who_may_read_them) {
    const auto id = handed_in(one.lin_xiao);
    const auto which = one.part_of(one.lin_xiao).text();
    const auto printed = [&](const base::Actor& who, auto make, const std::string& whose) {
        return code_of(life_meetings::read_meeting<Document>(
            needs, who, one.meeting, [&](db::Transaction& transaction, const Opened& opened) {
                return make(transaction, opened, whose);
            }));
    };
    EXPECT_EQ(printed(one.lin_xiao, make_statement, which), "accepted");
    EXPECT_EQ(printed(one.han_zheng, make_statement, which), "accepted");
    EXPECT_EQ(printed(one.keeper, make_statement, which), "statement_is_not_readable");
    EXPECT_EQ(printed(one.zhou_yuan, make_statement, which), "statement_unknown");
    EXPECT_EQ(printed(one.han_zheng, make_reviews, which), "accepted");
    EXPECT_EQ(printed(one.keeper, make_compilation, ""), "nothing_is_approved");
    EXPECT_EQ(printed(one.recorder, make_criticisms, ""), "only_the_team_criticises");
    EXPECT_EQ(step(id, one.han_zheng, StatementAct::settle), "accepted");
    EXPECT_EQ(step(id, one.keeper, StatementAct::send_up), "accepted");
    EXPECT_EQ(step(id, one.inspection, StatementAct::approve), "accepted");
    EXPECT_EQ(step(id, one.contact, StatementAct::approve), "accepted");
    EXPECT_EQ(printed(one.keeper, make_compilation, ""), "accepted");
    EXPECT_EQ(printed(one.zhou_yuan, make_compilation, ""), "nothing_is_approved");
    EXPECT_EQ(printed(one.keeper, make_reviews, which), "statement_is_not_yours_to_check");
}

TEST_P(StatementsInSight, hide_criticisms_from_everybody_until_the_meeting_runs) {
    EXPECT_EQ(code_of(write_criticism(needs, one.zhou_yuan, criticism(one.lin_xiao))), "accepted");
    const auto heard = [&](const base::Actor& who) {
        const auto list = list_criticisms_of(needs, who, one.meeting);
        return list ? std::to_string(list->heard.size()) : list.error().code;
    };
    for (const auto& [what, who] : one.everybody())
        EXPECT_EQ(heard(*who), sees_meeting(what) ? "0" : "life_meeting_unknown") << what;
    EXPECT_EQ(heard(one.lin_xiao), "0");
    for (const auto state : {LifeState::running, LifeState::closed}) {
        one.put_in_state(state);
        EXPECT_EQ(heard(one.lin_xiao), "1");
        EXPECT_EQ(heard(one.han_zheng), "1");
        EXPECT_EQ(heard(one.recorder), "1");
        EXPECT_EQ(heard(one.he_xiulan), "0");
        EXPECT_EQ(heard(one.keeper), "0");
        EXPECT_EQ(heard(one.inspection), "0");
        EXPECT_EQ(heard(one.guide), "0");
    }
}

}  // namespace
}  // namespace statements
