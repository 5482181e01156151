#include "evidence/provenance.hpp"

#include <libexif/exif-data.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include "base/utf8.hpp"
#include "evidence/mapped_file.hpp"
#include "office/archive.hpp"
#include "office/package.hpp"

namespace evidence {
namespace {

// EXIF stands in the first segments, each of 64 KiB at most.
constexpr std::size_t exif_bytes = 1u << 20;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Takes `count` digits from the front; what stands between numbers is passed over.
std::optional<int> take_number(std::string_view& text, std::size_t count) {
    while (!text.empty() && std::string_view(":-T '").find(text.front()) != std::string_view::npos)
        text.remove_prefix(1);
    if (text.size() < count || !std::all_of(text.begin(), text.begin() + count, is_digit))
        return std::nullopt;
    int number = 0;
    std::from_chars(text.data(), text.data() + count, number);
    text.remove_prefix(count);
    return number;
}

/// Minutes by which the local time runs before UTC; nothing when no zone is given.
std::optional<int> zone_of(std::string_view text) {
    const auto at = text.find_first_of("Z+-");
    if (at == std::string_view::npos) return std::nullopt;
    const char sign = text[at];
    if (sign == 'Z') return 0;
    text.remove_prefix(at + 1);
    const auto hours = take_number(text, 2);
    if (!hours) return std::nullopt;
    const int minutes = *hours * 60 + take_number(text, 2).value_or(0);
    return sign == '-' ? -minutes : minutes;
}

std::string short_words(std::string_view text) {
    const auto words = office::words_of(text);
    return std::string(base::first_chars(words, author_chars_max));
}

Provenance of_photograph(std::string_view bytes) {
    const auto head = bytes.substr(0, exif_bytes);
    const std::unique_ptr<ExifData, void (*)(ExifData*)> data(
        exif_data_new_from_data(reinterpret_cast<const unsigned char*>(head.data()),
                                static_cast<unsigned>(head.size())),
        exif_data_unref);
    if (!data) return {};
    const auto day = [&](ExifIfd folder, ExifTag tag) -> std::optional<base::Date> {
        const auto* entry = exif_content_get_entry(data->ifd[folder], tag);
        if (entry == nullptr || entry->data == nullptr) return std::nullopt;
        return day_in({reinterpret_cast<const char*>(entry->data), entry->size});
    };
    Provenance found;
    found.made_on = day(EXIF_IFD_EXIF, EXIF_TAG_DATE_TIME_ORIGINAL);
    if (!found.made_on) found.made_on = day(EXIF_IFD_EXIF, EXIF_TAG_DATE_TIME_DIGITIZED);
    found.modified_on = day(EXIF_IFD_0, EXIF_TAG_DATE_TIME);
    return found;
}

Provenance of_office_file(const std::filesystem::path& file) {
    auto archive = office::Archive::open(file);
    if (!archive) return {};
    const auto part = office::related_part(*archive, "", "core-properties", "docProps/core.xml");
    if (part.empty()) return {};
    const auto tree = office::load_tree(*archive, part);
    if (!tree) return {};
    const auto said = [&](std::string_view name) {
        return std::string_view(office::child_of(tree->document_element(), name).text().get());
    };
    return {day_in(said("created")), day_in(said("modified")), short_words(said("creator")),
            short_words(said("lastModifiedBy"))};
}

}  // namespace

std::optional<base::Date> day_in(std::string_view stamp) {
    if (stamp.starts_with("D:")) stamp.remove_prefix(2);
    const auto year = take_number(stamp, 4), month = take_number(stamp, 2),
               day = take_number(stamp, 2);
    if (!year || !month || !day) return std::nullopt;
    const auto date =
        base::make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
    const auto hour = take_number(stamp, 2), minute = take_number(stamp, 2);
    const auto zone = zone_of(stamp);
    if (!date || !hour || !minute || !zone) return date;
    const std::int64_t minutes_of_day = *hour * 60 + *minute - *zone;
    const auto utc_midnight = std::int64_t{date->days.time_since_epoch().count()} * 24 * 60;
    return base::date_of({(utc_midnight + minutes_of_day) * 60'000});
}

Provenance provenance_of(const std::filesystem::path& file, FileType type) {
    switch (type) {
        case FileType::jpeg: return of_photograph(MappedFile(file).bytes());
        case FileType::pdf: return provenance_of_pdf(MappedFile(file).bytes());
        case FileType::docx:
        case FileType::xlsx:
        case FileType::pptx: return of_office_file(file);
        default: return {};
    }
}

}  // namespace evidence
