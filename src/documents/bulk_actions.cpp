#include "documents/bulk_actions.hpp"

#include <algorithm>

#include "accounts/unit_store.hpp"
#include "documents/report_paper.hpp"
#include "ledger/notice_store.hpp"
#include "meetings/meeting_store.hpp"
#include "office/libreoffice.hpp"
#include "office/zip_bytes.hpp"

namespace documents {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::ProgrammeId;
using reports::temporary_file;

constexpr std::int64_t page_rows = 200, rows_max = 300'000;

/// A document, and where it stands in the archive, without its ending.
struct Filed {
    DocumentKind kind = DocumentKind::notice;
    std::string name;
};
struct Papers {
    std::vector<Document> documents;
    std::vector<Filed> filed;

    void add(DocumentKind kind, std::string name, Document made) {
        documents.push_back(std::move(made));
        filed.push_back({kind, std::move(name)});
    }
};

/// "007": so that files stand in the order of their numbers.
std::string padded(std::int64_t number) {
    constexpr std::size_t digits = 3;
    const auto text = std::to_string(number);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
}

/// A name as a part of a path may be: nothing that begins another folder.
std::string as_file(std::string name) {
    for (char& c : name)
        if (std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos) c = '-';
    return name;
}

template <class Each>
void each_notice(db::Transaction& transaction, const base::Actor& actor, ProgrammeId programme,
                 Each each) {
    using ledger::NoticeState;
    ledger::NoticeFilter filter;
    filter.programme = programme;
    filter.states = {NoticeState::issued, NoticeState::signed_for, NoticeState::answered,
                     NoticeState::closed};
    filter.page = {1, page_rows};
    for (std::int64_t left = 1; left > 0; ++filter.page.page) {
        const auto page = ledger::list_notices(transaction, filter, actor);
        for (const auto& brief : page.rows) each(brief.notice.id);
        left = page.total - filter.page.page * page_rows;
    }
}

std::optional<base::Date> issued_on(const ledger::Notice& notice) {
    for (const auto& step : notice.steps)
        if (step.act == ledger::NoticeAct::issue) return base::date_of(step.at);
    return std::nullopt;
}

/// Puts the papers of one transaction together.
class Collector {
  public:
    Collector(const Needs& needs, db::Transaction& transaction, const base::Actor& actor)
        : transaction_(transaction),
          actor_(actor),
          today_(needs.ledger.clock.today()),
          maker_(needs, transaction, actor) {}

    void add_notices(ProgrammeId programme, const std::string& folder,
                     const std::optional<Period>& period) {
        each_notice(transaction_, actor_, programme, [&](ledger::NoticeId id) {
            if (period) {
                const auto notice = ledger::find_notice(transaction_, id, actor_);
                const auto on = notice ? issued_on(*notice) : std::nullopt;
                if (!on || !lies_in(*on, *period)) return;
            }
            add(DocumentKind::notice, folder, {DocumentKind::notice, id.uuid});
        });
    }

    void add_minutes(ProgrammeId programme, const std::string& folder, const Period& period) {
        meetings::MeetingFilter filter{programme, meetings::WhichMeetings::all, {1, page_rows}};
        for (std::int64_t left = 1; left > 0; ++filter.page.page) {
            const auto page = meetings::list_meetings(transaction_, filter, actor_, today_);
            for (const auto& brief : page.rows)
                if (brief.meeting.opened_at && lies_in(brief.meeting.terms.held_on, period))
                    add(DocumentKind::minutes, folder,
                        {DocumentKind::minutes, brief.meeting.id.uuid});
            left = page.total - filter.page.page * page_rows;
        }
    }

    base::Result<void> add_slips(ProgrammeId programme, const std::string& folder,
                                 const Period& period) {
        const auto source = maker_.source_of(programme);
        if (!source) return source.error();
        for (const auto& row : (*source)->rows.problems) {
            const auto facts = (*source)->rows.problem_facts.find(row.problem.id);
            if (facts == (*source)->rows.problem_facts.end() || !facts->second.strike_off) continue;
            if (lies_in(base::date_of(facts->second.strike_off->at), period))
                add_problem(DocumentKind::strike_off_slip, folder, row);
        }
        return {};
    }

