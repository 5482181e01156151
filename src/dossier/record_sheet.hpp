// What the program writes of a thing for the dossier, to be read in any browser for as long as
// there are browsers: minutes, notices, slips, handovers, calls to account. One page each, no
// script, no picture, nothing loaded; prints as it is. From types to texts.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "inspections/feedback.hpp"
#include "ledger/handover.hpp"
#include "ledger/notice.hpp"
#include "ledger/problem_store.hpp"
#include "ledger/review_store.hpp"
#include "meetings/agenda.hpp"
#include "supervision/accountability.hpp"

namespace dossier {

struct RecordTable {
    std::string heading;
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
};
struct RecordText {
    std::string heading;
    std::vector<std::string> lines;
};
struct Record {
    std::string title;
    std::vector<std::pair<std::string, std::string>> facts;  // what is empty is left out
    std::vector<RecordText> texts;
    std::vector<RecordTable> tables;  // those without rows are left out
};
/// The page; `foot` says where and when it was written.
[[nodiscard]] std::string html_of(const Record& record, std::string_view foot);

struct HeldMeeting {
    meetings::Meeting meeting;
    std::vector<meetings::AgendaItem> items;
    std::vector<meetings::Remark> remarks;
};
[[nodiscard]] Record record_of(const HeldMeeting& held);
/// Its text, with day and number; who signed for it and who else was told; what was declared.
[[nodiscard]] Record feedback_record(const inspections::Feedback& feedback);
[[nodiscard]] Record receipt_record(const inspections::Feedback& feedback);
[[nodiscard]] Record declaration_record(const inspections::Feedback& feedback);
[[nodiscard]] Record record_of(const ledger::Notice& notice);

struct StruckOff {
    ledger::Problem problem;
    std::string programme_title;
    ledger::StrikeOff slip;
    std::optional<ledger::FiledApplication> application;
    ledger::Review review;
    std::vector<ledger::SlipEvidence> evidence;
};
[[nodiscard]] Record record_of(const StruckOff& one);

struct HandedOver {
    ledger::Handover handover;
    std::vector<ledger::HandoverItem> items;
};
[[nodiscard]] Record record_of(const HandedOver& one);
[[nodiscard]] Record record_of(const supervision::Accountability& one);

}  // namespace dossier
