// Each statement of the module on both engines, with the constraints that guard its tables.
// A fresh migrated database for each test.
#include <gtest/gtest.h>

#include "accounts/account_store.hpp"
#include "accounts/directory.hpp"
#include "accounts/person_store.hpp"
#include "accounts/preference_store.hpp"
#include "accounts/session_store.hpp"
#include "accounts/unit_store.hpp"
#include "db/test_database.hpp"

namespace accounts {
namespace {

constexpr base::Instant morning{1'719'735'300'000};

class AccountStores : public db::testing::OnBothEngines {
  protected:
    template <class Id>
    Id make_id() {
        return Id::make(morning, random_);
    }
    // Runs `act` in one committed transaction.
    template <class Act>
    void write(Act act) {
        const auto written =
            database().write([&](db::Transaction& transaction) -> base::Result<void> {
                act(transaction);
                return {};
            });
        ASSERT_TRUE(written);
    }
    std::string constraint_of(const std::function<void(db::Transaction&)>& act) {
        try {
            write(act);
        } catch (const db::ConstraintError& error) {
            return error.constraint;
        }
        return "accepted";
    }
    Unit add_unit(const std::string& name, const std::optional<Unit>& parent = {},
                  const std::string& short_name = {}) {
        Unit unit{.id = make_id<base::UnitId>(), .name = name, .short_name = short_name};
        if (parent) unit.parent = parent->id;
        write([&](db::Transaction& transaction) {
            unit = *place(unit, parent, take_unit_number(transaction));
            insert_unit(transaction, unit);
        });
        return unit;
    }
    Person add_person(const std::string& name, std::optional<base::UnitId> unit = {}) {
        const Person person{
            .id = make_id<base::PersonId>(), .name = name, .unit = unit, .post = "主任"};
        write([&](db::Transaction& transaction) { insert_person(transaction, person); });
        return person;
    }
    Account account_of(const Person& person, const std::string& name) {
        Account account;
        account.id = make_id<base::AccountId>();
        account.name = name;
        account.person = person.id;
        account.person_name = person.name;
        account.role = Role::system_admin;
        account.password_hash = "hash";
        return account;
    }
    Account add_account(const std::string& name) {
        const auto account = account_of(add_person("干部" + name), name);
        write([&](db::Transaction& transaction) { insert_account(transaction, account); });
        return account;
    }
    std::string units_found(const UnitFilter& filter) {
        return database().read([&](db::Transaction& transaction) {
            std::string names;
            for (const auto& unit : list_units(transaction, filter)) names += unit.name + " ";
            return names;
        });
    }
    std::string persons_found(const PersonFilter& filter) {
        return database().read([&](db::Transaction& transaction) {
            std::string names;
            for (const auto& person : list_persons(transaction, filter))
                names += person.name + "@" + person.unit_name + " ";
            return names;
        });
    }

