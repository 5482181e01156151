#include "proofreading/proofread_actions.hpp"

#include <algorithm>

#include "base/text_length.hpp"
#include "proofreading/dictionary_store.hpp"
#include "proofreading/facts_store.hpp"
#include "proofreading/set_aside_store.hpp"

namespace proofreading {
namespace {

using base::ErrorKind;
using base::refuse;

/// What a text is read against, loaded in one short transaction: reading takes its time.
struct Against {
    Dictionary dictionary;
    std::optional<Facts> facts;
};
Against load_against(db::Transaction& transaction, const ReaderOfTexts& reader,
                     const ledger::Programme* programme) {
    Against against{in_place(list_changed(transaction)), {}};
    if (programme != nullptr)
        against.facts = load_facts(transaction, *programme, {reader.today, reader.actor.scope});
    return against;
}
base::Result<Against> load_against(const Needs& needs, const base::Actor& actor,
                                   const MaybeProgramme& id) {
    return needs.ledger.database.read([&](db::Transaction& transaction) -> base::Result<Against> {
        const ReaderOfTexts reader{actor, needs.ledger.clock.today()};
        if (!id) return load_against(transaction, reader, nullptr);
        const auto programme = ledger::load_programme(transaction, *id, actor.scope);
        if (!programme) return programme.error();
        return load_against(transaction, reader, &*programme);
    });
}

Given given_by(const Against& against, const office::DocxLook* look = nullptr) {
    return {against.dictionary, against.facts ? &*against.facts : nullptr, look};
}

/// What of the findings was set aside before.
SetAsides known(db::Transaction& transaction, const Reading& reading) {
    auto all = list_set_aside(transaction, *reading.programme, reading.digest);
    std::erase_if(all, [&](const auto& one) {
        return std::none_of(reading.findings.begin(), reading.findings.end(),
                            [&](const Finding& finding) { return finding.key == one.first; });
    });
    return all;
}

Reading made(Passages passages, const Given& given, std::string format) {
    Reading reading;
    reading.format = std::move(format);
    reading.digest = digest_of(passages);
    reading.findings = proofread(passages, given);
    reading.passages = std::move(passages);
    return reading;
}

/// With the programme and what was set aside in it.
Reading placed(const Needs& needs, const base::Actor& actor, const MaybeProgramme& programme,
               Reading reading) {
    reading.programme = programme;
    if (!programme) return reading;
    reading.may_set_aside = !why_not_set_aside(actor);
    reading.set_aside = needs.ledger.database.read(
        [&](db::Transaction& transaction) { return known(transaction, reading); });
    return reading;
}

Chosen chosen_of(const std::vector<Finding>& findings, const Chosen& fixes, bool all) {
    return all ? all_fixable(findings) : fixes;
}

/// Fixes that no run can take are no longer offered.
void keep_what_runs_take(const ReadFile& file, std::vector<Finding>& findings) {
    if (!file.docx) return;
    for (auto& one : findings)
        if (one.fix && !file.docx->can_change({one.passage, one.begin, one.end, *one.fix}))
            one.fix.reset();
}

std::string corrected_name(const std::string& name) {
    return name.substr(0, name.rfind('.')) + "（校对）.docx";
}

}  // namespace

Reading read_within(db::Transaction& transaction, const ReaderOfTexts& reader,
                    const ledger::Programme& programme, Passages passages,
                    const office::DocxLook* look) {
    const auto against = load_against(transaction, reader, &programme);
    auto reading = made(std::move(passages), given_by(against, look), "text");
    reading.programme = programme.id;
    reading.may_set_aside = !why_not_set_aside(reader.actor);
    reading.set_aside = known(transaction, reading);
    return reading;
}

std::size_t count_open(const Reading& reading, Severity severity) {
    return static_cast<std::size_t>(
        std::count_if(reading.findings.begin(), reading.findings.end(), [&](const Finding& one) {
            return one.severity == severity && !reading.set_aside.contains(one.key);
        }));
}

base::Result<Reading> proofread_text(const Needs& needs, const base::Actor& actor,
                                     const WantedText& wanted) {
    if (const auto no = base::why_too_long(wanted.text, "text", text_chars_max)) return *no;
    const auto against = load_against(needs, actor, wanted.programme);
    if (!against) return against.error();
    auto given = given_by(*against);
    given.live_figures = wanted.live_figures;
    auto passages = passages_of(std::string_view(wanted.text));
    if (wanted.fix_all || !wanted.fixes.empty()) {
        const auto findings = proofread(passages, given);
        const auto chosen = chosen_of(findings, wanted.fixes, wanted.fix_all);
        passages = corrected(std::move(passages), findings, chosen);
    }
    return placed(needs, actor, wanted.programme, made(std::move(passages), given, "text"));
}

base::Result<Reading> proofread_paper(const Needs& needs, const base::Actor& actor,
                                      MaybeProgramme programme, const office::Paper& paper) {
    const auto against = load_against(needs, actor, programme);
    if (!against) return against.error();
    return placed(needs, actor, programme, made(passages_of(paper), given_by(*against), "paper"));
}

base::Result<Reading> proofread_file(const Needs& needs, const base::Actor& actor,
                                     const WantedFile& wanted) {
    const auto against = load_against(needs, actor, wanted.programme);
    if (!against) return against.error();
    const auto file = read_file(wanted.path, wanted.name);
    if (!file) return file.error();
    const auto* look = file->docx ? &file->docx->look() : nullptr;
    auto reading = made(file->passages, given_by(*against, look), file->format);
    keep_what_runs_take(*file, reading.findings);
    return placed(needs, actor, wanted.programme, std::move(reading));
}

base::Result<CorrectedFile> correct_file(const Needs& needs, const base::Actor& actor,
                                         const WantedFile& wanted, const Correction& correction) {
    const auto against = load_against(needs, actor, wanted.programme);
    if (!against) return against.error();
    auto file = read_file(wanted.path, wanted.name);
    if (!file) return file.error();
    if (!file->docx)
        return refuse(ErrorKind::unsupported, "only_word_is_corrected_in_place", "name",
                      {{"value", wanted.name}});
    auto findings = proofread(file->passages, given_by(*against, &file->docx->look()));
    keep_what_runs_take(*file, findings);
    const auto chosen = chosen_of(findings, correction.fixes, correction.fix_all);
    const auto taken = fixes(findings, chosen);
    if (taken.empty()) return refuse(ErrorKind::invalid, "nothing_to_put_right", "fixes");
    auto bytes = corrected_file(*file, taken, correction.marks, needs.ledger.clock.now());
    return CorrectedFile{std::move(bytes), corrected_name(wanted.name)};
}

base::Result<SetAside> set_finding_aside(const Needs& needs, const base::Actor& actor,
                                         const FindingPlace& place, const std::string& reason) {
    return needs.ledger.database.write([&](db::Transaction& transaction) -> base::Result<SetAside> {
        auto recorder = ledger::Recorder::open(transaction, needs.ledger, actor, place.programme);
        if (!recorder) return recorder.error();
        if (const auto fine = check(place, reason, actor); !fine) return fine.error();
        const SetAside what{reason, actor.name, recorder->now()};
        save_set_aside(transaction, place, what);
        recorder->note("set_finding_aside", "finding", place.finding,
                       {{"reason", reason}, {"text_digest", place.digest}});
        recorder->finish();
        return what;
    });
}

base::Result<void> take_back_set_aside(const Needs& needs, const base::Actor& actor,
                                       const FindingPlace& place) {
    return needs.ledger.database.write([&](db::Transaction& transaction) -> base::Result<void> {
        auto recorder = ledger::Recorder::open(transaction, needs.ledger, actor, place.programme);
        if (!recorder) return recorder.error();
        if (const auto no = why_not_set_aside(actor)) return *no;
        if (!delete_set_aside(transaction, place))
            return refuse(ErrorKind::not_found, "finding_is_not_set_aside");
        recorder->note("take_back_set_aside", "finding", place.finding,
                       {{"text_digest", place.digest}});
        recorder->finish();
        return {};
    });
}

}  // namespace proofreading
