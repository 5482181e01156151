// Messages of the page without accounts and of the codes that open it: names of fields and sizes.
#pragma once

#include "opinions/box_actions.hpp"
#include "opinions/opinion_json.hpp"

namespace opinions {

/// {"count","page"}
[[nodiscard]] base::Result<WantedCodes> read_wanted_codes(std::string_view body);
/// {"code"}; the address is the caller's.
[[nodiscard]] base::Result<std::string> read_code(std::string_view body);
struct HandedIn {
    std::string code;
    Ballot ballot;  // without id
};
/// {"code","voice","lines":[]}
[[nodiscard]] base::Result<HandedIn> read_handed_in(std::string_view body);
/// {"title","unit","form_title","finish_on","team":[],"voices":[]}
[[nodiscard]] std::string to_json(const BoxPage& page);

}  // namespace opinions
