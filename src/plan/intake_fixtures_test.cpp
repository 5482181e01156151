// Every document of tests/fixtures/plans, and the corpus where it lies beside the project, against
// its truth: the same rows in the same order, the same fields, nothing more. Truths were written by
// reading.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "office/document.hpp"
#include "plan/intake.hpp"
#include "plan/plan_json.hpp"
#include "text/mark.hpp"
#include "text/punctuation.hpp"

namespace plan {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

std::string text_of(const json::value& value, const char* key) {
    const auto* found = value.as_object().if_contains(key);
    return found != nullptr && found->is_string() ? std::string(found->as_string()) : std::string{};
}
const json::array& list_of(const json::value& value, const char* key) {
    static const json::array none;
    const auto* found = value.as_object().if_contains(key);
    return found != nullptr && found->is_array() ? found->as_array() : none;
}

/// What is compared of a wording: no numbers in front, no stops, no spaces.
std::string key_of(std::string_view text) {
    while (const auto mark = text::mark_at(text)) text.remove_prefix(mark.bytes);
    std::string key;
    for (std::size_t at = 0; at < text.size();) {
        const auto start = at;
        const auto c = text::take_char(text, at);
        if (!text::is_boundary(c) && c != U'“' && c != U'‘' && c != U'’')
            key.append(text.substr(start, at - start));
    }
    return key;
}

bool same(std::string_view found, std::string_view wanted) {
    const auto a = key_of(found), b = key_of(wanted);
    return a == b || (b.size() >= 18 && a.starts_with(b));
}

std::set<std::string> names_in(std::string_view text) {
    std::set<std::string> names;
    std::string clean;
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto start = at;
        const auto c = text::take_char(text, at);
        if (text::opens_bracket(c)) ++depth;
        if (depth == 0) clean.append(text.substr(start, at - start));
        if (text::closes_bracket(c)) --depth;
    }
    std::string_view rest = clean;
    while (!rest.empty()) {
        const auto at = std::min({rest.find("、"), rest.find("，"), rest.find("；"), rest.size()});
        if (const auto name = text::trim(rest.substr(0, at)); !name.empty()) names.emplace(name);
        rest.remove_prefix(std::min(rest.size(), at + 3));
    }
    return names;
}

struct Who {
    const char* truth_key;
    ledger::HolderRole role;
};
constexpr Who roles[] = {{"lead_leader", ledger::HolderRole::lead_leader},
                         {"responsible_leader", ledger::HolderRole::responsible_leader},
                         {"handler", ledger::HolderRole::handler},
                         {"lead_unit", ledger::HolderRole::lead_unit},
                         {"responsible_unit", ledger::HolderRole::responsible_unit},
                         {"cooperating_unit", ledger::HolderRole::cooperating_unit}};

std::set<std::string> names_of(const ledger::Responsibility& who, ledger::HolderRole role) {
    std::set<std::string> names;
    for (const auto& holder : who)
        if (holder.role == role) names.merge(names_in(holder.name));
    return names;
}

/// A row with what it inherits: its own, else what stands above it, else what all its measures
/// share.
struct Row {
    ledger::Responsibility who;
    ledger::Deadline deadline;
    std::string status;
};
Row below(const Row& above, const ledger::Responsibility& who, const ledger::Deadline& deadline,
          const std::string& status) {
    return {who.empty() ? above.who : who, deadline.empty() ? above.deadline : deadline, status};
}

class Comparison {
  public:
    explicit Comparison(std::string name) : name_(std::move(name)) {}

    void areas(const std::vector<ReadArea>& found, const json::array& wanted) {
        ASSERT_EQ(found.size(), wanted.size()) << name_ << ": areas";
        for (std::size_t i = 0; i < found.size(); ++i) {
            EXPECT_TRUE(same(found[i].heading, text_of(wanted[i], "heading")))
                << name_ << ": " << found[i].heading;
            measures(found[i].measures, list_of(wanted[i], "direct_measures"), {},
                     found[i].heading);
            problems(found[i].problems, list_of(wanted[i], "problems"));
        }
    }

