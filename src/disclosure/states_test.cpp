// The table of docs/states.md about what is made public, row by row.
#include "disclosure/release.hpp"
#include "ledger/test_states.hpp"

namespace disclosure {
namespace {

using ledger::testing::has;
using ledger::testing::Level;
using ledger::testing::names_of;
using ledger::testing::Outcome;
using ledger::testing::Situation;

const base::Date today = *base::parse_date("2024-06-30");

base::AccountId account(unsigned char last) {
    return base::AccountId{base::Uuid{{last}}};
}
base::Actor actor_called(const std::string& who) {
    using base::Act;
    base::Actor actor;
    actor.id = account(static_cast<unsigned char>(who == "maker" ? 1 : 2));
    actor.acts = {Act::read_ledger};
    if (who == "maker" || who == "office")
        actor.acts = {Act::read_ledger, Act::read_names, Act::edit_ledger, Act::sign};
    if (who == "signer") actor.acts = {Act::read_ledger, Act::read_names, Act::sign};
    return actor;
}

Release release_in(const Situation& situation) {
    Release release;
    release.state = *release_state_of(situation.state);
    release.begun.account = account(1);
    if (has(situation, "as_a_whole")) release.exemption = Exemption{};
    return release;
}

base::Result<Release> done(ReleaseAct act, const Release& release) {
    std::vector<Passage> none;
    switch (act) {
        case ReleaseAct::submit: return submit(release, none, {"通报"}, {});
        case ReleaseAct::exempt:
            return exempt(release, {Ground::open_case, "案件正在审查，暂不公开"});
        case ReleaseAct::approve: return approve(release, none, {});
        case ReleaseAct::give_back: return give_back(release, "请补充整改情况");
        case ReleaseAct::publish:
            return publish(release, {today, "区政府门户网站", "", "", {}, ""}, today);
        case ReleaseAct::withdraw: return withdraw(release, "文字有误，重新公开");
        case ReleaseAct::write:
        case ReleaseAct::object: break;
    }
    return release;
}

Outcome outcome_in(const Situation& situation) {
    const auto release = release_in(situation);
    for (const auto act : release_acts) {
        if (name_of(act) != situation.act) continue;
        if (const auto no =
                why_not(act, release, makers_of(release, {}), actor_called(situation.who)))
            return {no->code, true};
        const auto after = done(act, release);
        return after ? Outcome{std::string(name_of(after->state)), false}
                     : Outcome{after.error().code, true};
    }
    return {"no such act", true};
}

const Level releases{"公开文本的状态表",
                     names_of(release_states),
                     names_of(release_acts),
                     {"maker", "office", "signer", "other"},
                     {{"in_part", "as_a_whole"}},
                     [](const std::string& act) -> std::vector<std::size_t> {
                         return act == "approve" ? std::vector<std::size_t>{0}
                                                 : std::vector<std::size_t>{};
                     },
                     outcome_in};

TEST(ReleaseStates, stand_in_the_table_row_by_row) {
    ledger::testing::hold_against_the_table(releases);
}
TEST(ReleaseStates, are_written_with_words_that_exist) {
    ledger::testing::expect_known_words(releases);
}

}  // namespace
}  // namespace disclosure
