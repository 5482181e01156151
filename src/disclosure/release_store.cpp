#include "disclosure/release_store.hpp"

#include "base/utf8.hpp"
#include "db/conditions.hpp"
#include "journal/entry.hpp"
#include "ledger/scope_store.hpp"

namespace disclosure {
namespace {

using db::Conditions;

constexpr std::string_view insert_sql = R"sql(
INSERT INTO public_release (id, programme_id, number, audience, title, source, previous_id, state,
                            text, open_words, last_passage, begun_by, begun_by_name, begun_at,
                            submitted_by_name, decided_by_name, exempt_ground, exempt_reason,
                            opinion, public_text, digest, algorithm, channel, link,
                            document_number, published_by, withdrawn_by_name, withdrawal, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, '', '', '', '', '', '', '',
        $15, '', '', '', '', '', '', $16))sql";
constexpr std::string_view update_sql = R"sql(
UPDATE public_release SET state = $3, last_passage = $4, submitted_by = $5, submitted_by_name = $6,
       submitted_at = $7, decided_by = $8, decided_by_name = $9, decided_at = $10,
       exempt_ground = $11, exempt_reason = $12, opinion = $13, digest = $14, algorithm = $15,
       published_on = $16, channel = $17, link = $18, document_number = $19,
       objections_until = $20, published_by = $21, withdrawn_by = $22, withdrawn_by_name = $23,
       withdrawn_at = $24, withdrawal = $25, version = $2
WHERE id = $1 AND version = $2 - 1)sql";
constexpr std::string_view approve_sql =
    "UPDATE public_release SET public_text = $2 WHERE id = $1 AND public_text = ''";
constexpr std::string_view texts_sql =
    "SELECT text, public_text, open_words FROM public_release WHERE id = $1";

// v, a release, of the programme g that inspects the unit u.
constexpr std::string_view select_releases = R"sql(
SELECT v.id, v.programme_id, g.title, v.number, v.audience, v.title, v.source, v.previous_id,
       v.state, v.last_passage, v.begun_by, v.begun_by_name, v.begun_at, v.submitted_by,
       v.submitted_by_name, v.submitted_at, v.decided_by, v.decided_by_name, v.decided_at,
       v.exempt_ground, v.exempt_reason, v.opinion, v.digest, v.algorithm, v.published_on,
       v.channel, v.link, v.document_number, v.objections_until, v.published_by, v.withdrawn_by,
       v.withdrawn_by_name, v.withdrawn_at, v.withdrawal, v.version, e.edition_id
FROM public_release v JOIN programme g ON g.id = v.programme_id
     JOIN unit u ON u.id = g.inspected_unit_id
     LEFT JOIN release_edition e ON e.release_id = v.id)sql";
constexpr std::string_view insert_edition_sql =
    "INSERT INTO release_edition (release_id, edition_id) VALUES ($1, $2)";
constexpr std::string_view last_number_sql =
    "SELECT COALESCE(max(number), 0) FROM public_release WHERE programme_id = $1";

constexpr std::string_view insert_passage_sql = R"sql(
INSERT INTO release_passage (release_id, number, paragraph, from_char, chars, rule, ground, must,
                             replacement, decision, reason, decided_by, decided_by_name, consented)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))sql";
constexpr std::string_view update_passage_sql = R"sql(
UPDATE release_passage SET ground = $3, replacement = $4, decision = $5, reason = $6,
       decided_by = $7, decided_by_name = $8, consented = $9
WHERE release_id = $1 AND number = $2)sql";
constexpr std::string_view delete_passage_sql =
    "DELETE FROM release_passage WHERE release_id = $1 AND number = $2";
constexpr std::string_view list_passages_sql = R"sql(
SELECT number, paragraph, from_char, chars, rule, ground, must, replacement, decision, reason,
       decided_by, decided_by_name, consented
FROM release_passage WHERE release_id = $1 ORDER BY paragraph, from_char)sql";

constexpr std::string_view insert_objection_sql = R"sql(
INSERT INTO release_objection (id, release_id, received_on, text, answer, by_name, at)
VALUES ($1, $2, $3, $4, $5, $6, $7))sql";
constexpr std::string_view list_objections_sql = R"sql(
SELECT id, received_on, text, answer, by_name, at FROM release_objection
WHERE release_id = $1 ORDER BY received_on, at, id)sql";
constexpr std::string_view count_objections_sql =
    "SELECT count(*) FROM release_objection WHERE release_id = $1";

