// `check-template`: one template in, its faults out, a line each or as JSON. Needs no database.
#include "app/commands.hpp"
#include "app/terminal.hpp"
#include "base/messages.hpp"
#include "office/file_bytes.hpp"
#include "templates/field_paper.hpp"
#include "templates/template_json.hpp"

namespace app {

int check_template(const std::filesystem::path& file, CheckForm form) {
    std::error_code fault;
    if (!std::filesystem::is_regular_file(file, fault))
        return refused(base::refuse(base::ErrorKind::not_found, "document_not_found"));
    const auto bytes = office::bytes_of_file(file, office::template_bytes_max + 1);
    const auto read = office::read_template(bytes, templates::field_table());
    if (!read) return refused(read.error());
    const auto& faults = (*read)->faults();
    if (form == CheckForm::json) {
        say(templates::check_json(**read));
    } else {
        for (const auto& one : faults) say(base::sentence_of(one));
        if (faults.empty())
            say("没有发现问题，共 " + std::to_string((*read)->marks()) + " 处标记。");
    }
    return faults.empty() ? done : refused_input;
}

}  // namespace app
