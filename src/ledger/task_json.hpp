// Messages about tasks: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "ledger/row_json.hpp"
#include "ledger/task_actions.hpp"

namespace ledger {

struct TaskForm {
    std::int64_t version = 0;
    TaskDraft draft;
};
/// {"id","text","unit_id","person":{"name","id"}|null,"deadline"}
[[nodiscard]] base::Result<TaskDraft> read_new_task(std::string_view body);
/// The same with "version" in the place of "id".
[[nodiscard]] base::Result<TaskForm> read_task_form(std::string_view body);
/// The members of a draft but for its id.
[[nodiscard]] TaskDraft read_task_draft(base::JsonReader& reader);
struct TaskWords {
    std::int64_t version = 0;
    std::string text;
};
/// {"version", `key`}
[[nodiscard]] base::Result<TaskWords> read_task_words(std::string_view body, std::string_view key);

void write(base::JsonWriter& json, const Task& task, const Reader& reader);
[[nodiscard]] std::string to_json(const Task& task, const Reader& reader);
/// {"rows","total","page","page_size"}
[[nodiscard]] std::string to_json(const TaskPage& page, const Page& asked, const Reader& reader);
/// {"sections":[{"waiting","held_by","total","rows"}]}
[[nodiscard]] std::string to_json(const std::vector<WaitingTasks>& waiting, const Reader& reader);

}  // namespace ledger
