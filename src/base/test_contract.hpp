// Test support: the golden files of contract/, which the pages test as well.
#pragma once

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>
#include <sstream>
#include <string>

namespace base::testing {

/// The messages of one module: contract/<folder>/<name>.json.
struct Contract {
    std::string folder;

    /// The text of a golden file; a test failure where there is none.
    [[nodiscard]] std::string golden(const std::string& name) const {
        std::ifstream file(std::string(PROJECT_DIR) + "/contract/" + folder + "/" + name + ".json");
        EXPECT_TRUE(file) << name;
        std::ostringstream text;
        text << file.rdbuf();
        return text.str();
    }

    /// Equal as JSON: order of keys and white space do not count.
    void expect(const std::string& written, const std::string& name) const {
        boost::json::error_code fault;
        const auto expected = boost::json::parse(golden(name), fault);
        EXPECT_FALSE(fault) << name << ": " << fault.message();
        EXPECT_EQ(boost::json::parse(written), expected) << name << ": " << written;
    }
};

/// An identifier of the golden files by its last two digits.
template <class Id>
[[nodiscard]] Id golden_id(const std::string& last) {
    return *Id::parse("01900000-0000-7000-8000-0000000000" + last);
}

}  // namespace base::testing
