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

/// Puts a new key in the place of the one that encrypts secrets; refused_input when some open with
/// none. The server should not run meanwhile.
int rotate_secrets_key(const Config& config);

/// Seals all that is stored and restricted; makes the key where nothing is sealed yet.
/// refused_input when the setting is off or something cannot be opened.
int seal(const Config& config);
/// Opens all of it again, once the setting is off. refused_input as above.
int unseal(const Config& config);
/// Seals everything under a new key and takes the old ones out of the file. People may work
/// meanwhile. refused_input as above.
int rotate_seal_key(const Config& config);

/// Checks a signed export of the journal: needs no settings, no database and no key.
/// refused_input when anything in it does not hold.
int verify_export(const std::filesystem::path& file);

/// Checks a sealed volume of a dossier: needs no settings, no database and no key. Names every file
/// that was changed, taken out or added. refused_input when anything in it does not hold.
int verify_dossier(const std::filesystem::path& file);

/// Reads one document and prints what was found as JSON. Needs no settings and writes nothing.
int parse(const std::filesystem::path& document);

enum class Wire { sentences, json };
/// Proof-reads one document with what the program brings along and prints what it found: exit code
/// done when nothing, found_something, or refused_input where it cannot be read. Needs no settings.
inline constexpr int found_something = 1;
int proofread(const std::filesystem::path& document, Wire wire);

enum class CheckForm { sentences, json };
/// Checks a template of Word or Excel as an upload would, and says every fault with its place.
/// Needs no settings and writes nothing. refused_input when there is any.
int check_template(const std::filesystem::path& file, CheckForm form);

struct NewUser {
    std::string account, person, role, unit;
};
/// Opens an account and prints its initial password, once.
int add_user(const Config& config, const NewUser& wanted);
/// Gives a new initial password and prints it, once.
int reset_user_password(const Config& config, const std::string& account);
enum class Access { disabled, enabled };
int set_user_access(const Config& config, const std::string& account, Access access);
/// Takes the second factor off an account whose owner lost it.
int take_off_factor(const Config& config, const std::string& account);
int list_users(const Config& config);

/// Fills an empty installation with an invented district. An empty password: a random one, printed.
int fill_sample(const Config& config, const std::string& password);

enum class Rehearsal { no, check_only };
struct ImportOrder {
    std::filesystem::path document;
    std::string programme;  // id or whole title
    bool create_units = false;
    Rehearsal rehearsal = Rehearsal::no;
};
/// Reads a document into the ledger of a programme, all of it or nothing, and prints what changed.
int import_plan(const Config& config, const ImportOrder& order);

struct UnitOrder {
    std::filesystem::path workbook;
    bool skip_bad = false;  // import the good rows and print the others
    Rehearsal rehearsal = Rehearsal::no;
};
/// Units and persons from a workbook, as on the page; prints every fault with its cell.
int import_units(const Config& config, const UnitOrder& order);
/// Writes the empty template to a file that must not exist.
int write_unit_template(const Config& config, const std::filesystem::path& file);

struct ExportOrder {
    std::filesystem::path file;  // must not exist
    std::string programme;       // id or whole title
};
/// Writes the whole ledger of a programme as an Excel workbook.
int export_ledger(const Config& config, const ExportOrder& order);

struct BackupOrder {
    std::filesystem::path file;
    std::filesystem::path key_copy;  // "" for none: keys are kept apart from backups
};
/// Writes everything but the keys into one new file; the server may run meanwhile.
int back_up(const Config& config, const BackupOrder& order);
/// Fills an empty installation from such a file.
int restore(const Config& config, const std::filesystem::path& file);

/// The whole command line: help, settings, commands. Returns the exit code.
int run_command_line(int argc, char** argv);

}  // namespace app
