// A passage of a text that does not go out as it is: where it stands, by which rule it was found,
// what takes its place, on which ground, and what somebody decided about it. Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/actor.hpp"
#include "base/result.hpp"
#include "disclosure/chars.hpp"

namespace disclosure {

inline constexpr std::size_t replacement_chars_max = 2'000;

/// By which a passage was found, the gravest first: where two find the same, the first one counts.
enum class Rule {
    restricted,    // says what stands behind a guard, word for word
    case_matter,   // a sentence about clues or a case
    id_number,     // 身份证号
    bank_account,  // 银行账号
    phone,
    email,
    own_word,  // the office's own list
    person,
    company,
    unit,
    amount,
    manual,  // marked by somebody
};
inline constexpr std::array<Rule, 12> rules{Rule::restricted,   Rule::case_matter, Rule::id_number,
                                            Rule::bank_account, Rule::phone,       Rule::email,
                                            Rule::own_word,     Rule::person,      Rule::company,
                                            Rule::unit,         Rule::amount,      Rule::manual};
[[nodiscard]] std::string_view name_of(Rule rule);
[[nodiscard]] std::optional<Rule> rule_of(std::string_view name);

/// Why something is not made public; `wording`: it is, in other words.
enum class Ground {
    state_secret,
    work_secret,
    commercial_secret,
    personal_privacy,
    open_case,       // under review, or filed and not published
    public_opinion,  // risk of large negative publicity
    unrest,          // risk of mass petitions or incidents
    other_sensitive,
    wording,
};
inline constexpr std::array<Ground, 9> grounds{
    Ground::state_secret,     Ground::work_secret,     Ground::commercial_secret,
    Ground::personal_privacy, Ground::open_case,       Ground::public_opinion,
    Ground::unrest,           Ground::other_sensitive, Ground::wording};
[[nodiscard]] std::string_view name_of(Ground ground);
[[nodiscard]] std::optional<Ground> ground_of(std::string_view name);
/// As documents print it.
[[nodiscard]] std::string_view words_of(Ground ground);
/// What a rule proposes.
[[nodiscard]] Ground usual_ground(Rule rule);

enum class Decision {
    proposed,
    replaced,
    kept,
    dropped,  // of what somebody marked by mistake: it goes
};
[[nodiscard]] std::string_view name_of(Decision decision);
[[nodiscard]] std::optional<Decision> decision_of(std::string_view name);

/// In characters of one paragraph; paragraphs count from 0.
struct Place {
    std::int64_t paragraph = 0, from = 0, length = 0;
    [[nodiscard]] std::int64_t end() const { return from + length; }
    [[nodiscard]] bool overlaps(const Place& other) const {
        return paragraph == other.paragraph && from < other.end() && other.from < end();
    }
    [[nodiscard]] bool covers(const Place& other) const {
        return paragraph == other.paragraph && from <= other.from && other.end() <= end();
    }
    bool operator==(const Place&) const = default;
};

struct Passage {
    std::int64_t number = 0;  // in its text, never given again
    Place place;
    Rule rule = Rule::manual;
    Ground ground = Ground::wording;
    bool must = false;  // kept only with the consent of who approves
    std::string replacement;
    Decision decision = Decision::proposed;
    std::string reason;
    std::optional<base::AccountId> decided_by;
    std::string decided_by_name;
    bool consented = false;
    bool operator==(const Passage&) const = default;

    [[nodiscard]] bool open() const { return decision == Decision::proposed; }
    [[nodiscard]] bool needs_consent() const { return must && decision == Decision::kept; }
};

using Paragraphs = std::vector<std::string>;

/// The characters of a passage. Requires: it lies within its text.
[[nodiscard]] std::string original_of(const Paragraphs& text, const Place& place);
[[nodiscard]] bool lies_within(const Paragraphs& text, const Place& place);

/// What somebody decides of one passage.
struct WantedDecision {
    std::int64_t number = 0;
    Decision decision = Decision::proposed;
    std::string replacement, reason;
    Ground ground = Ground::wording;
};
/// Refuses, in this order: only_marked_passages_are_dropped, restricted_text_is_never_published
/// (kept), reason_too_short (reason; of what is kept, and of what somebody marked),
/// replacement_shows_the_original (replacement).
[[nodiscard]] base::Result<Passage> decide(Passage passage, const WantedDecision& wanted,
                                           const std::string& original, const base::Actor& actor);

/// A mark put over `text` by somebody, beside `others`; those it covers go. Refuses, in this order:
/// passage_lies_outside, passages_overlap (args value: what stands there), then as decide().
struct Marked {
    Passage passage;
    std::vector<std::int64_t> swallowed;
};
[[nodiscard]] base::Result<Marked> mark(const Paragraphs& text, const std::vector<Passage>& others,
                                        Passage wanted, const base::Actor& actor);

/// What the rules found anew beside what was decided: undecided proposals give way to `found`,
/// which leaves out what lies over a decision. `last` is the last number that was given.
[[nodiscard]] std::vector<Passage> renew(const std::vector<Passage>& before,
                                         std::vector<Passage> found, std::int64_t last);

/// Hits of one paragraph, sorted and without overlap: where some overlap they become one, with
/// rule, ground and replacement of the gravest, over all that any of them covers.
[[nodiscard]] std::vector<Passage> merged(std::vector<Passage> hits);

/// The text as it goes out: what is replaced says its replacement, all else stays. Paragraphs of
/// which nothing is left go.
[[nodiscard]] Paragraphs published(const Paragraphs& text, const std::vector<Passage>& passages);

/// Where `out`, a place of the text as it goes out, stands inside. Nothing where it touches words
/// that were put there, or a passage that was found: those are for people to decide.
[[nodiscard]] std::optional<Place> inside_of(const Paragraphs& text,
                                             const std::vector<Passage>& passages,
                                             const Place& out);

}  // namespace disclosure
