#include "opinions/opinion_import.hpp"

#include <algorithm>
#include <map>

#include "base/text_length.hpp"

namespace opinions {
namespace {

using base::ErrorKind;
using base::refuse;
using Abouts = std::vector<std::pair<std::string, std::optional<ParticipantId>>>;

/// One row as it was understood; `good` when nothing is wrong with it.
struct ReadRow {
    Channel channel = Channel::form;
    Voice voice = Voice::others;
    std::optional<Line> line;  // none: this one had nothing to say
    bool good = true;
};

class RowReader {
  public:
    RowReader(const OpinionCells& cells, std::vector<office::SheetFault>& faults)
        : cells_(cells), faults_(faults) {}

    ReadRow read(const Collection& collection, const Abouts& abouts) {
        read_channel(collection);
        read_voice(collection);
        read_line(abouts);
        return row_;
    }

  private:
    void fault(std::string_view heading, const std::string& value, base::Error error) {
        faults_.push_back({cells_.at, std::string(heading), value, std::move(error)});
        row_.good = false;
    }
    void missing(std::string_view heading) {
        fault(heading, "",
              refuse(ErrorKind::invalid, "opinion_cell_missing", "",
                     {{"value", std::string(heading)}}));
    }
    void read_channel(const Collection& collection) {
        if (cells_.channel.empty()) return missing(channel_heading);
        for (const auto& [channel, handed_out] : collection.terms.channels)
            if (channel != Channel::code && words_of(channel) == cells_.channel) {
                row_.channel = channel;
                return;
            }
        fault(channel_heading, cells_.channel,
              refuse(ErrorKind::invalid, "opinion_channel_not_chosen", "",
                     {{"value", cells_.channel}}));
    }
    void read_voice(const Collection& collection) {
        if (cells_.voice.empty()) return missing(voice_heading);
        for (const auto voice : collection.terms.voices)
            if (words_of(voice) == cells_.voice) {
                row_.voice = voice;
                return;
            }
        fault(
            voice_heading, cells_.voice,
            refuse(ErrorKind::invalid, "opinion_voice_not_chosen", "", {{"value", cells_.voice}}));
    }
    void read_line(const Abouts& abouts) {
        if (cells_.about.empty() && cells_.text.empty()) return;
        if (cells_.text.empty()) return missing(text_heading);
        if (cells_.about.empty()) return missing(about_heading);
        if (auto long_ = base::why_too_long(cells_.text, "", opinion_chars_max))
            return fault(text_heading, std::string(base::first_chars(cells_.text, 40)), *long_);
        std::string accepted;
        for (const auto& [words, about] : abouts) {
            if (words == cells_.about) {
                row_.line = Line{about, cells_.text};
                return;
            }
            accepted += (accepted.empty() ? "" : "、") + words;
        }
        fault(about_heading, cells_.about,
              refuse(ErrorKind::invalid, "opinion_cell_names_nobody", "",
                     {{"value", cells_.about}, {"accepted", accepted}}));
    }

    const OpinionCells& cells_;
    std::vector<office::SheetFault>& faults_;
    ReadRow row_;
};

/// The rows of one sheet, by their places.
struct Group {
    std::vector<std::size_t> rows;
    bool good = true;
};

std::vector<Group> groups_of(const std::vector<OpinionCells>& rows) {
    std::vector<Group> groups;
    std::map<std::pair<std::string, std::string>, std::size_t> by_number;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& number = rows[i].sheet;
        const auto key = std::pair(rows[i].at.sheet, number);
        const auto found = number.empty() ? by_number.end() : by_number.find(key);
        if (found != by_number.end()) {
            groups[found->second].rows.push_back(i);
            continue;
        }
        if (!number.empty()) by_number[key] = groups.size();
        groups.push_back({{i}});
    }
    return groups;
}

}  // namespace

Abouts abouts_of(const LifeMeeting& meeting) {
    const auto team = life_meetings::team_of(meeting);
    Abouts abouts{{std::string(team_in_words), std::nullopt}};
    for (const auto* one : team) {
        const bool shared = std::count_if(team.begin(), team.end(), [&](const auto* other) {
                                return other->name == one->name;
                            }) > 1;
        abouts.emplace_back(shared ? one->name + "（" + one->title + "）" : one->name, one->id);
    }
    return abouts;
}

OpinionImport plan_opinion_import(const FilledOpinions& filled, const Collection& collection,
                                  const LifeMeeting& meeting) {
    OpinionImport plan;
    plan.faults = filled.faults;
    const auto abouts = abouts_of(meeting);
    for (auto& group : groups_of(filled.rows)) {
        Sheet sheet;
        for (const auto i : group.rows) {
            const auto& cells = filled.rows[i];
            const auto row = RowReader(cells, plan.faults).read(collection, abouts);
            group.good = group.good && row.good;
            if (i == group.rows.front()) {
                sheet.channel = row.channel;
                sheet.voice = row.voice;
            } else if (row.good && (row.channel != sheet.channel || row.voice != sheet.voice)) {
                plan.faults.push_back({cells.at, std::string(sheet_heading), cells.sheet,
                                       refuse(ErrorKind::invalid, "sheet_says_two_things", "",
                                              {{"value", cells.sheet}})});
                group.good = false;
            }
            if (row.line) sheet.lines.push_back(*row.line);
        }
        if (!group.good) {
            plan.bad_rows.insert(plan.bad_rows.end(), group.rows.begin(), group.rows.end());
            continue;
        }
        plan.opinions += static_cast<std::int64_t>(sheet.lines.size());
        plan.sheets.push_back(std::move(sheet));
    }
    std::sort(plan.bad_rows.begin(), plan.bad_rows.end());
    return plan;
}

}  // namespace opinions
