// Word documents: the content of document.xml, styles.xml and numbering.xml, cut at zero bytes.
// Read as blocks, and as runs that are then changed wherever they can be.
#include "office/docx.hpp"
#include "office/docx_text.hpp"
#include "office_fuzzing.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace office;
    const auto parts = fuzzing::cut(fuzzing::text_of_input(data, size), 4);
    const auto bytes = fuzzing::archive_of({{"word/document.xml", parts[0]},
                                            {"word/styles.xml", parts[1]},
                                            {"word/numbering.xml", parts[2]},
                                            {"docProps/core.xml", parts[3]}});
    auto archive = Archive::open_bytes(bytes);
    if (archive) fuzzing::check(read_docx(*archive, "word/document.xml"));
    auto text = DocxText::open(bytes);
    if (!text) return 0;
    if (text->look().paragraphs.size() != text->paragraphs().size()) std::abort();
    for (std::size_t i = 0; i < text->paragraphs().size(); ++i) {
        const auto& words = text->paragraphs()[i].text;
        if (!base::is_utf8(words)) std::abort();
        const DocxText::Change whole{i, 0, words.size(), "改"};
        if (text->can_change(whole))
            text->change(whole, i % 2 == 0 ? Marks::tracked : Marks::plain, {});
    }
    (void)text->bytes();
    return 0;
}
