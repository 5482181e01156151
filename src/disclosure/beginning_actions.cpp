#include "disclosure/beginning_actions.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "office/document.hpp"

namespace disclosure {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::Recorder;

constexpr std::size_t shown_value_chars = 40;

base::Error secret_mark(const std::string& mark) {
    return refuse(ErrorKind::forbidden, "text_bears_a_secret_mark", "text",
                  {{"value", std::string(base::first_chars(mark, shown_value_chars))}});
}

base::Result<void> check_texts(const Paragraphs& text) {
    if (text.empty()) return refuse(ErrorKind::invalid, "text_empty", "text");
    if (text.size() > paragraphs_max)
        return refuse(ErrorKind::invalid, "text_has_too_many_paragraphs", "text",
                      {{"accepted", std::to_string(paragraphs_max)}});
    if (const auto mark = secret_mark_in(text)) return secret_mark(*mark);
    return {};
}

std::string joined_cells(const std::vector<std::string>& cells) {
    std::string line;
    for (const auto& cell : cells) line += (line.empty() ? "" : "　") + cell;
    return line;
}

/// The text a release begins with, the title where none was said, and what is known of passages.
struct Beginning {
    std::string title;
    ReleaseTexts texts;
    std::vector<Passage> decided;
    std::int64_t last = 0;
};

base::Result<Beginning> from_outline(Recorder& recorder, const NewRelease& wanted) {
    auto& transaction = recorder.transaction();
    auto source = load_outline_source(transaction, recorder.programme(), recorder.today());
    source.contacts = wanted.contacts;
    if (wanted.with_accountability) {
        if (auto no = supervision::why_not_see(recorder.actor())) return *no;
        source.accountability =
            supervision::count_forms(transaction, recorder.programme().id, recorder.actor().scope);
    }
    Beginning begun{outline_title(source), {outline_of(source), {}, {}}, {}, 0};
    for (const auto& word : {wanted.contacts.phone, wanted.contacts.address, wanted.contacts.email})
        if (!word.empty()) begun.texts.open_words.push_back(word);
    return begun;
}

base::Result<Beginning> from_previous(Recorder& recorder, const NewRelease& wanted) {
    auto& transaction = recorder.transaction();
    const auto unknown = refuse(ErrorKind::invalid, "previous_release_unknown", "previous_id");
    if (!wanted.previous) return unknown;
    const auto previous = find_in_sight(transaction, *wanted.previous, recorder.actor());
    if (!previous || previous->programme != recorder.programme().id) return unknown;
    auto texts = load_texts(transaction, previous->id);
    texts.out.clear();
    return Beginning{previous->title, std::move(texts), list_passages(transaction, previous->id),
                     previous->last_passage};
}

/// The report without its annexes, a row of a table as a line.
Paragraphs text_of(const narrative::Document& document) {
    Paragraphs text;
    for (const auto& part : document) {
        if (narrative::is_annex(part.part)) continue;
        if (!part.heading.empty()) text.push_back(part.heading);
        for (const auto& line : part.lines) {
            const bool of_table =
                line.kind == narrative::LineKind::head || line.kind == narrative::LineKind::row;
            text.push_back(of_table ? joined_cells(narrative::cells_of(line)) : line.text);
        }
    }
    return text;
}

base::Result<Beginning> from_edition(Recorder& recorder, const NewRelease& wanted) {
    auto& transaction = recorder.transaction();
    const auto edition = wanted.edition ? narrative::find_edition(transaction, *wanted.edition,
                                                                  recorder.actor().scope)
                                        : std::nullopt;
    if (!edition || edition->programme != recorder.programme().id)
        return refuse(ErrorKind::invalid, "edition_unknown", "edition_id");
    if (!may_go_public(*edition))
        return refuse(ErrorKind::forbidden, "edition_is_restricted", "edition_id");
    const auto content = narrative::load_edition(transaction, *edition);
    return Beginning{edition->title, {text_of(content.document), {}, {}}, {}, 0};
}

base::Result<Beginning> begin_with(Recorder& recorder, const NewRelease& wanted) {
    switch (wanted.source) {
        case Source::outline: return from_outline(recorder, wanted);
        case Source::release: return from_previous(recorder, wanted);
        case Source::edition: return from_edition(recorder, wanted);
        case Source::text: break;
    }
    if (base::trim(wanted.title).empty())
        return refuse(ErrorKind::invalid, "title_missing", "title");
    return Beginning{wanted.title, {paragraphs_of(wanted.text), {}, {}}, {}, 0};
}

void insert_all(Recorder& recorder, Release& release, Beginning& begun) {
    auto& transaction = recorder.transaction();
    const auto hiding = load_hiding(transaction, release.programme);
    auto found =
        find_passages(begun.texts.inside, hiding, load_known_for(recorder, begun.texts, hiding));
    for (auto& one : begun.decided) one.consented = false;
    const auto passages = renew(begun.decided, std::move(found), begun.last);
    release.last_passage = begun.last;
    for (const auto& one : passages)
        release.last_passage = std::max(release.last_passage, one.number);
    insert_release(transaction, release, begun.texts);
    for (const auto& one : passages) insert_passage(transaction, release.id, one);
    note(recorder, "begin_release", release,
         {{"audience", std::string(name_of(release.audience))},
          {"release_source", std::string(name_of(release.source))},
          {"count", std::to_string(passages.size())}});
}

base::Result<Release> begun_release(Recorder& recorder, const NewRelease& wanted) {
    const auto& programme = recorder.programme();
    if (ledger::guards_of(programme.classification).has_any(base::mark_guards))
        return refuse(ErrorKind::forbidden, "programme_bears_a_mark", {},
                      {{"value", std::string(ledger::words_of(programme.classification))}});
    auto begun = begin_with(recorder, wanted);
    if (!begun) return begun.error();
    if (auto good = check_texts(begun->texts.inside); !good) return good.error();
    Release release;
    release.id = wanted.id;
    release.programme = programme.id;
    release.programme_title = programme.title;
    release.number = last_release_number(recorder.transaction(), programme.id) + 1;
    release.audience = wanted.audience;
    release.title = wanted.title.empty() ? begun->title : wanted.title;
    release.source = wanted.source;
    release.previous = wanted.source == Source::release ? wanted.previous : std::nullopt;
    if (wanted.source == Source::edition) release.edition = wanted.edition;
    release.begun = step_of(recorder);
    release.algorithm = base::preferred_algorithm();
    insert_all(recorder, release, *begun);
    return release;
}

bool is_the_same(const Release& stored, const NewRelease& wanted) {
    return stored.programme == wanted.programme && stored.audience == wanted.audience &&
           stored.source == wanted.source &&
           (wanted.source != Source::edition || stored.edition == wanted.edition) &&
           (wanted.title.empty() || stored.title == wanted.title);
}

base::Error not_the_office() {
    return refuse(ErrorKind::forbidden, "only_the_office_keeps_releases");
}

}  // namespace

