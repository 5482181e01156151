// Numbers of a workbook as its reader sees them: dates by the cell's number format, percentages,
// and plain numbers without the noise of binary fractions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "office/archive.hpp"

namespace office {

/// What a number format shows of a number.
struct NumberFormat {
    bool year = false, month = false, day = false;  // any of them: a date
    bool time = false;
    int percent_decimals = -1;  // -1: not a percentage
};

/// Reads a format code such as `yyyy"年"m"月"`; only its first section counts.
[[nodiscard]] NumberFormat read_number_format(std::string_view code);

/// "45473" -> "2024年6月30日"; only the parts that the format shows. Text that is no number, and a
/// day that does not exist, come back as they are.
[[nodiscard]] std::string printed_cell_number(std::string_view value, const NumberFormat& format,
                                              bool since_1904);
/// "2024-06-30T00:00:00" -> "2024年6月30日", anything else as it is.
[[nodiscard]] std::string printed_iso_date(std::string_view value);

class CellFormats {
  public:
    /// Without styles every number is plain. Refuses what load_tree refuses.
    [[nodiscard]] static base::Result<CellFormats> load(Archive& archive, const std::string& part);
    /// By the cell's attribute s.
    [[nodiscard]] const NumberFormat& find(int style) const;

  private:
    std::vector<NumberFormat> by_style_;
};

}  // namespace office
