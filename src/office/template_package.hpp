// The package of a template: its parts as they are, and written anew with some of them replaced.
// What is not replaced is copied as it is packed.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "office/archive.hpp"
#include "office/template_mark.hpp"
#include "office/xml_spans.hpp"

namespace office {

/// A part that is looked into; movable, for the spans point into text that never moves.
struct TemplatePart {
    std::string name;
    std::unique_ptr<std::string> text;
    XmlSpans spans;
};

class TemplatePackage {
  public:
    /// `bytes` must outlive this. Refuses as Archive::open_bytes().
    [[nodiscard]] static base::Result<TemplatePackage> open(std::string_view bytes);

    [[nodiscard]] Archive& archive() const { return *archive_; }
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
    /// Refuses as Archive::read(), XmlSpans::read().
    [[nodiscard]] base::Result<TemplatePart> part(const std::string& name) const;
    /// Whether it is an XML part that says this anywhere; what cannot be read says nothing.
    [[nodiscard]] bool says(const std::string& name, std::string_view words) const;
    /// With other parts by name; "" leaves one out.
    [[nodiscard]] base::Result<std::string> with(
        const std::map<std::string, std::string>& replaced) const;

  private:
    std::string_view bytes_;
    std::unique_ptr<Archive> archive_;
    std::vector<std::string> names_;
};

/// Notes marks that stand in parts which are not filled: comments, charts, embedded documents.
void note_unreachable(const TemplatePackage& package, const std::vector<std::string>& filled,
                      MarkScope& scope);

}  // namespace office
