#include "plan/read_problem.hpp"

#include <algorithm>

#include "plan/read_deadline.hpp"
#include "plan/read_holders.hpp"
#include "text/punctuation.hpp"

namespace plan {

Statement statement_of(const std::vector<Field>& fields) {
    Statement statement;
    for (const auto& field : fields) {
        if (field.label.kind == LabelKind::holder)
            add_holders(field.label, field.value, statement.who);
        if (field.label.kind == LabelKind::deadline && statement.deadline.empty())
            statement.deadline = deadline_of(field.value);
        if (field.label.kind == LabelKind::status && statement.status.empty())
            statement.status = text::trim_stops(field.value);
    }
    return statement;
}

void merge(const Statement& from, Statement& to) {
    for (const auto& holder : from.who)
        if (std::find(to.who.begin(), to.who.end(), holder) == to.who.end())
            to.who.push_back(holder);
    if (to.deadline.empty()) to.deadline = from.deadline;
    if (to.status.empty()) to.status = from.status;
}

/// Where a group's content goes: the problem itself or one of its manifestations.
struct ProblemReader::Target {
    std::vector<ReadMeasure>& measures;
    ledger::Responsibility& who;
    ledger::Deadline& deadline;
    std::string& status;
    std::string& progress;

    void take(const Statement& statement) const {
        Statement all{who, deadline, status};
        merge(statement, all);
        who = all.who;
        deadline = all.deadline;
        status = all.status;
    }
};

ProblemReader::ProblemReader(std::string_view number, std::string_view text, std::size_t block)
    : groups_(1) {
    problem_.number = number;
    problem_.text = text;
    problem_.source = {block, block};
}

void ProblemReader::touch(std::size_t block) {
    problem_.source.last = std::max(problem_.source.last, block);
}

bool ProblemReader::has_block() const {
    return groups_.size() > 1 || !groups_.back().blocks.empty();
}

void ProblemReader::add_text(std::string_view text, std::size_t block) {
    touch(block);
    if (text.empty()) return;
    if (!problem_.text.empty()) problem_.text += '\n';
    problem_.text += text;
}

void ProblemReader::add_manifestation(std::string_view number, std::string_view text,
                                      std::size_t block, Form form) {
    touch(block);
    headed_ = headed_ || form == Form::heading;
    if (!groups_.back().blocks.empty()) groups_.emplace_back();
    if (groups_.size() == 1 && groups_[0].manifestations.empty() && !groups_[0].statements.empty())
        groups_
            .emplace_back();  // what was said before the first manifestation is said of the problem
    ReadManifestation manifestation;
    manifestation.number = number;
    manifestation.text = text;
    manifestation.source = {block, block};
    groups_.back().manifestations.push_back(problem_.manifestations.size());
    problem_.manifestations.push_back(std::move(manifestation));
}

void ProblemReader::extend_manifestation(std::string_view text, std::size_t block) {
    touch(block);
    if (problem_.manifestations.empty() || text.empty()) return add_text(text, block);
    auto& last = problem_.manifestations.back();
    if (!last.text.empty()) last.text += '\n';
    last.text += text;
    last.source.last = block;
}

void ProblemReader::open_block(LabelKind kind, std::size_t block) {
    touch(block);
    groups_.back().blocks.push_back({kind, {}});
    has_measures_ = has_measures_ || kind == LabelKind::measure;
    has_progress_ = has_progress_ || kind == LabelKind::progress;
}

void ProblemReader::add_to_block(std::string_view given, std::size_t block,
                                 MeasureBlock::Piece piece) {
    touch(block);
    auto& group = groups_.back();
    if (group.blocks.empty()) group.blocks.push_back({LabelKind::none, {}});
    auto& open = group.blocks.back();
    auto text = text::trim(given);
    const bool reports = open.kind == LabelKind::progress || open.kind == LabelKind::result;
    if (reports && open.content.whole.empty())
        if (const auto bytes = status_bytes(text); bytes > 0) {
            Statement state;
            state.status = text::trim_stops(text.substr(0, bytes));
            group.statements.push_back({state, Place::own_line, 0, 0});
            const auto rest = text.substr(bytes);
            const auto next = text::char_at(rest, 0);
            if (rest.empty() || text::ends_sentence(next) || next == U'：' || next == U':') {
                open.content.whole = text.substr(0, bytes);
                open.content.whole +=
                    rest.empty() ? std::string_view{} : rest.substr(0, text::bytes_of(rest[0]));
                text = rest.empty() ? rest : text::trim(rest.substr(text::bytes_of(rest[0])));
            }
        }
    open.content.add(text, block, piece);
}

void ProblemReader::add_statement(const Statement& statement, Place place, std::size_t block) {
    touch(block);
    if (statement.empty()) return;
    auto& group = groups_.back();
    const auto blocks = group.blocks.size();
    const auto measures = blocks == 0 ? 0 : group.blocks.back().content.measures.size();
    if (!group.statements.empty()) {
        auto& last = group.statements.back();
        if (last.place == place && last.blocks == blocks && last.measures == measures)
            return merge(statement, last.statement);
    }
    group.statements.push_back({statement, place, blocks, measures});
}

void ProblemReader::give_each(const std::vector<Statement>& statements) {
    if (!block_open()) return;
    auto& measures = groups_.back().blocks.back().content.measures;
    const auto count = std::min(statements.size(), measures.size());
    for (std::size_t i = 0; i < count; ++i) {
        auto& measure = measures[measures.size() - count + i];
        Target{measures, measure.responsibility, measure.deadline, measure.status, measure.progress}
            .take(statements[i]);
    }
}

void ProblemReader::give_report(std::size_t count, std::string_view status,
                                std::string_view progress) {
    if (!block_open()) return;
    auto& measures = groups_.back().blocks.back().content.measures;
    for (std::size_t i = measures.size() - std::min(count, measures.size()); i < measures.size();
         ++i) {
        if (measures[i].status.empty()) measures[i].status = status;
        if (measures[i].progress.empty()) measures[i].progress = progress;
    }
}

/// Measures come from 整改措施 where there is one, else from 整改情况, else from what has no label,
/// else from 整改成效.
bool ProblemReader::keeps(LabelKind kind) const {
    if (has_measures_) return kind == LabelKind::measure;
    if (kind == LabelKind::result) return !has_progress_;
    return true;
}

void ProblemReader::settle(Group& group, Target target) const {
    std::vector<std::size_t> before;  // kept measures before each block
    for (auto& block : group.blocks) {
        before.push_back(target.measures.size());
        const bool reports = block.kind == LabelKind::progress || block.kind == LabelKind::result;
        if (reports && !block.content.whole.empty()) {
            if (!target.progress.empty()) target.progress += '\n';
            target.progress += block.content.whole;
        }
        if (keeps(block.kind))
            for (auto& measure : block.content.measures)
                target.measures.push_back(std::move(measure));
    }
    before.push_back(target.measures.size());
    const auto place_of = [&](const Placed& placed) {
        if (placed.blocks == 0) return std::size_t{0};
        const auto& block = group.blocks[placed.blocks - 1];
        const auto end = before[placed.blocks];  // a lead may have been dropped since
        return keeps(block.kind) ? std::min(before[placed.blocks - 1] + placed.measures, end) : end;
    };
    std::size_t said_behind = 0, done = 0;
    for (const auto& placed : group.statements) said_behind += place_of(placed) > 0;
    for (const auto& placed : group.statements) {
        const auto place = place_of(placed);
        const bool last_of_many =
            said_behind > 1 && placed.place == Place::own_line && place == done;
        if (place == 0 || last_of_many || (said_behind == 1 && place == target.measures.size())) {
            target.take(placed.statement);
            continue;
        }
        for (; done < place; ++done) {
            auto& measure = target.measures[done];
            Target{target.measures, measure.responsibility, measure.deadline, measure.status,
                   measure.progress}
                .take(placed.statement);
        }
    }
}

/// One statement on a line of its own, behind the last of several groups that have none, is the
/// problem's.
void ProblemReader::lift_last_statement() {
    if (groups_.size() < 2) return;
    std::size_t all = 0;
    for (const auto& group : groups_) all += group.statements.size();
    auto& last = groups_.back();
    if (all != 1 || last.statements.size() != 1 || last.statements[0].place != Place::own_line)
        return;
    if (!last.statements[0].statement.status.empty()) return;
    problem_.responsibility = last.statements[0].statement.who;
    problem_.deadline = last.statements[0].statement.deadline;
    last.statements.clear();
}

ReadProblem ProblemReader::finish() {
    lift_last_statement();
    const auto all = problem_.manifestations.size();
    for (auto& group : groups_) {
        const bool alone = all == 1 && headed_;
        const bool for_problem =
            group.manifestations.empty() || (group.manifestations.size() == all && !alone);
        if (for_problem) {
            settle(group, {problem_.measures, problem_.responsibility, problem_.deadline,
                           problem_.status, problem_.progress});
            continue;
        }
        auto& first = problem_.manifestations[group.manifestations[0]];
        settle(group, {first.measures, first.responsibility, first.deadline, first.status,
                       first.progress});
        if (group.blocks.empty()) continue;
        for (const auto one : group.manifestations) {
            auto& row = problem_.manifestations[one];
            for (const auto other : group.manifestations)
                if (other != one)
                    row.shares_measures_with.push_back(problem_.manifestations[other].number);
            if (one == group.manifestations[0]) continue;
            row.responsibility = first.responsibility;
            row.deadline = first.deadline;
            row.status = first.status;
        }
    }
    return std::move(problem_);
}

}  // namespace plan
