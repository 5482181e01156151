// The parts that rows of the ledger share on the wire: responsibility, deadline, area, problem in
// brief, and the rows themselves with the acts that are possible now.
#pragma once

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "ledger/ledger_list_store.hpp"

namespace ledger {

/// For whom and on which day rows are written: decides `may`, days left and tier.
struct Reader {
    const base::Actor& actor;
    base::Date today;

    /// A person's name as this reader is told it.
    [[nodiscard]] std::string name(std::string_view name) const;
};

void write(base::JsonWriter& json, const Responsibility& responsibility, const Reader& reader);
void write(base::JsonWriter& json, const Holder& holder, const Reader& reader);
void write(base::JsonWriter& json, const Deadline& deadline);
/// "due_on","days_left"|null,"tier"
void write_due(base::JsonWriter& json, std::optional<base::Date> due, Tier tier, base::Date today);
/// The names, as a list.
void write(base::JsonWriter& json, const ResultKinds& kinds);
/// {"stage_target","review_months","next_review_on","following_review_on"}
void write(base::JsonWriter& json, const LongTerm& long_term, base::Date today);
void write_row(base::JsonWriter& json, const MeasureRow& row, const Reader& reader);
void write_row(base::JsonWriter& json, const ProblemRow& row, const Reader& reader);
/// How the measures of a problem stand.
void write_tally(base::JsonWriter& json, const MeasureTally& tally);
/// The members of a row without its braces, so that a detail can go on; of a problem without
/// "measures", which a list counts and a detail lists.
void write_members(base::JsonWriter& json, const MeasureRow& row, const Reader& reader);
void write_members(base::JsonWriter& json, const ProblemRow& row, const Reader& reader);

[[nodiscard]] std::string to_json(const MeasureRow& row, const Reader& reader);
[[nodiscard]] std::string to_json(const ProblemRow& row, const Reader& reader);
[[nodiscard]] std::string to_json(const MeasurePage& page, const Page& asked, const Reader& reader);
[[nodiscard]] std::string to_json(const ProblemPage& page, const Page& asked, const Reader& reader);

/// {"name","id"}, the id that of a unit or of a person.
[[nodiscard]] Holder read_holder(base::JsonReader& reader, HolderRole role);
/// The names of kinds of results; nothing when the member is absent. Notes unknown_name.
[[nodiscard]] std::optional<ResultKinds> read_demands(base::JsonReader& reader,
                                                      std::string_view key);
/// {"lead_leaders":[{"name","id"}],…}; nothing when the member is absent.
[[nodiscard]] std::optional<Responsibility> read_responsibility(base::JsonReader& reader,
                                                                std::string_view key);
/// {"kind","text","date"}; nothing when the member is absent. Notes deadline_needs_a_day_or_words.
[[nodiscard]] std::optional<Deadline> read_deadline(base::JsonReader& reader, std::string_view key);

inline constexpr std::size_t links_max = 200;
/// A list of ids; absent means none. Notes expected_id.
template <class Tag>
std::vector<base::Id<Tag>> read_ids(base::JsonReader& reader, std::string_view key) {
    std::vector<base::Id<Tag>> ids;
    for (const auto& text : reader.texts(key, links_max, 36)) {
        if (const auto id = base::Id<Tag>::parse(text))
            ids.push_back(*id);
        else
            reader.fault(key, "expected_id", text);
    }
    return ids;
}

}  // namespace ledger
