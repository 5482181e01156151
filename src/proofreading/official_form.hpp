// What GB/T 9704-2012 lays down and plain text shows already: the number of a document, the list of
// annexes, the day at its end. Pure.
#pragma once

#include "proofreading/finding.hpp"

namespace proofreading {

void find_form(const Passages& passages, Found& found);

}  // namespace proofreading
