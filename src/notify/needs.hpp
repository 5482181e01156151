// What the actions of this module need; all of it outlives the routes.
#pragma once

#include "accounts/secret_box.hpp"
#include "base/clock.hpp"
#include "base/random.hpp"
#include "db/database.hpp"
#include "journal/journal.hpp"
#include "notify/mail.hpp"
#include "notify/webhook.hpp"

namespace notify {

struct Needs {
    db::Database& database;
    const base::Clock& clock;
    base::Random& random;
    const journal::Journal& journal;
    const MailOffer& mail;
    const accounts::SecretBox& secrets;
    const WebhookOffer& webhooks;
};

}  // namespace notify
