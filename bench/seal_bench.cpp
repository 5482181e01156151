// What sealing at rest costs: one text, and the texts that a search has to open.
#include "base/random.hpp"
#include "base/sealer.hpp"
#include "benchmarks.hpp"

namespace bench {
namespace {

constexpr int texts = 3'000;

}  // namespace

void sealed_texts(Setting& setting) {
    base::SeededRandom random(5);
    const base::Sealer sealer(
        base::Sealer::Mode::sealing,
        [] { return base::Ciphers{base::sm4_cipher(std::string(32, 'k'), "zhenggai seal")}; },
        random);
    const base::Place place{"measure.text", "018f2c1e-7b6a-7c3d-9e4f-000000000001"};
    std::string text;
    while (text.size() < 300) text += "整改措施的文字";
    std::vector<std::string> sealed(texts);
    const auto seal_ms = best_cpu_ms(5, [&] {
        for (auto& one : sealed) one = sealer.seal(text, place);
    });
    const auto open_ms = best_cpu_ms(5, [&] {
        for (const auto& one : sealed)
            if (sealer.open(one, place) != text) throw std::runtime_error("not what was sealed");
    });
    setting.report("seal_text_us", seal_ms * 1e3 / texts, "us",
                   "one text of 300 bytes, SM4 and HMAC-SM3, one thread, CPU time, best of 5");
    setting.report("open_3k_texts_ms", open_ms, "ms",
                   "3,000 of them, as a search in a large marked programme does");
}

}  // namespace bench
