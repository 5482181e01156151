#include "life_meetings/opening_actions.hpp"

#include "journal/journal_store.hpp"

namespace life_meetings {
namespace {

constexpr std::int64_t noted_again_ms = 60 * 60 * 1'000;
constexpr std::string_view read_act = "read_life_meeting", read_kind = "life_content";

}  // namespace

base::Result<Opened> open_meeting(db::Transaction& transaction, const base::Actor& actor,
                                  LifeMeetingId id) {
    const auto unknown = base::refuse(base::ErrorKind::not_found, "life_meeting_unknown");
    auto found = find_life_meeting(transaction, id);
    if (!found) return unknown;
    const auto standing = standing_of(*found, actor);
    if (!standing.sees()) return unknown;
    const auto programme = ledger::load_programme(transaction, found->programme, base::unbounded());
    if (!programme) return unknown;
    return Opened{std::move(*found), *programme, standing};
}

void note(Recorder& recorder, std::string_view act, const LifeMeeting& meeting,
          std::vector<std::pair<std::string, std::string>> more) {
    more.insert(more.begin(), {"title", meeting.terms.title});
    recorder.note(act, "life_meeting", meeting.id.text(), more);
}

void note_content_read(const Needs& needs, const base::Actor& actor, const LifeMeeting& meeting,
                       std::string_view material, std::string_view whose) {
    const auto now = needs.clock.now();
    const auto chain = meeting.programme.text(), reader = actor.id.text();
    // The material is part of what was looked at, so that another one is another entry.
    const auto subject = meeting.id.text() + "/" + std::string(material) +
                         (whose.empty() ? "" : "/" + std::string(whose));
    const base::Instant since{now.milliseconds - noted_again_ms};
    const auto noted = needs.database.read([&](db::Transaction& transaction) {
        return journal::is_noted_since(transaction, {read_act, read_kind, subject, reader}, since);
    });
    if (noted) return;
    std::vector<std::pair<std::string, std::string>> facts{{"title", meeting.terms.title},
                                                           {"material", std::string(material)}};
    if (!whose.empty()) facts.emplace_back("whose", whose);
    const auto payload = journal::payload_of({}, facts);
    const auto written =
        needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
            needs.journal.append(transaction, actor, now,
                                 {.chain = chain,
                                  .act = read_act,
                                  .subject_kind = std::string(read_kind),
                                  .subject_id = subject,
                                  .payload = payload});
            return {};
        });
    static_cast<void>(written);  // Refuses nothing; a broken database throws.
}

}  // namespace life_meetings
