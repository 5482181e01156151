#include "sittings/follow_up_store.hpp"

#include "ledger/sealed_rows_store.hpp"

namespace sittings {
namespace {

constexpr std::string_view insert_item_sql = R"sql(
INSERT INTO life_list_item (id, life_meeting_id, owner_id, position, source, source_note, entry_id,
                            problem, measure, goal, leader_id, holder, due_on, problem_id, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15))sql";
constexpr std::string_view update_item = R"sql(
UPDATE life_list_item SET owner_id = $2, source = $3, source_note = $4, entry_id = $5, problem = $6,
                          measure = $7, goal = $8, leader_id = $9, holder = $10, due_on = $11,
                          problem_id = $12, version = $13
WHERE id = $1 AND version = $13 - 1)sql";
constexpr std::string_view delete_item = "DELETE FROM life_list_item WHERE id = $1";
constexpr std::string_view select_item = R"sql(
SELECT i.id, i.position, i.owner_id, i.source, i.source_note, i.entry_id, i.problem, i.measure,
       i.goal, i.leader_id, i.holder, i.due_on, i.problem_id, COALESCE(r.status, ''), i.version
FROM life_list_item i LEFT JOIN problem r ON r.id = i.problem_id
WHERE i.life_meeting_id = $1 AND i.id = $2)sql";
constexpr std::string_view select_items = R"sql(
SELECT i.id, i.position, i.owner_id, i.source, i.source_note, i.entry_id, i.problem, i.measure,
       i.goal, i.leader_id, i.holder, i.due_on, i.problem_id, COALESCE(r.status, ''), i.version
FROM life_list_item i LEFT JOIN problem r ON r.id = i.problem_id
     LEFT JOIN life_participant p ON p.id = i.owner_id
WHERE i.life_meeting_id = $1 ORDER BY COALESCE(p.position, -1), i.position)sql";
constexpr std::string_view select_earlier = R"sql(
SELECT m.id FROM life_meeting m JOIN programme g ON g.id = m.programme_id
WHERE g.inspected_unit_id = $1 AND m.held_on < $2 AND m.id <> $3 AND m.state = 'closed'
  AND EXISTS (SELECT 1 FROM life_list_item i WHERE i.life_meeting_id = m.id)
ORDER BY m.held_on DESC, m.id DESC LIMIT 1)sql";
constexpr std::string_view last_number_sql =
    "SELECT COALESCE(max(position), 0) FROM life_list_item WHERE life_meeting_id = $1";

constexpr std::string_view select_text = R"sql(
SELECT text, version, at, by_name, issued_on, issued_by, digest
FROM life_text WHERE life_meeting_id = $1 AND kind = $2)sql";
constexpr std::string_view insert_text = R"sql(
INSERT INTO life_text (life_meeting_id, kind, text, version, at, by_name, issued_on, issued_by,
                       digest)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (life_meeting_id, kind) DO NOTHING)sql";
constexpr std::string_view update_text = R"sql(
UPDATE life_text SET text = $3, version = $4, at = $5, by_name = $6, issued_on = $7, issued_by = $8,
                     digest = $9
WHERE life_meeting_id = $1 AND kind = $2 AND version = $4 - 1)sql";

constexpr std::string_view insert_package_sql = R"sql(
INSERT INTO life_package (id, life_meeting_id, recipient, name, contents, due_on, delivered_on,
                          delivered_by, receipt, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql";
constexpr std::string_view update_package = R"sql(
UPDATE life_package SET recipient = $2, name = $3, contents = $4, due_on = $5, delivered_on = $6,
                        delivered_by = $7, receipt = $8, version = $9
WHERE id = $1 AND version = $9 - 1)sql";
constexpr std::string_view select_packages = R"sql(
SELECT id, recipient, name, contents, due_on, delivered_on, delivered_by, receipt, version
FROM life_package WHERE life_meeting_id = $1 ORDER BY due_on, id)sql";
constexpr std::string_view select_package = R"sql(
SELECT id, recipient, name, contents, due_on, delivered_on, delivered_by, receipt, version
FROM life_package WHERE life_meeting_id = $1 AND id = $2)sql";
constexpr std::string_view select_due = R"sql(
SELECT id, recipient, name, contents, due_on, delivered_on, delivered_by, receipt, version,
       life_meeting_id
