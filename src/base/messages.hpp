// The one catalogue of sentences, contract/messages.zh-CN.json, as it was when the program was
// built. For the command line and for workbooks; pages read the same file themselves.
#pragma once

#include <string>

#include "base/error.hpp"

namespace base {

/// One careful Chinese sentence for the refusal itself, without `also`: `{name}` is replaced from
/// its args. A code without a sentence gives the code and the field. Safe from any thread.
[[nodiscard]] std::string sentence_of(const Error& error);

}  // namespace base
