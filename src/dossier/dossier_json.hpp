// Messages about the dossier: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "dossier/volume_actions.hpp"
#include "http/http.hpp"
#include "ledger/row_json.hpp"

namespace dossier {

/// {"id","stage","name"}
[[nodiscard]] base::Result<WantedLine> read_new_line(std::string_view body);
struct LineEdit {
    SeenLine seen;
    LineChange change;
};
/// {"key","version","name","state","reason"}; what is absent stays as it is.
[[nodiscard]] base::Result<LineEdit> read_line_edit(std::string_view body);
/// What is said of a file stands in the address: id, line, title, responsible, document, dated_on,
/// pages, remark, name. Refuses: expected_id (id), expected_date (dated_on), number_out_of_range
/// (pages), evidence_file_empty.
[[nodiscard]] base::Result<FileClaim> read_file_claim(const http::Request& request);
/// {"reason"}
[[nodiscard]] base::Result<std::string> read_file_removal(std::string_view body);
/// {"id","reason"}
[[nodiscard]] base::Result<SealingOrder> read_sealing_order(std::string_view body);

/// {"lines":[{"key","stage","name","source","open","state","reason","by","at","version","pieces",
/// "files":[…]}],"volumes":[…],"tally":{"asked","filled","not_applicable","missing":[…]},"waiting",
/// "file_bytes_max","may":[…]}
[[nodiscard]] std::string to_json(const DossierView& view, std::uint64_t file_bytes_max,
                                  const ledger::Reader& reader);
/// {"rows":[{"number","stage","line","title","responsible","document","dated_on","pages","bytes",
/// "remark","guarded"}],"total","page","page_size"}
[[nodiscard]] std::string to_json(const PiecePage& page, const ledger::Page& asked,
                                  const ledger::Reader& reader);
[[nodiscard]] std::string to_json(const Volume& volume, const ledger::Reader& reader);

}  // namespace dossier