    void add_problem(DocumentKind kind, const std::string& folder, const ledger::ProblemRow& row) {
        auto made = maker_.make({kind, row.problem.id.uuid});
        if (!made) return;  // it has no such document
        const auto unit = ledger::unit_label(row.problem.responsibility);
        papers_.add(kind,
                    folder + std::string(words_of(kind)) + "（" + padded(row.problem.number) +
                        "）" + as_file(unit),
                    std::move(*made));
    }

    base::Result<void> add_whole(DocumentKind kind, const std::string& place,
                                 const WantedSet& wanted) {
        auto made = maker_.make({kind, wanted.programme.uuid, wanted.on});
        if (!made) return made.error();
        const auto name = place + as_file(made->paper.name);
        papers_.add(kind, name, std::move(*made));
        return {};
    }

    base::Result<void> add_part(DocumentKind kind, std::int64_t place, const WantedSet& wanted) {
        const auto day = wanted.on.value_or(today_);
        const auto period = wanted.choice.period == SetPeriod::week ? week_of(day) : month_of(day);
        const auto mark = padded(place).substr(1) + " ";
        const auto folder = mark + std::string(words_of(kind)) + "/";
        switch (subject_of(kind)) {
            case Subject::notice: add_notices(wanted.programme, folder, period); return {};
            case Subject::meeting: add_minutes(wanted.programme, folder, period); return {};
            case Subject::problem: return add_slips(wanted.programme, folder, period);
            default: return add_whole(kind, mark, wanted);
        }
    }

    Papers take() && { return std::move(papers_); }

  private:
    void add(DocumentKind kind, const std::string& folder, const WantedDocument& wanted) {
        auto made = maker_.make(wanted);
        if (!made) return;  // gone, or guarded from this reader
        const auto name = folder + as_file(made->paper.name);
        papers_.add(kind, name, std::move(*made));
    }

