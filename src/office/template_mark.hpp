// The marks of a template: {{字段}}, {{#列表}}, {{/列表}}, {{?条件}}, {{!条件}}, {{/?条件}}, with a
// format behind a bar; and what each of them means where it stands. Knows no file format. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "office/template_field.hpp"

namespace office {

enum class MarkKind { field, loop, condition, unless, end, broken };

struct Mark {
    MarkKind kind = MarkKind::field;
    std::string name;    // 问题.编号, without white space, full-width signs narrowed
    std::string format;  // behind the bar, "" for none
    std::string said;    // as it was written, for people
    std::size_t begin = 0, end = 0;
    [[nodiscard]] bool opens() const {
        return kind == MarkKind::loop || kind == MarkKind::condition || kind == MarkKind::unless;
    }
};
/// In order; a mark that is not closed, or closed without being opened, is broken.
[[nodiscard]] std::vector<Mark> marks_in(std::string_view text);

/// Where a value comes from: from the root (0) or the n-th open loop.
struct FieldRef {
    std::size_t frame = 0, index = 0;
    FieldSort sort = FieldSort::text;
    std::string format;
};
/// A list, or what a condition asks.
struct BlockRef {
    MarkKind kind = MarkKind::loop;
    std::size_t frame = 0, index = 0;
    bool of_list = true;               // a condition may ask whether a list has anything
    const RecordType* type = nullptr;  // of a loop: of its records
};

/// Follows the marks of one part of a document in their order and says what each means.
class MarkScope {
  public:
    explicit MarkScope(const RecordType& root) { frames_.push_back(&root); }

    struct Meaning {
        std::optional<FieldRef> field;
        std::optional<std::size_t> opened, closed;  // number of a block, from 0 in order of opening
        std::optional<BlockRef> block;              // of the one opened
    };
    /// `place` is where the mark stands, in words. Faults are noted; what is at fault means
    /// nothing.
    Meaning follow(const Mark& mark, const std::string& place);
    /// After the last mark: what was never closed is at fault.
    void finish();
    void note(std::string_view code, const std::string& place, std::string value,
              std::string accepted = {});
    [[nodiscard]] std::vector<base::Error>& faults() { return faults_; }

  private:
    struct Open {
        std::size_t number = 0;
        Mark mark;
        std::string place;
        bool known = false, pushed = false;
    };
    Meaning field(const Mark& mark, const std::string& place);
    Meaning open(const Mark& mark, const std::string& place);
    Meaning close(const Mark& mark, const std::string& place);
    std::optional<BlockRef> block_of(const Mark& mark, const std::string& place);
    std::optional<BlockRef> list_of(std::string_view name, MarkKind kind) const;
    std::optional<FieldRef> field_of(std::string_view name) const;
    void note_unknown(const Mark& mark, const std::string& place);
    [[nodiscard]] std::vector<std::string> names_here() const;

    std::vector<const RecordType*> frames_;
    std::vector<Open> open_;
    std::size_t blocks_ = 0;
    std::vector<base::Error> faults_;
};

/// All names that a template may use, as they are written in it.
[[nodiscard]] std::vector<std::string> names_of(const RecordType& root);

}  // namespace office
