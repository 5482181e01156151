// How long it takes to know one million texts well enough to find copies among them, and to ask.
#include <random>

#include "benchmarks.hpp"
#include "text/similarity_index.hpp"

namespace bench {
namespace {

constexpr std::size_t texts = 1'000'000, chars = 200, phrases = 20'000;

std::string hanzi(std::mt19937& random, std::size_t count) {
    std::string made;
    for (std::size_t i = 0; i < count; ++i) {
        const auto c = 0x4e00 + random() % 3'000;
        made += {static_cast<char>(0xe0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 63)),
                 static_cast<char>(0x80 | (c & 63))};
    }
    return made;
}

/// Half of a text are phrases that others use, too, the commonest of them in very many texts.
std::string text_of(std::mt19937& random, const std::vector<std::string>& stock) {
    std::string made;
    for (std::size_t i = 0; i < chars / 20; ++i) {
        const auto x = static_cast<double>(random() % 1'000'000) / 1e6;
        made += stock[static_cast<std::size_t>(x * x * x * static_cast<double>(phrases))] +
                hanzi(random, 10);
    }
    return made;
}

}  // namespace

void similar(Setting& setting) {
    std::mt19937 random(7);
    std::vector<std::string> stock;
    for (std::size_t i = 0; i < phrases; ++i) stock.push_back(hanzi(random, 10));
    text::SimilarityIndex index;
    index.reserve(texts * chars);
    std::vector<std::string> asked;
    double seconds = 0;
    constexpr std::size_t batch = 10'000;  // so that making the texts is not measured
    for (std::size_t done = 0; done < texts; done += batch) {
        std::vector<std::string> made;
        for (std::size_t i = 0; i < batch; ++i) made.push_back(text_of(random, stock));
        if (done % (texts / 100) == 0) asked.push_back(made.front());
        const Stopwatch watch;
        for (const auto& one : made) index.add(one);
        seconds += watch.seconds();
    }
    const Stopwatch sealing;
    index.seal();
    seconds += sealing.seconds();
    std::vector<double> samples;
    for (const auto& one : asked) {
        const Stopwatch watch;
        if (index.similar_to(one, 20).empty()) throw std::runtime_error("a text finds itself");
        samples.push_back(watch.milliseconds());
    }
    const std::string how =
        "one million invented texts of 200 characters, half of them phrases "
        "in common; one thread";
    setting.report("similar_1m_texts_index_s", rounded(seconds), "s", how);
    setting.report("similar_1m_texts_mib", rounded(static_cast<double>(index.bytes()) / 1048576),
                   "MiB", "the memory of the index; " + how);
    setting.report("similar_query_ms", rounded(percentile(samples, 0.95)), "ms",
                   "the twenty most alike of one of them, 95 of 100 times; " + how);
}

}  // namespace bench
