// The office's own templates: a Word or Excel file with marks, in versions that never change, one
// of which is in use. A version with faults is kept and shown, and cannot be used. They belong to
// the installation and serve every programme. Pure; what the marks mean is in
// office/template_mark.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/actor.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "office/template.hpp"

namespace templates {

using TemplateId = base::Id<struct TemplateTag>;

inline constexpr std::size_t templates_max = 200, versions_max = 500;

/// A file as it was uploaded.
struct Version {
    std::int64_t number = 0;  // from 1
    std::string file_name, digest;
    std::int64_t bytes = 0, marks = 0;
    base::AccountId by_account;
    std::string by;
    base::Instant at;
    std::vector<base::Error> faults;  // args place, value, accepted
    [[nodiscard]] bool usable() const { return faults.empty(); }
};
struct Withdrawal {
    base::Instant at;
    std::string by, reason;
    bool operator==(const Withdrawal&) const = default;
};
struct Template {
    TemplateId id;
    std::string name;
    office::TemplateKind kind = office::TemplateKind::docx;
    std::int64_t used = 0;  // the number of the version in use; 0: none
    std::optional<Withdrawal> withdrawn;
    std::int64_t version = 1;       // of the row
    std::vector<Version> versions;  // by number
};
[[nodiscard]] const Version* find_version(const Template& one, std::int64_t number);

/// Refuses only_the_office_keeps_templates.
[[nodiscard]] std::optional<base::Error> why_not_keep(const base::Actor& actor);
/// A new template around its first version. Refuses: as why_not_keep(), template_needs_a_name.
[[nodiscard]] base::Result<Template> open(const Template& wanted, const base::Actor& actor);
/// With one more version, numbered and put into use where none is and it has no faults. The same
/// file again changes nothing. Refuses: as why_not_keep(), template_is_withdrawn,
/// template_is_of_the_other_kind (args accepted), template_has_too_many_versions (args accepted).
[[nodiscard]] base::Result<Template> with_version(const Template& before, office::TemplateKind kind,
                                                  const Version& version, const base::Actor& actor);
/// Refuses: as why_not_keep(), template_is_withdrawn, template_version_unknown,
/// template_version_has_faults (args faults).
[[nodiscard]] base::Result<Template> use(const Template& before, std::int64_t number,
                                         const base::Actor& actor);
/// No more documents are made of it; it is kept. Refuses: as why_not_keep(), template_is_withdrawn,
/// reason_too_short.
[[nodiscard]] base::Result<Template> withdraw(const Template& before, std::string_view reason,
                                              const base::Actor& actor, base::Instant now);
/// Refuses: as why_not_keep(), template_is_not_withdrawn.
[[nodiscard]] base::Result<Template> take_back(const Template& before, const base::Actor& actor);
/// The version that a document is made of: the one asked for, else the one in use. Only those who
/// keep templates make documents of others than the one in use, to try them. Refuses:
/// template_is_withdrawn, template_has_no_version_in_use, template_version_unknown,
/// template_version_has_faults.
[[nodiscard]] base::Result<Version> version_to_fill(const Template& one, std::int64_t number,
                                                    const base::Actor& actor);

}  // namespace templates