constexpr std::string_view load_hiding_sql = R"sql(
SELECT names, amounts, companies, unit_levels, hidden_words, spared_words, version
FROM disclosure_hiding WHERE programme_id = $1)sql";
constexpr std::string_view insert_hiding_sql = R"sql(
INSERT INTO disclosure_hiding (programme_id, names, amounts, companies, unit_levels, hidden_words,
                               spared_words, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, 1) ON CONFLICT (programme_id) DO NOTHING)sql";
constexpr std::string_view update_hiding_sql = R"sql(
UPDATE disclosure_hiding SET names = $2, amounts = $3, companies = $4, unit_levels = $5,
       hidden_words = $6, spared_words = $7, version = $8
WHERE programme_id = $1 AND version = $8 - 1)sql";

std::vector<std::string> lines_in(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) lines.emplace_back(base::cut(text, '\n'));
    return lines;
}

/// From three columns: account, name, moment.
std::optional<Step> step_in(const db::Row& row, int column) {
    const auto at = row.optional_instant(column + 2);
    if (!at) return std::nullopt;
    return Step{row.optional_id<base::AccountId>(column).value_or(base::AccountId{}),
                row.string(column + 1), *at};
}

std::optional<Publication> publication_in(const db::Row& row) {
    const auto on = row.optional_date(24);
    if (!on) return std::nullopt;
    return Publication{
        *on, row.string(25), row.string(26), row.string(27), row.optional_date(28), row.string(29)};
}

Release release_in(const db::Row& row) {
    Release one;
    one.id = row.id<ReleaseId>(0);
    one.programme = row.id<ProgrammeId>(1);
    one.programme_title = row.string(2);
    one.number = row.integer(3);
    one.audience = audience_of(row.text(4)).value_or(Audience::society);
    one.title = row.opened(5, "public_release.title", one.id);
    one.edition = row.optional_id<narrative::EditionId>(35);
    one.source = one.edition ? Source::edition : source_of(row.text(6)).value_or(Source::text);
    one.previous = row.optional_id<ReleaseId>(7);
    one.state = release_state_of(row.text(8)).value_or(ReleaseState::withdrawn);
    one.last_passage = row.integer(9);
    one.begun = {row.id<base::AccountId>(10), row.string(11), row.instant(12)};
    one.submitted = step_in(row, 13);
    one.decided = step_in(row, 16);
    if (const auto ground = ground_of(row.text(19)))
        one.exemption = Exemption{*ground, row.opened(20, "public_release.exempt_reason", one.id)};
    one.opinion = row.opened(21, "public_release.opinion", one.id);
    one.digest = row.string(22);
    one.algorithm = journal::algorithm_named(row.text(23)).value_or(base::Algorithm::sha256);
    one.publication = publication_in(row);
    one.withdrawn = step_in(row, 30);
    one.withdrawal = row.opened(33, "public_release.withdrawal", one.id);
    one.version = row.integer(34);
    return one;
}

std::string passage_row(ReleaseId release, std::int64_t number) {
    return ledger::name_of_keys(release.text(), number);
}

Passage passage_in(const db::Row& row, ReleaseId release) {
    Passage one;
    one.number = row.integer(0);
    const auto place = [&] { return passage_row(release, one.number); };
    one.place = {row.integer(1), row.integer(2), row.integer(3)};
    one.rule = rule_of(row.text(4)).value_or(Rule::manual);
    one.ground = ground_of(row.text(5)).value_or(Ground::other_sensitive);
    one.must = row.integer(6) != 0;
    one.replacement = row.opened(7, "release_passage.replacement", place);
    one.decision = decision_of(row.text(8)).value_or(Decision::proposed);
    one.reason = row.opened(9, "release_passage.reason", place);
    one.decided_by = row.optional_id<base::AccountId>(10);
    one.decided_by_name = row.string(11);
    one.consented = row.integer(12) != 0;
    return one;
}

std::optional<base::AccountId> account_of(const std::optional<Step>& step) {
    return step ? std::optional(step->account) : std::nullopt;
}
std::string name_in(const std::optional<Step>& step) {
    return step ? step->name : std::string();
}
std::optional<base::Instant> moment_of(const std::optional<Step>& step) {
    return step ? std::optional(step->at) : std::nullopt;
}

}  // namespace

