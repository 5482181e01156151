// The commands of the program, one function each: from settings and arguments to an exit code.
// Refusals are printed as sentences (refused_input); broken surroundings are thrown and end in main
// (broken_surroundings).
#pragma once

#include <filesystem>
#include <string>

#include "app/config.hpp"

namespace app {

/// Until SIGTERM or SIGINT. The first start makes the data folder and an administrator.
int serve(const Config& config);
/// Brings the database to the schema of this program.
int migrate(const Config& config);
/// Recomputes every chain of the journal. refused_input when one does not hold.
int verify(const Config& config);

/// Reads one document and prints what was found as JSON. Needs no settings and writes nothing.
int parse(const std::filesystem::path& document);

struct NewUser {
    std::string account, person, role, unit;
};
/// Opens an account and prints its initial password, once.
int add_user(const Config& config, const NewUser& wanted);
/// Gives a new initial password and prints it, once.
int reset_user_password(const Config& config, const std::string& account);
enum class Access { disabled, enabled };
int set_user_access(const Config& config, const std::string& account, Access access);
int list_users(const Config& config);

/// The whole command line: help, settings, commands. Returns the exit code.
int run_command_line(int argc, char** argv);

}  // namespace app
