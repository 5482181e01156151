// The few words in which migrations differ between the engines, exchanged word by word.
#include <cctype>

#include "db/migrate.hpp"

namespace db {
namespace {

bool is_word_char(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// Where the piece that starts at `at` ends: a comment, a quoted text, a word or one other
// character.
std::size_t end_of_piece(std::string_view script, std::size_t at) {
    const auto up_to = [&](std::string_view end, std::size_t from) {
        const auto found = script.find(end, from);
        return found == std::string_view::npos ? script.size() : found + end.size();
    };
    if (script.substr(at, 2) == "--") return up_to("\n", at);
    if (script.substr(at, 2) == "/*") return up_to("*/", at);
    if (script[at] == '\'') return up_to("'", at + 1);
    if (script[at] == '"') return up_to("\"", at + 1);
    std::size_t end = at + 1;
    while (is_word_char(script[at]) && end < script.size() && is_word_char(script[end])) ++end;
    return end;
}

class Translation {
  public:
    void take(std::string_view piece) {
        if (is_word_char(piece.front())) {
            take_word(piece);
        } else {
            text_ += piece;
            if (in_table_ && piece == "(") ++depth_;
            if (in_table_ && piece == ")" && --depth_ == 0) end_table();
        }
    }
    std::string finish() { return std::move(text_); }

  private:
    void take_word(std::string_view word) {
        if (word == "WITHOUT" && table_ended_) text_.insert(strict_end_, ",");
        table_ended_ = false;
        if (word == "TABLE" && last_ == "CREATE") in_table_ = true;
        if (word == "PRECISION" && last_ == "DOUBLE") {
            text_.resize(text_.rfind("DOUBLE"));
            word = "REAL";
        }
        text_ += word == "BIGINT" ? std::string_view("INTEGER") : word;
        last_ = word;
    }
    void end_table() {
        text_ += " STRICT";
        strict_end_ = text_.size();
        table_ended_ = true;
        in_table_ = false;
    }

    std::string text_;
    std::string_view last_;
    int depth_ = 0;
    bool in_table_ = false;
    bool table_ended_ = false;
    std::size_t strict_end_ = 0;
};

}  // namespace

std::string sqlite_dialect(std::string_view script) {
    Translation translation;
    for (std::size_t at = 0; at < script.size();) {
        const auto end = end_of_piece(script, at);
        translation.take(script.substr(at, end - at));
        at = end;
    }
    return translation.finish();
}

}  // namespace db
