#include "office/libreoffice.hpp"

#include <fstream>
#include <semaphore>

#include "base/limits.hpp"
#include "office/file_bytes.hpp"

namespace office {
namespace {

// One LibreOffice takes some 200 MB and a whole core.
std::counting_semaphore<2> free_places(2);

class Place {
  public:
    Place() { free_places.acquire(); }
    ~Place() { free_places.release(); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
};

std::string setting(std::string_view name, std::string_view value) {
    std::string item = R"(<item oor:path="/org.openoffice.Office.Common/Security/Scripting">)";
    item.append(R"(<prop oor:name=")")
        .append(name)
        .append(R"(" oor:op="fuse"><value>)")
        .append(value);
    return item.append("</value></prop></item>\n");
}

// No macros, nothing fetched from addresses that a document names.
std::string careful_profile() {
    return R"(<?xml version="1.0" encoding="UTF-8"?>)"
           R"(<oor:items xmlns:oor="http://openoffice.org/2001/registry">)" +
           setting("MacroSecurityLevel", "3") + setting("DisableMacrosExecution", "true") +
           setting("BlockUntrustedRefererLinks", "true") + "</oor:items>\n";
}

struct Substitute {
    std::string_view named, instead, weight;
};
// The fonts that the standard names are sold, not given away: where a house has them they are
// taken, else the free ones that look most like them.
constexpr Substitute substitutes[]{{"仿宋_GB2312", "Noto Serif CJK SC", "light"},
                                   {"仿宋", "Noto Serif CJK SC", "light"},
                                   {"楷体_GB2312", "AR PL UKai CN", "regular"},
                                   {"楷体", "AR PL UKai CN", "regular"},
                                   {"方正小标宋简体", "Noto Serif CJK SC", "semibold"},
                                   {"黑体", "Noto Sans CJK SC", "medium"},
                                   {"宋体", "Noto Serif CJK SC", "regular"}};

std::string font_rules(bool (*installed)(std::string_view)) {
    std::string rules =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>\n";
    for (const auto& one : substitutes) {
        if (installed(one.named)) continue;
        rules.append("<match target=\"pattern\"><test name=\"family\"><string>")
            .append(one.named)
            .append(
                "</string></test><edit name=\"family\" mode=\"assign\" binding=\"same\"><string>")
            .append(one.instead)
            .append("</string></edit><edit name=\"weight\" mode=\"assign\"><const>")
            .append(one.weight)
            .append("</const></edit></match>\n");
    }
    return rules + "</fontconfig>\n";
}

/// Asks fontconfig's own program; without it nothing is taken to be installed.
bool is_installed(std::string_view family) {
    const auto list = find_program("fc-list");
    if (!list) return false;
    const TemporaryFolder folder;
    const auto output = folder.path() / "found";
    const bool ended = run({.program = *list,
                            .arguments = {":family=" + std::string(family), "family"},
                            .folder = folder.path(),
                            .output = output});
    return ended && !bytes_of_file(output, 1).empty();
}

const std::string& rules_of_this_machine() {
    static const std::string rules = font_rules(is_installed);
    return rules;
}

void write_home(const std::filesystem::path& home) {
    std::filesystem::create_directories(home / "profile" / "user");
    std::ofstream(home / "profile" / "user" / "registrymodifications.xcu") << careful_profile();
    std::filesystem::create_directories(home / ".config" / "fontconfig");
    std::ofstream(home / ".config" / "fontconfig" / "fonts.conf") << rules_of_this_machine();
}

}  // namespace

std::optional<std::filesystem::path> find_libreoffice() {
    return find_program("soffice");
}

std::filesystem::path convert_with_libreoffice(const std::filesystem::path& program,
                                               const TemporaryFolder& folder,
                                               const std::filesystem::path& source,
                                               const std::string& filter) {
    const Place place;
    write_home(folder.path());
    const auto out = folder.path() / "out";
    // Its exit status says nothing; only the file does.
    (void)run({.program = program,
               .arguments = {"-env:UserInstallation=file://" + (folder.path() / "profile").string(),
                             "--headless", "--norestore", "--convert-to", filter, "--outdir",
                             out.string(), source.string()},
               .folder = folder.path()});
    return out / source.stem();
}

base::Result<std::filesystem::path> program_for_pdf() {
    if (const auto program = find_libreoffice()) return *program;
    return base::refuse(base::ErrorKind::unavailable, "pdf_needs_program", {},
                        {{"program", "LibreOffice"}, {"package", "libreoffice-writer-nogui"}});
}

base::Result<std::string> pdf_of(std::string_view bytes, std::string_view ending) {
    const auto program = program_for_pdf();
    if (!program) return program.error();
    const TemporaryFolder folder;
    const auto source = folder.path() / ("source" + std::string(ending));
    write_bytes(source, bytes);
    auto out = convert_with_libreoffice(*program, folder, source, "pdf");
    out += ".pdf";
    if (!std::filesystem::exists(out))
        return base::refuse(base::ErrorKind::unavailable, "pdf_not_made");
    return bytes_of_file(out, base::limits::inflated_bytes_max);
}

}  // namespace office