  private:
    base::SeededRandom random_{11};
};
ZHENGGAI_ON_BOTH_ENGINES(AccountStores);

TEST_P(AccountStores, GiveBackTheUnitTheyWereGiven) {
    const auto county = add_unit("青云县");
    const auto bureau = add_unit("青云县财政局", county, "财政局");
    database().read([&](db::Transaction& transaction) {
        EXPECT_EQ(*load_unit(transaction, bureau.id), bureau);
        EXPECT_EQ(*load_unit_path(transaction, bureau.id), "/1/2/");
        EXPECT_EQ(find_child_named(transaction, county.id, "青云县 财政局"), bureau.id);
        EXPECT_EQ(find_child_named(transaction, std::nullopt, "青云县"), county.id);
        EXPECT_EQ(find_child_named(transaction, std::nullopt, "青云县财政局"), std::nullopt);
        EXPECT_EQ(load_unit(transaction, make_id<base::UnitId>()).error().code, "unit_unknown");
        EXPECT_EQ(load_unit_path(transaction, make_id<base::UnitId>()).error().code,
                  "unit_unknown");
    });
}

TEST_P(AccountStores, SearchUnitsInNameAndShortNameWithinASubtree) {
    const auto county = add_unit("青云县"), other = add_unit("白石县");
    const auto bureau = add_unit("财政局", county, "CZJ");
    add_unit("国库科", bureau);
    add_unit("财政局(50%_试点)", other);
    EXPECT_EQ(units_found({}), "青云县 白石县 财政局 国库科 财政局(50%_试点) ");
    EXPECT_EQ(units_found({.q = "财政"}), "财政局 财政局(50%_试点) ");
    EXPECT_EQ(units_found({.q = "czj"}), "财政局 ");
    EXPECT_EQ(units_found({.q = "0%_"}), "财政局(50%_试点) ");
    EXPECT_EQ(units_found({.q = "_"}), "财政局(50%_试点) ");
    EXPECT_EQ(units_found({.scope = {{{county.path, {}}}, {}}}), "青云县 财政局 国库科 ");
    EXPECT_EQ(units_found({.scope = {}}), "");
    EXPECT_EQ(units_found({.rows_max = 2}), "青云县 白石县 ");
}

TEST_P(AccountStores, NeverGiveAUnitNumberTwiceAlsoAfterARollback) {
    const auto first = add_unit("青云县");
    const auto tried =
        database().rehearse([](db::Transaction& transaction) -> base::Result<std::int64_t> {
            return take_unit_number(transaction);
        });
    EXPECT_EQ(*tried, 2);
    EXPECT_EQ(add_unit("白石县").number, 2);
    EXPECT_EQ(constraint_of([&](db::Transaction& transaction) {
                  auto copy = first;
                  copy.id = make_id<base::UnitId>();
                  copy.number = 9;
                  insert_unit(transaction, copy);
              }),
              "unit_path_key");
}

TEST_P(AccountStores, SearchPersonsByNameAndSubtree) {
    const auto county = add_unit("青云县"), other = add_unit("白石县");
    add_person("王强", county.id);
    add_person("王小明", other.id);
    add_person("赵立");
    EXPECT_EQ(persons_found({.q = "王"}), "王小明@白石县 王强@青云县 ");
    EXPECT_EQ(persons_found({.q = "立"}), "赵立@ ");
    EXPECT_EQ(persons_found({.scope = {{{county.path, {}}}, {}}}), "王强@青云县 ");
}

TEST_P(AccountStores, FindAPersonWithoutAnAccountInExactlyThatUnit) {
    const auto county = add_unit("青云县");
    const auto here = add_person("王强", county.id), nowhere = add_person("王强");
    const auto found = [&](std::optional<base::UnitId> unit) {
        return database().read([&](db::Transaction& transaction) {
            return find_person_without_account(transaction, "王 强", unit);
        });
    };
    EXPECT_EQ(found(county.id), here.id);
    EXPECT_EQ(found(std::nullopt), nowhere.id);
    const auto account = account_of(here, "wangqiang");
    write([&](db::Transaction& transaction) { insert_account(transaction, account); });
    EXPECT_EQ(found(county.id), std::nullopt);
}

TEST_P(AccountStores, GiveBackTheAccountWithPersonAndUnit) {
    const auto county = add_unit("青云县");
    auto account = account_of(add_person("王强", county.id), "WangQiang");
    write([&](db::Transaction& transaction) { insert_account(transaction, account); });
    account.unit = HomeUnit{county.id, county.name, county.path};
    account.disabled = true;
    account.must_change_password = false;
    account.failed_count = 7;
    account.locked_until = morning;
    account.last_sign_in_at = base::Instant{5};
    account.password_hash = "other";
    account.version = 3;
    write([&](db::Transaction& transaction) {
        lock_account(transaction, account.id);
        save_account(transaction, account);
    });
    database().read([&](db::Transaction& transaction) {
        EXPECT_EQ(*load_account(transaction, account.id), account);
        EXPECT_EQ(find_account_named(transaction, "wangqiang"), account.id);
        EXPECT_EQ(find_account_named(transaction, "wang"), std::nullopt);
        EXPECT_EQ(load_account(transaction, make_id<base::AccountId>()).error().code,
                  "account_unknown");
    });
}

TEST_P(AccountStores, PageAccountsByNameWithTheirTotal) {
    for (const auto* name : {"chen", "Bai", "an"}) add_account(name);
    database().read([&](db::Transaction& transaction) {
        const auto page = list_accounts(transaction, 1, 1);
        EXPECT_EQ(page.total, 3);
        ASSERT_EQ(page.rows.size(), 1u);
        EXPECT_EQ(page.rows[0].name, "Bai");
        EXPECT_EQ(count_accounts(transaction), 3);
    });
}

TEST_P(AccountStores, CountTheOtherEnabledAccountsOfARole) {
    const auto one = add_account("one");
    auto two = add_account("two");
    const auto others = [&](Role role) {
        return database().read(
            [&](db::Transaction& transaction) { return count_others(transaction, role, one.id); });
    };
    EXPECT_EQ(others(Role::system_admin), 1);
    EXPECT_EQ(others(Role::responsible_unit), 0);
    two.disabled = true;
    write([&](db::Transaction& transaction) { save_account(transaction, two); });
    EXPECT_EQ(others(Role::system_admin), 0);
}

TEST_P(AccountStores, RefuseASecondAccountOfANameOrAPerson) {
    const auto person = add_person("王强");
    write([&](db::Transaction& transaction) {
        insert_account(transaction, account_of(person, "wangqiang"));
    });
    EXPECT_EQ(constraint_of([&](db::Transaction& transaction) {
                  insert_account(transaction, account_of(person, "another"));
              }),
              "account_person_id_key");
    const auto other = add_person("王刚");
    EXPECT_EQ(constraint_of([&](db::Transaction& transaction) {
                  insert_account(transaction, account_of(other, "ＷＡＮＧqiang"));
              }),
              "account_name_key_key");
}

TEST_P(AccountStores, KeepSessionsUntilTheyAreDead) {
    const auto account = add_account("one");
    const auto session = [&](const std::string& digest, std::int64_t seen, std::int64_t expires) {
        return Session{digest,    account.id, "csrf",     {1},  {seen},
                       {expires}, "10.0.0.9", "Chromium", false};
    };
    write([&](db::Transaction& transaction) {
        insert_session(transaction, session("live", 60, 200));
        insert_session(transaction, session("expired", 60, 100));
        insert_session(transaction, session("idle", 50, 200));
        delete_dead_sessions(transaction, {100}, {50});
        save_last_seen(transaction, "live", {99});
    });
    database().read([&](db::Transaction& transaction) {
        EXPECT_EQ(find_session(transaction, "live"), session("live", 99, 200));
        EXPECT_EQ(find_session(transaction, "expired"), std::nullopt);
        EXPECT_EQ(find_session(transaction, "idle"), std::nullopt);
    });
    write([&](db::Transaction& transaction) {
        insert_session(transaction, session("second", 60, 200));
        delete_session(transaction, "live");
        EXPECT_EQ(find_session(transaction, "live"), std::nullopt);
        EXPECT_TRUE(find_session(transaction, "second"));
        delete_sessions_of(transaction, account.id);
        EXPECT_EQ(find_session(transaction, "second"), std::nullopt);
    });
}

TEST_P(AccountStores, KeepTheLastPreferenceOfEachAccount) {
    const auto one = add_account("one"), two = add_account("two");
    write([&](db::Transaction& transaction) {
        save_preference(transaction, one.id, "columns", "[1]");
        save_preference(transaction, one.id, "columns", "[2]");
        EXPECT_EQ(find_preference(transaction, one.id, "columns"), "[2]");
        EXPECT_EQ(find_preference(transaction, two.id, "columns"), std::nullopt);
        EXPECT_EQ(find_preference(transaction, one.id, "other"), std::nullopt);
    });
}

}  // namespace
}  // namespace accounts
