// Files by what they hold: each stands under the digest of its bytes, once, whoever brings it. The
// five things done here are all that is asked of a store of files, so that one elsewhere could take
// its place. Knows no database and no evidence. Safe from any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/digest.hpp"
#include "base/instant.hpp"

namespace evidence {

/// Sixty-four lower-case hexadecimal digits, as both algorithms give them.
[[nodiscard]] bool is_digest(std::string_view text);

class BlobFolder {
  public:
    struct Kept {
        std::string digest;
        std::int64_t bytes = 0;
    };

    /// `folder` is made when the first file comes. `algorithm` is for what comes from now on.
    BlobFolder(std::filesystem::path folder, base::Algorithm algorithm);

    [[nodiscard]] base::Algorithm algorithm() const { return algorithm_; }
    /// Copies the file in blocks and hashes them on the way; on disk for good when it returns.
    /// What is there already is not written again, but counts as kept now. Throws
    /// std::system_error.
    [[nodiscard]] Kept keep(const std::filesystem::path& file) const;
    /// A file of this machine with these bytes; nothing when it is not there.
    [[nodiscard]] std::optional<std::filesystem::path> find(std::string_view digest) const;
    void remove(std::string_view digest) const;
    /// Every file, and when it was kept last.
    void each(const std::function<void(const std::string& digest, base::Instant at)>& told) const;
    /// What a run that was killed left half written before this moment.
    void remove_unfinished(base::Instant before) const;

    /// Where the bytes of a digest belong; requires is_digest().
    [[nodiscard]] std::filesystem::path place_of(std::string_view digest) const;

  private:
    std::filesystem::path folder_;
    base::Algorithm algorithm_;
};

}  // namespace evidence
