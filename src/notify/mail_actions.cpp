#include "notify/mail_actions.hpp"

#include "journal/payload.hpp"
#include "notify/queue_actions.hpp"

namespace notify {
namespace {

constexpr auto mail_lock = name_of(Queue::mail);

}  // namespace

MailBox load_own_mail_box(const Needs& needs, const base::Actor& actor) {
    return needs.database.read(
        [&](db::Transaction& transaction) { return find_mail_box(transaction, actor.id); });
}

base::Result<MailBox> set_mail_box(const Needs& needs, const base::Actor& actor,
                                   const MailBox& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<MailBox> {
        transaction.lock(mail_lock);
        const auto now = needs.clock.now();
        const auto after = choose(find_mail_box(transaction, actor.id), wanted, now);
        if (!after) return after.error();
        save_mail_box(transaction, *after);
        const std::vector<std::pair<std::string, std::string>> facts{
            {"rhythm", std::string(name_of(after->rhythm))}};
        const auto payload = journal::payload_of({}, facts);
        needs.journal.append(transaction, actor, now,
                             {.act = "choose_mail",
                              .subject_kind = "account",
                              .subject_id = actor.id.text(),
                              .payload = payload});
        return *after;
    });
}

std::int64_t bundle_messages(const Needs& needs) {
    const auto made =
        needs.database.write([&](db::Transaction& transaction) -> base::Result<std::int64_t> {
            transaction.lock(mail_lock);
            const auto now = needs.clock.now();
            std::int64_t count = 0;
            for (const auto& [box, oldest] : list_waiting_boxes(transaction)) {
                if (!is_bundle_due(box.rhythm, oldest, now, needs.mail.bundle_minutes)) continue;
                const auto id = MailId::make(now, needs.random);
                const auto events = open_mail(transaction, id, box, now);
                if (events.empty()) {  // Read in this very moment.
                    delete_mail(transaction, id);
                    continue;
                }
                auto mail = mail_about(events, needs.mail);
                mail.id = id;
                save_text(transaction, mail);
                ++count;
            }
            return count;
        });
    return made ? *made : 0;
}

bool send_next_mail(const Needs& needs, const SendMail& send) {
    return send_next(needs, Queue::mail, find_mail,
                     [&](const Mail& mail) { return outcome_of(send(mail), mail.tries); });
}

}  // namespace notify
