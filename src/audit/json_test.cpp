// Every message of the module against its golden file in contract/audit, which the pages test as
// well.
#include <gtest/gtest.h>

#include "audit/entry_json.hpp"
#include "audit/integrity_json.hpp"
#include "base/test_contract.hpp"

namespace audit {
namespace {

const base::testing::Contract contract{"audit"};

constexpr const char* programme = "01900000-0000-7000-8000-0000000000d1";
constexpr const char* person = "01900000-0000-7000-8000-0000000000a1";

EntryRow row_of(std::string act, std::string chain, std::string payload) {
    EntryRow row;
    auto& entry = row.entry;
    entry.chain = std::move(chain);
    entry.sequence = 7;
    entry.at = {1'719'735'300'000};
    entry.actor_id = person;
    entry.actor_name = "李红";
    entry.act = std::move(act);
    entry.payload_digest = std::string(64, 'd');
    entry.previous = std::string(64, 'a');
    entry.algorithm = "sm3";
    entry.hash = std::string(64, 'b');
    row.actor_account = "lihong";
    row.payload = std::move(payload);
    return row;
}

EntryRow failed_sign_in() {
    auto row = row_of("fail_sign_in", "installation", R"({"remote":"10.0.0.9","changes":[]})");
    row.entry.actor_id = "00000000-0000-0000-0000-000000000000";
    row.entry.actor_name = "未登录";
    row.entry.subject_kind = "account";
    row.entry.subject_id = person;
    row.actor_account.clear();
    row.subject_name = "lihong";
    row.subject_person = "李红";
    return row;
}

EntryRow permission() {
    auto row = row_of(
        "give_permission", "installation",
        R"({"reason":"新任","changes":[{"field":"role","old":"observer","new":"handler"}]})");
    row.entry.subject_kind = "account";
    row.entry.subject_id = person;
    row.subject_name = "lihong";
    row.subject_person = "李红";
    return row;
}

EntryRow edited_problem() {
    auto row = row_of("edit_problem", programme,
                      R"({"changes":[{"field":"text","old":"旧文字","new":"新文字"}]})");
    row.entry.subject_kind = "problem";
    row.entry.subject_id = "01900000-0000-7000-8000-0000000000e1";
    row.subject_number = 12;
    row.programme_title = "财政局巡察整改";
    return row;
}

TEST(JournalMessages, show_entries_as_far_as_auditors_may_see) {
    const EntryPage page{{edited_problem(), permission(), failed_sign_in()},
                         Mark{{1'719'735'300'000}, programme, 7}};
    contract.expect(to_json(page), "entries");
}

TEST(JournalMessages, show_what_may_be_chosen_and_by_what_exports_are_known) {
    const std::vector<ledger::ProgrammeTitle> titles{
        {*ledger::ProgrammeId::parse(programme), "财政局巡察整改"}};
    contract.expect(sources_json(titles, journal::SigningKey(std::string(32, 's'))), "sources");
}

TEST(JournalMessages, show_how_a_check_went) {
    IntegrityView view;
    view.state.walked = 12;
    view.state.started_at = base::Instant{1'719'735'300'000};
    view.state.finished_at = base::Instant{1'719'735'301'000};
    view.state.started_by = "吴敏";
    view.state.report = journal::Report{
        {{"installation", 9, std::string(64, 'a'), {}, {}},
         {programme, 3, std::string(64, 'b'), {2}, journal::Fault{4, "entry_changed"}}}};
    view.titles = {{*ledger::ProgrammeId::parse(programme), "财政局巡察整改"}};
    view.last_anchored_at = base::Instant{1'719'735'200'000};
    view.sealing = sealing::State::whole;
    contract.expect(to_json(view), "integrity");
}

}  // namespace
}  // namespace audit
