#include "opinions/collection_json.hpp"

#include <algorithm>

namespace opinions {
namespace {

using base::JsonReader;
using base::JsonWriter;

std::string name_in(const LifeMeeting& meeting, ParticipantId id, const Reader& reader) {
    const auto* found = life_meetings::find_participant(meeting, id);
    return found == nullptr ? std::string() : reader.name(found->name);
}

std::int64_t count_of(const CollectionView& view, const std::optional<ParticipantId>& about) {
    for (const auto& one : view.about)
        if (one.about == about) return one.opinions;
    return 0;
}

const DeliveryCount* delivery_of(const CollectionView& view, ParticipantId id) {
    for (const auto& one : view.deliveries)
        if (one.participant == id) return &one;
    return nullptr;
}

/// How many are still to be given to somebody; the keeper knows all of them.
std::int64_t undelivered(const CollectionView& view) {
    std::int64_t count = 0;
    for (const auto* one : life_meetings::team_of(view.meeting)) {
        const auto* given = delivery_of(view, one->id);
        count += count_of(view, {}) + count_of(view, one->id) -
                 (given == nullptr ? 0 : given->delivered);
    }
    return count;
}

void write_tally(JsonWriter& json, const CollectionView& view) {
    std::int64_t sheets = 0, opinions = 0;
    for (const auto& one : view.sheets) {
        sheets += one.sheets;
        opinions += one.opinions;
    }
    json.key("tally").begin_object().field("sheets", sheets).field("blank", view.blank_sheets);
    json.field("opinions", opinions).field("of_team", count_of(view, {}));
    json.field("of_persons", view.of_persons).end_object().key("sheets").begin_array();
    for (const auto& one : view.sheets) {
        json.begin_object().field("channel", name_of(one.channel));
        json.field("voice", name_of(one.voice)).field("sheets", one.sheets);
        json.field("opinions", one.opinions).end_object();
    }
    json.end_array();
}

void write_persons(JsonWriter& json, const CollectionView& view, const Reader& reader) {
    json.key("about").begin_array();
    for (const auto& one : view.about) {
        if (!one.about) continue;
        json.begin_object().field("participant", *one.about);
        json.field("name", name_in(view.meeting, *one.about, reader));
        json.field("opinions", one.opinions).end_object();
    }
    json.end_array().key("deliveries").begin_array();
    for (const auto& one : view.deliveries) {
        json.begin_object().field("participant", one.participant);
        json.field("name", name_in(view.meeting, one.participant, reader));
        json.field("delivered", one.delivered).field("received", one.received);
        json.field("last_received_at", one.last_received_at);
        json.field("on_paper", one.on_paper).end_object();
    }
    json.end_array();
}

void write_collection(JsonWriter& json, const std::optional<Collection>& one,
                      const Reader& reader) {
    json.key("collection");
    if (!one) {
        json.null();
        return;
    }
    json.begin_object().field("form_title", one->terms.form_title);
    json.field("finish_on", one->terms.finish_on);
    json.field("days_left", base::days_between(reader.today, one->terms.finish_on));
    json.key("channels").begin_array();
    for (const auto& [channel, handed_out] : one->terms.channels)
        json.begin_object()
            .field("channel", name_of(channel))
            .field("handed_out", handed_out)
            .end_object();
    json.end_array().key("voices").begin_array();
    for (const auto voice : one->terms.voices) json.value(name_of(voice));
    json.end_array().field("version", one->version).end_object();
}

void write_own(JsonWriter& json, const CollectionView& view) {
    json.key("own");
    const auto* own = view.standing.in_team() ? delivery_of(view, *view.standing.own) : nullptr;
    if (own == nullptr) {
        json.null();
        return;
    }
    json.begin_object().field("delivered", own->delivered);
    json.field("waiting", own->delivered - own->received).end_object();
}

bool is_possible(KeeperAct act, const CollectionView& view, base::Date today) {
    if (why_not(act, view.meeting, view.standing)) return false;
    if (act == KeeperAct::choose) return true;
    if (act == KeeperAct::gather) return true;
    if (!view.collection) return false;
    if (act == KeeperAct::deliver) return undelivered(view) > 0;
    if (act == KeeperAct::make_codes)
        return view.collection->has(Channel::code) &&
               !why_not_make(1, *view.box, *view.collection, today);
    if (act == KeeperAct::open_box) return !why_not_open(*view.box, *view.collection, today);
    if (act == KeeperAct::receive_for)
        return std::any_of(view.deliveries.begin(), view.deliveries.end(),
                           [](const DeliveryCount& one) { return one.received < one.delivered; });
    return true;
}

void write_may(JsonWriter& json, const CollectionView& view, base::Date today) {
    json.key("may").begin_array();
    for (const auto act : keeper_acts)
        if (is_possible(act, view, today)) json.value(name_of(act));
    const auto* own = view.standing.own ? delivery_of(view, *view.standing.own) : nullptr;
    if (!why_not_receive(view.standing) && own != nullptr && own->received < own->delivered)
        json.value("receive");
    json.end_array();
}

}  // namespace

void write_team(base::JsonWriter& json, const LifeMeeting& meeting, const Reader& reader) {
    json.begin_array();
    for (const auto* one : life_meetings::team_of(meeting)) {
        json.begin_object().field("id", one->id).field("name", reader.name(one->name));
        json.field("title", one->title).field("part", name_of(one->part)).end_object();
    }
    json.end_array();
}

void write_about(base::JsonWriter& json, const std::optional<ParticipantId>& about,
                 const LifeMeeting& meeting, const Reader& reader) {
    if (!about) {
        json.null();
        return;
    }
    json.begin_object().field("id", *about);
    json.field("name", name_in(meeting, *about, reader)).end_object();
}

base::Result<CollectionChoice> read_collection_choice(std::string_view body) {
    return base::read_object<CollectionChoice>(body, [](JsonReader& reader) {
        CollectionChoice choice;
        choice.version = reader.integer("version", 0);
        auto& terms = choice.terms;
        terms.form_title = reader.filled_text("form_title", form_title_chars_max);
        terms.finish_on = reader.date("finish_on");
        reader.array("channels", std::size(opinion_channels), [&](JsonReader& each) {
            const auto channel = each.name<Channel>("channel", channel_of, Channel::form);
            terms.channels.push_back({channel, each.integer("handed_out", 0, handed_out_max)});
        });
        for (const auto& name : reader.texts("voices", std::size(opinion_voices), 40)) {
            if (const auto voice = voice_of(name))
                terms.voices.push_back(*voice);
            else
                reader.fault("voices", "unknown_name", name);
        }
        // As they are stored: each once, in the order of the names.
        const auto by_channel = [](const auto& a, const auto& b) { return a.channel < b.channel; };
        std::sort(terms.channels.begin(), terms.channels.end(), by_channel);
        std::sort(terms.voices.begin(), terms.voices.end());
        const auto same = [](const auto& a, const auto& b) { return a.channel == b.channel; };
        const auto twice = std::unique(terms.channels.begin(), terms.channels.end(), same);
        terms.channels.erase(twice, terms.channels.end());
        const auto doubled = std::unique(terms.voices.begin(), terms.voices.end());
        terms.voices.erase(doubled, terms.voices.end());
        return choice;
    });
}

std::string to_json(const CollectionView& view, const Reader& reader) {
    JsonWriter json;
    json.begin_object();
    write_collection(json, view.collection, reader);
    write_team(json.key("team"), view.meeting, reader);
    write_tally(json, view);
    write_persons(json, view, reader);
    json.key("undelivered");
    if (view.standing.keeper && view.collection)
        json.value(undelivered(view));
    else
        json.null();
    write_own(json, view);
    json.key("box");
    if (view.box)
        json.begin_object()
            .field("codes", view.box->codes)
            .field("used", view.box->used)
            .field("ballots", view.box->ballots)
            .end_object();
    else
        json.null();
    json.field("by_person", counts_by_person(view.standing));
    write_may(json, view, reader.today);
    return json.end_object().take();
}

std::string to_json(const std::vector<WaitingOpinions>& waiting) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : waiting) {
        json.begin_object().field("meeting", one.meeting).field("programme", one.programme);
        json.field("title", one.title).field("to_receive", one.to_receive);
        json.field("to_claim", one.to_claim).end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace opinions
