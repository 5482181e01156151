#include "district.hpp"

#include <array>
#include <map>
#include <stdexcept>

#include "accounts/account_store.hpp"
#include "accounts/grant_store.hpp"
#include "accounts/password_hasher.hpp"
#include "accounts/person_store.hpp"
#include "accounts/unit_store.hpp"
#include "base/random.hpp"
#include "ledger/measure_store.hpp"
#include "ledger/problem_store.hpp"
#include "ledger/programme_store.hpp"

namespace bench {
namespace {

using base::Result;
using ledger::DeadlineKind;
using ledger::MeasureStatus;
using ledger::ProblemStatus;

constexpr base::Instant made_at{1'767'225'600'000};  // 2026-01-01
constexpr std::array kinds{DeadlineKind::date,      DeadlineKind::date,
                           DeadlineKind::date,      DeadlineKind::immediate,
                           DeadlineKind::long_term, DeadlineKind::relative};
constexpr std::array statuses{
    MeasureStatus::under_way, MeasureStatus::not_started,     MeasureStatus::done,
    MeasureStatus::under_way, MeasureStatus::awaiting_review, MeasureStatus::sent_back,
    MeasureStatus::done,      MeasureStatus::long_term};
constexpr std::array areas{"关于学习贯彻决策部署不够深入方面", "关于履行主体责任不够到位方面",
                           "关于基层组织建设不够扎实方面", "关于资金和项目监管不够严格方面",
                           "关于以往巡察反馈问题整改不够彻底方面"};
constexpr std::array problem_texts{"党委理论学习中心组学习研讨联系实际不紧密，专题研讨次数不足",
                                   "主体责任清单照抄照搬，班子成员履行一岗双责记录不全",
                                   "部分支部三会一课质量不高，党费收缴台账登记不规范",
                                   "惠民补贴资金发放审核把关不严，存在超范围发放现象",
                                   "对上轮巡察指出的固定资产管理混乱问题整改不到位"};
constexpr std::array measure_texts{
    "修订完善学习研讨制度，制定年度学习计划并逐月对照检查落实情况",
    "组织专项自查自纠，逐项建立问题清单、责任清单和整改清单，实行销号管理",
    "对相关责任人开展提醒谈话，举一反三完善内控制度，适时开展回头看"};

class Builder {
  public:
    Builder(db::Database& database, const DistrictSize& size) : database_(database), size_(size) {}

    District build() {
        in_one_transaction([&] { add_units(); });
        constexpr int at_once = 10;
        for (int first = 0; first < size_.programmes; first += at_once)
            in_one_transaction([&] {
                for (int i = first; i < std::min(first + at_once, size_.programmes); ++i)
                    add_programme(i);
            });
        return std::move(district_);
    }

  private:
    template <class Work>
    void in_one_transaction(Work work) {
        (void)database_.write([&](db::Transaction& transaction) -> Result<void> {
            transaction_ = &transaction;
            work();
            return {};
        });
    }
    template <class Id>
    Id next_id() {
        return Id::make({made_at.milliseconds + ++count_}, random_);
    }
    int next(int below) {
        std::array<std::uint8_t, 4> bytes{};
        random_.fill(bytes);
        const auto number = bytes[0] | bytes[1] << 8 | bytes[2] << 16;
        return number % below;
    }

    void add_units() {
        constexpr int below_each = 24;  // sections of a department
        std::optional<accounts::Unit> root, department;
        for (int i = 0; i < size_.units; ++i) {
            const bool is_department = i % (below_each + 1) == 1;
            accounts::Unit unit;
            unit.id = next_id<base::UnitId>();
            unit.name = i == 0 ? "临江县" : "临江县第" + std::to_string(i) + "单位";
            unit.kind = accounts::UnitKind::department;
            const auto& parent = i == 0          ? std::optional<accounts::Unit>()
                                 : is_department ? root
                                                 : department;
            if (parent) unit.parent = parent->id;
            const auto placed =
                accounts::place(unit, parent, accounts::take_unit_number(*transaction_));
            accounts::insert_unit(*transaction_, *placed);
            if (i == 0) root = department = *placed;
            if (is_department) department = *placed;
            district_.units.push_back(unit.id);
            paths_[unit.id] = placed->path;
            unit_names_.push_back(unit.name);
        }
        (void)add_account(account_name, "何敏");
        auto scoped = add_account(scoped_account_name, "罗远");
        accounts::Grant grant{accounts::Role::supervision_team, {}, {}};
        for (int i = 1; i < size_.units && grant.parts.size() < 8; i += below_each + 1)
            grant.parts.push_back({district_.units[static_cast<std::size_t>(i)], "", {}});
        accounts::save_grant(*transaction_, scoped, grant);
        auto liaison = add_account(liaison_account_name, "苏宁", 3);
        accounts::save_grant(*transaction_, liaison, {accounts::Role::responsible_unit, {}, {}});
    }
    accounts::Account add_account(std::string_view name, const std::string& person_name,
                                  std::size_t unit = 0) {
        accounts::Person person;
        person.id = next_id<base::PersonId>();
        person.name = person_name;
        person.unit = district_.units[unit];
        accounts::insert_person(*transaction_, person);
        accounts::Account account;
        account.id = next_id<base::AccountId>();
        account.name = name;
        account.person = person.id;
        account.role = accounts::Role::rectification_office;
        account.password_hash = *accounts::PasswordHasher().hash(account_password);
        account.must_change_password = false;
        accounts::insert_account(*transaction_, account);
        return account;
    }
    ledger::Responsibility responsibility() {
        const auto unit = static_cast<std::size_t>(next(size_.units));
        return {{ledger::HolderRole::lead_leader, "陈立新", std::nullopt, std::nullopt},
                {ledger::HolderRole::responsible_unit, unit_names_[unit], district_.units[unit],
                 std::nullopt},
                {ledger::HolderRole::handler, "周桂芳", std::nullopt, std::nullopt}};
    }
    ledger::Deadline deadline(int number) {
        const auto kind = kinds[static_cast<std::size_t>(number) % kinds.size()];
        const auto day = base::add_days(*base::parse_date(first_due), next(due_days));
        ledger::Deadline deadline{kind, base::to_text(day) + "前", std::nullopt};
        if (kind == DeadlineKind::date) deadline.date = day;
        return deadline;
    }

