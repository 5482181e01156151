#include "ledger/fields.hpp"

#include <algorithm>

#include "accounts/grant.hpp"
#include "base/utf8.hpp"

namespace ledger {
namespace {

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (c == '\\')
            out += "\\\\";
        else if (c == '\t')
            out += "\\t";
        else if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
}

std::string unescaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        const char next = text[++i];
        out += next == 't' ? '\t' : next == 'n' ? '\n' : next;
    }
    return out;
}

std::string_view value_in(const Fields& fields, std::string_view name) {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const auto& field) { return field.first == name; });
    return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

std::string names_of(const Responsibility& responsibility, HolderRole role) {
    std::string names;
    for (const auto& holder : responsibility) {
        if (holder.role != role) continue;
        if (!names.empty()) names += "、";
        names += holder.name;
    }
    return names;
}

void add_responsibility(Fields& fields, const Responsibility& responsibility) {
    for (const auto role : holder_roles)
        fields.emplace_back(list_name_of(role), names_of(responsibility, role));
}

void add_deadline(Fields& fields, const Deadline& deadline) {
    fields.emplace_back("deadline_kind", name_of(deadline.kind));
    fields.emplace_back("deadline_text", deadline.text);
    fields.emplace_back("deadline_date", deadline.date ? base::to_text(*deadline.date) : "");
}

void add_long_term(Fields& fields, const LongTerm& long_term) {
    if (long_term == LongTerm{}) return;
    fields.emplace_back("stage_target", long_term.stage_target);
    fields.emplace_back("review_months", long_term.review_months == 0
                                             ? std::string()
                                             : std::to_string(long_term.review_months));
    fields.emplace_back("next_review_on", long_term.next_review_on
                                              ? base::to_text(*long_term.next_review_on)
                                              : std::string());
}

}  // namespace

std::string encode(const Fields& fields) {
    std::string out;
    for (const auto& [name, value] : fields) {
        append_escaped(out, name);
        out += '\t';
        append_escaped(out, value);
        out += '\n';
    }
    return out;
}

Fields decode(std::string_view text) {
    Fields fields;
    while (!text.empty()) {
        auto line = base::cut(text, '\n');
        if (line.find('\t') == std::string_view::npos) continue;
        auto name = unescaped(base::cut(line, '\t'));
        fields.emplace_back(std::move(name), unescaped(line));
    }
    return fields;
}

std::vector<journal::FieldChange> changes_between(const Fields& before, const Fields& after) {
    std::vector<journal::FieldChange> changes;
    for (const auto& [name, value] : after) {
        const auto old = value_in(before, name);
        if (old != value) changes.push_back({name, std::string(old), value});
    }
    for (const auto& [name, value] : before) {
        const bool gone = std::none_of(
            after.begin(), after.end(),
            [&, key = std::string_view(name)](const auto& f) { return f.first == key; });
        if (gone && !value.empty()) changes.push_back({name, value, ""});
    }
    return changes;
}

Fields fields_of(const Programme& programme) {
    const auto text = [](const std::optional<base::Date>& date) {
        return date ? base::to_text(*date) : std::string();
    };
    return {{"title", programme.title},
            {"feedback_on", text(programme.feedback_on)},
            {"concentrated_end_on", text(programme.concentrated_end_on)},
            {"immediate_days", std::to_string(programme.immediate_days)},
            {"classification", std::string(name_of(programme.classification))},
            {"review_chain", words_of(programme.review_chain)},
            {"measure_evidence", words_of(programme.required_evidence.measure)},
            {"problem_evidence", words_of(programme.required_evidence.problem)}};
}

Fields fields_of(const Measure& measure) {
    Fields fields{{"number", std::to_string(measure.number)},
                  {"printed_number", measure.printed_number},
                  {"problem", measure.problem.text()},
                  {"text", measure.text},
                  {"status", std::string(name_of(measure.status))}};
    add_responsibility(fields, measure.responsibility);
    add_deadline(fields, measure.deadline);
    if (!measure.demands.empty()) fields.emplace_back("demands", encode(measure.demands));
    add_long_term(fields, measure.long_term);
    fields.emplace_back("percent", std::to_string(measure.percent));
    fields.emplace_back("last_entry", measure.last_entry);
    return fields;
}

Fields fields_of(const Problem& problem) {
    Fields fields{{"number", std::to_string(problem.number)},
                  {"printed_number", problem.printed_number},
                  {"area", problem.area.text()},
                  {"text", problem.text},
                  {"goal", problem.goal},
                  {"status", std::string(name_of(problem.status))}};
    add_responsibility(fields, problem.responsibility);
    add_deadline(fields, problem.deadline);
    if (!problem.guards.empty()) fields.emplace_back("guards", accounts::text_of(problem.guards));
    if (problem.predecessor) fields.emplace_back("predecessor", problem.predecessor->text());
    return fields;
}

Fields fields_of(const Task& task) {
    Fields fields{{"number", std::to_string(task.number)},
                  {"text", task.text},
                  {"task_state", std::string(name_of(task.state))}};
    add_responsibility(fields, holders_of(task));
    add_deadline(fields, task.deadline);
    fields.emplace_back("report", task.report);
    fields.emplace_back("remark", task.remark);
    return fields;
}

std::string encode(const Responsibility& responsibility) {
    std::string out;
    for (const auto& holder : responsibility) {
        out += name_of(holder.role);
        out += '\t';
        append_escaped(out, holder.name);
        out += '\t';
        if (holder.unit) out += holder.unit->text();
        out += '\t';
        if (holder.person) out += holder.person->text();
        out += '\n';
    }
    return out;
}

Responsibility decode_responsibility(std::string_view text) {
    Responsibility responsibility;
    while (!text.empty()) {
        auto line = base::cut(text, '\n');
        const auto role = holder_role_of(base::cut(line, '\t'));
        if (!role) continue;
        Holder holder{*role, unescaped(base::cut(line, '\t')), std::nullopt, std::nullopt};
        holder.unit = base::UnitId::parse(base::cut(line, '\t'));
        holder.person = base::PersonId::parse(line);
        responsibility.push_back(std::move(holder));
    }
    return responsibility;
}

std::string encode(const ResultKinds& kinds) {
    std::string out;
    for (const auto kind : kinds) (out += out.empty() ? "" : ",") += name_of(kind);
    return out;
}

ResultKinds decode_demands(std::string_view text) {
    ResultKinds kinds;
    while (!text.empty())
        if (const auto kind = result_kind_of(base::cut(text, ','))) kinds.push_back(*kind);
    return kinds;
}

}  // namespace ledger
