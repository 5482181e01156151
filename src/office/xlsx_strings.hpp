// The shared strings of a workbook: one long text and where each string begins, because LibreOffice
// and large ledgers bring hundreds of thousands of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "office/archive.hpp"

namespace office {

class SharedStrings {
  public:
    /// "" as part: a workbook without. Refuses what read_xml refuses and document_too_many_blocks.
    [[nodiscard]] static base::Result<SharedStrings> load(Archive& archive,
                                                          const std::string& part);
    /// "" for an index that does not exist.
    [[nodiscard]] std::string_view find(std::size_t index) const;

  private:
    std::string texts_;
    std::vector<std::uint32_t> ends_;
};

/// Excel writes characters that XML cannot hold as _x000D_: turns them back, in place from `from`
/// on. Control characters other than line break and tab are dropped.
void undo_escapes(std::string& text, std::size_t from);

}  // namespace office
