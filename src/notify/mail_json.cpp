#include "notify/mail_json.hpp"

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "base/limits.hpp"

namespace notify {

std::string to_json(const MailBox& box, const MailOffer& offer) {
    base::JsonWriter json;
    json.begin_object().field("offered", offer.offered);
    json.field("bundle_minutes", offer.bundle_minutes).field("address", box.address);
    json.field("rhythm", name_of(box.rhythm)).field("version", box.version).end_object();
    return json.take();
}

base::Result<MailBox> read_mail_box(std::string_view body) {
    return base::read_object<MailBox>(body, [](base::JsonReader& reader) {
        MailBox box;
        box.address = reader.text_or_empty("address", base::limits::name_chars_max);
        box.rhythm = reader.name("rhythm", mail_rhythm_of, Rhythm::never);
        box.version = reader.integer("version");
        return box;
    });
}

}  // namespace notify
