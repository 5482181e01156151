#include "sealing/sealed_set_store.hpp"

#include "chronology/entry_store.hpp"
#include "disclosure/release_store.hpp"
#include "dossier/dossier_store.hpp"
#include "inspections/clue_store.hpp"
#include "inspections/feedback_store.hpp"
#include "life_meetings/consultation_store.hpp"
#include "life_meetings/life_meeting_store.hpp"
#include "life_meetings/plan_review_store.hpp"
#include "narrative/narrative_store.hpp"
#include "opinions/opinion_store.hpp"
#include "sittings/sitting_store.hpp"
#include "statements/statement_store.hpp"
#include "studies/study_store.hpp"
#include "supervision/accountability_store.hpp"
#include "supervision/check_file_store.hpp"
#include "supervision/check_store.hpp"
#include "supervision/checked_row_store.hpp"
#include "supervision/interview_store.hpp"
#include "talks/talk_store.hpp"

namespace sealing {
namespace {

/// SQL for the entries whose payloads are sealed. Names of acts are ours: letters and underscores.
std::string restricted_entries(const std::vector<std::string_view>& open_acts) {
    if (open_acts.empty()) return "1";
    std::string names;
    for (const auto act : open_acts)
        names += (names.empty() ? "'" : ", '") + std::string(act) + "'";
    return "(SELECT CASE WHEN e.act IN (" + names +
           ") THEN 0 ELSE 1 END FROM journal_entry e WHERE e.chain = r.chain AND e.sequence = "
           "r.sequence)";
}

}  // namespace

std::vector<ledger::SealedSet> all_sealed_sets(const std::vector<std::string_view>& open_acts) {
    const auto ledger_sets = ledger::sealed_sets();
    std::vector<ledger::SealedSet> all(ledger_sets.begin(), ledger_sets.end());
    all.push_back(supervision::sealed_accountability());
    all.push_back(supervision::sealed_checks());
    all.push_back(supervision::sealed_interviews());
    for (auto& one : supervision::sealed_samples()) all.push_back(std::move(one));
    all.push_back(supervision::sealed_check_files());
    for (auto& set : chronology::sealed_chronicle()) all.push_back(std::move(set));
    for (auto& set : narrative::sealed_narratives()) all.push_back(std::move(set));
    for (auto& set : life_meetings::sealed_life_meetings()) all.push_back(std::move(set));
    for (auto& set : life_meetings::sealed_plan_reviews()) all.push_back(std::move(set));
    all.push_back(life_meetings::sealed_consultations());
    for (auto& set : opinions::sealed_opinions()) all.push_back(std::move(set));
    all.push_back(studies::sealed_study_notes());
    for (auto& set : statements::sealed_statements()) all.push_back(std::move(set));
    for (auto& set : talks::sealed_talks()) all.push_back(std::move(set));
    for (auto& set : sittings::sealed_sittings()) all.push_back(std::move(set));
    for (auto& set : dossier::sealed_dossier()) all.push_back(std::move(set));
    for (auto& set : disclosure::sealed_releases()) all.push_back(std::move(set));
    all.push_back(inspections::sealed_clues());
    for (auto& set : inspections::sealed_feedback()) all.push_back(std::move(set));
    all.push_back({"import_block", {{"import_id"}, {"number", true}}, {"text", "cells"}, "1"});
    all.push_back({"import_row", {{"import_id"}, {"position", true}}, {"text", "progress"}, "1"});
    all.push_back({"import_effect", {{"import_id"}, {"position", true}}, {"before"}, "1"});
    all.push_back({"evidence", {{"id"}}, {"name", "description", "removal_reason"}, "1"});
    all.push_back({"evidence_link",
                   {{"evidence_id"}, {"subject_id"}, {"at", true}},
                   {"removal_reason"},
                   "1"});
    all.push_back({"regulation_step", {{"regulation_id"}, {"position", true}}, {"note"}, "1"});
    all.push_back({"campaign", {{"id"}}, {"goal", "summary"}, "1"});
    all.push_back({"campaign_measure", {{"campaign_id"}, {"measure_id"}}, {"reason"}, "1"});
    all.push_back({"agenda_item", {{"id"}}, {"title", "heard", "discussion"}, "1"});
    all.push_back({"decision", {{"id"}}, {"matter"}, "1"});
    all.push_back({"meeting_remark", {{"meeting_id"}, {"position", true}}, {"text"}, "1"});
    all.push_back({"plan_wording", {{"version_id"}, {"part"}, {"revision", true}}, {"text"}, "1"});
    all.push_back({"plan_comment", {{"id"}}, {"text", "answer"}, "1"});
    all.push_back({"plan_seat", {{"version_id"}, {"round", true}, {"seat"}}, {"reason"}, "1"});
    all.push_back(
        {"plan_check", {{"version_id"}, {"round", true}, {"seat"}, {"item"}}, {"remark"}, "1"});
    all.push_back(
        {"plan_block", {{"version_id"}, {"round", true}, {"position", true}}, {"text"}, "1"});
    all.push_back({"sub_plan", {{"id"}}, {"goals", "text"}, "1"});
    all.push_back({"journal_payload",
                   {{"chain"}, {"sequence", true}},
                   {"salt", "payload"},
                   restricted_entries(open_acts)});
    return all;
}

}  // namespace sealing
