// Messages about accounts: names of fields and their sizes. A password leaves only as
// "initial_password".
#pragma once

#include <string>
#include <string_view>

#include "accounts/account_actions.hpp"
#include "base/json_writer.hpp"

namespace accounts {

/// {"id","name","person_name","unit_id"|null,"role"}
[[nodiscard]] base::Result<NewAccount> read_new_account(std::string_view body);
/// {"version","disabled"}
/// {"version","source"}
[[nodiscard]] base::Result<SetSource> read_set_source(std::string_view body);
[[nodiscard]] base::Result<SetDisabled> read_set_disabled(std::string_view body);

[[nodiscard]] std::string to_json(const Account& account);
/// {"rows","total"}
[[nodiscard]] std::string to_json(const AccountPage& page);
/// The account and, when it was just made, "initial_password".
[[nodiscard]] std::string to_json(const OpenedAccount& opened);
[[nodiscard]] std::string initial_password_json(const std::string& password);

/// "person":{…},"unit":{…}|null inside an open object.
void write_person_and_unit(base::JsonWriter& json, const Account& account);
/// "custom_role": its name, or null.
void write_custom_role(base::JsonWriter& json, const Account& account);

}  // namespace accounts
