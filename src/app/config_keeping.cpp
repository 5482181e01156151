// Where evidence lies, who looks at it before it is kept, and whether what is restricted is sealed.
#include <algorithm>

#include "app/config_reader.hpp"

namespace app {
namespace {

void read_evidence(ValueReader& reader, Config& config) {
    config.bin_days = reader.integer("bin_days", 1, 3'650);
    config.office_name = reader.text("office_name");
    config.evidence_file_mb_max = reader.integer("evidence_file_mb_max", 1, 10'240);
    const auto& digest = reader.text("evidence_digest");
    if (digest != "sha256" && digest != "sm3") reader.refuse("evidence_digest", "sha256 或 sm3");
    config.evidence_digest = digest == "sm3" ? base::Algorithm::sm3 : base::Algorithm::sha256;
    config.clamd.address = reader.text("clamd");
    if (!config.clamd.address.empty() && !evidence::is_clamd_address(config.clamd.address))
        reader.refuse("clamd", "主机:端口，如 127.0.0.1:3310，或套接字的完整路径");
    const auto& unreachable = reader.text("clamd_unreachable");
    if (unreachable != "refuse" && unreachable != "accept")
        reader.refuse("clamd_unreachable", "refuse 或 accept");
    using Unreachable = evidence::ClamdSettings::Unreachable;
    config.clamd.when_unreachable =
        unreachable == "accept" ? Unreachable::accept : Unreachable::refuse;
}

void read_bucket(ValueReader& reader, Config& config) {
    auto& bucket = config.evidence_bucket;
    bucket.url = reader.text("evidence_s3_url");
    if (bucket.url.ends_with('/')) bucket.url.pop_back();
    const auto host = bucket.url.find("://");
    const bool web = bucket.url.starts_with("https://") || bucket.url.starts_with("http://");
    if (!bucket.url.empty() && (!web || bucket.url.find('/', host + 3) == std::string::npos ||
                                bucket.url.find('?') != std::string::npos))
        reader.refuse("evidence_s3_url", "https://主机:端口/桶");
    bucket.region = reader.text("evidence_s3_region");
    bucket.access_key = reader.text("evidence_s3_access_key");
    bucket.secret_key = reader.text("evidence_s3_secret_key");
    bucket.ca_file = absolute_or_empty(reader.text("evidence_s3_ca_file")).string();
    reader.need("evidence_s3_url", "evidence_s3_access_key");
    reader.need("evidence_s3_url", "evidence_s3_secret_key");
}

bool lies_in(const std::filesystem::path& file, const std::filesystem::path& folder) {
    std::error_code ignored;
    const auto inner = std::filesystem::weakly_canonical(file, ignored);
    const auto outer = std::filesystem::weakly_canonical(folder, ignored);
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first ==
           outer.end();
}

void read_sealing(ValueReader& reader, Config& config) {
    const auto& seal = reader.text("seal_restricted");
    if (seal != "on" && seal != "off") reader.refuse("seal_restricted", "on 或 off");
    config.seal_restricted = seal == "on";
    config.seal_key_file = absolute_or_empty(reader.text("seal_key_file"));
    if (config.seal_restricted) reader.need("seal_restricted", "seal_key_file");
    // Beside what it protects it would travel with every copy of it.
    if (!config.seal_key_file.empty() && lies_in(config.seal_key_file, config.data_dir))
        reader.refuse("seal_key_file", "数据文件夹 " + config.data_dir.string() + " 以外的路径");
}

}  // namespace

void read_keeping(ValueReader& reader, Config& config) {
    read_evidence(reader, config);
    read_bucket(reader, config);
    read_sealing(reader, config);
}

}  // namespace app
