// Handlers read, act and answer.
#include "narrative/narrative_routes.hpp"

#include "documents/document_routes.hpp"
#include "ledger/ledger_routes.hpp"
#include "narrative/edition_json.hpp"

namespace narrative {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;
using http::Method;
using http::Request;
using http::Response;
using ledger::answer;
using ledger::bound;
using ledger::id_in_path;

constexpr std::string_view unknown = "narrative_unknown", edition_unknown = "edition_unknown";

base::Result<SectionPlace> place_in(const Request& request) {
    const auto id = id_in_path<NarrativeId>(request, unknown);
    if (!id) return id.error();
    const auto part = part_of(request.parameter("part"));
    if (!part) return refuse(ErrorKind::not_found, "part_unknown");
    return SectionPlace{*id, *part};
}

Response get_narratives(const Needs& needs, const Request& request) {
    return ledger::answer_of<ProgrammeId>(needs, request, "programme_not_found",
                                          list_narratives_of);
}

Response post_narrative(const Needs& needs, const Request& request) {
    return ledger::add_to_programme(needs, request, read_new_narrative, begin_narrative);
}

Response get_narrative(const Needs& needs, const Request& request) {
    return ledger::answer_of<NarrativeId>(needs, request, unknown, view_narrative);
}

Response get_paper(const Needs& needs, const Request& request) {
    const auto id = id_in_path<NarrativeId>(request, unknown);
    if (!id) return http::error_response(id.error());
    return http::respond(view_narrative(needs, request.who(), *id),
                         [](const NarrativeView& view) { return paper_to_json(view); });
}

Response get_state(const Needs& needs, const Request& request) {
    return ledger::answer_of<NarrativeId>(needs, request, unknown, view_state);
}

// GET /api/v1/narratives/{id}/figure?name=
Response get_figure(const Needs& needs, const Request& request) {
    return ledger::answer_of<NarrativeId>(
        needs, request, unknown, [&](const Needs&, const base::Actor& who, NarrativeId id) {
            return view_figure(needs, who, id, request.query_value("name"));
        });
}

/// act(place, message) on the part in the path.
template <class Read, class Do>
Response act_on_section(const Needs& needs, const Request& request, Read read, Do act) {
    const auto place = place_in(request);
    if (!place) return http::error_response(place.error());
    const auto message = read(request.body);
    if (!message) return http::error_response(message.error());
    return answer(needs, request, act(needs, request.who(), *place, *message));
}

Response put_section(const Needs& needs, const Request& request) {
    return act_on_section(needs, request, read_section, write_section);
}
Response put_hold(const Needs& needs, const Request& request) {
    return act_on_section(needs, request, read_hold, hold_section);
}
Response put_confirmation(const Needs& needs, const Request& request) {
    return act_on_section(needs, request, read_confirmation, confirm_figures);
}

/// act(place) on the part in the path.
template <class Do>
Response show_section(const Needs& needs, const Request& request, Do act) {
    const auto place = place_in(request);
    if (!place) return http::error_response(place.error());
    return answer(needs, request, act(needs, request.who(), *place));
}

Response delete_hold(const Needs& needs, const Request& request) {
    return show_section(needs, request, let_section_go);
}
Response get_wordings(const Needs& needs, const Request& request) {
    return show_section(needs, request, list_wordings_of);
}
Response get_draft(const Needs& needs, const Request& request) {
    return show_section(needs, request, draft_anew);
}

Response post_edition(const Needs& needs, const Request& request) {
    return ledger::act_on<NarrativeId>(needs, request, unknown, read_wanted_edition,
                                       [&](NarrativeId id, const WantedEdition& wanted) {
                                           return issue_narrative(needs, request.who(), id, wanted);
                                       });
}

Response get_edition(const Needs& needs, const Request& request) {
    return ledger::answer_of<EditionId>(needs, request, edition_unknown, view_edition);
}

Response get_differences(const Needs& needs, const Request& request) {
    return ledger::answer_of<EditionId>(needs, request, edition_unknown, compare_edition);
}

Response get_frozen_figure(const Needs& needs, const Request& request) {
    return ledger::answer_of<EditionId>(
        needs, request, edition_unknown, [&](const Needs&, const base::Actor& who, EditionId id) {
            return view_frozen_figure(needs, who, id, request.query_value("name"));
        });
}

base::Result<WantedFile> wanted_file(const Request& request) {
    const auto id = id_in_path<EditionId>(request, edition_unknown);
    if (!id) return id.error();
    WantedFile wanted{*id};
    const auto form_name = request.query_value("form"), annex = request.query_value("annex");
    const auto form = documents::file_form_of(form_name);
    if (!form) return http::unfit_in_query("unknown_name", "form", form_name);
    wanted.form = *form;
    wanted.annex = part_of(annex);
    if (!annex.empty() && !wanted.annex)
        return http::unfit_in_query("unknown_name", "annex", annex);
    return wanted;
}

// GET /api/v1/narrative-editions/{id}/file?form=docx|pdf&annex=
Response get_file(const reports::Needs& needs, const Request& request) {
    const auto wanted = wanted_file(request);
    if (!wanted) return http::error_response(wanted.error());
    return documents::send_document(needs, take_out_edition(needs.ledger, request.who(), *wanted),
                                    wanted->form);
}

}  // namespace

std::vector<http::Route> routes(reports::Needs needs) {
    const auto reading = Act::read_ledger, keeping = Act::edit_ledger;
    const auto& ledger = needs.ledger;
    return {
        {Method::get, "/api/v1/programmes/{id}/narratives", reading, bound(ledger, get_narratives)},
        {Method::post, "/api/v1/programmes/{id}/narratives", keeping,
         bound(ledger, post_narrative)},
        {Method::get, "/api/v1/narratives/{id}", reading, bound(ledger, get_narrative)},
        {Method::get, "/api/v1/narratives/{id}/paper", reading, bound(ledger, get_paper)},
        {Method::get, "/api/v1/narratives/{id}/state", reading, bound(ledger, get_state)},
        {Method::get, "/api/v1/narratives/{id}/figure", reading, bound(ledger, get_figure)},
        {Method::put, "/api/v1/narratives/{id}/sections/{part}", keeping,
         bound(ledger, put_section)},
        {Method::put, "/api/v1/narratives/{id}/sections/{part}/hold", keeping,
         bound(ledger, put_hold)},
        {Method::del, "/api/v1/narratives/{id}/sections/{part}/hold", keeping,
         bound(ledger, delete_hold)},
        {Method::put, "/api/v1/narratives/{id}/sections/{part}/confirmation", keeping,
         bound(ledger, put_confirmation)},
        {Method::get, "/api/v1/narratives/{id}/sections/{part}/wordings", reading,
         bound(ledger, get_wordings)},
        {Method::get, "/api/v1/narratives/{id}/sections/{part}/draft", keeping,
         bound(ledger, get_draft)},
        {Method::post, "/api/v1/narratives/{id}/editions", keeping, bound(ledger, post_edition)},
        {Method::get, "/api/v1/narrative-editions/{id}", reading, bound(ledger, get_edition)},
        {Method::get, "/api/v1/narrative-editions/{id}/differences", reading,
         bound(ledger, get_differences)},
        {Method::get, "/api/v1/narrative-editions/{id}/figure", reading,
         bound(ledger, get_frozen_figure)},
        {Method::get, "/api/v1/narrative-editions/{id}/file", Act::export_ledger,
         bound(needs, get_file)},
    };
}

}  // namespace narrative
