#include "disclosure/person_names.hpp"

#include <algorithm>
#include <array>

#include "disclosure/name_words.hpp"

namespace disclosure {
namespace {

constexpr std::size_t word_chars_max = 5;

/// One text with everything that can be said of places in it.
class Reading {
  public:
    Reading(CharsView text, const WordBook& known, const WordBook& spared)
        : text_(text), known_(known), spared_(spared), word_ends_(text.size()) {
        for (std::size_t at = 0; at < text.size(); ++at)
            word_ends_[at] =
                at + std::max(everyday_words().longest_at(text, at), spared.longest_at(text, at));
    }

    std::vector<NameHit> names() {
        for (std::size_t at = 0; at < text_.size(); ++at) {
            note_known(at);
            note_behind_post(at);
            note_acted_on(at);
            note_some(at);
            note_before_title(at);
        }
        return settled();
    }

  private:
    // ---- What stands at a place

    bool han(std::size_t at) const { return at < text_.size() && is_han(text_[at]); }
    bool ends_here(std::size_t at) const { return !han(at); }
    bool is_word(std::size_t from, std::size_t end) const { return word_ends_[from] == end; }
    /// Whether a word reaches from outside into the place, or from within out of it, or covers it.
    bool crosses_word(std::size_t from, std::size_t end) const {
        const auto first = from > word_chars_max ? from - word_chars_max : 0;
        for (auto at = first; at < end; ++at) {
            const auto word_end = word_ends_[at];
            if (word_end == at || word_end <= from) continue;
            const bool within = at >= from && word_end <= end;
            if (!within) return true;
        }
        return false;
    }
    std::size_t surname_at(std::size_t at) const {
        return han(at) ? surnames().longest_at(text_, at) : 0;
    }
    bool is_weak(std::size_t at, std::size_t length) const {
        return weak_surnames().holds(text_.substr(at, length));
    }
    /// Whether what stands there may stand behind a name.
    bool may_follow(std::size_t at) const {
        return ends_here(at) || followers().longest_at(text_, at) > 0 ||
               posts().longest_at(text_, at) > 0;
    }
    bool post_before(std::size_t at) const {
        return posts().longest_before(text_, at) > 0 || groups().longest_before(text_, at) > 0;
    }
    bool post_at(std::size_t at) const {
        return at < text_.size() && posts().longest_at(text_, at) > 0;
    }
    bool title_at(std::size_t at) const {
        return at < text_.size() && titles().longest_at(text_, at) > 0;
    }
    bool begins_freely(std::size_t at) const {
        constexpr CharsView links = U"对由和与及经向给将被让请是为跟找以";
        return at == 0 || !han(at - 1) || links.find(text_[at - 1]) != CharsView::npos ||
               post_before(at);
    }

    // ---- The ways in which a name shows

    /// How far a hit is to be trusted.
    enum class Trust { known, sure, guess };

    void note(std::size_t from, std::size_t length, Trust trust) {
        const auto name = text_.substr(from, length);
        if (spared_.holds(name)) return;
        if (name.find(U'某') != CharsView::npos) trust = Trust::guess;
        const auto end = from + length;
        const bool beside_post = post_before(from) || post_at(end);
        found_.push_back({{from, length, trust != Trust::guess, beside_post}, trust});
    }
    static Trust sure_if(bool clear) { return clear ? Trust::sure : Trust::guess; }

    void note_known(std::size_t at) {
        const auto length = known_.longest_at(text_, at);
        if (length < 2) return;
        const auto end = at + length;
        const bool shown = title_at(end) || post_at(end) || (post_before(at) && may_follow(end));
        if (is_word(at, end) && !shown) return;
        if (length == 2 && crosses_word(at, end)) return;
        note(at, length, Trust::known);
    }

    /// The characters a name that begins at `at` has; 0 where none does. `sure` tells whether what
    /// follows bears it out.
    std::size_t name_at(std::size_t at, bool needs_end, bool& sure) const {
        const auto surname = surname_at(at);
        if (surname == 0 || word_ends_[at] > at + 1 || !han(at + surname)) return 0;
        const auto one = at + surname + 1, two = one + 1;
        const bool one_fits = may_follow(one);
        const bool two_fits = han(one) && may_follow(two);
        sure = one_fits || two_fits;
        if (two_fits && !(one_fits && begins_what_follows(one))) {
            const bool word = word_ends_[at + surname] == two || post_at(at + surname);
            return word && is_weak(at, surname) ? 0 : two - at;
        }
        if (one_fits) return one - at;
        if (needs_end || is_weak(at, surname)) return 0;
        return (han(one) ? two : one) - at;
    }

