// How a Word document looks against GB/T 9704-2012: page and edges, faces and sizes of title, body
// and headings, pitch of lines. What differs in many places is told once, where it is first. Pure.
#pragma once

#include "office/docx_look.hpp"
#include "proofreading/finding.hpp"

namespace proofreading {

/// `look` has a line a passage. What cannot be told (faces of a theme) is not judged.
void find_layout(const Passages& passages, const office::DocxLook& look, Found& found);

}  // namespace proofreading
