-- Where somebody wants to be told over HTTP what a mail would say. Address and secret are encrypted with a key that is
-- not in the database: the addresses of robots hold a key. Only what happened since then is told.
CREATE TABLE webhook (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    shape TEXT NOT NULL CONSTRAINT webhook_shape_check CHECK (shape IN ('generic', 'wecom', 'dingtalk')),
    origin TEXT NOT NULL,                   -- https://host: all of the address that is shown
    sealed_url TEXT NOT NULL,
    sealed_secret TEXT NOT NULL,            -- '' : none
    rhythm TEXT NOT NULL CONSTRAINT webhook_rhythm_check CHECK (rhythm IN ('at_once', 'half_hour', 'day')),
    enabled BIGINT NOT NULL,
    since BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX webhook_account ON webhook (account_id);

-- Deliveries on their way, as mails in the table mail, and the last ones of each webhook for its owner to see.
CREATE TABLE webhook_delivery (
    id TEXT NOT NULL PRIMARY KEY,
    webhook_id TEXT NOT NULL REFERENCES webhook (id),
    kind TEXT NOT NULL CONSTRAINT webhook_delivery_kind_check CHECK (kind IN ('messages', 'trial')),
    message_count BIGINT NOT NULL,
    title TEXT NOT NULL,
    lines TEXT NOT NULL,
    state TEXT NOT NULL CONSTRAINT webhook_delivery_state_check CHECK (state IN ('pending', 'sent', 'failed')),
    made_at BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    done_at BIGINT,
    error TEXT NOT NULL                     -- the code of a sentence, and what stands in it
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (state, next_at);
CREATE INDEX webhook_delivery_made ON webhook_delivery (webhook_id, made_at);

-- Which messages a webhook has told of, and in which delivery, which may be gone by now.
CREATE TABLE webhook_message (
    webhook_id TEXT NOT NULL REFERENCES webhook (id),
    event_id TEXT NOT NULL REFERENCES event (id),
    delivery_id TEXT NOT NULL,
    PRIMARY KEY (webhook_id, event_id)
);
CREATE INDEX webhook_message_delivery ON webhook_message (delivery_id);
