#include "documents/plan_document_actions.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "bodies/body_store.hpp"
#include "documents/paper_words.hpp"
#include "documents/service_store.hpp"
#include "drafting/plan_actions.hpp"
#include "drafting/planned_store.hpp"
#include "drafting/sub_plan_store.hpp"
#include "plan/import_store.hpp"
#include "text/mark.hpp"

namespace documents {
namespace {

using base::ErrorKind;
using base::refuse;
using drafting::Part;

class PlanMaker {
  public:
    PlanMaker(const Needs& needs, db::Transaction& transaction, const base::Actor& actor)
        : needs_(needs),
          transaction_(transaction),
          actor_(actor),
          today_(needs.ledger.clock.today()) {}

    base::Result<Document> make(const WantedDocument& wanted) {
        const auto unknown = refuse(ErrorKind::not_found, "plan_unknown");
        plan_ = drafting::find_plan(transaction_, drafting::PlanVersionId{wanted.subject}, actor_);
        const auto id = plan_ ? plan_->programme : ledger::ProgrammeId{wanted.subject};
        auto programme = ledger::load_programme(transaction_, id, actor_.scope);
        if (!programme) return unknown;
        if (!plan_)
            if (auto all = drafting::list_plans(transaction_, id, actor_); !all.empty())
                plan_ = std::move(all.front());
        load_ledger(id);
        PlanSource source = plan_ ? drafted() : undrafted(*programme);
        source.unit = programme->inspected_unit_name;
        if (programme->classification >= ledger::Classification::secret)
            source.secrecy = ledger::words_of(programme->classification);
        source.bodies = bodies::as_of(bodies::list_bodies(transaction_, id), source.day);
        return Document{id, plan_paper(source, wanted.form), guarded_, {}};
    }

    /// The ledger of the programme as it is, and how many of its rows are guarded.
    const PlanLedger& load_ledger(ledger::ProgrammeId programme) {
        ledger::LedgerFilter filter;
        filter.programme = programme;
        const auto rows = reports::load_source(transaction_, filter, {today_, actor_.scope});
        guarded_ = std::count_if(rows.measures.begin(), rows.measures.end(),
                                 [](const auto& row) { return !row.measure.guards.empty(); });
        ledger_ = plan_ledger(rows, list_services(transaction_, programme));
        return ledger_;
    }
    [[nodiscard]] std::int64_t guarded() const { return guarded_; }

  private:
    PlanSource drafted() {
        const auto view = drafting::show_plan(transaction_, needs_.ledger, actor_, *plan_);
        PlanSource source;
        source.title = plan_->title;
        source.day = today_;
        if (plan_->issue) {
            source.number = plan_->issue->number;
            source.addressee = plan_->issue->recipients;
            source.day = plan_->issue->on;
        }
        for (const auto& section : view.document) {
            source.texts.push_back(text_of(section));
            auto& text = source.texts.back();
            // What is still to be filled in gives way to the bodies as they are.
            if (section.part == Part::group && !view.frozen && has_placeholders(text))
                text.paragraphs.clear();
            if (section.part == Part::tasks)
                source.ledger = view.frozen ? plan_ledger(section, ledger_) : ledger_;
        }
        return source;
    }

    /// Of what the ledger, the phases and an imported document say; parts of which nothing is said
    /// are left out.
    PlanSource undrafted(const ledger::Programme& programme) {
        PlanSource source;
        source.title = drafting::usual_title(programme);
        source.day = today_;
        source.ledger = ledger_;
        const auto lines = imported_lines(programme.id);
        const auto live =
            drafting::load_live_parts(transaction_, programme.id, {today_, actor_.scope});
        std::vector<drafting::Section> sections;
        for (const auto part : drafting::parts)
            sections.push_back({part,
                                std::string(drafting::usual_heading(part)),
                                1,
                                drafting::wording_in(lines, part),
                                {},
                                {}});
        std::size_t number = 0;
        for (const auto& section : drafting::compose(sections, live)) {
            auto text = text_of(section);
            const bool phases = section.part != Part::calendar || !live.phases.empty();
            const bool said = !text.paragraphs.empty() || drafting::is_annex(section.part) ||
                              section.part == Part::tasks;
            if (!said || !phases) continue;
            if (!drafting::is_annex(section.part))
                text.heading = chinese(++number) + "、" + without_mark(text.heading);
            source.texts.push_back(std::move(text));
        }
        return source;
    }

    std::vector<drafting::SourceLine> imported_lines(ledger::ProgrammeId programme) {
        for (const auto& import : plan::list_imports(transaction_, programme))
            if (import.state == plan::ImportState::confirmed)
                return drafting::lines_of(transaction_, import.id);
        return {};
    }

    static std::string without_mark(std::string_view heading) {
        return std::string(heading.substr(text::mark_at(heading).bytes));
    }

    static bool has_placeholders(const PlanText& text) {
        return std::any_of(text.paragraphs.begin(), text.paragraphs.end(),
                           [&](const std::string& paragraph) {
                               return !drafting::placeholders_in(text.part, paragraph).empty();
                           });
    }

    static PlanText text_of(const drafting::DocumentSection& section) {
        PlanText text{section.part, section.heading, {}};
        if (section.part == Part::tasks || section.part == Part::ledger) return text;
        std::size_t phases = 0;
        for (const auto& block : section.blocks) {
            std::string_view lines = block.text;
            const bool phase = block.kind == drafting::BlockKind::phase;
            if (phase && !text::mark_at(lines))
                text.paragraphs.push_back("（" + chinese(++phases) + "）" +
                                          std::string(base::cut(lines, '\n')));
            while (!lines.empty()) text.paragraphs.emplace_back(base::cut(lines, '\n'));
        }
        return text;
    }

    const Needs& needs_;
    db::Transaction& transaction_;
    const base::Actor& actor_;
    base::Date today_;
    std::optional<drafting::PlanVersion> plan_;
    PlanLedger ledger_;
    std::int64_t guarded_ = 0;
};

}  // namespace

base::Result<Document> make_plan(const Needs& needs, db::Transaction& transaction,
                                 const base::Actor& actor, const WantedDocument& wanted) {
    return PlanMaker(needs, transaction, actor).make(wanted);
}

base::Result<Document> make_sub_plan(const Needs& needs, db::Transaction& transaction,
                                     const base::Actor& actor, const WantedDocument& wanted) {
    const auto unknown = refuse(ErrorKind::not_found, "sub_plan_is_not_there");
    const auto plan = drafting::find_sub_plan(transaction, drafting::SubPlanId{wanted.subject});
    if (!plan) return unknown;
    const auto programme = ledger::load_programme(transaction, plan->programme, actor.scope);
    if (!programme) return unknown;
    PlanMaker maker(needs, transaction, actor);
    auto led = led_by(maker.load_ledger(plan->programme), plan->unit);
    if (led.empty()) return unknown;
    return Document{plan->programme,
                    sub_plan_paper({programme->title, *plan, std::move(led)}),
                    maker.guarded(),
                    {}};
}

}  // namespace documents
