#include "ledger/notice_step_actions.hpp"

#include <algorithm>

#include "ledger/ladder_store.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

Colour colour_now(const Notice& notice, base::Date today) {
    const bool late =
        std::any_of(notice.items.begin(), notice.items.end(),
                    [&](const NoticeItem& item) { return item.due_on && *item.due_on < today; });
    return late ? Colour::red : Colour::yellow;
}

}  // namespace

void note(Recorder& recorder, std::string_view act, const Notice& notice,
          std::vector<std::pair<std::string, std::string>> more) {
    std::string rows;
    for (const auto& item : notice.items)
        rows += (rows.empty() ? "" : "、") + std::to_string(item.number);
    more.insert(more.begin(), {{"notice_kind", notice.kind},
                               {"mark", notice.mark},
                               {"to_unit", notice.unit_name},
                               {"measures", rows}});
    std::erase_if(more, [](const auto& fact) { return fact.second.empty(); });
    recorder.note(act, "notice", notice.id.text(), more);
}

base::Error kind_unknown(const Ladder& ladder, const std::string& kind) {
    std::string accepted;
    for (const auto& one : ladder.kinds) accepted += (accepted.empty() ? "" : "、") + one.name;
    return refuse(ErrorKind::invalid, "notice_kind_unknown", "kind",
                  {{"value", kind}, {"accepted", accepted}});
}

base::Result<Notice> notice_about(db::Transaction& transaction, const base::Actor& actor,
                                  const NewNotice& wanted) {
    Notice notice;
    notice.id = wanted.id;
    notice.kind = wanted.kind;
    for (const auto measure : wanted.measures) {
        const auto found = load_item(transaction, measure, actor.scope);
        if (!found) return found.error();
        const auto programme = load_programme(transaction, found->programme, base::unbounded());
        if (!programme) return programme.error();
        const auto unit = addressee_of(found->responsibility, programme->inspected_unit);
        if (notice.items.empty()) {
            notice.programme = found->programme;
            notice.programme_title = programme->title;
            notice.unit = unit;
        } else if (unit != notice.unit || found->programme != notice.programme) {
            return refuse(ErrorKind::invalid, "rows_of_several_units", "measure_ids");
        }
        notice.items.push_back(found->item);
    }
    return notice;
}

base::Result<Notice> insert_proposal(Recorder& recorder, const Notice& wanted,
                                     std::string_view found) {
    auto& transaction = recorder.transaction();
    const auto ladder = load_ladder(transaction, wanted.programme);
    const auto* kind = ladder.kind(wanted.kind);
    if (!kind) return kind_unknown(ladder, wanted.kind);
    auto notice = wanted;
    notice.texts.basis = default_basis(notice.programme_title) + std::string(found);
    notice.texts.requirement = kind->requirement;
    notice.colour = colour_now(notice, recorder.today());
    notice.made_at = recorder.now();
    insert_notice(transaction, notice);
    auto stored = find_notice(transaction, notice.id, recorder.actor());
    if (!stored) return refuse(ErrorKind::not_found, "notice_unknown");
    note(recorder, "propose_notice", *stored);
    return std::move(*stored);
}

}  // namespace ledger
