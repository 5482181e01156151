// What is asked of an identity provider and what its answers must say. A real provider is asked in
// tests/browser/oidc_story.mjs.
#include "identity/oidc.hpp"

#include <gtest/gtest.h>

#include "identity/oidc_json.hpp"
#include "identity/oidc_provider.hpp"
#include "identity/test_silence.hpp"

namespace identity {
namespace {

template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "accepted" : result.error().code;
}

const OidcSettings house{"https://id.example.cn", "zhenggai", "secret",
                         "preferred_username",    "",         10};
constexpr base::Instant now{1'719'735'300'000};

TEST(Oidc, AsksForACodeWithPkceAndNothingThatBreaksTheAddress) {
    // RFC 7636, appendix B.
    EXPECT_EQ(challenge_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
              "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    const OidcEndpoints endpoints{house.issuer, "https://id.example.cn/auth?tenant=1", "t", "k"};
    const auto url = authorisation_url(endpoints, house, {"s&s", "n", "v", "/", now},
                                       "https://zg.example.cn/api/v1/oidc/callback");
    EXPECT_TRUE(url.starts_with("https://id.example.cn/auth?tenant=1&response_type=code&"));
    EXPECT_NE(url.find("&state=s%26s&nonce=n&"), std::string::npos) << url;
    EXPECT_NE(url.find("&redirect_uri=https%3A%2F%2Fzg.example.cn%2Fapi%2Fv1%2Foidc%2Fcallback"),
              std::string::npos);
    EXPECT_TRUE(url.ends_with("&code_challenge_method=S256"));
    EXPECT_EQ(url.find("secret"), std::string::npos);
}

TEST(Oidc, LeadsBackToAddressesOfOurOwnOnly) {
    for (const auto* own : {"/", "/programmes/1?view=problems"}) EXPECT_EQ(own_address(own), own);
    for (const auto* other : {"", "//evil.example", "/\\evil.example", "https://evil.example",
                              "/a\r\nSet-Cookie: x=1", "javascript:alert(1)"})
        EXPECT_EQ(own_address(other), "/") << other;
}

TEST(Oidc, KnowsItsOwnAttemptForTenMinutes) {
    const OidcAttempt attempt{"state", "nonce", "verifier", "/", now};
    const auto later = [](std::int64_t ms) { return base::Instant{now.milliseconds + ms}; };
    EXPECT_EQ(code_of(check_return(attempt, "state", later(9 * 60'000))), "accepted");
    EXPECT_EQ(code_of(check_return(attempt, "state", later(11 * 60'000))), "oidc_attempt_is_over");
    EXPECT_EQ(code_of(check_return(attempt, "state", later(-1))), "oidc_attempt_is_over");
    EXPECT_EQ(code_of(check_return(attempt, "other", now)), "oidc_attempt_is_over");
    EXPECT_EQ(code_of(check_return(attempt, "", now)), "oidc_attempt_is_over");
    EXPECT_EQ(attempt_in(to_text(attempt)), attempt);
    for (const auto* wrong : {"", "a\nb\nc\n/\nsoon", "a\nb\nc\n/", "a\nb\nc\n/\n1\n2"})
        EXPECT_FALSE(attempt_in(wrong)) << wrong;
}

TEST(Oidc, BelievesClaimsThatAreForUsAndFresh) {
    const auto seconds = now.milliseconds / 1000;
    const OidcClaims good{house.issuer, "", "nonce", "lihong", {"zhenggai"}, seconds + 300};
    EXPECT_EQ(code_of(check_claims(good, house, "nonce", now)), "accepted");
    const auto with = [&](auto change) {
        auto claims = good;
        change(claims);
        return code_of(check_claims(claims, house, "nonce", now));
    };
    const std::string not_for_us = "oidc_answer_not_for_us";
    EXPECT_EQ(with([](auto& c) { c.issuer += "/"; }), not_for_us);
    EXPECT_EQ(with([](auto& c) { c.audiences = {"another"}; }), not_for_us);
    EXPECT_EQ(with([](auto& c) { c.audiences.clear(); }), not_for_us);
    EXPECT_EQ(with([](auto& c) { c.audiences = {"zhenggai", "another"}; }), not_for_us);
    EXPECT_EQ(with([](auto& c) {
                  c.audiences = {"zhenggai", "another"};
                  c.authorised_party = "zhenggai";
              }),
              "accepted");
    EXPECT_EQ(with([&](auto& c) { c.expires_at = seconds - 61; }), not_for_us);
    EXPECT_EQ(with([&](auto& c) { c.expires_at = seconds - 30; }), "accepted");  // Clocks differ.
    EXPECT_EQ(with([](auto& c) { c.nonce = "old"; }), not_for_us);
    EXPECT_EQ(with([](auto& c) { c.name.clear(); }), "oidc_names_nobody");
    EXPECT_EQ(code_of(check_claims({.issuer = house.issuer,
                                    .name = "lihong",
                                    .audiences = {"zhenggai"},
                                    .expires_at = seconds + 9},
                                   house, "", now)),
              not_for_us);
}

TEST(OidcMessages, AreReadWithWhateverElseTheyHold) {
    const auto claims = read_claims(
        R"({"iss":"i","aud":["a","b"],"azp":"a","nonce":"n","exp":17,"name":"李红","sub":"7"})",
        "name");
    ASSERT_TRUE(claims);
    EXPECT_EQ(claims->audiences, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(claims->name, "李红");
    EXPECT_EQ(claims->expires_at, 17);
    EXPECT_EQ(read_claims(R"({"aud":"a","exp":"soon"})", "name")->expires_at, 0);
    for (const auto* wrong : {"", "[]", "{", "{\"issuer\":1}"}) {
        EXPECT_EQ(code_of(read_endpoints(wrong)), "oidc_answer_not_understood") << wrong;
        EXPECT_EQ(code_of(read_identity_token(wrong)), "oidc_answer_not_understood") << wrong;
        EXPECT_EQ(code_of(read_keys(wrong)), "oidc_answer_not_understood") << wrong;
    }
    EXPECT_EQ(read_keys(R"({"keys":[{"kid":"1","kty":"RSA"},7,{"kty":"EC"}]})")->size(), 2u);
}

TEST(OidcProviders, ThatNeverAnswerHoldAFewAndNoMore) {
    const testing::Silence silence;
    const base::FixedClock clock(now);
    OidcProvider provider(
        {.issuer = "http://" + silence.address(), .client_id = "zhenggai", .seconds_max = 1},
        clock);
    const auto answers = testing::answers_of(6, [&] { return code_of(provider.endpoints()); });
    EXPECT_EQ(answers,
              (std::map<std::string, int>{{"oidc_not_reachable", 3}, {"too_many_sign_ins", 3}}));
    EXPECT_EQ(code_of(provider.claims_for("code", "verifier", "http://x/")), "oidc_not_reachable");
}

}  // namespace
}  // namespace identity
