// One official document from the rows as they are, within the caller's transaction. A step for
// actions that show it, take it out, or put many of them together; not an action itself.
#pragma once

#include "documents/list_paper.hpp"
#include "documents/paper_words.hpp"
#include "documents/plan_paper.hpp"
#include "ledger/ledger_actions.hpp"
#include "reports/ledger_book_actions.hpp"

namespace documents {

/// What is needed to make documents.
struct Needs : reports::Needs {
    /// Who signs letters and reports: a setting of the installation.
    std::string issuer = std::string(rectification_office);
};

struct WantedDocument {
    DocumentKind kind = DocumentKind::notice;
    base::Uuid subject;                 // what subject_of(kind) says
    std::optional<base::Date> on = {};  // of a report: a day in its period; none: today
    PlanForm form = {};                 // of a plan
};

/// A paper, and the programme it belongs to.
struct Document {
    std::optional<ledger::ProgrammeId> programme;  // none: of a unit, whichever programmes it has
    office::Paper paper;
    std::int64_t guarded_rows = 0;                // that it shows; only some may see them
    std::vector<ledger::Subject> looked_at = {};  // rows it is about, where it is about some
};

/// Lives within one transaction; loads a programme's ledger once, however many of its lists are
/// asked for, so that all of them say the same.
class Maker {
  public:
    Maker(const Needs& needs, db::Transaction& transaction, const base::Actor& actor);

    /// Only what the actor's scope lets through. Refuses as view_document().
    [[nodiscard]] base::Result<Document> make(const WantedDocument& wanted);
    /// The rows of the programme as the lists print them.
    [[nodiscard]] base::Result<const ListSource*> source_of(ledger::ProgrammeId programme);

  private:
    base::Result<Document> of_notice(const WantedDocument& wanted);
    base::Result<Document> of_meeting(const WantedDocument& wanted);
    base::Result<Document> of_problem(const WantedDocument& wanted);
    base::Result<Document> of_measure(const WantedDocument& wanted);
    base::Result<Document> of_extension(const WantedDocument& wanted);
    base::Result<Document> of_interview(const WantedDocument& wanted);
    base::Result<Document> of_check(const WantedDocument& wanted);
    base::Result<Document> of_handover(const WantedDocument& wanted);
    base::Result<Document> of_programme(const WantedDocument& wanted);
    base::Result<Document> of_clues(const WantedDocument& wanted);
    base::Result<Document> of_accountability(const WantedDocument& wanted);
    office::Paper paper_of_programme(const WantedDocument& wanted, const ListSource& source);
    office::Paper statistics_of(const ListSource& source, ledger::ProgrammeId programme);
    base::Result<ledger::Programme> load_programme(ledger::ProgrammeId id);

    const Needs& needs_;
    db::Transaction& transaction_;
    const base::Actor& actor_;
    base::Date today_;
    std::map<ledger::ProgrammeId, ListSource> sources_;
};

}  // namespace documents
