#include "inspections/feedback_json.hpp"

#include "base/limits.hpp"

namespace inspections {
namespace {

using base::JsonReader;
using base::JsonWriter;
using base::limits::name_chars_max;
using base::limits::reason_chars_max;
using base::limits::text_chars_max;

Paper read_paper(JsonReader& reader) {
    Paper paper;
    paper.kind = reader.name("kind", feedback_kind_of, FeedbackKind::comprehensive);
    paper.document = reader.text_or_empty("document", document_chars_max);
    paper.document_on = reader.optional_date("document_on");
    paper.file_name = reader.text_or_empty("file_name", file_name_chars_max);
    paper.text = reader.text_or_empty("text", feedback_chars_max);
    return paper;
}

Answer read_answer(JsonReader& reader) {
    const auto name = reader.text_or_empty("answer", 20);
    const auto answer = answer_of(name);
    if (!answer) reader.fault("answer", "unknown_name", name);
    return answer.value_or(Answer::none);
}

std::vector<ProblemId> read_problem_ids(JsonReader& reader) {
    std::vector<ProblemId> ids;
    for (const auto& text : reader.texts("problem_ids", links_max, 36)) {
        if (const auto id = ProblemId::parse(text))
            ids.push_back(*id);
        else
            reader.fault("problem_ids", "expected_id", text);
    }
    return ids;
}

void write(JsonWriter& json, const FiledPaper& one) {
    json.begin_object().field("name", one.name).field("type", evidence::name_of(one.file.type));
    json.field("view", evidence::name_of(evidence::view_of(one.file.type)));
    json.field("bytes", one.file.bytes).field("digest", one.file.digest);
    json.field("algorithm", base::name_of(one.file.algorithm)).end_object();
}

void write_facts(JsonWriter& json, const Feedback& one, const Reader& reader) {
    json.field("id", one.id).key("programme").begin_object().field("id", one.programme);
    json.field("title", one.programme_title).end_object();
    json.field("kind", name_of(one.paper.kind)).field("document", one.paper.document);
    json.field("document_on", one.paper.document_on).field("file_name", one.paper.file_name);
    json.field("state", name_of(one.state));
    const auto delivery = one.delivery.value_or(Delivery{});
    json.key("delivered_on");
    if (one.delivery)
        json.value(delivery.delivered_on);
    else
        json.null();
    json.field("principal_told_on", delivery.principal_told_on);
    json.field("team_told_on", delivery.team_told_on).key("receipt");
    if (one.receipt) {
        json.begin_object().field("by", reader.name(one.receipt->by)).field("on", one.receipt->on);
        json.field("on_paper", one.receipt->on_paper).end_object();
    } else {
        json.null();
    }
    json.key("file");
    if (one.filed)
        write(json, *one.filed);
    else
        json.null();
    json.field("registered_by", reader.name(one.registered_by));
    json.field("registered_at", one.registered_at).field("version", one.version);
    json.key("may").begin_array();
    for (const auto act : feedback_acts)
        if (!why_not(act, one, reader.actor)) json.value(name_of(act));
    json.end_array();
}

void write(JsonWriter& json, const Declaration& one, const Reader& reader) {
    json.begin_object().field("by", reader.name(one.by)).field("on", one.on);
    json.field("text", one.text).key("promises").begin_array();
    for (const auto& promise : one.promises) json.value(promise);
    json.end_array().end_object();
}

void write(JsonWriter& json, const Copy& one, const Reader& reader) {
    json.begin_object().field("role", name_of(one.role)).field("name", one.name);
    json.field("unit_id", one.unit)
        .field("told_on", one.told_on)
        .field("received_by", reader.name(one.received_by));
    json.field("received_on", one.received_on).end_object();
}

void write(JsonWriter& json, const Coverage& all) {
    json.begin_object().field("sentences", all.sentences).field("linked", all.linked);
    json.field("answered", all.answered).field("open", all.open).end_object();
}

void write(JsonWriter& json, const std::vector<NamedProblem>& problems) {
    json.begin_array();
    for (const auto& one : problems) {
        json.begin_object().field("id", one.id).field("number", one.number);
        json.field("text", one.text).end_object();
    }
    json.end_array();
}

void write(JsonWriter& json, const Sentence& one, const std::vector<Proposal>& proposed,
           const Reader& reader) {
    json.begin_object().field("id", one.id).field("text", one.piece.text);
    json.field("heading", one.piece.heading).key("problem_ids").begin_array();
    for (const auto id : one.problems) json.value(id);
    json.end_array().field("answer", name_of(one.answer)).field("reason", one.reason);
    json.field("answered_by", reader.name(one.answered_by)).key("proposals").begin_array();
    for (const auto& proposal : proposed) {
        json.begin_object().field("problem_id", proposal.problem);
        json.field("likeness", proposal.likeness).end_object();
    }
    json.end_array().field("version", one.version).end_object();
}

}  // namespace

base::Result<NewFeedback> read_new_feedback(std::string_view body) {
    return base::read_object<NewFeedback>(body, [](JsonReader& reader) {
        const auto id = reader.id<FeedbackTag>("id");
        return NewFeedback{id, {}, read_paper(reader)};
    });
}

base::Result<PaperChange> read_paper_change(std::string_view body) {
    return base::read_object<PaperChange>(body, [](JsonReader& reader) {
        PaperChange change;
        change.version = reader.integer("version", 1);
        change.paper = read_paper(reader);
        change.reason = reader.text_or_empty("reason", reason_chars_max);
        return change;
    });
}

base::Result<DeliveryForm> read_delivery(std::string_view body) {
    return base::read_object<DeliveryForm>(body, [](JsonReader& reader) {
        DeliveryForm form;
        form.version = reader.integer("version", 1);
        form.delivery.delivered_on = reader.date("delivered_on");
        form.delivery.principal_told_on = reader.optional_date("principal_told_on");
        form.delivery.team_told_on = reader.optional_date("team_told_on");
        return form;
    });
}

base::Result<FeedbackWords> read_feedback_words(std::string_view body) {
    return base::read_object<FeedbackWords>(body, [](JsonReader& reader) {
        return FeedbackWords{reader.integer("version", 1),
                             reader.text_or_empty("reason", reason_chars_max)};
    });
}

base::Result<ReceiptForm> read_receipt(std::string_view body) {
    return base::read_object<ReceiptForm>(body, [](JsonReader& reader) {
        ReceiptForm form;
        form.version = reader.integer("version", 1);
        form.receipt.by = reader.filled_text("by", name_chars_max);
        form.receipt.on = reader.date("on");
        return form;
    });
}

base::Result<DeclarationForm> read_declaration(std::string_view body) {
    return base::read_object<DeclarationForm>(body, [](JsonReader& reader) {
        DeclarationForm form;
        form.version = reader.integer("version", 1);
        form.declaration.by = reader.filled_text("by", name_chars_max);
        form.declaration.on = reader.optional_date("on");
        form.declaration.text = reader.text_or_empty("text", text_chars_max);
        for (auto& line : reader.texts("promises", promises_max, promise_chars_max)) {
            if (line.find('\n') != std::string::npos)
                reader.fault("promises", "text_has_control", line);
            else if (!line.empty())
                form.declaration.promises.push_back(std::move(line));
        }
        return form;
    });
}

base::Result<CopiesForm> read_copies(std::string_view body) {
    return base::read_object<CopiesForm>(body, [](JsonReader& reader) {
        CopiesForm form;
        form.version = reader.integer("version", 1);
        reader.array("copies", copies_max, [&](JsonReader& each) {
            Copy copy;
            copy.role = each.name("role", copy_role_of, CopyRole::other);
            copy.unit = each.optional_id<base::UnitTag>("unit_id");
            // A registered unit is told by its own name.
            copy.name = copy.unit ? each.text_or_empty("name", name_chars_max)
                                  : each.filled_text("name", name_chars_max);
            copy.told_on = each.optional_date("told_on");
            copy.received_by = each.text_or_empty("received_by", name_chars_max);
            copy.received_on = each.optional_date("received_on");
            form.copies.push_back(std::move(copy));
        });
        return form;
    });
}

base::Result<std::vector<WantedAnswer>> read_answers(std::string_view body) {
    return base::read_object<std::vector<WantedAnswer>>(body, [](JsonReader& reader) {
        std::vector<WantedAnswer> answers;
        reader.array("answers", answers_max, [&](JsonReader& each) {
            WantedAnswer wanted;
            wanted.sentence = each.id<SentenceTag>("sentence_id");
            wanted.version = each.integer("version", 1);
            wanted.problems = read_problem_ids(each);
            wanted.answer = read_answer(each);
            wanted.reason = each.text_or_empty("reason", reason_chars_max);
            answers.push_back(std::move(wanted));
        });
        return answers;
    });
}

std::string to_json(const FeedbackView& view, const Reader& reader) {
    const auto& one = view.feedback;
    JsonWriter json;
    json.begin_object();
    write_facts(json, one, reader);
    json.field("text", one.paper.text).key("declaration");
    write(json, one.declaration, reader);
    json.key("copies").begin_array();
    for (const auto& copy : one.copies) write(json, copy, reader);
    json.end_array().key("coverage");
    write(json, view.coverage);
    json.key("declared").begin_object().field("areas", view.declared.areas);
    json.field("problems", view.declared.problems).end_object();
    json.field("linked_problems", view.linked_problems).key("problems");
    write(json, view.problems);
    json.key("unsourced");
    write(json, view.unsourced);
    json.key("sentences").begin_array();
    for (std::size_t i = 0; i < view.sentences.size(); ++i)
        write(json, view.sentences[i], view.proposals[i], reader);
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const FeedbackList& list, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& row : list.rows) {
        json.begin_object();
        write_facts(json, row.feedback, reader);
        json.key("coverage");
        write(json, row.coverage);
        json.end_object();
    }
    json.end_array().key("may").begin_array();
    if (list.whole && !why_not_register(reader.actor)) json.value("register");
    json.end_array().field("whole", list.whole).end_object();
    return json.take();
}

std::string to_json(const std::vector<Feedback>& to_sign) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : to_sign) {
        json.begin_object().field("id", one.id).key("programme").begin_object();
        json.field("id", one.programme).field("title", one.programme_title).end_object();
        json.field("kind", name_of(one.paper.kind)).field("document", one.paper.document);
        json.field("delivered_on", one.delivery.value_or(Delivery{}).delivered_on).end_object();
    }
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const std::vector<SourceSentence>& sources) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : sources) {
        json.begin_object().field("feedback_id", one.feedback).field("kind", name_of(one.kind));
        json.field("document", one.document).field("position", one.position);
        json.field("text", one.text).end_object();
    }
    json.end_array().end_object();
    return json.take();
}

std::string text_json(const std::string& text) {
    JsonWriter json;
    json.begin_object().field("text", text).end_object();
    return json.take();
}

}  // namespace inspections
