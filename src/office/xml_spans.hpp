// An XML part as the ranges of bytes in which its elements stand, so that a part can be rewritten
// by cutting and inserting and everything else of it stays byte for byte.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace office {

struct ByteRange {
    std::size_t begin = 0, end = 0;
    [[nodiscard]] std::size_t size() const { return end - begin; }
    bool operator==(const ByteRange&) const = default;
};

/// One element. `inner` is empty, at the end, where the element is written as <a/>.
struct XmlSpan {
    std::string_view prefix;  // "w:", with its colon; "" for none
    std::string_view name;    // local
    ByteRange whole, inner;
    std::uint32_t parent = 0;  // its index; of the root: its own
    std::uint32_t last = 0;    // one behind its last descendant
    [[nodiscard]] bool empty_tag() const { return inner.begin == whole.end; }
};

/// The elements in document order: the children of `i` begin at i + 1, the next sibling stands at
/// `last`.
class XmlSpans {
  public:
    /// `xml` must outlive this. Refuses document_damaged (args part): not well-formed, a document
    /// type, not UTF-8, deeper than 400.
    [[nodiscard]] static base::Result<XmlSpans> read(std::string_view xml, std::string_view part);

    [[nodiscard]] std::string_view text() const { return xml_; }
    [[nodiscard]] std::string_view text(ByteRange range) const {
        return xml_.substr(range.begin, range.size());
    }
    [[nodiscard]] const XmlSpan& operator[](std::uint32_t index) const { return all_[index]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(all_.size()); }
    [[nodiscard]] std::uint32_t index_of(const XmlSpan& span) const {
        return static_cast<std::uint32_t>(&span - all_.data());
    }

    /// Calls each(index) for the children in order.
    template <class Each>
    void children(std::uint32_t of, Each each) const {
        for (auto i = of + 1; i < all_[of].last; i = all_[i].last) each(i);
    }
    [[nodiscard]] std::optional<std::uint32_t> child(std::uint32_t of, std::string_view name) const;
    /// Where the value of an attribute stands, by local name; as it is written, entities included.
    [[nodiscard]] std::optional<ByteRange> attribute(std::uint32_t of, std::string_view name) const;
    /// The value, "" for none.
    [[nodiscard]] std::string_view value(std::uint32_t of, std::string_view name = "val") const;

  private:
    friend struct SpanReading;
    std::string_view xml_;
    std::vector<XmlSpan> all_;
};

/// Fit to stand between tags and in attributes; what XML cannot hold is left out.
void append_escaped(std::string& out, std::string_view text);
/// The five named entities and numbers; anything else as it is.
[[nodiscard]] std::string unescaped(std::string_view xml);

}  // namespace office
