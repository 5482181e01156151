#include "ledger/shared_view_actions.hpp"

#include <algorithm>

namespace ledger {
namespace {

SharedViews shown(db::Transaction& transaction, ProgrammeId programme, const base::Actor& actor) {
    return {list_shared_views(transaction, programme), !why_not_share(actor)};
}

}  // namespace

base::Result<SharedViews> view_shared_views(const Needs& needs, const base::Actor& actor,
                                            ProgrammeId programme) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<SharedViews> {
        const auto found = load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        return shown(transaction, programme, actor);
    });
}

base::Result<SharedViews> share_view(const Needs& needs, const base::Actor& actor,
                                     ProgrammeId programme, const SharedView& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<SharedViews> {
        auto recorder = Recorder::open(transaction, needs, actor, programme);
        if (!recorder) return recorder.error();
        auto kept = share(wanted, list_shared_views(transaction, programme), actor);
        if (!kept) return kept.error();
        if (kept->id.empty()) kept->id = SharedViewId::make(recorder->now(), recorder->random());
        kept->by = actor.name;
        kept->at = recorder->now();
        save_shared_view(transaction, programme, *kept);
        recorder->note("share_view", "programme", programme.text(), {{"name", kept->name}});
        recorder->finish();
        return shown(transaction, programme, actor);
    });
}

base::Result<SharedViews> drop_shared_view(const Needs& needs, const base::Actor& actor,
                                           ProgrammeId programme, SharedViewId id) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<SharedViews> {
        auto recorder = Recorder::open(transaction, needs, actor, programme);
        if (!recorder) return recorder.error();
        if (auto no = why_not_share(actor)) return *no;
        const auto views = list_shared_views(transaction, programme);
        const auto found = std::find_if(views.begin(), views.end(),
                                        [&](const SharedView& view) { return view.id == id; });
        if (found != views.end()) {
            delete_shared_view(transaction, programme, id);
            recorder->note("drop_shared_view", "programme", programme.text(),
                           {{"name", found->name}});
        }
        recorder->finish();
        return shown(transaction, programme, actor);
    });
}

}  // namespace ledger
