// Lines as pdftotext prints them.
#include "office/page_text.hpp"
#include "office_fuzzing.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    office::fuzzing::check(office::read_page_text(office::fuzzing::text_of_input(data, size)));
    return 0;
}
