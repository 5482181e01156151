// Text files of every encoding, read as plain text, Markdown and HTML.
#include "office/encoding.hpp"
#include "office/html.hpp"
#include "office/markdown.hpp"
#include "office/plain_text.hpp"
#include "office_fuzzing.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace office;
    const auto text = text_of(std::string(fuzzing::text_of_input(data, size)));
    if (!text) return 0;
    fuzzing::require(base::is_utf8(*text));
    (void)likeness_to_html(*text);
    (void)likeness_to_markdown(*text);
    fuzzing::check(read_plain_text(*text));
    fuzzing::check(read_markdown(*text));
    fuzzing::check(read_html(*text));
    return 0;
}
