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
        const bool blank = piece.find_first_not_of(" \t\r\n") == std::string_view::npos;
        if (table_ended_ && !blank) end_table(piece);
        if (is_word_char(piece.front())) return take_word(piece);
        text_ += piece;
        if (in_table_ && piece == "(") ++depth_;
        if (in_table_ && piece == ")" && --depth_ == 0) table_ended_ = true;
    }
    std::string finish() {
        if (table_ended_) end_table(";");
        return std::move(text_);
    }

  private:
    void take_word(std::string_view word) {
        if (word == "TABLE" && last_ == "CREATE") in_table_ = true;
        if (word == "PRECISION" && last_ == "DOUBLE") {
            text_.resize(text_.rfind("DOUBLE"));
            word = "REAL";
        }
        text_ += word == "BIGINT" ? std::string_view("INTEGER") : word;
        last_ = word;
    }
    // `next` is what follows the closing bracket: another option of the table or its end.
    void end_table(std::string_view next) {
        text_ += next == "WITHOUT" ? "STRICT, " : " STRICT";
        table_ended_ = in_table_ = false;
    }

    std::string text_;
    std::string_view last_;
    int depth_ = 0;
    bool in_table_ = false;
    bool table_ended_ = false;  // its closing bracket was taken
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
