#include "templates/template_store.hpp"

namespace templates {
namespace {

constexpr std::string_view insert_template_sql = R"sql(
INSERT INTO template (id, name, kind, used, version) VALUES ($1, $2, $3, $4, $5))sql";
constexpr std::string_view save_template_sql = R"sql(
UPDATE template SET used = $2, withdrawn_at = $3, withdrawn_by = $4, withdrawal_reason = $5,
                    version = version + 1
WHERE id = $1 AND version = $6)sql";
constexpr std::string_view insert_version_sql = R"sql(
INSERT INTO template_version (template_id, number, file_name, digest, bytes, marks, by_account,
                              by_name, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql";
constexpr std::string_view insert_fault_sql = R"sql(
INSERT INTO template_fault (template_id, number, position, code, place, value, accepted)
VALUES ($1, $2, $3, $4, $5, $6, $7))sql";

constexpr std::string_view select_templates = R"sql(
SELECT id, name, kind, used, withdrawn_at, withdrawn_by, withdrawal_reason, version
FROM template ORDER BY name, id)sql";
constexpr std::string_view select_template = R"sql(
SELECT id, name, kind, used, withdrawn_at, withdrawn_by, withdrawal_reason, version
FROM template WHERE id = $1)sql";
constexpr std::string_view select_versions = R"sql(
SELECT number, file_name, digest, bytes, marks, by_account, by_name, at
FROM template_version WHERE template_id = $1 ORDER BY number)sql";
constexpr std::string_view select_faults = R"sql(
SELECT number, code, place, value, accepted
FROM template_fault WHERE template_id = $1 ORDER BY number, position)sql";

std::string said(const base::Error& fault, std::string_view name) {
    for (const auto& [key, value] : fault.args)
        if (key == name) return value;
    return "";
}

Template template_in(const db::Row& row) {
    Template one;
    one.id = row.id<TemplateId>(0);
    one.name = row.string(1);
    one.kind = office::template_kind_of(row.text(2)).value_or(office::TemplateKind::docx);
    one.used = row.integer(3);
    if (!row.is_null(4)) one.withdrawn = {row.instant(4), row.string(5), row.string(6)};
    one.version = row.integer(7);
    return one;
}

Version version_in(const db::Row& row) {
    return {row.integer(0), row.string(1),  row.string(2),
            row.integer(3), row.integer(4), row.id<base::AccountId>(5),
            row.string(6),  row.instant(7), {}};
}

void add_versions(db::Transaction& transaction, Template& one) {
    one.versions = transaction.all(select_versions, {one.id}, version_in);
    transaction.each(select_faults, {one.id}, [&](const db::Row& row) {
        const auto at = static_cast<std::size_t>(row.integer(0) - 1);
        one.versions.at(at).faults.push_back(base::refuse(
            base::ErrorKind::invalid, row.text(1), "file",
            {{"place", row.string(2)}, {"value", row.string(3)}, {"accepted", row.string(4)}}));
    });
}

}  // namespace

void lock_templates(db::Transaction& transaction) {
    transaction.lock("templates");
}

void insert_template(db::Transaction& transaction, const Template& one) {
    transaction.execute(insert_template_sql,
                        {one.id, one.name, office::name_of(one.kind), one.used, one.version});
}

base::Result<void> save_template(db::Transaction& transaction, const Template& one) {
    const auto withdrawn = one.withdrawn.value_or(Withdrawal{});
    using Moment = std::optional<base::Instant>;
    using Words = std::optional<std::string>;
    const bool is = one.withdrawn.has_value();
    const auto changed = transaction.execute(
        save_template_sql,
        {one.id, one.used, is ? Moment(withdrawn.at) : Moment(), is ? Words(withdrawn.by) : Words(),
         is ? Words(withdrawn.reason) : Words(), one.version});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    return {};
}

void insert_version(db::Transaction& transaction, TemplateId id, const Version& version) {
    transaction.execute(insert_version_sql,
                        {id, version.number, version.file_name, version.digest, version.bytes,
                         version.marks, version.by_account, version.by, version.at});
    std::int64_t position = 0;
    for (const auto& fault : version.faults)
        transaction.execute(insert_fault_sql,
                            {id, version.number, ++position, fault.code, said(fault, "place"),
                             said(fault, "value"), said(fault, "accepted")});
}

std::optional<Template> find_template(db::Transaction& transaction, TemplateId id) {
    auto one = transaction.first(select_template, {id}, template_in);
    if (one) add_versions(transaction, *one);
    return one;
}

std::vector<Template> list_templates(db::Transaction& transaction) {
    auto all = transaction.all(select_templates, {}, template_in);
    for (auto& one : all) add_versions(transaction, one);
    return all;
}

}  // namespace templates
