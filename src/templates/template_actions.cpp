#include "templates/template_actions.hpp"

#include <algorithm>

#include "evidence/evidence_store.hpp"
#include "evidence/file_type.hpp"
#include "journal/payload.hpp"
#include "office/file_bytes.hpp"
#include "templates/field_paper.hpp"

namespace templates {
namespace {

using base::ErrorKind;
using base::refuse;

struct Brought {
    evidence::StoredFile stored;
    office::TemplateKind kind = office::TemplateKind::docx;
    Version version;
};

/// Everything that can be refused is refused before anything is kept.
base::Result<Brought> bring_in(const Needs& needs, const base::Actor& actor, const Upload& upload) {
    if (auto no = why_not_keep(actor)) return *no;
    const auto bytes = office::bytes_of_file(upload.file, office::template_bytes_max + 1);
    const auto read = office::read_template(bytes, field_table());
    if (!read) return read.error();
    const auto& evidence = needs.evidence;
    const auto scan = evidence.scan ? evidence.scan(upload.file) : evidence::Scan::none;
    if (!scan) return scan.error();
    const bool word = (*read)->kind() == office::TemplateKind::docx;
    const auto type = word ? evidence::FileType::docx : evidence::FileType::xlsx;
    const auto made = evidence::provenance_of(upload.file, type);
    const auto kept = evidence.files.keep(upload.file);
    Version version;
    version.file_name = evidence::clean_name(upload.file_name);
    version.digest = kept.digest;
    version.bytes = kept.bytes;
    version.marks = static_cast<std::int64_t>((*read)->marks());
    version.by_account = actor.id;
    version.by = actor.name;
    version.at = evidence.ledger.clock.now();
    version.faults = (*read)->faults();
    return Brought{{kept.digest, evidence.files.algorithm(), kept.bytes, type, made, *scan},
                   (*read)->kind(),
                   std::move(version)};
}

using Facts = std::vector<std::pair<std::string, std::string>>;

class Keeping {
  public:
    Keeping(const Needs& needs, db::Transaction& transaction, const base::Actor& actor)
        : needs_(needs.evidence.ledger), transaction_(transaction), actor_(actor) {
        lock_templates(transaction);
    }
    base::Result<Template> known(const Seen& seen) {
        const auto found = find_template(transaction_, seen.id);
        if (!found) return refuse(ErrorKind::not_found, "template_unknown");
        if (auto fresh = ledger::check_version(found->version, seen.version); !fresh)
            return fresh.error();
        return *found;
    }
    base::Result<Template> save(const Template& after, std::string_view act, Facts facts) {
        if (auto saved = save_template(transaction_, after); !saved) return saved.error();
        return noted(after, act, std::move(facts));
    }
    void add(const Template& after, const Brought& brought) {
        evidence::insert_file(transaction_, brought.stored, brought.version.at);
        insert_version(transaction_, after.id, after.versions.back());
    }
    base::Result<Template> noted(const Template& after, std::string_view act, Facts facts) {
        facts.insert(facts.begin(), {"name", after.name});
        needs_.journal.append(transaction_, actor_, needs_.clock.now(),
                              {.act = act,
                               .subject_kind = "template",
                               .subject_id = after.id.text(),
                               .payload = journal::payload_of({}, facts)});
        return *find_template(transaction_, after.id);
    }

