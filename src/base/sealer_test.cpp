// Sealed texts and sealed files: read with the key and for their place alone, whatever is done to
// their bytes.
#include "base/sealer.hpp"

#include <gtest/gtest.h>

#include "base/base64.hpp"
#include "base/digest.hpp"
#include "base/sealed_file.hpp"

namespace base {
namespace {

constexpr Place place{"problem.text", "018f"};

std::shared_ptr<const Cipher> key(char letter) {
    return sm4_cipher(std::string(32, letter), "zhenggai seal");
}

class Sealed : public ::testing::Test {
  protected:
    Sealer with(Ciphers keys) {
        return {Sealer::Mode::sealing, [keys] { return keys; }, random_};
    }
    /// "opened", or why not.
    static std::string open(const Sealer& sealer, std::string_view text,
                            const Place& where = place) {
        try {
            static_cast<void>(sealer.open(text, where));
            return "opened";
        } catch (const SealBroken& broken) {
            return broken.why == SealBroken::Why::changed ? "changed" : "no key";
        }
    }

    SeededRandom random_{1};
    Sealer sealer_ = with({key('a')});
};

class Base64 : public ::testing::Test {};

TEST_F(Base64, reads_back_what_it_wrote_and_nothing_else) {
    std::string bytes;
    for (int length = 0; length < 70; ++length) {
        EXPECT_EQ(bytes_of_base64(base64_of(bytes)), bytes);
        bytes += static_cast<char>(length * 37);
    }
    for (const auto* wrong : {"Zg=", "Z===", "Zh==", "Zm9=", "Zm 9", "Zg==Zg==", "=AAA"})
        EXPECT_FALSE(bytes_of_base64(wrong)) << wrong;
}

// RFC 8998 has no counter mode; this vector is draft-ribose-cfrg-sm4-10, A.2.5.1.
TEST_F(Sealed, are_counted_on_as_one_number) {
    CounterBlock block{};
    block.fill(0xff);
    EXPECT_EQ(counted_on(block, 1), CounterBlock{});
    block = {};
    block[14] = 1;
    block[15] = 0xfe;
    const auto next = counted_on(block, 0x1'0003);
    EXPECT_EQ(next[13], 1);
    EXPECT_EQ(next[14], 2);
    EXPECT_EQ(next[15], 1);
}

TEST_F(Sealed, texts_are_read_back_and_never_look_the_same) {
    const auto once = sealer_.seal("线索移交区纪委", place);
    EXPECT_TRUE(is_sealed(once));
    EXPECT_EQ(once.find("线索"), std::string::npos);
    EXPECT_NE(once, sealer_.seal("线索移交区纪委", place));
    EXPECT_EQ(sealer_.open(once, place), "线索移交区纪委");
    EXPECT_EQ(sealer_.open("明文", place), "明文");
    EXPECT_EQ(sealer_.seal("", place), "");
}

TEST_F(Sealed, texts_belong_to_their_place) {
    const auto sealed = sealer_.seal("甲", place);
    EXPECT_EQ(open(sealer_, sealed, {"problem.text", "018e"}), "changed");
    EXPECT_EQ(open(sealer_, sealed, {"problem.goal", "018f"}), "changed");
    EXPECT_EQ(open(sealer_, sealed, {"problem.text 4", "018f"}), "changed");
}

TEST_F(Sealed, texts_that_were_changed_or_cut_anywhere_are_refused) {
    const auto sealed = sealer_.seal("不得更改的文字", place);
    for (std::size_t i = 5; i < sealed.size(); ++i) {
        auto changed = sealed;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_NE(open(sealer_, changed), "opened") << i;
        EXPECT_NE(open(sealer_, sealed.substr(0, i)), "opened") << i;
    }
    EXPECT_NE(open(sealer_, sealed + sealed), "opened");
}

TEST_F(Sealed, texts_need_their_key_which_may_be_an_older_one) {
    const auto sealed = sealer_.seal("甲", place);
    EXPECT_EQ(open(with({key('b')}), sealed), "no key");
    const auto changing = with({key('b'), key('a')});
    EXPECT_EQ(changing.open(sealed, place), "甲");
    EXPECT_FALSE(changing.is_newest(sealed));
    EXPECT_TRUE(changing.is_newest(changing.seal("甲", place)));
    EXPECT_TRUE(sealer_.is_newest(sealed));
}

TEST_F(Sealed, a_new_key_is_taken_up_while_the_program_runs) {
    Ciphers keys{key('a')};
    bool away = false;
    const Sealer sealer(
        Sealer::Mode::opening,
        [&] {
            if (away) throw std::runtime_error("the medium is away");
            return keys;
        },
        random_);
    const auto sealed = with({key('b')}).seal("甲", place);
    away = true;
    EXPECT_EQ(open(sealer, sealed), "no key");
    EXPECT_EQ(open(sealer, sealer_.seal("乙", place)), "opened");
    away = false;
    keys = {key('b'), key('a')};
    EXPECT_EQ(sealer.open(sealed, place), "甲");
    EXPECT_FALSE(sealer.seals());
}

TEST_F(Sealed, keys_have_thirty_two_bytes) {
    EXPECT_THROW(static_cast<void>(sm4_cipher("short", "x")), std::runtime_error);
    EXPECT_THROW(with({}), std::runtime_error);
}

class SealedFiles : public Sealed {
  protected:
    static constexpr std::string_view digest = "of the plain bytes";

    std::string seal(std::string_view bytes, std::string_view under = digest) {
        FileSealing sealing(sealer_);
        std::string pieces;
        for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), sealed_piece_bytes)))
            pieces += sealing.next(bytes.substr(0, sealed_piece_bytes));
        return sealing.head(under) + pieces;
    }
    static std::string opened(const Sealer& sealer, std::string_view file,
                              std::string_view under = digest) {
        const FileOpening opening(sealer, file.substr(0, sealed_head_bytes), file.size(), under);
        std::string bytes;
        for (std::uint64_t piece = 0; opening.size_of(piece) > 0; ++piece)
            bytes += opening.open(
                piece, file.substr(FileOpening::offset_of(piece), opening.size_of(piece)));
        EXPECT_EQ(bytes.size(), opening.bytes());
        return bytes;
    }
    static std::string why_not(const Sealer& sealer, std::string_view file,
                               std::string_view under = digest) {
        try {
            static_cast<void>(opened(sealer, file, under));
            return "opened";
        } catch (const SealBroken& broken) {
            return broken.why == SealBroken::Why::changed ? "changed" : "no key";
        }
    }
    static std::string some_bytes(std::size_t count) {
        std::string bytes;
        for (std::size_t i = 0; bytes.size() < count; ++i) bytes += std::to_string(i * i);
        bytes.resize(count);
        return bytes;
    }
};

