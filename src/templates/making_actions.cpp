#include "templates/making_actions.hpp"

#include <algorithm>

#include "accounts/unit_store.hpp"
#include "documents/paper_words.hpp"
#include "inspections/feedback_store.hpp"
#include "journal/export_note.hpp"
#include "ledger/notice_store.hpp"
#include "office/libreoffice.hpp"
#include "reports/ledger_sheet.hpp"
#include "templates/field_paper.hpp"

namespace templates {
namespace {

using base::ErrorKind;
using base::refuse;

/// The notices of a programme that went out, oldest first.
std::vector<ledger::Notice> list_issued(db::Transaction& transaction, const base::Actor& actor,
                                        ledger::ProgrammeId programme) {
    using ledger::NoticeState;
    ledger::NoticeFilter filter;
    filter.programme = programme;
    filter.states = {NoticeState::issued, NoticeState::signed_for, NoticeState::answered,
                     NoticeState::closed};
    filter.page = {1, 200};
    std::vector<ledger::Notice> notices;
    for (std::int64_t left = 1; left > 0; ++filter.page.page) {
        const auto page = ledger::list_notices(transaction, filter, actor);
        for (const auto& brief : page.rows)
            if (auto notice = ledger::find_notice(transaction, brief.notice.id, actor))
                notices.push_back(std::move(*notice));
        left = page.total - filter.page.page * filter.page.page_size;
    }
    std::reverse(notices.begin(), notices.end());
    return notices;
}

/// Those that were called or held, oldest first.
std::vector<meetings::MeetingBrief> list_held(db::Transaction& transaction,
                                              const base::Actor& actor,
                                              ledger::ProgrammeId programme, base::Date today) {
    meetings::MeetingFilter filter;
    filter.programme = programme;
    filter.page = {1, 200};
    std::vector<meetings::MeetingBrief> held;
    for (std::int64_t left = 1; left > 0; ++filter.page.page) {
        auto page = meetings::list_meetings(transaction, filter, actor, today);
        for (auto& brief : page.rows)
            if (brief.meeting.state != meetings::MeetingState::planned &&
                brief.meeting.state != meetings::MeetingState::cancelled)
                held.push_back(std::move(brief));
        left = page.total - filter.page.page * filter.page.page_size;
    }
    std::stable_sort(held.begin(), held.end(), [](const auto& a, const auto& b) {
        return a.meeting.terms.held_on < b.meeting.terms.held_on;
    });
    return held;
}

FieldSource load_source(ledger::Recorder& recorder) {
    auto& transaction = recorder.transaction();
    const auto& actor = recorder.actor();
    const auto& programme = recorder.programme();
    const auto today = recorder.today();
    const auto unit = accounts::find_unit(transaction, actor.unit);
    ledger::LedgerFilter filter;
    filter.programme = programme.id;
    return {programme,
            {programme.title, programme.inspected_unit_name,
             reports::load_source(transaction, filter, {today, actor.scope}),
             inspections::list_source_documents(transaction, programme.id), today},
            list_issued(transaction, actor, programme.id),
            list_held(transaction, actor, programme.id, today),
            reports::page_head_of(programme, actor.name, unit ? unit->name : "", recorder.now()),
            actor.name};
}

struct Chosen {
    std::string name;
    Version version;
};
base::Result<Chosen> choose(const Needs& needs, const base::Actor& actor,
                            const WantedDocument& wanted) {
    const auto one = needs.evidence.ledger.database.read(
        [&](db::Transaction& transaction) { return find_template(transaction, wanted.id); });
    if (!one) return refuse(ErrorKind::not_found, "template_unknown");
    const auto version = version_to_fill(*one, wanted.number, actor);
    if (!version) return version.error();
    return Chosen{one->name, *version};
}

base::Result<std::string> bytes_of(const Needs& needs, const Version& version) {
    const auto blob = needs.evidence.files.open(version.digest);
    if (!blob)
        return refuse(ErrorKind::not_found, "evidence_file_is_gone", "",
                      {{"name", version.file_name}});
    std::string bytes;
    evidence::read_whole(*blob, [&](std::string_view piece) { bytes += piece; });
    return bytes;
}

struct Filling {
    office::Record record;
    std::string name;
};
/// What the document says, and the entry that it was taken out.
base::Result<Filling> take_out(const Needs& needs, const base::Actor& actor,
                               const WantedDocument& wanted, const Chosen& chosen,
                               const std::string& ending) {
    const auto& of_ledger = needs.evidence.ledger;
    return of_ledger.database.write([&](db::Transaction& transaction) -> base::Result<Filling> {
        auto recorder = ledger::Recorder::open(transaction, of_ledger, actor, wanted.programme);
        if (!recorder) return recorder.error();
        const auto source = load_source(*recorder);
        journal::ExportNote note{ending, "本单位模板“" + chosen.name + "”第" +
                                             std::to_string(chosen.version.number) + "版"};
        note.rows = 1;
        note.guarded_rows = guarded_rows(source);
        recorder->note("export_document", "programme", wanted.programme.text(),
                       journal::facts_of(note));
        recorder->finish();
        return Filling{record_of(source),
                       documents::titled(recorder->programme().title, chosen.name)};
    });
}

}  // namespace

base::Result<documents::DocumentFile> make_document(const Needs& needs, const base::Actor& actor,
                                                    const WantedDocument& wanted) {
    if (!actor.may(base::Act::read_names)) return refuse(ErrorKind::forbidden, "names_are_masked");
    // Nothing is noted as taken out where it cannot be made.
    if (wanted.pdf)
        if (const auto program = office::program_for_pdf(); !program) return program.error();
    const auto chosen = choose(needs, actor, wanted);
    if (!chosen) return chosen.error();
    const auto bytes = bytes_of(needs, chosen->version);
    if (!bytes) return bytes.error();
    const auto read = office::read_template(*bytes, field_table());
    if (!read) return read.error();
    if (!(*read)->faults().empty())  // fields may have gone since it was uploaded
        return refuse(ErrorKind::illegal_transition, "template_version_has_faults", "",
                      {{"faults", std::to_string((*read)->faults().size())}});
    const std::string own(office::name_of((*read)->kind())), ending = wanted.pdf ? "pdf" : own;
    const auto filling = take_out(needs, actor, wanted, *chosen, ending);
    if (!filling) return filling.error();
    auto made = (*read)->fill(filling->record);
    if (made && wanted.pdf) made = office::pdf_of(*made, "." + own);
    if (!made) return made.error();
    return documents::DocumentFile{std::move(*made), filling->name + "." + ending};
}

}  // namespace templates
