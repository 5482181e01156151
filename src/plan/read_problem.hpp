// One problem while it is read: its text, manifestations, blocks of measures and statements of who
// answers until when, in the order of the document; `finish` says what belongs to what. Knows no
// line and no mark.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/grammar_line.hpp"
#include "plan/plan_document.hpp"
#include "plan/read_measures.hpp"

namespace plan {

/// Who answers, until when, how far: said once for what stands before it or around it.
struct Statement {
    ledger::Responsibility who;
    ledger::Deadline deadline;
    std::string status;
    [[nodiscard]] bool empty() const { return who.empty() && deadline.empty() && status.empty(); }
};
/// Reads holders, deadline and state; other labels are left out.
[[nodiscard]] Statement statement_of(const std::vector<Field>& fields);
void merge(const Statement& from, Statement& to);

class ProblemReader {
  public:
    enum class Place { inside_line, own_line };
    enum class Form {
        text,
        heading
    };  // of a manifestation: a sentence, or a numbered heading of its own

    ProblemReader(std::string_view number, std::string_view text, std::size_t block);

    void add_text(std::string_view text, std::size_t block);
    void add_manifestation(std::string_view number, std::string_view text, std::size_t block,
                           Form form = Form::text);
    /// More of the last manifestation's text.
    void extend_manifestation(std::string_view text, std::size_t block);
    /// 整改措施：, 整改情况：; `none` for actions without a label.
    void open_block(LabelKind kind, std::size_t block);
    void add_to_block(std::string_view text, std::size_t block, MeasureBlock::Piece piece);
    void add_statement(const Statement& statement, Place place, std::size_t block);
    /// Of the last measures of the open block: one statement each, or one report for all of them.
    void give_each(const std::vector<Statement>& statements);
    void give_report(std::size_t measures, std::string_view status, std::string_view progress);
    [[nodiscard]] std::size_t measures_in_block() const {
        return block_open() ? groups_.back().blocks.back().content.measures.size() : 0;
    }

    [[nodiscard]] bool has_block() const;
    [[nodiscard]] bool has_manifestations() const { return !problem_.manifestations.empty(); }
    [[nodiscard]] bool block_open() const { return !groups_.back().blocks.empty(); }
    [[nodiscard]] text::MarkStyle block_style() const {
        return block_open() ? groups_.back().blocks.back().content.style() : text::MarkStyle::none;
    }
    /// Of the last manifestation, "" where there is none.
    [[nodiscard]] std::string_view last_number() const {
        return has_manifestations() ? std::string_view(problem_.manifestations.back().number)
                                    : std::string_view{};
    }
    [[nodiscard]] bool text_empty() const { return problem_.text.empty(); }
    [[nodiscard]] std::size_t last_block() const { return problem_.source.last; }
    [[nodiscard]] const std::string& text() const { return problem_.text; }

    /// Gives every block and statement its place. The reader is used up.
    [[nodiscard]] ReadProblem finish();

  private:
    struct Block {
        LabelKind kind;
        MeasureBlock content;
    };
    struct Placed {
        Statement statement;
        Place place;
        std::size_t blocks, measures;  // blocks opened before it, measures of the last one
    };
    struct Group {  // manifestations and what serves them
        std::vector<std::size_t> manifestations;
        std::vector<Block> blocks;
        std::vector<Placed> statements;
    };
    struct Target;

    void touch(std::size_t block);
    void settle(Group& group, Target target) const;
    [[nodiscard]] bool keeps(LabelKind kind) const;
    void lift_last_statement();

    ReadProblem problem_;
    std::vector<Group> groups_;
    bool has_measures_ = false, has_progress_ = false;  // blocks of these kinds anywhere
    bool headed_ = false;                               // a manifestation is a heading
};

}  // namespace plan
