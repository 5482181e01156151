// Blobs as files of a folder, sealed where a sealer is given. Every file is: which row speaks of
// it, and whether that row is guarded, may change tomorrow, and one file stands at many rows. Knows
// no database and no evidence.
#pragma once

#include "base/sealer.hpp"
#include "evidence/blob.hpp"

namespace evidence {

/// Whether a name is that of a file which is being written, or was when the program was killed.
[[nodiscard]] bool is_unfinished(const std::filesystem::path& file);

class BlobFolder final : public BlobStore {
  public:
    /// `folder` is made when the first file comes. Files are sealed when `sealer` seals; it
    /// outlives this and opens those that were sealed. Without one, sealed files are broken ones.
    BlobFolder(std::filesystem::path folder, base::Algorithm algorithm,
               const base::Sealer* sealer = nullptr);

    [[nodiscard]] base::Algorithm algorithm() const override { return algorithm_; }
    [[nodiscard]] Kept keep(const std::filesystem::path& file) const override;
    [[nodiscard]] std::unique_ptr<Blob> open(std::string_view digest) const override;
    void remove(std::string_view digest) const override;
    void each(const Told& told) const override;
    void remove_unfinished(base::Instant before) const override;

    /// Where the file of a digest belongs, sealed or not; requires is_digest().
    [[nodiscard]] std::filesystem::path place_of(std::string_view digest) const;

  private:
    [[nodiscard]] bool holds(const Kept& kept) const;

    std::filesystem::path folder_;
    base::Algorithm algorithm_;
    const base::Sealer* sealer_;
};

enum class Form { sealed, plain };
/// Writes the file of a digest anew in this form, sealed under the newest key; false when it has it
/// already or is not there. Whoever reads it meanwhile reads the old one to its end. Throws
/// std::system_error, base::SealBroken.
bool put_into(Form form, const std::filesystem::path& place, std::string_view digest,
              const base::Sealer& sealer);

/// A file of this machine as it lies there.
[[nodiscard]] std::unique_ptr<Blob> plain_file(const std::filesystem::path& file);

/// A copy of a file at `place`, sealed for its digest where `sealer` seals, on disk for good when
/// this returns. Throws std::system_error.
void keep_copy(const std::filesystem::path& file, const std::filesystem::path& place,
               std::string_view digest, const base::Sealer* sealer);

}  // namespace evidence