    db::Transaction& transaction_;
    const base::Actor& actor_;
    base::Date today_;
    Maker maker_;
    Papers papers_;
};

base::Result<std::vector<ledger::ProblemRow>> problems_of(const Needs& needs,
                                                          db::Transaction& transaction,
                                                          const base::Actor& actor,
                                                          const WantedRows& wanted) {
    auto filter = wanted.query.filter;
    filter.programme = wanted.programme;
    filter.asked_by = ledger::asker_of(actor);
    filter.page = {1, rows_max};
    if (wanted.query.unit) {
        const auto unit = accounts::load_unit(transaction, *wanted.query.unit);
        if (!unit) return unit.error();
        filter.unit_path = unit->path;
    }
    const ledger::Viewpoint viewpoint{needs.ledger.clock.today(), actor.scope};
    if (wanted.view == ledger::View::measures)
        return reports::load_source(transaction, filter, viewpoint).problems;
    return ledger::list_problem_rows(transaction, filter, viewpoint).rows;
}

base::Result<Papers> papers_of_rows(const Needs& needs, db::Transaction& transaction,
                                    const base::Actor& actor, const WantedRows& wanted) {
    Collector collector(needs, transaction, actor);
    if (wanted.kind == DocumentKind::notice) {
        collector.add_notices(wanted.programme, "", std::nullopt);
        return std::move(collector).take();
    }
    const auto rows = problems_of(needs, transaction, actor, wanted);
    if (!rows) return rows.error();
    for (const auto& row : *rows) collector.add_problem(wanted.kind, "", row);
    return std::move(collector).take();
}

base::Result<Papers> papers_of_set(const Needs& needs, db::Transaction& transaction,
                                   const base::Actor& actor, const WantedSet& wanted) {
    Collector collector(needs, transaction, actor);
    std::int64_t place = 0;
    for (const auto kind : wanted.choice.kinds)
        if (auto added = collector.add_part(kind, ++place, wanted); !added) return added.error();
    return std::move(collector).take();
}

/// Makes the papers with `make(transaction)` and notes that they are taken out.
template <class Make>
base::Result<Papers> noted(const Needs& needs, const base::Actor& actor,
                           const journal::ExportNote& note, Make make) {
    if (!actor.may(base::Act::read_names)) return refuse(ErrorKind::forbidden, "names_are_masked");
    return needs.ledger.database.write([&](db::Transaction& transaction) -> base::Result<Papers> {
        base::Result<Papers> papers = make(transaction);
        if (!papers) return papers.error();
        if (papers->documents.empty()) return refuse(ErrorKind::not_found, "nothing_to_take_out");
        const auto done = note_taken_out(needs, transaction, actor, papers->documents, note);
        if (!done) return done.error();
        return papers;
    });
}

/// Kept as the exception of the one that failed: libzip knows no refusal.
struct NotMade : std::runtime_error {
    explicit NotMade(base::Error why) : std::runtime_error(why.code), error(std::move(why)) {}
    base::Error error;
};

base::Result<DocumentArchive> archive_of(const Needs& needs, const Papers& papers,
                                         const SetChoice& choice, const std::string& name) {
    std::vector<office::ZipPart> parts;
    const auto add = [&](std::size_t at, FileForm form) {
        const auto& paper = papers.documents[at].paper;
        parts.push_back(
            {papers.filed[at].name + "." + std::string(name_of(form)), [&needs, &paper, form] {
                 auto bytes = bytes_of(needs, paper, form);
                 if (!bytes) throw NotMade(bytes.error());
                 return std::move(*bytes);
             }});
    };
    for (std::size_t i = 0; i < papers.documents.size(); ++i) {
        add(i, choice.as_pdf ? FileForm::pdf : FileForm::docx);
        if (choice.workbooks && is_table(papers.filed[i].kind)) add(i, FileForm::xlsx);
    }
    DocumentArchive archive{temporary_file(needs, ".zip"), name + ".zip"};
    try {
        office::write_zip(archive.file, parts);
    } catch (const NotMade& failed) {
        return failed.error;
    }
    return archive;
}

std::string words_of(const std::vector<DocumentKind>& kinds) {
    std::string words;
    for (const auto kind : kinds)
        words += (words.empty() ? "" : "、") + std::string(words_of(kind));
    return words;
}

bool is_of_rows(DocumentKind kind) {
    return kind == DocumentKind::notice || subject_of(kind) == Subject::problem;
}

}  // namespace

base::Result<DocumentArchive> take_out_rows(const Needs& needs, const base::Actor& actor,
                                            const WantedRows& wanted) {
    if (!is_of_rows(wanted.kind))
        return refuse(ErrorKind::invalid, "document_is_not_for_rows", "document");
    const std::string words(documents::words_of(wanted.kind));
    const auto papers = noted(needs, actor, {"zip", words}, [&](db::Transaction& transaction) {
        return papers_of_rows(needs, transaction, actor, wanted);
    });
    if (!papers) return papers.error();
    return archive_of(needs, *papers, {}, words);
}

base::Result<DocumentArchive> take_out_set(const Needs& needs, const base::Actor& actor,
                                           const WantedSet& wanted) {
    auto ordered = kinds_in_order(wanted.choice.kinds);
    if (!ordered) return ordered.error();
    auto set = wanted;
    set.choice.kinds = std::move(*ordered);
    if (set.choice.as_pdf)
        if (const auto program = office::program_for_pdf(); !program) return program.error();
    const auto papers =
        noted(needs, actor, {"zip", words_of(set.choice.kinds)}, [&](db::Transaction& transaction) {
            return papers_of_set(needs, transaction, actor, set);
        });
    if (!papers) return papers.error();
    const auto day = set.on.value_or(needs.ledger.clock.today());
    return archive_of(needs, *papers, set.choice,
                      (set.name.empty() ? "文书" : set.name) + "（" + base::to_text(day) + "）");
}

}  // namespace documents
