// The texts that new statements are compared with, as an index of their least hashes: what is put
// in, what shares hashes with a text, and where the few texts that do are found. The index holds no
// text. Decides nothing.
#pragma once

#include <span>

#include "base/actor.hpp"
#include "db/database.hpp"
#include "statements/copy_check.hpp"

namespace statements {

/// Texts of another module that statements are compared with, one a row. The text may be sealed for
/// "table.text" under its id. Names are ours: letters and underscores.
struct ComparedTable {
    std::string_view kind;  // as the page names it: "opinion"
    std::string_view table, id, text;
};

/// Where a compared text stands.
struct ComparedText {
    std::int64_t number = 0;
    std::string kind, source, part;
};
inline constexpr std::string_view statement_text = "statement", edition_text = "edition";

/// Instead of what stood there in its place.
void save_compared(db::Transaction& transaction, const ComparedText& where, std::string_view text);
[[nodiscard]] bool is_compared(db::Transaction& transaction, const ComparedText& where);
/// What the index has of a source, of the parts that begin so.
void forget_compared(db::Transaction& transaction, const ComparedText& where,
                     std::string_view part_begins);
/// Rows of the table, and issued reports, that are not in the index yet: at most `count_max` of
/// each.
void index_new(db::Transaction& transaction, const ComparedTable& table, std::int64_t count_max);
void index_new_editions(db::Transaction& transaction, std::int64_t count_max);

struct SharedHashes {
    std::int64_t number = 0, shared = 0;
};
/// Texts that share shared_min hashes at least, the most first, looked_at_max at most.
[[nodiscard]] std::vector<SharedHashes> list_sharing(db::Transaction& transaction,
                                                     const std::vector<std::int64_t>& hashes);
[[nodiscard]] std::optional<ComparedText> find_compared(db::Transaction& transaction,
                                                        std::int64_t number);
/// The text itself; "" where it is gone.
[[nodiscard]] std::string load_text(db::Transaction& transaction, const ComparedText& where,
                                    std::span<const ComparedTable> tables);
/// The title of an issued report within the scope; else "".
[[nodiscard]] std::string find_edition_title(db::Transaction& transaction,
                                             const ComparedText& where, const base::Scope& scope);

}  // namespace statements
