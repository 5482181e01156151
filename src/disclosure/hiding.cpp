#include "disclosure/hiding.hpp"

#include <algorithm>
#include <cmath>

#include "base/names.hpp"
#include "base/utf8.hpp"
#include "disclosure/patterns.hpp"
#include "disclosure/person_names.hpp"

namespace disclosure {
namespace {

constexpr std::array<std::string_view, 2> name_style_names{"some", "post"};
constexpr std::array<std::string_view, 3> amount_style_names{"rounded", "removed", "as_it_is"};

WordBook book_of(const std::vector<std::string>& words) {
    WordBook book;
    for (const auto& word : words) book.add(chars_of(word));
    return book;
}

std::string_view stand_in(Rule rule) {
    switch (rule) {
        case Rule::id_number: return "（证件号码略）";
        case Rule::bank_account: return "（账号略）";
        case Rule::phone: return "（电话略）";
        case Rule::email: return "（邮箱略）";
        case Rule::own_word: return "（略）";
        case Rule::company: return "某企业";
        case Rule::unit: return "有关单位";
        default: return "";
    }
}

/// Everything that one text is held against, prepared once.
class Search {
  public:
    Search(const Hiding& hiding, const Known& known)
        : hiding_(hiding),
          names_(known.persons, hiding.spared_words),
          units_(book_of(known.units)),
          hidden_(book_of(hiding.hidden_words)),
          spared_(book_of(hiding.spared_words)),
          open_(book_of(known.open_words)),
          repeats_(known.restricted) {}

    std::vector<Passage> in(std::string_view paragraph, std::int64_t number) {
        const auto chars = chars_of(paragraph);
        text_ = chars;
        number_ = number;
        hits_.clear();
        open_spans_ = find_words(text_, open_, Standing::anywhere);
        for (const auto& span : repeats_.find(text_)) note(Rule::restricted, span, "", true);
        for (const auto& span : find_case_sentences(text_)) note(Rule::case_matter, span, "", true);
        for (const auto& [rule, span] : find_numbers(text_))
            note(rule, span, std::string(stand_in(rule)), true);
        for (const auto& span : find_words(text_, hidden_, Standing::anywhere))
            note(Rule::own_word, span, std::string(stand_in(Rule::own_word)), true);
        note_persons();
        note_choices();
        return merged(std::move(hits_));
    }

  private:
    void note(Rule rule, Span span, std::string replacement, bool must) {
        const auto end = span.from + span.length;
        const bool open = std::any_of(open_spans_.begin(), open_spans_.end(), [&](const Span& one) {
            return one.from <= span.from && end <= one.from + one.length;
        });
        if (open || spared_.holds(text_.substr(span.from, span.length))) return;
        Passage hit;
        hit.place = {number_, static_cast<std::int64_t>(span.from),
                     static_cast<std::int64_t>(span.length)};
        hit.rule = rule;
        hit.ground = usual_ground(rule);
        hit.must = must;
        hit.replacement = std::move(replacement);
        hits_.push_back(std::move(hit));
    }

    void note_persons() {
        for (const auto& name : names_.find(text_)) {
            const bool post = hiding_.names == NameStyle::post && name.beside_post;
            note(Rule::person, {name.from, name.length}, post ? "" : "某某", name.sure);
        }
    }

    void note_choices() {
        if (hiding_.companies)
            for (const auto& span : find_companies(text_))
                note(Rule::company, span, std::string(stand_in(Rule::company)), false);
        for (const auto& span : find_words(text_, units_, Standing::alone))
            note(Rule::unit, span, std::string(stand_in(Rule::unit)), false);
        if (hiding_.amounts == AmountStyle::as_it_is) return;
        for (const auto& one : find_amounts(text_))
            note(Rule::amount, one.span,
                 hiding_.amounts == AmountStyle::rounded ? rounded(one.yuan) : "若干" + one.unit,
                 false);
    }

    const Hiding& hiding_;
    NameFinder names_;
    WordBook units_, hidden_, spared_, open_;
    Repeats repeats_;
    CharsView text_;
    std::int64_t number_ = 0;
    std::vector<Span> open_spans_;
    std::vector<Passage> hits_;
};

std::optional<std::string> mark_of(std::string_view line) {
    constexpr std::size_t mark_chars_max = 20;
    Chars bare;
    for (const auto c : chars_of(line))
        if (c != U' ' && c != U'　') bare += c;
    if (bare.find(U"绝密") != Chars::npos) return text_of(bare.substr(bare.find(U"绝密"), 2));
    if (bare.size() > mark_chars_max) return std::nullopt;
    for (const CharsView label : {CharsView(U"密级："), CharsView(U"密级:")})
        if (stands_at(bare, 0, label)) bare.erase(0, label.size());
    for (const CharsView word : {CharsView(U"机密"), CharsView(U"秘密")}) {
        if (!stands_at(bare, 0, word)) continue;
        const auto rest = CharsView(bare).substr(word.size());
        constexpr CharsView stars = U"★☆*级";
        if (rest.empty() || stars.find(rest.front()) != CharsView::npos) return text_of(bare);
    }
    return std::nullopt;
}

}  // namespace

std::string_view name_of(NameStyle style) {
    return name_style_names[static_cast<std::size_t>(style)];
}
std::optional<NameStyle> name_style_of(std::string_view name) {
    return base::named<NameStyle>(name_style_names, name);
}
std::string_view name_of(AmountStyle style) {
    return amount_style_names[static_cast<std::size_t>(style)];
}
std::optional<AmountStyle> amount_style_of(std::string_view name) {
    return base::named<AmountStyle>(amount_style_names, name);
}

base::Result<void> check(const Hiding& wanted) {
    for (const auto& word : wanted.spared_words)
        if (std::find(wanted.hidden_words.begin(), wanted.hidden_words.end(), word) !=
            wanted.hidden_words.end())
            return base::refuse(base::ErrorKind::invalid, "hidden_word_is_spared", "spared_words",
                                {{"value", word}});
    return {};
}

std::vector<Passage> find_passages(const Paragraphs& text, const Hiding& hiding,
                                   const Known& known) {
    Search search(hiding, known);
    std::vector<Passage> all;
    for (std::size_t i = 0; i < text.size(); ++i)
        for (auto& one : search.in(text[i], static_cast<std::int64_t>(i))) {
            one.number = static_cast<std::int64_t>(all.size()) + 1;
            all.push_back(std::move(one));
        }
    return all;
}

std::optional<std::string> secret_mark_in(const Paragraphs& text) {
    for (const auto& line : text)
        if (auto mark = mark_of(line)) return mark;
    return std::nullopt;
}

std::vector<std::string> left_in(const Paragraphs& out, const Hiding& hiding, const Known& known,
                                 const std::vector<std::string>& kept) {
    std::vector<std::string> left;
    for (const auto& one : find_passages(out, hiding, known)) {
        if (!one.must) continue;
        const auto text = original_of(out, one.place);
        const bool on_purpose = std::any_of(kept.begin(), kept.end(), [&](const auto& original) {
            return original.find(text) != std::string::npos ||
                   (one.rule == Rule::case_matter && text.find(original) != std::string::npos);
        });
        if (!on_purpose) left.push_back(text);
    }
    return left;
}

}  // namespace disclosure