    /// 王强要求, 韩征任: where a name may end already, this is no part of it.
    bool begins_what_follows(std::size_t at) const {
        constexpr CharsView particles = U"任兼被对在将把是的";
        return followers().longest_at(text_, at) > 1 ||
               particles.find(text_[at]) != CharsView::npos;
    }

    void note_behind_post(std::size_t at) {
        const bool post = posts().longest_before(text_, at) > 0;
        if (!post && groups().longest_before(text_, at) == 0) return;
        bool sure = false;
        const auto length = name_at(at, !post, sure);
        if (length > 1 && !crosses_word(at, at + length)) note(at, length, sure_if(sure && post));
    }

    /// 对张伟给予党内警告处分.
    void note_acted_on(std::size_t at) {
        if (at == 0 || (text_[at - 1] != U'对' && text_[at - 1] != U'给')) return;
        const auto surname = surname_at(at);
        if (surname == 0 || word_ends_[at] > at + 1) return;
        for (const auto given : {std::size_t{2}, std::size_t{1}}) {
            const auto end = at + surname + given;
            if (end > text_.size() || !all_han(at, end) || crosses_word(at, end)) continue;
            if (measures_taken().longest_at(text_, end) == 0) continue;
            return note(at, surname + given, sure_if(!is_weak(at, surname)));
        }
    }

    bool all_han(std::size_t from, std::size_t end) const {
        for (auto at = from; at < end; ++at)
            if (!han(at)) return false;
        return true;
    }

    /// 张某, 张某某: somebody, already half hidden.
    void note_some(std::size_t at) {
        const auto surname = surname_at(at);
        if (surname == 0 || !stands_at(text_, at + surname, U"某")) return;
        const auto length = surname + (stands_at(text_, at + surname + 1, U"某") ? 2u : 1u);
        constexpr CharsView things = U"日年月地些个种项级局县市区镇村乡部办所院校公单";
        const auto end = at + length;
        if (end < text_.size() && things.find(text_[end]) != CharsView::npos) return;
        if (is_weak(at, surname) && !(begins_freely(at) && may_follow(end))) return;
        note(at, length, Trust::guess);
    }

    /// 张伟同志, 张建国局长.
    void note_before_title(std::size_t end) {
        const bool title = title_at(end);
        if (!title && !post_at(end)) return;
        const bool of_place = !title && posts_of_places().longest_at(text_, end) > 0;
        for (const auto length : {std::size_t{4}, std::size_t{3}, std::size_t{2}}) {
            if (length > end || (of_place && length == 2)) continue;
            const auto at = end - length;
            const auto surname = surname_at(at);
            if (surname == 0 || length - surname > 2 || length == surname || !all_han(at, end))
                continue;
            if (crosses_word(at, end) || has_word(at, end)) continue;
            const bool clear = begins_freely(at);
            if (!clear && (is_weak(at, surname) || of_place)) continue;
            return note(at, length, sure_if(clear && title));
        }
    }
    bool has_word(std::size_t from, std::size_t end) const {
        for (auto at = from; at < end; ++at)
            if (word_ends_[at] > at + 1 && !is_word_of_name(at, from, end)) return true;
        return false;
    }
    /// 高峰同志: the whole name is a word, and the title says it is a name.
    bool is_word_of_name(std::size_t at, std::size_t from, std::size_t end) const {
        return at == from && word_ends_[at] == end && known_.holds(text_.substr(from, end - from));
    }

    /// What is trusted more before what is less, longer ones before shorter; what overlaps goes.
    std::vector<NameHit> settled() {
        std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
            if (a.hit.from != b.hit.from) return a.hit.from < b.hit.from;
            return a.trust != b.trust ? a.trust < b.trust : a.hit.length > b.hit.length;
        });
        std::vector<NameHit> kept;
        auto trust = Trust::guess;
        for (const auto& [hit, its] : found_) {
            const bool apart = kept.empty() || hit.from >= kept.back().from + kept.back().length;
            if (!apart && its >= trust) continue;
            if (!apart) kept.pop_back();
            kept.push_back(hit);
            trust = its;
        }
        return kept;
    }

    struct Found {
        NameHit hit;
        Trust trust;
    };
    CharsView text_;
    const WordBook& known_;
    const WordBook& spared_;
    std::vector<std::size_t> word_ends_;  // where the longest word that begins here ends
    std::vector<Found> found_;
};

}  // namespace

NameFinder::NameFinder(const std::vector<std::string>& known,
                       const std::vector<std::string>& spared) {
    for (const auto& name : known)
        if (auto chars = chars_of(name); chars.size() >= 2) known_.add(std::move(chars));
    for (const auto& word : spared) spared_.add(chars_of(word));
}

std::vector<NameHit> NameFinder::find(CharsView text) const {
    return Reading(text, known_, spared_).names();
}

}  // namespace disclosure
