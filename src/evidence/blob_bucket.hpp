// Blobs in a bucket of a store that speaks the protocol of S3 (MinIO, Ceph, the clouds), sealed as
// in a folder. One object a blob, under its digest; what is sealed leaves this machine sealed.
#pragma once

#include "base/sealer.hpp"
#include "evidence/blob.hpp"

namespace evidence {

struct BucketSettings {
    std::string url;  // of the bucket: https://store.example.cn:9000/evidence; "": a folder is used
    std::string region = "us-east-1";
    std::string access_key, secret_key;
    std::string ca_file;  // who vouches for its certificate; "": the authorities of the system
};

class BlobBucket final : public BlobStore {
  public:
    /// `temporary`: a folder for what is on its way in. `sealer` as for BlobFolder.
    BlobBucket(BucketSettings settings, std::filesystem::path temporary, base::Algorithm algorithm,
               const base::Sealer* sealer = nullptr);

    [[nodiscard]] base::Algorithm algorithm() const override { return algorithm_; }
    [[nodiscard]] Kept keep(const std::filesystem::path& file) const override;
    [[nodiscard]] std::unique_ptr<Blob> open(std::string_view digest) const override;
    bool put_into(Form form, std::string_view digest) const override;
    void remove(std::string_view digest) const override;
    void each(const Told& told) const override;
    /// Of those on their way in.
    void remove_unfinished(base::Instant before) const override;

  private:
    BucketSettings settings_;
    std::filesystem::path temporary_;
    base::Algorithm algorithm_;
    const base::Sealer* sealer_;
};

/// The moment in "2026-11-30T09:00:00.000Z", as listings have it; nothing in another form.
[[nodiscard]] std::optional<base::Instant> moment_in(std::string_view text);

}  // namespace evidence
