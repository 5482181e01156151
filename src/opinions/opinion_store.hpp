// Collections, sheets and opinions in the database, to whom they were given and who signed. One
// function a statement or a row with its parts; decides nothing. Opinions are inserted and struck;
// nothing writes over their words.
#pragma once

#include "ledger/programme_store.hpp"
#include "ledger/sealed_rows_store.hpp"
#include "opinions/opinion.hpp"

namespace opinions {

void insert_collection(db::Transaction& transaction, const Collection& one);
/// Over the version before. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_collection(db::Transaction& transaction,
                                                 const Collection& one);
[[nodiscard]] std::optional<Collection> find_collection(db::Transaction& transaction,
                                                        LifeMeetingId id);

/// The running numbers that were given last.
struct LastOpinionNumbers {
    std::int64_t sheet = 0, opinion = 0;
};
[[nodiscard]] LastOpinionNumbers load_last_numbers(db::Transaction& transaction, LifeMeetingId id);

/// How a sheet came in.
struct SheetEntry {
    LifeMeetingId meeting;
    std::int64_t number = 0;
    std::string origin;  // digest of the workbook; "" : none
    base::Instant at;
    std::string by;
};
/// Without its lines.
void insert_sheet(db::Transaction& transaction, const Sheet& sheet, const SheetEntry& entry);
/// As it was sent, with the lines it began with.
[[nodiscard]] std::optional<Sheet> find_sheet(db::Transaction& transaction, SheetId id);
[[nodiscard]] bool has_origin(db::Transaction& transaction, LifeMeetingId id,
                              std::string_view origin);

void insert_opinion(db::Transaction& transaction, const Opinion& one);
void insert_strike(db::Transaction& transaction, OpinionId id, const Strike& strike,
                   const std::optional<OpinionId>& replaced_by);
[[nodiscard]] std::optional<Opinion> find_opinion(db::Transaction& transaction, OpinionId id);
/// Those of the meeting among these, in the order of their numbers.
[[nodiscard]] std::vector<Opinion> list_opinions(db::Transaction& transaction, LifeMeetingId id,
                                                 const std::vector<OpinionId>& ids);

struct OpinionFilter {
    LifeMeetingId meeting;
    bool team_only = false;
    std::optional<ParticipantId> about;         // of one person only
    std::optional<ParticipantId> delivered_to;  // only what was given to them and still holds
    ledger::Page page;
};
struct ListedOpinion {
    Opinion opinion;
    std::optional<base::Instant> received_at;  // by delivered_to
};
struct OpinionPage {
    std::vector<ListedOpinion> rows;  // by number
    std::int64_t total = 0;
};
[[nodiscard]] OpinionPage list_opinions(db::Transaction& transaction, const OpinionFilter& filter);

/// Gives one of the team what is for them and was not given before; returns how many.
[[nodiscard]] std::int64_t insert_deliveries(db::Transaction& transaction, LifeMeetingId id,
                                             ParticipantId participant, base::Instant now);
enum class Signed { by_account, on_paper };
/// Signs for all that was given to them; returns how many.
[[nodiscard]] std::int64_t save_receipt(db::Transaction& transaction, ParticipantId participant,
                                        Signed how, base::Instant now);

/// What is sealed of opinions, ballots and gathered problems.
[[nodiscard]] std::vector<ledger::SealedSet> sealed_opinions();

}  // namespace opinions