Hiding load_hiding(db::Transaction& transaction, ProgrammeId programme) {
    return transaction
        .first(load_hiding_sql, {programme},
               [](const db::Row& row) {
                   return Hiding{name_style_of(row.text(0)).value_or(NameStyle::some),
                                 amount_style_of(row.text(1)).value_or(AmountStyle::rounded),
                                 row.integer(2) != 0,
                                 row.integer(3),
                                 lines_in(row.text(4)),
                                 lines_in(row.text(5)),
                                 row.integer(6)};
               })
        .value_or(Hiding{});
}

base::Result<void> save_hiding(db::Transaction& transaction, ProgrammeId programme,
                               const Hiding& hiding) {
    const auto hidden = joined(hiding.hidden_words), spared = joined(hiding.spared_words);
    const std::int64_t companies = hiding.companies ? 1 : 0;
    const auto changed =
        hiding.version == 1
            ? transaction.execute(insert_hiding_sql,
                                  {programme, name_of(hiding.names), name_of(hiding.amounts),
                                   companies, hiding.unit_levels, hidden, spared})
            : transaction.execute(update_hiding_sql,
                                  {programme, name_of(hiding.names), name_of(hiding.amounts),
                                   companies, hiding.unit_levels, hidden, spared, hiding.version});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    return {};
}

void insert_release(db::Transaction& transaction, const Release& release,
                    const ReleaseTexts& texts) {
    // An edition gives a text: which one it was stands in a row of its own.
    const auto stored = release.edition ? Source::text : release.source;
    const auto title = transaction.sealed(release.title, "public_release.title", release.id);
    const auto text = transaction.sealed(joined(texts.inside), "public_release.text", release.id);
    const auto open =
        transaction.sealed(joined(texts.open_words), "public_release.open_words", release.id);
    transaction.execute(
        insert_sql, {release.id, release.programme, release.number, name_of(release.audience),
                     title, name_of(stored), release.previous, name_of(release.state), text, open,
                     release.last_passage, release.begun.account, release.begun.name,
                     release.begun.at, base::name_of(release.algorithm), release.version});
    if (release.edition) transaction.execute(insert_edition_sql, {release.id, *release.edition});
}

base::Result<void> save_release(db::Transaction& transaction, const Release& release) {
    const auto exemption = release.exemption.value_or(Exemption{});
    const std::string_view ground = release.exemption ? name_of(exemption.ground) : "";
    const auto id = release.id;
    const auto why = transaction.sealed(exemption.reason, "public_release.exempt_reason", id);
    const auto opinion = transaction.sealed(release.opinion, "public_release.opinion", id);
    const auto withdrawal = transaction.sealed(release.withdrawal, "public_release.withdrawal", id);
    const auto publication = release.publication.value_or(Publication{});
    const auto on = release.publication ? std::optional(publication.on) : std::nullopt;
    const auto submitter = name_in(release.submitted), decider = name_in(release.decided),
               withdrawer = name_in(release.withdrawn);
    const auto changed = transaction.execute(update_sql, {id,
                                                          release.version,
                                                          name_of(release.state),
                                                          release.last_passage,
                                                          account_of(release.submitted),
                                                          submitter,
                                                          moment_of(release.submitted),
                                                          account_of(release.decided),
                                                          decider,
                                                          moment_of(release.decided),
                                                          ground,
                                                          why,
                                                          opinion,
                                                          release.digest,
                                                          base::name_of(release.algorithm),
                                                          on,
                                                          publication.channel,
                                                          publication.link,
                                                          publication.number,
                                                          publication.objections_until,
                                                          publication.by,
                                                          account_of(release.withdrawn),
                                                          withdrawer,
                                                          moment_of(release.withdrawn),
                                                          withdrawal});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    return {};
}

void save_public_text(db::Transaction& transaction, ReleaseId id, const Paragraphs& out) {
    const auto text = transaction.sealed(joined(out), "public_release.public_text", id);
    transaction.execute(approve_sql, {id, text});
}

ReleaseTexts load_texts(db::Transaction& transaction, ReleaseId id) {
    return transaction
        .first(texts_sql, {id},
               [&](const db::Row& row) {
                   return ReleaseTexts{lines_in(row.opened(0, "public_release.text", id)),
                                       lines_in(row.opened(1, "public_release.public_text", id)),
                                       lines_in(row.opened(2, "public_release.open_words", id))};
               })
        .value_or(ReleaseTexts{});
}

