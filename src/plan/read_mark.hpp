// The mark of secrecy in the head of a document (GB/T 9704: below the copy number, 秘密★5年). Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/programme.hpp"
#include "office/document.hpp"

namespace plan {

enum class DocumentMark { secret, confidential, top_secret };

struct FoundMark {
    DocumentMark mark = DocumentMark::secret;
    std::string text;        // as printed: 机密★10年
    std::size_t number = 0;  // of its block
    bool operator==(const FoundMark&) const = default;
};

/// The highest mark that stands as a line or cell of its own among the first blocks; words such as
/// 保守秘密 inside a sentence are none. 公开 and 内部 bar nobody and are not looked for.
[[nodiscard]] std::optional<FoundMark> mark_in(const std::vector<office::Block>& blocks);

/// Refuses: top_secret_documents_are_refused, classified_document_is_refused_here,
/// document_is_marked_above_its_programme (args: value, block, and accepted: the mark that the
/// programme would need).
[[nodiscard]] base::Result<void> check_document_mark(const std::optional<FoundMark>& found,
                                                     const ledger::Programme& programme,
                                                     ledger::ClassifiedContent here);

}  // namespace plan
