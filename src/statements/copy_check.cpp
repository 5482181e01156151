#include "statements/copy_check.hpp"

#include <algorithm>

namespace statements {
namespace {

constexpr std::string_view customary =
    "坚持以习近平新时代中国特色社会主义思想为指导。深入学习贯彻党的二十大精神。增强四个意识坚定四个"
    "自信做到"
    "两个维护。深刻领悟两个确立的决定性意义。坚决做到两个维护。严格落实中央八项规定及其实施细则精神"
    "。严格"
    "落实党风廉政建设责任制。落实全面从严治党主体责任。认真履行一岗双责。党风廉政建设和反腐败斗争。"
    "政治判断"
    "力政治领悟力政治执行力。批评与自我批评。对照检查存在的问题。努力方向和整改措施。请各位领导和同"
    "志们批评"
    "指正。下面我代表班子作对照检查。根据会议安排现就本人情况作对照检查。";

std::vector<std::uint64_t> set_of(std::string_view text) {
    return text::shingle_set(text::compared(text), text::document_shingle);
}

std::size_t length(const text::Passage& one) {
    return one.first_end - one.first_begin;
}

}  // namespace

std::vector<std::int64_t> hashes_of(std::string_view text) {
    std::vector<std::int64_t> hashes;
    const auto compared = text::compared(text);
    if (compared.chars.size() < compared_chars_min) return hashes;
    for (const auto hash : text::shingle_set(compared, text::document_shingle))
        hashes.push_back(static_cast<std::int64_t>(hash >> 32));
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;  // sorted by the upper half already
}

std::vector<std::int64_t> kept_of(const std::vector<std::int64_t>& hashes) {
    constexpr std::int64_t bound = (std::int64_t{1} << 32) / kept_one_in;
    const auto below = std::lower_bound(hashes.begin(), hashes.end(), bound);
    const auto least = std::min(hashes.size(), kept_min);
    const auto count = std::max(static_cast<std::size_t>(below - hashes.begin()), least);
    return {hashes.begin(), hashes.begin() + static_cast<std::ptrdiff_t>(count)};
}

Copy compare(std::string_view own, std::string_view other, std::string_view given) {
    static const auto customary_set = set_of(customary);
    const auto given_set = set_of(given);
    const auto is_boilerplate = [&](std::uint64_t hash) {
        return std::binary_search(customary_set.begin(), customary_set.end(), hash) ||
               std::binary_search(given_set.begin(), given_set.end(), hash);
    };
    Copy copy;
    copy.likeness = text::likeness(set_of(own), set_of(other), is_boilerplate).jaccard;
    copy.degree = text::degree_of(copy.likeness);
    if (copy.degree == text::Degree::none) return copy;
    copy.passages = text::shared_passages(own, other, passage_chars_min);
    std::stable_sort(copy.passages.begin(), copy.passages.end(),
                     [](const auto& a, const auto& b) { return length(a) > length(b); });
    if (copy.passages.size() > passages_max) copy.passages.resize(passages_max);
    return copy;
}

}  // namespace statements
