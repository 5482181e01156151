#include "opinions/gathered_json.hpp"

namespace opinions {
namespace {

using base::JsonReader;
using base::JsonWriter;
using life_meetings::LifeParticipantTag;

void write_claims(JsonWriter& json, const GatheredList& list, const Gathered& one,
                  const Reader& reader) {
    json.key("claims").begin_array();
    for (const auto& claim : one.claims) {
        json.begin_object();
        write_about(json.key("participant"), claim.participant, list.meeting, reader);
        json.field("given_at", claim.given_at).field("claimed_at", claim.claimed_at).end_object();
    }
    json.end_array().key("may").begin_array();
    if (!why_not(KeeperAct::gather, list.meeting, list.standing)) json.value("give");
    if (!why_not_claim(one, list.standing)) json.value("claim");
    if (!why_not_drop(one, list.meeting, list.standing)) json.value("drop");
    json.end_array();
}

void write(JsonWriter& json, const GatheredRow& row, const GatheredList& list,
           const Reader& reader) {
    const auto& one = row.gathered;
    json.begin_object().field("id", one.id).field("number", one.number);
    json.field("source", name_of(one.source));
    write_about(json.key("about"), one.about, list.meeting, reader);
    json.key("problem");
    if (one.problem)
        json.begin_object()
            .field("id", *one.problem)
            .field("number", row.problem_number)
            .end_object();
    else
        json.null();
    json.field("text", one.text).key("opinions").begin_array();
    for (const auto number : row.opinion_numbers) json.value(number);
    json.end_array().field("at", one.at).field("by", reader.name(one.by));
    write_claims(json, list, one, reader);
    json.end_object();
}

}  // namespace

base::Result<NewGathered> read_new_gathered(std::string_view body) {
    return base::read_object<NewGathered>(body, [](JsonReader& reader) {
        NewGathered wanted;
        wanted.id = reader.id<GatheredProblemTag>("id");
        wanted.source = reader.name<Source>("source", source_of, Source::other_supervision);
        wanted.about = reader.optional_id<LifeParticipantTag>("about");
        wanted.problem = reader.optional_id<ledger::ProblemTag>("problem");
        wanted.text = reader.text_or_empty("text", gathered_chars_max);
        wanted.opinions = ledger::read_ids<OpinionTag>(reader, "opinions");
        wanted.given_to = ledger::read_ids<LifeParticipantTag>(reader, "given_to");
        return wanted;
    });
}

base::Result<std::vector<ParticipantId>> read_given_to(std::string_view body) {
    return base::read_object<std::vector<ParticipantId>>(body, [](JsonReader& reader) {
        return ledger::read_ids<LifeParticipantTag>(reader, "given_to");
    });
}

std::string to_json(const GatheredList& list, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& row : list.rows) write(json, row, list, reader);
    json.end_array().field("total", list.total).field("claimed", list.claimed);
    json.key("may").begin_array();
    if (!why_not(KeeperAct::gather, list.meeting, list.standing)) json.value("gather");
    return json.end_array().end_object().take();
}

}  // namespace opinions
