// HTML cut into tags and text, as tolerant as a browser about unclosed, misquoted and unknown tags,
// in one pass and without a tree: ten bytes of <div> must not become a kilobyte of memory.
#pragma once

#include <string>
#include <string_view>

namespace office {

struct HtmlToken {
    enum class Kind { end_of_file, text, open, close };
    Kind kind = Kind::end_of_file;
    std::string_view text;        // text: as written, entities not yet replaced
    std::string name;             // open, close: lower case
    std::string_view attributes;  // open: as written
};

class HtmlTokens {
  public:
    /// `html` must outlive the tokens.
    explicit HtmlTokens(std::string_view html) : html_(html) {}
    /// Fills `token` with the next one; comments, declarations, scripts and styles are passed over.
    void next(HtmlToken& token);
    /// Everything up to the closing tag `name`, which is passed over as well.
    [[nodiscard]] std::string_view raw_text(std::string_view name);

  private:
    [[nodiscard]] std::size_t end_of_tag(std::size_t from) const;
    [[nodiscard]] bool begins_markup(std::size_t at) const;
    bool pass_declaration();
    void read_tag(HtmlToken& token);

    std::string_view html_;
    std::size_t at_ = 0;
};

/// The value of an attribute, "" when it is missing or empty; entities are not replaced.
[[nodiscard]] std::string_view html_attribute(std::string_view attributes, std::string_view name);
/// Appends the character that the entity at `at` ("&lt;", "&#19968;") stands for and returns the
/// place behind it; an unknown entity is appended as it is written.
std::size_t append_entity(std::string& out, std::string_view text, std::size_t at);

}  // namespace office
