#include "app/sample_templates.hpp"

#include "office/file_bytes.hpp"
#include "templates/starter_paper.hpp"
#include "templates/template_actions.hpp"

namespace app {
namespace {

struct SampleTemplate {
    templates::Starter starter;
    std::string_view name;
};
constexpr SampleTemplate uploaded[]{{templates::Starter::ledger_docx, "区委巡察办整改台账"},
                                    {templates::Starter::ledger_xlsx, "区委巡察办整改台账表"}};

}  // namespace

base::Result<void> upload_sample_templates(const SampleNeeds& needs, const SamplePeople& people) {
    const templates::Needs kept{needs.dossier.evidence, needs.dossier.temporary};
    for (const auto& one : uploaded) {
        templates::Upload upload;
        upload.id = make_id<templates::TemplateId>(needs.plan.ledger);
        upload.name = one.name;
        upload.file_name = templates::file_name_of(one.starter);
        upload.file = needs.dossier.temporary / upload.id.text();
        office::write_bytes(upload.file, templates::bytes_of(one.starter));
        const auto added = templates::add_template(kept, people.actors.at("zhangjing"), upload);
        std::error_code ignored;
        std::filesystem::remove(upload.file, ignored);
        if (!added) return added.error();
    }
    return {};
}

}  // namespace app