FROM life_package WHERE delivered_on IS NULL AND due_on <= $1 ORDER BY due_on, id LIMIT $2)sql";

constexpr std::string_view insert_publication_sql = R"sql(
INSERT INTO life_publication (id, life_meeting_id, subject, scope, published_on, publisher, remark,
                              at, by_name)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING)sql";
constexpr std::string_view select_publications = R"sql(
SELECT id, subject, scope, published_on, publisher, remark, at, by_name
FROM life_publication WHERE life_meeting_id = $1 ORDER BY published_on, at, id)sql";

constexpr std::string_view insert_branch = R"sql(
INSERT INTO life_branch_meeting (id, life_meeting_id, branch, due_on, held_on, leaders, remark,
                                 version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql";
constexpr std::string_view update_branch = R"sql(
UPDATE life_branch_meeting SET branch = $2, due_on = $3, held_on = $4, leaders = $5, remark = $6,
                               version = $7
WHERE id = $1 AND version = $7 - 1)sql";
constexpr std::string_view select_branches = R"sql(
SELECT id, branch, due_on, held_on, leaders, remark, version
FROM life_branch_meeting WHERE life_meeting_id = $1 ORDER BY due_on, id)sql";
constexpr std::string_view select_branch = R"sql(
SELECT id, branch, due_on, held_on, leaders, remark, version
FROM life_branch_meeting WHERE life_meeting_id = $1 AND id = $2)sql";

constexpr std::string_view put_line = R"sql(
INSERT INTO life_archive_line (life_meeting_id, material, state, remark, at, by_name)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (life_meeting_id, material) DO UPDATE SET state = $3, remark = $4, at = $5,
    by_name = $6)sql";
constexpr std::string_view select_lines = R"sql(
SELECT material, state, remark, at, by_name FROM life_archive_line
WHERE life_meeting_id = $1 ORDER BY material)sql";

base::Result<void> one_changed(std::int64_t changed) {
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    return {};
}

ListItem item_in(const db::Row& row) {
    ListItem one;
    one.id = row.id<ListItemId>(0);
    one.number = row.integer(1);
    auto& terms = one.terms;
    terms.owner = row.optional_id<ParticipantId>(2);
    terms.source = list_source_of(row.text(3)).value_or(ListSource::feedback);
    terms.source_note = row.opened(4, "life_list_item.source_note", one.id);
    terms.entry = row.optional_id<EntryId>(5);
    terms.problem = row.opened(6, "life_list_item.problem", one.id);
    terms.measure = row.opened(7, "life_list_item.measure", one.id);
    terms.goal = row.opened(8, "life_list_item.goal", one.id);
    terms.leader = row.optional_id<ParticipantId>(9);
    terms.holder = row.string(10);
    terms.due_on = row.optional_date(11);
    one.problem = row.optional_id<ledger::ProblemId>(12);
    one.status = row.string(13);
    one.version = row.integer(14);
    return one;
}

/// The four texts as they are to be stored.
struct StoredTerms {
    StoredTerms(const db::Transaction& transaction, const ListItem& one)
        : source_note(
              transaction.sealed(one.terms.source_note, "life_list_item.source_note", one.id)),
          problem(transaction.sealed(one.terms.problem, "life_list_item.problem", one.id)),
          measure(transaction.sealed(one.terms.measure, "life_list_item.measure", one.id)),
          goal(transaction.sealed(one.terms.goal, "life_list_item.goal", one.id)) {}
    std::string source_note, problem, measure, goal;
};

