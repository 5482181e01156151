#include "base/form_words.hpp"

#include <boost/json.hpp>

extern "C" {
extern const char zhenggai_form_words_begin[];
extern const char zhenggai_form_words_end[];
}

namespace base {

std::string form_words(std::string_view code) {
    static const auto catalogue =
        boost::json::parse(std::string_view(zhenggai_form_words_begin,
                                            static_cast<std::size_t>(zhenggai_form_words_end -
                                                                     zhenggai_form_words_begin)))
            .get_object();
    const auto* found = catalogue.if_contains(code);
    return std::string(found == nullptr ? code : std::string_view(found->get_string()));
}

}  // namespace base