base::Result<ReleaseView> begin_release(const Needs& needs, const base::Actor& actor,
                                        const NewRelease& wanted) {
    using Shown = base::Result<ReleaseView>;
    return needs.ledger.database.write([&](db::Transaction& transaction) -> Shown {
        auto recorder = Recorder::open(transaction, needs.ledger, actor, wanted.programme);
        if (!recorder) return recorder.error();
        if (!actor.may(base::Act::edit_ledger)) return not_the_office();
        if (!covers_programme(transaction, actor, wanted.programme))
            return refuse(ErrorKind::forbidden, "release_needs_the_whole_programme");
        if (const auto stored = find_release(transaction, wanted.id, base::unbounded())) {
            if (!is_the_same(*stored, wanted))
                return refuse(ErrorKind::conflict, "same_id_other_content", "id");
            return show_release(transaction, actor, *stored);
        }
        const auto release = begun_release(*recorder, wanted);
        if (!release) return release.error();
        recorder->finish();
        return show_release(transaction, actor, *release);
    });
}

base::Result<std::string> read_release_document(const Needs& needs, const base::Actor& actor,
                                                ProgrammeId programme,
                                                const std::filesystem::path& file) {
    if (!actor.may(base::Act::edit_ledger)) return not_the_office();
    const auto known = needs.ledger.database.read([&](db::Transaction& transaction) {
        return ledger::load_programme(transaction, programme, actor.scope);
    });
    if (!known) return known.error();
    const auto document = office::read_document(file);
    if (!document) return document.error();
    Paragraphs lines;
    for (const auto& block : document->blocks) {
        auto line = block.text;
        for (const auto& cell : block.cells)
            if (!cell.continued) line += (line.empty() ? "" : "　") + cell.text;
        lines.push_back(std::move(line));
    }
    if (const auto mark = secret_mark_in(lines)) return secret_mark(*mark);
    return joined(lines);
}

}  // namespace disclosure
