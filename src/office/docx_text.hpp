// A Word document whose words are put right where they stand: only the runs concerned change, every
// other part of the file stays byte by byte as it was. Read as a tree, so only documents of
// ordinary size; DocxBody reads the others.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "office/docx_look.hpp"

namespace office {

/// A paragraph with words in it, of the body or of a cell. Deleted and hidden text is no text;
/// inserted text is.
struct DocxParagraph {
    std::string text;                    // the automatic number in front, as Word prints it
    std::size_t number = 0;              // from 1: paragraph or table row of the document
    int table = 0, row = 0, column = 0;  // from 1; 0: stands in no table
};

/// How a change shows in the file: as a revision that the reader of the file accepts or refuses, or
/// not at all.
enum class Marks { tracked, plain };

/// One thread.
class DocxText {
  public:
    /// Refuses: document_damaged, document_encrypted, document_bomb, document_unknown_format (no
    /// Word document inside).
    [[nodiscard]] static base::Result<DocxText> open(std::string bytes);
    ~DocxText();
    DocxText(DocxText&&) noexcept;
    DocxText& operator=(DocxText&&) noexcept;

    [[nodiscard]] const std::vector<DocxParagraph>& paragraphs() const;
    /// A line a paragraph.
    [[nodiscard]] const DocxLook& look() const;

    struct Change {
        std::size_t paragraph = 0;       // of paragraphs(), from 0
        std::size_t begin = 0, end = 0;  // bytes of its text
        std::string text;                // instead
    };
    /// Whether these words stand in runs: automatic numbers, tab stops and line breaks do not.
    [[nodiscard]] bool can_change(const Change& change) const;
    /// Of one paragraph the changes further back come first. Requires can_change().
    void change(const Change& change, Marks marks, base::Instant now);
    /// The file with its changes. Throws std::runtime_error when the archive fails.
    [[nodiscard]] std::string bytes() const;

  private:
    struct Inside;
    explicit DocxText(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace office
