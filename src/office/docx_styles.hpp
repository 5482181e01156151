// Paragraph styles of a Word document, with what they inherit already worked out.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "office/archive.hpp"

namespace office {

struct ParagraphStyle {
    std::string name;         // of the style itself
    int outline_level = 0;    // 1–9 for headings, else 0
    int num_id = 0;           // 0: no automatic number
    int level = -1;           // of the numbering, from 0; -1: the one that names this style
    std::string numbered_by;  // the style in the chain that brought num_id
    bool contents = false;    // a line of the table of contents
};

class DocxStyles {
  public:
    /// Without styles in the document all styles are plain. Refuses what load_tree refuses.
    [[nodiscard]] static base::Result<DocxStyles> load(Archive& archive, const std::string& part);
    /// Unknown ids and "" give the default style.
    [[nodiscard]] const ParagraphStyle& find(std::string_view id) const;

  private:
    std::map<std::string, ParagraphStyle, std::less<>> styles_;
    ParagraphStyle default_;
};

}  // namespace office
