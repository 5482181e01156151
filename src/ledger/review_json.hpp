// Reviews on the wire: the application, the chain with its signatures, the slip and the register of
// slips. Stages count from 1.
#pragma once

#include "ledger/review_actions.hpp"
#include "ledger/row_json.hpp"

namespace ledger {

/// [{"name","seats":[],"quorum"}]
void write(base::JsonWriter& json, const ReviewChain& chain);
/// Nothing when the member is absent.
[[nodiscard]] std::optional<ReviewChain> read_chain(base::JsonReader& reader, std::string_view key);

/// "application": null, or what was stated.
void write_application(base::JsonWriter& json, const std::optional<FiledApplication>& application,
                       const Reader& reader);
/// "review": null without an application, else the stages with their signatures, and those of
/// rounds that were gone back over.
void write_review(base::JsonWriter& json, const ReviewView& view, const Reader& reader);
/// "strike_off": null, or the slip with its evidence.
void write_strike_off(base::JsonWriter& json, const ProblemView& view, const Reader& reader);
/// {"rows":[{"account_id","name","unit","role"}]}
[[nodiscard]] std::string to_json(const std::vector<SignerOffered>& signers, const Reader& reader);
/// {"rows":[…],"total","page","page_size","struck_off","slips"}
[[nodiscard]] std::string to_json(const SlipRegister& slips, const Page& asked,
                                  const Reader& reader);

struct FiledForm {
    std::int64_t version = 0;
    StrikeOffApplication application;
};
[[nodiscard]] base::Result<FiledForm> read_application(std::string_view body);

/// A decision about a row: the version that was looked at and what is said with it.
struct Decision {
    std::int64_t version = 0;
    std::string opinion;
    Return why;
};
[[nodiscard]] base::Result<Decision> read_version(std::string_view body);  // {"version"}
[[nodiscard]] base::Result<Decision> read_opinion(std::string_view body);  // {"version","opinion"}
[[nodiscard]] base::Result<Decision> read_return(
    std::string_view body);  // {"version","reason","requirement"} and of problems "stage"

struct AskedSigner {
    std::int64_t version = 0;
    base::AccountId account;
};
[[nodiscard]] base::Result<AskedSigner> read_signer(
    std::string_view body);  // {"version","account_id"}

}  // namespace ledger
