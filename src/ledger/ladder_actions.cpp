#include "ledger/ladder_actions.hpp"

#include "ledger/ladder_store.hpp"

namespace ledger {
namespace {

/// As the journal keeps it: "到期前 20 天；超期 1 天→提醒函".
std::string text_of(const Ladder& ladder) {
    std::string text;
    for (const auto& rung : ladder.rungs) {
        text += (text.empty() ? "" : "；") + words_of(rung);
        if (!rung.notice.empty()) text += "→" + rung.notice;
    }
    return text;
}

}  // namespace

base::Result<Ladder> view_ladder(const Needs& needs, const base::Actor& actor,
                                 ProgrammeId programme) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<Ladder> {
        const auto found = load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        return load_ladder(transaction, programme);
    });
}

base::Result<Ladder> set_ladder(const Needs& needs, const base::Actor& actor, ProgrammeId programme,
                                const Ladder& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Ladder> {
        auto recorder = Recorder::open(transaction, needs, actor, programme);
        if (!recorder) return recorder.error();
        const auto before = load_ladder(transaction, programme);
        if (auto fresh = check_version(before.version, wanted.version); !fresh)
            return fresh.error();
        const auto after = change(before, wanted, recorder->today(), actor);
        if (!after) return after.error();
        if (*after == before) return before;
        save_ladder(transaction, programme, *after, actor.name, recorder->now());
        recorder->note("set_ladder", "programme", programme.text(),
                       {{"rungs_before", text_of(before)}, {"rungs", text_of(*after)}});
        recorder->finish();
        return load_ladder(transaction, programme);
    });
}

}  // namespace ledger
