#include "sittings/record_entry.hpp"

#include <algorithm>
#include <array>

#include "base/digest.hpp"
#include "base/names.hpp"

namespace sittings {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 3> kind_names{"speech", "criticism", "last_year"};

base::Result<void> check(const Spoken& said, const LifeMeeting& meeting) {
    if (said.words.empty() && said.example.empty() && said.suggestion.empty() && said.reply.empty())
        return refuse(ErrorKind::invalid, "entry_is_empty", "words");
    const auto unknown = [&](const std::optional<ParticipantId>& who) {
        return who && life_meetings::find_participant(meeting, *who) == nullptr;
    };
    if (unknown(said.speaker)) return refuse(ErrorKind::invalid, "participant_unknown", "speaker");
    if (unknown(said.about)) return refuse(ErrorKind::invalid, "participant_unknown", "about");
    const bool of_two = said.speaker && said.about && said.speaker != said.about;
    if (said.kind == EntryKind::criticism && !of_two)
        return refuse(ErrorKind::invalid, "criticism_needs_two_members", "about");
    return {};
}

/// Fields of any content without ambiguity: each behind its length.
void add(base::Digester& digester, std::string_view field) {
    digester.add(std::to_string(field.size()) + ":");
    digester.add(field);
}

}  // namespace

std::string_view name_of(EntryKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}
std::optional<EntryKind> entry_kind_of(std::string_view name) {
    return base::named<EntryKind>(kind_names, name);
}

base::Result<RecordEntry> write(const Spoken& said, const LifeMeeting& meeting,
                                const Sitting& sitting, const Standing& standing,
                                const base::Actor& actor, base::Instant now) {
    if (auto no = why_not(SittingAct::record, meeting, standing)) return *no;
    if (auto good = check(said, meeting); !good) return good.error();
    RecordEntry entry{said, 0, actor.id, actor.name, now, 1};
    const auto& turns = sitting.turns;
    const auto found = std::find_if(turns.begin(), turns.end(), [&](const Turn& one) {
        return said.turn && one.id == *said.turn;
    });
    if (said.turn && found == turns.end())
        return refuse(ErrorKind::invalid, "turn_unknown", "turn");
    entry.position = found - turns.begin();
    return entry;
}

base::Result<RecordEntry> correct(const RecordEntry& before, const RecordEntry& after,
                                  std::int64_t seen) {
    if (before.by_account != after.by_account)
        return refuse(ErrorKind::forbidden, "entry_is_of_another_recorder");
    if (before.revision != seen)
        return refuse(ErrorKind::conflict, "somebody_else_changed_it", "revision");
    auto now = after;
    now.at = before.at;
    now.revision = before.revision + 1;
    return now;
}

std::optional<base::Error> why_not_read(const LifeMeeting& meeting, const Sitting& sitting,
                                        const Standing& standing) {
    const bool closed = meeting.state == life_meetings::LifeState::closed;
    if (standing.is_recorder()) return std::nullopt;
    if (closed && (standing.in_team() || standing.keeper || standing.superior)) return std::nullopt;
    if (!closed && standing.in_team() &&
        presence_of(sitting, *standing.own).state == PresenceState::present)
        return std::nullopt;
    return refuse(ErrorKind::forbidden, "record_is_restricted");
}

RecordFigures figures_of(const std::vector<RecordEntry>& entries, const LifeMeeting& meeting) {
    RecordFigures figures;
    for (const auto* one : life_meetings::team_of(meeting)) figures.members.push_back({one->id});
    const auto count_of = [&](const std::optional<ParticipantId>& who) -> CriticismCount* {
        for (auto& one : figures.members)
            if (one.member == who) return &one;
        return nullptr;
    };
    figures.entries = static_cast<std::int64_t>(entries.size());
    for (const auto& [said, position, account, by, at, revision] : entries) {
        figures.read_out += said.read_out ? 1 : 0;
        figures.last_year += said.kind == EntryKind::last_year ? 1 : 0;
        if (said.kind != EntryKind::criticism) continue;
        const bool counts = said.names_a_problem();
        figures.criticisms += counts ? 1 : 0;
        if (auto* about = count_of(said.about)) ++(counts ? about->received : about->hopes);
        if (auto* speaker = count_of(said.speaker); speaker && counts) ++speaker->given;
    }
    return figures;
}

std::string digest_of(const std::vector<RecordEntry>& entries) {
    const auto algorithm = base::preferred_algorithm();
    base::Digester digester(algorithm);
    for (const auto& one : entries) {
        const auto& said = one.said;
        add(digester, said.id.text());
        add(digester, name_of(said.kind));
        add(digester, said.speaker ? said.speaker->text() : std::string());
        add(digester, said.about ? said.about->text() : std::string());
        for (const auto* text : {&said.example, &said.words, &said.suggestion, &said.reply})
            add(digester, *text);
        add(digester, base::to_text(said.said_at));
        add(digester, one.by);
    }
    return std::string(base::name_of(algorithm)) + ":" + digester.finish();
}

}  // namespace sittings
