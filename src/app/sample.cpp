#include "app/sample.hpp"

#include <algorithm>
#include <charconv>

#include "accounts/account_actions.hpp"
#include "accounts/grant_actions.hpp"
#include "accounts/post_actions.hpp"
#include "accounts/role.hpp"
#include "accounts/session_actions.hpp"
#include "accounts/unit_actions.hpp"
#include "app/sample_ledger.hpp"
#include "base/day_words.hpp"

namespace app {
namespace {

using accounts::Role;
using accounts::UnitKind;

struct UnitLine {
    std::string_view name, short_name, parent;
    UnitKind kind;
};

constexpr UnitLine units[]{
    {"云岭区委", "区委", "", UnitKind::party_committee},
    {"云岭区财政局", "财政局", "云岭区委", UnitKind::department},
    {"办公室", "", "云岭区财政局", UnitKind::section},
    {"机关党委", "", "云岭区财政局", UnitKind::party_committee},
    {"预算科", "", "云岭区财政局", UnitKind::section},
    {"国库科", "", "云岭区财政局", UnitKind::section},
    {"资产科", "", "云岭区财政局", UnitKind::section},
    {"云岭区青石镇", "青石镇", "云岭区委", UnitKind::township},
    {"社会事务办", "", "云岭区青石镇", UnitKind::section},
    {"乡村振兴办", "", "云岭区青石镇", UnitKind::section},
    {"党建办", "", "云岭区青石镇", UnitKind::section},
    {"农经站", "", "云岭区青石镇", UnitKind::section},
    {"云岭区教育局", "教育局", "云岭区委", UnitKind::department},
    {"后勤管理科", "", "云岭区教育局", UnitKind::section},
    {"基础教育科", "", "云岭区教育局", UnitKind::section},
    {"人事科", "", "云岭区教育局", UnitKind::section},
    {"计划财务科", "", "云岭区教育局", UnitKind::section},
    {"云岭区纪委监委", "区纪委", "云岭区委", UnitKind::party_organisation},
    {"云岭区委组织部", "区委组织部", "云岭区委", UnitKind::department},
    {"云岭区委巡察办", "区委巡察办", "云岭区委", UnitKind::department},
};

struct AccountLine {
    std::string_view account, person, unit;
    Role role;
};

constexpr AccountLine people[]{
    {"zhangjing", "张静", "云岭区委", Role::rectification_office},
    {"wanglei", "王磊", "云岭区委", Role::rectification_office},
    {"liqiang", "李强", "云岭区财政局", Role::responsible_unit},
    {"zhaojuan", "赵娟", "云岭区青石镇", Role::responsible_unit},
    {"sunyang", "孙洋", "云岭区教育局", Role::responsible_unit},
    {"chengang", "陈刚", "预算科", Role::handler},
    {"zhouyuan", "周远", "云岭区财政局", Role::lead_leader},
    {"linxiao", "林晓", "云岭区财政局", Role::responsible_leader},
    {"hanzheng", "韩征", "云岭区财政局", Role::principal},
    // Members of the team whom the sample's chains of signatures leave out.
    {"zhouqiming", "周启明", "云岭区财政局", Role::responsible_unit},
    {"hexiulan", "何秀兰", "云岭区财政局", Role::responsible_unit},
    {"zhengjianguo", "郑建国", "云岭区财政局", Role::responsible_unit},
    {"shenmei", "沈梅", "云岭区财政局", Role::responsible_unit},
    {"wukai", "吴凯", "云岭区委", Role::supervision_team},
    {"zhengqing", "郑青", "云岭区纪委监委", Role::discipline_office},
    {"qianlan", "钱岚", "云岭区委组织部", Role::organisation_department},
    {"fenglei", "冯磊", "云岭区委巡察办", Role::inspection_office},
    {"dengfei", "邓飞", "云岭区委巡察办", Role::inspection_team},
    {"xiaowen", "肖文", "云岭区委", Role::observer},
    {"wumin", "吴敏", "云岭区委", Role::audit_admin},
};

// Two keepers, so that one can review what the other submitted, and the superiors who supervise.
constexpr std::string_view cleared_for_life_meetings[]{"zhangjing", "wanglei", "fenglei", "qianlan",
                                                       "zhengqing"};

struct PostLine {
    std::string_view person, unit, title;
    bool head;
    std::string_view from_on, until_on;
};

// The head and who was it before, leaders whom the sample's plans name, and holders of accounts.
constexpr PostLine posts[]{
    {"韩征", "云岭区财政局", "党组书记、局长", true, "2021-04-12", ""},
    {"周启明", "云岭区财政局", "党组副书记、副局长", false, "2020-05-18", ""},
    {"林晓", "云岭区财政局", "党组成员、副局长", false, "2022-02-21", ""},
    {"方立民", "云岭区财政局", "党组书记、局长", true, "2016-09-01", "2021-04-12"},
    {"何秀兰", "云岭区财政局", "党组成员、纪检监察组组长", false, "2022-07-20", ""},
    {"郑建国", "云岭区财政局", "党组成员、副局长", false, "2019-03-05", ""},
    {"陈刚", "预算科", "科长", true, "2023-01-16", ""},
    {"吴志远", "资产科", "科长", true, "2019-03-18", ""},
    {"李强", "云岭区财政局", "巡察整改联络员", false, "2023-06-01", ""},
    {"赵娟", "云岭区青石镇", "党建办副主任", false, "", ""},
    {"郑青", "云岭区纪委监委", "党风政风监督室主任", false, "2022-11-08", ""},
};

/// Opens accounts and units; remembers what later lines refer to by name.
class People {
  public:
    People(const SampleNeeds& needs, const std::string& password)
        : needs_(needs), password_(password) {}

