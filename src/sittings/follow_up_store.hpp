// What follows a life meeting in the database: lists, texts, packages, publications, meetings of
// branches, the catalogue. Decides nothing; who may read what is asked of the rules.
#pragma once

#include "db/database.hpp"
#include "sittings/archive.hpp"

namespace sittings {

void insert_list_item(db::Transaction& transaction, LifeMeetingId id, const ListItem& one);
/// Over the version before. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_list_item(db::Transaction& transaction, const ListItem& one);
void delete_list_item(db::Transaction& transaction, ListItemId id);
[[nodiscard]] std::optional<ListItem> find_list_item(db::Transaction& transaction,
                                                     LifeMeetingId meeting, ListItemId id);
/// The team's first, then by the order of speaking.
[[nodiscard]] std::vector<ListItem> list_items(db::Transaction& transaction, LifeMeetingId id);
/// The last one of the same inspected unit that is over, was held before this and left lists.
[[nodiscard]] std::optional<LifeMeetingId> find_earlier_meeting(db::Transaction& transaction,
                                                                const LifeMeeting& meeting);
[[nodiscard]] std::int64_t load_last_number(db::Transaction& transaction, LifeMeetingId id);

/// Empty, version 0, where none was written.
[[nodiscard]] LifeText load_text(db::Transaction& transaction, LifeMeetingId id, LifeTextKind kind);
/// Over the version before. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_text(db::Transaction& transaction, LifeMeetingId id,
                                           const LifeText& one);

void insert_package(db::Transaction& transaction, LifeMeetingId id, const Package& one);
[[nodiscard]] base::Result<void> save_package(db::Transaction& transaction, const Package& one);
[[nodiscard]] std::vector<Package> list_packages(db::Transaction& transaction, LifeMeetingId id);
/// Nothing where it is of another meeting.
[[nodiscard]] std::optional<Package> find_package(db::Transaction& transaction,
                                                  LifeMeetingId meeting, PackageId id);
/// Not yet delivered and due until that day, the earliest first, of whichever meeting.
struct DuePackage {
    LifeMeetingId meeting;
    Package package;
};
[[nodiscard]] std::vector<DuePackage> list_due_packages(db::Transaction& transaction,
                                                        base::Date until, std::int64_t rows_max);

/// Nothing happens where it stands already.
void insert_publication(db::Transaction& transaction, LifeMeetingId id, const Publication& one);
[[nodiscard]] std::vector<Publication> list_publications(db::Transaction& transaction,
                                                         LifeMeetingId id);

void insert_branch_meeting(db::Transaction& transaction, LifeMeetingId id,
                           const BranchMeeting& one);
[[nodiscard]] base::Result<void> save_branch_meeting(db::Transaction& transaction,
                                                     const BranchMeeting& one);
[[nodiscard]] std::vector<BranchMeeting> list_branch_meetings(db::Transaction& transaction,
                                                              LifeMeetingId id);
[[nodiscard]] std::optional<BranchMeeting> find_branch_meeting(db::Transaction& transaction,
                                                               LifeMeetingId meeting,
                                                               BranchMeetingId id);

void save_archive_line(db::Transaction& transaction, LifeMeetingId id, const ArchiveLine& one);
[[nodiscard]] std::vector<ArchiveLine> list_archive_lines(db::Transaction& transaction,
                                                          LifeMeetingId id);

}  // namespace sittings
