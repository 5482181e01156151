#include "sealing/sealing_actions.hpp"

#include "base/digest.hpp"
#include "journal/payload.hpp"
#include "sealing/sealed_set_store.hpp"

namespace sealing {
namespace {

using ledger::SealingAim;

constexpr std::int64_t batch_rows = 100, rounds_max = 5;

std::string hex_name(std::string_view name) {
    return base::to_hex({reinterpret_cast<const std::uint8_t*>(name.data()), name.size()});
}

/// Counts over all rounds, for whoever watches.
class Work {
  public:
    Work(const Needs& needs, SealingAim aim, const Told& told)
        : needs_(needs), aim_(aim), told_(told) {}

    void seal_texts() {
        for (const auto& set : all_sealed_sets(needs_.journal.open_acts())) seal_texts(set);
    }
    void seal_files() {
        std::vector<std::string> digests;
        needs_.evidence.each(
            [&](const std::string& digest, base::Instant) { digests.push_back(digest); });
        for (const auto& digest : digests)
            seal_file(digest,
                      [&](evidence::Form form) { return needs_.evidence.put_into(form, digest); });
        if (!std::filesystem::exists(needs_.files)) return;
        std::vector<std::filesystem::path> documents;
        for (const auto& entry : std::filesystem::directory_iterator(needs_.files))
            if (evidence::is_digest(entry.path().filename().string()))
                documents.push_back(entry.path());
        for (const auto& document : documents) {
            const auto digest = document.filename().string();
            seal_file(digest, [&](evidence::Form form) {
                return evidence::put_into(form, document, digest, *needs_.database.sealer());
            });
        }
    }
    [[nodiscard]] Outcome& outcome() { return outcome_; }
    [[nodiscard]] std::int64_t changed() const { return outcome_.texts + outcome_.files; }

  private:
    void look(std::int64_t count) {
        looked_at_ += count;
        if (told_) told_(looked_at_);
    }
    void seal_texts(const ledger::SealedSet& set) {
        ledger::SealedKeys behind;
        do {
            const auto batch = needs_.database.write(
                [&](db::Transaction& transaction) -> base::Result<ledger::SealedBatch> {
                    return seal_batch(transaction, set, behind, batch_rows, aim_);
                });
            outcome_.texts += batch->changed;
            for (const auto& one : batch->broken) outcome_.broken.push_back(one);
            look(batch->rows);
            behind = batch->last;
        } while (!behind.empty());
    }
    template <class PutInto>
    void seal_file(const std::string& digest, PutInto put_into) {
        const auto form = aim_ == SealingAim::open ? evidence::Form::plain : evidence::Form::sealed;
        try {
            if (put_into(form)) ++outcome_.files;
        } catch (const base::SealBroken&) {
            outcome_.broken.push_back("evidence " + digest);
        }
        look(1);
    }

    const Needs& needs_;
    SealingAim aim_;
    const Told& told_;
    Outcome outcome_;
    std::int64_t looked_at_ = 0;
};

Sealing state_after(const Outcome& outcome, SealingAim aim, const base::Sealer& sealer) {
    if (!outcome.broken.empty()) return {State::partly, hex_name(sealer.newest()->name())};
    if (aim == SealingAim::open) return {};
    return {State::whole, hex_name(sealer.newest()->name())};
}

void note(const Needs& needs, const base::Actor& actor, std::string_view act,
          const Sealing& sealing, const Outcome& outcome) {
    const std::pair<std::string, std::string> facts[]{
        {"texts", std::to_string(outcome.texts)},
        {"files", std::to_string(outcome.files)},
        {"broken", std::to_string(outcome.broken.size())}};
    const auto payload = journal::payload_of({}, facts);
    const auto written =
        needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
            const auto now = needs.clock.now();
            save_sealing(transaction, sealing, now);
            needs.journal.append(transaction, actor, now,
                                 {.act = act,
                                  .subject_kind = "installation",
                                  .subject_id = "sealing",
                                  .payload = payload});
            return {};
        });
    static_cast<void>(written);  // Refuses nothing; a broken database throws.
}

}  // namespace

Outcome seal_everything(const Needs& needs, const base::Actor& actor, std::string_view act,
                        SealingAim aim, const Told& told) {
    const auto& sealer = *needs.database.sealer();
    note_sealing(needs.database, needs.clock);
    Work work(needs, aim, told);
    // Until a round finds nothing: people write meanwhile, perhaps for a moment under the old key.
    for (std::int64_t round = 0, before = -1; work.changed() != before && round < rounds_max;
         ++round) {
        before = work.changed();
        work.outcome().broken.clear();
        work.seal_texts();
        work.seal_files();
    }
    note(needs, actor, act, state_after(work.outcome(), aim, sealer), work.outcome());
    try {
        needs.database.write_anew();
    } catch (const db::DatabaseError& error) {
        work.outcome().not_written_anew = error.what();
    }
    return work.outcome();
}

base::Result<State> check_sealing(db::Database& database, const base::Sealer* sealer) {
    const auto sealing =
        database.read([](db::Transaction& transaction) { return load_sealing(transaction); });
    if (sealing.state == State::off) return State::off;
    if (sealer == nullptr) return base::refuse(base::ErrorKind::unavailable, "sealed_but_no_key");
    const auto name = base::from_hex(sealing.key_name).value_or(std::string());
    if (!sealer->named(name))
        return base::refuse(base::ErrorKind::unavailable, "sealed_under_another_key", "",
                            {{"key", sealing.key_name}});
    return sealing.state;
}

void note_sealing(db::Database& database, const base::Clock& clock) {
    const auto written = database.write([&](db::Transaction& transaction) -> base::Result<void> {
        auto sealing = load_sealing(transaction);
        const auto* sealer = transaction.sealer();
        const bool begins = sealer != nullptr && sealer->seals() && sealing.state == State::off;
        const bool ends = sealer != nullptr && !sealer->seals() && sealing.state == State::whole;
        if (!begins && !ends) return {};
        sealing.state = State::partly;
        sealing.key_name = hex_name(transaction.sealer()->newest()->name());
        save_sealing(transaction, sealing, clock.now());
        return {};
    });
    static_cast<void>(written);  // As above.
}

}  // namespace sealing
