#include "disclosure/publishing_actions.hpp"

#include <algorithm>

#include "accounts/unit_store.hpp"
#include "base/names.hpp"
#include "journal/export_note.hpp"
#include "office/libreoffice.hpp"
#include "reports/ledger_sheet.hpp"

namespace disclosure {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::Recorder;
using After = base::Result<Release>;

constexpr std::array<std::string_view, 2> document_names{"text", "withheld"};
constexpr std::array<std::string_view, 3> form_names{"docx", "pdf", "txt"};

/// What was kept on purpose, as it stands in the text.
std::vector<std::string> kept_in(const Paragraphs& text, const std::vector<Passage>& passages) {
    std::vector<std::string> kept;
    for (const auto& one : passages)
        if (one.decision == Decision::kept) kept.push_back(original_of(text, one.place));
    return kept;
}

After submitted(Recorder& recorder, const Release& release, const std::vector<Passage>& passages) {
    const auto texts = load_texts(recorder.transaction(), release.id);
    const auto hiding = load_hiding(recorder.transaction(), release.programme);
    const auto out = published(texts.inside, passages);
    const auto left = left_in(out, hiding, load_known_for(recorder, texts, hiding),
                              kept_in(texts.inside, passages));
    auto after = submit(release, passages, out, left);
    if (!after) return after;
    after->submitted = step_of(recorder);
    note(recorder, "submit_release", release, {{"count", std::to_string(passages.size())}});
    return after;
}

After approved(Recorder& recorder, const Release& release, std::vector<Passage>& passages,
               const Approval& approval) {
    auto& transaction = recorder.transaction();
    auto after = approve(release, passages, approval.consents);
    if (!after) return after;
    after->decided = step_of(recorder);
    after->opinion = approval.opinion;
    if (after->state == ReleaseState::exempted) {
        note(recorder, "confirm_exemption", release,
             {{"ground", std::string(name_of(after->exemption->ground))}});
        return after;
    }
    const auto out = published(load_texts(transaction, release.id).inside, passages);
    after->digest = digest_of(release.algorithm, release.title, out);
    save_public_text(transaction, release.id, out);
    std::int64_t consented = 0;
    for (const auto& one : passages) {
        if (!one.consented) continue;
        save_passage(transaction, release.id, one);
        ++consented;
    }
    note(recorder, "approve_release", release,
         {{"digest", after->digest}, {"consents", std::to_string(consented)}});
    return after;
}

Signature signature_of(const Release& release, const ledger::Programme& programme,
                       base::Date today) {
    auto on = today;
    if (release.decided) on = base::date_of(release.decided->at);
    if (release.publication) on = release.publication->on;
    return {programme.inspected_unit_name, on};
}

base::Result<ReleasePaper> paper_of(db::Transaction& transaction, const base::Actor& actor,
                                    const ReleaseView& view, ReleaseDocument document,
                                    base::Date today) {
    const auto programme = ledger::load_programme(transaction, view.release.programme, actor.scope);
    if (!programme) return programme.error();
    const auto signature = signature_of(view.release, *programme, today);
    if (document == ReleaseDocument::text)
        return ReleasePaper{programme->id, release_paper(view.release.title, view.out, signature)};
    if (!view.inside) return refuse(ErrorKind::forbidden, "release_inside_is_restricted");
    return ReleasePaper{programme->id,
                        withheld_paper(view.release, view.text, view.passages, signature)};
}

base::Result<ReleaseView> load_view(db::Transaction& transaction, const base::Actor& actor,
                                    ReleaseId id) {
    const auto found = find_in_sight(transaction, id, actor);
    if (!found) return refuse(ErrorKind::not_found, "release_unknown");
    return show_release(transaction, actor, *found);
}

/// Refuses to let out what was not approved, or is no longer what was approved.
base::Result<void> check_going_out(const ReleaseView& view, ReleaseDocument document) {
    if (document == ReleaseDocument::withheld) return {};
    if (view.release.digest.empty())
        return refuse(ErrorKind::illegal_transition, "release_is_not_approved");
    if (!view.intact) return refuse(ErrorKind::conflict, "released_text_is_altered");
    return {};
}

/// The list of what is left out says for whom it was made; what is public does not.
void note_taken_out(Recorder& recorder, const ReleaseView& view, office::Paper& paper,
                    ReleaseDocument document, std::string_view form) {
    paper.made_at = recorder.now();
    if (document == ReleaseDocument::withheld) {
        const auto unit = accounts::find_unit(recorder.transaction(), recorder.actor().unit);
        paper.page_head = reports::page_head_of(recorder.programme(), recorder.actor().name,
                                                unit ? unit->name : "", recorder.now());
    }
    journal::ExportNote said{std::string(form),
                             document == ReleaseDocument::text ? "公开文本" : "拟不公开情况说明"};
    said.rows = 1;
    auto facts = journal::facts_of(said);
    facts.emplace_back("number", std::to_string(view.release.number));
    recorder.note("export_document", "release", view.release.id.text(), facts);
}

std::string plain_text_of(const std::string& title, const Paragraphs& text) {
    std::string plain = title + "\r\n\r\n";
    for (const auto& line : text) plain += line + "\r\n";
    return plain;
}

base::Result<std::string> bytes_of(const office::Paper& paper, ReleaseForm form) {
    auto docx = office::docx_of(paper);
    if (form == ReleaseForm::pdf) return office::pdf_of(docx, ".docx");
    return docx;
}

}  // namespace

