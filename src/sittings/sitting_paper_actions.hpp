// Documents of a sitting for whoever may see what stands in them, one by one and as a package.
#pragma once

#include "life_meetings/paper_actions.hpp"
#include "sittings/follow_up_actions.hpp"

namespace sittings {

/// Makes the document named by {which}. Refuses: document_kind_unknown, as why_not_see().
[[nodiscard]] base::Result<documents::Document> make_paper(db::Transaction& transaction,
                                                           const Opened& opened,
                                                           std::string_view which);
/// That somebody looks at what others said, before it is shown; nothing for documents that tell
/// nothing of it.
void note_paper_read(const Needs& needs, const base::Actor& actor, LifeMeetingId id,
                     std::string_view which);

struct PackageFile {
    std::string bytes, name;
};
/// A .zip: its list, then its documents as Word; one entry in the journal. Refuses:
/// package_unknown, only_the_office_follows_up, as make_paper().
[[nodiscard]] base::Result<PackageFile> take_out_package(const documents::Needs& needs,
                                                         const base::Actor& actor, LifeMeetingId id,
                                                         PackageId package);

}  // namespace sittings
