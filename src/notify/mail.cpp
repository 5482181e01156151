#include "notify/mail.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace notify {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 3> rhythm_names{"never", "half_hour", "day"};
constexpr std::size_t address_bytes_max = 254, lines_max = 50;
constexpr std::int64_t hour_ms = 3'600'000, morning_hour = 8;

std::string base64_of(std::string_view bytes) {
    constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t block = 0;
        const auto taken = std::min<std::size_t>(3, bytes.size() - at);
        for (std::size_t i = 0; i < 3; ++i)
            block = block << 8 | (i < taken ? static_cast<unsigned char>(bytes[at + i]) : 0u);
        for (std::size_t i = 0; i < 4; ++i)
            out += i <= taken ? letters[block >> (18 - 6 * i) & 63u] : '=';
    }
    return out;
}

/// An encoded word holds 75 characters at most, and no character may be cut in two.
std::string encoded_words(std::string_view text) {
    constexpr std::size_t chars_each = 14;
    std::string out;
    while (!text.empty()) {
        const auto piece = base::first_chars(text, chars_each);
        out += (out.empty() ? "" : "\r\n ") + ("=?UTF-8?B?" + base64_of(piece)) + "?=";
        text.remove_prefix(piece.size());
    }
    return out;
}

std::string folded(const std::string& base64) {
    std::string out;
    for (std::size_t at = 0; at < base64.size(); at += 76) out += base64.substr(at, 76) + "\r\n";
    return out;
}

std::string date_header(base::Instant now) {
    constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto date = base::date_of(now);
    const std::chrono::weekday weekday(date.days);
    return std::string(days[weekday.c_encoding()]) + ", " + std::to_string(date.day()) + " " +
           months[date.month() - 1] + " " + std::to_string(date.year()) + " " +
           base::to_local_text(now).substr(11) + ":00 +0800";
}

std::string line_of(const Event& event) {
    const auto number = " " + std::to_string(event.subject_number) + " ";
    const auto where = "（" + event.programme_title + "）";
    switch (event.kind) {
        case EventKind::measure_accepted: return "措施" + number + "审核通过" + where;
        case EventKind::measure_sent_back: return "措施" + number + "被退回" + where;
        case EventKind::strike_off_applied: return "问题" + number + "申请销号，等待审核" + where;
        case EventKind::problem_struck_off: return "问题" + number + "已销号" + where;
        case EventKind::problem_sent_back: return "问题" + number + "的销号申请被退回" + where;
        case EventKind::rows_assigned:
            return "导入整改方案，本单位承办其中" + number + "条措施" + where;
        case EventKind::handover_to_sign: return "有一份责任交接书等待签字";
        case EventKind::handover_completed: return "一项责任交接已经完成";
    }
    return {};
}

}  // namespace

std::string_view name_of(Rhythm rhythm) {
    return rhythm_names[static_cast<std::size_t>(rhythm)];
}

std::optional<Rhythm> rhythm_of(std::string_view name) {
    const auto found = std::find(rhythm_names.begin(), rhythm_names.end(), name);
    if (found == rhythm_names.end()) return std::nullopt;
    return static_cast<Rhythm>(found - rhythm_names.begin());
}

base::Result<void> check_address(std::string_view address) {
    const auto at = address.find('@');
    const bool shaped = at != address.npos && at > 0 && at + 1 < address.size() &&
                        address.find('@', at + 1) == address.npos &&
                        address.size() <= address_bytes_max;
    const bool clean = std::all_of(address.begin(), address.end(), [](char c) {
        return c > ' ' && c < 127 &&
               std::string_view("<>()[]\\,;:\"").find(c) == std::string_view::npos;
    });
    if (shaped && clean) return {};
    return refuse(ErrorKind::invalid, "mail_address_not_acceptable", "address",
                  {{"value", std::string(base::first_chars(address, 60))}});
}

base::Result<MailBox> choose(const MailBox& before, const MailBox& wanted, base::Instant now) {
    if (before.version != wanted.version)
        return refuse(ErrorKind::conflict, "somebody_else_changed_it", "version",
                      {{"version", std::to_string(before.version)}});
    if (!wanted.address.empty())
        if (const auto fine = check_address(wanted.address); !fine) return fine.error();
    if (wanted.address.empty() && wanted.rhythm != Rhythm::never)
        return refuse(ErrorKind::invalid, "mail_needs_an_address", "address");
    MailBox after = wanted;
    after.account = before.account;
    const bool goes_on = before.rhythm != Rhythm::never && before.address == wanted.address;
    after.since = goes_on ? before.since : now;
    ++after.version;
    return after;
}

bool is_bundle_due(Rhythm rhythm, base::Instant oldest, base::Instant now,
                   std::int64_t bundle_minutes) {
    if (rhythm == Rhythm::never) return false;
    if (rhythm == Rhythm::half_hour)
        return now.milliseconds - oldest.milliseconds >= bundle_minutes * 60'000;
    auto morning = base::start_of(base::date_of(now)).milliseconds + morning_hour * hour_ms;
    if (morning > now.milliseconds) morning -= 24 * hour_ms;
    return oldest.milliseconds < morning;
}

Mail mail_about(const std::vector<Event>& events, const MailOffer& offer) {
    Mail mail;
    const auto count = std::to_string(events.size());
    mail.subject = "【巡视巡察整改】您有 " + count + " 条消息";
    mail.body = "您好：\n\n整改工作中有 " + count + " 件事与您有关：\n\n";
    for (std::size_t i = 0; i < std::min(events.size(), lines_max); ++i)
        mail.body += std::to_string(i + 1) + ". " + line_of(events[i]) + "\n";
    if (events.size() > lines_max)
        mail.body +=
            "……其余 " + std::to_string(events.size() - lines_max) + " 件请在系统中查看。\n";
    mail.body += "\n具体内容请登录系统，在“消息”中查看";
    mail.body += offer.origin.empty() ? "。\n" : "：" + offer.origin + "/messages\n";
    mail.body += "不想再收到邮件的，可以在“我的设置”中关闭。\n";
    return mail;
}

std::int64_t pause_ms_after(std::int64_t tries) {
    return 60'000 * (std::int64_t{1} << std::clamp<std::int64_t>(tries, 1, 8));
}

std::string mime_of(const Mail& mail, std::string_view from) {
    const auto domain = from.substr(std::min(from.find('@') + 1, from.size()));
    std::string text = "Date: " + date_header(mail.made_at) + "\r\n";
    text += "From: <" + std::string(from) + ">\r\nTo: <" + mail.address + ">\r\n";
    text += "Subject: " + encoded_words(mail.subject) + "\r\n";
    // The same mail sent twice after a lost answer is one mail to a careful receiver.
    text += "Message-ID: <" + mail.id.text() + "@" + std::string(domain) + ">\r\n";
    text += "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n";
    text += "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    return text + folded(base64_of(mail.body));
}

}  // namespace notify
