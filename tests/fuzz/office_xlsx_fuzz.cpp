// Workbooks: the content of the sheet, the shared strings, the styles and the workbook, cut at zero
// bytes.
#include "office/xlsx.hpp"
#include "office_fuzzing.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace office;
    const auto parts = fuzzing::cut(fuzzing::text_of_input(data, size), 4);
    constexpr std::string_view workbook =
        "<workbook><sheets><sheet name='a' id='1'/></sheets></workbook>";
    constexpr std::string_view relationships =
        "<Relationships><Relationship Id='1' Type='/worksheet' Target='s.xml'/></Relationships>";
    const auto bytes =
        fuzzing::archive_of({{"xl/s.xml", parts[0]},
                             {"xl/sharedStrings.xml", parts[1]},
                             {"xl/styles.xml", parts[2]},
                             {"xl/workbook.xml", parts[3].empty() ? workbook : parts[3]},
                             {"xl/_rels/workbook.xml.rels", relationships}});
    auto archive = Archive::open_bytes(bytes);
    if (archive) fuzzing::check(read_xlsx(*archive, "xl/workbook.xml"));
    return 0;
}
