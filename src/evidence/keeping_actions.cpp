#include "evidence/keeping_actions.hpp"

#include "base/digest.hpp"
#include "evidence/evidence_store.hpp"

namespace evidence {
namespace {

constexpr std::int64_t day_ms = 24 * 60 * 60 * 1'000;

}  // namespace

std::int64_t remove_orphans(db::Database& database, const BlobFolder& files, base::Instant now) {
    const base::Instant before{now.milliseconds - day_ms};
    std::vector<std::string> old;
    files.each([&](const std::string& digest, base::Instant at) {
        if (at < before) old.push_back(digest);
    });
    const auto orphans = database.read([&](db::Transaction& transaction) {
        std::vector<std::string> unknown;
        for (const auto& digest : old)
            if (!is_known_file(transaction, digest)) unknown.push_back(digest);
        return unknown;
    });
    for (const auto& digest : orphans) files.remove(digest);
    files.remove_unfinished(before);
    return static_cast<std::int64_t>(orphans.size());
}

FileCheck check_files(db::Database& database, const BlobFolder& files) {
    // Reading them all may take an hour: not inside a transaction.
    const auto stored = database.read([](db::Transaction& transaction) {
        std::vector<StoredFile> all;
        list_files(transaction, [&](const StoredFile& file) { all.push_back(file); });
        return all;
    });
    FileCheck check;
    for (const auto& file : stored) {
        ++check.files;
        const auto place = files.find(file.digest);
        if (!place)
            check.missing.push_back(file.digest);
        else if (base::digest_of_file(file.algorithm, place->string()) != file.digest)
            check.changed.push_back(file.digest);
    }
    return check;
}

}  // namespace evidence
