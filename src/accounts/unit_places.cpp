#include "accounts/unit_places.hpp"

#include <algorithm>

#include "accounts/name.hpp"

namespace accounts {
namespace {

/// Parts between slashes of either width, as they are compared.
std::vector<std::string> split(const std::string& words) {
    std::vector<std::string> parts;
    const auto key = name_key(words);  // turns the wide slash into a plain one
    for (std::size_t from = 0; from <= key.size();) {
        const auto end = std::min(key.find('/', from), key.size());
        if (end > from) parts.push_back(key.substr(from, end - from));
        from = end + 1;
    }
    return parts;
}

}  // namespace

UnitPlaces::UnitPlaces(const UnitsThere& there) {
    std::map<base::UnitId, std::size_t> places;
    for (const auto& unit : there.units) {
        places.emplace(unit.id, nodes_.size());
        Node node{
            name_key(unit.name), name_key(unit.short_name), {}, unit.id, RowState::placed, {}, {}};
        node.placing.level = levels_of(unit.path);
        nodes_.push_back(std::move(node));
    }
    for (std::size_t place = 0; place < nodes_.size(); ++place) {
        const auto& unit = there.units[place];
        const auto parent = unit.parent ? places.find(*unit.parent) : places.end();
        if (parent != places.end()) nodes_[place].placing.parent = parent->second;
        by_name_.emplace(nodes_[place].name_key, place);
        if (!nodes_[place].short_key.empty())
            by_short_name_.emplace(nodes_[place].short_key, place);
        const bool is_top = !unit.parent;
        if (is_top || parent != places.end())
            children_.emplace(std::pair(is_top ? 0 : parent->second + 1, nodes_[place].name_key),
                              place);
    }
    first_row_ = nodes_.size();
}

void UnitPlaces::add_row(std::size_t row, const std::string& name, const std::string& short_name,
                         const std::string& parent, RowState state) {
    const auto place = place_of_row(row);
    Node node{name_key(name), name_key(short_name), parent, {}, state, {}, {}};
    if (state == RowState::bad) node.placing.code = "unit_row_is_bad";
    if (!node.name_key.empty()) by_name_.emplace(node.name_key, place);
    if (!node.short_key.empty()) by_short_name_.emplace(node.short_key, place);
    nodes_.push_back(std::move(node));
}

std::optional<std::size_t> UnitPlaces::row_at(std::size_t place) const {
    if (place < first_row_) return std::nullopt;
    return place - first_row_;
}

std::optional<base::UnitId> UnitPlaces::unit_at(std::size_t place) const {
    const auto& node = nodes_[place];
    return node.same ? nodes_[*node.same].unit : node.unit;
}

std::vector<std::string> UnitPlaces::parts_of(const std::string& words) const {
    auto whole = name_key(words);
    if (by_name_.contains(whole)) return {std::move(whole)};  // a name with a slash in it
    return split(words);
}

std::vector<std::size_t> UnitPlaces::bearers_of(const std::string& key) const {
    std::vector<std::size_t> places;
    const auto& names = by_name_.contains(key) ? by_name_ : by_short_name_;
    const auto [begin, end] = names.equal_range(key);
    for (auto at = begin; at != end; ++at) places.push_back(at->second);
    return places;
}

bool UnitPlaces::stands_under(std::size_t place, const std::vector<std::string>& parts) const {
    auto at = nodes_[place].placing.parent;
    for (auto part = parts.rbegin() + 1; part != parts.rend(); ++part) {
        if (!at || (nodes_[*at].name_key != *part && nodes_[*at].short_key != *part)) return false;
        at = nodes_[*at].placing.parent;
    }
    return true;
}

UnitPlaces::Found UnitPlaces::look_up(const std::string& words,
                                      std::optional<std::size_t> without) const {
    Found found;
    const auto parts = parts_of(words);
    if (parts.empty()) return found;
    for (auto place : bearers_of(parts.back())) {
        if (place == without) continue;
        const auto& node = nodes_[place];
        if (node.state == RowState::bad) {
            found.bad = place;
        } else if (node.state == RowState::waiting) {
            found.waiting = place;
        } else if (stands_under(place, parts)) {
            place = node.same.value_or(place);
            if (std::find(found.good.begin(), found.good.end(), place) == found.good.end())
                found.good.push_back(place);
        }
    }
    return found;
}

Placing UnitPlaces::placing_in(const Found& found) const {
    Placing placing;
    if (found.good.size() == 1) {
        placing.parent = found.good.front();
    } else if (found.good.size() > 1) {
        placing.code = "unit_name_ambiguous";
    } else if (found.bad) {
        placing.code = "unit_row_is_bad";
        placing.other = found.bad;
    } else {
        placing.code = "unit_not_found";
    }
    return placing;
}

Placing UnitPlaces::find(const std::string& words) const {
    return placing_in(look_up(words, std::nullopt));
}

void UnitPlaces::put(std::size_t place, const Placing& wanted) {
    auto& node = nodes_[place];
    node.placing = wanted;
    node.state = RowState::placed;
    auto& placing = node.placing;
    if (placing.code.empty()) {
        placing.level = placing.parent ? nodes_[*placing.parent].placing.level + 1 : 1;
        if (placing.level > unit_levels_max) placing.code = "units_too_deep";
    }
    if (placing.code.empty()) {
        const auto key = std::pair(placing.parent ? *placing.parent + 1 : 0, node.name_key);
        const auto [bearer, fresh] = children_.emplace(key, place);
        if (!fresh && bearer->second < first_row_) {
            placing.there_already = true;
            node.same = bearer->second;
        } else if (!fresh) {
            placing.code = "unit_twice_in_file";
            placing.other = bearer->second;
        }
    }
    if (!placing.code.empty()) node.state = RowState::bad;
}

bool UnitPlaces::try_to_place(std::size_t place) {
    const auto words = nodes_[place].parent_words;
    if (words.empty()) return put(place, {}), true;
    const auto found = look_up(words, place);
    if (found.waiting) return false;
    put(place, placing_in(found));
    return true;
}

// Every round places at least the next level, so there are no more rounds than levels; whoever
// waits longer waits for himself.
void UnitPlaces::settle() {
    for (std::size_t round = 0; round <= unit_levels_max + 1; ++round) {
        bool moved = false;
        for (auto place = first_row_; place < nodes_.size(); ++place)
            if (nodes_[place].state == RowState::waiting) moved |= try_to_place(place);
        if (!moved) break;
    }
    give_up_the_rest();
}

void UnitPlaces::give_up_the_rest() {
    // From each row to the one it waits for, until a row comes up again: those between are the
    // circle.
    std::map<std::size_t, std::size_t> seen;  // place → the walk that came by
    std::vector<std::size_t> in_circle, left;
    for (auto start = first_row_; start < nodes_.size(); ++start) {
        if (nodes_[start].state != RowState::waiting) continue;
        left.push_back(start);
        std::optional<std::size_t> at = start;
        while (at && !seen.contains(*at)) {
            seen.emplace(*at, start);
            at = look_up(nodes_[*at].parent_words, *at).waiting;
        }
        if (!at || seen.at(*at) != start) continue;
        const auto begin = *at;
        do {
            in_circle.push_back(*at);
            at = look_up(nodes_[*at].parent_words, *at).waiting;
        } while (at && *at != begin);
    }
    std::vector<std::pair<std::size_t, Placing>> said;
    for (const auto place : left) {
        Placing placing;
        const auto found = look_up(nodes_[place].parent_words, place);
        const bool circle = std::find(in_circle.begin(), in_circle.end(), place) != in_circle.end();
        placing.code = circle ? "units_in_a_circle" : "unit_row_is_bad";
        placing.other = found.waiting ? found.waiting : found.bad;
        said.emplace_back(place, placing);
    }
    for (const auto& [place, placing] : said) put(place, placing);
}

}  // namespace accounts
