// `parse`: one document in, JSON out, nothing else on standard output. Needs no database.
#include "app/commands.hpp"
#include "app/terminal.hpp"
#include "office/document.hpp"
#include "plan/intake.hpp"
#include "plan/plan_json.hpp"

namespace app {

int parse(const std::filesystem::path& document) {
    const auto read = office::read_document(document);
    if (!read) return refused(read.error());
    say(plan::to_json(plan::read_plan(*read)));
    return done;
}

}  // namespace app
