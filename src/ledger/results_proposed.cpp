// Which results the wording of a measure speaks of: tables of words, nothing else.
#include <algorithm>

#include "ledger/measure.hpp"
#include "text/word_set.hpp"

namespace ledger {
namespace {

/// A verb with one of its objects after it in the same clause; no verbs: the object alone.
struct ResultWords {
    ResultKind kind;
    text::WordSet verbs, objects;
    bool alone;
};

const std::vector<ResultWords>& result_words() {
    using text::WordSet;
    static const std::vector<ResultWords> all{
        {ResultKind::regulations, WordSet("制定 修订 出台 印发 完善 健全 建立"),
         WordSet("制度 办法 规定 细则 规则 机制 规范"), false},
        {ResultKind::recovered_yuan, WordSet("追缴 追回 清退 退还 退缴 收缴 挽回 上缴"),
         WordSet("资金 款 费用 损失 补贴 津贴 租金 奖金 元"), false},
        {ResultKind::persons_held, WordSet(""), WordSet("问责 追责 追究责任 诫勉 批评教育 处分"),
         true},
        {ResultKind::similar_checks, WordSet(""), WordSet("举一反三"), true},
        {ResultKind::campaigns, WordSet(""), WordSet("专项整治 专项治理 专项行动 专项清理"), true},
    };
    return all;
}

bool speaks_of(std::string_view clause, const ResultWords& words) {
    if (words.alone) return words.objects.any_in(clause);
    const auto verb = words.verbs.first_in(clause);
    return verb != clause.npos && words.objects.any_in(clause.substr(
                                      verb + words.verbs.longest_prefix(clause.substr(verb))));
}

std::string_view take_clause(std::string_view& text) {
    static const text::WordSet stops("， 。 ； 、");
    const auto stop = std::min(stops.first_in(text), text.find('\n'));
    const auto clause = text.substr(0, stop);
    text.remove_prefix(clause.size());
    if (!text.empty()) text.remove_prefix(std::max<std::size_t>(1, stops.longest_prefix(text)));
    return clause;
}

}  // namespace

ResultKinds results_proposed(std::string_view text) {
    ResultKinds kinds;
    while (!text.empty()) {
        const auto clause = take_clause(text);
        for (const auto& words : result_words())
            if (speaks_of(clause, words)) kinds.push_back(words.kind);
    }
    return in_order(kinds);
}

}  // namespace ledger
