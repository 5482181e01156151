// XML of a part as a stream of events: memory does not grow with the part. A document type
// declaration, nesting beyond reason and endless names are refused, so that nothing can expand.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "office/archive.hpp"

namespace office {

/// Attributes as written, prefixes included. Borrowed until the event returns.
class XmlAttributes {
  public:
    explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
    /// nullopt when there is none.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
    [[nodiscard]] const char** pairs() const { return pairs_; }

  private:
    const char** pairs_;  // name, value, name, value, nullptr
};

class XmlEvents {
  public:
    virtual ~XmlEvents() = default;
    /// `name` with its prefix, as written.
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end() = 0;
    /// Character data comes in pieces of any length.
    virtual void text(std::string_view piece) = 0;
    /// Asked after every block read; a refusal ends the reading.
    [[nodiscard]] virtual const std::optional<base::Error>& refusal() const = 0;
};

/// Refuses what Archive::stream refuses, document_damaged for XML that is not well formed, and what
/// `events` refuses.
[[nodiscard]] base::Result<> read_xml(Archive& archive, const std::string& part, XmlEvents& events);

/// "w:p" -> "p"
[[nodiscard]] inline std::string_view local_name(std::string_view name) {
    return name.substr(name.find(':') + 1);
}

}  // namespace office
