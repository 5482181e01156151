// The draft as nested JSON and back: rows in depth-first order become a tree of arrays and a tree
// becomes rows.
#include "plan/import_json.hpp"

namespace plan {
namespace {

using base::limits::name_chars_max;
using base::limits::text_chars_max;

constexpr std::size_t number_chars_max = 40;
constexpr std::size_t children_max = base::limits::document_blocks_max;

void write_holders(base::JsonWriter& json, const ledger::Responsibility& responsibility) {
    json.key("responsibility").begin_object();
    for (const auto role : ledger::holder_roles) {
        json.key(ledger::list_name_of(role)).begin_array();
        for (const auto& holder : responsibility)
            if (holder.role == role) json.value(holder.name);
        json.end_array();
    }
    json.end_object();
}

/// The members of a row that is no area.
void write_row(base::JsonWriter& json, const DraftRow& row) {
    json.field("number", row.number).field("text", row.text);
    write_holders(json, row.responsibility);
    json.key("deadline").begin_object().field("kind", ledger::name_of(row.deadline.kind));
    json.field("text", row.deadline.text).field("date", row.deadline.date).end_object();
    json.field("status", row.status).field("progress", row.progress);
}

void write_tail(base::JsonWriter& json, const DraftRow& row) {
    json.key("source")
        .begin_object()
        .field("first", row.source.first)
        .field("last", row.source.last);
    json.end_object().field("dropped", row.dropped);
}

/// Walks the rows once; `at` stands on the next row not yet written.
class DraftWriter {
  public:
    DraftWriter(base::JsonWriter& json, const Draft& draft) : json_(json), draft_(draft) {}

    void write_areas() {
        json_.begin_array();
        while (at_ < draft_.size()) write_area();
        json_.end_array();
    }

  private:
    [[nodiscard]] bool next_is(Level level) const {
        return at_ < draft_.size() && draft_[at_].level == level;
    }

    void write_area() {
        const auto& row = draft_[at_++];
        json_.begin_object().field("number", row.number).field("heading", row.text);
        write_measures();
        json_.key("problems").begin_array();
        while (next_is(Level::problem)) write_problem();
        json_.end_array();
        write_tail(json_, row);
        json_.end_object();
    }

    void write_problem() {
        const auto& row = draft_[at_++];
        json_.begin_object();
        write_row(json_, row);
        write_measures();
        json_.key("manifestations").begin_array();
        while (next_is(Level::manifestation)) write_manifestation();
        json_.end_array();
        write_tail(json_, row);
        json_.end_object();
    }

    void write_manifestation() {
        const auto& row = draft_[at_++];
        json_.begin_object();
        write_row(json_, row);
        json_.key("shares_measures_with").begin_array();
        for (const auto& number : row.shares) json_.value(number);
        json_.end_array();
        write_measures();
        write_tail(json_, row);
        json_.end_object();
    }

    void write_measures() {
        json_.key("measures").begin_array();
        while (next_is(Level::measure)) {
            const auto& row = draft_[at_++];
            json_.begin_object();
            write_row(json_, row);
            write_tail(json_, row);
            json_.end_object();
        }
        json_.end_array();
    }

    base::JsonWriter& json_;
    const Draft& draft_;
    std::size_t at_ = 0;
};

void read_common(base::JsonReader& reader, DraftRow& row) {
    row.number = reader.text_or_empty("number", number_chars_max);
    reader.object("source", [&](base::JsonReader& source) {
        row.source = {static_cast<std::size_t>(source.integer("first")),
                      static_cast<std::size_t>(source.integer("last"))};
    });
    row.dropped = reader.boolean("dropped", false);
}

void read_holders(base::JsonReader& reader, DraftRow& row) {
    reader.object("responsibility", [&](base::JsonReader& roles) {
        for (const auto role : ledger::holder_roles) {
            const auto names =
                roles.texts(ledger::list_name_of(role), base::limits::holders_max, name_chars_max);
            for (const auto& name : names)
                if (!name.empty()) row.responsibility.push_back({role, name, {}, {}});
        }
    });
}

DraftRow read_row(base::JsonReader& reader, Level level) {
    DraftRow row;
    row.level = level;
    read_common(reader, row);
    row.text = reader.text_or_empty("text", text_chars_max);
    read_holders(reader, row);
    reader.object("deadline", [&](base::JsonReader& deadline) {
        row.deadline.kind =
            deadline.name("kind", ledger::deadline_kind_of, ledger::DeadlineKind::unspecified);
        row.deadline.text = deadline.text_or_empty("text", name_chars_max);
        row.deadline.date = deadline.optional_date("date");
    });
    row.status = reader.text_or_empty("status", text_chars_max);
    row.progress = reader.text_or_empty("progress", text_chars_max);
    return row;
}

void read_measures(base::JsonReader& reader, Draft& draft) {
    reader.array("measures", children_max,
                 [&](base::JsonReader& one) { draft.push_back(read_row(one, Level::measure)); });
}

void read_problem(base::JsonReader& reader, Draft& draft) {
    draft.push_back(read_row(reader, Level::problem));
    read_measures(reader, draft);
    reader.array("manifestations", children_max, [&](base::JsonReader& one) {
        auto row = read_row(one, Level::manifestation);
        row.shares = one.texts("shares_measures_with", children_max, number_chars_max);
        draft.push_back(std::move(row));
        read_measures(one, draft);
    });
}

}  // namespace

void write(base::JsonWriter& json, const Draft& draft) {
    DraftWriter(json, draft).write_areas();
}

base::Result<DraftForm> read_draft(std::string_view body) {
    return base::read_object<DraftForm>(body, [](base::JsonReader& reader) {
        DraftForm form;
        form.version = reader.integer("version", 1);
        reader.array("areas", children_max, [&](base::JsonReader& area) {
            DraftRow row;
            row.level = Level::area;
            read_common(area, row);
            row.text = area.text_or_empty("heading", text_chars_max);
            form.draft.push_back(std::move(row));
            read_measures(area, form.draft);
            area.array("problems", children_max,
                       [&](base::JsonReader& problem) { read_problem(problem, form.draft); });
        });
        return form;
    });
}

}  // namespace plan
