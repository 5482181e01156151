#include "notify/mail.hpp"

#include <algorithm>
#include <array>

#include "base/base64.hpp"
#include "base/utf8.hpp"

namespace notify {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::size_t address_bytes_max = 254;

/// An encoded word holds 75 characters at most, and no character may be cut in two.
std::string encoded_words(std::string_view text) {
    constexpr std::size_t chars_each = 14;
    std::string out;
    while (!text.empty()) {
        const auto piece = base::first_chars(text, chars_each);
        out += (out.empty() ? "" : "\r\n ") + ("=?UTF-8?B?" + base::base64_of(piece)) + "?=";
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

}  // namespace

std::optional<Rhythm> mail_rhythm_of(std::string_view name) {
    const auto rhythm = rhythm_of(name);
    return rhythm == Rhythm::at_once ? std::nullopt : rhythm;
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

Mail mail_about(const std::vector<Event>& events, const MailOffer& offer) {
    const auto bundle = bundle_of(events);
    Mail mail;
    mail.subject = bundle.title;
    mail.body = "您好：\n\n整改工作中有 " + std::to_string(bundle.count) + " 件事与您有关：\n\n";
    for (std::size_t i = 0; i < bundle.lines.size(); ++i)
        mail.body += std::to_string(i + 1) + ". " + bundle.lines[i] + "\n";
    if (const auto rest = rest_of(bundle.count, bundle.lines.size()); !rest.empty())
        mail.body += rest + "\n";
    mail.body += "\n" + where_to_look(offer.origin) + "\n";
    mail.body += "不想再收到邮件的，可以在“我的设置”中关闭。\n";
    return mail;
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
    return text + folded(base::base64_of(mail.body));
}

}  // namespace notify
