#include "proofreading/standard_dictionary.hpp"

#include "text/word_set.hpp"

namespace proofreading {
namespace {

Entry entry_of(const StandardRow& row) {
    Entry entry;
    entry.id = row.id;
    auto& wording = entry.wording;
    wording.wrong = row.wrong;
    wording.right = row.right;
    wording.reason = row.reason;
    for (const auto whole : text::words_of(row.unless)) wording.unless.emplace_back(whole);
    wording.group = row.group;
    wording.severity = row.severity;
    return entry;
}

}  // namespace

const Dictionary& standard_dictionary() {
    static const Dictionary all = [] {
        Dictionary entries;
        for (const auto rows : {standard_characters(), standard_formulations()})
            for (const auto& row : rows) entries.push_back(entry_of(row));
        return entries;
    }();
    return all;
}

}  // namespace proofreading
