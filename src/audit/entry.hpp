// What an auditor asks the journal and what is shown of the answer. An auditor sees who did what to
// what and when; of the content of the work he sees which fields changed, never their text. Pure.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "journal/entry.hpp"
#include "journal/payload.hpp"

namespace audit {

/// The acts whose payload says nothing of the content of the work: it is shown whole. Every act
/// that is not among them shows the names of its fields only, new ones too.
[[nodiscard]] std::vector<std::string_view> open_acts();
[[nodiscard]] bool is_open(std::string_view act);

/// Where a page ended; the next one begins behind it.
struct Mark {
    base::Instant at;
    std::string chain;
    std::int64_t sequence = 0;
    bool operator==(const Mark&) const = default;
};
[[nodiscard]] std::string to_text(const Mark& mark);
/// Nothing when it is none of ours.
[[nodiscard]] std::optional<Mark> mark_of(std::string_view text);

/// What to look for; everything absent is not filtered by. As it came in: names are looked up by
/// the action.
struct EntryQuery {
    std::string actor;  // an account's id or name, or the name of the person
    std::vector<std::string> acts;
    std::string kind;     // of the subject
    std::string subject;  // its id; or the name of an account or unit, the number of a row, a year
    std::string chain;    // a programme's id, or journal::installation_chain
    std::optional<base::Date> from, to;  // both included
    std::string text;                    // in the actor's name or a payload that is shown
    // Without anchors, which are written every minute and say nothing of people; and, where no
    // subject is asked for, without the single rows of changes in bulk.
    bool brief = false;
    std::optional<Mark> behind;
    std::int64_t rows_max = 50;
};

/// Refuses: unknown_name (acts, kind), from_is_after_to.
[[nodiscard]] base::Result<void> check(const EntryQuery& query);
/// In Chinese, "" when nothing is filtered by. `programme_title` is the chain's.
[[nodiscard]] std::string words_of(const EntryQuery& query, std::string_view programme_title);

/// Units and programmes by id.
using Names = std::map<std::string, std::string, std::less<>>;

/// An entry with the names that people know its parts by.
struct EntryRow {
    journal::Entry entry;
    std::optional<std::string> payload, salt;
    bool erased = false;
    std::string actor_account;                   // the name typed at sign-in; "" for nobody
    std::string subject_name;                    // of an account, a unit, a programme
    std::string subject_person;                  // who owns the account
    std::optional<std::int64_t> subject_number;  // of an area, a problem, a measure
    Names names;                                 // of what the payload speaks of by id
    std::string programme_title;                 // of the chain; "" for the installation's
};

/// The ids that an open payload speaks of, to be looked up for `names`.
[[nodiscard]] std::vector<std::string> ids_in(const EntryRow& row);

/// What of the payload may be seen: values are empty where only names are shown. What is known by
/// an id is said by its name; ids that people cannot know anything by are left out.
struct Seen {
    bool open = false;
    journal::Payload payload;
};
[[nodiscard]] Seen seen_of(const EntryRow& row);
/// From where it was done, where the entry says so.
[[nodiscard]] std::string address_in(const Seen& seen);
/// "账号 lihua（李华）", "问题 12": as tables say it.
[[nodiscard]] std::string subject_in_words(const EntryRow& row);

}  // namespace audit
