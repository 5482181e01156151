// The two endpoints of an official document of a life meeting: as JSON to look at, as a file.
#pragma once

#include "http/http.hpp"
#include "life_meetings/paper_actions.hpp"

namespace life_meetings {

/// Both with {id}, the meeting, and perhaps {which}; they must outlive the routes.
struct PaperPaths {
    std::string_view view, file;  // "…/plan-paper", "…/plan-paper/file"
};
/// GET view; GET file?form=docx|pdf. `needs` is kept, what it refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> paper_routes(const documents::Needs& needs,
                                                    const PaperPaths& paths,
                                                    const PaperMaker& make);

}  // namespace life_meetings
