#include "audit/integrity_json.hpp"

#include <map>

#include "base/json_writer.hpp"

namespace audit {
namespace {

void write_chain(base::JsonWriter& json, const journal::ChainReport& chain,
                 const std::string& title) {
    json.begin_object().field("chain", chain.chain).field("title", title);
    json.field("entries", chain.entries).field("erased", chain.erased.size());
    json.field("head", chain.head).key("fault");
    if (chain.fault)
        json.begin_object()
            .field("sequence", chain.fault->sequence)
            .field("what", chain.fault->what)
            .end_object();
    else
        json.null();
    json.end_object();
}

}  // namespace

std::string to_json(const IntegrityView& view) {
    const auto& state = view.state;
    std::map<std::string, std::string> titles;
    for (const auto& one : view.titles) titles[one.id.text()] = one.title;
    base::JsonWriter json;
    json.begin_object().field("running", state.running).field("walked", state.walked);
    json.field("started_at", state.started_at).field("started_by", state.started_by);
    json.field("finished_at", state.finished_at).field("failed", state.failed);
    json.key("sound");
    state.report ? json.value(state.report->sound()) : json.null();
    json.field("last_anchored_at", view.last_anchored_at);
    json.field("sealing", sealing::name_of(view.sealing)).key("chains").begin_array();
    if (state.report)
        for (const auto& chain : state.report->chains)
            write_chain(json, chain, titles[chain.chain]);
    json.end_array().end_object();
    return json.take();
}

}  // namespace audit
