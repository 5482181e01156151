#include "office/refusal.hpp"

#include "base/limits.hpp"

namespace office {

using base::ErrorKind;
using base::refuse;

base::Error damaged(std::string_view part) {
    return refuse(ErrorKind::invalid, "document_damaged", {}, {{"part", std::string(part)}});
}

base::Error bomb(std::string_view part) {
    return refuse(ErrorKind::too_large, "document_bomb", {}, {{"part", std::string(part)}});
}

base::Error encrypted() {
    return refuse(ErrorKind::invalid, "document_encrypted");
}

base::Error unknown_format() {
    return refuse(ErrorKind::unsupported, "document_unknown_format");
}

base::Error too_many_blocks() {
    return refuse(ErrorKind::too_large, "document_too_many_blocks", {},
                  {{"blocks", std::to_string(base::limits::document_blocks_max)},
                   {"columns", std::to_string(base::limits::table_columns_max)},
                   {"megabytes", std::to_string(base::limits::document_kept_bytes_max >> 20)}});
}

base::Error not_text() {
    return refuse(ErrorKind::invalid, "document_not_text");
}

base::Error needs_program(std::string_view program, std::string_view package) {
    return refuse(ErrorKind::unavailable, "document_needs_program", {},
                  {{"program", std::string(program)}, {"package", std::string(package)}});
}

}  // namespace office
