// Invented plans of any length, in the shape of real ones, as text or as a Word document.
#pragma once

#include <string>

namespace bench {

struct PlanSize {
    int areas = 20;
    int problems = 100;  // in each area
    int measures = 5;    // under each problem
    int units = 1'000;   // among which responsibility is spread: "临江县第1单位" …
};

/// Paragraphs, each ended by a line feed.
[[nodiscard]] std::string plan_text(const PlanSize& size);
/// Pages of 22 lines of 28 characters that the text fills.
[[nodiscard]] int pages_of(const std::string& text);
/// A .docx with a paragraph for each line. Throws std::runtime_error when it cannot be written.
void write_docx(const std::string& path, const std::string& text);
void write_text(const std::string& path, const std::string& text);

}  // namespace bench