std::optional<Release> find_release(db::Transaction& transaction, ReleaseId id,
                                    const base::Scope& scope) {
    Conditions where;
    where.add("v.id = ", id);
    ledger::add_programmes_in_scope(where, scope);
    return db::first(transaction, std::string(select_releases) + where.text(), where, release_in);
}

std::vector<Release> list_releases(db::Transaction& transaction, ProgrammeId programme,
                                   const base::Scope& scope) {
    Conditions where;
    where.add("v.programme_id = ", programme);
    ledger::add_programmes_in_scope(where, scope);
    return db::all(transaction,
                   std::string(select_releases) + where.text() + "\nORDER BY v.number DESC", where,
                   release_in);
}

std::vector<Release> list_releases_at(db::Transaction& transaction, ReleaseState state,
                                      const base::Scope& scope) {
    Conditions where;
    where.add("v.state = ", name_of(state));
    ledger::add_programmes_in_scope(where, scope);
    const auto sql = std::string(select_releases) + where.text() +
                     "\nORDER BY v.submitted_at, v.id LIMIT " +
                     where.place_for(waiting_releases_max);
    return db::all(transaction, sql, where, release_in);
}

std::int64_t last_release_number(db::Transaction& transaction, ProgrammeId programme) {
    return transaction
        .first(last_number_sql, {programme}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

void insert_passage(db::Transaction& transaction, ReleaseId release, const Passage& one) {
    const auto place = passage_row(release, one.number);
    const auto replacement =
        transaction.sealed(one.replacement, "release_passage.replacement", place);
    const auto reason = transaction.sealed(one.reason, "release_passage.reason", place);
    transaction.execute(insert_passage_sql,
                        {release, one.number, one.place.paragraph, one.place.from, one.place.length,
                         name_of(one.rule), name_of(one.ground), std::int64_t{one.must},
                         replacement, name_of(one.decision), reason, one.decided_by,
                         one.decided_by_name, std::int64_t{one.consented}});
}

void save_passage(db::Transaction& transaction, ReleaseId release, const Passage& one) {
    const auto place = passage_row(release, one.number);
    const auto replacement =
        transaction.sealed(one.replacement, "release_passage.replacement", place);
    const auto reason = transaction.sealed(one.reason, "release_passage.reason", place);
    transaction.execute(update_passage_sql, {release, one.number, name_of(one.ground), replacement,
                                             name_of(one.decision), reason, one.decided_by,
                                             one.decided_by_name, std::int64_t{one.consented}});
}

void delete_passage(db::Transaction& transaction, ReleaseId release, std::int64_t number) {
    transaction.execute(delete_passage_sql, {release, number});
}

std::vector<Passage> list_passages(db::Transaction& transaction, ReleaseId release) {
    return transaction.all(list_passages_sql, {release},
                           [&](const db::Row& row) { return passage_in(row, release); });
}

void insert_objection(db::Transaction& transaction, ReleaseId release, const Objection& one) {
    const auto text = transaction.sealed(one.text, "release_objection.text", one.id);
    const auto answer = transaction.sealed(one.answer, "release_objection.answer", one.id);
    transaction.execute(insert_objection_sql,
                        {one.id, release, one.received_on, text, answer, one.by, one.at});
}

std::vector<Objection> list_objections(db::Transaction& transaction, ReleaseId release) {
    return transaction.all(list_objections_sql, {release}, [](const db::Row& row) {
        const auto id = row.id<ObjectionId>(0);
        return Objection{id,
                         *row.optional_date(1),
                         row.opened(2, "release_objection.text", id),
                         row.opened(3, "release_objection.answer", id),
                         row.string(4),
                         row.instant(5)};
    });
}

std::int64_t count_objections(db::Transaction& transaction, ReleaseId release) {
    return transaction
        .first(count_objections_sql, {release}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::vector<ledger::SealedSet> sealed_releases() {
    return {
        {"public_release",
         {{"id"}},
         {"title", "text", "open_words", "exempt_reason", "opinion", "public_text", "withdrawal"},
         "1"},
        {"release_passage", {{"release_id"}, {"number", true}}, {"replacement", "reason"}, "1"},
        {"release_objection", {{"id"}}, {"text", "answer"}, "1"}};
}

}  // namespace disclosure
