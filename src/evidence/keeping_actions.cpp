#include "evidence/keeping_actions.hpp"

#include "base/digest.hpp"
#include "base/sealer.hpp"
#include "evidence/evidence_store.hpp"

namespace evidence {
namespace {

constexpr std::int64_t day_ms = 24 * 60 * 60 * 1'000;

enum class State { whole, missing, changed };

State state_of(const StoredFile& file, const BlobStore& files) {
    try {
        const auto blob = files.open(file.digest);
        if (!blob) return State::missing;
        base::Digester digester(file.algorithm);
        read_whole(*blob, [&](std::string_view bytes) { digester.add(bytes); });
        return digester.finish() == file.digest ? State::whole : State::changed;
    } catch (const base::SealBroken&) {
        return State::changed;
    }
}

}  // namespace

std::int64_t remove_orphans(db::Database& database, const BlobStore& files, base::Instant now) {
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

FileCheck check_files(db::Database& database, const BlobStore& files) {
    // Reading them all may take an hour: not inside a transaction.
    const auto stored = database.read([](db::Transaction& transaction) {
        std::vector<StoredFile> all;
        list_files(transaction, [&](const StoredFile& file) { all.push_back(file); });
        return all;
    });
    FileCheck check;
    for (const auto& file : stored) {
        ++check.files;
        switch (state_of(file, files)) {
            case State::whole: break;
            case State::missing: check.missing.push_back(file.digest); break;
            case State::changed: check.changed.push_back(file.digest); break;
        }
    }
    return check;
}

}  // namespace evidence