std::optional<ReleaseDocument> release_document_of(std::string_view name) {
    return base::named<ReleaseDocument>(document_names, name);
}
std::optional<ReleaseForm> release_form_of(std::string_view name) {
    return base::named<ReleaseForm>(form_names, name);
}

base::Result<ReleaseView> submit_release(const Needs& needs, const base::Actor& actor,
                                         const SeenRelease& seen) {
    return on_release(
        needs, actor, seen, ReleaseAct::submit,
        [&](Recorder& recorder, const Release& release, const std::vector<Passage>& passages) {
            return submitted(recorder, release, passages);
        });
}

base::Result<ReleaseView> exempt_release(const Needs& needs, const base::Actor& actor,
                                         const SeenRelease& seen, const Exemption& wanted) {
    return on_release(
        needs, actor, seen, ReleaseAct::exempt,
        [&](Recorder& recorder, const Release& release, const std::vector<Passage>&) -> After {
            auto after = exempt(release, wanted);
            if (!after) return after;
            after->submitted = step_of(recorder);
            note(recorder, "ask_exemption", release,
                 {{"ground", std::string(name_of(wanted.ground))}});
            return after;
        });
}

base::Result<ReleaseView> approve_release(const Needs& needs, const base::Actor& actor,
                                          const SeenRelease& seen, const Approval& approval) {
    return on_release(
        needs, actor, seen, ReleaseAct::approve,
        [&](Recorder& recorder, const Release& release, std::vector<Passage>& passages) {
            return approved(recorder, release, passages, approval);
        });
}

base::Result<ReleaseView> return_release(const Needs& needs, const base::Actor& actor,
                                         const SeenRelease& seen, const std::string& reason) {
    return on_release(
        needs, actor, seen, ReleaseAct::give_back,
        [&](Recorder& recorder, const Release& release, const std::vector<Passage>&) -> After {
            auto after = give_back(release, reason);
            if (!after) return after;
            after->decided = step_of(recorder);
            note(recorder, "return_release", release, {{"reason", reason}});
            return after;
        });
}

base::Result<ReleaseView> publish_release(const Needs& needs, const base::Actor& actor,
                                          const SeenRelease& seen, const Publication& wanted) {
    return on_release(
        needs, actor, seen, ReleaseAct::publish,
        [&](Recorder& recorder, const Release& release, const std::vector<Passage>&) -> After {
            auto publication = wanted;
            publication.by = actor.name;
            auto after = publish(release, publication, recorder.today());
            if (after)
                note(recorder, "publish_release", release,
                     {{"published_on", base::to_text(wanted.on)},
                      {"channel", wanted.channel},
                      {"digest", release.digest}});
            return after;
        });
}

