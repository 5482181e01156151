#include "office/xlsx_strings.hpp"

#include <charconv>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "office/refusal.hpp"
#include "office/xml_stream.hpp"

namespace office {
namespace {

constexpr std::size_t strings_max = 4'000'000;

class StringEvents final : public XmlEvents {
  public:
    StringEvents(std::string& texts, std::vector<std::uint32_t>& ends)
        : texts_(texts), ends_(ends) {}

    void start(std::string_view name, const XmlAttributes&) override {
        ++depth_;
        const auto local = local_name(name);
        if (local == "si") item_from_ = texts_.size();
        if (local == "rPh" && phonetic_ == 0) phonetic_ = depth_;
        in_text_ = local == "t" && phonetic_ == 0;
        item_ = local == "si" ? depth_ : item_;
    }
    void end() override {
        if (depth_ == phonetic_) phonetic_ = 0;
        if (depth_ == item_) {
            undo_escapes(texts_, item_from_);
            ends_.push_back(static_cast<std::uint32_t>(texts_.size()));
            if (ends_.size() > strings_max) refusal_ = too_many_blocks();
            item_ = 0;
        }
        in_text_ = false;
        --depth_;
    }
    void text(std::string_view piece) override {
        if (!in_text_ || item_ == 0 || refusal_) return;
        texts_ += piece;
        if (texts_.size() > base::limits::document_kept_bytes_max) refusal_ = too_many_blocks();
    }
    [[nodiscard]] const std::optional<base::Error>& refusal() const override { return refusal_; }

  private:
    std::string& texts_;
    std::vector<std::uint32_t>& ends_;
    std::optional<base::Error> refusal_;
    std::size_t item_from_ = 0;
    int depth_ = 0, item_ = 0, phonetic_ = 0;
    bool in_text_ = false;
};

// The code of "_x000D_" at the front of `text`, or -1.
int escaped_code(std::string_view text) {
    if (text.size() < 7 || text[1] != 'x' || text[6] != '_') return -1;
    int code = 0;
    const auto end = text.data() + 6;
    const auto read = std::from_chars(text.data() + 2, end, code, 16);
    return read.ec == std::errc() && read.ptr == end ? code : -1;
}

bool kept_control(char c) {
    return c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= 0x20;
}

}  // namespace

void undo_escapes(std::string& text, std::size_t from) {
    std::size_t to = from;
    for (std::size_t i = from; i < text.size(); ++i) {
        const int code = text[i] == '_' ? escaped_code(std::string_view(text).substr(i, 7)) : -1;
        if (code < 0) {
            if (kept_control(text[i])) text[to++] = text[i];
            continue;
        }
        i += 6;
        const bool half = code >= 0xd800 && code <= 0xdfff;
        if (half || (code < 0x20 && code != '\n' && code != '\t')) continue;
        std::string character;
        base::append_char(character, static_cast<char32_t>(code));
        for (const char byte : character) text[to++] = byte;
    }
    text.resize(to);
}

base::Result<SharedStrings> SharedStrings::load(Archive& archive, const std::string& part) {
    SharedStrings strings;
    if (part.empty()) return strings;
    StringEvents events(strings.texts_, strings.ends_);
    if (const auto read = read_xml(archive, part, events); !read) return read.error();
    return strings;
}

std::string_view SharedStrings::find(std::size_t index) const {
    if (index >= ends_.size()) return "";
    const std::size_t from = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(texts_).substr(from, ends_[index] - from);
}

}  // namespace office
