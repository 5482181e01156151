// How long it takes to find what a statement of 6,000 characters shares with 100,000 earlier texts,
// through the index in the database and the comparison of what it finds.
#include <random>

#include "benchmarks.hpp"
#include "statements/compared_store.hpp"

namespace bench {
namespace {

constexpr std::size_t texts = 100'000, chars = 600, asked_chars = 6'000, phrases = 20'000,
                      times = 50;

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
std::string text_of(std::mt19937& random, const std::vector<std::string>& stock,
                    std::size_t length) {
    std::string made;
    for (std::size_t i = 0; i < length / 20; ++i) {
        const auto x = static_cast<double>(random() % 1'000'000) / 1e6;
        made += stock[static_cast<std::size_t>(x * x * x * static_cast<double>(phrases))] +
                hanzi(random, 10);
    }
    return made;
}

struct Texts {
    std::vector<std::string> all, stock;
};
Texts fill(db::Database& database, std::mt19937& random) {
    Texts made;
    for (std::size_t i = 0; i < phrases; ++i) made.stock.push_back(hanzi(random, 10));
    constexpr std::size_t batch = 500;
    for (std::size_t done = 0; done < texts; done += batch) {
        const auto put = database.write([&](db::Transaction& transaction) -> base::Result<void> {
            for (std::size_t i = 0; i < batch; ++i) {
                made.all.push_back(text_of(random, made.stock, chars));
                statements::save_compared(transaction, {0, "bench", std::to_string(done + i), ""},
                                          made.all.back());
            }
            return {};
        });
        if (!put) throw std::runtime_error("the texts were not put in");
    }
    return made;
}

void check(Setting& setting, db::Database& database, const std::string& prefix) {
    std::mt19937 random(11);
    const auto made = fill(database, random);
    std::vector<double> samples;
    for (std::size_t i = 0; i < times; ++i) {
        // A tenth of it is one of the earlier texts.
        const auto& copied = made.all[random() % texts];
        const auto asked = text_of(random, made.stock, asked_chars - chars) + copied;
        const Stopwatch watch;
        const auto found = database.read([&](db::Transaction& transaction) {
            auto sharing = statements::list_sharing(transaction, statements::hashes_of(asked));
            for (auto& one : sharing) {
                const auto where = statements::find_compared(transaction, one.number);
                const auto& other = made.all[std::stoul(where->source)];
                static_cast<void>(statements::compare(asked, other, ""));
            }
            return sharing;
        });
        samples.push_back(watch.milliseconds());
        const auto first = database.read([&](db::Transaction& transaction) {
            return statements::find_compared(transaction, found.at(0).number);
        });
        if (made.all[std::stoul(first->source)] != copied)
            throw std::runtime_error("the copied text was not found first");
    }
    setting.report(
        prefix + "copy_check_100k_ms", rounded(percentile(samples, 0.95)), "ms",
        "a statement of 6,000 characters, a tenth of it copied, against 100,000 invented "
        "texts of 600 characters, half of them phrases in common: hashes asked of the "
        "database, the 24 most alike compared word by word; 95 of 100 times");
}

}  // namespace

void copies(Setting& setting) {
    check(setting, *new_sqlite(setting, "copies"), "");
}
void postgres_copies(Setting& setting) {
    check(setting, *new_postgres(setting, "bench_copies"), "postgres_");
}

}  // namespace bench