TEST_F(SealedFiles, are_read_back_whatever_their_size) {
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, sealed_piece_bytes - 1, sealed_piece_bytes,
          sealed_piece_bytes + 1, 3 * sealed_piece_bytes}) {
        const auto bytes = some_bytes(size);
        const auto file = seal(bytes);
        EXPECT_TRUE(begins_sealed_file(file));
        EXPECT_EQ(opened(sealer_, file), bytes) << size;
        if (size > 100) EXPECT_EQ(file.find(bytes.substr(0, 12)), std::string::npos);
    }
}

TEST_F(SealedFiles, do_not_repeat_their_key_stream_between_pieces) {
    const auto file = seal(std::string(2 * sealed_piece_bytes, '\0'));
    const auto piece = [&](std::uint64_t number) {
        return file.substr(FileOpening::offset_of(number), sealed_piece_bytes);
    };
    EXPECT_NE(piece(0), piece(1));
    EXPECT_NE(piece(0).substr(16), piece(1).substr(0, sealed_piece_bytes - 16));
}

TEST_F(SealedFiles, that_were_cut_anywhere_are_refused) {
    const auto file = seal(some_bytes(sealed_piece_bytes + 100));
    for (std::size_t length = 0; length < file.size(); length += length < 300 ? 1 : 1009)
        EXPECT_EQ(why_not(sealer_, file.substr(0, length)), "changed") << length;
    EXPECT_EQ(why_not(sealer_, file + "x"), "changed");
}

TEST_F(SealedFiles, that_were_changed_anywhere_are_refused) {
    const auto file = seal(some_bytes(2 * sealed_piece_bytes + 100));
    for (std::size_t at = 0; at < file.size(); at += at < 300 ? 1 : 997) {
        auto changed = file;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_NE(why_not(sealer_, changed), "opened") << at;
    }
    // Two pieces exchanged, and a piece of another file.
    const auto size = sealed_piece_bytes + cipher_mac_bytes;
    const auto head = file.substr(0, sealed_head_bytes), first = file.substr(head.size(), size),
               second = file.substr(head.size() + size, size),
               rest = file.substr(head.size() + 2 * size);
    EXPECT_EQ(why_not(sealer_, head + second + first + rest), "changed");
    const auto other = seal(some_bytes(2 * sealed_piece_bytes + 100));
    EXPECT_EQ(why_not(sealer_, head + other.substr(head.size(), size) + second + rest), "changed");
}

TEST_F(SealedFiles, belong_to_their_digest_and_their_key) {
    const auto file = seal(some_bytes(100));
    EXPECT_EQ(why_not(sealer_, file, "another digest"), "changed");
    EXPECT_EQ(why_not(with({key('b')}), file), "no key");
    EXPECT_EQ(why_not(with({key('b'), key('a')}), file), "opened");
}

}  // namespace
}  // namespace base
