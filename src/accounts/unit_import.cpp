#include "accounts/unit_import.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "accounts/name.hpp"
#include "accounts/unit_places.hpp"
#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "text/day_words.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr auto name_column = "单位名称", short_column = "简称", kind_column = "类别",
               parent_column = "上级单位", person_column = "姓名", unit_column = "单位",
               post_column = "职务", head_column = "主要负责人", from_column = "任职日期";
constexpr auto yes = "是", no = "否";

std::string kinds_in_words() {
    std::string words;
    for (const auto kind : unit_kinds())
        words += (words.empty() ? "" : "、") + std::string(words_of(kind));
    return words;
}

bool is_error_value(std::string_view text) {
    return text.starts_with('#') && text.size() > 1 &&
           (text.back() == '!' || text.back() == '?' || text == "#N/A");
}

/// Collects what is wrong with one row.
class Faults {
  public:
    Faults(std::vector<SheetFault>& into, const SheetPlace& at) : into_(into), at_(at) {}

    void add(std::string_view column, const std::string& value, base::Error error) {
        into_.push_back({at_, std::string(column), value, std::move(error)});
        any_ = true;
    }
    void check_text(std::string_view column, const std::string& text) {
        const auto chars = base::chars_in(text);
        if (is_error_value(text))
            add(column, text,
                refuse(ErrorKind::invalid, "cell_is_an_error", "", {{"value", text}}));
        else if (text.find('\n') != std::string::npos)
            add(column, text, refuse(ErrorKind::invalid, "cell_has_several_lines"));
        else if (chars > base::limits::name_chars_max)
            add(column, std::string(base::first_chars(text, 50)),
                refuse(ErrorKind::invalid, "text_too_long", "",
                       {{"chars", std::to_string(chars)},
                        {"accepted", std::to_string(base::limits::name_chars_max)}}));
    }
    [[nodiscard]] bool any() const { return any_; }

  private:
    std::vector<SheetFault>& into_;
    const SheetPlace& at_;
    bool any_ = false;
};

/// One whole day and nothing else: 2024-06-30, 2024.6.30, 2024年6月30日.
std::optional<base::Date> day_of(std::string_view cell) {
    const auto found = text::day_words_in(cell);
    if (found.size() != 1 || found[0].part != text::DayWords::Part::day || found[0].before)
        return std::nullopt;
    if (found[0].first != 0 || found[0].end != cell.size()) return std::nullopt;
    return found[0].year ? text::last_day_of(found[0], found[0].year) : std::nullopt;
}

/// What the cells say of a post; what is wrong with them goes to `faults`.
PostTerms terms_of(const PersonCells& cells, base::Date today, Faults& faults) {
    PostTerms terms;
    terms.title = cells.post;
    terms.head = cells.head == yes;
    faults.check_text(post_column, cells.post);
    if (!cells.head.empty() && cells.head != yes && cells.head != no)
        faults.add(
            head_column, cells.head,
            refuse(ErrorKind::invalid, "cell_is_neither_yes_nor_no", "", {{"value", cells.head}}));
    if (cells.post.empty() && (terms.head || !cells.from.empty()))
        faults.add(post_column, "", refuse(ErrorKind::invalid, "post_title_empty"));
    if (cells.from.empty()) return terms;
    terms.from_on = day_of(cells.from);
    if (!terms.from_on)
        faults.add(from_column, cells.from,
                   refuse(ErrorKind::invalid, "cell_is_no_day", "", {{"value", cells.from}}));
    else if (*terms.from_on > today)
        faults.add(from_column, cells.from,
                   refuse(ErrorKind::invalid, "post_lies_in_the_future", "",
                          {{"value", cells.from}, {"accepted", base::to_text(today)}}));
    return terms;
}

class Planning {
  public:
    Planning(const UnitSheets& sheets, const UnitsThere& there)
        : sheets_(sheets), there_(there), places_(there) {
        plan_.faults = sheets.faults;
    }
    UnitImport plan();

  private:
    [[nodiscard]] std::optional<Unit> unit_of(const UnitCells& cells);
    void place_units();
    void place_person(std::size_t row);
    void place_persons();
    void leave_out_second_heads();
    void note_bad_rows();
    void add_place_fault(const SheetPlace& at, std::string_view column, const std::string& value,
                         const Placing& placing);
    [[nodiscard]] SheetPlace row_of(std::size_t place) const;

    const UnitSheets& sheets_;
    const UnitsThere& there_;
    UnitPlaces places_;
    UnitImport plan_;
    std::map<std::size_t, std::size_t> planned_;  // place → among the planned units
    std::vector<std::size_t> row_of_person_;      // of each planned person in its sheet
};

