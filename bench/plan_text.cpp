#include "plan_text.hpp"

#include <zip.h>

#include <array>
#include <fstream>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"

namespace bench {
namespace {

constexpr std::array digits{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

// 1 to 99
std::string chinese(int number) {
    const auto tens = static_cast<std::size_t>(number / 10),
               ones = static_cast<std::size_t>(number % 10);
    std::string text;
    if (tens > 1) text += digits[tens];
    if (tens > 0) text += "十";
    return text + digits[ones];
}

constexpr std::array circled{"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩"};
constexpr std::array measures{
    "修订完善党组学习研讨制度，制定年度学习计划，逐月对照检查落实情况并通报结果",
    "组织专项自查自纠，逐项建立问题清单、责任清单和整改清单，实行对账销号管理",
    "对相关责任人开展提醒谈话，举一反三完善内控制度，适时组织回头看",
    "开展业务培训和警示教育，把制度执行情况纳入年度考核内容",
    "健全日常监督机制，每季度抽查一次并形成台账，发现问题及时纠正"};

}  // namespace

std::string plan_text(const PlanSize& size) {
    std::string text =
        "临江县委巡察反馈意见整改落实方案\n一、总体要求\n坚持问题导向，压实整改责任，确保事事有着落"
        "。\n"
        "二、整改任务和措施\n";
    int number = 0;
    for (int area = 1; area <= size.areas; ++area) {
        text += "（" + chinese(area) + "）关于第" + chinese(area) + "方面工作落实不到位的问题\n";
        for (int problem = 0; problem < size.problems; ++problem) {
            ++number;
            text += std::to_string(problem + 1) + ".关于第" + std::to_string(number) +
                    "项工作制度执行不严、台账登记不全问题的整改\n整改措施：";
            for (int i = 0; i < size.measures; ++i) {
                const auto at = static_cast<std::size_t>(i);
                text += std::string(circled[at % circled.size()]) + measures[at % measures.size()] +
                        "。";
            }
            text += "（牵头领导：陈立新；责任单位：临江县第" +
                    std::to_string(number % (size.units - 1) + 1) + "单位；整改时限：2026年" +
                    std::to_string(number % 12 + 1) + "月底前）\n";
        }
    }
    return text + "三、组织保障\n加强组织领导，定期调度，确保整改取得实效。\n";
}

int pages_of(const std::string& text) {
    constexpr std::size_t chars_in_line = 28, lines_on_page = 22;
    std::size_t lines = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find('\n', at);
        const auto chars = base::chars_in(std::string_view(text).substr(at, end - at));
        lines += std::max<std::size_t>(1, (chars + chars_in_line - 1) / chars_in_line);
        at = end + 1;
    }
    return static_cast<int>(lines / lines_on_page);
}

void write_docx(const std::string& path, const std::string& text) {
    std::string body =
        R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document )"
        R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>)";
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find('\n', at);
        body += R"(<w:p><w:pPr><w:ind w:firstLine="640"/></w:pPr><w:r><w:rPr>)"
                R"(<w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr><w:t>)";
        body.append(text, at, end - at);
        body += "</w:t></w:r></w:p>";
        at = end + 1;
    }
    body += "</w:body></w:document>";
    const std::array<std::pair<const char*, std::string>, 3> parts{{
        {"[Content_Types].xml",
         R"(<?xml version="1.0" encoding="UTF-8"?><Types )"
         R"(xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
         R"(<Default Extension="rels" )"
         R"(ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
         R"(<Override PartName="/word/document.xml" ContentType=")"
         R"(application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>)"
         R"(</Types>)"},
        {"_rels/.rels",
         R"(<?xml version="1.0" encoding="UTF-8"?><Relationships )"
         R"(xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
         R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/)"
         R"(2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>)"},
        {"word/document.xml", std::move(body)},
    }};
    int problem = 0;
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &problem);
    if (archive == nullptr) throw std::runtime_error("cannot write " + path);
    for (const auto& [name, bytes] : parts)
        zip_file_add(archive, name, zip_source_buffer(archive, bytes.data(), bytes.size(), 0),
                     ZIP_FL_ENC_UTF_8);
    if (zip_close(archive) != 0) throw std::runtime_error("cannot write " + path);
}

void write_text(const std::string& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
    if (!file) throw std::runtime_error("cannot write " + path);
}

}  // namespace bench
