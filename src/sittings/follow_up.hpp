// What has to happen after a life meeting, with its days: what is sent to whom (R140, R141), what
// is made known and where (R143, R146), the meetings of the branches (R147). Pure.
#pragma once

#include "sittings/life_text.hpp"

namespace sittings {

using PackageId = base::Id<struct LifePackageTag>;
using PublicationId = base::Id<struct LifePublicationTag>;
using BranchMeetingId = base::Id<struct LifeBranchMeetingTag>;
inline constexpr std::size_t follow_up_rows_max = 100, follow_up_chars_max = 500;

/// Documents of a sitting, on paper.
enum class SittingPaper {
    agenda,
    host_script,
    sign_in,
    record,
    criticisms,
    report,
    bulletin,
    team_list,
    personal_lists,
    archive,
};
inline constexpr SittingPaper sitting_papers[]{
    SittingPaper::agenda,   SittingPaper::host_script, SittingPaper::sign_in,
    SittingPaper::record,   SittingPaper::criticisms,  SittingPaper::report,
    SittingPaper::bulletin, SittingPaper::team_list,   SittingPaper::personal_lists,
    SittingPaper::archive};
[[nodiscard]] std::string_view name_of(SittingPaper paper);
[[nodiscard]] std::optional<SittingPaper> sitting_paper_of(std::string_view name);
[[nodiscard]] std::string_view words_of(SittingPaper paper);
/// The same door as to what stands in it. Refuses: record_is_restricted (also where it is not
/// closed), list_is_restricted, life_text_is_restricted, record_is_still_open (before it is closed:
/// record, criticisms).
[[nodiscard]] std::optional<base::Error> why_not_see(SittingPaper paper, const LifeMeeting& meeting,
                                                     const Sitting& sitting,
                                                     const Standing& standing);

enum class Recipient { superior, discipline, organisation, inspection_office, dispatched, other };
[[nodiscard]] std::string_view name_of(Recipient recipient);
[[nodiscard]] std::optional<Recipient> recipient_of(std::string_view name);

struct PackageTerms {
    Recipient recipient = Recipient::superior;
    std::string name;  // as the letter addresses them
    std::vector<SittingPaper> contents;
    base::Date due_on;
    bool operator==(const PackageTerms&) const = default;
};
struct Package {
    PackageId id;
    PackageTerms terms;
    std::optional<base::Date> delivered_on;
    std::string delivered_by, receipt;  // who signed for it
    std::int64_t version = 1;

    [[nodiscard]] bool is_overdue(base::Date today) const {
        return !delivered_on && terms.due_on < today;
    }
};
/// To whom what is due when, as usual: so many days after the meeting as it demands.
[[nodiscard]] std::vector<PackageTerms> usual_packages(const LifeMeeting& meeting);
/// Refuses: package_needs_contents (contents), package_is_delivered.
[[nodiscard]] base::Result<void> check(const PackageTerms& terms);
struct Delivery {
    base::Date delivered_on;
    std::string receipt;
};
/// Refuses: package_is_delivered, report_is_not_issued (contents; it holds the report),
/// delivered_in_the_future (delivered_on; args value, accepted), receipt_missing (receipt).
[[nodiscard]] base::Result<Package> deliver(const Package& before, const Delivery& delivery,
                                            const LifeText& report, const base::Actor& actor,
                                            base::Date today);

enum class PublishedSubject { bulletin, team_list, personal_lists, fulfilment };
[[nodiscard]] std::string_view name_of(PublishedSubject subject);
[[nodiscard]] std::optional<PublishedSubject> published_subject_of(std::string_view name);
struct Publication {
    PublicationId id;
    PublishedSubject subject = PublishedSubject::bulletin;
    std::string scope;  // among whom
    base::Date published_on;
    std::string publisher;  // by whom
    std::string remark;     // where, what was withheld
    std::string by;
    base::Instant at;
};
/// Refuses: published_in_the_future (published_on; args value, accepted).
[[nodiscard]] base::Result<void> check(const Publication& publication, base::Date today);

struct BranchMeeting {
    BranchMeetingId id;
    std::string branch;
    base::Date due_on;
    std::optional<base::Date> held_on;
    std::string leaders;  // who attended as ordinary members
    std::string remark;
    std::int64_t version = 1;

    [[nodiscard]] bool is_overdue(base::Date today) const { return !held_on && due_on < today; }
};
/// Refuses: branch_held_in_the_future (held_on; args value, accepted).
[[nodiscard]] base::Result<void> check(const BranchMeeting& branch, base::Date today);

/// Refuses: only_the_office_follows_up, sitting_is_not_over.
[[nodiscard]] std::optional<base::Error> why_not_follow_up(const LifeMeeting& meeting,
                                                           const Standing& standing);
/// Office, superior, team and recorders.
[[nodiscard]] bool sees_follow_up(const Standing& standing);

}  // namespace sittings
