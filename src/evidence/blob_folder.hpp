// Blobs as files of a folder, sealed where a sealer is given. Every file is: which row speaks of
// it, and whether that row is guarded, may change tomorrow, and one file stands at many rows. Knows
// no database and no evidence.
#pragma once

#include "base/sealer.hpp"
#include "evidence/blob.hpp"

namespace evidence {

class BlobFolder final : public BlobStore {
  public:
    /// `folder` is made when the first file comes. Files are sealed when `sealer` seals; it
    /// outlives this and opens those that were sealed. Without one, sealed files are broken ones.
    BlobFolder(std::filesystem::path folder, base::Algorithm algorithm,
               const base::Sealer* sealer = nullptr);

    [[nodiscard]] base::Algorithm algorithm() const override { return algorithm_; }
    [[nodiscard]] Kept keep(const std::filesystem::path& file) const override;
    [[nodiscard]] std::unique_ptr<Blob> open(std::string_view digest) const override;
    bool put_into(Form form, std::string_view digest) const override;
    void remove(std::string_view digest) const override;
    void each(const Told& told) const override;
    void remove_unfinished(base::Instant before) const override;

    /// Where the file of a digest belongs, sealed or not; requires is_digest().
    [[nodiscard]] std::filesystem::path place_of(std::string_view digest) const;

  private:
    [[nodiscard]] bool holds(const Kept& kept) const;
    [[nodiscard]] bool is_kept_again(const Kept& kept) const;

    std::filesystem::path folder_;
    base::Algorithm algorithm_;
    const base::Sealer* sealer_;
};

/// As BlobStore::put_into(), of the file at `place`.
bool put_into(Form form, const std::filesystem::path& place, std::string_view digest,
              const base::Sealer& sealer);
/// A file of this machine as it lies there.
[[nodiscard]] std::unique_ptr<Blob> plain_file(const std::filesystem::path& file);
/// A copy of a file at `place`, sealed for its digest where `sealer` seals, on disk for good when
/// this returns. Throws std::system_error.
void keep_copy(const std::filesystem::path& file, const std::filesystem::path& place,
               std::string_view digest, const base::Sealer* sealer);

}  // namespace evidence
