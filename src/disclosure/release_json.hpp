// Messages about texts that go public: names of fields and their sizes.
#pragma once

#include <string_view>

#include "disclosure/beginning_actions.hpp"
#include "disclosure/publishing_actions.hpp"
#include "ledger/row_json.hpp"

namespace disclosure {

using ledger::Reader;

/// {"id","audience","source","title","text","previous_id","with_accountability",
///  "contacts":{"phone","address","email"}}
[[nodiscard]] base::Result<NewRelease> read_new_release(std::string_view body);

/// What is said of a release that was seen.
template <class Said>
struct Message {
    std::int64_t version = 0;
    Said said;
};
/// {"version"}
[[nodiscard]] base::Result<std::int64_t> read_seen(std::string_view body);
/// {"version","decisions":[{"number","decision","replacement","ground","reason"}]}
[[nodiscard]] base::Result<Message<std::vector<WantedDecision>>> read_decisions(
    std::string_view body);
/// {"version","paragraph","from","length","replacement","ground","reason"}
[[nodiscard]] base::Result<Message<Passage>> read_mark(std::string_view body);
/// {"version","fixes":["…"]}
[[nodiscard]] base::Result<Message<proofreading::Chosen>> read_fixes(std::string_view body);
/// {"version","ground","reason"}
[[nodiscard]] base::Result<Message<Exemption>> read_exemption(std::string_view body);
/// {"version","consents":[…],"opinion"}
[[nodiscard]] base::Result<Message<Approval>> read_approval(std::string_view body);
/// {"version","reason"}
[[nodiscard]] base::Result<Message<std::string>> read_reason(std::string_view body);
/// {"version","on","channel","link","number","objections_until"}
[[nodiscard]] base::Result<Message<Publication>> read_publication(std::string_view body);
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
