#include "plan/difference.hpp"

namespace plan {

std::string names_of(const ledger::Responsibility& responsibility) {
    std::string names;
    for (const auto& holder : responsibility) {
        if (!names.empty()) names += "；";
        names += std::string(ledger::words_of(holder.role)) + "：" + holder.name;
    }
    return names;
}

std::string words_of(const ledger::Deadline& deadline) {
    if (!deadline.text.empty()) return deadline.text;
    return deadline.date ? base::to_text(*deadline.date)
                         : std::string(ledger::words_of(deadline.kind));
}

}  // namespace plan
