// Test support: an installation that seals, with a problem behind a guard and one beside it, and
// what stands of it in the database and in the folder of files as somebody without the key reads
// it.
#pragma once

#include <fstream>
#include <sstream>

#include "ledger/test_ledger.hpp"
#include "office/sample_files.hpp"
#include "plan/import_actions.hpp"
#include "sealing/sealing_actions.hpp"

namespace sealing::testing {

using base::Sealer;
using ledger::testing::code_of;
using ledger::testing::TestLedger;

inline std::shared_ptr<const base::Cipher> key(char letter) {
    return base::sm4_cipher(std::string(32, letter), "zhenggai seal");
}

class SealedInstallation : public db::testing::OnBothEngines {
  protected:
    /// From now on, as after a change of settings and a new start.
    void start_with(Sealer::Mode mode, base::Ciphers keys) {
        keys_ = std::move(keys);
        sealer_ = std::make_unique<Sealer>(
            mode, [this] { return keys_; }, random_);
        test_database().reopen_with(*sealer_);
        files_ = std::make_unique<evidence::BlobFolder>(folder_ / "evidence",
                                                        base::Algorithm::sha256, sealer_.get());
        if (!ledger_) ledger_ = std::make_unique<TestLedger>(database());
    }
    /// Of the first start alone: people and units.
    TestLedger& ledger() { return *ledger_; }
    ledger::Needs ledger_needs() {
        return {database(), ledger_->here.clock, random_, ledger_->here.journal};
    }
    Needs needs() {
        return {database(), ledger_->here.clock, ledger_->here.journal, *files_, folder_ / "files"};
    }
    base::Actor cleared(base::Actor who) {
        who.scope.cleared = {base::Guard::clues};
        return who;
    }
    ledger::ProblemRow guard(const ledger::ProblemRow& row) {
        const auto id = row.problem.id;
        const auto right = cleared(ledger_->zhang_min);
        const auto seen = ledger::view_problem(ledger_needs(), right, id);
        return *ledger::guard_problem(ledger_needs(), right, {id, seen->row.problem.version},
                                      {base::Guard::clues});
    }

    std::string files_as_they_lie() {
        std::string bytes;
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(folder_ / "evidence"))
            if (entry.is_regular_file()) bytes += bytes_of(entry.path());
        return bytes;
    }
    static std::string bytes_of(const std::filesystem::path& path) {
        std::ostringstream bytes;
        bytes << std::ifstream(path, std::ios::binary).rdbuf();
        return bytes.str();
    }
    Outcome seal_all(ledger::SealingAim aim = ledger::SealingAim::as_wanted) {
        return seal_everything(needs(), accounts::operator_actor(), "seal_contents", aim);
    }
    Sealing state() {
        return database().read(
            [](db::Transaction& transaction) { return load_sealing(transaction); });
    }

    office::sample::Folder folder_;
    base::SeededRandom random_{7};
    base::Ciphers keys_;
    std::unique_ptr<Sealer> sealer_;
    std::unique_ptr<evidence::BlobFolder> files_;
    std::unique_ptr<TestLedger> ledger_;
};

}  // namespace sealing::testing
