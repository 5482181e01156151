// What people do after a life meeting: lists that go into the ledger, texts, packages,
// publications, meetings of branches, the catalogue. Each change is one transaction with its entry
// in the programme's chain; all refuse life_meeting_unknown first.
#pragma once

#include "sittings/archive.hpp"
#include "sittings/follow_up_store.hpp"
#include "sittings/sitting_actions.hpp"

namespace sittings {

/// What follows a meeting, as far as somebody sees it.
struct AfterView {
    LifeMeeting meeting;
    Standing standing;
    base::Date today;
    std::vector<ListItem> items;
    std::vector<LifeText> texts;
    std::vector<Package> packages;
    std::vector<Publication> publications;
    std::vector<BranchMeeting> branches;
    std::vector<ArchiveLine> catalogue;
    std::vector<SittingPaper> papers;  // that this reader may see now
    bool sees_follow_up = false;
};
/// Leaves an entry in the journal where it shows lists. Refuses: record_is_restricted (to whoever
/// sees nothing of it).
[[nodiscard]] base::Result<AfterView> view_after(const Needs& needs, const base::Actor& actor,
                                                 LifeMeetingId id);

struct WantedItem {
    ListItemId id;
    ListTerms terms;
};
/// Sent again with the same content: as it is. Refuses: as why_not_write(), check(),
/// same_id_other_content.
[[nodiscard]] base::Result<AfterView> add_list_item(const Needs& needs, const base::Actor& actor,
                                                    LifeMeetingId id, const WantedItem& wanted);
struct ItemChange {
    ListItemId id;
    std::int64_t version = 0;
    std::optional<ListTerms> terms;  // nothing: taken out of the list
};
/// Refuses: list_item_unknown, as why_not_change(), somebody_else_changed_it, as check().
[[nodiscard]] base::Result<AfterView> change_list_item(const Needs& needs, const base::Actor& actor,
                                                       LifeMeetingId id, const ItemChange& change);
/// What is complete and not yet there goes into the ledger, each a problem with its measure.
/// Refuses: as why_not_enter(), nothing_to_enter.
[[nodiscard]] base::Result<AfterView> enter_lists(const Needs& needs, const base::Actor& actor,
                                                  LifeMeetingId id);

/// What would stand there if the text were begun now. Refuses life_text_is_restricted.
struct DraftText {
    std::string text;
};
[[nodiscard]] base::Result<DraftText> draft_text(const Needs& needs, const base::Actor& actor,
                                                 LifeMeetingId id, LifeTextKind kind);
struct WrittenText {
    LifeTextKind kind = LifeTextKind::report;
    std::int64_t version = 0;
    std::string text;
    std::optional<base::Date> issued_on;  // it is issued on that day as it stands
};
/// Refuses: as why_not_write_text(), write_text(), issue_text().
[[nodiscard]] base::Result<AfterView> put_text(const Needs& needs, const base::Actor& actor,
                                               LifeMeetingId id, const WrittenText& written);

struct PackageForm {
    PackageId id;
    std::int64_t version = 0;  // 0: a new one
    PackageTerms terms;
    std::optional<Delivery> delivery;
};
/// Refuses: as why_not_follow_up(), check(), package_unknown, package_is_delivered,
/// somebody_else_changed_it, deliver().
[[nodiscard]] base::Result<AfterView> put_package(const Needs& needs, const base::Actor& actor,
                                                  LifeMeetingId id, const PackageForm& form);
/// The usual ones, as far as nobody of their kind has one. Refuses: as why_not_follow_up().
[[nodiscard]] base::Result<AfterView> add_usual_packages(const Needs& needs,
                                                         const base::Actor& actor,
                                                         LifeMeetingId id);
/// Refuses: as why_not_follow_up(), check().
[[nodiscard]] base::Result<AfterView> publish(const Needs& needs, const base::Actor& actor,
                                              LifeMeetingId id, const Publication& publication);
/// Version 0: a new one. Refuses: as why_not_follow_up(), check(), branch_meeting_unknown,
/// somebody_else_changed_it.
[[nodiscard]] base::Result<AfterView> put_branch_meeting(const Needs& needs,
                                                         const base::Actor& actor, LifeMeetingId id,
                                                         const BranchMeeting& branch);
/// Refuses: only_the_office_follows_up, as check().
[[nodiscard]] base::Result<AfterView> say_of_material(const Needs& needs, const base::Actor& actor,
                                                      LifeMeetingId id, const ArchiveLine& said);

/// What the actor has to send within so many days, or should have sent.
struct PackageWaiting {
    LifeMeetingId meeting;
    ProgrammeId programme;
    std::string title;
    Package package;
};
struct PackagesWaiting {
    std::vector<PackageWaiting> rows;
    base::Date today;
};
[[nodiscard]] PackagesWaiting list_packages_waiting(const Needs& needs, const base::Actor& actor);

// ---- Steps for actions

/// Everything as this standing sees it.
[[nodiscard]] AfterView show_after(db::Transaction& transaction, const Opened& opened,
                                   base::Date today);
/// The whole catalogue, whoever asks.
[[nodiscard]] std::vector<ArchiveLine> load_catalogue(db::Transaction& transaction,
                                                      const LifeMeeting& meeting);
/// What drafts are made from; `meeting` and `sitting` must outlive it.
[[nodiscard]] TextFacts facts_for(db::Transaction& transaction, const LifeMeeting& meeting,
                                  const Sitting& sitting);

}  // namespace sittings
