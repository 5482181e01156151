// Messages about what follows a life meeting: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "ledger/row_json.hpp"
#include "sittings/follow_up_actions.hpp"

namespace sittings {

using ledger::Reader;

/// {"id","owner","source","source_note","entry","problem","measure","goal","leader","holder",
/// "due_on"}
[[nodiscard]] base::Result<WantedItem> read_new_item(std::string_view body);
/// The same with "version" in the place of "id"; the id is the caller's.
[[nodiscard]] base::Result<ItemChange> read_item_change(std::string_view body);
/// {"version","text","issued_on"}; the kind is the caller's.
[[nodiscard]] base::Result<WrittenText> read_written_text(std::string_view body);
/// {"id","version","recipient","name","contents":[],"due_on","delivery":{"delivered_on","receipt"}}
[[nodiscard]] base::Result<PackageForm> read_package(std::string_view body);
/// {"id","subject","scope","published_on","publisher","remark"}
[[nodiscard]] base::Result<Publication> read_publication(std::string_view body);
/// {"id","version","branch","due_on","held_on","leaders","remark"}
[[nodiscard]] base::Result<BranchMeeting> read_branch_meeting(std::string_view body);
/// {"material","state","remark"}
[[nodiscard]] base::Result<ArchiveLine> read_archive_line(std::string_view body);

/// {"items":[…],"texts":[…],"packages":[…],"publications":[…],"branches":[…],"catalogue":[…],
/// "owners":[…],"may":[]}
[[nodiscard]] std::string to_json(const AfterView& view, const Reader& reader);
/// {"text"}
[[nodiscard]] std::string to_json(const DraftText& draft, const Reader& reader);
/// {"rows":[{"meeting","programme","title","name","due_on","days_left"}]}
[[nodiscard]] std::string to_json(const PackagesWaiting& waiting, const Reader& reader);

}  // namespace sittings
