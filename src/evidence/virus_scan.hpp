// A look at a file by clamd, the daemon of ClamAV, before it is kept: the file is sent to it
// (INSTREAM), so that it may run on another machine and needs no right to our folders.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "evidence/evidence.hpp"

namespace evidence {

struct ClamdSettings {
    std::string address;  // "host:port" or "/path/of/a/socket"; "": nothing is scanned
    enum class Unreachable { refuse, accept } when_unreachable = Unreachable::refuse;
};
/// Whether it is an address of one of the two forms.
[[nodiscard]] bool is_clamd_address(std::string_view address);

/// What becomes of a file by clamd's answer; "" when there was none. Refuses: evidence_has_a_virus
/// (args finding), evidence_cannot_be_scanned unless that is accepted.
[[nodiscard]] base::Result<Scan> judge(std::string_view answer,
                                       ClamdSettings::Unreachable when_unreachable);

/// Asks clamd, in little memory; waits a few seconds for it and two minutes for its answer. Refuses
/// as judge().
[[nodiscard]] base::Result<Scan> scan(const ClamdSettings& settings,
                                      const std::filesystem::path& file);

}  // namespace evidence
