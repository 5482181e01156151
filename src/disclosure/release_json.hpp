// Messages about texts that go public: names of fields and their sizes.
#pragma once

#include <string_view>

#include "disclosure/beginning_actions.hpp"
#include "disclosure/publishing_actions.hpp"
#include "ledger/row_json.hpp"
#include "ledger/seen_json.hpp"

namespace disclosure {

using ledger::Reader;

/// {"id","audience","source","title","text","previous_id","with_accountability",
///  "contacts":{"phone","address","email"}}
[[nodiscard]] base::Result<NewRelease> read_new_release(std::string_view body);

using ledger::OfSeen;
/// {"version"}
[[nodiscard]] base::Result<std::int64_t> read_seen(std::string_view body);
/// {"version","decisions":[{"number","decision","replacement","ground","reason"}]}
[[nodiscard]] base::Result<OfSeen<std::vector<WantedDecision>>> read_decisions(
    std::string_view body);
/// {"version","paragraph","from","length","replacement","ground","reason"}
[[nodiscard]] base::Result<OfSeen<Passage>> read_mark(std::string_view body);
/// {"version","fixes":["…"]}
[[nodiscard]] base::Result<OfSeen<proofreading::Chosen>> read_fixes(std::string_view body);
/// {"version","ground","reason"}
[[nodiscard]] base::Result<OfSeen<Exemption>> read_exemption(std::string_view body);
/// {"version","consents":[…],"opinion"}
[[nodiscard]] base::Result<OfSeen<Approval>> read_approval(std::string_view body);
/// {"version","reason"}
[[nodiscard]] base::Result<OfSeen<std::string>> read_reason(std::string_view body);
/// {"version","on","channel","link","number","objections_until"}
[[nodiscard]] base::Result<OfSeen<Publication>> read_publication(std::string_view body);
/// {"id","received_on","text","answer"}
[[nodiscard]] base::Result<Objection> read_objection(std::string_view body);
/// {"version","names","amounts","companies","unit_levels","hidden_words","spared_words"}
[[nodiscard]] base::Result<Hiding> read_hiding(std::string_view body);

[[nodiscard]] std::string to_json(const ReleaseView& view, const Reader& reader);
[[nodiscard]] std::string to_json(const ReleaseList& list, const Reader& reader);
[[nodiscard]] std::string to_json(const WaitingReleases& waiting, const Reader& reader);
[[nodiscard]] std::string to_json(const Hiding& hiding, const Reader& reader);
/// {"programme","paper"}
[[nodiscard]] std::string to_json(const ReleasePaper& made, const Reader& reader);
/// {"text"}
[[nodiscard]] std::string text_json(const std::string& text);

}  // namespace disclosure