  private:
    void problems(const std::vector<ReadProblem>& found, const json::array& wanted) {
        ASSERT_EQ(found.size(), wanted.size()) << name_ << ": problems";
        for (std::size_t i = 0; i < found.size(); ++i) {
            const auto& row = found[i];
            EXPECT_TRUE(same(row.text, text_of(wanted[i], "text"))) << name_ << ": " << row.text;
            EXPECT_GT(row.source.first, 0u);
            EXPECT_GE(row.source.last, row.source.first);
            const Row own{row.responsibility, row.deadline, row.status};
            fields(common(own, row.measures), own, wanted[i], row.text);
            manifestations(row.manifestations, list_of(wanted[i], "subproblems"), own);
            measures(row.measures, list_of(wanted[i], "measures"), own, row.text);
        }
    }

    void manifestations(const std::vector<ReadManifestation>& found, const json::array& wanted,
                        const Row& above) {
        ASSERT_EQ(found.size(), wanted.size()) << name_ << ": manifestations";
        for (std::size_t i = 0; i < found.size(); ++i) {
            const auto& row = found[i];
            EXPECT_TRUE(same(row.text, text_of(wanted[i], "text"))) << name_ << ": " << row.text;
            const auto all = below(above, row.responsibility, row.deadline, row.status);
            if (const auto& who = wanted[i].as_object().at("responsible").as_object();
                std::any_of(who.begin(), who.end(),
                            [](const auto& pair) { return !pair.value().as_string().empty(); }))
                fields(all, {row.responsibility, row.deadline, row.status}, wanted[i], row.text);
            EXPECT_EQ(row.shares_measures_with.size(),
                      list_of(wanted[i], "measures_shared_with").size())
                << row.text;
            measures(row.measures, list_of(wanted[i], "measures"), all, row.text);
        }
    }

    void measures(const std::vector<ReadMeasure>& found, const json::array& wanted,
                  const Row& above, const std::string& where) {
        ASSERT_EQ(found.size(), wanted.size()) << name_ << ": measures of " << where;
        for (std::size_t i = 0; i < found.size(); ++i) {
            const auto& want = wanted[i];
            const auto words =
                want.is_string() ? std::string(want.as_string()) : text_of(want, "text");
            EXPECT_TRUE(same(found[i].text, words)) << name_ << ": " << found[i].text;
            const auto all =
                below(above, found[i].responsibility, found[i].deadline, found[i].status);
            if (want.is_object()) fields(all, {}, want, found[i].text);
        }
    }

    static Row common(Row row, const std::vector<ReadMeasure>& measures) {
        if (measures.empty()) return row;
        const auto& first = measures.front();
        const auto alike = [&](auto&& same_as) {
            return std::all_of(measures.begin(), measures.end(), same_as);
        };
        if (row.who.empty() &&
            alike([&](const auto& m) { return m.responsibility == first.responsibility; }))
            row.who = first.responsibility;
        if (row.deadline.empty() &&
            alike([&](const auto& m) { return m.deadline == first.deadline; }))
            row.deadline = first.deadline;
        return row;
    }

    void fields(const Row& row, const Row& own, const json::value& wanted,
                const std::string& where) {
        const auto& below = list_of(wanted, "measures");
        const bool each = std::any_of(below.begin(), below.end(),
                                      [](const auto& one) { return one.is_object(); });
        if (const auto* who = wanted.as_object().if_contains("responsible"))
            for (const auto& role : roles) {
                const auto* names = who->as_object().if_contains(role.truth_key);
                if (names == nullptr) continue;
                const auto want = names_in(names->as_string());
                if (want.empty() && each) continue;  // its measures say it
                named(want.empty() ? own.who : row.who, role, want, where);
            }
        if (const auto kind = text_of(wanted, "deadline_kind");
            !kind.empty() && !(kind == "none" && each))
            until(kind == "none" ? own.deadline : row.deadline, wanted, where);
        if (const auto state = text_of(wanted, "status_text"); !state.empty()) {
            EXPECT_TRUE(text::contains(row.status, state.substr(0, 9)))
                << name_ << ": " << where << ": " << row.status;
        }
    }

    void until(const ledger::Deadline& deadline, const json::value& wanted,
               const std::string& where) {
        const auto kind = text_of(wanted, "deadline_kind");
        EXPECT_EQ(ledger::name_of(deadline.kind), kind == "none" ? "unspecified" : kind)
            << name_ << ": " << where;
        EXPECT_EQ(deadline.text, text_of(wanted, "deadline_text")) << name_ << ": " << where;
        const auto* date = wanted.as_object().if_contains("deadline_date");
        if (date == nullptr) return;
        const auto want = date->is_string() ? std::string(date->as_string()) : "none";
        EXPECT_EQ(deadline.date ? base::to_text(*deadline.date) : "none", want)
            << name_ << ": " << where;
    }

