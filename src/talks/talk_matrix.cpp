#include "talks/talk_matrix.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace talks {
namespace {

constexpr std::array<std::string_view, 5> state_names{"done", "to_sign", "appointed", "due",
                                                      "missing"};
constexpr std::array<std::string_view, 5> state_words{"已谈", "待签字", "已约", "未谈", "逾期未谈"};

/// Two in either order.
using Two = std::pair<Other, Other>;
Two two_of(const Other& one, const Other& other) {
    return one < other ? Two{one, other} : Two{other, one};
}

PairState state_of(const Talk* talk, base::Date due_on, base::Date today) {
    if (talk != nullptr && talk->state == TalkState::done) return PairState::done;
    if (talk != nullptr && talk->state == TalkState::recorded) return PairState::to_sign;
    if (talk != nullptr && talk->appointment.held_on) return PairState::appointed;
    return due_on < today ? PairState::missing : PairState::due;
}

/// The further a talk is, the more it counts.
int weight_of(const Talk& talk) {
    switch (talk.state) {
        case TalkState::done: return 4;
        case TalkState::recorded: return 3;
        case TalkState::agreed:
        case TalkState::proposed: return 2;
        case TalkState::asked: return 1;
        case TalkState::cancelled: return 0;
    }
    return 0;
}

class Filling {
  public:
    explicit Filling(const MatrixSource& source) : source_(source) {
        for (const auto& talk : source.talks) {
            if (talk.state == TalkState::cancelled) continue;
            auto& best = best_[two_of(talk.member, talk.other)];
            if (best == nullptr || weight_of(talk) > weight_of(*best)) best = &talk;
        }
        for (const auto& rule : source.plan.rules) matrix_.kinds.push_back({rule, {}});
    }

    TalkMatrix fill() {
        list_people();
        for (const auto& pair : required_pairs(source_.meeting, source_.plan)) add(pair);
        for (const auto& [two, talk] : best_)
            if (!met_.contains(two)) add_beside(*talk);
        for (auto& one : matrix_.people) count_criticisms(one);
        keep_those_met();
        return std::move(matrix_);
    }

  private:
    bool is_own(const Other& one) const {
        return source_.own &&
               std::find(source_.own->begin(), source_.own->end(), one) != source_.own->end();
    }
    bool is_shown(const Other& one, const Other& other) const {
        return !source_.own || is_own(one) || is_own(other);
    }

    void list_people() {
        for (const auto& one : source_.meeting.participants)
            if (one.is_of_team())
                put({one.id, one.name, one.title, {}, one.left_on.has_value(), {}, {}});
        for (const auto& one : source_.plan.partners)
            put({one.id, one.name, one.title, one.kind, one.left_on.has_value(), {}, {}});
    }
    void put(MatrixPerson one) {
        places_[one.who] = matrix_.people.size();
        matrix_.people.push_back(std::move(one));
    }

    void count(PairState state, const MatrixCell& cell) {
        const auto place = static_cast<std::size_t>(state);
        for (const auto at : {cell.member, cell.other}) ++matrix_.people[at].tally.of[place];
        for (auto& one : matrix_.kinds)
            if (one.rule.kind == cell.kind) ++one.tally.of[place];
        ++matrix_.tally.of[place];
    }

    void add(const Pair& pair) {
        const auto two = two_of(pair.member, pair.other);
        met_.insert(two);
        if (!is_shown(pair.member, pair.other)) return;
        const auto found = best_.find(two);
        const auto* talk = found == best_.end() ? nullptr : found->second;
        MatrixCell cell{places_.at(pair.member), places_.at(pair.other), pair.kind};
        cell.state = state_of(talk, pair.due_on, source_.today);
        cell.due_on = pair.due_on;
        show(cell, talk);
        count(cell.state, cell);
    }

    /// Nobody demands it, but it is there: a talk that was asked for, or with somebody who left.
    void add_beside(const Talk& talk) {
        const auto member = places_.find(talk.member), other = places_.find(talk.other);
        if (member == places_.end() || other == places_.end()) return;
        if (!is_shown(talk.member, talk.other)) return;
        MatrixCell cell{member->second, other->second, talk.kind};
        cell.state = state_of(&talk, source_.today, source_.today);
        cell.required = false;
        show(cell, &talk);
    }

    void show(MatrixCell& cell, const Talk* talk) {
        if (talk != nullptr) {
            cell.held_on = talk->appointment.held_on;
            cell.talk = talk->id;
        }
        matrix_.cells.push_back(cell);
    }

    void count_criticisms(MatrixPerson& one) {
        const auto* own = std::get_if<ParticipantId>(&one.who);
        if (own == nullptr || one.has_left || (source_.own && !is_own(one.who))) return;
        const auto given = given_by(*own);
        for (const auto* other : life_meetings::team_of(source_.meeting)) {
            if (other->id == *own) continue;
            const auto found = given.find(other->id);
            const auto count = found == given.end() ? 0 : found->second;
            one.criticisms.given += count;
            ++one.criticisms.of;
            if (count >= source_.meeting.demands.criticisms_each_min) ++one.criticisms.enough;
        }
    }

    /// To whom of the team how many, in all talks of this one.
    std::map<ParticipantId, std::int64_t> given_by(ParticipantId own) const {
        std::map<ParticipantId, std::int64_t> given;
        for (const auto& talk : source_.talks) {
            const auto* other = std::get_if<ParticipantId>(&talk.other);
            if (other == nullptr || talk.state == TalkState::cancelled) continue;
            if (talk.member == own)
                given[*other] += talk.side(Side::member).criticisms.value_or(0);
            else if (*other == own)
                given[talk.member] += talk.side(Side::other).criticisms.value_or(0);
        }
        return given;
    }

    /// Of those who left or whom the reader has nothing to do with only those of a cell.
    void keep_those_met() {
        std::set<std::size_t> used;
        for (const auto& cell : matrix_.cells) used.insert({cell.member, cell.other});
        std::vector<std::size_t> moved(matrix_.people.size());
        std::vector<MatrixPerson> kept;
        for (std::size_t i = 0; i < matrix_.people.size(); ++i) {
            auto& one = matrix_.people[i];
            moved[i] = kept.size();
            if (used.contains(i) || is_own(one.who) || (!source_.own && !one.has_left))
                kept.push_back(std::move(one));
        }
        for (auto& cell : matrix_.cells) {
            cell.member = moved[cell.member];
            cell.other = moved[cell.other];
        }
        matrix_.people = std::move(kept);
    }

    const MatrixSource& source_;
    TalkMatrix matrix_;
    std::map<Two, const Talk*> best_;
    std::map<Other, std::size_t> places_;
    std::set<Two> met_;
};

}  // namespace

std::string_view name_of(PairState state) {
    return state_names[static_cast<std::size_t>(state)];
}
std::string_view words_of(PairState state) {
    return state_words[static_cast<std::size_t>(state)];
}

std::int64_t PairTally::required() const {
    return std::accumulate(of.begin(), of.end(), std::int64_t{0});
}

TalkMatrix matrix_of(const MatrixSource& source) {
    return Filling(source).fill();
}

}  // namespace talks
