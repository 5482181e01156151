#include "statements/copy_actions.hpp"

#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"
#include "statements/compared_plan_store.hpp"

namespace statements {
namespace {

using life_meetings::Recorder;

/// What is new elsewhere is taken into the index while somebody asks, so many texts at a time.
constexpr std::int64_t indexed_at_once = 500;

/// What everybody was given to write from.
std::string given_to_all(const StatementView& view) {
    const auto& terms = view.opened.meeting.terms;
    std::string given = terms.title + "\n" + terms.theme + "\n" + terms.basis + "\n";
    for (const auto kind : {StatementKind::team, StatementKind::individual})
        for (const auto& part : outline_of(kind, view.asked, terms.focus))
            given += part.heading + "\n" + part.guide + "\n";
    return given;
}

struct Sources {
    std::span<const ComparedTable> others;
    TemplateTexts& templates;
};

void index_new(db::Transaction& transaction, const Sources& sources) {
    for (const auto& table : sources.others) index_new(transaction, table, indexed_at_once);
    index_new_editions(transaction, indexed_at_once);
    index_new_plans(transaction, indexed_at_once);
    sources.templates.index_new(transaction);
}

class Check {
  public:
    Check(db::Transaction& transaction, const Sources& sources, const base::Actor& actor,
          const StatementView& view)
        : transaction_(transaction),
          sources_(sources),
          actor_(actor),
          view_(view),
          given_(given_to_all(view)) {}

    CopyReport take() {
        for (const auto& section : view_.sections) {
            if (base::trim(section.text).empty()) continue;
            ++report_.compared;
            for (const auto& one : list_sharing(transaction_, hashes_of(section.text)))
                look_at(section, one.number);
        }
        std::stable_sort(report_.found.begin(), report_.found.end(),
                         [](const auto& a, const auto& b) { return a.percent > b.percent; });
        return std::move(report_);
    }

  private:
    void look_at(const Section& section, std::int64_t number) {
        const auto where = find_compared(transaction_, number);
        const bool own = where && where->source == view_.statement.id.text();
        if (!where || own) return;
        const auto other = load_other(*where);
        const auto copy = compare(section.text, other, given_);
        if (copy.degree == text::Degree::none) return;
        FoundCopy found;
        found.position = section.position;
        found.heading = section.heading;
        found.kind = where->kind;
        found.degree = copy.degree;
        found.percent = static_cast<int>(std::lround(copy.likeness * 100));
        found.label = label_of(*where);
        found.readable = !found.label.empty();
        const auto cut = [](std::string_view text, std::size_t from, std::size_t to) {
            return std::string(text.substr(from, to - from));
        };
        for (const auto& one : copy.passages)
            found.passages.push_back(
                {cut(section.text, one.first_begin, one.first_end),
                 found.readable ? cut(other, one.second_begin, one.second_end) : std::string()});
        report_.found.push_back(std::move(found));
    }

    std::string load_other(const ComparedText& where) {
        if (where.kind == plan_text) return load_plan_text(transaction_, where);
        if (where.kind == template_text) return sources_.templates.load(transaction_, where);
        return load_text(transaction_, where, sources_.others);
    }

    /// How it is called, "" where the reader may not read it.
    std::string label_of(const ComparedText& where) {
        if (where.kind == edition_text)
            return find_edition_title(transaction_, where, actor_.scope);
        if (where.kind == plan_text) return find_plan_label(transaction_, where, actor_);
        if (where.kind == template_text) return TemplateTexts::find_label(transaction_, where);
        return where.kind == statement_text ? label_of_statement(where) : std::string();
    }
    std::string label_of_statement(const ComparedText& where) {
        const auto id = StatementId::parse(where.source);
        const auto found = id ? find_statement(transaction_, *id) : std::nullopt;
        if (!found) return {};
        const auto opened = life_meetings::open_meeting(transaction_, actor_, found->meeting);
        if (!opened) return {};
        const auto other = load_view(transaction_, *opened, *id);
        if (!other) return {};
        // What is compared is what was handed in; whoever is shown only what was approved reads the
        // same where nothing was handed in since.
        const bool reads =
            other->sight == Sight::all || other->sight == Sight::handed_in ||
            (other->sight == Sight::approved && found->state == StatementState::approved);
        if (!reads) return {};
        return opened->meeting.terms.title + "：" + statements::label_of(*found, opened->meeting);
    }

    db::Transaction& transaction_;
    const Sources& sources_;
    const base::Actor& actor_;
    const StatementView& view_;
    std::string given_;
    CopyReport report_;
};

}  // namespace

base::Result<CopyReport> check_copies(const CopyNeeds& needs, const base::Actor& actor,
                                      StatementId id) {
    const auto meeting = meeting_of(needs.ledger, id);
    if (!meeting) return meeting.error();
    TemplateTexts templates(needs.files);
    templates.read_new(needs.ledger.database);
    const Sources sources{needs.others, templates};
    return life_meetings::with_meeting<CopyReport>(
        needs.ledger, actor, *meeting,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<CopyReport> {
            auto& transaction = recorder.transaction();
            const auto view = load_view(transaction, opened, id);
            if (!view) return view.error();
            const auto& who = view->relation;
            if (!who.author && !who.reviewer && !who.principal && !who.approves())
                return base::refuse(base::ErrorKind::forbidden, "statement_is_not_yours_to_check");
            index_new(transaction, sources);
            auto report = Check(transaction, sources, actor, *view).take();
            note_statement(recorder, "check_statement_copies", opened, view->statement,
                           {{"count", std::to_string(report.found.size())}});
            return report;
        });
}

}  // namespace statements
