// Messages about bodies and tiers: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "bodies/body_actions.hpp"
#include "bodies/tiers_actions.hpp"
#include "ledger/row_json.hpp"

namespace bodies {

using ledger::Reader;

/// {"id", and the terms}: "kind","name","unit_id"|null,"duties","formed_on"|null,
/// "dissolved_on"|null,"members":[{"role","name","person_id"|null,"post","unit_id"|null,"duties",
/// "portfolio":[unit ids],"from_on"|null,"until_on"|null}]. The programme is the caller's.
[[nodiscard]] base::Result<NewBody> read_new_body(std::string_view body);
struct BodyChange {
    std::int64_t version = 0;
    BodyTerms terms;
};
/// The same with "version" in the place of "id".
[[nodiscard]] base::Result<BodyChange> read_body_change(std::string_view body);

[[nodiscard]] std::string to_json(const Body& body, const Reader& reader);
/// {"rows","on","may":["add"]}
[[nodiscard]] std::string to_json(const BodiesView& view, const Reader& reader);
/// {"rows"}: terms as a plan has them
[[nodiscard]] std::string to_json(const std::vector<BodyTerms>& proposed, const Reader& reader);
/// {"rows":[{"tier","who":[{"name","post","unit_name","source"}],"without":[]}]}
[[nodiscard]] std::string to_json(const std::vector<TierLine>& tiers, const Reader& reader);

}  // namespace bodies
