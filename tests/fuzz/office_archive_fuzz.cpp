// The archive itself: whole files as they come.
#include "office/docx.hpp"
#include "office/ole.hpp"
#include "office/package.hpp"
#include "office/xlsx.hpp"
#include "office_fuzzing.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace office;
    const auto input = fuzzing::text_of_input(data, size);
    (void)content_of_ole(input);
    auto archive = Archive::open_bytes(input);
    if (!archive) return 0;
    const auto main_part = related_part(*archive, "", "officeDocument", "word/document.xml");
    fuzzing::check(read_docx(*archive, main_part));
    fuzzing::check(read_xlsx(*archive, main_part));
    return 0;
}