  private:
    const ledger::Needs& needs_;
    db::Transaction& transaction_;
    const base::Actor& actor_;
};

Facts facts_of(const Version& version) {
    return {{"file_name", version.file_name},
            {"digest", version.digest},
            {"template_version", std::to_string(version.number)},
            {"template_faults", std::to_string(version.faults.size())}};
}

/// A change to a template that is there.
template <class Do>
base::Result<Template> keep(const Needs& needs, const base::Actor& actor, const Seen& seen,
                            std::string_view act, Do change) {
    return needs.evidence.ledger.database.write(
        [&](db::Transaction& transaction) -> base::Result<Template> {
            Keeping keeping(needs, transaction, actor);
            const auto before = keeping.known(seen);
            if (!before) return before;
            Facts facts;
            const auto after = change(*before, facts);
            if (!after) return after;
            return keeping.save(*after, act, std::move(facts));
        });
}

/// What those who do not keep templates see of one.
std::optional<Template> as_in_use(Template one) {
    const auto* used = find_version(one, one.used);
    if (one.withdrawn || used == nullptr) return std::nullopt;
    one.versions = {Version(*used)};
    return one;
}

}  // namespace

std::vector<Template> list_templates(const Needs& needs, const base::Actor& actor) {
    auto all = needs.evidence.ledger.database.read(
        [](db::Transaction& transaction) { return list_templates(transaction); });
    if (!why_not_keep(actor)) return all;
    std::vector<Template> in_use;
    for (auto& one : all)
        if (auto seen = as_in_use(std::move(one))) in_use.push_back(std::move(*seen));
    return in_use;
}

base::Result<Template> add_template(const Needs& needs, const base::Actor& actor,
                                    const Upload& upload) {
    const auto brought = bring_in(needs, actor, upload);
    if (!brought) return brought.error();
    return needs.evidence.ledger.database.write(
        [&](db::Transaction& transaction) -> base::Result<Template> {
            Keeping keeping(needs, transaction, actor);
            if (const auto known = find_template(transaction, upload.id)) {
                const auto& first = known->versions.front();
                if (known->name == upload.name && first.digest == brought->version.digest)
                    return *known;
                return refuse(ErrorKind::conflict, "same_id_other_content", "id");
            }
            const auto all = list_templates(transaction);
            const bool used = std::any_of(all.begin(), all.end(), [&](const Template& one) {
                return one.name == upload.name;
            });
            if (used)
                return refuse(ErrorKind::invalid, "template_name_is_used", "name",
                              {{"value", upload.name}});
            if (all.size() >= templates_max)
                return refuse(ErrorKind::illegal_transition, "too_many_templates", "",
                              {{"accepted", std::to_string(templates_max)}});
            const auto opened = open({upload.id, upload.name, brought->kind}, actor);
            if (!opened) return opened;
            const auto after = with_version(*opened, brought->kind, brought->version, actor);
            if (!after) return after;
            insert_template(transaction, *after);
            keeping.add(*after, *brought);
            return keeping.noted(*after, "add_template", facts_of(after->versions.back()));
        });
}

base::Result<Template> add_version(const Needs& needs, const base::Actor& actor,
                                   const Upload& upload) {
    const auto brought = bring_in(needs, actor, upload);
    if (!brought) return brought.error();
    return needs.evidence.ledger.database.write(
        [&](db::Transaction& transaction) -> base::Result<Template> {
            Keeping keeping(needs, transaction, actor);
            const auto before = find_template(transaction, upload.id);
            if (!before) return refuse(ErrorKind::not_found, "template_unknown");
            const auto after = with_version(*before, brought->kind, brought->version, actor);
            if (!after) return after;
            if (after->versions.size() == before->versions.size()) return after;
            keeping.add(*after, *brought);
            return keeping.save(*after, "add_template_version", facts_of(after->versions.back()));
        });
}

base::Result<Template> use_version(const Needs& needs, const base::Actor& actor, const Seen& seen,
                                   std::int64_t number) {
    return keep(needs, actor, seen, "use_template_version",
                [&](const Template& before, Facts& facts) {
                    facts = {{"template_version", std::to_string(number)}};
                    return use(before, number, actor);
                });
}

base::Result<Template> withdraw_template(const Needs& needs, const base::Actor& actor,
                                         const Seen& seen, std::string_view reason) {
    return keep(needs, actor, seen, "withdraw_template", [&](const Template& before, Facts& facts) {
        facts = {{"reason", std::string(reason)}};
        return withdraw(before, reason, actor, needs.evidence.ledger.clock.now());
    });
}

base::Result<Template> take_back_template(const Needs& needs, const base::Actor& actor,
                                          const Seen& seen) {
    return keep(needs, actor, seen, "take_back_template",
                [&](const Template& before, Facts&) { return take_back(before, actor); });
}

base::Result<FetchedFile> fetch_version(const Needs& needs, const base::Actor& actor, TemplateId id,
                                        std::int64_t number) {
    const auto all = list_templates(needs, actor);
    const auto one =
        std::find_if(all.begin(), all.end(), [&](const Template& each) { return each.id == id; });
    if (one == all.end()) return refuse(ErrorKind::not_found, "template_unknown");
    const auto* version = find_version(*one, number);
    if (version == nullptr) return refuse(ErrorKind::not_found, "template_version_unknown");
    std::shared_ptr<const evidence::Blob> blob = needs.evidence.files.open(version->digest);
    if (!blob)
        return refuse(ErrorKind::not_found, "evidence_file_is_gone", "",
                      {{"name", version->file_name}});
    return FetchedFile{*version, std::move(blob)};
}

}  // namespace templates