std::string joined(const std::vector<SittingPaper>& papers) {
    std::string names;
    for (const auto one : papers) names += (names.empty() ? "" : ",") + std::string(name_of(one));
    return names;
}
std::vector<SittingPaper> papers_in(std::string_view names) {
    std::vector<SittingPaper> papers;
    while (!names.empty()) {
        const auto end = std::min(names.find(','), names.size());
        if (const auto one = sitting_paper_of(names.substr(0, end))) papers.push_back(*one);
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return papers;
}

Package package_in(const db::Row& row) {
    Package one;
    one.id = row.id<PackageId>(0);
    one.terms.recipient = recipient_of(row.text(1)).value_or(Recipient::other);
    one.terms.name = row.string(2);
    one.terms.contents = papers_in(row.text(3));
    one.terms.due_on = row.date(4);
    one.delivered_on = row.optional_date(5);
    one.delivered_by = row.string(6);
    one.receipt = row.string(7);
    one.version = row.integer(8);
    return one;
}

BranchMeeting branch_in(const db::Row& row) {
    return {row.id<BranchMeetingId>(0),
            row.string(1),
            row.date(2),
            row.optional_date(3),
            row.string(4),
            row.string(5),
            row.integer(6)};
}

std::string text_name(LifeMeetingId id, LifeTextKind kind) {
    return ledger::name_of_keys(id.text(), name_of(kind));
}

}  // namespace

void insert_list_item(db::Transaction& transaction, LifeMeetingId id, const ListItem& one) {
    const StoredTerms texts(transaction, one);
    const auto& terms = one.terms;
    transaction.execute(insert_item_sql,
                        {one.id, id, terms.owner, one.number, name_of(terms.source),
                         texts.source_note, terms.entry, texts.problem, texts.measure, texts.goal,
                         terms.leader, terms.holder, terms.due_on, one.problem, one.version});
}

base::Result<void> save_list_item(db::Transaction& transaction, const ListItem& one) {
    const StoredTerms texts(transaction, one);
    const auto& terms = one.terms;
    return one_changed(transaction.execute(
        update_item, {one.id, terms.owner, name_of(terms.source), texts.source_note, terms.entry,
                      texts.problem, texts.measure, texts.goal, terms.leader, terms.holder,
                      terms.due_on, one.problem, one.version}));
}

void delete_list_item(db::Transaction& transaction, ListItemId id) {
    transaction.execute(delete_item, {id});
}

std::optional<ListItem> find_list_item(db::Transaction& transaction, LifeMeetingId meeting,
                                       ListItemId id) {
    return transaction.first(select_item, {meeting, id}, item_in);
}

std::vector<ListItem> list_items(db::Transaction& transaction, LifeMeetingId id) {
    return transaction.all(select_items, {id}, item_in);
}

std::optional<LifeMeetingId> find_earlier_meeting(db::Transaction& transaction,
                                                  const LifeMeeting& meeting) {
    return transaction.first(select_earlier, {meeting.unit, meeting.terms.held_on, meeting.id},
                             [](const db::Row& row) { return row.id<LifeMeetingId>(0); });
}

