#include "sittings/follow_up.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"

namespace sittings {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 10> paper_names{
    "agenda", "host_script", "sign_in",   "record",         "criticisms",
    "report", "bulletin",    "team_list", "personal_lists", "archive"};
constexpr std::array<std::string_view, 10> paper_words{
    "议程",     "主持词", "签到表",       "会议记录",     "批评意见汇总",
    "情况报告", "通报",   "班子整改清单", "个人整改清单", "归档目录"};
constexpr std::array<std::string_view, 6> recipient_names{
    "superior", "discipline", "organisation", "inspection_office", "dispatched", "other"};
constexpr std::array<std::string_view, 4> subject_names{"bulletin", "team_list", "personal_lists",
                                                        "fulfilment"};

bool is_over(const LifeMeeting& meeting) {
    return meeting.state == life_meetings::LifeState::closed;
}

base::Error in_the_future(std::string_view code, std::string_view field, base::Date day,
                          base::Date today) {
    return refuse(ErrorKind::invalid, code, field,
                  {{"value", base::to_text(day)}, {"accepted", base::to_text(today)}});
}

std::optional<base::Error> forbid(bool allowed, std::string_view code) {
    return allowed ? std::nullopt : std::optional(refuse(ErrorKind::forbidden, code));
}

}  // namespace

std::string_view name_of(SittingPaper paper) {
    return paper_names[static_cast<std::size_t>(paper)];
}
std::optional<SittingPaper> sitting_paper_of(std::string_view name) {
    return base::named<SittingPaper>(paper_names, name);
}
std::string_view words_of(SittingPaper paper) {
    return paper_words[static_cast<std::size_t>(paper)];
}
std::string_view name_of(Recipient recipient) {
    return recipient_names[static_cast<std::size_t>(recipient)];
}
std::optional<Recipient> recipient_of(std::string_view name) {
    return base::named<Recipient>(recipient_names, name);
}
std::string_view name_of(PublishedSubject subject) {
    return subject_names[static_cast<std::size_t>(subject)];
}
std::optional<PublishedSubject> published_subject_of(std::string_view name) {
    return base::named<PublishedSubject>(subject_names, name);
}

std::optional<base::Error> why_not_see(SittingPaper paper, const LifeMeeting& meeting,
                                       const Sitting& sitting, const Standing& standing) {
    switch (paper) {
        case SittingPaper::record:
        case SittingPaper::criticisms:
            if (auto no = why_not_read(meeting, sitting, standing)) return no;
            if (!is_over(meeting))
                return refuse(ErrorKind::illegal_transition, "record_is_still_open");
            return std::nullopt;
        case SittingPaper::host_script:
            return forbid(sees_text(LifeTextKind::host_script, standing),
                          "life_text_is_restricted");
        case SittingPaper::report:
        case SittingPaper::bulletin:
            return forbid(sees_text(LifeTextKind::report, standing), "life_text_is_restricted");
        case SittingPaper::team_list: return forbid(sees_list(standing, {}), "list_is_restricted");
        case SittingPaper::personal_lists:
            return forbid(standing.keeper || standing.superior || standing.in_team(),
                          "list_is_restricted");
        case SittingPaper::archive: return forbid(sees_follow_up(standing), "list_is_restricted");
        case SittingPaper::agenda:
        case SittingPaper::sign_in: break;
    }
    return std::nullopt;
}

std::vector<PackageTerms> usual_packages(const LifeMeeting& meeting) {
    using P = SittingPaper;
    const auto due =
        base::add_days(meeting.terms.held_on, static_cast<int>(meeting.demands.report_days));
    return {
        {Recipient::superior, "上级党组织", {P::report, P::team_list}, due},
        {Recipient::discipline, "纪检监察机关", {P::report, P::record, P::team_list}, due},
        {Recipient::organisation, "组织部门", {P::report, P::record, P::team_list}, due},
        {Recipient::inspection_office,
         "巡视巡察工作机构",
         {P::report, P::record, P::criticisms, P::team_list, P::personal_lists},
         due},
    };
}

base::Result<void> check(const PackageTerms& terms) {
    if (terms.contents.empty())
        return refuse(ErrorKind::invalid, "package_needs_contents", "contents");
    return {};
}

base::Result<Package> deliver(const Package& before, const Delivery& delivery,
                              const LifeText& report, const base::Actor& actor, base::Date today) {
    if (before.delivered_on) return refuse(ErrorKind::illegal_transition, "package_is_delivered");
    const auto& contents = before.terms.contents;
    const bool reports =
        std::find(contents.begin(), contents.end(), SittingPaper::report) != contents.end();
    if (reports && !report.issued_on)
        return refuse(ErrorKind::illegal_transition, "report_is_not_issued", "contents");
    if (delivery.delivered_on > today)
        return in_the_future("delivered_in_the_future", "delivered_on", delivery.delivered_on,
                             today);
    if (delivery.receipt.empty()) return refuse(ErrorKind::invalid, "receipt_missing", "receipt");
    Package after = before;
    after.delivered_on = delivery.delivered_on;
    after.delivered_by = actor.name;
    after.receipt = delivery.receipt;
    ++after.version;
    return after;
}

base::Result<void> check(const Publication& publication, base::Date today) {
    if (publication.published_on > today)
        return in_the_future("published_in_the_future", "published_on", publication.published_on,
                             today);
    return {};
}

base::Result<void> check(const BranchMeeting& branch, base::Date today) {
    if (branch.held_on && *branch.held_on > today)
        return in_the_future("branch_held_in_the_future", "held_on", *branch.held_on, today);
    return {};
}

std::optional<base::Error> why_not_follow_up(const LifeMeeting& meeting, const Standing& standing) {
    if (!standing.keeper) return refuse(ErrorKind::forbidden, "only_the_office_follows_up");
    if (!is_over(meeting)) return refuse(ErrorKind::illegal_transition, "sitting_is_not_over");
    return std::nullopt;
}

bool sees_follow_up(const Standing& standing) {
    return standing.keeper || standing.superior || standing.in_team() || standing.is_recorder();
}

}  // namespace sittings
