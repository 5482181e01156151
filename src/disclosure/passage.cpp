#include "disclosure/passage.hpp"

#include <algorithm>

#include "base/names.hpp"
#include "base/text_length.hpp"

namespace disclosure {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 12> rule_names{
    "restricted", "case_matter", "id_number", "bank_account", "phone",  "email",
    "own_word",   "person",      "company",   "unit",         "amount", "manual"};
constexpr std::array<std::string_view, 9> ground_names{
    "state_secret",   "work_secret", "commercial_secret", "personal_privacy", "open_case",
    "public_opinion", "unrest",      "other_sensitive",   "wording"};
constexpr std::array<std::string_view, 9> ground_words{"国家秘密",
                                                       "工作秘密",
                                                       "商业秘密",
                                                       "个人隐私",
                                                       "正在审查或者已立案尚未公布",
                                                       "可能引发重大负面舆情",
                                                       "可能引发集体上访或者群体性事件",
                                                       "其他重大敏感事项",
                                                       "表述处理"};
constexpr std::array<std::string_view, 4> decision_names{"proposed", "replaced", "kept", "dropped"};

std::size_t size_of(std::int64_t count) {
    return static_cast<std::size_t>(count);
}

const Passage& graver(const Passage& a, const Passage& b) {
    return b.rule < a.rule ? b : a;
}

/// The passages of each paragraph that are replaced, in their order.
std::vector<std::vector<const Passage*>> replaced_in(const Paragraphs& text,
                                                     const std::vector<Passage>& passages) {
    std::vector<std::vector<const Passage*>> of(text.size());
    for (const auto& one : passages)
        if (one.decision == Decision::replaced) of[size_of(one.place.paragraph)].push_back(&one);
    for (auto& some : of)
        std::sort(some.begin(), some.end(),
                  [](const auto* a, const auto* b) { return a->place.from < b->place.from; });
    return of;
}

/// A paragraph as it goes out, and which one inside that is.
struct OutLine {
    std::size_t paragraph = 0;
    std::string line;
};
std::vector<OutLine> lines_going_out(const Paragraphs& text,
                                     const std::vector<std::vector<const Passage*>>& replaced) {
    std::vector<OutLine> out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (replaced[i].empty()) {
            out.push_back({i, text[i]});
            continue;
        }
        const auto chars = chars_of(text[i]);
        std::string line;
        std::size_t at = 0;
        for (const auto* one : replaced[i]) {
            line += text_of(CharsView(chars).substr(at, size_of(one->place.from) - at));
            line += one->replacement;
            at = size_of(one->place.end());
        }
        line += text_of(CharsView(chars).substr(at));
        if (!base::trim(line).empty()) out.push_back({i, std::move(line)});
    }
    return out;
}

}  // namespace

std::string_view name_of(Rule rule) {
    return rule_names[static_cast<std::size_t>(rule)];
}
std::optional<Rule> rule_of(std::string_view name) {
    return base::named<Rule>(rule_names, name);
}
std::string_view name_of(Ground ground) {
    return ground_names[static_cast<std::size_t>(ground)];
}
std::optional<Ground> ground_of(std::string_view name) {
    return base::named<Ground>(ground_names, name);
}
std::string_view words_of(Ground ground) {
    return ground_words[static_cast<std::size_t>(ground)];
}
std::string_view name_of(Decision decision) {
    return decision_names[static_cast<std::size_t>(decision)];
}
std::optional<Decision> decision_of(std::string_view name) {
    return base::named<Decision>(decision_names, name);
}

Ground usual_ground(Rule rule) {
    switch (rule) {
        case Rule::case_matter: return Ground::open_case;
        case Rule::id_number:
        case Rule::bank_account:
        case Rule::phone:
        case Rule::email:
        case Rule::person: return Ground::personal_privacy;
        case Rule::company: return Ground::commercial_secret;
        case Rule::restricted:
        case Rule::own_word: return Ground::other_sensitive;
        case Rule::unit:
        case Rule::amount:
        case Rule::manual: break;
    }
    return Ground::wording;
}

bool lies_within(const Paragraphs& text, const Place& place) {
    if (place.paragraph < 0 || size_of(place.paragraph) >= text.size()) return false;
    const auto chars = base::chars_in(text[size_of(place.paragraph)]);
    return place.from >= 0 && place.length > 0 && size_of(place.from) < chars &&
           size_of(place.length) <= chars - size_of(place.from);
}

std::string original_of(const Paragraphs& text, const Place& place) {
    const auto chars = chars_of(text[size_of(place.paragraph)]);
    return text_of(CharsView(chars).substr(size_of(place.from), size_of(place.length)));
}

