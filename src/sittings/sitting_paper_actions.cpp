#include "sittings/sitting_paper_actions.hpp"

#include "office/zip_bytes.hpp"
#include "sittings/sitting_paper.hpp"

namespace sittings {
namespace {

using base::ErrorKind;
using base::refuse;
using documents::Document;
using documents::note_taken_out;
using life_meetings::note_content_read;

bool holds_content(SittingPaper paper) {
    return paper == SittingPaper::record || paper == SittingPaper::criticisms ||
           paper == SittingPaper::team_list || paper == SittingPaper::personal_lists;
}

/// Which text a paper prints; most print none.
std::optional<LifeTextKind> text_of(SittingPaper paper) {
    switch (paper) {
        case SittingPaper::host_script: return LifeTextKind::host_script;
        case SittingPaper::report: return LifeTextKind::report;
        case SittingPaper::bulletin: return LifeTextKind::bulletin;
        default: return std::nullopt;
    }
}

base::Result<Document> make(db::Transaction& transaction, const Opened& opened,
                            SittingPaper paper) {
    const auto id = opened.meeting.id;
    const auto sitting = load_sitting(transaction, id);
    if (auto no = why_not_see(paper, opened.meeting, sitting, opened.standing)) return *no;
    PaperSource source{opened.meeting, sitting, {}, {}, {}, {}, {}};
    if (paper == SittingPaper::record || paper == SittingPaper::criticisms) {
        source.entries = list_entries(transaction, id);
        source.remarks = list_remarks(transaction, id);
    }
    for (auto& one : list_items(transaction, id))
        if (sees_list(opened.standing, one.terms.owner)) source.items.push_back(std::move(one));
    if (paper == SittingPaper::archive)
        source.catalogue = load_catalogue(transaction, opened.meeting);
    if (const auto kind = text_of(paper)) {
        source.text = load_text(transaction, id, *kind);
        if (source.text.text.empty())
            source.text.text = draft_of(*kind, facts_for(transaction, opened.meeting, sitting));
    }
    Document document;
    document.programme = opened.meeting.programme;
    document.paper = paper_of(paper, source);
    document.guarded_rows = holds_content(paper) ? 1 : 0;
    return document;
}

std::string numbered(std::size_t number, const std::string& name) {
    return (number < 10 ? "0" : "") + std::to_string(number) + " " + name + ".docx";
}

base::Result<std::vector<Document>> documents_of(db::Transaction& transaction, const Opened& opened,
                                                 PackageId id) {
    if (!opened.standing.keeper) return refuse(ErrorKind::forbidden, "only_the_office_follows_up");
    const auto package = find_package(transaction, opened.meeting.id, id);
    if (!package) return refuse(ErrorKind::not_found, "package_unknown");
    std::vector<Document> all(1);
    all[0].programme = opened.meeting.programme;
    all[0].paper = package_paper(opened.meeting, *package);
    for (const auto paper : package->terms.contents) {
        auto made = make(transaction, opened, paper);
        if (!made) return made.error();
        all.push_back(std::move(*made));
    }
    return all;
}

}  // namespace

base::Result<Document> make_paper(db::Transaction& transaction, const Opened& opened,
                                  std::string_view which) {
    const auto paper = sitting_paper_of(which);
    if (!paper) return refuse(ErrorKind::not_found, "document_kind_unknown");
    return make(transaction, opened, *paper);
}

void note_paper_read(const Needs& needs, const base::Actor& actor, LifeMeetingId id,
                     std::string_view which) {
    const auto paper = sitting_paper_of(which);
    if (!paper || !holds_content(*paper)) return;
    const auto opened = needs.database.read([&](db::Transaction& transaction) {
        return life_meetings::open_meeting(transaction, actor, id);
    });
    if (opened)
        note_content_read(needs, actor, opened->meeting,
                          *paper == SittingPaper::record || *paper == SittingPaper::criticisms
                              ? "会议记录"
                              : "整改清单");
}

base::Result<PackageFile> take_out_package(const documents::Needs& needs, const base::Actor& actor,
                                           LifeMeetingId id, PackageId package) {
    auto papers = needs.ledger.database.write(
        [&](db::Transaction& transaction) -> base::Result<std::vector<Document>> {
            const auto opened = life_meetings::open_meeting(transaction, actor, id);
            if (!opened) return opened.error();
            auto all = documents_of(transaction, *opened, package);
            if (!all) return all;
            auto whole = actor;
            whole.scope = base::unbounded();
            const auto noted = note_taken_out(needs, transaction, whole, *all,
                                              {.form = "zip", .filter = all->front().paper.name});
            if (!noted) return noted.error();
            return all;
        });
    if (!papers) return papers.error();
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto& one : *papers)
        files.emplace_back(numbered(files.size(), one.paper.name), office::docx_of(one.paper));
    return PackageFile{office::zip_bytes(files), papers->front().paper.name + ".zip"};
}

}  // namespace sittings
