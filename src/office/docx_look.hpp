// How a Word document looks where it matters for an official document: faces, sizes, line pitch of
// paragraphs, the page. Read from what stands at a run, else at its style, else at the defaults.
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace office {

struct PrintedLook {
    std::string face;     // of its hanzi, at its first words; "" where it cannot be told
    int half_points = 0;  // 0: cannot be told
    bool centred = false;
    int exact_line = 0;     // twips between lines, where they are fixed; else 0
    int relative_line = 0;  // 240 for single; 0 where nothing is said
    bool operator==(const PrintedLook&) const = default;
};
/// In twips; 0 where nothing is said.
struct PageLook {
    int width = 0, height = 0, top = 0, right = 0, bottom = 0, left = 0;
    int grid_pitch = 0;
    bool operator==(const PageLook&) const = default;
};
struct DocxLook {
    std::vector<PrintedLook> paragraphs;
    std::optional<PageLook> page;  // of its first section
};

/// The styles of a document, as far as they decide about looks. `tree` must outlive it.
class DocxLooks {
  public:
    explicit DocxLooks(const pugi::xml_node& styles);
    /// `paragraph` a w:p, `run` its first w:r with words.
    [[nodiscard]] PrintedLook look_of(const pugi::xml_node& paragraph,
                                      const pugi::xml_node& run) const;

  private:
    /// The first property of this name: at the run or paragraph, in its styles, in the defaults.
    [[nodiscard]] pugi::xml_node find(const std::vector<pugi::xml_node>& properties,
                                      const char* name) const;
    void add_chain(std::vector<pugi::xml_node>& properties, std::string id, const char* kind) const;

    std::map<std::string, pugi::xml_node, std::less<>> styles_;
    std::string default_style_;
    pugi::xml_node run_defaults_, paragraph_defaults_;
};

[[nodiscard]] PageLook page_look_of(const pugi::xml_node& section_properties);

}  // namespace office
