// The largest thing of each kind that may come in from outside. Characters are Unicode code points.
#pragma once

#include <cstddef>
#include <cstdint>

namespace base::limits {

inline constexpr std::size_t name_chars_max = 200;      // of a unit, a person, a programme
inline constexpr std::size_t text_chars_max = 20'000;   // of a problem, a measure, a report
inline constexpr std::size_t reason_chars_max = 2'000;  // why something is sent back
inline constexpr std::size_t reason_chars_min = 5;      // a reason that says something
inline constexpr std::size_t password_chars_max = 200;
inline constexpr std::size_t page_rows_max = 200;
inline constexpr std::size_t holders_max = 100;  // holders of one row
inline constexpr std::uint64_t json_body_bytes_max = 8ull << 20;
inline constexpr std::uint64_t document_bytes_max = 100ull
                                                    << 20;  // an uploaded document as it comes
inline constexpr std::uint64_t inflated_bytes_max = 1ull
                                                    << 30;  // all that one archive may unpack to
inline constexpr std::size_t document_kept_bytes_max = 64u << 20;  // text kept of one document
inline constexpr std::size_t document_blocks_max = 300'000;        // paragraphs and table rows
inline constexpr std::size_t table_columns_max = 256;

}  // namespace base::limits