    base::Result<SamplePeople> open() {
        for (const auto& line : units)
            if (auto opened = open_unit(line); !opened) return opened.error();
        for (const auto& line : people)
            if (auto opened = open_account(line); !opened) return opened.error();
        for (const auto& line : posts)
            if (auto held = appoint(line); !held) return held.error();
        return std::move(opened_);
    }

  private:
    base::Result<void> open_unit(const UnitLine& line) {
        accounts::Unit unit;
        unit.id = base::UnitId::make(needs_.accounts.clock.now(), needs_.accounts.random);
        unit.name = line.name;
        unit.short_name = line.short_name;
        unit.kind = line.kind;
        if (!line.parent.empty()) unit.parent = opened_.units.at(std::string(line.parent));
        const auto opened = accounts::open_unit(needs_.accounts, unit, accounts::operator_actor());
        if (!opened) return opened.error();
        opened_.units[unit.name] = opened->id;
        return {};
    }

    base::Result<void> open_account(const AccountLine& line) {
        accounts::NewAccount wanted{
            base::AccountId::make(needs_.accounts.clock.now(), needs_.accounts.random),
            std::string(line.account), std::string(line.person),
            opened_.units.at(std::string(line.unit)), line.role};
        const auto opened =
            accounts::open_account(needs_.accounts, wanted, accounts::operator_actor());
        if (!opened) return opened.error();
        if (auto own = choose_password(wanted.name, *opened->initial_password); !own) return own;
        if (auto given = give_scope(line); !given) return given;
        const auto account = accounts::load_account_named(needs_.accounts, line.account);
        if (!account) return account.error();
        opened_.actors.emplace(wanted.name, accounts::actor_of(*account));
        opened_.accounts.push_back({wanted.name, wanted.person_name, std::string(line.unit),
                                    std::string(accounts::words_of(line.role))});
        return {};
    }

