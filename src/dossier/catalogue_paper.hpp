// The catalogues of a dossier on paper: what belongs into it and how far it is there (归档目录),
// and the pieces that wait for the next volume (卷内目录). Pure.
#pragma once

#include "dossier/material.hpp"
#include "office/paper.hpp"

namespace dossier {

struct CatalogueSource {
    std::string programme_title, inspected_unit;
    base::Scope scope;          // of the reader
    std::vector<Line> lines;    // counted as the reader sees them
    std::vector<Piece> pieces;  // that wait, in archival order
    base::Date today;
};
[[nodiscard]] office::Paper catalogue_paper(const CatalogueSource& source);

}  // namespace dossier
