// Templates of Word and Excel: .docx and .xlsx with marks (see template_mark.hpp). Checking one
// names every fault by its place as people see it; filling one replaces the marks and leaves
// everything else of the file byte for byte. The grammar, and what was learned of the formats, is
// in docs/decisions/0017.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "office/template_field.hpp"

namespace office {

enum class TemplateKind { docx, xlsx };
[[nodiscard]] std::string_view name_of(TemplateKind kind);
[[nodiscard]] std::optional<TemplateKind> template_kind_of(std::string_view name);

inline constexpr std::size_t template_bytes_max = 20u << 20;

/// A template that was read, with all that is wrong with it.
class Template {
  public:
    virtual ~Template() = default;
    [[nodiscard]] virtual TemplateKind kind() const = 0;
    /// With args place, value, accepted; in the order of the document. Empty: it can be filled.
    [[nodiscard]] virtual const std::vector<base::Error>& faults() const = 0;
    /// How many marks were found.
    [[nodiscard]] virtual std::size_t marks() const = 0;
    /// The finished document. Requires that there are no faults, and a record of the type that the
    /// template was read against.
    [[nodiscard]] virtual base::Result<std::string> fill(const Record& root) const = 0;
};

/// `bytes` and `type` must outlive the template. Refuses what no template can be made of:
/// document_unknown_format, template_has_macros, document_damaged, document_encrypted,
/// document_bomb, document_too_large.
[[nodiscard]] base::Result<std::unique_ptr<Template>> read_template(std::string_view bytes,
                                                                    const RecordType& type);

}  // namespace office
