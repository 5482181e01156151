// The office's own templates among the texts that statements are compared with: the paragraphs of
// the version in use, one a text, for a statement takes over paragraphs and never a whole file.
// Steps for actions; not actions.
#pragma once

#include <map>

#include "evidence/blob.hpp"
#include "statements/compared_store.hpp"
#include "templates/template_store.hpp"

namespace statements {

inline constexpr std::string_view template_text = "template";
/// Paragraphs of one template that are compared.
inline constexpr std::size_t template_paragraphs_max = 300;

/// Reads files of templates, each once; for one check, used by one thread.
class TemplateTexts {
  public:
    /// Without files nothing is compared with templates.
    explicit TemplateTexts(const evidence::BlobStore* files) : files_(files) {}

    /// Reads what of templates in use is not in the index yet. Outside of a transaction: files may
    /// lie far away.
    void read_new(db::Database& database);
    /// Puts what was read into the index, instead of the versions before.
    void index_new(db::Transaction& transaction) const;
    /// "" where it is gone or cannot be read.
    [[nodiscard]] std::string load(db::Transaction& transaction, const ComparedText& where);
    /// The name of the template as long as it is in use, which whoever reads the ledger may take
    /// out; else "".
    [[nodiscard]] static std::string find_label(db::Transaction& transaction,
                                                const ComparedText& where);

  private:
    const std::vector<std::string>& paragraphs_of(const templates::Template& one);

    const evidence::BlobStore* files_;
    std::vector<templates::Template> new_;
    std::map<std::string, std::vector<std::string>> read_;  // by digest
};

}  // namespace statements
