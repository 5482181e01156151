// Writing the records of a volume: what the program knows of a thing, as a file that anybody can
// open. A step for actions; not an action itself.
#pragma once

#include <filesystem>
#include <string>

#include "dossier/dossier_actions.hpp"

namespace dossier {

/// What a record is written from.
struct RecordPlace {
    const ledger::Programme& programme;
    base::Instant now;
    std::filesystem::path folder;  // for what is written
};
struct WrittenRecord {
    std::filesystem::path file;
    std::string ending;
    evidence::FileType type = evidence::FileType::text;
};
/// Of a piece that has no file of its own. What only some are cleared for stands in it when the
/// piece itself is restricted, else it is left out. A report that was issued and a text that was
/// published are written as they went out. Refuses: record_is_gone (args name),
/// issued_text_is_altered (args name: it is not what it was when it went out).
[[nodiscard]] base::Result<WrittenRecord> write_record(db::Transaction& transaction,
                                                       const Piece& piece,
                                                       const RecordPlace& place);

}  // namespace dossier
