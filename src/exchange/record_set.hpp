// Which tables make up an installation, in the order in which they can be written back: a row
// stands after everything it refers to. Sessions and applied migrations are not carried. Pure.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

struct RecordSet {
    std::string_view table;
    std::string_view order;  // columns that put the rows in one order, and parents before children
};

[[nodiscard]] std::span<const RecordSet> record_sets();

/// What the manifest says of one part of a backup.
struct Part {
    std::string name;  // "tables/unit.jsonl", "files/1f0c…", "evidence/9a3b…"
    std::string digest;
    std::int64_t rows = 0;  // of a table, else 0
    std::int64_t bytes = 0;
    bool operator==(const Part&) const = default;
};

struct Manifest {
    int format = 1;
    std::string program;  // version that wrote it
    std::string made_at;
    std::string algorithm;    // of the digests
    std::int64_t schema = 0;  // number of the last migration
    std::vector<Part> parts;
    bool operator==(const Manifest&) const = default;
};

inline constexpr int format_known = 1;

}  // namespace exchange
