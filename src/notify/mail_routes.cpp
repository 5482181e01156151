// Where the one who asks wants to be written to.
#include "notify/mail_actions.hpp"
#include "notify/mail_json.hpp"
#include "notify/notify_routes.hpp"

namespace notify {
namespace {

http::Response get_mail_box(const Needs& needs, const http::Request& request) {
    return http::json_response(to_json(load_own_mail_box(needs, request.who()), needs.mail));
}

http::Response put_mail_box(const Needs& needs, const http::Request& request) {
    const auto wanted = read_mail_box(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return http::respond(set_mail_box(needs, request.who(), *wanted),
                         [&](const MailBox& box) { return to_json(box, needs.mail); });
}

}  // namespace

std::vector<http::Route> mail_routes(Needs needs) {
    using http::Method;
    const auto bound = [needs](http::Response (*handle)(const Needs&, const http::Request&)) {
        return [needs, handle](const http::Request& request) { return handle(needs, request); };
    };
    return {
        {Method::get, "/api/v1/mail-box", http::signed_in, bound(get_mail_box)},
        {Method::put, "/api/v1/mail-box", http::signed_in, bound(put_mail_box)},
    };
}

}  // namespace notify
