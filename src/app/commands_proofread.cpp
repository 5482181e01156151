// `proofread`: one document in, what a careful reader would mark out. Needs no database.
#include "app/commands.hpp"
#include "app/terminal.hpp"
#include "proofreading/proofread_json.hpp"

namespace app {
namespace {

using proofreading::Finding;
using proofreading::Passage;

/// 第3段, 第5段（表1第2行第1列）, 全文.
std::string place_of(const Passage& passage, const Finding& finding) {
    if (finding.end == 0) return "全文";
    auto place = "第" + std::to_string(passage.paragraph) + "段";
    if (passage.in_table())
        place += "（表" + std::to_string(passage.table) + "第" + std::to_string(passage.row) +
                 "行第" + std::to_string(passage.column) + "列）";
    return place;
}

void print(const proofreading::Reading& reading) {
    for (const auto& one : reading.findings) {
        const Passage nowhere;
        const auto& passage = reading.passages.empty() ? nowhere : reading.passages[one.passage];
        say(std::string(words_of(one.severity)) + " " + std::string(words_of(one.kind)) + " " +
            place_of(passage, one) + " " + excerpt(reading.passages, one) + " " + one.reason +
            one.suggestion);
    }
    say("共" + std::to_string(reading.findings.size()) + "处。");
}

}  // namespace

int proofread(const std::filesystem::path& document, Wire wire) {
    auto file = proofreading::read_file(document, document.filename().string());
    if (!file) return refused(file.error());
    proofreading::Reading reading;
    reading.format = file->format;
    reading.digest = proofreading::digest_of(file->passages);
    reading.findings = proofreading::proofread(
        file->passages,
        {proofreading::standard_dictionary(), nullptr, file->docx ? &file->docx->look() : nullptr});
    reading.passages = std::move(file->passages);
    if (wire == Wire::json)
        say(proofreading::to_json(reading));
    else
        print(reading);
    return reading.findings.empty() ? done : found_something;
}

}  // namespace app
