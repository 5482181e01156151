#include "journal/export_note.hpp"

#include "journal/payload.hpp"

namespace journal {

std::vector<std::pair<std::string, std::string>> facts_of(const ExportNote& note) {
    std::vector<std::pair<std::string, std::string>> facts{{"form", note.form}};
    if (!note.filter.empty()) facts.emplace_back("filter", note.filter);
    if (!note.target.empty()) facts.emplace_back("target", note.target);
    if (note.form != "zip") facts.emplace_back("rows", std::to_string(note.rows));
    if (note.guarded_rows > 0)
        facts.emplace_back("guarded_rows", std::to_string(note.guarded_rows));
    return facts;
}

void note_export(const Journal& journal, db::Transaction& transaction, const base::Actor& actor,
                 base::Instant at, std::string_view act, const ExportNote& note) {
    const auto payload = payload_of({}, facts_of(note));
    journal.append(transaction, actor, at,
                   {.act = act,
                    .subject_kind = "installation",
                    .subject_id = installation_chain,
                    .payload = payload});
}

}  // namespace journal
