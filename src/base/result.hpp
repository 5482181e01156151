// Result<T>: a value or a refusal, and a warning from the compiler when nobody looks.
#pragma once

#include <boost/system/result.hpp>
#include <stdexcept>

#include "base/error.hpp"

namespace base {

/// Called by boost when somebody takes the value of a refusal: a bug in the caller, never user
/// input.
[[noreturn]] inline void throw_exception_from_error(const Error& error,
                                                    const boost::source_location&) {
    throw std::logic_error("value taken from the refusal " + error.code);
}

/// boost::system::result that must not be dropped. `if (!result) return result.error();`
template <class T = void>
class [[nodiscard]] Result : public boost::system::result<T, Error> {
  public:
    using boost::system::result<T, Error>::result;
};

}  // namespace base