base::Result<Passage> decide(Passage passage, const WantedDecision& wanted,
                             const std::string& original, const base::Actor& actor) {
    if (wanted.decision == Decision::dropped && passage.rule != Rule::manual)
        return refuse(ErrorKind::illegal_transition, "only_marked_passages_are_dropped");
    const bool keeps = wanted.decision == Decision::kept;
    if (keeps && passage.rule == Rule::restricted)
        return refuse(ErrorKind::forbidden, "restricted_text_is_never_published");
    const bool explained =
        keeps || (passage.rule == Rule::manual && wanted.decision == Decision::replaced);
    if (explained)
        if (auto no = base::why_too_short(base::trim(wanted.reason), "reason_too_short", "reason"))
            return *no;
    if (wanted.decision == Decision::replaced &&
        wanted.replacement.find(original) != std::string::npos)
        return refuse(ErrorKind::invalid, "replacement_shows_the_original", "replacement",
                      {{"value", original}});
    passage.decision = wanted.decision;
    passage.reason = wanted.reason;
    passage.consented = false;
    if (wanted.decision == Decision::replaced) {
        passage.replacement = wanted.replacement;
        passage.ground = wanted.ground;
    }
    passage.decided_by = passage.open() ? std::nullopt : std::optional(actor.id);
    passage.decided_by_name = passage.open() ? "" : actor.name;
    return passage;
}

base::Result<Marked> mark(const Paragraphs& text, const std::vector<Passage>& others,
                          Passage wanted, const base::Actor& actor) {
    if (!lies_within(text, wanted.place))
        return refuse(ErrorKind::invalid, "passage_lies_outside", "from");
    Marked marked;
    for (const auto& one : others) {
        if (!wanted.place.overlaps(one.place)) continue;
        if (!wanted.place.covers(one.place) || one.rule == Rule::restricted)
            return refuse(ErrorKind::conflict, "passages_overlap", "from",
                          {{"value", original_of(text, one.place)}});
        wanted.must = wanted.must || one.must;
        marked.swallowed.push_back(one.number);
    }
    wanted.rule = Rule::manual;
    const WantedDecision said{wanted.number, Decision::replaced, wanted.replacement, wanted.reason,
                              wanted.ground};
    auto decided = decide(std::move(wanted), said, original_of(text, wanted.place), actor);
    if (!decided) return decided.error();
    marked.passage = std::move(*decided);
    return marked;
}

std::vector<Passage> renew(const std::vector<Passage>& before, std::vector<Passage> found,
                           std::int64_t last) {
    std::vector<Passage> now;
    for (const auto& one : before)
        if (!one.open()) now.push_back(one);
    const auto decided = now.size();
    for (auto& one : found) {
        const bool taken =
            std::any_of(now.begin(), now.begin() + static_cast<std::ptrdiff_t>(decided),
                        [&](const auto& other) { return other.place.overlaps(one.place); });
        if (taken) continue;
        one.number = ++last;
        now.push_back(std::move(one));
    }
    return now;
}

std::vector<Passage> merged(std::vector<Passage> hits) {
    std::stable_sort(hits.begin(), hits.end(), [](const Passage& a, const Passage& b) {
        return a.place.from < b.place.from;
    });
    std::vector<Passage> one_each;
    for (const auto& hit : hits) {
        if (one_each.empty() || !one_each.back().place.overlaps(hit.place)) {
            one_each.push_back(hit);
            continue;
        }
        auto& last = one_each.back();
        const auto from = std::min(last.place.from, hit.place.from);
        const auto end = std::max(last.place.end(), hit.place.end());
        const bool must = last.must || hit.must;
        last = graver(last, hit);
        last.place.from = from;
        last.place.length = end - from;
        last.must = must;
    }
    return one_each;
}

Paragraphs published(const Paragraphs& text, const std::vector<Passage>& passages) {
    Paragraphs out;
    for (auto& one : lines_going_out(text, replaced_in(text, passages)))
        out.push_back(std::move(one.line));
    return out;
}

std::optional<Place> inside_of(const Paragraphs& text, const std::vector<Passage>& passages,
                               const Place& out) {
    const auto replaced = replaced_in(text, passages);
    const auto lines = lines_going_out(text, replaced);
    if (out.paragraph < 0 || size_of(out.paragraph) >= lines.size()) return std::nullopt;
    const auto paragraph = lines[size_of(out.paragraph)].paragraph;
    auto place = out;
    place.paragraph = static_cast<std::int64_t>(paragraph);
    for (const auto* one : replaced[paragraph]) {
        if (place.end() <= one->place.from) break;
        const auto said = static_cast<std::int64_t>(base::chars_in(one->replacement));
        if (place.from < one->place.from + said) return std::nullopt;
        place.from += one->place.length - said;
    }
    const bool taken = std::any_of(passages.begin(), passages.end(),
                                   [&](const Passage& one) { return one.place.overlaps(place); });
    return taken ? std::nullopt : std::optional(place);
}

}  // namespace disclosure