std::int64_t load_last_number(db::Transaction& transaction, LifeMeetingId id) {
    return transaction
        .first(last_number_sql, {id}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

LifeText load_text(db::Transaction& transaction, LifeMeetingId id, LifeTextKind kind) {
    LifeText none;
    none.kind = kind;
    return transaction
        .first(select_text, {id, name_of(kind)},
               [&](const db::Row& row) {
                   LifeText one;
                   one.kind = kind;
                   one.text = row.opened(0, "life_text.text", [&] { return text_name(id, kind); });
                   one.version = row.integer(1);
                   one.at = row.instant(2);
                   one.by = row.string(3);
                   one.issued_on = row.optional_date(4);
                   one.issued_by = row.string(5);
                   one.digest = row.string(6);
                   return one;
               })
        .value_or(none);
}

base::Result<void> save_text(db::Transaction& transaction, LifeMeetingId id, const LifeText& one) {
    const auto text = transaction.sealed(one.text, "life_text.text", text_name(id, one.kind));
    return one_changed(transaction.execute(one.version == 1 ? insert_text : update_text,
                                           {id, name_of(one.kind), text, one.version, one.at,
                                            one.by, one.issued_on, one.issued_by, one.digest}));
}

void insert_package(db::Transaction& transaction, LifeMeetingId id, const Package& one) {
    const auto contents = joined(one.terms.contents);
    transaction.execute(
        insert_package_sql,
        {one.id, id, name_of(one.terms.recipient), one.terms.name, contents, one.terms.due_on,
         one.delivered_on, one.delivered_by, one.receipt, one.version});
}

base::Result<void> save_package(db::Transaction& transaction, const Package& one) {
    const auto contents = joined(one.terms.contents);
    return one_changed(transaction.execute(
        update_package,
        {one.id, name_of(one.terms.recipient), one.terms.name, contents, one.terms.due_on,
         one.delivered_on, one.delivered_by, one.receipt, one.version}));
}

std::vector<Package> list_packages(db::Transaction& transaction, LifeMeetingId id) {
    return transaction.all(select_packages, {id}, package_in);
}

std::optional<Package> find_package(db::Transaction& transaction, LifeMeetingId meeting,
                                    PackageId id) {
    return transaction.first(select_package, {meeting, id}, package_in);
}

std::vector<DuePackage> list_due_packages(db::Transaction& transaction, base::Date until,
                                          std::int64_t rows_max) {
    return transaction.all(select_due, {until, rows_max}, [](const db::Row& row) {
        return DuePackage{row.id<LifeMeetingId>(9), package_in(row)};
    });
}

void insert_publication(db::Transaction& transaction, LifeMeetingId id, const Publication& one) {
    transaction.execute(insert_publication_sql,
                        {one.id, id, name_of(one.subject), one.scope, one.published_on,
                         one.publisher, one.remark, one.at, one.by});
}

std::vector<Publication> list_publications(db::Transaction& transaction, LifeMeetingId id) {
    return transaction.all(select_publications, {id}, [](const db::Row& row) {
        Publication one;
        one.id = row.id<PublicationId>(0);
        one.subject = published_subject_of(row.text(1)).value_or(PublishedSubject::bulletin);
        one.scope = row.string(2);
        one.published_on = row.date(3);
        one.publisher = row.string(4);
        one.remark = row.string(5);
        one.at = row.instant(6);
        one.by = row.string(7);
        return one;
    });
}

void insert_branch_meeting(db::Transaction& transaction, LifeMeetingId id,
                           const BranchMeeting& one) {
    transaction.execute(insert_branch, {one.id, id, one.branch, one.due_on, one.held_on,
                                        one.leaders, one.remark, one.version});
}

base::Result<void> save_branch_meeting(db::Transaction& transaction, const BranchMeeting& one) {
    return one_changed(transaction.execute(
        update_branch,
        {one.id, one.branch, one.due_on, one.held_on, one.leaders, one.remark, one.version}));
}

std::vector<BranchMeeting> list_branch_meetings(db::Transaction& transaction, LifeMeetingId id) {
    return transaction.all(select_branches, {id}, branch_in);
}

std::optional<BranchMeeting> find_branch_meeting(db::Transaction& transaction,
                                                 LifeMeetingId meeting, BranchMeetingId id) {
    return transaction.first(select_branch, {meeting, id}, branch_in);
}

void save_archive_line(db::Transaction& transaction, LifeMeetingId id, const ArchiveLine& one) {
    transaction.execute(
        put_line, {id, name_of(one.material), name_of(one.state), one.remark, one.at, one.by});
}

std::vector<ArchiveLine> list_archive_lines(db::Transaction& transaction, LifeMeetingId id) {
    return transaction.all(select_lines, {id}, [](const db::Row& row) {
        ArchiveLine one;
        one.material = material_of(row.text(0)).value_or(Material::request);
        one.state = filed_state_of(row.text(1)).value_or(FiledState::missing);
        one.remark = row.string(2);
        one.at = row.optional_instant(3);
        one.by = row.string(4);
        return one;
    });
}

}  // namespace sittings
