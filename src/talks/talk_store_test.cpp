// Talks in the database, on both engines: written and read back whole, over the version before.
#include "talks/test_talking.hpp"

namespace talks {
namespace {

using testing::code_of;
using testing::day;

class TalkStore : public testing::OneTalking {
  protected:
    template <class Act>
    auto written_by(Act act) {
        return one.ledger.here.database.write(
            [&](db::Transaction& transaction) -> base::Result<void> {
                act(transaction);
                return {};
            });
    }
    Talk some() {
        Talk talk;
        talk.id = new_id<TalkId>();
        talk.meeting = one.meeting;
        talk.programme = one.ledger.programme;
        talk.kind = TalkKind::principal_member;
        talk.member = id_of(one.han_zheng);
        talk.other = id_of(one.zhou_yuan);
        talk.state = TalkState::proposed;
        talk.appointment = when();
        talk.side(Side::member).confirmed = true;
        talk.proposed_by = "韩征";
        talk.changed_at = {1'719'735'300'000};
        return talk;
    }
    std::optional<Talk> stored(TalkId id) {
        return one.ledger.here.database.read(
            [&](db::Transaction& transaction) { return find_talk(transaction, id); });
    }
};
ZHENGGAI_ON_BOTH_ENGINES(TalkStore);

TEST_P(TalkStore, reads_back_what_was_written) {
    auto talk = some();
    ASSERT_TRUE(written_by([&](db::Transaction& transaction) { insert_talk(transaction, talk); }));
    EXPECT_EQ(stored(talk.id), talk);
    talk.state = TalkState::recorded;
    talk.side(Side::other).signature =
        TalkSignature{true, "周远", day("2024-06-30"), "扫描件", "张敏", {5}};
    talk.version = 2;
    TalkRecord record{"主题", "自身", {"问题一", "问题二"}, "工作", "思想", "建议", "承诺", "跟进",
                      "韩征", {7}};
    talk.side(Side::member).criticisms = 2;
    ASSERT_TRUE(written_by([&](db::Transaction& transaction) {
        EXPECT_TRUE(save_talk(transaction, talk));
        save_record(transaction, talk.id, Side::member, record);
    }));
    EXPECT_EQ(stored(talk.id), talk);
    one.ledger.here.database.read([&](db::Transaction& transaction) {
        EXPECT_EQ(find_record(transaction, talk.id, Side::member), record);
        EXPECT_FALSE(find_record(transaction, talk.id, Side::other));
        EXPECT_EQ(list_talks(transaction, one.meeting), std::vector<Talk>{talk});
    });
}

TEST_P(TalkStore, saves_over_the_version_before_only) {
    auto talk = some();
    ASSERT_TRUE(written_by([&](db::Transaction& transaction) { insert_talk(transaction, talk); }));
    talk.version = 3;
    const auto saved = one.ledger.here.database.write(
        [&](db::Transaction& transaction) { return save_talk(transaction, talk); });
    EXPECT_EQ(code_of(saved), "somebody_else_changed_it");
}

TEST_P(TalkStore, finds_talks_of_two_whoever_is_named_first) {
    const auto han = id_of(one.han_zheng), zhou = id_of(one.zhou_yuan);
    auto talk = some(), with_partner = some();
    with_partner.other = head;
    ASSERT_TRUE(written_by([&](db::Transaction& transaction) {
        insert_talk(transaction, talk);
        insert_talk(transaction, with_partner);
    }));
    one.ledger.here.database.read([&](db::Transaction& transaction) {
        EXPECT_EQ(list_talks_of(transaction, zhou, han).size(), 1u);
        EXPECT_EQ(list_talks_of(transaction, han, head).size(), 1u);
        EXPECT_EQ(list_partners_met(transaction, one.meeting), std::set<PartnerId>{head});
    });
}

TEST_P(TalkStore, knows_who_may_sign_in_and_whose_meetings_are_open) {
    one.ledger.here.database.read([&](db::Transaction& transaction) {
        const auto persons = list_with_accounts(transaction, one.meeting);
        EXPECT_TRUE(persons.contains(one.zhou_yuan.person));
        EXPECT_TRUE(persons.contains(one.outsider.person)) << "listed beside the team";
        EXPECT_FALSE(persons.contains(one.guide.person)) << "has no account here";
        using Meetings = std::vector<LifeMeetingId>;
        EXPECT_EQ(list_meetings_of(transaction, one.outsider.person), Meetings{one.meeting});
        EXPECT_EQ(list_meetings_of(transaction, one.he_xiulan.person), Meetings{one.meeting});
        EXPECT_TRUE(list_meetings_of(transaction, one.ledger.li_qiang.person).empty());
    });
}

}  // namespace
}  // namespace talks
