// The fields and lists that a template may ask for, by their Chinese names, and what they say of
// one programme: one table a list, in which a name, what it says and how it is found stand in one
// line. The figures are those of the other documents. Pure.
#pragma once

#include "documents/list_paper.hpp"
#include "ledger/notice.hpp"
#include "meetings/meeting_store.hpp"
#include "office/template_field.hpp"

namespace templates {

/// What a template is filled from, as far as the reader may see it.
struct FieldSource {
    ledger::Programme programme;
    documents::ListSource list;
    std::vector<ledger::Notice> notices;           // issued ones, oldest first
    std::vector<meetings::MeetingBrief> meetings;  // oldest first
    std::string copy_for;                          // 密级, for whom, when
    std::string reader;
};

/// All names with what they say and a sample of each.
[[nodiscard]] const office::RecordType& field_table();
[[nodiscard]] office::Record record_of(const FieldSource& source);
/// How many of the rows that a record shows are behind a guard.
[[nodiscard]] std::int64_t guarded_rows(const FieldSource& source);

}  // namespace templates
