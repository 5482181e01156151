// Messages about a collection of opinions: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "http/http.hpp"
#include "ledger/row_json.hpp"
#include "opinions/collection_actions.hpp"

namespace opinions {

using ledger::Reader;

/// {"version","form_title","finish_on","channels":[{"channel","handed_out"}],"voices":[]}; version
/// 0 when nothing was chosen yet.
[[nodiscard]] base::Result<CollectionChoice> read_collection_choice(std::string_view body);

/// {"collection"|null,"team":[],"tally","sheets":[],"about":[],"deliveries":[],"undelivered"|null,
/// "own"|null,"box"|null,"by_person","may":[]}
[[nodiscard]] std::string to_json(const CollectionView& view, const Reader& reader);
/// {"rows":[{"meeting","programme","title","to_receive","to_claim"}]}
[[nodiscard]] std::string to_json(const std::vector<WaitingOpinions>& waiting);
/// The team as forms offer it: [{"id","name","title","part"}]
void write_team(base::JsonWriter& json, const LifeMeeting& meeting, const Reader& reader);
/// {"id","name"}; null for the team.
void write_about(base::JsonWriter& json, const std::optional<ParticipantId>& about,
                 const LifeMeeting& meeting, const Reader& reader);

}  // namespace opinions
