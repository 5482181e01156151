// Automatic numbers of a Word document, resolved to the text that Word prints. Numbers must be
// asked for in reading order: every answer counts on.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "office/archive.hpp"
#include "office/docx_styles.hpp"

namespace office {

class DocxNumbering {
  public:
    static constexpr int levels = 9;

    /// Without numbering in the document no paragraph has a number. Refuses what load_tree refuses.
    [[nodiscard]] static base::Result<DocxNumbering> load(Archive& archive,
                                                          const std::string& part);
    /// The number of the next paragraph of this list, with the space that separates it from the
    /// text;
    /// "" for bullets and unknown lists. `level` from 0.
    [[nodiscard]] std::string next(int num_id, int level);
    /// The level that belongs to a paragraph style, 0 when none names it.
    [[nodiscard]] int level_of_style(int num_id, std::string_view style) const;

  private:
    struct Level {
        int start = 1;
        int restart_after = -1;  // -1: after any level above
        bool decimal_only = false;
        bool never_restarts = false;
        std::string format = "decimal";
        std::string text;    // "%1.%2、"
        std::string suffix;  // tab, space, nothing
        std::string style;
    };
    using Levels = std::array<Level, levels>;
    struct Counters {
        std::array<int, levels> value{};
        std::array<bool, levels> running{};
    };
    struct List {
        int abstract_id = 0;
        std::map<int, Level> replaced;       // lvlOverride with a whole level
        std::map<int, int> start_overrides;  // taken once, by the first paragraph of that level
    };
    friend struct NumberingTree;

    [[nodiscard]] const Level& level_of(const List& list, int level) const;
    void count(List& list, Counters& counters, int level) const;
    [[nodiscard]] std::string print(const List& list, const Counters& counters, int level) const;

    std::map<int, Levels> abstracts_;
    std::map<int, List> lists_;
    std::map<int, Counters> counters_;  // by abstract list: lists of one abstract count together
};

/// The number of the next paragraph: by what it says itself, else by its style; "" where neither
/// numbers it.
struct OwnNumber {
    std::optional<int> num_id, level;
};
[[nodiscard]] std::string number_of(DocxNumbering& numbering, const OwnNumber& own,
                                    const ParagraphStyle& style);

}  // namespace office