std::optional<Unit> Planning::unit_of(const UnitCells& cells) {
    Faults faults(plan_.faults, cells.at);
    Unit unit;
    unit.name = cells.name;
    unit.short_name = cells.short_name;
    if (name_key(cells.name).empty())
        faults.add(name_column, cells.name, refuse(ErrorKind::invalid, "unit_name_empty"));
    faults.check_text(name_column, cells.name);
    faults.check_text(short_column, cells.short_name);
    faults.check_text(parent_column, cells.parent);
    if (const auto kind = unit_kind_in_words(cells.kind))
        unit.kind = *kind;
    else
        faults.add(kind_column, cells.kind,
                   refuse(ErrorKind::invalid,
                          cells.kind.empty() ? "unit_kind_empty" : "unit_kind_not_acceptable", "",
                          {{"value", cells.kind}, {"accepted", kinds_in_words()}}));
    if (cells.parent.empty() && !there_.whole_tree)
        faults.add(parent_column, "", refuse(ErrorKind::forbidden, "a_root_needs_the_whole_tree"));
    if (faults.any()) return std::nullopt;
    return unit;
}

SheetPlace Planning::row_of(std::size_t place) const {
    const auto row = places_.row_at(place);
    return row ? sheets_.units[*row].at : SheetPlace{};
}

void Planning::add_place_fault(const SheetPlace& at, std::string_view column,
                               const std::string& value, const Placing& placing) {
    std::vector<std::pair<std::string, std::string>> args{{"value", value}};
    if (placing.other) args.emplace_back("row", std::to_string(row_of(*placing.other).row));
    if (placing.code == "units_too_deep") args = {{"accepted", std::to_string(unit_levels_max)}};
    plan_.faults.push_back({at, std::string(column), value,
                            refuse(ErrorKind::invalid, placing.code, "", std::move(args))});
}

void Planning::place_units() {
    std::vector<std::optional<Unit>> units;
    for (std::size_t row = 0; row < sheets_.units.size(); ++row) {
        const auto& cells = sheets_.units[row];
        units.push_back(unit_of(cells));
        places_.add_row(row, cells.name, cells.short_name, cells.parent,
                        units.back() ? RowState::waiting : RowState::bad);
    }
    places_.settle();
    std::vector<std::size_t> by_level;
    for (std::size_t row = 0; row < units.size(); ++row) {
        const auto& cells = sheets_.units[row];
        const auto& placing = places_.placing_of(row);
        if (!units[row]) continue;
        if (!placing.code.empty()) {
            const bool is_name = placing.code == "unit_twice_in_file";
            add_place_fault(cells.at, is_name ? name_column : parent_column,
                            is_name ? cells.name : cells.parent, placing);
            continue;
        }
        if (placing.there_already)
            plan_.notes.push_back({cells.at, name_column, cells.name,
                                   refuse(ErrorKind::conflict, "unit_is_there_already", "",
                                          {{"value", cells.name}})});
        else
            by_level.push_back(row);
    }
    std::stable_sort(by_level.begin(), by_level.end(), [&](std::size_t a, std::size_t b) {
        return places_.placing_of(a).level < places_.placing_of(b).level;
    });
    for (const auto row : by_level) {
        PlannedUnit planned{*units[row], std::nullopt};
        if (const auto parent = places_.placing_of(row).parent) {
            planned.wanted.parent = places_.unit_at(*parent);
            if (!planned.wanted.parent) planned.new_parent = planned_.at(*parent);
        }
        planned_.emplace(places_.place_of_row(row), plan_.units.size());
        plan_.units.push_back(std::move(planned));
    }
}

void Planning::place_person(std::size_t row) {
    const auto& cells = sheets_.persons[row];
    Faults faults(plan_.faults, cells.at);
    if (name_key(cells.name).empty())
        faults.add(person_column, cells.name, refuse(ErrorKind::invalid, "person_name_empty"));
    if (cells.unit.empty())
        faults.add(unit_column, "", refuse(ErrorKind::invalid, "person_unit_empty"));
    faults.check_text(person_column, cells.name);
    faults.check_text(unit_column, cells.unit);
    const auto terms = terms_of(cells, there_.today, faults);
    if (faults.any()) return;
    const auto placing = places_.find(cells.unit);
    if (!placing.code.empty()) return add_place_fault(cells.at, unit_column, cells.unit, placing);
    PlannedPerson planned;
    planned.wanted.name = cells.name;
    planned.wanted.post = cells.post;
    planned.post = terms;
    planned.wanted.unit = places_.unit_at(*placing.parent);
    if (!planned.wanted.unit) planned.new_unit = planned_.at(*placing.parent);
    plan_.persons.push_back(std::move(planned));
}

std::string key_of_unit(const PlannedPerson& person) {
    return person.wanted.unit ? person.wanted.unit->text() : std::to_string(*person.new_unit);
}

