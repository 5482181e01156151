#include "ledger/review_json.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace ledger {
namespace {

using base::limits::name_chars_max;
using base::limits::reason_chars_max;
using base::limits::text_chars_max;

void write_signature(base::JsonWriter& json, std::string_view key, const Signature& signature,
                     const Reader& reader) {
    json.key(key)
        .begin_object()
        .field("name", reader.name(signature.name))
        .field("on", signature.on)
        .end_object();
}

Signature read_signature(base::JsonReader& reader, std::string_view key) {
    Signature signature;
    reader.object(key, [&](base::JsonReader& one) {
        signature.name = one.text_or_empty("name", name_chars_max);
        signature.on = one.optional_date("on");
    });
    return signature;
}

/// The names of a set of seats.
void write_seats(base::JsonWriter& json, Seats set) {
    json.key("seats").begin_array();
    for (const auto seat : seats)
        if (set.has(seat)) json.value(name_of(seat));
    json.end_array();
}

void write_signing(base::JsonWriter& json, const Signing& signing, const Reader& reader) {
    json.begin_object().key("seat");
    if (signing.seat)
        json.value(name_of(*signing.seat));
    else
        json.null();
    json.field("named", reader.name(signing.named));
    json.field("asked_by", reader.name(signing.asked_by));
    json.field("state", name_of(signing.state));
    json.field("taken_by", reader.name(signing.taken_by_name)).key("taken_until");
    if (signing.taken_on)
        json.value(base::to_text(base::add_days(*signing.taken_on, taken_days)));
    else
        json.null();
    json.field("by", reader.name(signing.decided_by_name)).field("at", signing.decided_at);
    json.field("opinion", signing.opinion).end_object();
}

/// done: nothing is open or waits any more.
std::string_view state_of(const Review& stage) {
    const auto any = [&](SigningState state) {
        return std::any_of(stage.begin(), stage.end(),
                           [&](const Signing& signing) { return signing.state == state; });
    };
    if (any(SigningState::open)) return "open";
    if (any(SigningState::waiting)) return "waiting";
    if (any(SigningState::returned)) return "returned";
    return any(SigningState::agreed) ? "done" : "ended";
}

std::vector<Review> stages_of(const Review& review) {
    std::vector<Review> stages;
    for (const auto& signing : standing(review)) {
        if (stages.empty() || stages.back().front().stage != signing.stage) stages.emplace_back();
        stages.back().push_back(signing);
    }
    return stages;
}

void write_stages(base::JsonWriter& json, const Review& review, const Reader& reader) {
    json.key("stages").begin_array();
    for (const auto& stage : stages_of(review)) {
        const auto& first = stage.front();
        json.begin_object().field("stage", first.stage + 1).field("name", first.stage_name);
        json.field("quorum", name_of(first.quorum)).field("state", state_of(stage));
        json.key("signings").begin_array();
        for (const auto& signing : stage) write_signing(json, signing, reader);
        json.end_array().end_object();
    }
    json.end_array();
}

/// What was said in rounds that were gone back over, in the order of time.
void write_earlier(base::JsonWriter& json, const Review& review, const Reader& reader) {
    const auto latest = standing(review);
    Review earlier;
    for (const auto& signing : review)
        if (signing.decided_at && std::find(latest.begin(), latest.end(), signing) == latest.end())
            earlier.push_back(signing);
    std::stable_sort(earlier.begin(), earlier.end(), [](const Signing& a, const Signing& b) {
        return *a.decided_at < *b.decided_at;
    });
    json.key("earlier").begin_array();
    for (const auto& signing : earlier) {
        json.begin_object().field("stage", signing.stage + 1).field("name", signing.stage_name);
        json.field("agreed", signing.state != SigningState::returned);
        json.field("by", reader.name(signing.decided_by_name)).field("at", signing.decided_at);
        json.field("opinion", signing.opinion).end_object();
    }
    json.end_array();
}

}  // namespace

void write(base::JsonWriter& json, const ReviewChain& chain) {
    json.begin_array();
    for (const auto& stage : chain) {
        json.begin_object().field("name", stage.name);
        write_seats(json, stage.seats);
        json.field("quorum", name_of(stage.quorum)).end_object();
    }
    json.end_array();
}

std::optional<ReviewChain> read_chain(base::JsonReader& reader, std::string_view key) {
    if (!reader.has(key)) return std::nullopt;
    ReviewChain chain;
    reader.array(key, 4 * review_stages_max, [&](base::JsonReader& one) {
        ReviewStage stage;
        stage.name = base::trim(one.text_or_empty("name", name_chars_max));
        for (const auto& name : one.texts("seats", std::size(seats), name_chars_max)) {
            if (const auto seat = seat_of(name))
                stage.seats = stage.seats | Seats{*seat};
            else
                one.fault("seats", "unknown_name", name);
        }
        stage.quorum = one.name("quorum", quorum_of, Quorum::all);
        chain.push_back(std::move(stage));
    });
    return chain;
}

