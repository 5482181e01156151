// Statements on templates, their versions and what is wrong with them. Decides nothing, and deletes
// nothing.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "templates/template.hpp"

namespace templates {

/// Waits for whoever else changes templates.
void lock_templates(db::Transaction& transaction);
/// Without versions.
void insert_template(db::Transaction& transaction, const Template& one);
/// The row, not its versions; its version moves on. Refuses somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_template(db::Transaction& transaction, const Template& one);
void insert_version(db::Transaction& transaction, TemplateId id, const Version& version);

/// With all its versions.
[[nodiscard]] std::optional<Template> find_template(db::Transaction& transaction, TemplateId id);
/// By name, with all their versions.
[[nodiscard]] std::vector<Template> list_templates(db::Transaction& transaction);

}  // namespace templates
