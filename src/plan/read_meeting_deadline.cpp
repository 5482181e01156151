#include "plan/read_meeting_deadline.hpp"

#include <optional>

#include "text/numeral.hpp"
#include "text/punctuation.hpp"
#include "text/word_set.hpp"

namespace plan {
namespace {

using text::MarkStyle;

/// Bytes of a number or of what stands for one (xx, 5, 十), 0 where there is none.
std::size_t number_bytes(std::string_view text) {
    if (const auto bytes = text::placeholder_bytes(text); bytes > 0) return bytes;
    const auto number = text::leading_number(text);
    return number ? number->bytes : 0;
}

/// Behind the first of the words that stands there; nothing where none does.
std::optional<std::size_t> behind_any(std::string_view text, std::size_t at,
                                      std::initializer_list<std::string_view> words) {
    for (const auto word : words)
        if (text.substr(at).starts_with(word)) return at + word.size();
    return std::nullopt;
}

/// Behind a number and one of these units.
std::optional<std::size_t> behind_number(std::string_view text, std::size_t at,
                                         std::initializer_list<std::string_view> units) {
    const auto bytes = number_bytes(text.substr(at));
    if (bytes == 0) return std::nullopt;
    return behind_any(text, at + bytes, units);
}

/// Behind xx年xx月xx日, xx月初, xx月上旬 at the start.
std::optional<std::size_t> behind_day(std::string_view text, std::size_t at) {
    const auto year = behind_number(text, at, {"年"});
    const auto month = behind_number(text, year.value_or(at), {"月"});
    if (!month) return std::nullopt;
    if (const auto day = behind_number(text, *month, {"日"})) return day;
    return behind_any(text, *month, {"初", "底", "末", "上旬", "中旬", "下旬"});
}

/// Behind the last day of xx月xx日-xx日.
std::size_t behind_range(std::string_view text, std::size_t end) {
    const auto joint = behind_any(text, end, {"-", "—", "－", "～", "~", "至", "到"});
    if (!joint) return end;
    if (const auto last = behind_day(text, *joint)) return *last;
    return behind_number(text, *joint, {"日"}).value_or(end);
}

/// Behind 会后xx日内, 召开前xx天, 提前xx天: counted from something. How long a thing lasts is not
/// (学习xx天).
std::optional<std::size_t> behind_span(std::string_view text, std::size_t at) {
    const auto end = behind_number(text, at, {"个工作日", "日", "天", "个月"});
    if (!end) return std::nullopt;
    if (const auto within = behind_any(text, *end, {"之内", "内", "以内"})) return within;
    const auto before = text.substr(0, at);
    if (before.ends_with("前") || before.ends_with("后")) return end;
    return std::nullopt;
}

/// Where the words begin that a number of days is counted from.
std::size_t with_anchor(std::string_view text, std::size_t at) {
    for (const std::string_view anchor :
         {"召开前", "召开后", "结束后", "会前", "会后", "提前", "召开"})
        if (text.substr(0, at).ends_with(anchor)) return at - anchor.size();
    return at;
}

bool is_past(std::string_view words) {
    return text::has_any<"展了 行了 馈了 开了 发了 取了 达了">(words);
}

class DeadlineReader {
  public:
    std::vector<ReadMeetingDeadline> read(std::span<const Line> lines) {
        for (const auto& line : lines) {
            if (line.row != nullptr) continue;
            if (line.mark.style == MarkStyle::han || line.mark.style == MarkStyle::han_bracket)
                heading_ = name_in(line.text);
            for (const auto sentence : text::sentences(line.whole)) read_sentence(sentence);
        }
        return std::move(found_);
    }

  private:
    struct Mention {
        std::size_t from, to;
    };

    /// Without the bracket at its end and what follows its first sentence.
    static std::string_view name_in(std::string_view text) {
        const auto head = text::first_sentence(text);
        const auto brackets = text::outer_brackets(head);
        const bool closes = !brackets.empty() && brackets.back().end == head.size();
        return text::trim_stops(closes ? head.substr(0, brackets.back().open) : head);
    }

    static std::vector<Mention> mentions_in(std::string_view sentence) {
        std::vector<Mention> found;
        for (std::size_t at = 0; at < sentence.size();) {
            if (const auto day = behind_day(sentence, at)) {
                found.push_back({at, behind_range(sentence, *day)});
            } else if (const auto span = behind_span(sentence, at)) {
                found.push_back({with_anchor(sentence, at), *span});
            } else {
                const auto number = number_bytes(sentence.substr(at));
                at += number > 0 ? number : text::bytes_of(sentence[at]);
                continue;
            }
            at = found.back().to;
        }
        return found;
    }

    void read_sentence(std::string_view sentence) {
        const auto mentions = mentions_in(sentence);
        for (std::size_t i = 0; i < mentions.size(); ++i) {
            const auto next = i + 1 < mentions.size() ? mentions[i + 1].from : sentence.size();
            const auto [from, to] = mentions[i];
            if (is_past(sentence.substr(to, next - to))) continue;
            const auto end = behind_any(sentence, to, {"之前", "以前", "前", "后"}).value_or(to);
            found_.push_back({std::string(heading_), std::string(text::trim(sentence)),
                              std::string(sentence.substr(from, end - from))});
        }
    }

    std::string_view heading_;
    std::vector<ReadMeetingDeadline> found_;
};

}  // namespace

std::vector<ReadMeetingDeadline> meeting_deadlines_of(std::span<const Line> lines) {
    return DeadlineReader().read(lines);
}

}  // namespace plan