    /// Units by name; persons by name whatever title stands before it, as many as there are.
    void named(const ledger::Responsibility& who, const Who& role,
               const std::set<std::string>& want, const std::string& where) {
        if (ledger::is_unit(role.role)) {
            EXPECT_EQ(names_of(who, role.role), want)
                << name_ << ": " << role.truth_key << " of " << where;
            return;
        }
        std::size_t holders = 0;
        for (const auto& holder : who) {
            if (holder.role != role.role) continue;
            ++holders;
            const bool meant = std::any_of(want.begin(), want.end(), [&](const auto& name) {
                return text::contains(holder.name, name);
            });
            EXPECT_TRUE(meant) << name_ << ": " << holder.name << " in " << where;
        }
        EXPECT_EQ(holders, want.size()) << name_ << ": " << role.truth_key << " of " << where;
    }

    std::string name_;
};

json::value parsed(const fs::path& path) {
    std::ifstream in(path);
    std::stringstream text;
    text << in.rdbuf();
    return json::parse(text.str());
}

void compare_all(const fs::path& documents, const fs::path& truths) {
    std::size_t compared = 0;
    for (const auto& entry : fs::directory_iterator(truths)) {
        if (entry.path().extension() != ".json") continue;
        const auto truth = parsed(entry.path());
        if (truth.as_object().contains("plans")) continue;
        const auto name = text_of(truth, "document");
        const auto document = office::read_document(documents / name);
        ASSERT_TRUE(document) << name << ": " << document.error().code;
        const auto found = read_plan(*document);
        bool kind = found.kind == text_of(truth, "kind");
        for (const auto& also : list_of(truth, "kind_also_acceptable"))
            kind = kind || found.kind == also.as_string();
        EXPECT_TRUE(kind) << name << ": " << found.kind;
        if (const auto title = text_of(truth, "title"); !title.empty()) {
            EXPECT_EQ(found.title, title) << name;
        }
        Comparison(name).areas(found.areas, list_of(truth, "categories"));
        ++compared;
    }
    EXPECT_GT(compared, 0u) << truths;
}

TEST(Fixtures, AreReadAsTheirTruthSays) {
    const fs::path folder = fs::path(PROJECT_DIR) / "tests/fixtures/plans";
    compare_all(folder, folder);
}

TEST(Corpus, IsReadAsItsTruthSays) {
    const fs::path folder = fs::path(SHARED_DIR) / "corpus";
    if (!fs::exists(folder)) GTEST_SKIP() << "no corpus beside the project";
    compare_all(folder, folder / "truth");
}

TEST(Corpus, HoldsFourteenMeetingPlansAndNoLedgerInThem) {
    const fs::path folder = fs::path(SHARED_DIR) / "corpus";
    if (!fs::exists(folder)) GTEST_SKIP() << "no corpus beside the project";
    const auto document = office::read_document(folder / "life-meeting-plans.txt");
    ASSERT_TRUE(document);
    const auto found = read_plan(*document);
    EXPECT_EQ(found.kind, "life_meeting_plan");
    EXPECT_TRUE(found.areas.empty());
    const auto truth = parsed(folder / "truth" / "life-meeting-plans.json");
    const auto& plans = list_of(truth, "plans");
    ASSERT_EQ(found.meeting_plans.size(), plans.size());
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const auto& plan = found.meeting_plans[i];
        const auto& sections = list_of(plans[i], "sections");
        ASSERT_EQ(plan.sections.size(), sections.size()) << i + 1;
        for (std::size_t s = 0; s < sections.size(); ++s)
            EXPECT_TRUE(same(plan.sections[s], std::string(sections[s].as_string())))
                << plan.sections[s];
        std::set<std::string> to, wanted;
        for (const auto& report : plan.reports) to.insert(report.to.begin(), report.to.end());
        for (const auto& name : list_of(plans[i], "report_recipients"))
            wanted.emplace(name.as_string());
        EXPECT_EQ(to, wanted) << i + 1;
        EXPECT_FALSE(plan.theme.empty()) << i + 1;
        EXPECT_FALSE(plan.time.empty()) << i + 1;
        EXPECT_FALSE(plan.preparation.empty()) << i + 1;
    }
}

}  // namespace
}  // namespace plan
