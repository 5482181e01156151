// `parse`: one document in, JSON out, nothing else on standard output. Needs no database.
#include "app/commands.hpp"
#include "app/terminal.hpp"
#include "office/document.hpp"

namespace app {

int parse(const std::filesystem::path& document) {
    const auto read = office::read_document(document);
    if (!read) return refused(read.error());
    say(read->format);
    return done;
}

}  // namespace app
