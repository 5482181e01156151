// Messages about templates: names of fields and their sizes.
#pragma once

#include "http/http.hpp"
#include "ledger/row_json.hpp"
#include "templates/template_actions.hpp"

namespace templates {

using ledger::Reader;

/// {"version"} and of use "number", of a withdrawal "reason"; the id is in the path.
struct UseOrder {
    std::int64_t version = 0, number = 0;
};
[[nodiscard]] base::Result<UseOrder> read_use(std::string_view body);
struct WithdrawalOrder {
    std::int64_t version = 0;
    std::string reason;
};
[[nodiscard]] base::Result<WithdrawalOrder> read_withdrawal(std::string_view body);
/// {"version"}
[[nodiscard]] base::Result<std::int64_t> read_return(std::string_view body);
/// id, name, file_name in the query and the file in the body. Refuses expected_id,
/// template_file_missing, text_too_long.
[[nodiscard]] base::Result<Upload> read_upload(const http::Request& request);

/// {"id","name","kind","used","version","withdrawn":{"at","by","reason"}|null,"may":[],"versions":
/// [{"number","file_name","bytes","marks","by","at","faults":[{"code","args":{}}]}]}, newest first.
[[nodiscard]] std::string to_json(const Template& one, const Reader& reader);
/// {"rows":[],"file_bytes_max","may":["add"]}
[[nodiscard]] std::string to_json(const std::vector<Template>& all, const Reader& reader);
/// {"fields":[{"name","sort","formats","about","sample"}],"lists":[{"name","about","fields",
/// "lists"}]}
[[nodiscard]] std::string fields_json(const office::RecordType& root);
/// {"kind","marks","faults":[{"code","args","sentence"}]}: for the command line.
[[nodiscard]] std::string check_json(const office::Template& checked);

}  // namespace templates
