// What is said of something at the version at which it was seen, so that nothing is said of what
// somebody else has changed: the same for every module.
#pragma once

#include <string_view>

#include "base/json_reader.hpp"

namespace ledger {

template <class Said>
struct OfSeen {
    std::int64_t version = 0;
    Said said;
};
/// {"version", …}, the rest as `read` reads it.
template <class Said, class Read>
base::Result<OfSeen<Said>> read_of_seen(std::string_view body, Read read) {
    return base::read_object<OfSeen<Said>>(body, [&](base::JsonReader& reader) {
        OfSeen<Said> message;
        message.version = reader.integer("version", 1);
        message.said = read(reader);
        return message;
    });
}

}  // namespace ledger
