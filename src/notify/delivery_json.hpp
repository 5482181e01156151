// A delivery as it goes to the other server in each shape, signed where the shape is, and what that
// server's answer means. Sends nothing itself.
#pragma once

#include "http/client.hpp"
#include "notify/webhook_actions.hpp"

namespace notify {

inline constexpr int webhook_seconds_max = 10;
/// The longest text of a message, as the makers of the two robots say.
inline constexpr std::size_t wecom_bytes_max = 2'048, dingtalk_bytes_max = 20'000;

/// generic: {"id","at","kind","count","title","lines":[…],"url"} with the headers
/// X-Zhenggai-Delivery (the id), X-Zhenggai-Timestamp and X-Zhenggai-Signature; the id is the same
/// at every try. wecom, dingtalk: {"msgtype":"text","text":{"content"}}.
[[nodiscard]] http::Outgoing request_of(const Sending& sending, const std::string& ca_file);

/// Taken when the status is 2xx and a robot says errcode 0. Refuses: webhook_answered_status (args
/// value), webhook_answered_no (args value, what the robot said), webhook_answer_unreadable.
[[nodiscard]] base::Result<void> check_answer(WebhookShape shape, const http::Incoming& answer);

}  // namespace notify