    void add_programme(int index) {
        const auto inspected = static_cast<std::size_t>(index % size_.units);
        ledger::Programme programme;
        programme.id = next_id<ledger::ProgrammeId>();
        programme.title = unit_names_[inspected] + "巡察反馈问题整改方案";
        programme.inspection.id = next_id<ledger::InspectionId>();
        programme.inspection.round_name = "第" + std::to_string(index) + "轮巡察";
        programme.inspection.name = "常规巡察";
        programme.inspection.inspecting_body = "县委第一巡察组";
        programme.inspected_unit = district_.units[inspected];
        programme.last = {static_cast<std::int64_t>(areas.size()), size_.problems,
                          size_.problems * size_.measures, 0};
        const auto round = next_id<ledger::RoundId>();
        ledger::insert_round(*transaction_, round, programme.inspection.round_name);
        ledger::insert_inspection(*transaction_, round, programme.inspection);
        ledger::insert_programme(*transaction_, programme, made_at);
        district_.programmes.push_back(programme.id);
        std::vector<ledger::Area> rows;
        for (std::size_t i = 0; i < areas.size(); ++i) {
            rows.push_back({next_id<ledger::AreaId>(), programme.id,
                            static_cast<std::int64_t>(i + 1), "（" + std::to_string(i + 1) + "）",
                            areas[i]});
            ledger::insert_area(*transaction_, rows.back());
        }
        for (int i = 0; i < size_.problems; ++i)
            add_problem(programme,
                        rows[static_cast<std::size_t>(i) * rows.size() /
                             static_cast<std::size_t>(size_.problems)],
                        i + 1);
    }
    void add_problem(const ledger::Programme& programme, const ledger::Area& area, int number) {
        ledger::Problem problem;
        problem.id = next_id<ledger::ProblemId>();
        problem.programme = programme.id;
        problem.area = area.id;
        problem.number = number;
        problem.printed_number = std::to_string(number) + ".";
        problem.text = problem_texts[static_cast<std::size_t>(number) % problem_texts.size()];
        problem.status = number % 10 == 0 ? ProblemStatus::unclaimed : ProblemStatus::under_way;
        problem.responsibility = responsibility();
        problem.deadline = deadline(number);
        problem.due_on = problem.deadline.date;
        problem.updated_at = made_at;
        ledger::insert_problem(
            *transaction_, problem,
            {area.number, holding(programme.inspected_unit, *problem.responsibility[1].unit)});
        for (int i = 0; i < size_.measures; ++i) add_measure(problem, area, i);
    }
    ledger::Holding holding(base::UnitId first, base::UnitId second) {
        return {{first, second}, {paths_[first], paths_[second]}};
    }
    void add_measure(const ledger::Problem& problem, const ledger::Area& area, int index) {
        ledger::Measure measure;
        measure.id = next_id<ledger::MeasureId>();
        measure.programme = problem.programme;
        measure.problem = problem.id;
        measure.number = (problem.number - 1) * size_.measures + index + 1;
        measure.printed_number = std::to_string(index + 1) + ")";
        measure.text = measure_texts[static_cast<std::size_t>(index) % measure_texts.size()];
        measure.status = statuses[static_cast<std::size_t>(next(statuses.size()))];
        measure.responsibility = responsibility();
        measure.deadline = deadline(next(1'000));
        measure.due_on = measure.deadline.date;
        measure.updated_at = made_at;
        const bool first = problem.number == 1 && index == 0;
        if (first) measure.status = MeasureStatus::under_way;
        if (first) district_.open_measures.push_back(measure.id);
        const auto& unit = measure.responsibility[1];
        ledger::insert_measure(*transaction_, measure,
                               {area.id,
                                area.number,
                                problem.number,
                                measure.deadline.kind,
                                unit.name,
                                ledger::leader_label(measure.responsibility),
                                holding(district_.units[0], *unit.unit),
                                {}});
    }

    db::Database& database_;
    const DistrictSize size_;
    base::SeededRandom random_{20'260'101};
    std::int64_t count_ = 0;
    db::Transaction* transaction_ = nullptr;
    std::vector<std::string> unit_names_;
    std::map<base::UnitId, std::string> paths_;
    District district_;
};

}  // namespace

District make_district(db::Database& database, const DistrictSize& size) {
    return Builder(database, size).build();
}

}  // namespace bench
