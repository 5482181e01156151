#include "ledger/restricted_actions.hpp"

#include "accounts/grant.hpp"
#include "journal/journal_store.hpp"

namespace ledger {
namespace {

constexpr std::int64_t noted_again_ms = 60 * 60 * 1'000;
constexpr std::string_view act = "read_restricted";

std::string words_of(base::Guards guards) {
    std::string text;
    for (const auto name : accounts::names_of(guards))
        text += (text.empty() ? "" : ", ") + std::string(name);
    return text;
}

}  // namespace

void note_restricted_read(const Needs& needs, const base::Actor& actor, const Subject& subject) {
    if (subject.guards.empty()) return;
    const auto now = needs.clock.now();
    const auto chain = subject.programme.text(), reader = actor.id.text();
    const journal::Doing doing{act, subject.kind, subject.id, reader};
    const base::Instant since{now.milliseconds - noted_again_ms};
    const auto noted = needs.database.read([&](db::Transaction& transaction) {
        return journal::is_noted_since(transaction, doing, since);
    });
    if (noted) return;
    const std::vector<std::pair<std::string, std::string>> facts{
        {"guards", words_of(subject.guards)}};
    const auto payload = journal::payload_of({}, facts);
    const auto written =
        needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
            needs.journal.append(transaction, actor, now,
                                 {.chain = chain,
                                  .act = act,
                                  .subject_kind = subject.kind,
                                  .subject_id = subject.id,
                                  .payload = payload});
            return {};
        });
    static_cast<void>(written);  // Refuses nothing; a broken database throws.
}

}  // namespace ledger