base::Result<ReleaseView> withdraw_release(const Needs& needs, const base::Actor& actor,
                                           const SeenRelease& seen, const std::string& reason) {
    return on_release(
        needs, actor, seen, ReleaseAct::withdraw,
        [&](Recorder& recorder, const Release& release, const std::vector<Passage>&) -> After {
            auto after = withdraw(release, reason);
            if (!after) return after;
            after->withdrawn = step_of(recorder);
            note(recorder, "withdraw_release", release, {{"reason", reason}});
            return after;
        });
}

base::Result<ReleaseView> note_objection(const Needs& needs, const base::Actor& actor, ReleaseId id,
                                         const Objection& wanted) {
    using Shown = base::Result<ReleaseView>;
    return needs.ledger.database.write([&](db::Transaction& transaction) -> Shown {
        const auto unknown = refuse(ErrorKind::not_found, "release_unknown");
        const auto found = find_in_sight(transaction, id, actor);
        if (!found) return unknown;
        auto recorder = Recorder::open(transaction, needs.ledger, actor, found->programme);
        if (!recorder) return unknown;
        if (auto no = why_not(ReleaseAct::object, *found, {}, actor)) return *no;
        const auto known = list_objections(transaction, id);
        if (std::any_of(known.begin(), known.end(),
                        [&](const Objection& one) { return one.id == wanted.id; }))
            return show_release(transaction, actor, *found);
        if (auto good = check(wanted, *found, recorder->today()); !good) return good.error();
        auto objection = wanted;
        objection.by = actor.name;
        objection.at = recorder->now();
        insert_objection(transaction, id, objection);
        note(*recorder, "note_objection", *found,
             {{"received_on", base::to_text(wanted.received_on)}});
        recorder->finish();
        return show_release(transaction, actor, *found);
    });
}

base::Result<ReleasePaper> view_release_paper(const Needs& needs, const base::Actor& actor,
                                              ReleaseId id, ReleaseDocument document) {
    using Made = base::Result<ReleasePaper>;
    return needs.ledger.database.read([&](db::Transaction& transaction) -> Made {
        const auto view = load_view(transaction, actor, id);
        if (!view) return view.error();
        return paper_of(transaction, actor, *view, document, needs.ledger.clock.today());
    });
}

base::Result<ReleaseFile> take_out_release(const Needs& needs, const base::Actor& actor,
                                           ReleaseId id, ReleaseDocument document,
                                           ReleaseForm form) {
    const std::string ending(form_names[static_cast<std::size_t>(form)]);
    // Nothing is noted as taken out where it cannot be made.
    if (form == ReleaseForm::pdf)
        if (const auto program = office::program_for_pdf(); !program) return program.error();
    office::Paper paper;
    Paragraphs out;
    const auto made =
        needs.ledger.database.write([&](db::Transaction& transaction) -> base::Result<void> {
            const auto view = load_view(transaction, actor, id);
            if (!view) return view.error();
            auto recorder =
                Recorder::open(transaction, needs.ledger, actor, view->release.programme);
            if (!recorder) return recorder.error();
            if (auto good = check_going_out(*view, document); !good) return good.error();
            auto found = paper_of(transaction, actor, *view, document, recorder->today());
            if (!found) return found.error();
            note_taken_out(*recorder, *view, found->paper, document, ending);
            paper = std::move(found->paper);
            out = view->out;
            recorder->finish();
            return {};
        });
    if (!made) return made.error();
    const auto name = paper.name + "." + ending;
    if (form == ReleaseForm::txt && document == ReleaseDocument::text)
        return ReleaseFile{plain_text_of(paper.name, out), name};
    auto bytes = bytes_of(paper, form);
    if (!bytes) return bytes.error();
    return ReleaseFile{std::move(*bytes), name};
}

}  // namespace disclosure
