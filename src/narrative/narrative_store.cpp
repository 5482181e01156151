#include "narrative/narrative_store.hpp"

#include <algorithm>

#include "ledger/problem_store.hpp"

namespace narrative {
namespace {

constexpr std::string_view insert_narrative_sql = R"sql(
INSERT INTO narrative (id, programme_id, kind, title, principal, begun_at, begun_by, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql";
constexpr std::string_view update_version =
    "UPDATE narrative SET version = $2 WHERE id = $1 AND version = $2 - 1";
constexpr std::string_view select_one = R"sql(
SELECT n.id, n.programme_id, g.title, n.kind, n.title, n.principal,
       (SELECT count(*) FROM narrative_edition e WHERE e.narrative_id = n.id),
       n.begun_at, n.begun_by, n.version
FROM narrative n JOIN programme g ON g.id = n.programme_id
WHERE n.id = $1)sql";
constexpr std::string_view select_of_programme = R"sql(
SELECT n.id, n.programme_id, g.title, n.kind, n.title, n.principal,
       (SELECT count(*) FROM narrative_edition e WHERE e.narrative_id = n.id),
       n.begun_at, n.begun_by, n.version
FROM narrative n JOIN programme g ON g.id = n.programme_id
WHERE n.programme_id = $1 ORDER BY n.begun_at DESC, n.id)sql";
constexpr std::string_view insert_section_sql = R"sql(
INSERT INTO narrative_section (narrative_id, part, heading, revision, held_by_name)
VALUES ($1, $2, $3, $4, ''))sql";
constexpr std::string_view insert_wording = R"sql(
INSERT INTO narrative_wording (narrative_id, part, revision, text, at, by_name)
VALUES ($1, $2, $3, $4, $5, $6))sql";
constexpr std::string_view update_section = R"sql(
UPDATE narrative_section SET heading = $4, revision = $3
WHERE narrative_id = $1 AND part = $2 AND revision = $3 - 1)sql";
constexpr std::string_view update_hold = R"sql(
UPDATE narrative_section SET held_by = $3, held_by_name = $4, held_until = $5
WHERE narrative_id = $1 AND part = $2
  AND COALESCE(held_by, '') = $6 AND COALESCE(held_until, 0) = $7)sql";
constexpr std::string_view delete_read =
    "DELETE FROM narrative_figure WHERE narrative_id = $1 AND part = $2";
constexpr std::string_view insert_read = R"sql(
INSERT INTO narrative_figure (narrative_id, part, name, value, words, cleared)
VALUES ($1, $2, $3, $4, $5, $6))sql";
constexpr std::string_view select_sections = R"sql(
SELECT s.part, s.heading, s.revision, w.text, w.at, w.by_name, s.held_by, s.held_by_name,
       s.held_until
FROM narrative_section s JOIN narrative_wording w
     ON w.narrative_id = s.narrative_id AND w.part = s.part AND w.revision = s.revision
WHERE s.narrative_id = $1)sql";
constexpr std::string_view select_read = R"sql(
SELECT part, name, value, words, cleared FROM narrative_figure
WHERE narrative_id = $1 ORDER BY part, name)sql";
constexpr std::string_view select_wordings = R"sql(
SELECT revision, text, at, by_name FROM narrative_wording
WHERE narrative_id = $1 AND part = $2 ORDER BY revision DESC)sql";

/// As the wording is sealed: by its three keys.
std::string wording_name(NarrativeId id, Part part, std::int64_t revision) {
    return ledger::name_of_keys(ledger::name_of_keys(id.text(), name_of(part)), revision);
}

void insert_text(db::Transaction& transaction, NarrativeId id, const Section& section) {
    const auto text = transaction.sealed(section.text, "narrative_wording.text",
                                         wording_name(id, section.part, section.revision));
    transaction.execute(insert_wording, {id, name_of(section.part), section.revision, text,
                                         section.at, section.by});
}

Narrative narrative_in(const db::Row& row) {
    Narrative one;
    one.id = row.id<NarrativeId>(0);
    one.programme = row.id<ProgrammeId>(1);
    one.programme_title = row.string(2);
    one.kind = narrative_kind_of(row.text(3)).value_or(NarrativeKind::other_report);
    one.title = row.string(4);
    one.principal = row.string(5);
    one.editions = row.integer(6);
    one.begun_at = row.instant(7);
    one.begun_by = row.string(8);
    one.version = row.integer(9);
    return one;
}

