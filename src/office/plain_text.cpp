#include "office/plain_text.hpp"

#include "office/block_list.hpp"

namespace office {

base::Result<Document> read_plain_text(std::string_view text) {
    BlockList blocks;
    blocks.add_paragraph(text);
    if (blocks.refusal()) return *blocks.refusal();
    return Document{"txt", blocks.take(), ""};
}

}  // namespace office