/// Two of one name in one unit: those there already and those said twice are no new persons.
class Namesakes {
  public:
    explicit Namesakes(const std::vector<Person>& there) {
        for (const auto& person : there)
            if (person.unit) there_.insert({*person.unit, name_key(person.name)});
    }
    [[nodiscard]] bool is_there(const PlannedPerson& person) const {
        return person.wanted.unit &&
               there_.contains({*person.wanted.unit, name_key(person.wanted.name)});
    }
    /// The row that named this person first; this row, when it does.
    std::size_t first_row(const PlannedPerson& person, std::size_t row) {
        const Key key{key_of_unit(person), name_key(person.wanted.name)};
        return first_.emplace(key, row).first->second;
    }

  private:
    using Key = std::pair<std::string, std::string>;
    std::set<std::pair<base::UnitId, std::string>> there_;
    std::map<Key, std::size_t> first_;
};

/// A unit has one head, whether there already or said here.
void Planning::leave_out_second_heads() {
    std::map<std::string, const Post*> there;
    std::map<std::string, std::size_t> first;
    for (const auto& post : there_.heads) there.emplace(post.unit.text(), &post);
    for (std::size_t i = 0; i < plan_.persons.size();) {
        const auto& person = plan_.persons[i];
        const auto& cells = sheets_.persons[row_of_person_[i]];
        const auto unit = key_of_unit(person);
        const auto stands = there.find(unit);
        std::optional<base::Error> error;
        if (person.post.head && stands != there.end())
            error = refuse(ErrorKind::conflict, "unit_is_headed_already", "",
                           {{"value", stands->second->person_name}});
        else if (person.post.head && !first.emplace(unit, i).second)
            error = refuse(
                ErrorKind::conflict, "unit_head_twice_in_file", "",
                {{"row", std::to_string(sheets_.persons[row_of_person_[first.at(unit)]].at.row)}});
        if (!error) {
            ++i;
            continue;
        }
        Faults(plan_.faults, cells.at).add(head_column, cells.head, std::move(*error));
        plan_.persons.erase(plan_.persons.begin() + static_cast<std::ptrdiff_t>(i));
        row_of_person_.erase(row_of_person_.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

void Planning::place_persons() {
    Namesakes namesakes(there_.persons);
    for (std::size_t row = 0; row < sheets_.persons.size(); ++row) {
        const auto& cells = sheets_.persons[row];
        const auto known = plan_.persons.size();
        place_person(row);
        if (plan_.persons.size() == known) continue;
        const auto first = namesakes.first_row(plan_.persons.back(), row);
        const auto& other = sheets_.persons[first];
        const auto error = [&](std::string_view code) {
            return refuse(ErrorKind::conflict, code, "",
                          {{"value", cells.name}, {"row", std::to_string(other.at.row)}});
        };
        const SheetFault fault{cells.at, person_column, cells.name, {}};
        if (namesakes.is_there(plan_.persons.back())) {
            plan_.notes.push_back(fault);
            plan_.notes.back().error = error("person_is_there_already");
        } else if (first != row && other.post == cells.post) {
            plan_.notes.push_back(fault);
            plan_.notes.back().error = error("person_said_twice");
        } else if (first != row) {
            plan_.faults.push_back(fault);
            plan_.faults.back().error = error("person_twice_in_file");
        } else {
            row_of_person_.push_back(row);
            continue;
        }
        plan_.persons.pop_back();
    }
    leave_out_second_heads();
}

UnitImport Planning::plan() {
    place_units();
    place_persons();
    note_bad_rows();
    return std::move(plan_);
}

void Planning::note_bad_rows() {
    std::set<std::pair<std::string, int>> bad;
    for (const auto& fault : plan_.faults) bad.insert({fault.at.sheet, fault.at.row});
    const auto is_bad = [&](const SheetPlace& at) { return bad.contains({at.sheet, at.row}); };
    for (std::size_t row = 0; row < sheets_.units.size(); ++row)
        if (is_bad(sheets_.units[row].at)) plan_.bad_units.push_back(row);
    for (std::size_t row = 0; row < sheets_.persons.size(); ++row)
        if (is_bad(sheets_.persons[row].at)) plan_.bad_persons.push_back(row);
}

}  // namespace

std::optional<UnitKind> unit_kind_in_words(std::string_view words) {
    const auto key = name_key(words);
    for (const auto kind : unit_kinds())
        if (key == name_key(words_of(kind)) || key == name_of(kind)) return kind;
    return std::nullopt;
}

UnitImport plan_unit_import(const UnitSheets& sheets, const UnitsThere& there) {
    return Planning(sheets, there).plan();
}

}  // namespace accounts