Section section_in(const db::Row& row, NarrativeId id) {
    Section one;
    one.part = part_of(row.text(0)).value_or(Part::opening);
    one.heading = row.string(1);
    one.revision = row.integer(2);
    one.text = row.opened(3, "narrative_wording.text",
                          [&] { return wording_name(id, one.part, one.revision); });
    one.at = row.instant(4);
    one.by = row.string(5);
    if (!row.is_null(6)) one.hold = Hold{row.id<base::AccountId>(6), row.string(7), row.instant(8)};
    return one;
}

}  // namespace

void insert_narrative(db::Transaction& transaction, const Narrative& one) {
    transaction.execute(insert_narrative_sql,
                        {one.id, one.programme, name_of(one.kind), one.title, one.principal,
                         one.begun_at, one.begun_by, one.version});
}

base::Result<void> save_version(db::Transaction& transaction, const Narrative& one) {
    if (transaction.execute(update_version, {one.id, one.version}) == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    return {};
}

std::optional<Narrative> find_narrative(db::Transaction& transaction, NarrativeId id) {
    return transaction.first(select_one, {id}, narrative_in);
}

std::vector<Narrative> list_narratives(db::Transaction& transaction, ProgrammeId programme) {
    return transaction.all(select_of_programme, {programme}, narrative_in);
}

void insert_section(db::Transaction& transaction, NarrativeId id, const Section& section) {
    transaction.execute(insert_section_sql,
                        {id, name_of(section.part), section.heading, section.revision});
    insert_text(transaction, id, section);
    save_read(transaction, id, section);
}

base::Result<void> save_section(db::Transaction& transaction, NarrativeId id,
                                const Section& section) {
    const auto changed = transaction.execute(
        update_section, {id, name_of(section.part), section.revision, section.heading});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "revision");
    insert_text(transaction, id, section);
    save_read(transaction, id, section);
    return {};
}

bool save_hold(db::Transaction& transaction, NarrativeId id, const Section& before,
               const Section& after) {
    const auto known = before.hold ? before.hold->by.text() : std::string();
    const auto known_until = before.hold ? before.hold->until.milliseconds : 0;
    const auto& now = after.hold;
    return transaction.execute(
               update_hold, {id, name_of(after.part), now ? std::optional(now->by) : std::nullopt,
                             now ? std::string_view(now->by_name) : std::string_view(),
                             now ? std::optional(now->until) : std::nullopt, known, known_until}) >
           0;
}

void save_read(db::Transaction& transaction, NarrativeId id, const Section& section) {
    transaction.execute(delete_read, {id, name_of(section.part)});
    for (const auto& one : section.read)
        transaction.execute(insert_read, {id, name_of(section.part), one.name, one.value, one.words,
                                          one.cleared.bits()});
}

std::vector<Section> list_sections(db::Transaction& transaction, const Narrative& narrative) {
    const auto id = narrative.id;
    const auto stored = transaction.all(select_sections, {id},
                                        [&](const db::Row& row) { return section_in(row, id); });
    std::vector<Section> sections;
    for (const auto part : parts_of(narrative.kind))
        for (const auto& one : stored)
            if (one.part == part) sections.push_back(one);
    transaction.each(select_read, {id}, [&](const db::Row& row) {
        for (auto& section : sections)
            if (name_of(section.part) == row.text(0))
                section.read.push_back(
                    {row.string(1), row.integer(2), row.string(3), ledger::guards_in(row, 4)});
    });
    return sections;
}

std::optional<Section> find_section(db::Transaction& transaction, const Narrative& narrative,
                                    Part part) {
    for (auto& section : list_sections(transaction, narrative))
        if (section.part == part) return std::move(section);
    return std::nullopt;
}

std::vector<Wording> list_wordings(db::Transaction& transaction, NarrativeId id, Part part) {
    return transaction.all(select_wordings, {id, name_of(part)}, [&](const db::Row& row) {
        const auto revision = row.integer(0);
        return Wording{revision,
                       row.opened(1, "narrative_wording.text",
                                  [&] { return wording_name(id, part, revision); }),
                       row.instant(2), row.string(3)};
    });
}

std::vector<ledger::SealedSet> sealed_narratives() {
    return {{"narrative_wording", {{"narrative_id"}, {"part"}, {"revision", true}}, {"text"}, "1"},
            {"edition_line", {{"edition_id"}, {"position", true}}, {"text"}, "1"},
            {"edition_row", {{"edition_id"}, {"position", true}}, {"text"}, "1"}};
}

}  // namespace narrative
