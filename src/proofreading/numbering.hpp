// Numbers in front of paragraphs and inside them: gaps, repeats, numbers that run backwards, on
// every level; marks in a form that GB/T 9704 does not know. Pure.
#pragma once

#include "proofreading/finding.hpp"

namespace proofreading {

/// 一、（一）1.（1）① of paragraphs, each level by itself; a level may go on counting across the
/// headings above it. 一是…二是… and ①…② inside one. Rows of tables are not looked at.
void find_numbering(const Passages& passages, Found& found);

}  // namespace proofreading
