// Test support: the table of docs/manual/life_meeting_visibility.md, so that a test holds what
// somebody sees against what the manual says.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <string>

#include "base/utf8.hpp"
#include "life_meetings/test_life_meeting.hpp"

namespace life_meetings::testing {

/// What the table says of a material, by the heading of the column; a test failure when it has no
/// such row.
inline std::map<std::string, std::string> said_of(const std::string& material) {
    const auto cells_of = [](std::string_view line) {
        std::vector<std::string> cells;
        line.remove_prefix(1);
        while (!line.empty()) cells.emplace_back(base::trim(base::cut(line, '|')));
        return cells;
    };
    std::ifstream file(std::string(PROJECT_DIR) + "/docs/manual/life_meeting_visibility.md");
    std::vector<std::string> heads;
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("| ")) continue;
        const auto cells = cells_of(line);
        if (cells[0] == "材料") heads = cells;
        if (cells[0] != material) continue;
        std::map<std::string, std::string> said;
        for (std::size_t i = 1; i < heads.size() && i < cells.size(); ++i)
            said[heads[i]] = cells[i];
        return said;
    }
    ADD_FAILURE() << "the table says nothing of " << material;
    return {};
}

/// Whether each kind of person sees a material.
inline std::map<std::string, bool> seen_by(const std::string& material) {
    std::map<std::string, bool> seen;
    for (const auto& [column, cell] : said_of(material)) seen[column] = cell.starts_with("看");
    return seen;
}

/// Somebody for each column but the one whose material it is.
inline std::vector<std::pair<std::string, const base::Actor*>> columns_of(
    const TestLifeMeeting& one) {
    return {{"主要负责人", &one.han_zheng},
            {"其他成员", &one.zhou_yuan},
            {"承办人", &one.keeper},
            {"记录人", &one.recorder},
            {"督导的上级机关", &one.inspection},
            {"督导的上级机关", &one.discipline},
            {"其他人", &one.outsider},
            {"其他人", &one.of_office}};
}

}  // namespace life_meetings::testing
