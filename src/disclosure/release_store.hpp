// Statements on texts that go public, their passages and what was said against them. Decides
// nothing.
#pragma once

#include "db/database.hpp"
#include "disclosure/hiding.hpp"
#include "disclosure/release.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace disclosure {

/// As the program brings it where nothing was chosen.
[[nodiscard]] Hiding load_hiding(db::Transaction& transaction, ProgrammeId programme);
/// Refuses somebody_else_changed_it. The stored version becomes that of `hiding`.
[[nodiscard]] base::Result<void> save_hiding(db::Transaction& transaction, ProgrammeId programme,
                                             const Hiding& hiding);

/// What stands in a release and never changes once it does.
struct ReleaseTexts {
    Paragraphs inside, out;
    std::vector<std::string> open_words;
};

void insert_release(db::Transaction& transaction, const Release& release,
                    const ReleaseTexts& texts);
/// Everything that changes but the texts. Refuses somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_release(db::Transaction& transaction, const Release& release);
/// The text that was approved; once only.
void save_public_text(db::Transaction& transaction, ReleaseId id, const Paragraphs& out);
[[nodiscard]] ReleaseTexts load_texts(db::Transaction& transaction, ReleaseId id);
/// Of a programme within the scope.
[[nodiscard]] std::optional<Release> find_release(db::Transaction& transaction, ReleaseId id,
                                                  const base::Scope& scope);
/// The last one first.
[[nodiscard]] std::vector<Release> list_releases(db::Transaction& transaction,
                                                 ProgrammeId programme, const base::Scope& scope);
/// Of all programmes within the scope, those that stand at `state`, the longest waiting first.
inline constexpr std::int64_t waiting_releases_max = 200;
[[nodiscard]] std::vector<Release> list_releases_at(db::Transaction& transaction,
                                                    ReleaseState state, const base::Scope& scope);
[[nodiscard]] std::int64_t last_release_number(db::Transaction& transaction, ProgrammeId programme);

void insert_passage(db::Transaction& transaction, ReleaseId release, const Passage& passage);
void save_passage(db::Transaction& transaction, ReleaseId release, const Passage& passage);
void delete_passage(db::Transaction& transaction, ReleaseId release, std::int64_t number);
/// In the order of the text.
[[nodiscard]] std::vector<Passage> list_passages(db::Transaction& transaction, ReleaseId release);

void insert_objection(db::Transaction& transaction, ReleaseId release, const Objection& one);
/// By the day on which they came.
[[nodiscard]] std::vector<Objection> list_objections(db::Transaction& transaction,
                                                     ReleaseId release);
[[nodiscard]] std::int64_t count_objections(db::Transaction& transaction, ReleaseId release);

/// What of it is sealed at rest where the database seals.
[[nodiscard]] std::vector<ledger::SealedSet> sealed_releases();

}  // namespace disclosure
