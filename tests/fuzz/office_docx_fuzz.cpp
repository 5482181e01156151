// Word documents: the content of document.xml, styles.xml and numbering.xml, cut at zero bytes.
#include "office/docx.hpp"
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
    return 0;
}
