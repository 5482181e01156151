#include "bodies/proposed_body.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "plan/read_holders.hpp"

namespace bodies {
namespace {

using Text = std::string_view;

bool has(Text text, Text part) {
    return text.find(part) != Text::npos;
}

BodyKind kind_in(Text name) {
    if (name.ends_with("办公室") || name.ends_with("整改办")) return BodyKind::office;
    for (const Text word : {"督查", "督导", "督办", "检查"})
        if (has(name, word)) return BodyKind::supervision_team;
    return name.ends_with("领导小组") ? BodyKind::leading_group : BodyKind::other;
}

MemberRole role_in(Text role) {
    if (has(role, "副")) return MemberRole::deputy;
    if (role.ends_with("组长") || role.ends_with("主任") || role.ends_with("总指挥"))
        return MemberRole::head;
    return MemberRole::member;
}

/// 周远（局党组书记、局长）: the name and the post behind it.
Member member_in(Text written, MemberRole role) {
    constexpr Text open = "（", close = "）";
    Member member;
    member.role = role;
    const auto at = written.find(open);
    if (at != Text::npos && written.ends_with(close)) {
        const auto from = at + open.size();
        member.post = base::first_chars(
            base::trim(written.substr(from, written.size() - from - close.size())), post_chars_max);
        written = written.substr(0, at);
    }
    member.name = base::first_chars(base::trim(written), body_name_chars_max);
    return member;
}

BodyTerms terms_of(const plan::ReadBody& read) {
    BodyTerms terms;
    terms.name = base::first_chars(read.name, body_name_chars_max);
    terms.kind = kind_in(read.name);
    terms.duties = base::first_chars(read.duties, body_duties_chars_max);
    for (const auto& [role, names] : read.members)
        for (const auto& name : names) {
            auto member = member_in(name, role_in(role));
            if (member.name.empty() || plan::is_placeholder(member.name)) continue;
            if (terms.members.size() < members_max) terms.members.push_back(std::move(member));
        }
    return arranged(std::move(terms));
}

bool bears(const std::vector<Body>& bodies, Text name) {
    return std::any_of(bodies.begin(), bodies.end(),
                       [&](const Body& body) { return body.terms.name == name; });
}

}  // namespace

std::vector<BodyTerms> proposed_bodies(const std::vector<plan::ReadBody>& read,
                                       const std::vector<Body>& standing) {
    const bool led = std::any_of(standing.begin(), standing.end(), [](const Body& body) {
        return body.terms.kind == BodyKind::leading_group && !body.terms.dissolved_on;
    });
    bool group = false;
    std::vector<BodyTerms> proposed;
    for (const auto& one : read) {
        auto terms = terms_of(one);
        const bool says_nothing = terms.members.empty() && terms.duties.empty();
        const bool twice =
            std::any_of(proposed.begin(), proposed.end(),
                        [&](const BodyTerms& other) { return other.name == terms.name; });
        if (terms.name.empty() || says_nothing || twice || bears(standing, terms.name)) continue;
        if (terms.kind == BodyKind::leading_group) {
            if (led) continue;
            if (group) terms.kind = BodyKind::other;
            group = true;
        }
        if (check(terms)) proposed.push_back(std::move(terms));
    }
    return proposed;
}

}  // namespace bodies