    base::Result<void> appoint(const PostLine& line) {
        const auto& needs = needs_.accounts;
        const accounts::NewPost wanted{
            accounts::PostId::make(needs.clock.now(), needs.random),
            std::nullopt,
            std::string(line.person),
            opened_.units.at(std::string(line.unit)),
            {std::string(line.title), line.head, base::parse_date(line.from_on),
             base::parse_date(line.until_on)}};
        const auto held = accounts::appoint_to_post(needs, wanted, accounts::operator_actor());
        if (!held) return held.error();
        return {};
    }

    /// Superiors and supervisors see nothing until somebody says what.
    base::Result<void> give_scope(const AccountLine& line) {
        if (accounts::sight_of(line.role) == accounts::Sight::nothing) {
            const auto given = ask(line, {}, "样例数据：查看全区整改工作");
            if (!given) return given.error();
        }
        const auto& cleared = cleared_for_life_meetings;
        if (std::find(std::begin(cleared), std::end(cleared), line.account) == std::end(cleared))
            return {};
        const auto asked =
            ask(line, {base::Guard::life_meeting}, "样例数据：办理、督导专题民主生活会");
        if (!asked) return asked.error();
        // A clearance takes a second person.
        auto second = accounts::operator_actor();
        second.id = base::AccountId::make(needs_.accounts.clock.now(), needs_.accounts.random);
        second.name = "样例安全管理员";
        const auto given =
            accounts::decide_change(needs_.accounts, *asked, accounts::Verdict::agree, "", second);
        if (!given) return given.error();
        return {};
    }

    base::Result<accounts::PermissionChangeId> ask(const AccountLine& line, base::Guards guards,
                                                   const std::string& reason) {
        const auto& needs = needs_.accounts;
        const auto account = accounts::load_account_named(needs, line.account);
        if (!account) return account.error();
        accounts::WantedChange wanted{
            accounts::PermissionChangeId::make(needs.clock.now(), needs.random),
            account->id,
            account->version,
            {line.role, {}, guards, {}},
            reason};
        if (accounts::sight_of(line.role) == accounts::Sight::nothing)
            wanted.grant.parts = {accounts::GrantedPart{}};
        const auto asked = accounts::ask_for_change(needs, wanted, accounts::operator_actor());
        if (!asked) return asked.error();
        return wanted.id;
    }

    /// As its owner would at the first sign-in.
    base::Result<void> choose_password(const std::string& account, const std::string& initial) {
        accounts::Credentials request;
        request.purpose = accounts::Credentials::Purpose::own_session;
        const auto session = accounts::sign_in(needs_.accounts, {account, initial}, request, "");
        if (!session) return session.error();
        const auto changed =
            accounts::change_password(needs_.accounts, session->token, {initial, password_});
        if (!changed) return changed.error();
        return accounts::sign_out(needs_.accounts, changed->token);
    }

    const SampleNeeds& needs_;
    const std::string& password_;
    SamplePeople opened_;
};

}  // namespace

base::Result<Sample> fill_with_sample(const SampleNeeds& needs, const std::string& password) {
    if (!accounts::search_units(needs.accounts, "", accounts::operator_actor()).empty())
        return base::refuse(base::ErrorKind::conflict, "installation_is_not_empty");
    auto opened = People(needs, password).open();
    if (!opened) return opened.error();
    Sample sample;
    sample.accounts = opened->accounts;
    auto programmes = open_sample_programmes(needs, *opened);
    if (!programmes) return programmes.error();
    sample.programmes = std::move(*programmes);
    return sample;
}

std::string with_days(std::string_view text, base::Date today) {
    std::string out;
    while (!text.empty()) {
        const auto open = std::min(text.find('{'), text.size());
        out += text.substr(0, open);
        text.remove_prefix(open);
        const auto close = text.find('}');
        if (close == std::string_view::npos) return out += text;
        int days = 0;
        const auto* from = text.data() + (text[1] == '+' ? 2 : 1);
        std::from_chars(from, text.data() + close, days);
        out += base::in_words(base::add_days(today, days));
        text.remove_prefix(close + 1);
    }
    return out;
}

}  // namespace app