void write_application(base::JsonWriter& json, const std::optional<FiledApplication>& application,
                       const Reader& reader) {
    json.key("application");
    if (!application) {
        json.null();
        return;
    }
    const auto& stated = application->stated;
    json.begin_object().field("at", application->at).field("by", reader.name(application->by));
    json.field("summary", stated.summary).field("similar_check", stated.similar_check);
    json.field("problem_solved", stated.problem_solved);
    json.field("responsibility_pursued", name_of(stated.pursuit));
    json.field("responsibility_note", stated.pursuit_note);
    json.field("measures_carried_out", stated.measures_carried_out);
    write_signature(json, "lead_leader", stated.lead_leader, reader);
    write_signature(json, "principal", stated.principal, reader);
    json.end_object();
}

void write_review(base::JsonWriter& json, const ReviewView& view, const Reader& reader) {
    json.key("review");
    if (view.review.empty()) {
        json.null();
        return;
    }
    json.begin_object();
    write_stages(json, view.review, reader);
    write_earlier(json, view.review, reader);
    json.field("nobody", view.nobody).end_object();
}

void write_strike_off(base::JsonWriter& json, const ProblemView& view, const Reader& reader) {
    const auto& slip = view.strike_off;
    json.key("strike_off");
    if (!slip) {
        json.null();
        return;
    }
    json.begin_object().field("slip_number", slip->slip_number).field("at", slip->at);
    json.field("by", reader.name(slip->by))
        .field("applied_by", reader.name(slip->applied_by))
        .field("opinion", slip->opinion);
    json.field("imported", slip->imported).key("evidence").begin_array();
    for (const auto& file : view.slip_evidence) {
        json.begin_object().field("row_kind", file.row_kind).field("row_number", file.row_number);
        json.field("name", file.name).field("digest", file.digest);
        json.field("algorithm", file.algorithm).field("bytes", file.bytes).end_object();
    }
    json.end_array().end_object();
}

std::string to_json(const std::vector<SignerOffered>& signers, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : signers) {
        json.begin_object().field("account_id", one.signer.account);
        json.field("name", reader.name(one.signer.name)).field("unit", one.unit_name);
        json.field("role", one.role).end_object();
    }
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const SlipRegister& slips, const Page& asked, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& line : slips.page.rows) {
        json.begin_object().field("slip_number", line.slip.slip_number);
        json.field("problem_id", line.problem).field("number", line.problem_number);
        json.field("text", line.problem_text).field("unit", line.unit_label);
        json.field("at", line.slip.at).field("by", reader.name(line.slip.by));
        json.field("applied_by", reader.name(line.slip.applied_by));
        json.field("imported", line.slip.imported).field("files", line.files).end_object();
    }
    json.end_array().field("total", slips.page.total).field("page", asked.page);
    json.field("page_size", asked.page_size).field("struck_off", slips.struck_off);
    json.field("slips", slips.slips).end_object();
    return json.take();
}

base::Result<FiledForm> read_application(std::string_view body) {
    return base::read_object<FiledForm>(body, [](base::JsonReader& reader) {
        FiledForm form;
        form.version = reader.integer("version", 1);
        auto& stated = form.application;
        stated.summary = reader.text_or_empty("summary", text_chars_max);
        stated.similar_check = reader.text_or_empty("similar_check", text_chars_max);
        stated.problem_solved = reader.boolean("problem_solved", false);
        stated.pursuit = reader.name("responsibility_pursued", pursuit_of, Pursuit::not_needed);
        stated.pursuit_note = reader.text_or_empty("responsibility_note", reason_chars_max);
        stated.measures_carried_out = reader.boolean("measures_carried_out", false);
        stated.lead_leader = read_signature(reader, "lead_leader");
        stated.principal = read_signature(reader, "principal");
        return form;
    });
}

base::Result<Decision> read_version(std::string_view body) {
    return base::read_object<Decision>(body, [](base::JsonReader& reader) {
        return Decision{reader.integer("version", 1), {}, {}};
    });
}

base::Result<Decision> read_opinion(std::string_view body) {
    return base::read_object<Decision>(body, [](base::JsonReader& reader) {
        return Decision{
            reader.integer("version", 1), reader.text_or_empty("opinion", reason_chars_max), {}};
    });
}

base::Result<Decision> read_return(std::string_view body) {
    return base::read_object<Decision>(body, [](base::JsonReader& reader) {
        Decision decision;
        decision.version = reader.integer("version", 1);
        decision.why.reason = reader.text("reason", reason_chars_max);
        decision.why.requirement = reader.text_or_empty("requirement", reason_chars_max);
        if (const auto stage = reader.optional_integer("stage", 1, review_stages_max))
            decision.why.stage = *stage - 1;
        return decision;
    });
}

base::Result<AskedSigner> read_signer(std::string_view body) {
    return base::read_object<AskedSigner>(body, [](base::JsonReader& reader) {
        return AskedSigner{reader.integer("version", 1), reader.id<base::AccountTag>("account_id")};
    });
}

}  // namespace ledger
