// Messages of grants and of changes of them.
#pragma once

#include "accounts/grant_actions.hpp"
#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

namespace accounts {

/// The member "guards": ["clues", …].
void write_guards(base::JsonWriter& json, base::Guards guards);
[[nodiscard]] base::Guards read_guards(base::JsonReader& reader);

/// {"id","account_id","version","role","parts":[{"unit_id"|null,"programme_id"|null}],"guards",
/// "custom_role_id"|null,"reason"}
[[nodiscard]] base::Result<WantedChange> read_wanted_change(std::string_view body);
struct WantedDecision {
    Verdict verdict = Verdict::refuse;
    std::string note;
};
/// {"agree","note"}
[[nodiscard]] base::Result<WantedDecision> read_decision(std::string_view body);

/// `own` : the one who reads asked for it.
[[nodiscard]] std::string to_json(const PermissionChange& change, const base::Actor& reader);
[[nodiscard]] std::string to_json(const ChangePage& page, const base::Actor& reader);
[[nodiscard]] std::string to_json(const GrantPage& page);

}  // namespace accounts
