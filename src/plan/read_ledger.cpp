// The lines of a ledger section, one after the other: headings open areas and problems, items and
// plain lines go to what is open. Labels and brackets: read_ledger_labels.cpp.
#include "plan/read_ledger.hpp"

#include "base/utf8.hpp"
#include "plan/ledger_reader.hpp"
#include "plan/read_deadline.hpp"
#include "plan/read_holders.hpp"
#include "text/day_words.hpp"
#include "text/punctuation.hpp"
#include "text/word_set.hpp"

namespace plan {
namespace {

using text::MarkStyle;

bool is_item_style(MarkStyle style) {
    return style == MarkStyle::first_is || style == MarkStyle::circled ||
           style == MarkStyle::letter;
}

}  // namespace

LedgerReader::LedgerReader(const Outline& outline, const Sections& sections)
    : outline_(outline), sections_(sections) {
    const auto count = outline.lines.size();
    leads_.assign(count + 1, 0);
    for (std::size_t i = count; i-- > 0;) {
        const bool own = has_block_label(outline.lines[i]);
        const bool next = i + 1 < count && !outline.lines[i + 1].mark &&
                          outline.lines[i + 1].row == nullptr && leads_[i + 1] != 0;
        leads_[i] = own || next;
    }
}

std::vector<ReadArea> LedgerReader::read() {
    for (std::size_t i = 0; i < outline_.lines.size(); ++i) take(i);
    close_problem();
    return std::move(areas_);
}

NodeRole LedgerReader::role_at(std::size_t i) const {
    const auto owner = outline_.owner[i];
    return owner < 0 ? NodeRole::background : sections_.roles[static_cast<std::size_t>(owner)];
}

void LedgerReader::take(std::size_t i) {
    const auto& line = outline_.lines[i];
    if (outline_.roles[i] == LineRole::node) return take_node(i, line);
    if (role_at(i) == NodeRole::background || line.row != nullptr) return;
    if (closes_ledger(line)) {
        context_ = Context::skip;
        return;
    }
    if (outline_.roles[i] == LineRole::item) return take_item(line);
    take_plain(i, line);
}

void LedgerReader::take_node(std::size_t i, const Line& line) {
    const auto role = role_at(i);
    const auto& node = outline_.nodes[static_cast<std::size_t>(outline_.owner[i])];
    switch (role) {
        case NodeRole::background:
            close_problem();
            context_ = Context::skip;
            return;
        case NodeRole::container:
            close_problem();
            area_open_ = false;
            context_ = Context::none;
            return;
        case NodeRole::area: return open_area(line, node);
        case NodeRole::problem: return open_problem(line, node);
        case NodeRole::manifestation:
            if (!problem_) return open_problem(line, node);
            problem_->add_manifestation(line.mark.text, heading_of(outline_, node), line.block,
                                        ProblemReader::Form::heading);
            context_ = Context::none;
            return read_pieces(line, 1);
        case NodeRole::measure: return take_action(line);
    }
}

ReadArea& LedgerReader::area() {
    if (!area_open_) {
        areas_.emplace_back();
        area_open_ = true;
        area_statement_ = {};
    }
    return areas_.back();
}

void LedgerReader::open_area(const Line& line, const Node& node) {
    close_problem();
    area_open_ = false;
    auto& made = area();
    auto heading = heading_of(outline_, node);
    if (base::chars_in(heading) > 60) heading = text::first_sentence(heading);
    made.number = line.mark.text;
    made.heading = text::trim_stops(heading).size() + 3 >= heading.size()
                       ? text::trim_stops(heading)
                       : heading;
    made.source = {line.block, line.block};
    context_ = Context::none;
    read_pieces(line, 1);
}

void LedgerReader::start_problem(std::string_view number, std::size_t block) {
    close_problem();
    auto& parent = area();
    if (parent.source.first == 0) parent.source.first = block;
    problem_.emplace(number, "", block);
    context_ = Context::none;
}

void LedgerReader::open_problem(const Line& line, const Node& node) {
    start_problem(
        node.style == problem_style && !line.pieces.empty() ? label_number(line) : line.mark.text,
        line.block);
    if (line.pieces.empty()) return;
    const auto& first = line.pieces[0];
    if (first.kind == Piece::Kind::fields) return read_pieces(line, 0);
    if (first.kind == Piece::Kind::label && first.label.kind != LabelKind::problem &&
        first.label.kind != LabelKind::task && first.label.kind != LabelKind::manifestation &&
        !(first.text.empty() && line.pieces.size() == 1))
        return read_pieces(line, 0);
    problem_text(heading_of(outline_, node), line.block);
    read_pieces(line, 1);
}

std::string_view LedgerReader::label_number(const Line& line) {
    return text::trim_stops(text::trim(line.pieces[0].words));
}

void LedgerReader::close_problem() {
    if (!problem_) return;
    auto problem = problem_->finish();
    problem_.reset();
    context_ = Context::none;
    auto& parent = area();
    parent.source.last = std::max(parent.source.last, problem.source.last);
    const bool nothing = problem.text.empty() && problem.manifestations.empty();
    if (nothing) {
        for (auto& measure : problem.measures) parent.measures.push_back(std::move(measure));
        merge({problem.responsibility, problem.deadline, {}}, area_statement_);
        for (auto& measure : parent.measures) {
            if (measure.responsibility.empty()) measure.responsibility = problem.responsibility;
            if (measure.deadline.empty()) measure.deadline = problem.deadline;
        }
        return;
    }
    if (problem.responsibility.empty() && problem.deadline.empty() &&
        !has_own_statements(problem)) {
        problem.responsibility = area_statement_.who;  // said once in the heading of the area
        problem.deadline = area_statement_.deadline;
    }
    parent.problems.push_back(std::move(problem));
}

bool LedgerReader::has_own_statements(const ReadProblem& problem) {
    const auto said = [](const auto& row) {
        return !row.responsibility.empty() || !row.deadline.empty();
    };
    for (const auto& measure : problem.measures)
        if (said(measure)) return true;
    for (const auto& manifestation : problem.manifestations) {
        if (said(manifestation)) return true;
        for (const auto& measure : manifestation.measures)
            if (said(measure)) return true;
    }
    return false;
}

ProblemReader& LedgerReader::holder(std::size_t block) {
    if (!problem_) {
        area().source.first = area().source.first == 0 ? block : area().source.first;
        problem_.emplace("", "", block);
    }
    return *problem_;
}

void LedgerReader::problem_text(std::string_view text, std::size_t block) {
    const auto run = text::items_in(text);
    const bool items =
        run.items.size() > 1 ||
        (run.items.size() == 1 && run.style == MarkStyle::first_is && !run.lead.empty());
    if (items) {
        const bool act = acts(run);
        if (!run.lead.empty() || !act) problem_->add_text(run.lead, block);
        if (act)
            return add_action(
                text.substr(static_cast<std::size_t>(run.items[0].number.data() - text.data())),
                block);
        for (const auto& item : run.items)
            problem_->add_manifestation(item.number, item.text, block);
        return;
    }
    if (!sections_.labelled)
        if (const auto cut = heading_end(text); cut < text.size()) {  // 关于…的问题。已修订制度…
            problem_->add_text(without_comma(text.substr(0, cut)), block);
            return add_action(text.substr(cut), block);
        }
    problem_->add_text(text, block);
}

bool LedgerReader::acts(const text::Items& run) const {
    if (sections_.labelled) return false;
    std::size_t acting = 0;
    for (const auto& item : run.items)
        acting += (sections_.tells_what_was_done || states_action(item.text)) &&
                  !states_problem(item.text);
    return acting * 2 > run.items.size();
}

std::string_view LedgerReader::without_comma(std::string_view text) {
    text = text::trim(text);
    return text.ends_with("，") ? text.substr(0, text.size() - 3) : text;
}

std::size_t LedgerReader::heading_end(std::string_view text) const {
    auto first = text::first_sentence(text);
    if (!names_problem(first)) return text.size();
    if (const auto comma = first.find("问题，"); comma != std::string_view::npos)
        first = first.substr(0, comma + 6);
    if (first.size() == text.size()) return text.size();
    const auto end = first.size() + text::bytes_of(text[first.size()]);
    const auto rest = text::trim(text.substr(end));
    const bool goes_on =
        sections_.tells_what_was_done ? opens_with_problem(rest) : states_problem(rest);
    return rest.empty() || goes_on ? text.size() : end;
}

bool LedgerReader::opens_with_problem(std::string_view rest) {
    if (states_action(rest)) return false;
    const auto clause =
        rest.substr(0, std::min(rest.find("，"), text::first_sentence(rest).size()));
    return states_problem(clause) &&
           (rest.starts_with("未") || rest.starts_with("没有") || rest.starts_with("存在") ||
            rest.starts_with("个别") || rest.starts_with("有的"));
}

void LedgerReader::add_action(std::string_view text, std::size_t block) {
    if (context_ != Context::block || !holder(block).block_open())
        holder(block).open_block(LabelKind::none, block);
    context_ = Context::block;
    problem_->add_to_block(text, block, MeasureBlock::Piece::paragraph);
}

void LedgerReader::take_action(const Line& line) {
    if (line.pieces.empty()) return;
    const auto first = line.pieces[0].kind == Piece::Kind::text ? with_mark(line) : line.mark.text;
    add_action(first, line.block);
    read_pieces(line, line.pieces[0].kind == Piece::Kind::text ? 1 : 0);
}

std::string_view LedgerReader::with_mark(const Line& line) {
    if (line.pieces.empty() || line.pieces[0].kind != Piece::Kind::text) return {};
    const auto* end = line.pieces[0].text.data() + line.pieces[0].text.size();
    return {line.whole.data(), static_cast<std::size_t>(end - line.whole.data())};
}

void LedgerReader::take_item(const Line& line) {
    if (context_ == Context::skip) return;
    if (context_ != Context::block) return take_action(line);
    if (const auto first = with_mark(line); !first.empty()) {
        holder(line.block).add_to_block(first, line.block, MeasureBlock::Piece::paragraph);
        return read_pieces(line, 1);
    }
    read_pieces(line, 0);
}

void LedgerReader::take_plain(std::size_t i, const Line& line) {
    if (line.pieces.empty()) return;
    if (line.pieces[0].kind != Piece::Kind::text) return read_pieces(line, 0);
    if (sections_.items_are_problems && is_item_style(line.mark.style) && leads_[i] != 0) {
        start_problem(line.mark.text, line.block);
        problem_text(line.pieces[0].text, line.block);
        return read_pieces(line, 1);
    }
    if (context_ == Context::skip) return read_pieces(line, 1);
    const auto text = with_mark(line);
    if (context_ == Context::holder) {
        take_value(text, line.block);
    } else if (is_manifestation(i, line)) {
        add_manifestations(text, line.block);
        context_ = Context::none;
    } else if (context_ == Context::block) {
        holder(line.block).add_to_block(text, line.block, MeasureBlock::Piece::paragraph);
    } else if (problem_) {
        continue_problem(text, line.block);
    }
    read_pieces(line, 1);
}

bool LedgerReader::is_manifestation(std::size_t i, const Line& line) const {
    if (!problem_ || !line.mark) return false;
    if (context_ == Context::manifestations) return true;
    const bool stated = sections_.labelled || states_problem(line.text) ||
                        (!sections_.tells_what_was_done && !states_action(line.text));
    if (context_ == Context::none) return is_item_style(line.mark.style) && stated;
    if (!is_item_style(line.mark.style) || !sections_.labelled) return false;
    return leads_[i] != 0 && states_problem(line.text);  // 二是…不到位 behind the measures of 一是
}

void LedgerReader::add_manifestations(std::string_view text, std::size_t block) {
    const auto mark = text::mark_at(text);
    const auto run = text::items_in(text, mark ? mark.value : 1);
    if (run.items.empty() || !run.lead.empty()) {
        problem_->add_manifestation(mark ? mark.text : "", text.substr(mark.bytes), block);
        return;
    }
    for (const auto& item : run.items) problem_->add_manifestation(item.number, item.text, block);
}

void LedgerReader::continue_problem(std::string_view text, std::size_t block) {
    if (context_ == Context::manifestations) return problem_->add_manifestation("", text, block);
    const bool done = !sections_.labelled && !states_problem(text);
    if (done) return add_action(text, block);
    if (problem_->text_empty()) return problem_text(text, block);
    const auto run = text::items_in(text);
    if (run.items.size() > 1 && sections_.labelled) {
        if (!run.lead.empty() && !only_announces_items(run.lead))
            problem_->extend_manifestation(run.lead, block);
        for (const auto& item : run.items)
            problem_->add_manifestation(item.number, item.text, block);
        return;
    }
    problem_->extend_manifestation(text, block);
}

bool LedgerReader::only_announces_items(std::string_view lead) {
    const auto last = text::last_char(lead);
    return last == U'：' || last == U':';
}

namespace {
const text::WordSet& closing_words() {
    static const text::WordSet set(
        "欢迎广大 联系方式 联系电话 邮政信箱 电子邮箱 特此报告 特此通报 以上报告 如有意见 通讯地址 "
        "监督电话 此件公开 抄送 印发时间");
    return set;
}

}  // namespace

bool closes_ledger(const Line& line) {
    if (line.mark) return false;
    if (closing_words().any_in(base::first_chars(line.whole, 40))) return true;
    if (line.whole.size() > 60) return false;
    const auto days = text::day_words_in(line.whole);
    if (days.size() == 1 && days[0].first == 0 &&
        text::trim(line.whole.substr(days[0].end)).empty() && days[0].says_year)
        return true;
    return line.whole.starts_with("中共") && !text::contains(line.whole, "。");
}

std::vector<ReadArea> ledger_of(const Outline& outline, const Sections& sections) {
    return LedgerReader(outline, sections).read();
}

}  // namespace plan
