// Messages about feedback and its sentences: names of fields and their sizes.
#pragma once

#include <string_view>

#include "inspections/feedback_actions.hpp"
#include "ledger/row_json.hpp"

namespace inspections {

using ledger::Reader;

/// {"id","kind","document","document_on","file_name","text"}; the programme is the caller's to fill
/// in.
[[nodiscard]] base::Result<NewFeedback> read_new_feedback(std::string_view body);
struct PaperChange {
    std::int64_t version = 0;
    Paper paper;
    std::string reason;
};
/// {"version","reason", and what is registered}
[[nodiscard]] base::Result<PaperChange> read_paper_change(std::string_view body);
struct DeliveryForm {
    std::int64_t version = 0;
    Delivery delivery;
};
/// {"version","delivered_on","principal_told_on","team_told_on"}
[[nodiscard]] base::Result<DeliveryForm> read_delivery(std::string_view body);
struct FeedbackWords {
    std::int64_t version = 0;
    std::string reason;
};
/// {"version","reason"}
[[nodiscard]] base::Result<FeedbackWords> read_feedback_words(std::string_view body);
struct ReceiptForm {
    std::int64_t version = 0;
    Receipt receipt;
};
/// {"version","by","on"}
[[nodiscard]] base::Result<ReceiptForm> read_receipt(std::string_view body);
struct DeclarationForm {
    std::int64_t version = 0;
    Declaration declaration;
};
/// {"version","by","on","text","promises":[]}
[[nodiscard]] base::Result<DeclarationForm> read_declaration(std::string_view body);
struct CopiesForm {
    std::int64_t version = 0;
    std::vector<Copy> copies;
};
/// {"version","copies":[{"role","name","unit_id","told_on","received_by","received_on"}]}
[[nodiscard]] base::Result<CopiesForm> read_copies(std::string_view body);
/// {"answers":[{"sentence_id","version","problem_ids":[],"answer","reason"}]}
[[nodiscard]] base::Result<std::vector<WantedAnswer>> read_answers(std::string_view body);

[[nodiscard]] std::string to_json(const FeedbackView& view, const Reader& reader);
/// {"rows":[…],"may":["register"],"whole"}
[[nodiscard]] std::string to_json(const FeedbackList& list, const Reader& reader);
/// {"rows":[{"id","programme","document","delivered_on"}]}
[[nodiscard]] std::string to_json(const std::vector<Feedback>& to_sign);
/// {"rows":[{"feedback_id","kind","document","position","text"}]}
[[nodiscard]] std::string to_json(const std::vector<SourceSentence>& sources);
/// {"text"}
[[nodiscard]] std::string text_json(const std::string& text);

}  // namespace inspections
