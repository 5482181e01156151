// Keeping the office's own templates: uploading one and its versions, putting a version into use,
// withdrawing one. Each change is one transaction with its entry in the installation's chain.
#pragma once

#include <filesystem>

#include "ledger/evidence_actions.hpp"
#include "templates/template_store.hpp"

namespace templates {

struct Needs {
    ledger::EvidenceNeeds evidence;  // where files are kept
    std::filesystem::path temporary;
};

struct Upload {
    TemplateId id;
    std::string name, file_name;
    std::filesystem::path file;  // as BlobStore::keep() wants it
};
struct Seen {
    TemplateId id;
    std::int64_t version = 0;
};

/// Those that keep templates see all of them; others only what is in use, and of it only the
/// version in use.
[[nodiscard]] std::vector<Template> list_templates(const Needs& needs, const base::Actor& actor);
/// A new template with its first version. Sent again: as it is. What cannot be read at all is
/// refused and not kept; a file with faults is kept with them. Refuses: as why_not_keep(), what
/// office::read_template() and the scan for viruses refuse, same_id_other_content, as open(),
/// template_name_is_used, too_many_templates (args accepted).
[[nodiscard]] base::Result<Template> add_template(const Needs& needs, const base::Actor& actor,
                                                  const Upload& upload);
/// Refuses: as add_template(), template_unknown, as with_version().
[[nodiscard]] base::Result<Template> add_version(const Needs& needs, const base::Actor& actor,
                                                 const Upload& upload);
/// Refuses: template_unknown, somebody_else_changed_it, as use().
[[nodiscard]] base::Result<Template> use_version(const Needs& needs, const base::Actor& actor,
                                                 const Seen& seen, std::int64_t number);
/// Refuses: template_unknown, somebody_else_changed_it, as withdraw().
[[nodiscard]] base::Result<Template> withdraw_template(const Needs& needs, const base::Actor& actor,
                                                       const Seen& seen, std::string_view reason);
/// Refuses: template_unknown, somebody_else_changed_it, as take_back().
[[nodiscard]] base::Result<Template> take_back_template(const Needs& needs,
                                                        const base::Actor& actor, const Seen& seen);

struct FetchedFile {
    Version version;
    std::shared_ptr<const evidence::Blob> blob;
};
/// The file as it was uploaded. Refuses: template_unknown, template_version_unknown,
/// evidence_file_is_gone.
[[nodiscard]] base::Result<FetchedFile> fetch_version(const Needs& needs, const base::Actor& actor,
                                                      TemplateId id, std::int64_t number);

}  // namespace templates
