// Reads the lines of a ledger section into areas, problems and measures, one line after the other.
// Shared by the two files that hold its steps; read_ledger.hpp is what others call. Pure.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "plan/read_ledger.hpp"
#include "plan/read_problem.hpp"
#include "text/items.hpp"

namespace plan {

using Place = ProblemReader::Place;

class LedgerReader {
  public:
    LedgerReader(const Outline& outline, const Sections& sections);

    std::vector<ReadArea> read();

  private:
    enum class Context { none, block, manifestations, holder, skip };

    NodeRole role_at(std::size_t i) const;

    void take(std::size_t i);

    void take_node(std::size_t i, const Line& line);

    // --- areas and problems

    ReadArea& area();

    void open_area(const Line& line, const Node& node);

    void start_problem(std::string_view number, std::size_t block);

    void open_problem(const Line& line, const Node& node);

    static std::string_view label_number(const Line& line);

    void close_problem();

    static bool has_own_statements(const ReadProblem& problem);

    /// The problem that takes what comes: an area's own measures are held by one without text.
    ProblemReader& holder(std::size_t block);

    // --- text of problems

    /// The line of a problem: its heading, with manifestations (or actions) that stand in the same
    /// line.
    void problem_text(std::string_view text, std::size_t block);

    /// Without labels, items that say what was done are measures, others manifestations.
    bool acts(const text::Items& run) const;

    static std::string_view without_comma(std::string_view text);

    /// Where 关于…的问题。 or 针对…问题， ends and what was done about it begins; the whole size
    /// where it does not.
    std::size_t heading_end(std::string_view text) const;
    /// 关于…问题。未按期…: the heading is explained before anything is said to be done.
    static bool opens_with_problem(std::string_view rest);

    // --- lines below a problem

    void add_action(std::string_view text, std::size_t block);

    /// A numbered line that is itself a measure (no label says so).
    void take_action(const Line& line);

    static std::string_view with_mark(const Line& line);

    void take_item(const Line& line);

    void take_plain(std::size_t i, const Line& line);

    bool is_manifestation(std::size_t i, const Line& line) const;

    void add_manifestations(std::string_view text, std::size_t block);

    void continue_problem(std::string_view text, std::size_t block);
    static bool only_announces_items(std::string_view lead);

    // Pieces of a line behind its start: read_ledger_labels.cpp.
    void read_pieces(const Line& line, std::size_t from);
    void read_fields(const Piece& piece, std::size_t block, bool own_line);
    /// A line of nothing but 责任单位：… 完成时限：…
    static bool says_who(const Line& line);
    void read_label(const Piece& piece, std::size_t block, bool first);
    void add_manifestation_text(std::string_view text, std::size_t block);
    /// 存在问题：… names the problem, or a manifestation where the problem has a heading of its
    /// own.
    void read_problem_label(const Piece& piece, std::size_t block);
    void add_value(const Label& label, std::string_view value, std::size_t block, Place place);
    void take_value(std::string_view text, std::size_t block);

    const Outline& outline_;
    const Sections& sections_;
    std::vector<char> leads_;
    std::vector<ReadArea> areas_;
    bool area_open_ = false;
    Statement area_statement_;
    std::optional<ProblemReader> problem_;
    Context context_ = Context::none;
    Label pending_;
};

}  // namespace plan
